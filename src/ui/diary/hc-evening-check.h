/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-desk.h"
#include "hc-diary-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_EVENING_CHECK (hc_evening_check_get_type ())

G_DECLARE_FINAL_TYPE (HcEveningCheck, hc_evening_check, HC, EVENING_CHECK, HcDiaryDialog)

HcEveningCheck *hc_evening_check_new (HcDiaryDesk       *desk,
                                      const char *const *kinds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
