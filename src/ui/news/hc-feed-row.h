/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-news.h"

G_BEGIN_DECLS

/**
 * HcFeedRowDetails:
 * @address: the address of the feed
 * @title: what it is called
 * @about: (nullable): what it is
 * @origin: (nullable): who publishes it and where
 * @warning: (nullable): what is not known for sure of it
 * @name: (nullable): what it is called once it is subscribed to; otherwise as it calls itself
 * @home: (nullable): the page that it belongs to
 *
 * A feed to choose.
 */
typedef struct
{
  const char *address;
  const char *title;
  const char *about;
  const char *origin;
  const char *warning;
  const char *name;
  const char *home;
} HcFeedRowDetails;

#define HC_TYPE_FEED_ROW (hc_feed_row_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedRow, hc_feed_row, HC, FEED_ROW, GtkListBoxRow)

GtkWidget *hc_feed_row_new (HcNews                 *news,
                            const HcFeedRowDetails *details) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
