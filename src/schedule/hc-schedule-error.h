/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_SCHEDULE_ERROR (hc_schedule_error_quark ())

/**
 * HcScheduleError:
 * @HC_SCHEDULE_ERROR_NO_TIMES: there is no time of the day
 * @HC_SCHEDULE_ERROR_BAD_TIME: a time that no day has, or a time zone that cannot be one
 * @HC_SCHEDULE_ERROR_BAD_AMOUNT: an amount that nobody takes
 * @HC_SCHEDULE_ERROR_BAD_DAYS: days that never come
 * @HC_SCHEDULE_ERROR_BAD_DATES: no first day, or an end before the start
 * @HC_SCHEDULE_ERROR_BAD_PAUSE: a pause that ends before it starts, or two that overlap
 * @HC_SCHEDULE_ERROR_BAD_INTERVAL: a time between two doses that is too short or too long
 * @HC_SCHEDULE_ERROR_BAD_MAXIMUM: a maximum of the day that is less than one dose
 * @HC_SCHEDULE_ERROR_NEVER: all is right, but no dose ever falls
 * @HC_SCHEDULE_ERROR_TOO_MANY: more than there can be of something
 * @HC_SCHEDULE_ERROR_BAD_TEXT: what the database keeps cannot be read
 *
 * What can be wrong with a schedule or a course. The messages are in a person's words, translated.
 */
typedef enum {
  HC_SCHEDULE_ERROR_NO_TIMES,
  HC_SCHEDULE_ERROR_BAD_TIME,
  HC_SCHEDULE_ERROR_BAD_AMOUNT,
  HC_SCHEDULE_ERROR_BAD_DAYS,
  HC_SCHEDULE_ERROR_BAD_DATES,
  HC_SCHEDULE_ERROR_BAD_PAUSE,
  HC_SCHEDULE_ERROR_BAD_INTERVAL,
  HC_SCHEDULE_ERROR_BAD_MAXIMUM,
  HC_SCHEDULE_ERROR_NEVER,
  HC_SCHEDULE_ERROR_TOO_MANY,
  HC_SCHEDULE_ERROR_BAD_TEXT,
} HcScheduleError;

GQuark hc_schedule_error_quark (void);

G_END_DECLS
