/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-open-hours.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-wall-clock.h"

#define MINUTES_A_DAY (24 * 60)
#define MINUTES_A_WEEK (7 * MINUTES_A_DAY)

/* Nobody writes more down; a person may type these. */
#define MAX_TEXT 500
#define MAX_SPANS 50

/* No row of holidays is longer than that, in days. */
#define HORIZON 21

#define ALWAYS "always"
#define HOLIDAYS "holidays"

struct _HcOpenHours
{
  gboolean  always;
  gboolean  on_holidays;
  GArray   *spans; /* of HcOpenSpan, in the order of the week */
};

static const char *const day_names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };

G_DEFINE_QUARK (hc-open-hours-error-quark, hc_open_hours_error)

/**
 * hc_open_hours_free:
 * @self: (transfer full) (nullable): open hours
 */
void
hc_open_hours_free (HcOpenHours *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->spans);
  g_free (self);
}

/**
 * hc_open_state_free:
 * @self: (transfer full) (nullable): how it is at a moment
 */
void
hc_open_state_free (HcOpenState *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->changes, g_date_time_unref);
  g_free (self->holiday);
  g_free (self);
}

/* Returns the number of a day from Monday, 0; -1: it is none. */
static int
find_day (const char *name)
{
  for (int i = 0; day_names[i] != NULL; i++)
    if (g_str_equal (day_names[i], name))
      return i;

  return -1;
}

/* Reads `mon`, `mon-fri`, `mon,wed-thu` or `daily`; bit 0 stands for Monday. A range may go over Sunday. */
static gboolean
parse_days (const char *text,
            guint      *days)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *days = 0;

  if (g_str_equal (text, "daily"))
    {
      *days = 0x7f;
      return TRUE;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "-", -1);
      guint n_ends = g_strv_length (ends);
      int first = n_ends > 0 ? find_day (ends[0]) : -1;
      int last = n_ends == 2 ? find_day (ends[1]) : first;

      if (first < 0 || last < 0 || n_ends > 2)
        return FALSE;

      for (int day = first;; day = (day + 1) % 7)
        {
          *days |= 1u << day;
          if (day == last)
            break;
        }
    }

  return *days != 0;
}

/* Reads `08:00`, up to `24:00`, and returns minutes; -1: it is no time. */
static int
parse_time (const char *text)
{
  int hours, minutes;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return -1;

  hours = (text[0] - '0') * 10 + (text[1] - '0');
  minutes = (text[3] - '0') * 10 + (text[4] - '0');

  if (minutes > 59 || hours * 60 + minutes > MINUTES_A_DAY)
    return -1;

  return hours * 60 + minutes;
}

/* Reads `08:00-18:00`; what does not end after it starts ends on the next day. */
static gboolean
parse_times (const char *text,
             HcOpenSpan *span)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", -1);

  if (g_strv_length (ends) != 2)
    return FALSE;

  span->start = parse_time (ends[0]);
  span->end = parse_time (ends[1]);

  if (span->start < 0 || span->end < 0 || span->start == span->end || span->start == MINUTES_A_DAY)
    return FALSE;

  if (span->end < span->start)
    span->end += MINUTES_A_DAY;

  return TRUE;
}

/* Reads `mon-fri 08:00-12:00,13:00-17:00`. */
static gboolean
parse_entry (HcOpenHours  *self,
             const char   *text,
             GError      **error)
{
  const char *space = strchr (text, ' ');
  g_autofree char *days_text = space != NULL ? g_strndup (text, (gsize) (space - text)) : g_strdup (text);
  g_auto (GStrv) spans = g_strsplit (space != NULL ? space + 1 : "", ",", -1);
  guint days;

  if (!parse_days (days_text, &days))
    {
      g_set_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_DAYS,
                   /* Translators: %s is what was typed. The days are written in English: mon, tue ... */
                   _("“%s” are no days: write mon, mon-fri, mon,wed or daily"), days_text);
      return FALSE;
    }

  if (spans[0] == NULL)
    {
      g_set_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_TIMES,
                   _("After the days come the times: mon-fri 08:00-18:00"));
      return FALSE;
    }

  for (guint i = 0; spans[i] != NULL; i++)
    {
      HcOpenSpan span = { 0, };

      if (!parse_times (g_strstrip (spans[i]), &span))
        {
          g_set_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_TIMES,
                       _("“%s” are no times: write 08:00-18:00"), spans[i]);
          return FALSE;
        }

      for (guint day = 0; day < 7; day++)
        if ((days & (1u << day)) != 0)
          {
            span.weekday = (GDateWeekday) (G_DATE_MONDAY + day);
            g_array_append_val (self->spans, span);
          }
    }

  return TRUE;
}

