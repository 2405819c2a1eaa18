/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_KIND_PAGE (hc_diary_kind_page_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryKindPage, hc_diary_kind_page, HC, DIARY_KIND_PAGE, AdwNavigationPage)

HcDiaryKindPage *hc_diary_kind_page_new      (HcDiaryDesk     *desk) G_GNUC_WARN_UNUSED_RESULT;
void             hc_diary_kind_page_set_kind (HcDiaryKindPage *self,
                                              HcDiaryKind     *kind);
HcDiaryKind     *hc_diary_kind_page_get_kind (HcDiaryKindPage *self);

G_END_DECLS
