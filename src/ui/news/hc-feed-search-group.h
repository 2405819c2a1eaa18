/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_FEED_SEARCH_GROUP (hc_feed_search_group_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedSearchGroup, hc_feed_search_group, HC, FEED_SEARCH_GROUP, AdwBin)

GtkWidget *hc_feed_search_group_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
