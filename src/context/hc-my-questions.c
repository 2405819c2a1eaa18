/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions to the care team of the person whose data is shown. The store has those of everybody, in one
 * order. */

#include "hc-my-questions.h"

static gboolean
is_mine (HcCurrentPerson *person,
         HcCareQuestion  *question)
{
  return hc_current_person_owns (person, hc_care_question_get_person (question));
}

/**
 * hc_my_questions_dup_ordered:
 * @questions: the questions of everybody
 * @person: whose questions
 *
 * Returns: (transfer full) (element-type HcCareQuestion): the questions of the person, in the order that they
 *   gave them
 */
GPtrArray *
hc_my_questions_dup_ordered (HcCareQuestionStore *questions,
                             HcCurrentPerson     *person)
{
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (HC_IS_CARE_QUESTION_STORE (questions), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);

  mine = g_ptr_array_new_with_free_func (g_object_unref);
  all = hc_care_question_store_dup_ordered (questions);
  for (guint i = 0; i < all->len; i++)
    if (is_mine (person, g_ptr_array_index (all, i)))
      g_ptr_array_add (mine, g_object_ref (g_ptr_array_index (all, i)));

  return g_steal_pointer (&mine);
}

/**
 * hc_my_questions_count_open:
 * @questions: the questions of everybody
 * @person: whose questions
 *
 * Returns: how many questions the person is to ask
 */
guint
hc_my_questions_count_open (HcCareQuestionStore *questions,
                            HcCurrentPerson     *person)
{
  guint n, n_open = 0;

  g_return_val_if_fail (HC_IS_CARE_QUESTION_STORE (questions), 0);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), 0);

  n = g_list_model_get_n_items (G_LIST_MODEL (questions));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcCareQuestion) question = g_list_model_get_item (G_LIST_MODEL (questions), i);

      n_open += is_mine (person, question) && hc_care_question_get_state (question) == HC_CARE_QUESTION_OPEN;
    }

  return n_open;
}

/**
 * hc_my_questions_find_place:
 * @questions: the questions of everybody
 * @person: whose questions
 * @place: a place among the questions of the person, from 0
 * @place_of_all: (out): that place among the questions of everybody, for hc_care_question_store_move_async()
 *
 * Returns: whether there is such a place
 */
gboolean
hc_my_questions_find_place (HcCareQuestionStore *questions,
                            HcCurrentPerson     *person,
                            guint                place,
                            guint               *place_of_all)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n_mine = 0;

  g_return_val_if_fail (HC_IS_CARE_QUESTION_STORE (questions), FALSE);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), FALSE);
  g_return_val_if_fail (place_of_all != NULL, FALSE);

  all = hc_care_question_store_dup_ordered (questions);
  for (guint i = 0; i < all->len; i++)
    if (is_mine (person, g_ptr_array_index (all, i)) && n_mine++ == place)
      {
        *place_of_all = i;
        return TRUE;
      }

  return FALSE;
}
