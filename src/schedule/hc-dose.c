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
