/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-kind.h"

G_BEGIN_DECLS

/**
 * HcDiaryNumberFault:
 * @HC_DIARY_NUMBER_FINE: it can be an entry
 * @HC_DIARY_NUMBER_EMPTY: nothing is written
 * @HC_DIARY_NUMBER_NONE: it is no number
 * @HC_DIARY_NUMBER_THOUSANDS: 1,500 may be one and a half or a thousand and a half
 * @HC_DIARY_NUMBER_DECIMALS: it has more decimals than are shown
 * @HC_DIARY_NUMBER_LIMITS: it is too small or too great
 *
 * What is wrong with what somebody wrote for a number.
 */
typedef enum {
  HC_DIARY_NUMBER_FINE,
  HC_DIARY_NUMBER_EMPTY,
  HC_DIARY_NUMBER_NONE,
  HC_DIARY_NUMBER_THOUSANDS,
  HC_DIARY_NUMBER_DECIMALS,
  HC_DIARY_NUMBER_LIMITS,
} HcDiaryNumberFault;

HcDiaryNumberFault hc_diary_number_parse     (HcDiaryKind        *kind,
                                              const char         *text,
                                              gboolean            in_other,
                                              double             *value);
char              *hc_diary_number_dup_words (HcDiaryKind        *kind,
                                              HcDiaryNumberFault  fault,
                                              gboolean            in_other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
