/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-current-person.h"

G_BEGIN_DECLS

#define HC_TYPE_DUE_REFILLS (hc_due_refills_get_type ())

G_DECLARE_FINAL_TYPE (HcDueRefills, hc_due_refills, HC, DUE_REFILLS, GObject)

HcDueRefills *hc_due_refills_new (HcProfile       *profile,
                                  HcCurrentPerson *person,
                                  HcClock         *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
