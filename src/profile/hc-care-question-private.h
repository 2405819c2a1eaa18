/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-question.h"

G_BEGIN_DECLS

/**
 * HcCareQuestionFields:
 * @HC_CARE_QUESTION_TEXT: the question
 * @HC_CARE_QUESTION_ANSWER: the answer
 * @HC_CARE_QUESTION_STATE: the state
 * @HC_CARE_QUESTION_POSITION: the place in the list
 * @HC_CARE_QUESTION_ALL: all of them
 *
 * What a save changes of a row that is there already.
 */
typedef enum {
  HC_CARE_QUESTION_TEXT     = 1 << 0,
  HC_CARE_QUESTION_ANSWER   = 1 << 1,
  HC_CARE_QUESTION_STATE    = 1 << 2,
  HC_CARE_QUESTION_POSITION = 1 << 3,
  HC_CARE_QUESTION_ALL      = (1 << 4) - 1,
} HcCareQuestionFields;

/**
 * HcCareQuestionValues:
 * @text: (nullable): the question
 * @answer: (nullable): the answer
 * @state: the state
 * @position: the place in the list; 0 for the end of it
 * @created: (nullable): when it was saved first
 * @changed: (nullable): when the text or the answer was changed last
 *
 * What may change of a question.
 */
typedef struct
{
  const char          *text;
  const char          *answer;
  HcCareQuestionState  state;
  gint64               position;
  GDateTime           *created;
  GDateTime           *changed;
} HcCareQuestionValues;

HcCareQuestion       *_hc_care_question_new_with_id (const char                 *id,
                                                     const char                 *person,
                                                     const char                 *link,
                                                     const char                 *title) G_GNUC_WARN_UNUSED_RESULT;
HcCareQuestionValues  _hc_care_question_get_values  (HcCareQuestion             *self);
void                  _hc_care_question_set_values  (HcCareQuestion             *self,
                                                     const HcCareQuestionValues *values);
HcCareQuestionFields  _hc_care_question_get_wanted  (HcCareQuestion             *self);
void                  _hc_care_question_set_wanted  (HcCareQuestion             *self,
                                                     HcCareQuestionFields        fields);

G_END_DECLS
