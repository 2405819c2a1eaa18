/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_FIELD (hc_diary_field_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryField, hc_diary_field, HC, DIARY_FIELD, GtkBox)

GtkWidget   *hc_diary_field_new       (HcDiaryDesk  *desk,
                                       HcDiaryKind  *kind) G_GNUC_WARN_UNUSED_RESULT;
HcDiaryKind *hc_diary_field_get_kind  (HcDiaryField *self);
void         hc_diary_field_set_value (HcDiaryField *self,
                                       double        value);
gboolean     hc_diary_field_get_value (HcDiaryField *self,
                                       double       *value);
gboolean     hc_diary_field_is_empty  (HcDiaryField *self);
gboolean     hc_diary_field_check     (HcDiaryField *self);

G_END_DECLS
