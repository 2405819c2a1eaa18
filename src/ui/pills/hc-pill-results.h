/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-pill.h"

G_BEGIN_DECLS

#define HC_TYPE_PILL_RESULTS (hc_pill_results_get_type ())

G_DECLARE_FINAL_TYPE (HcPillResults, hc_pill_results, HC, PILL_RESULTS, AdwNavigationPage)

void     hc_pill_results_show       (HcPillResults *self,
                                     GPtrArray     *pills,
                                     guint          n_found,
                                     const char    *warning);
void     hc_pill_results_show_start (HcPillResults *self);
void     hc_pill_results_show_error (HcPillResults *self,
                                     const char    *words);
HcPill  *hc_pill_results_get_pill   (HcPillResults *self,
                                     guint          position);
gboolean hc_pill_results_focus_list (HcPillResults *self);

G_END_DECLS
