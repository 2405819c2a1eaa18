/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"
#include "hc-quiz.h"

G_BEGIN_DECLS

#define HC_TYPE_QUIZ_PAGE (hc_quiz_page_get_type ())

G_DECLARE_FINAL_TYPE (HcQuizPage, hc_quiz_page, HC, QUIZ_PAGE, AdwNavigationPage)

HcQuizPage *hc_quiz_page_new      (HcContext  *context,
                                   HcQuiz     *quiz) G_GNUC_WARN_UNUSED_RESULT;
HcQuiz     *hc_quiz_page_get_quiz (HcQuizPage *self);
void        hc_quiz_page_show     (HcQuizPage *self,
                                   const char *question);

G_END_DECLS
