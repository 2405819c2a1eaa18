/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-question-store.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_delete_care_question_new (HcCareQuestionStore *store,
                                          HcCareQuestion      *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
