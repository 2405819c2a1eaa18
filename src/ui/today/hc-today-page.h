/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_TODAY_PAGE (hc_today_page_get_type ())

G_DECLARE_FINAL_TYPE (HcTodayPage, hc_today_page, HC, TODAY_PAGE, HcPage)

G_END_DECLS
