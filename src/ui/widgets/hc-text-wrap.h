/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       hc_text_wrap_set_up    (GtkTextView  *view);
GtkWidget *hc_text_wrap_new_frame (int           height,
                                   GtkTextView **view);

G_END_DECLS
