/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcClinicDetails:
 * @person: (nullable): the id of the person who goes there, empty for the first one
 * @name: its name, or that of the doctor
 * @doctor: (nullable): whom one sees there
 * @role: (nullable): what they are, in the words of the person
 * @address: (nullable): where it is, in lines
 * @phone: (nullable): its number, as it was written
 * @email: (nullable): its address for e-mail
 * @web: (nullable): its address on the web
 * @hours: (nullable): when it is open, a weekly rule `mon-fri 08:00-18:00`; empty: not told
 * @zone: (nullable): the name of its time zone, `America/New_York`; empty: that of the person
 * @notes: (nullable): what else there is to say
 * @center: (nullable): the id of the center of the library that it was copied from
 *
 * What is told of a clinic. What is saved has empty texts in place of %NULL.
 */
typedef struct
{
  const char *person;
  const char *name;
  const char *doctor;
  const char *role;
  const char *address;
  const char *phone;
  const char *email;
  const char *web;
  const char *hours;
  const char *zone;
  const char *notes;
  const char *center;
} HcClinicDetails;

#define HC_TYPE_CLINIC (hc_clinic_get_type ())

G_DECLARE_FINAL_TYPE (HcClinic, hc_clinic, HC, CLINIC, GObject)

HcClinic              *hc_clinic_new         (void) G_GNUC_WARN_UNUSED_RESULT;
const char            *hc_clinic_get_id      (HcClinic *self);
const HcClinicDetails *hc_clinic_get_details (HcClinic *self);
GDateTime             *hc_clinic_get_created (HcClinic *self);
GDateTime             *hc_clinic_get_changed (HcClinic *self);

G_END_DECLS
