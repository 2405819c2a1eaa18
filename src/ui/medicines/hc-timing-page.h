/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_TIMING_PAGE (hc_timing_page_get_type ())

G_DECLARE_FINAL_TYPE (HcTimingPage, hc_timing_page, HC, TIMING_PAGE, AdwNavigationPage)

HcTimingPage *hc_timing_page_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
