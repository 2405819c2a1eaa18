/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hc_field_note_show_hint  (GtkWidget  *field,
                               GtkLabel   *note,
                               const char *hint);
void hc_field_note_show_fault (GtkWidget  *field,
                               GtkLabel   *note,
                               const char *fault);

G_END_DECLS
