/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-care-directory.h"
#include "hc-context.h"

G_BEGIN_DECLS

/**
 * HcVisitHours:
 *
 * When the place of an appointment is open.
 */
typedef struct _HcVisitHours HcVisitHours;

HcVisitHours *hc_visit_hours_new         (HcContext                  *context,
                                          HcCareDirectory            *directory,
                                          const HcAppointmentDetails *details) G_GNUC_WARN_UNUSED_RESULT;
void          hc_visit_hours_free        (HcVisitHours               *self);
gboolean      hc_visit_hours_is_open     (const GDate                *day,
                                          int                         from,
                                          int                         until,
                                          gpointer                    hours);
char         *hc_visit_hours_dup_words   (HcVisitHours               *self,
                                          GDateTime                  *now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcVisitHours, hc_visit_hours_free)

G_END_DECLS
