/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

GtkWidget *hc_appointment_row_new (HcAppointment *appointment,
                                   GDateTime     *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
