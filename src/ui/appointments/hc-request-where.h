/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-edit.h"
#include "hc-care-directory.h"
#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_REQUEST_WHERE (hc_request_where_get_type ())

G_DECLARE_FINAL_TYPE (HcRequestWhere, hc_request_where, HC, REQUEST_WHERE, GtkBox)

GtkWidget *hc_request_where_new           (HcContext                  *context,
                                           HcCareDirectory            *directory,
                                           HcAppointmentEdit          *edit) G_GNUC_WARN_UNUSED_RESULT;
void       hc_request_where_show_problems (HcRequestWhere             *self,
                                           GPtrArray                  *problems);
void       hc_request_where_let_go        (HcRequestWhere             *self);
void       hc_request_where_copy_center   (HcAppointmentDetails       *details,
                                           HcCareCenter               *center);
void       hc_request_where_copy_clinic   (HcAppointmentDetails       *details,
                                           HcClinic                   *clinic);

G_END_DECLS
