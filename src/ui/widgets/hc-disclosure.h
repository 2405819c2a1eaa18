/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_DISCLOSURE (hc_disclosure_get_type ())

G_DECLARE_FINAL_TYPE (HcDisclosure, hc_disclosure, HC, DISCLOSURE, GtkBox)

GtkWidget *hc_disclosure_new          (const char   *label,
                                       GtkWidget    *content) G_GNUC_WARN_UNUSED_RESULT;
void       hc_disclosure_set_expanded (HcDisclosure *self,
                                       gboolean      is_expanded);

G_END_DECLS
