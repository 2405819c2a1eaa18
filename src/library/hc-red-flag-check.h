/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-book.h"

G_BEGIN_DECLS

/**
 * HcDiaryReading:
 * @kind: the id of a kind of entry
 * @value: its number, in the unit of the kind
 * @time: when it was so
 */
typedef struct
{
  const char *kind;
  double      value;
  GDateTime  *time;
} HcDiaryReading;

/**
 * HcRaisedFlag:
 * @flag: a flag that holds
 * @readings: (element-type HcDiaryReading): what raised it, the newest first; these are the readings that were
 *   given to hc_red_flag_check_run(), which the caller keeps
 */
typedef struct
{
  HcRedFlag *flag;
  GPtrArray *readings;
} HcRaisedFlag;

GPtrArray *hc_red_flag_check_run (HcDiaryBook          *book,
                                  const HcDiaryReading *readings,
                                  guint                 n_readings,
                                  GDateTime            *now) G_GNUC_WARN_UNUSED_RESULT;
void       hc_raised_flag_free   (HcRaisedFlag         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRaisedFlag, hc_raised_flag_free)

G_END_DECLS
