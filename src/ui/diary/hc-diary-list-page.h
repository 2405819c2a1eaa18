/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_LIST_PAGE (hc_diary_list_page_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryListPage, hc_diary_list_page, HC, DIARY_LIST_PAGE, AdwNavigationPage)

HcDiaryListPage *hc_diary_list_page_new      (HcDiaryDesk     *desk) G_GNUC_WARN_UNUSED_RESULT;
void             hc_diary_list_page_set_kind (HcDiaryListPage *self,
                                              const char      *kind);

G_END_DECLS
