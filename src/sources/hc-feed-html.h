/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-post-text.h"

G_BEGIN_DECLS

char *hc_feed_html_reduce    (const char *html,
                              const char *base,
                              gboolean   *is_cut) G_GNUC_WARN_UNUSED_RESULT;
char *hc_feed_html_dup_plain (const char *html,
                              glong       max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
