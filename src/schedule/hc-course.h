/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-schedule.h"

G_BEGIN_DECLS

/**
 * HcRegimen:
 * @from: the moment from which it holds
 * @until: (nullable): the first moment at which it does not hold any more
 * @strength: of the medicine, `500 mg`; may be empty
 * @reason: why it was changed or stopped; may be empty
 * @schedule: when it is taken
 *
 * How a medicine was taken between two moments.
 */
typedef struct {
  GDateTime  *from;
  GDateTime  *until;
  char       *strength;
  char       *reason;
  HcSchedule *schedule;
} HcRegimen;

#define HC_COURSE_MAX_REGIMENS 200
#define HC_COURSE_MAX_STRENGTH 400 /* bytes */
#define HC_COURSE_MAX_REASON 8000  /* bytes */

/**
 * HcCourse:
 * @regimens: (element-type HcRegimen): oldest first, not overlapping
 *
 * The whole history of a medicine: what was changed stays.
 */
typedef struct {
  GPtrArray *regimens;
} HcCourse;

HcCourse        *hc_course_new         (void) G_GNUC_WARN_UNUSED_RESULT;
HcCourse        *hc_course_copy        (const HcCourse    *self) G_GNUC_WARN_UNUSED_RESULT;
void             hc_course_free        (HcCourse          *self);
gboolean         hc_course_equal       (const HcCourse    *a,
                                        const HcCourse    *b);
char            *hc_course_print       (const HcCourse    *self) G_GNUC_WARN_UNUSED_RESULT;
HcCourse        *hc_course_parse       (const char        *text,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
const HcRegimen *hc_course_get_current (const HcCourse    *self,
                                        GDateTime         *now);
const HcRegimen *hc_course_get_last    (const HcCourse    *self);
gboolean         hc_course_is_stopped  (const HcCourse    *self,
                                        GDateTime         *now);
gboolean         hc_course_begin       (HcCourse          *self,
                                        GDateTime         *from,
                                        const char        *strength,
                                        const HcSchedule  *schedule,
                                        GError           **error);
gboolean         hc_course_change      (HcCourse          *self,
                                        GDateTime         *when,
                                        const char        *strength,
                                        const HcSchedule  *schedule,
                                        const char        *reason,
                                        GError           **error);
gboolean         hc_course_stop        (HcCourse          *self,
                                        GDateTime         *when,
                                        const char        *reason,
                                        GError           **error);
gboolean         hc_course_restart     (HcCourse          *self,
                                        GDateTime         *when,
                                        GError           **error);
void             hc_course_correct     (HcCourse          *self,
                                        const char        *strength,
                                        const HcSchedule  *schedule);
GPtrArray       *hc_course_list_doses  (const HcCourse    *self,
                                        GDateTime         *from,
                                        GDateTime         *until,
                                        GTimeZone         *zone) G_GNUC_WARN_UNUSED_RESULT;
HcDose          *hc_course_next_dose   (const HcCourse    *self,
                                        GDateTime         *after,
                                        GTimeZone         *zone) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCourse, hc_course_free)

G_END_DECLS
