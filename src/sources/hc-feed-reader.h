/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-error.h"
#include "hc-feed.h"

G_BEGIN_DECLS

HcFeed *hc_feed_read (GBytes      *bytes,
                      const char  *content_type,
                      const char  *address,
                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
