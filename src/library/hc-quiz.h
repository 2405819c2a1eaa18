/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

/**
 * HcQuizQuestion:
 * @id: its id, under which answers are kept
 * @text: the question
 * @options: (array zero-terminated=1): the answers
 * @right: the place of the right one among them, from 0
 * @why: what explains the answer
 * @link: where there is more to read
 * @sources: (element-type HcSource): what the answer relies on
 */
typedef struct
{
  char      *id;
  char      *text;
  char     **options;
  guint      right;
  char      *why;
  char      *link;
  GPtrArray *sources;
} HcQuizQuestion;

/**
 * HcFact:
 * @text: one or two sentences
 * @link: where there is more to read
 * @sources: (element-type HcSource): what it relies on
 */
typedef struct
{
  char      *text;
  char      *link;
  GPtrArray *sources;
} HcFact;

void hc_fact_free (HcFact *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFact, hc_fact_free)

#define HC_TYPE_QUIZ (hc_quiz_get_type ())

G_DECLARE_FINAL_TYPE (HcQuiz, hc_quiz, HC, QUIZ, GObject)

GListModel           *hc_quiz_load_all      (HcLibrary   *library,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
HcQuiz               *hc_quiz_load_of_day   (HcLibrary   *library,
                                             guint        day,
                                             guint       *number,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
HcFact               *hc_quiz_load_fact     (HcLibrary   *library,
                                             guint        day,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const char           *hc_quiz_get_id        (HcQuiz      *self);
const char           *hc_quiz_get_title     (HcQuiz      *self);
const char           *hc_quiz_get_summary   (HcQuiz      *self);
guint                 hc_quiz_get_length    (HcQuiz      *self);
const HcQuizQuestion *hc_quiz_get_question  (HcQuiz      *self,
                                             guint        number);

G_END_DECLS
