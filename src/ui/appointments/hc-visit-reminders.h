/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-appointment-edit.h"

G_BEGIN_DECLS

GtkWidget *hc_visit_reminders_new       (HcAppointmentEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
void       hc_visit_reminders_set_usual (int               *minutes);

G_END_DECLS
