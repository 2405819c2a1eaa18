/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-record.h"

G_DEFINE_BOXED_TYPE (HcDoseRecord, hc_dose_record, hc_dose_record_copy, hc_dose_record_free)

static const char *const state_names[] = {
  [HC_DOSE_TAKEN] = "taken",
  [HC_DOSE_SKIPPED] = "skipped",
  [HC_DOSE_SNOOZED] = "snoozed",
};

/**
 * hc_dose_state_to_string:
 * @state: a state
 *
 * Returns: its name, as the database has it; it is not for people
 */
const char *
hc_dose_state_to_string (HcDoseState state)
{
  g_return_val_if_fail (state <= HC_DOSE_SNOOZED, NULL);

  return state_names[state];
}

/**
 * hc_dose_state_from_string:
 * @text: (nullable): the name of a state
 * @state: (out): the state; left alone where @text is none
 *
 * Returns: whether there is a state of that name
 */
gboolean
hc_dose_state_from_string (const char  *text,
                           HcDoseState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (text, state_names[i]) == 0)
      {
        *state = (HcDoseState) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_dose_record_new:
 * @medicine: the id of the medicine
 * @key: the name of the dose in the schedule; of one when needed a UUID
 * @state: what was done
 * @due: when it was due
 * @time: when it was taken or skipped, or until when it was put off
 * @amount: how much, in the unit of the medicine
 * @note: (nullable): what the person wrote about it
 *
 * Returns: (transfer full): a record that is not saved
 */
HcDoseRecord *
hc_dose_record_new (const char  *medicine,
                    const char  *key,
                    HcDoseState  state,
                    GDateTime   *due,
                    GDateTime   *time,
                    double       amount,
                    const char  *note)
{
  HcDoseRecord *self;

  g_return_val_if_fail (medicine != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (state <= HC_DOSE_SNOOZED, NULL);
  g_return_val_if_fail (due != NULL, NULL);
  g_return_val_if_fail (time != NULL, NULL);

  self = g_new0 (HcDoseRecord, 1);
  self->medicine = g_strdup (medicine);
  self->key = g_strdup (key);
  self->state = state;
  self->due = g_date_time_ref (due);
  self->time = g_date_time_ref (time);
  self->amount = amount;
  self->note = g_strdup (note != NULL ? note : "");

  return self;
}

/**
 * hc_dose_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
HcDoseRecord *
hc_dose_record_copy (const HcDoseRecord *self)
{
  HcDoseRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = hc_dose_record_new (self->medicine, self->key, self->state, self->due, self->time,
                             self->amount, self->note);
  if (copy != NULL && self->changed != NULL)
    copy->changed = g_date_time_ref (self->changed);

  return copy;
}

/**
 * hc_dose_record_free:
 * @self: (transfer full) (nullable): a record
 */
void
hc_dose_record_free (HcDoseRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->medicine);
  g_free (self->key);
  g_date_time_unref (self->due);
  g_date_time_unref (self->time);
  g_free (self->note);
  g_clear_pointer (&self->changed, g_date_time_unref);
  g_free (self);
}
