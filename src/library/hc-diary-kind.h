/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

/**
 * HcDiaryGroup:
 * @HC_DIARY_GROUP_WARNING: signs that are asked with yes and no
 * @HC_DIARY_GROUP_SYMPTOM: what is felt
 * @HC_DIARY_GROUP_MEASUREMENT: what is measured or counted at home
 * @HC_DIARY_GROUP_LAB: what a laboratory found
 * @HC_DIARY_GROUP_DAY: the day as such
 *
 * What belongs together, in the order in which it is shown.
 */
typedef enum {
  HC_DIARY_GROUP_WARNING,
  HC_DIARY_GROUP_SYMPTOM,
  HC_DIARY_GROUP_MEASUREMENT,
  HC_DIARY_GROUP_LAB,
  HC_DIARY_GROUP_DAY,
} HcDiaryGroup;

/**
 * HcDiaryInput:
 * @HC_DIARY_INPUT_GRADE: a grade after CTCAE, from 0; each has its words
 * @HC_DIARY_INPUT_NUMBER: a number with a unit
 * @HC_DIARY_INPUT_COUNT: a whole number
 * @HC_DIARY_INPUT_SCALE10: a whole number from 0 to 10; both ends have words
 * @HC_DIARY_INPUT_TEXT: words; there is no number
 * @HC_DIARY_INPUT_CHOICE: one of some words; the number is its place, from 0
 *
 * How an entry is made.
 */
typedef enum {
  HC_DIARY_INPUT_GRADE,
  HC_DIARY_INPUT_NUMBER,
  HC_DIARY_INPUT_COUNT,
  HC_DIARY_INPUT_SCALE10,
  HC_DIARY_INPUT_TEXT,
  HC_DIARY_INPUT_CHOICE,
} HcDiaryInput;

/**
 * HcDiaryBetter:
 * @HC_DIARY_BETTER_NEITHER: neither more nor less is better
 * @HC_DIARY_BETTER_LOWER: less is better
 * @HC_DIARY_BETTER_HIGHER: more is better
 *
 * What a change means.
 */
typedef enum {
  HC_DIARY_BETTER_NEITHER,
  HC_DIARY_BETTER_LOWER,
  HC_DIARY_BETTER_HIGHER,
} HcDiaryBetter;

gboolean hc_diary_group_from_string  (const char    *string,
                                      HcDiaryGroup  *group);
gboolean hc_diary_input_from_string  (const char    *string,
                                      HcDiaryInput  *input);
gboolean hc_diary_better_from_string (const char    *string,
                                      HcDiaryBetter *better);

#define HC_TYPE_DIARY_KIND (hc_diary_kind_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryKind, hc_diary_kind, HC, DIARY_KIND, GObject)

/**
 * HcDiaryKindDetails:
 * @id: its id; entries are kept under it
 * @name: its name
 * @group: what it belongs to
 * @input: how an entry is made
 * @question: what is asked
 * @hint: (nullable): how to measure or what to count
 * @words: (nullable) (array zero-terminated=1): of a grade or a choice what each number means, from 0; of a
 *   scale what 0 and 10 mean; %NULL for all others
 * @unit: (nullable): the unit in which a number is kept
 * @other_unit: (nullable): another unit in which it may be written and shown
 * @other_factor: a value in the other unit is value * factor + offset
 * @other_offset: likewise
 * @minimum: the least number that is accepted, in @unit
 * @maximum: the greatest
 * @digits: how many decimals are shown in @unit
 * @other_digits: likewise in @other_unit
 * @covered: whether it starts covered: such a result may frighten
 * @reference: (nullable): a common reference range in words
 * @better: what a change means
 * @link: (nullable): a link to where there is more to read
 *
 * All that is told of a kind of entry. A text has no numbers: all of them are 0.
 */
typedef struct
{
  const char        *id;
  const char        *name;
  HcDiaryGroup       group;
  HcDiaryInput       input;
  const char        *question;
  const char        *hint;
  const char *const *words;
  const char        *unit;
  const char        *other_unit;
  double             other_factor;
  double             other_offset;
  double             minimum;
  double             maximum;
  int                digits;
  int                other_digits;
  gboolean           covered;
  const char        *reference;
  HcDiaryBetter      better;
  const char        *link;
} HcDiaryKindDetails;

HcDiaryKind              *hc_diary_kind_new          (const HcDiaryKindDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcDiaryKindDetails *hc_diary_kind_get_details  (HcDiaryKind              *self);
gboolean                  hc_diary_kind_accepts      (HcDiaryKind              *self,
                                                      double                    value);
double                    hc_diary_kind_to_other     (HcDiaryKind              *self,
                                                      double                    value);
double                    hc_diary_kind_from_other   (HcDiaryKind              *self,
                                                      double                    other);
char                     *hc_diary_kind_format       (HcDiaryKind              *self,
                                                      double                    value,
                                                      gboolean                  in_other) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray                *hc_diary_kind_load_sources (HcDiaryKind              *self,
                                                      HcLibrary                *library,
                                                      GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
