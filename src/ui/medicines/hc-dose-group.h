/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_DOSE_GROUP (hc_dose_group_get_type ())

G_DECLARE_FINAL_TYPE (HcDoseGroup, hc_dose_group, HC, DOSE_GROUP, GtkBox)

GtkWidget *hc_dose_group_new        (HcContext   *context,
                                     GDateTime   *time) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *hc_dose_group_get_time   (HcDoseGroup *self);
void       hc_dose_group_set_doses  (HcDoseGroup *self,
                                     GPtrArray   *doses);

G_END_DECLS
