/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_QUIZ_LIST (hc_quiz_list_get_type ())

G_DECLARE_FINAL_TYPE (HcQuizList, hc_quiz_list, HC, QUIZ_LIST, AdwNavigationPage)

HcQuizList *hc_quiz_list_new (HcContext  *context,
                              GListModel *quizzes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
