/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-calendar-event.h"

G_BEGIN_DECLS

#define HC_TYPE_IMPORTED_EVENT (hc_imported_event_get_type ())

G_DECLARE_FINAL_TYPE (HcImportedEvent, hc_imported_event, HC, IMPORTED_EVENT, GObject)

HcImportedEvent      *hc_imported_event_new          (HcCalendarEvent *event,
                                                      HcAppointment   *known,
                                                      GDateTime       *now) G_GNUC_WARN_UNUSED_RESULT;
HcAppointment        *hc_imported_event_get_known    (HcImportedEvent *self);
gboolean              hc_imported_event_is_nothing_new (HcImportedEvent *self);
gboolean              hc_imported_event_is_proposed  (HcImportedEvent *self,
                                                      GDateTime       *now);
gboolean              hc_imported_event_is_chosen    (HcImportedEvent *self);
void                  hc_imported_event_set_chosen   (HcImportedEvent *self,
                                                      gboolean         is_chosen);
gboolean              hc_imported_event_has_words    (HcImportedEvent *self,
                                                      const char      *folded);
char                 *hc_imported_event_dup_words    (HcImportedEvent *self) G_GNUC_WARN_UNUSED_RESULT;
HcAppointmentDetails *hc_imported_event_make_details (HcImportedEvent *self,
                                                      const char      *person,
                                                      GDateTime       *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
