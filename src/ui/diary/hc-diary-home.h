/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_HOME (hc_diary_home_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryHome, hc_diary_home, HC, DIARY_HOME, AdwNavigationPage)

HcDiaryHome *hc_diary_home_new              (HcDiaryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
char       **hc_diary_home_dup_evening_kinds (HcDiaryHome *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
