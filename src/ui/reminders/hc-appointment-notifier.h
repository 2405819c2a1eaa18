/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENT_NOTIFIER (hc_appointment_notifier_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentNotifier, hc_appointment_notifier, HC, APPOINTMENT_NOTIFIER, GObject)

HcAppointmentNotifier *hc_appointment_notifier_new       (HcContext             *context,
                                                          GApplication          *application) G_GNUC_WARN_UNUSED_RESULT;
gboolean               hc_appointment_notifier_is_wanted (HcAppointmentNotifier *self);
void                   hc_appointment_notifier_start     (HcAppointmentNotifier *self);

G_END_DECLS
