/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENT_PAGE (hc_appointment_page_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentPage, hc_appointment_page, HC, APPOINTMENT_PAGE, AdwNavigationPage)

HcAppointmentPage *hc_appointment_page_new             (HcContext         *context) G_GNUC_WARN_UNUSED_RESULT;
void               hc_appointment_page_show            (HcAppointmentPage *self,
                                                        HcAppointment     *appointment);
HcAppointment     *hc_appointment_page_get_appointment (HcAppointmentPage *self);

G_END_DECLS
