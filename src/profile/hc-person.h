/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcPersonDetails:
 * @is_user: whether it is the one who uses the program, and not one they care for
 * @name: (nullable): the name; %NULL: not told
 * @birth_year: the year of birth; 0: not told
 * @site: (nullable): where the cancer began, `colon` or `rectal`; %NULL: not known
 * @stage: (nullable): `0` to `4` or `recurrent`; %NULL: not known
 * @biomarkers: (nullable): words such as `msi-h` with spaces between them
 * @allergies: (nullable): what they told not to bear, one a line
 * @foods: (nullable): what they usually eat and drink that may matter, one a line
 * @treatment: (nullable): their treatment, in their own words
 * @last_visit: (nullable): the day of the last visit, `2026-11-20`; %NULL: not told
 * @treated: (nullable): the day of the operation or of the end of the treatment, from which checks are counted,
 *   `2026-11-20`; %NULL: not told
 *
 * What a person told of themselves. What is saved has texts in place of %NULL, but for name, site, stage,
 * last_visit and treated.
 */
typedef struct
{
  gboolean    is_user;
  const char *name;
  int         birth_year;
  const char *site;
  const char *stage;
  const char *biomarkers;
  const char *allergies;
  const char *foods;
  const char *treatment;
  const char *last_visit;
  const char *treated;
} HcPersonDetails;

#define HC_TYPE_PERSON (hc_person_get_type ())

G_DECLARE_FINAL_TYPE (HcPerson, hc_person, HC, PERSON, GObject)

HcPerson              *hc_person_new         (void) G_GNUC_WARN_UNUSED_RESULT;
const char            *hc_person_get_id      (HcPerson *self);
const HcPersonDetails *hc_person_get_details (HcPerson *self);
GDateTime             *hc_person_get_created (HcPerson *self);

G_END_DECLS
