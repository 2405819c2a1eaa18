/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_QUESTION_LIST (hc_care_question_list_get_type ())

G_DECLARE_FINAL_TYPE (HcCareQuestionList, hc_care_question_list, HC, CARE_QUESTION_LIST, AdwNavigationPage)

HcCareQuestionList *hc_care_question_list_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
