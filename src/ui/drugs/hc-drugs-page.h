/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUGS_PAGE (hc_drugs_page_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugsPage, hc_drugs_page, HC, DRUGS_PAGE, HcPage)

G_END_DECLS
