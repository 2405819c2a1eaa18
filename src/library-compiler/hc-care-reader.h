/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-center.h"
#include "hc-care-guide.h"
#include "hc-helpline.h"
#include "hc-record-file.h"
#include "hc-support-group.h"

G_BEGIN_DECLS

/**
 * HcUsStateDraft:
 * @code: its two letters
 * @name: its name
 */
typedef struct
{
  const char *code;
  const char *name;
} HcUsStateDraft;

/**
 * HcHolidayDraft:
 * @name: its name
 * @rule: when it is
 */
typedef struct
{
  const char *name;
  const char *rule;
} HcHolidayDraft;

/**
 * HcCareCenterDraft:
 * @details: what is told of it; its strings are those of the record, but for the city and the state
 * @kind: the name of its kind
 * @city: the city
 * @state: the letters of the state
 * @sources: (element-type HcSourceDraft): what says so
 * @line: where it stands
 */
typedef struct
{
  HcCareCenterDetails  details;
  const char          *kind;
  char                *city;
  char                *state;
  GPtrArray           *sources;
  int                  line;
} HcCareCenterDraft;

/**
 * HcHelplineDraft:
 * @details: what is told of it; its strings are those of the record
 * @sources: (element-type HcSourceDraft): what says so
 */
typedef struct
{
  HcHelplineDetails  details;
  GPtrArray         *sources;
} HcHelplineDraft;

/**
 * HcSupportGroupDraft:
 * @details: what is told of it; its strings are those of the record
 * @form: the name of its form
 * @sources: (element-type HcSourceDraft): what says so
 */
typedef struct
{
  HcSupportGroupDetails  details;
  const char            *form;
  GPtrArray             *sources;
} HcSupportGroupDraft;

/**
 * HcCareGuideDraft:
 * @details: what it tells; its strings are those of the record, its lists are owned
 * @file: (type filename): its file
 * @sources: (element-type HcSourceDraft): what says so
 * @line: where it stands
 */
typedef struct
{
  HcCareGuideDetails  details;
  const char         *file;
  GPtrArray          *sources;
  int                 line;
} HcCareGuideDraft;

/**
 * HcCareDraft:
 * @files: (element-type HcRecordFile): the files; all strings below are theirs
 * @states: (element-type HcUsStateDraft): the states
 * @cities: (element-type HcCity): the cities
 * @holidays: (element-type HcHolidayDraft): the holidays
 * @holiday_sources: (element-type HcSourceDraft): what says so
 * @centers: (element-type HcCareCenterDraft): the centers
 * @helplines: (element-type HcHelplineDraft): the helplines, the most urgent first
 * @groups: (element-type HcSupportGroupDraft): the groups
 * @guides: (element-type HcCareGuideDraft): the guides
 * @ids: the ids of centers, helplines and guides
 *
 * What the care folder says.
 */
typedef struct
{
  GPtrArray  *files;
  GPtrArray  *states;
  GPtrArray  *cities;
  GPtrArray  *holidays;
  GPtrArray  *holiday_sources;
  GPtrArray  *centers;
  GPtrArray  *helplines;
  GPtrArray  *groups;
  GPtrArray  *guides;
  GHashTable *ids;
} HcCareDraft;

extern const char *const hc_care_reader_files[];

HcCareDraft *hc_care_draft_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         hc_care_draft_free   (HcCareDraft *self);
gboolean     hc_care_draft_has_id (HcCareDraft *self,
                                   const char  *place,
                                   const char  *id);
void         hc_care_reader_read  (HcCareDraft *self,
                                   const char  *name,
                                   const char  *file,
                                   const char  *text,
                                   HcFaultList *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCareDraft, hc_care_draft_free)

G_END_DECLS
