/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_QUESTIONS_PAGE (hc_questions_page_get_type ())

G_DECLARE_FINAL_TYPE (HcQuestionsPage, hc_questions_page, HC, QUESTIONS_PAGE, HcPage)

G_END_DECLS
