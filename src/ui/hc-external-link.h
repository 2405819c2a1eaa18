/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean hc_external_link_is_known (const char *address);
void     hc_external_link_present  (const char *address,
                                    GtkWindow  *window);

G_END_DECLS
