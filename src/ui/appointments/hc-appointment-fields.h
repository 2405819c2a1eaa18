/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-appointment-edit.h"

G_BEGIN_DECLS

/**
 * HcAppointmentField:
 * @name: the name of a text of #HcAppointmentDetails
 * @title: what is asked for; marked with N_()
 * @hint: (nullable): what helps to fill it in; marked with N_()
 * @is_long: whether it has lines
 * @purpose: what is typed
 *
 * A text of an appointment, to be written.
 */
typedef struct
{
  const char      *name;
  const char      *title;
  const char      *hint;
  gboolean         is_long;
  GtkInputPurpose  purpose;
} HcAppointmentField;

#define HC_TYPE_APPOINTMENT_FIELDS (hc_appointment_fields_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentFields, hc_appointment_fields, HC, APPOINTMENT_FIELDS, GtkBox)

GtkWidget *hc_appointment_fields_new           (HcAppointmentEdit        *edit,
                                                const HcAppointmentField *fields,
                                                guint                     n_fields) G_GNUC_WARN_UNUSED_RESULT;
void       hc_appointment_fields_refill        (HcAppointmentFields      *self);
void       hc_appointment_fields_show_problems (HcAppointmentFields      *self,
                                                GPtrArray                *problems);

G_END_DECLS
