/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-question.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_QUESTION_STORE (hc_care_question_store_get_type ())

G_DECLARE_FINAL_TYPE (HcCareQuestionStore, hc_care_question_store, HC, CARE_QUESTION_STORE, HcStore)

void            hc_care_question_store_save_async        (HcCareQuestionStore  *self,
                                                          HcCareQuestion       *question,
                                                          const char           *text,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void            hc_care_question_store_save_answer_async (HcCareQuestionStore  *self,
                                                          HcCareQuestion       *question,
                                                          const char           *answer,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void            hc_care_question_store_set_asked_async   (HcCareQuestionStore  *self,
                                                          HcCareQuestion       *question,
                                                          gboolean              is_asked,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
void            hc_care_question_store_restore_async     (HcCareQuestionStore  *self,
                                                          HcCareQuestion       *question,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean        hc_care_question_store_save_finish       (HcCareQuestionStore  *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void            hc_care_question_store_move_async        (HcCareQuestionStore  *self,
                                                          HcCareQuestion       *question,
                                                          guint                 place,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean        hc_care_question_store_move_finish       (HcCareQuestionStore  *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void            hc_care_question_store_delete_async      (HcCareQuestionStore  *self,
                                                          HcCareQuestion       *question,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean        hc_care_question_store_delete_finish     (HcCareQuestionStore  *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
HcCareQuestion *hc_care_question_store_lookup            (HcCareQuestionStore  *self,
                                                          const char           *id);
guint           hc_care_question_store_count_open        (HcCareQuestionStore  *self);
GPtrArray      *hc_care_question_store_dup_ordered       (HcCareQuestionStore  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
