/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char     *hc_term_link_mark   (const char *markup) G_GNUC_WARN_UNUSED_RESULT;
gboolean  hc_term_link_find   (const char *markup,
                               const char *uri,
                               int        *start,
                               int        *end);
gboolean  hc_term_link_follow (GtkLabel   *label,
                               const char *uri);

G_END_DECLS
