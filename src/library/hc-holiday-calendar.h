/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_HOLIDAY_ERROR (hc_holiday_error_quark ())

/**
 * HcHolidayError:
 * @HC_HOLIDAY_ERROR_RULE: the text is not the rule of a holiday
 */
typedef enum {
  HC_HOLIDAY_ERROR_RULE,
} HcHolidayError;

GQuark hc_holiday_error_quark (void);

#define HC_TYPE_HOLIDAY_CALENDAR (hc_holiday_calendar_get_type ())

G_DECLARE_FINAL_TYPE (HcHolidayCalendar, hc_holiday_calendar, HC, HOLIDAY_CALENDAR, GObject)

HcHolidayCalendar *hc_holiday_calendar_new  (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean           hc_holiday_calendar_add  (HcHolidayCalendar *self,
                                             const char        *name,
                                             const char        *rule,
                                             GError           **error);
const char        *hc_holiday_calendar_find (HcHolidayCalendar *self,
                                             const GDate       *date);

G_END_DECLS
