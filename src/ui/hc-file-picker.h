/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HcFilePicked:
 * @parent: the widget that asked
 * @file: the file
 * @user_data: what was given along
 *
 * The person has chosen a file.
 */
typedef void (*HcFilePicked) (GtkWidget *parent,
                              GFile     *file,
                              gpointer   user_data);

void hc_file_picker_open (GtkWidget          *parent,
                          const char         *title,
                          const char         *kind,
                          const char *const  *suffixes,
                          HcFilePicked        picked,
                          gpointer            user_data,
                          GDestroyNotify      destroy);
void hc_file_picker_save (GtkWidget          *parent,
                          const char         *title,
                          const char         *name,
                          HcFilePicked        picked,
                          gpointer            user_data,
                          GDestroyNotify      destroy);

G_END_DECLS