static int
get_week_minute (const HcOpenSpan *span)
{
  return (span->weekday - G_DATE_MONDAY) * MINUTES_A_DAY + span->start;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return get_week_minute (a) - get_week_minute (b);
}

static gboolean
has_overlap (GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const HcOpenSpan *span = &g_array_index (spans, HcOpenSpan, i);
      const HcOpenSpan *next = &g_array_index (spans, HcOpenSpan, (i + 1) % spans->len);
      int next_start = get_week_minute (next) + (i + 1 == spans->len ? MINUTES_A_WEEK : 0);

      if (get_week_minute (span) + span->end - span->start > next_start)
        return TRUE;
    }

  return FALSE;
}

/**
 * hc_open_hours_parse:
 * @text: open hours as the content and the profile write them
 * @error: return location for a %HC_OPEN_HOURS_ERROR, in words for a person
 *
 * Reads `mon-fri 08:00-18:00; sat 09:00-12:00,13:00-17:00`: parts with semicolons, each with days and times
 * by the clock of the place. `fri 20:00-02:00` ends on Saturday. `always` is day and night on each day. On
 * holidays it is closed, unless a last part is `holidays`; what is open always is open then, too.
 *
 * Returns: (transfer full) (nullable): the hours
 */
HcOpenHours *
hc_open_hours_parse (const char  *text,
                     GError     **error)
{
  g_autoptr (HcOpenHours) self = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcOpenHours, 1);
  self->spans = g_array_new (FALSE, TRUE, sizeof (HcOpenSpan));

  if (g_str_equal (text, ALWAYS))
    {
      self->always = self->on_holidays = TRUE;
      return g_steal_pointer (&self);
    }

  if (strlen (text) > MAX_TEXT)
    {
      g_set_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_LENGTH, _("The open hours are too long"));
      return NULL;
    }

  parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);

      if (g_str_equal (parts[i], HOLIDAYS) && i > 0 && parts[i + 1] == NULL)
        self->on_holidays = TRUE;
      else if (!parse_entry (self, parts[i], error))
        return NULL;
    }

  if (self->spans->len == 0 || self->spans->len > MAX_SPANS)
    {
      g_set_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_LENGTH,
                   _("Write the open hours as mon-fri 08:00-18:00"));
      return NULL;
    }

  g_array_sort (self->spans, compare_spans);

  if (has_overlap (self->spans))
    {
      g_set_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_OVERLAP, _("Two of the times overlap"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * hc_open_hours_is_always:
 * @self: open hours
 *
 * Returns: whether it is open day and night, on each day
 */
gboolean
hc_open_hours_is_always (const HcOpenHours *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->always;
}

/**
 * hc_open_hours_on_holidays:
 * @self: open hours
 *
 * Returns: whether they are said to hold on holidays, too
 */
gboolean
hc_open_hours_on_holidays (const HcOpenHours *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->on_holidays;
}

/**
 * hc_open_hours_get_n_spans:
 * @self: open hours
 *
 * Returns: how many spans a week has; 0 when it is open always
 */
guint
hc_open_hours_get_n_spans (const HcOpenHours *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans->len;
}

/**
 * hc_open_hours_get_span:
 * @self: open hours
 * @position: which one, from 0
 *
 * Returns: (transfer none): a span of the week, in the order of the week from Monday
 */
const HcOpenSpan *
hc_open_hours_get_span (const HcOpenHours *self,
                        guint              position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->spans->len, NULL);

  return &g_array_index (self->spans, HcOpenSpan, position);
}

/**
 * hc_open_hours_print:
 * @self: open hours
 *
 * Returns: (transfer full): a text that hc_open_hours_parse() reads as the same hours, span by span
 */
char *
hc_open_hours_print (const HcOpenHours *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->always)
    return g_strdup (ALWAYS);

  text = g_string_new (NULL);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const HcOpenSpan *span = &g_array_index (self->spans, HcOpenSpan, i);
      int end = span->end > MINUTES_A_DAY ? span->end - MINUTES_A_DAY : span->end;

      g_string_append_printf (text, "%s%s %02d:%02d-%02d:%02d", i > 0 ? "; " : "",
                              day_names[span->weekday - G_DATE_MONDAY], span->start / 60, span->start % 60,
                              end / 60, end % 60);
    }

  if (self->on_holidays)
    g_string_append (text, "; " HOLIDAYS);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A time in which it is open without a break, as Unix time. */
