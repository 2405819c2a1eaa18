/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENTS_PAGE (hc_appointments_page_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentsPage, hc_appointments_page, HC, APPOINTMENTS_PAGE, HcPage)

G_END_DECLS
