/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-operations.h"

#include <glib/gi18n.h>

static void
delete_question (GObject             *store,
                 GObject             *item,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  hc_care_question_store_delete_async (HC_CARE_QUESTION_STORE (store), HC_CARE_QUESTION (item), callback, user_data);
}

static gboolean
delete_question_finish (GObject       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  return hc_care_question_store_delete_finish (HC_CARE_QUESTION_STORE (store), result, error);
}

static void
restore_question (GObject             *store,
                  GObject             *item,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  hc_care_question_store_restore_async (HC_CARE_QUESTION_STORE (store), HC_CARE_QUESTION (item), callback, user_data);
}

static gboolean
restore_question_finish (GObject       *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  return hc_care_question_store_save_finish (HC_CARE_QUESTION_STORE (store), result, error);
}

/**
 * hc_delete_care_question_new:
 * @store: the questions to the care team
 * @question: one of them
 *
 * Returns: (transfer full): the operation that deletes the question
 */
HcOperation *
hc_delete_care_question_new (HcCareQuestionStore *store,
                             HcCareQuestion      *question)
{
  static const HcOperationFuncs funcs = { delete_question, delete_question_finish,
                                          restore_question, restore_question_finish };

  return hc_operation_new (_("Question deleted"), G_OBJECT (store), G_OBJECT (question), &funcs);
}
