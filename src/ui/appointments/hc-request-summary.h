/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-appointment.h"
#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_REQUEST_SUMMARY (hc_request_summary_get_type ())

G_DECLARE_FINAL_TYPE (HcRequestSummary, hc_request_summary, HC, REQUEST_SUMMARY, GtkBox)

void hc_request_summary_show (HcRequestSummary           *self,
                              HcContext                  *context,
                              const HcAppointmentDetails *details,
                              GPtrArray                  *problems);

G_END_DECLS
