/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"
#include "hc-open-hours.h"

G_BEGIN_DECLS

#define HC_TYPE_HELPLINE (hc_helpline_get_type ())

G_DECLARE_FINAL_TYPE (HcHelpline, hc_helpline, HC, HELPLINE, GObject)

/**
 * HcHelplineDetails:
 * @id: its id
 * @name: its name
 * @purpose: what it is for
 * @phone: (nullable): its number, as hc_phone_number_is_valid() has it; %NULL: no source tells one
 * @message: (nullable): the word to send to @phone: then it is a line for messages, not for calls
 * @hours: (nullable): when it is answered, as hc_open_hours_parse() reads it; %NULL: not confirmed
 * @zone: (nullable): the time zone of @hours, as in the tz database; %NULL: they need none
 * @website: its https address
 * @languages: the languages, in words
 * @cost: what it costs, in words
 * @confirmed: whether a source says so
 * @checked: the day on which that was checked, `YYYY-MM-DD`
 * @remark: (nullable): what else a reader should know
 *
 * All that is told of a helpline.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *purpose;
  const char *phone;
  const char *message;
  const char *hours;
  const char *zone;
  const char *website;
  const char *languages;
  const char *cost;
  gboolean    confirmed;
  const char *checked;
  const char *remark;
} HcHelplineDetails;

HcHelpline              *hc_helpline_new          (const HcHelplineDetails *details)
                                                   G_GNUC_WARN_UNUSED_RESULT;
const HcHelplineDetails *hc_helpline_get_details  (HcHelpline              *self);
const HcOpenHours       *hc_helpline_get_hours    (HcHelpline              *self);
GTimeZone               *hc_helpline_get_zone     (HcHelpline              *self);
GPtrArray               *hc_helpline_load_sources (HcHelpline              *self,
                                                   HcLibrary               *library,
                                                   GError                 **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
