/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-dose-log.h"
#include "hc-medicine.h"

G_BEGIN_DECLS

/**
 * HcSupply:
 * @left: how much is there, in the unit of the medicine: what was counted less what was taken since
 * @days: for how many days that is enough if all that is planned is taken; -1 when nothing is planned, or for so
 *   long that it need not be told
 * @is_low: whether the person wants to be warned of that
 *
 * How much is left of a medicine.
 */
typedef struct
{
  double   left;
  int      days;
  gboolean is_low;
} HcSupply;

void      hc_supply_read_async  (HcDoseLog            *log,
                                 HcMedicine           *medicine,
                                 GDateTime            *now,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean  hc_supply_read_finish (HcDoseLog            *log,
                                 GAsyncResult         *result,
                                 HcSupply             *supply,
                                 GError              **error);
char     *hc_supply_dup_words   (const HcSupply       *supply,
                                 HcDoseUnit            unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
