/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-open-hours-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-alarm.h"
#include "hc-care-words.h"
#include "hc-open-hours-words.h"
#include "hc-wrapped-label.h"

#define SPACE 3

/**
 * HcOpenHoursView:
 *
 * Whether somebody is there now and until when, by the clock of the place and by the person's own, above the hours of
 * the week. It is always true: it looks again when that changes.
 */
struct _HcOpenHoursView
{
  GtkBox             parent_instance;

  HcClock           *clock;
  HcAlarm           *alarm;
  HcOpenHours       *hours;
  GTimeZone         *zone;
  HcHolidayCalendar *holidays;

  GtkLabel          *state_label;
  GtkLabel          *hours_label;
};

G_DEFINE_FINAL_TYPE (HcOpenHoursView, hc_open_hours_view, GTK_TYPE_BOX)

static GDateTime *
dup_next_midnight (GDateTime *moment,
                   GTimeZone *zone)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (moment, zone);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (local, 1);

  return g_date_time_new (zone, g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                          g_date_time_get_day_of_month (tomorrow), 0, 0, 0.0);
}

static void
take_earlier (GDateTime **first,
              GDateTime  *other)
{
  if (g_date_time_compare (other, *first) < 0)
    {
      g_date_time_unref (*first);
      *first = g_date_time_ref (other);
    }
}

/* “Tomorrow” is another day after midnight, there or here. */
static void
set_alarm (HcOpenHoursView *self,
           HcOpenState     *state,
           GDateTime       *now,
           GTimeZone       *mine)
{
  g_autoptr (GDateTime) next = NULL, here = NULL;

  if (state->changes == NULL)
    return;

  next = dup_next_midnight (now, self->zone);
  here = dup_next_midnight (now, mine);
  take_earlier (&next, here);
  take_earlier (&next, state->changes);
  hc_alarm_set (self->alarm, next);
}

static void
update (HcOpenHoursView *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  GTimeZone *mine = g_date_time_get_timezone (now);
  g_autoptr (HcOpenState) state = hc_open_hours_check (self->hours, self->zone, self->holidays, now);
  g_autofree char *words = hc_open_state_dup_words (state, now, self->zone, mine);
  g_autofree char *week = hc_open_hours_dup_words (self->hours);

  gtk_label_set_label (self->state_label, words);

  if (hc_open_hours_is_always (self->hours))
    {
      gtk_label_set_label (self->hours_label, week);
    }
  else
    {
      g_autofree char *zone = hc_care_words_dup_zone (self->zone, now);
      /* Translators: open hours, and whose time these are, “Eastern time”; where there are lines of hours it stands
       * on one of its own. */
      g_autofree char *text = g_strdup_printf (strchr (week, '\n') != NULL ? _("%s\n(%s)") : _("%s (%s)"), week, zone);

      gtk_label_set_label (self->hours_label, text);
    }

  set_alarm (self, state, now, mine);
}

static void
hc_open_hours_view_finalize (GObject *object)
{
  HcOpenHoursView *self = HC_OPEN_HOURS_VIEW (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->clock);
  g_clear_object (&self->holidays);
  g_clear_pointer (&self->hours, hc_open_hours_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (hc_open_hours_view_parent_class)->finalize (object);
}

static void
hc_open_hours_view_class_init (HcOpenHoursViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_open_hours_view_finalize;
}

static void
hc_open_hours_view_init (HcOpenHoursView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  self->state_label = GTK_LABEL (hc_wrapped_label_new (NULL, "heading"));
  self->hours_label = GTK_LABEL (hc_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->state_label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hours_label));
}

/**
 * hc_open_hours_view_new:
 * @clock: tells the time
 * @hours: the hours
 * @zone: the time zone of the place
 * @holidays: days on which it is probably closed
 *
 * Returns: (transfer floating): the hours, which need none of these afterwards but the clock
 */
GtkWidget *
hc_open_hours_view_new (HcClock           *clock,
                        const HcOpenHours *hours,
                        GTimeZone         *zone,
                        HcHolidayCalendar *holidays)
{
  HcOpenHoursView *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (hours != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (HC_IS_HOLIDAY_CALENDAR (holidays), NULL);

  self = g_object_new (HC_TYPE_OPEN_HOURS_VIEW, NULL);
  text = hc_open_hours_print (hours);
  self->hours = hc_open_hours_parse (text, NULL);
  self->clock = g_object_ref (clock);
  self->zone = g_time_zone_ref (zone);
  self->holidays = g_object_ref (holidays);
  self->alarm = hc_alarm_new (clock);
  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
