/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose.h"

/**
 * hc_dose_free:
 * @self: (nullable) (transfer full): a dose
 */
void
hc_dose_free (HcDose *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_date_time_unref (self->time);
  g_free (self);
}

/**
 * hc_dose_find_next:
 * @doses: (element-type HcDose): doses in the order of time
 * @position: the place of one of them
 *
 * Finds the dose after another one. When the clock goes over an hour two doses are due at once: none of them is the
 * next one of the other.
 *
 * Returns: (transfer none) (nullable): the first one that is due later; %NULL: there is none in @doses
 */
const HcDose *
hc_dose_find_next (GPtrArray *doses,
                   guint      position)
{
  const HcDose *dose;

  g_return_val_if_fail (doses != NULL && position < doses->len, NULL);

  dose = g_ptr_array_index (doses, position);
  for (guint i = position + 1; i < doses->len; i++)
    {
      const HcDose *next = g_ptr_array_index (doses, i);

      if (g_date_time_compare (next->time, dose->time) > 0)
        return next;
    }

  return NULL;
}
