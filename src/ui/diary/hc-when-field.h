/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-clock.h"

G_BEGIN_DECLS

#define HC_TYPE_WHEN_FIELD (hc_when_field_get_type ())

G_DECLARE_FINAL_TYPE (HcWhenField, hc_when_field, HC, WHEN_FIELD, GtkBox)

GtkWidget *hc_when_field_new      (HcClock     *clock) G_GNUC_WARN_UNUSED_RESULT;
void       hc_when_field_set_time (HcWhenField *self,
                                   GDateTime   *time);
GDateTime *hc_when_field_dup_time (HcWhenField *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hc_when_field_check    (HcWhenField *self);

G_END_DECLS
