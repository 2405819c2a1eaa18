/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_GUIDE (hc_care_guide_get_type ())

G_DECLARE_FINAL_TYPE (HcCareGuide, hc_care_guide, HC, CARE_GUIDE, GObject)

/**
 * HcCareGuideDetails:
 * @id: its id
 * @title: its title
 * @summary: what it tells, in a sentence
 * @paragraphs: (array zero-terminated=1): its text, in plain text
 * @questions: (array zero-terminated=1): what to ask; may be empty
 * @links: (array zero-terminated=1): links to where there is more to read; may be empty
 * @checked: the day on which it was checked, `YYYY-MM-DD`
 *
 * All that a guide tells.
 */
typedef struct
{
  const char        *id;
  const char        *title;
  const char        *summary;
  const char *const *paragraphs;
  const char *const *questions;
  const char *const *links;
  const char        *checked;
} HcCareGuideDetails;

HcCareGuide              *hc_care_guide_new          (const HcCareGuideDetails *details)
                                                      G_GNUC_WARN_UNUSED_RESULT;
const HcCareGuideDetails *hc_care_guide_get_details  (HcCareGuide              *self);
GPtrArray                *hc_care_guide_load_sources (HcCareGuide              *self,
                                                      HcLibrary                *library,
                                                      GError                  **error)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
