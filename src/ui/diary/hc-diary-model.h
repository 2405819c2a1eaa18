/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_MODEL (hc_diary_model_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryModel, hc_diary_model, HC, DIARY_MODEL, GObject)

HcDiaryModel *hc_diary_model_new       (HcDiaryDesk  *desk,
                                        const char   *kind,
                                        guint         limit) G_GNUC_WARN_UNUSED_RESULT;
void          hc_diary_model_set_kind  (HcDiaryModel *self,
                                        const char   *kind);
gboolean      hc_diary_model_is_loaded (HcDiaryModel *self);
const GError *hc_diary_model_get_error (HcDiaryModel *self);

G_END_DECLS
