/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_ROW (hc_diary_row_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryRow, hc_diary_row, HC, DIARY_ROW, GtkBox)

GtkWidget *hc_diary_row_new  (HcDiaryDesk  *desk,
                              gboolean      shows_name,
                              gboolean      shows_day) G_GNUC_WARN_UNUSED_RESULT;
void       hc_diary_row_show (HcDiaryRow   *self,
                              HcDiaryEntry *entry);

G_END_DECLS
