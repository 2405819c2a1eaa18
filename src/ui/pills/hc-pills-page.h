/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_PILLS_PAGE (hc_pills_page_get_type ())

G_DECLARE_FINAL_TYPE (HcPillsPage, hc_pills_page, HC, PILLS_PAGE, HcPage)

G_END_DECLS
