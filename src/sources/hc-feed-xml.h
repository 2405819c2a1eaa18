/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed.h"

G_BEGIN_DECLS

HcFeed *hc_feed_xml_read (const char  *text,
                          const char  *address,
                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
