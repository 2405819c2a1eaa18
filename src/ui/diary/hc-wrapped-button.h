/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hc_wrapped_button_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;
void       hc_wrapped_button_set (GtkWidget  *button);

G_END_DECLS
