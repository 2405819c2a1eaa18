/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-current-person.h"

G_BEGIN_DECLS

GPtrArray *hc_my_questions_dup_ordered (HcCareQuestionStore *questions,
                                        HcCurrentPerson     *person) G_GNUC_WARN_UNUSED_RESULT;
guint      hc_my_questions_count_open  (HcCareQuestionStore *questions,
                                        HcCurrentPerson     *person);
gboolean   hc_my_questions_find_place  (HcCareQuestionStore *questions,
                                        HcCurrentPerson     *person,
                                        guint                place,
                                        guint               *place_of_all);

G_END_DECLS
