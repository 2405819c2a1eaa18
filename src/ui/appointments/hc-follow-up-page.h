/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_FOLLOW_UP_PAGE (hc_follow_up_page_get_type ())

G_DECLARE_FINAL_TYPE (HcFollowUpPage, hc_follow_up_page, HC, FOLLOW_UP_PAGE, AdwNavigationPage)

HcFollowUpPage *hc_follow_up_page_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
