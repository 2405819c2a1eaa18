/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *hc_feed_address_normalize   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_feed_address_resolve     (const char *base,
                                       const char *reference) G_GNUC_WARN_UNUSED_RESULT;
gboolean  hc_feed_address_is_web      (const char *address);
gboolean  hc_feed_address_same_host   (const char *a,
                                       const char *b);

G_END_DECLS
