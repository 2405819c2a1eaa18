/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-error.h"

G_BEGIN_DECLS

/* Larger feeds and pages are not read. */
#define HC_FEED_MAX_LENGTH (8 * 1024 * 1024)

char *hc_feed_charset_decode       (GBytes      *bytes,
                                    const char  *content_type,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void  hc_feed_charset_shorten_runs (char        *text);

G_END_DECLS
