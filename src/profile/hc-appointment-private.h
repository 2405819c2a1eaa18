/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-text-fields.h"

G_BEGIN_DECLS

/* All texts of HcAppointmentDetails but those that are unread. */
const HcTextField *_hc_appointment_get_fields        (guint                      *n_fields);
HcAppointment     *_hc_appointment_new_with_id       (const char                 *id,
                                                      const HcAppointmentDetails *details,
                                                      GDateTime                  *created,
                                                      GDateTime                  *changed);
HcAppointment     *_hc_appointment_new_dismissed     (HcAppointment              *appointment,
                                                      GDateTime                  *time);
gboolean           _hc_appointment_is_only_dismissed (HcAppointment              *self);
void               _hc_appointment_set_saved         (HcAppointment              *self,
                                                      HcAppointment              *saved);
void               _hc_appointment_count_up          (HcAppointment              *self,
                                                      HcAppointment              *before);

G_END_DECLS
