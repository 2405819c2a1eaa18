/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the place of an appointment is open: as a center of the library has it, or a clinic of the person's own. */

#include "hc-visit-hours.h"

#include "hc-open-hours-words.h"

#define MINUTES_OF_DAY (24 * 60)

struct _HcVisitHours
{
  HcOpenHours       *hours;
  GTimeZone         *zone;
  HcHolidayCalendar *holidays;
};

static char *
dup_hours (HcContext                  *context,
           HcCareDirectory            *directory,
           const HcAppointmentDetails *details)
{
  HcClinicStore *clinics = hc_profile_get_clinics (hc_context_get_profile (context));
  HcClinic *clinic = *details->clinic != '\0' ? hc_store_lookup (HC_STORE (clinics), details->clinic) : NULL;
  HcCareCenter *center = NULL;

  if (clinic != NULL)
    return g_strdup (hc_clinic_get_details (clinic)->hours);

  if (*details->center != '\0' && directory != NULL)
    center = hc_care_directory_get_center (directory, details->center);

  return center != NULL ? g_strdup (hc_care_center_get_details (center)->hours) : NULL;
}

/**
 * hc_visit_hours_new:
 * @context: with the clinics
 * @directory: (nullable): with the centers and the holidays
 * @details: what is told of an appointment
 *
 * Returns: (transfer full) (nullable): when its place is open; %NULL when that is not known
 */
HcVisitHours *
hc_visit_hours_new (HcContext                  *context,
                    HcCareDirectory            *directory,
                    const HcAppointmentDetails *details)
{
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) now = NULL;
  HcOpenHours *hours;
  HcVisitHours *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (details != NULL, NULL);

  text = dup_hours (context, directory, details);
  hours = text != NULL && *text != '\0' ? hc_open_hours_parse (text, NULL) : NULL;
  if (hours == NULL)
    return NULL;

  now = hc_clock_dup_time (hc_context_get_clock (context));
  self = g_new0 (HcVisitHours, 1);
  self->hours = hours;
  self->zone = hc_appointment_dup_zone (details, g_date_time_get_timezone (now));
  if (directory != NULL)
    self->holidays = g_object_ref (hc_care_directory_get_holidays (directory));

  return self;
}

/**
 * hc_visit_hours_free:
 * @self: (transfer full): hours
 */
void
hc_visit_hours_free (HcVisitHours *self)
{
  hc_open_hours_free (self->hours);
  g_time_zone_unref (self->zone);
  g_clear_object (&self->holidays);
  g_free (self);
}

/**
 * hc_visit_hours_is_open:
 * @day: a day
 * @from: a minute of it
 * @until: a later one
 * @hours: an #HcVisitHours
 *
 * An #HcOpenFunc. On a holiday places are only probably closed; that is told as well.
 *
 * Returns: whether it is open at some time between them, by the clock of the place
 */
gboolean
hc_visit_hours_is_open (const GDate *day,
                        int          from,
                        int          until,
                        gpointer     hours)
{
  HcVisitHours *self = hours;

  if (hc_open_hours_is_always (self->hours))
    return TRUE;

  if (self->holidays != NULL && !hc_open_hours_on_holidays (self->hours) &&
      hc_holiday_calendar_find (self->holidays, day) != NULL)
    return FALSE;

  for (guint i = 0; i < hc_open_hours_get_n_spans (self->hours); i++)
    {
      const HcOpenSpan *span = hc_open_hours_get_span (self->hours, i);
      int start = span->start, end = span->end;

      /* What goes on after midnight belongs to the next day as well. */
      if (span->weekday != g_date_get_weekday (day))
        {
          if (span->weekday % 7 + 1 != g_date_get_weekday (day))
            continue;
          start -= MINUTES_OF_DAY;
          end -= MINUTES_OF_DAY;
        }

      if (start < until && end > from)
        return TRUE;
    }

  return FALSE;
}

/**
 * hc_visit_hours_dup_words:
 * @self: hours
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): the week, and how it is now, in two lines
 */
char *
hc_visit_hours_dup_words (HcVisitHours *self,
                          GDateTime    *now)
{
  g_autoptr (HcOpenState) state = NULL;
  g_autofree char *week = NULL, *present = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  state = hc_open_hours_check (self->hours, self->zone, self->holidays, now);
  week = hc_open_hours_dup_words (self->hours);
  present = hc_open_state_dup_words (state, now, self->zone, g_date_time_get_timezone (now));

  return g_strdup_printf ("%s\n%s", week, present);
}
