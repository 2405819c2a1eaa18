/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-appointment-edit.h"
#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_VISIT_QUESTIONS (hc_visit_questions_get_type ())

G_DECLARE_FINAL_TYPE (HcVisitQuestions, hc_visit_questions, HC, VISIT_QUESTIONS, GtkBox)

GtkWidget *hc_visit_questions_new (HcContext         *context,
                                   HcAppointmentEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
