/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

/**
 * HcRedFlagLevel:
 * @HC_RED_FLAG_LEVEL_EMERGENCY: the emergency number, now
 * @HC_RED_FLAG_LEVEL_CALL_NOW: the care team, now, day or night
 * @HC_RED_FLAG_LEVEL_CALL_TODAY: the care team, today
 *
 * How soon somebody must be called; the most urgent comes first.
 */
typedef enum {
  HC_RED_FLAG_LEVEL_EMERGENCY,
  HC_RED_FLAG_LEVEL_CALL_NOW,
  HC_RED_FLAG_LEVEL_CALL_TODAY,
} HcRedFlagLevel;

gboolean hc_red_flag_level_from_string (const char     *string,
                                        HcRedFlagLevel *level);

/**
 * HcDiaryOperator:
 * @HC_DIARY_OPERATOR_AT_LEAST: `>=`
 * @HC_DIARY_OPERATOR_MORE: `>`
 * @HC_DIARY_OPERATOR_AT_MOST: `<=`
 * @HC_DIARY_OPERATOR_LESS: `<`
 * @HC_DIARY_OPERATOR_EQUAL: `=`
 */
typedef enum {
  HC_DIARY_OPERATOR_AT_LEAST,
  HC_DIARY_OPERATOR_MORE,
  HC_DIARY_OPERATOR_AT_MOST,
  HC_DIARY_OPERATOR_LESS,
  HC_DIARY_OPERATOR_EQUAL,
} HcDiaryOperator;

/**
 * HcRedFlagCondition:
 * @kind: the id of a kind of entry
 * @op: how it is compared
 * @value: with what, in the unit of the kind
 */
typedef struct
{
  char            *kind;
  HcDiaryOperator  op;
  double           value;
} HcRedFlagCondition;

HcRedFlagCondition *hc_red_flag_condition_parse  (const char               *text) G_GNUC_WARN_UNUSED_RESULT;
void                hc_red_flag_condition_free   (HcRedFlagCondition       *self);
gboolean            hc_red_flag_condition_is_met (const HcRedFlagCondition *self,
                                                  double                    value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRedFlagCondition, hc_red_flag_condition_free)

#define HC_TYPE_RED_FLAG (hc_red_flag_get_type ())

G_DECLARE_FINAL_TYPE (HcRedFlag, hc_red_flag, HC, RED_FLAG, GObject)

/**
 * HcRedFlagDetails:
 * @id: its id
 * @level: how soon somebody must be called
 * @title: what was noticed
 * @what_to_do: what to do, the first thing first
 * @why: why it matters
 * @link: (nullable): a link to where there is more to read
 * @conditions: (element-type HcRedFlagCondition): all of them must be met
 * @window: how old a reading may be, in hours
 * @lasting: for how many hours the readings must have met the conditions, without another one in between;
 *   0: one reading is enough
 * @latest: whether only the newest reading of a kind counts; otherwise any within the window does, even when a
 *   later one is better
 */
typedef struct
{
  const char     *id;
  HcRedFlagLevel  level;
  const char     *title;
  const char     *what_to_do;
  const char     *why;
  const char     *link;
  GPtrArray      *conditions;
  int             window;
  int             lasting;
  gboolean        latest;
} HcRedFlagDetails;

HcRedFlag              *hc_red_flag_new          (const HcRedFlagDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcRedFlagDetails *hc_red_flag_get_details  (HcRedFlag              *self);
GPtrArray              *hc_red_flag_load_sources (HcRedFlag              *self,
                                                  HcLibrary              *library,
                                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
