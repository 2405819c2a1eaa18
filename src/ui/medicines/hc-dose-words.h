/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-planned-dose.h"

G_BEGIN_DECLS

char       *hc_dose_words_time  (GDateTime      *time) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_dose_words_day   (GDateTime      *time) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_dose_words_when  (GDateTime      *time,
                                 GDateTime      *now) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_dose_words_state (HcPlannedDose  *dose,
                                 GDateTime      *now) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_dose_words_icon  (HcPlannedState  state);
int         hc_dose_words_count_days (GDateTime *from,
                                      GDateTime *until);

G_END_DECLS
