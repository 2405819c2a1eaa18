/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-dose-log.h"
#include "hc-dose.h"
#include "hc-medicine.h"

G_BEGIN_DECLS

/**
 * HcPlannedState:
 * @HC_PLANNED_UPCOMING: its time has not come
 * @HC_PLANNED_DUE: its time has come
 * @HC_PLANNED_SNOOZED: the person put it off, and that time has not come
 * @HC_PLANNED_TAKEN: the person said that they took it
 * @HC_PLANNED_SKIPPED: the person said that they did not take it
 * @HC_PLANNED_MISSED: its time has gone by, and nothing was said
 *
 * How it stands with a dose.
 */
typedef enum {
  HC_PLANNED_UPCOMING,
  HC_PLANNED_DUE,
  HC_PLANNED_SNOOZED,
  HC_PLANNED_TAKEN,
  HC_PLANNED_SKIPPED,
  HC_PLANNED_MISSED,
} HcPlannedState;

/* For so long a dose is due, unless the next one of the medicine comes before. That is a habit of this program,
 * not advice: whether a late dose may still be taken is said by the label of each medicine. */
#define HC_PLANNED_DUE_HOURS 4

#define HC_TYPE_PLANNED_DOSE (hc_planned_dose_get_type ())

G_DECLARE_FINAL_TYPE (HcPlannedDose, hc_planned_dose, HC, PLANNED_DOSE, GObject)

GPtrArray      *hc_planned_dose_list            (HcMedicine    *medicine,
                                                 HcDoseLog     *log,
                                                 GDateTime     *from,
                                                 GDateTime     *until,
                                                 GDateTime     *now) G_GNUC_WARN_UNUSED_RESULT;
HcMedicine     *hc_planned_dose_get_medicine    (HcPlannedDose *self);
const char     *hc_planned_dose_get_key         (HcPlannedDose *self);
GDateTime      *hc_planned_dose_get_due         (HcPlannedDose *self);
double          hc_planned_dose_get_amount      (HcPlannedDose *self);
HcPlannedState  hc_planned_dose_get_state       (HcPlannedDose *self);
GDateTime      *hc_planned_dose_get_time        (HcPlannedDose *self);
GDateTime      *hc_planned_dose_get_next_change (HcPlannedDose *self);
gboolean        hc_planned_dose_equal           (HcPlannedDose *a,
                                                 HcPlannedDose *b);
HcDoseRecord   *hc_planned_dose_make_record     (HcPlannedDose *self,
                                                 HcDoseState    state,
                                                 GDateTime     *time) G_GNUC_WARN_UNUSED_RESULT;
int             hc_planned_dose_compare         (gconstpointer  a,
                                                 gconstpointer  b);

G_END_DECLS
