/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-printout.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_QUESTION_PRINTER (hc_care_question_printer_get_type ())

G_DECLARE_FINAL_TYPE (HcCareQuestionPrinter, hc_care_question_printer, HC, CARE_QUESTION_PRINTER, HcPrintout)

HcCareQuestionPrinter *hc_care_question_printer_new (HcContext *context,
                                                     gboolean   has_notes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
