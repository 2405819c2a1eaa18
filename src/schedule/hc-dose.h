/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcDose:
 * @key: its name, the same wherever the person is: `2026-11-20T08:00` by the clock on the wall, or
 *   `2026-11-20T08:00Z` in UTC when hours are counted
 * @time: when it is due, in the zone in which it was asked for
 * @amount: how much, in the unit of the medicine
 *
 * One dose that is to be taken.
 */
typedef struct {
  char      *key;
  GDateTime *time;
  double     amount;
} HcDose;

void          hc_dose_free      (HcDose    *self);
const HcDose *hc_dose_find_next (GPtrArray *doses,
                                 guint      position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcDose, hc_dose_free)

G_END_DECLS
