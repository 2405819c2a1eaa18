/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_FEED_ERROR (hc_feed_error_quark ())

/**
 * HcFeedError:
 * @HC_FEED_ERROR_EMPTY: there is nothing in it
 * @HC_FEED_ERROR_HTML: it is a web page; a feed may be found in it, see hc_feed_finder_find()
 * @HC_FEED_ERROR_NOT_A_FEED: it is something else
 * @HC_FEED_ERROR_NOT_WELL_FORMED: it is cut off or otherwise broken before the first item
 * @HC_FEED_ERROR_HAS_DECLARATIONS: the XML declares entities of its own, which no feed needs
 * @HC_FEED_ERROR_TOO_DEEP: it is nested too deep
 * @HC_FEED_ERROR_TOO_LARGE: it, or a part of it, is larger than any feed
 * @HC_FEED_ERROR_NOT_TEXT: its characters cannot be read
 *
 * Why a feed, or a list of feeds, was not read. The message is for those who look closely.
 */
typedef enum {
  HC_FEED_ERROR_EMPTY,
  HC_FEED_ERROR_HTML,
  HC_FEED_ERROR_NOT_A_FEED,
  HC_FEED_ERROR_NOT_WELL_FORMED,
  HC_FEED_ERROR_HAS_DECLARATIONS,
  HC_FEED_ERROR_TOO_DEEP,
  HC_FEED_ERROR_TOO_LARGE,
  HC_FEED_ERROR_NOT_TEXT,
} HcFeedError;

GQuark hc_feed_error_quark (void);

G_END_DECLS
