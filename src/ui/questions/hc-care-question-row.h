/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_QUESTION_ROW (hc_care_question_row_get_type ())

G_DECLARE_FINAL_TYPE (HcCareQuestionRow, hc_care_question_row, HC, CARE_QUESTION_ROW, GtkListBoxRow)

GtkWidget      *hc_care_question_row_new          (HcContext         *context,
                                                   HcCareQuestion    *question) G_GNUC_WARN_UNUSED_RESULT;
HcCareQuestion *hc_care_question_row_get_question (HcCareQuestionRow *self);

G_END_DECLS
