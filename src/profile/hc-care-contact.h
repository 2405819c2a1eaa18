/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcCareContactDetails:
 * @person: (nullable): the id of the person whom they care for, empty for the first one
 * @name: their name
 * @role: (nullable): what they are, in the words of the person
 * @phone: (nullable): their number, as it was written
 * @email: (nullable): their address
 * @note: (nullable): what else there is to say
 */
typedef struct
{
  const char *person;
  const char *name;
  const char *role;
  const char *phone;
  const char *email;
  const char *note;
} HcCareContactDetails;

#define HC_TYPE_CARE_CONTACT (hc_care_contact_get_type ())

G_DECLARE_FINAL_TYPE (HcCareContact, hc_care_contact, HC, CARE_CONTACT, GObject)

HcCareContact              *hc_care_contact_new         (void) G_GNUC_WARN_UNUSED_RESULT;
const char                 *hc_care_contact_get_id      (HcCareContact *self);
const HcCareContactDetails *hc_care_contact_get_details (HcCareContact *self);
GDateTime                  *hc_care_contact_get_created (HcCareContact *self);
GDateTime                  *hc_care_contact_get_changed (HcCareContact *self);

G_END_DECLS
