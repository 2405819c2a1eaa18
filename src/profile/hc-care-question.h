/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The longest question, in characters: what fits on a sheet of paper with room for the answer. */
#define HC_CARE_QUESTION_MAX_LENGTH 1000

/**
 * HcCareQuestionState:
 * @HC_CARE_QUESTION_OPEN: to be asked
 * @HC_CARE_QUESTION_ASKED: asked, and nothing was written down
 * @HC_CARE_QUESTION_ANSWERED: asked, and the answer was written down
 */
typedef enum {
  HC_CARE_QUESTION_OPEN,
  HC_CARE_QUESTION_ASKED,
  HC_CARE_QUESTION_ANSWERED,
} HcCareQuestionState;

const char *hc_care_question_state_to_string   (HcCareQuestionState  state);
gboolean    hc_care_question_state_from_string (const char          *string,
                                                HcCareQuestionState *state);

#define HC_TYPE_CARE_QUESTION (hc_care_question_get_type ())

G_DECLARE_FINAL_TYPE (HcCareQuestion, hc_care_question, HC, CARE_QUESTION, GObject)

HcCareQuestion      *hc_care_question_new          (const char     *link,
                                                    const char     *title) G_GNUC_WARN_UNUSED_RESULT;
HcCareQuestion      *hc_care_question_new_for      (const char     *person,
                                                    const char     *link,
                                                    const char     *title) G_GNUC_WARN_UNUSED_RESULT;
const char          *hc_care_question_get_id       (HcCareQuestion *self);
const char          *hc_care_question_get_person   (HcCareQuestion *self);
const char          *hc_care_question_get_link     (HcCareQuestion *self);
const char          *hc_care_question_get_title    (HcCareQuestion *self);
const char          *hc_care_question_get_text     (HcCareQuestion *self);
const char          *hc_care_question_get_answer   (HcCareQuestion *self);
HcCareQuestionState  hc_care_question_get_state    (HcCareQuestion *self);
gint64               hc_care_question_get_position (HcCareQuestion *self);
GDateTime           *hc_care_question_get_created  (HcCareQuestion *self);
GDateTime           *hc_care_question_get_changed  (HcCareQuestion *self);
int                  hc_care_question_compare      (HcCareQuestion *a,
                                                    HcCareQuestion *b);

G_END_DECLS
