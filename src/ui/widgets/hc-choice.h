/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_CHOICE (hc_choice_get_type ())

G_DECLARE_FINAL_TYPE (HcChoice, hc_choice, HC, CHOICE, GtkBox)

void  hc_choice_add          (HcChoice          *self,
                              const char        *label);
void  hc_choice_set_labels   (HcChoice          *self,
                              const char *const *labels);
guint hc_choice_get_selected (HcChoice          *self);
void  hc_choice_set_selected (HcChoice          *self,
                              guint              place);

G_END_DECLS
