/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hc_file_saver_choose (GtkWidget  *parent,
                           const char *title,
                           const char *name,
                           GBytes     *bytes);
void hc_file_saver_write  (GtkWidget  *parent,
                           GFile      *file,
                           GBytes     *bytes);

G_END_DECLS
