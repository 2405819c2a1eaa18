/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-health-condition.h"
#include "hc-library.h"

G_BEGIN_DECLS

#define HC_HEALTH_CHECK_ERROR (hc_health_check_error_quark ())

/**
 * HcHealthCheckError:
 * @HC_HEALTH_CHECK_ERROR_NOT_A_NUMBER: what was entered is no whole number
 * @HC_HEALTH_CHECK_ERROR_OUT_OF_RANGE: the number is too small or too large
 */
typedef enum {
  HC_HEALTH_CHECK_ERROR_NOT_A_NUMBER,
  HC_HEALTH_CHECK_ERROR_OUT_OF_RANGE,
} HcHealthCheckError;

GQuark hc_health_check_error_quark (void);

/**
 * HcHealthStepKind:
 * @HC_HEALTH_STEP_ONE: one of the options is chosen
 * @HC_HEALTH_STEP_ANY: any of the options are chosen, or none
 * @HC_HEALTH_STEP_NUMBER: a whole number is entered
 */
typedef enum {
  HC_HEALTH_STEP_ONE,
  HC_HEALTH_STEP_ANY,
  HC_HEALTH_STEP_NUMBER,
} HcHealthStepKind;

/**
 * HcHealthGrade:
 * @HC_HEALTH_GRADE_EMERGENCY: call the emergency number
 * @HC_HEALTH_GRADE_CALL: call the care team now
 * @HC_HEALTH_GRADE_VISIT: make an appointment
 * @HC_HEALTH_GRADE_KNOW: good to know
 *
 * How soon something is to be done.
 */
typedef enum {
  HC_HEALTH_GRADE_EMERGENCY,
  HC_HEALTH_GRADE_CALL,
  HC_HEALTH_GRADE_VISIT,
  HC_HEALTH_GRADE_KNOW,
} HcHealthGrade;

gboolean hc_health_step_kind_from_string (const char       *string,
                                          HcHealthStepKind *kind);
gboolean hc_health_grade_from_string     (const char       *string,
                                          HcHealthGrade    *grade);

/**
 * HcHealthOption:
 * @id: its id within the step
 * @text: what is to be chosen
 */
typedef struct
{
  char *id;
  char *text;
} HcHealthOption;

/**
 * HcHealthStep:
 * @id: its id
 * @kind: what kind of answer it wants
 * @ask: the question
 * @detail: (nullable): what helps to answer it
 * @options: (element-type HcHealthOption): what can be chosen; empty for a number
 * @minimum: the smallest number
 * @maximum: the largest number
 */
typedef struct
{
  char             *id;
  HcHealthStepKind  kind;
  char             *ask;
  char             *detail;
  GPtrArray        *options;
  int               minimum;
  int               maximum;

  /*< private >*/
  HcHealthCondition *when;
} HcHealthStep;

/**
 * HcHealthResult:
 * @id: its id
 * @grade: how soon something is to be done
 * @title: what to do
 * @text: why, and how
 * @link: (nullable): where there is more to read
 * @sources: (element-type HcSource): the recommendations that it follows
 *
 * What a recommendation says about what was answered. Never a diagnosis.
 */
typedef struct
{
  char          *id;
  HcHealthGrade  grade;
  char          *title;
  char          *text;
  char          *link;
  GPtrArray     *sources;

  /*< private >*/
  gboolean           stops;
  HcHealthCondition *when;
} HcHealthResult;

#define HC_TYPE_HEALTH_CHECK (hc_health_check_get_type ())

G_DECLARE_FINAL_TYPE (HcHealthCheck, hc_health_check, HC, HEALTH_CHECK, GObject)

HcHealthCheck      *hc_health_check_new           (HcLibrary          *library,
                                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
const HcHealthStep *hc_health_check_get_step      (HcHealthCheck      *self);
double              hc_health_check_get_progress  (HcHealthCheck      *self);
const char *const  *hc_health_check_get_answer    (HcHealthCheck      *self);
void                hc_health_check_answer        (HcHealthCheck      *self,
                                                   const char *const  *options);
gboolean            hc_health_check_answer_number (HcHealthCheck      *self,
                                                   const char         *text,
                                                   GError            **error);
gboolean            hc_health_check_can_go_back   (HcHealthCheck      *self);
void                hc_health_check_go_back       (HcHealthCheck      *self);
void                hc_health_check_restart       (HcHealthCheck      *self);
GPtrArray          *hc_health_check_list_results  (HcHealthCheck      *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
