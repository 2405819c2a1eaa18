/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-quiz-answer.h"

G_BEGIN_DECLS

void _hc_quiz_answer_set_answered (HcQuizAnswer *self,
                                   GDateTime    *answered);

G_END_DECLS
