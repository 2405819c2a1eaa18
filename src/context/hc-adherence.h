/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-dose-log.h"
#include "hc-medicine.h"

G_BEGIN_DECLS

/**
 * HcAdherenceDay:
 * @day: a day where the person is
 * @n_planned: how many doses were planned
 * @n_taken: how many of these were taken
 * @n_skipped: how many of these were left out on purpose
 * @n_missed: of how many of these nothing was said while they were due
 * @n_extra: how many doses were taken that no schedule names: when needed, or by a schedule that was corrected later
 *
 * What was taken of what was planned. What is planned and none of the three is still to come, or due.
 */
typedef struct
{
  GDate day;
  guint n_planned;
  guint n_taken;
  guint n_skipped;
  guint n_missed;
  guint n_extra;
} HcAdherenceDay;

void    hc_adherence_count_async  (HcDoseLog            *log,
                                   GPtrArray            *medicines,
                                   const GDate          *first,
                                   const GDate          *last,
                                   GDateTime            *now,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GArray *hc_adherence_count_finish (HcDoseLog            *log,
                                   GAsyncResult         *result,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
