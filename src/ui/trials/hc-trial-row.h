/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_ROW (hc_trial_row_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialRow, hc_trial_row, HC, TRIAL_ROW, GtkBox)

GtkWidget *hc_trial_row_new  (HcTrialDesk  *desk) G_GNUC_WARN_UNUSED_RESULT;
void       hc_trial_row_show (HcTrialRow   *self,
                              HcTrialMatch *match,
                              const char   *remark);

G_END_DECLS
