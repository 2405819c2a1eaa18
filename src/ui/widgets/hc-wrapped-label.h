/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hc_wrapped_label_new          (const char *text,
                                          const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hc_wrapped_label_new_centered (const char *text,
                                          const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hc_wrapped_label_new_heading  (const char *text,
                                          const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hc_wrapped_label_new_check    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hc_wrapped_label_new_button   (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
