/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-medicine.h"

G_BEGIN_DECLS

char *hc_medicine_words_schedule (HcMedicine      *medicine,
                                  GDateTime       *now) G_GNUC_WARN_UNUSED_RESULT;
char *hc_medicine_words_next     (HcMedicine      *medicine,
                                  GDateTime       *now) G_GNUC_WARN_UNUSED_RESULT;
char *hc_medicine_words_regimen  (const HcRegimen *regimen,
                                  HcDoseUnit       unit) G_GNUC_WARN_UNUSED_RESULT;
char *hc_medicine_words_span     (const HcRegimen *regimen,
                                  GTimeZone       *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
