/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HC_RETRY_LONGEST:
 *
 * For so many milliseconds at most a request waits before it is sent again. A service that asks for more time is
 * not asked again before somebody wants it.
 */
#define HC_RETRY_LONGEST (60 * 1000)

gint64 hc_retry_parse_after (const char *header,
                             GDateTime  *now);
guint  hc_retry_get_delay   (guint       attempt,
                             double      random);

G_END_DECLS
