/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-appointment-edit.h"

G_BEGIN_DECLS

#define HC_TYPE_REQUEST_WHEN (hc_request_when_get_type ())

G_DECLARE_FINAL_TYPE (HcRequestWhen, hc_request_when, HC, REQUEST_WHEN, GtkBox)

GtkWidget *hc_request_when_new           (HcAppointmentEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hc_request_when_is_right      (HcRequestWhen     *self);
void       hc_request_when_show_hours    (HcRequestWhen     *self,
                                          const char        *hours,
                                          const char        *zone);
void       hc_request_when_show_problems (HcRequestWhen     *self,
                                          GPtrArray         *problems);

G_END_DECLS
