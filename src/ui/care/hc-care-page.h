/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_PAGE (hc_care_page_get_type ())

G_DECLARE_FINAL_TYPE (HcCarePage, hc_care_page, HC, CARE_PAGE, HcPage)

G_END_DECLS
