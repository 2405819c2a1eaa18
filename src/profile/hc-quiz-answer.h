/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_QUIZ_ANSWER (hc_quiz_answer_get_type ())

G_DECLARE_FINAL_TYPE (HcQuizAnswer, hc_quiz_answer, HC, QUIZ_ANSWER, GObject)

HcQuizAnswer *hc_quiz_answer_new          (const char   *person,
                                           const char   *question,
                                           const char   *chosen,
                                           gboolean      is_right) G_GNUC_WARN_UNUSED_RESULT;
const char   *hc_quiz_answer_get_key      (HcQuizAnswer *self);
const char   *hc_quiz_answer_get_person   (HcQuizAnswer *self);
const char   *hc_quiz_answer_get_question (HcQuizAnswer *self);
const char   *hc_quiz_answer_get_chosen   (HcQuizAnswer *self);
gboolean      hc_quiz_answer_is_right     (HcQuizAnswer *self);
GDateTime    *hc_quiz_answer_get_answered (HcQuizAnswer *self);

G_END_DECLS
