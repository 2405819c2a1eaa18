/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcDoseState:
 * @HC_DOSE_TAKEN: it was taken
 * @HC_DOSE_SKIPPED: it was left out on purpose
 * @HC_DOSE_SNOOZED: it was put off; nothing more is known of it yet
 */
typedef enum {
  HC_DOSE_TAKEN,
  HC_DOSE_SKIPPED,
  HC_DOSE_SNOOZED,
} HcDoseState;

const char *hc_dose_state_to_string   (HcDoseState  state);
gboolean    hc_dose_state_from_string (const char  *text,
                                       HcDoseState *state);

#define HC_TYPE_DOSE_RECORD (hc_dose_record_get_type ())

/**
 * HcDoseRecord:
 * @medicine: the id of the medicine
 * @key: the name of the dose in the schedule; of one when needed a UUID
 * @state: what was done
 * @due: when it was due; of one when needed when it was taken
 * @time: when it was taken or skipped, or until when it was put off
 * @amount: how much, in the unit of the medicine, over 0 and at most 1000000
 * @note: what the person wrote about it, empty for nothing
 * @changed: (nullable): when it was saved last, %NULL for what was not saved
 *
 * What was done with a dose.
 */
typedef struct
{
  char        *medicine;
  char        *key;
  HcDoseState  state;
  GDateTime   *due;
  GDateTime   *time;
  double       amount;
  char        *note;
  GDateTime   *changed;
} HcDoseRecord;

GType         hc_dose_record_get_type (void);
HcDoseRecord *hc_dose_record_new      (const char         *medicine,
                                       const char         *key,
                                       HcDoseState         state,
                                       GDateTime          *due,
                                       GDateTime          *time,
                                       double              amount,
                                       const char         *note) G_GNUC_WARN_UNUSED_RESULT;
HcDoseRecord *hc_dose_record_copy     (const HcDoseRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void          hc_dose_record_free     (HcDoseRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcDoseRecord, hc_dose_record_free)

G_END_DECLS
