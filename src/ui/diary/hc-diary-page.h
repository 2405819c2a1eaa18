/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_PAGE (hc_diary_page_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryPage, hc_diary_page, HC, DIARY_PAGE, HcPage)

G_END_DECLS
