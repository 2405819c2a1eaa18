/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIALS_PAGE (hc_trials_page_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialsPage, hc_trials_page, HC, TRIALS_PAGE, HcPage)

G_END_DECLS