typedef struct
{
  gint64 start;
  gint64 end;
} Interval;

/* Joins what follows without a break: over midnight, or around a time that the clock leaves out. */
static void
add_interval (GArray *intervals,
              gint64  start,
              gint64  end)
{
  Interval interval = { start, end };
  Interval *last = intervals->len > 0 ? &g_array_index (intervals, Interval, intervals->len - 1) : NULL;

  /* A span may lie wholly in the hour that is left out in spring. */
  if (end <= start)
    return;

  if (last != NULL && start <= last->end)
    last->end = MAX (last->end, end);
  else
    g_array_append_val (intervals, interval);
}

/* Lists when it is open from the day before @today on: that may end on @today. */
static GArray *
list_intervals (const HcOpenHours *self,
                GTimeZone         *zone,
                HcHolidayCalendar *holidays,
                guint32            today)
{
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (Interval));

  for (guint32 day = today - 1; day <= today + HORIZON; day++)
    {
      gint64 midnight = hc_wall_clock_of_date (day);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);

      if (!self->on_holidays && holidays != NULL && hc_holiday_calendar_find (holidays, &date) != NULL)
        continue;

      for (guint i = 0; i < self->spans->len; i++)
        {
          const HcOpenSpan *span = &g_array_index (self->spans, HcOpenSpan, i);

          if (span->weekday == g_date_get_weekday (&date))
            add_interval (intervals, hc_wall_clock_find (zone, midnight + span->start * 60),
                          hc_wall_clock_find (zone, midnight + span->end * 60));
        }
    }

  return intervals;
}

static GDateTime *
make_time (gint64     instant,
           GTimeZone *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);

  return g_date_time_to_timezone (time, zone);
}

/**
 * hc_open_hours_check:
 * @self: open hours
 * @zone: the time zone of the place
 * @holidays: (nullable): the holidays there
 * @moment: a moment, in any zone
 *
 * Tells whether it is open at a moment, by the clock of the place. What began on a day before a holiday goes
 * on into it. A time that the clock leaves out in spring is when the clock has gone over it; one that comes
 * twice in autumn is the first. Changes that are more than three weeks away are not told.
 *
 * Returns: (transfer full): how it is
 */
HcOpenState *
hc_open_hours_check (const HcOpenHours *self,
                     GTimeZone         *zone,
                     HcHolidayCalendar *holidays,
                     GDateTime         *moment)
{
  g_autoptr (HcOpenState) state = NULL;
  g_autoptr (GArray) intervals = NULL;
  gint64 now, horizon;
  guint32 today;
  GDate date;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  state = g_new0 (HcOpenState, 1);
  state->open = self->always;

  if (self->always)
    return g_steal_pointer (&state);

  now = g_date_time_to_unix (moment);
  today = hc_wall_clock_to_date (hc_wall_clock_read (zone, now));
  horizon = hc_wall_clock_find (zone, hc_wall_clock_of_date (today + HORIZON));
  intervals = list_intervals (self, zone, holidays, today);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);
  if (!self->on_holidays && holidays != NULL)
    state->holiday = g_strdup (hc_holiday_calendar_find (holidays, &date));

  for (guint i = 0; i < intervals->len; i++)
    {
      const Interval *interval = &g_array_index (intervals, Interval, i);

      if (interval->end <= now)
        continue;

      state->open = interval->start <= now;
      if (!state->open)
        state->changes = make_time (interval->start, zone);
      else if (interval->end < horizon)
        state->changes = make_time (interval->end, zone);
      break;
    }

  return g_steal_pointer (&state);
}
