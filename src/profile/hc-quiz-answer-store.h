/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-quiz-answer.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_QUIZ_ANSWER_STORE (hc_quiz_answer_store_get_type ())

G_DECLARE_FINAL_TYPE (HcQuizAnswerStore, hc_quiz_answer_store, HC, QUIZ_ANSWER_STORE, HcStore)

void          hc_quiz_answer_store_save_async  (HcQuizAnswerStore    *self,
                                                HcQuizAnswer         *answer,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean      hc_quiz_answer_store_save_finish (HcQuizAnswerStore    *self,
                                                GAsyncResult         *result,
                                                GError              **error);
HcQuizAnswer *hc_quiz_answer_store_lookup      (HcQuizAnswerStore    *self,
                                                const char           *person,
                                                const char           *question);

G_END_DECLS
