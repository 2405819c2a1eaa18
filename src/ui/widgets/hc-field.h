/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_FIELD (hc_field_get_type ())

G_DECLARE_FINAL_TYPE (HcField, hc_field, HC, FIELD, GtkBox)

GtkWidget  *hc_field_new           (const char *title,
                                    GtkWidget  *child) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_field_new_entry     (const char *title,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_field_get_child     (HcField    *self);
char       *hc_field_dup_text      (HcField    *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_field_check_name    (HcField    *self);
void        hc_field_set_title     (HcField    *self,
                                    const char *title);
void        hc_field_set_hint      (HcField    *self,
                                    const char *hint);
const char *hc_field_get_fault     (HcField    *self);
gboolean    hc_field_set_fault     (HcField    *self,
                                    const char *fault);
const char *hc_field_find_fault    (GtkWidget  *root);
gboolean    hc_field_reveal_faults (GtkWidget  *root);

G_END_DECLS
