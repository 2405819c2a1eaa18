/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_TODAY_VIEW (hc_today_view_get_type ())

G_DECLARE_FINAL_TYPE (HcTodayView, hc_today_view, HC, TODAY_VIEW, AdwNavigationPage)

HcTodayView *hc_today_view_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
