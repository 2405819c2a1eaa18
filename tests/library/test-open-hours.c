/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-open-hours-words.h"

/* Open hours at moments that were worked out by hand; the offsets were looked up with zdump. */

#define OFFICE "mon-fri 08:00-18:00"
#define NEW_YORK "America/New_York"
#define PHOENIX "America/Phoenix"

static HcHolidayCalendar *
make_calendar (void)
{
  HcHolidayCalendar *calendar = hc_holiday_calendar_new ();
  g_autoptr (GError) error = NULL;

  hc_holiday_calendar_add (calendar, "Independence Day", "july 4", &error);
  g_assert_no_error (error);
  hc_holiday_calendar_add (calendar, "Thanksgiving Day", "fourth thursday november", &error);
  g_assert_no_error (error);
  hc_holiday_calendar_add (calendar, "Christmas Day", "december 25", &error);
  g_assert_no_error (error);
  hc_holiday_calendar_add (calendar, "New Year's Day", "january 1", &error);
  g_assert_no_error (error);

  return calendar;
}

typedef struct
{
  const char *name;
  const char *hours;
  const char *zone;
  const char *moment;  /* in UTC */
  gboolean    open;
  const char *changes; /* by the clock of the place; NULL: never */
  const char *holiday;
} Moment;

static const Moment moments[] = {
  { "last-minute", OFFICE, NEW_YORK, "2026-11-20T22:59:59Z", TRUE, "2026-11-20T18:00:00-05", NULL },
  { "just-closed", OFFICE, NEW_YORK, "2026-11-20T23:00:00Z", FALSE, "2026-11-23T08:00:00-05", NULL },
  { "before-opening", OFFICE, NEW_YORK, "2026-11-23T12:59:59Z", FALSE, "2026-11-23T08:00:00-05", NULL },
  { "just-opened", OFFICE, NEW_YORK, "2026-11-23T13:00:00Z", TRUE, "2026-11-23T18:00:00-05", NULL },
  { "sunday", OFFICE, NEW_YORK, "2026-11-22T17:00:00Z", FALSE, "2026-11-23T08:00:00-05", NULL },

  /* Noon in London is early morning in New York and night in Honolulu. */
  { "honolulu", OFFICE, "Pacific/Honolulu", "2026-11-20T18:00:00Z", TRUE, "2026-11-20T18:00:00-10", NULL },
  { "honolulu-night", OFFICE, "Pacific/Honolulu", "2026-11-20T12:00:00Z", FALSE, "2026-11-20T08:00:00-10", NULL },

  /* Clocks go forward on 8 March 2026 and back on 1 November 2026, but not in Arizona. */
  { "weekend-into-summer", OFFICE, NEW_YORK, "2026-03-06T23:00:00Z", FALSE, "2026-03-09T08:00:00-04", NULL },
  { "summer-opens-earlier", OFFICE, NEW_YORK, "2026-03-09T12:00:00Z", TRUE, "2026-03-09T18:00:00-04", NULL },
  { "winter-not-yet", OFFICE, NEW_YORK, "2026-11-02T12:00:00Z", FALSE, "2026-11-02T08:00:00-05", NULL },
  { "phoenix-summer", "mon-fri 08:00-17:00", PHOENIX, "2026-07-01T15:00:00Z", TRUE, "2026-07-01T17:00:00-07", NULL },
  { "phoenix-winter", "mon-fri 08:00-17:00", PHOENIX, "2026-01-07T15:00:00Z", TRUE, "2026-01-07T17:00:00-07", NULL },
  { "through-spring-night", "sat 22:00-03:30", NEW_YORK, "2026-03-08T06:59:59Z", TRUE,
    "2026-03-08T03:30:00-04", NULL },
  { "to-time-left-out", "sat 22:00-02:30", NEW_YORK, "2026-03-08T06:00:00Z", TRUE, "2026-03-08T03:00:00-04", NULL },
  { "from-time-left-out", "sun 02:30-05:00", NEW_YORK, "2026-03-08T06:00:00Z", FALSE,
    "2026-03-08T03:00:00-04", NULL },
  { "wholly-left-out", "sun 02:15-02:45", NEW_YORK, "2026-03-08T06:00:00Z", FALSE, "2026-03-15T02:15:00-04", NULL },
  { "to-time-that-comes-twice", "sat 22:00-01:30", NEW_YORK, "2026-11-01T05:29:59Z", TRUE,
    "2026-11-01T01:30:00-04", NULL },
  { "after-time-that-comes-twice", "sat 22:00-01:30", NEW_YORK, "2026-11-01T06:10:00Z", FALSE,
    "2026-11-07T22:00:00-05", NULL },

  /* Over midnight */
  { "night", "fri 20:00-02:00", NEW_YORK, "2026-11-21T06:59:59Z", TRUE, "2026-11-21T02:00:00-05", NULL },
  { "night-over", "fri 20:00-02:00", NEW_YORK, "2026-11-21T07:00:00Z", FALSE, "2026-11-27T20:00:00-05", NULL },
  { "sunday-night", "sun 20:00-02:00", NEW_YORK, "2026-11-23T06:00:00Z", TRUE, "2026-11-23T02:00:00-05", NULL },
  { "joined-at-midnight", "fri 20:00-24:00; sat 00:00-04:00", NEW_YORK, "2026-11-21T02:00:00Z", TRUE,
    "2026-11-21T04:00:00-05", NULL },

  /* Several spans */
  { "lunch", "mon-fri 08:00-12:00,13:00-17:00", NEW_YORK, "2026-11-20T17:30:00Z", FALSE,
    "2026-11-20T13:00:00-05", NULL },
  { "after-lunch", "mon-fri 08:00-12:00,13:00-17:00", NEW_YORK, "2026-11-20T18:00:00Z", TRUE,
    "2026-11-20T17:00:00-05", NULL },
  { "shorter-friday", "mon-thu 10:00-18:00; fri 10:00-17:00", NEW_YORK, "2026-11-20T22:00:00Z", FALSE,
    "2026-11-23T10:00:00-05", NULL },

  /* Holidays: Thanksgiving is on 26 November 2026, Christmas on a Friday, the Fourth of July on a Saturday. */
  { "thanksgiving", OFFICE, NEW_YORK, "2026-11-26T17:00:00Z", FALSE, "2026-11-27T08:00:00-05", "Thanksgiving Day" },
  { "eve-of-thanksgiving", OFFICE, NEW_YORK, "2026-11-26T00:00:00Z", FALSE, "2026-11-27T08:00:00-05", NULL },
  { "long-christmas", OFFICE, NEW_YORK, "2026-12-24T23:00:00Z", FALSE, "2026-12-28T08:00:00-05", NULL },
  { "observed-on-friday", OFFICE, NEW_YORK, "2026-07-03T15:00:00Z", FALSE, "2026-07-06T08:00:00-04",
    "Independence Day" },
  { "open-on-holidays", OFFICE "; holidays", NEW_YORK, "2026-11-26T17:00:00Z", TRUE, "2026-11-26T18:00:00-05", NULL },
  { "night-into-holiday", "wed 20:00-02:00", NEW_YORK, "2026-11-26T06:00:00Z", TRUE, "2026-11-26T02:00:00-05",
    "Thanksgiving Day" },
  { "each-day-but-holidays", "daily 00:00-24:00", NEW_YORK, "2026-12-20T17:00:00Z", TRUE,
    "2026-12-25T00:00:00-05", NULL },

  /* The day of the place counts, not that of UTC. */
  { "still-holiday-there", OFFICE, "Pacific/Honolulu", "2026-11-27T09:00:00Z", FALSE, "2026-11-27T08:00:00-10",
    "Thanksgiving Day" },

  { "always", "always", NEW_YORK, "2026-12-25T17:00:00Z", TRUE, NULL, NULL },
  { "daily-and-holidays", "daily 00:00-24:00; holidays", NEW_YORK, "2026-12-25T17:00:00Z", TRUE, NULL, NULL },
};

static void
test_moment (gconstpointer user_data)
{
  const Moment *self = user_data;
  g_autoptr (HcHolidayCalendar) calendar = make_calendar ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (self->zone);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (self->moment, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcOpenHours) hours = hc_open_hours_parse (self->hours, &error);
  g_autoptr (HcOpenState) state = NULL;
  g_autofree char *changes = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (zone);
  state = hc_open_hours_check (hours, zone, calendar, moment);
  if (state->changes != NULL)
    changes = g_date_time_format_iso8601 (state->changes);

  g_assert_cmpint (state->open, ==, self->open);
  g_assert_cmpstr (changes, ==, self->changes);
  g_assert_cmpstr (state->holiday, ==, self->holiday);
}

/* The same moment is told in any zone, and without a calendar there are no holidays. */
static void
test_other_zone (void)
{
  g_autoptr (GTimeZone) new_york = g_time_zone_new_identifier (NEW_YORK);
  g_autoptr (GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (GDateTime) moment = g_date_time_new (tokyo, 2026, 11, 27, 2, 0, 0);
  g_autoptr (HcOpenHours) hours = hc_open_hours_parse (OFFICE, NULL);
  g_autoptr (HcOpenState) state = hc_open_hours_check (hours, new_york, NULL, moment);

  g_assert_true (state->open);
  g_assert_null (state->holiday);
  g_assert_cmpint (g_date_time_get_hour (state->changes), ==, 18);
  g_assert_cmpint (g_date_time_get_day_of_month (state->changes), ==, 26);
}

/* Looks at the clock on the wall there, and at nothing else. */
static gboolean
is_open_by_the_wall (GDateTime *moment,
                     GTimeZone *zone)
{
  g_autoptr (GDateTime) there = g_date_time_to_timezone (moment, zone);
  int weekday = g_date_time_get_day_of_week (there);
  int minute = g_date_time_get_hour (there) * 60 + g_date_time_get_minute (there);

  return (weekday <= 5 && minute >= 8 * 60 && minute < 18 * 60) || (weekday == 6 && minute >= 20 * 60) ||
         (weekday == 7 && minute < 5 * 60);
}

/* Every quarter of an hour of the weeks around both changes of the clock. */
static void
test_against_the_wall (void)
{
  static const char *const starts[] = { "2026-03-02T00:00:00Z", "2026-10-26T00:00:00Z" };
  static const char *const zones[] = { NEW_YORK, PHOENIX, "America/Los_Angeles", "Pacific/Honolulu" };
  g_autoptr (HcOpenHours) hours = hc_open_hours_parse (OFFICE "; sat 20:00-05:00", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (starts) * G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i / G_N_ELEMENTS (starts)]);
      g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (starts[i % G_N_ELEMENTS (starts)], NULL);
      gint64 promised = 0;
      gboolean was_open = FALSE;

      for (int quarter = 0; quarter < 14 * 24 * 4; quarter++)
        {
          g_autoptr (GDateTime) moment = g_date_time_add_minutes (start, quarter * 15);
          g_autoptr (HcOpenState) state = hc_open_hours_check (hours, zone, NULL, moment);

          g_assert_cmpint (state->open, ==, is_open_by_the_wall (moment, zone));

          /* What was said of the next change holds. */
          if (promised != 0)
            g_assert_cmpint (state->open != was_open, ==, g_date_time_to_unix (moment) == promised);

          was_open = state->open;
          promised = g_date_time_to_unix (state->changes);
        }
    }
}

typedef struct
{
  const char *text;
  const char *printed;
  const char *words;
} Text;

static const Text texts[] = {
  { "always", "always", "24 hours, every day" },
  { OFFICE, "mon 08:00-18:00; tue 08:00-18:00; wed 08:00-18:00; thu 08:00-18:00; fri 08:00-18:00",
    "Monday to Friday, 08:00 to 18:00" },
  { "fri 20:00-02:00", "fri 20:00-02:00", "Friday, 20:00 to 02:00" },
  { "sat-mon 09:00-12:00", "mon 09:00-12:00; sat 09:00-12:00; sun 09:00-12:00",
    "Monday, 09:00 to 12:00\nSaturday to Sunday, 09:00 to 12:00" },
  { "tue,thu 08:00-12:00, 13:00-24:00; holidays",
    "tue 08:00-12:00; tue 13:00-24:00; thu 08:00-12:00; thu 13:00-24:00; holidays",
    "Tuesday, 08:00 to 12:00 and 13:00 to 00:00\nThursday, 08:00 to 12:00 and 13:00 to 00:00" },
  { "daily 00:00-24:00",
    "mon 00:00-24:00; tue 00:00-24:00; wed 00:00-24:00; thu 00:00-24:00; fri 00:00-24:00; sat 00:00-24:00; "
    "sun 00:00-24:00", "Every day, 00:00 to 00:00" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcOpenHours) hours = hc_open_hours_parse (texts[i].text, &error);
      g_autoptr (HcOpenHours) again = NULL;
      g_autofree char *printed = NULL, *reprinted = NULL, *words = NULL;

      g_assert_no_error (error);
      printed = hc_open_hours_print (hours);
      g_assert_cmpstr (printed, ==, texts[i].printed);
      again = hc_open_hours_parse (printed, &error);
      g_assert_no_error (error);
      reprinted = hc_open_hours_print (again);
      g_assert_cmpstr (reprinted, ==, printed);
      words = hc_open_hours_dup_words (hours);
      g_assert_cmpstr (words, ==, texts[i].words);
    }
}

typedef struct
{
  const char *text;
  int         code;
} Fault;

static const Fault faults[] = {
  { "", HC_OPEN_HOURS_ERROR_LENGTH },
  { ";", HC_OPEN_HOURS_ERROR_DAYS },
  { "holidays", HC_OPEN_HOURS_ERROR_DAYS },
  { "Always", HC_OPEN_HOURS_ERROR_DAYS },
  { "Monday 08:00-18:00", HC_OPEN_HOURS_ERROR_DAYS },
  { "mon- 08:00-18:00", HC_OPEN_HOURS_ERROR_DAYS },
  { "mon-wed-fri 08:00-18:00", HC_OPEN_HOURS_ERROR_DAYS },
  { "mon,,fri 08:00-18:00", HC_OPEN_HOURS_ERROR_DAYS },
  { "08:00-18:00", HC_OPEN_HOURS_ERROR_DAYS },
  { "mon-fri", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon-fri ", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 8:00-18:00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08.00-18.00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:00-18:00-20:00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:60-18:00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:00-24:01", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 24:00-08:00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:00-08:00", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:00-18:00,", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon ٠٨:٠٠-١٨:٠٠", HC_OPEN_HOURS_ERROR_TIMES },
  { "mon 08:00-12:00,11:59-17:00", HC_OPEN_HOURS_ERROR_OVERLAP },
  { "mon-fri 08:00-18:00; wed 09:00-10:00", HC_OPEN_HOURS_ERROR_OVERLAP },
  { "fri 20:00-02:00; sat 01:00-03:00", HC_OPEN_HOURS_ERROR_OVERLAP },
  { "sun 20:00-02:00; mon 01:00-03:00", HC_OPEN_HOURS_ERROR_OVERLAP },
  { "mon 08:00-18:00; holidays; tue 08:00-18:00", HC_OPEN_HOURS_ERROR_DAYS },
};

static void
test_faults (void)
{
  g_autofree char *many = NULL, *long_text = g_strnfill (501, 'm');
  g_autoptr (GString) spans = g_string_new ("daily ");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcOpenHours) hours = hc_open_hours_parse (faults[i].text, &error);

      g_test_message ("%s", faults[i].text);
      g_assert_null (hours);
      g_assert_error (error, HC_OPEN_HOURS_ERROR, faults[i].code);
    }

  for (int hour = 0; hour < 8; hour++)
    g_string_append_printf (spans, "%s%02d:00-%02d:30", hour > 0 ? "," : "", hour, hour);
  many = g_string_free_and_steal (g_steal_pointer (&spans));

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hc_open_hours_parse (i == 0 ? many : long_text, &error));
      g_assert_error (error, HC_OPEN_HOURS_ERROR, HC_OPEN_HOURS_ERROR_LENGTH);
    }
}

typedef struct
{
  const char *hours;
  const char *moment;
  const char *mine;
  const char *words;
} Sentence;

static const Sentence sentences[] = {
  { OFFICE, "2026-11-20T17:00:00Z", NEW_YORK, "Open now, until 18:00" },
  { OFFICE, "2026-11-20T17:00:00Z", "America/Los_Angeles", "Open now, until 18:00 (15:00 your time)" },
  { OFFICE, "2026-11-19T23:30:00Z", NEW_YORK, "Closed now, opens tomorrow at 08:00" },
  { OFFICE, "2026-11-20T23:30:00Z", NEW_YORK, "Closed now, opens Monday at 08:00" },
  { OFFICE, "2026-11-20T23:30:00Z", "Pacific/Honolulu",
    "Closed now, opens Monday at 08:00 (Monday at 03:00 your time)" },
  { OFFICE, "2026-11-26T17:00:00Z", NEW_YORK,
    "Probably closed today (Thanksgiving Day), opens tomorrow at 08:00" },
  { "thu 08:00-10:00", "2026-11-20T17:00:00Z", NEW_YORK, "Closed now, opens 3 December at 08:00" },
  { "always", "2026-11-20T17:00:00Z", "Asia/Tokyo", "Open now, day and night" },
};

static void
test_sentences (void)
{
  g_autoptr (HcHolidayCalendar) calendar = make_calendar ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (NEW_YORK);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GTimeZone) mine = g_time_zone_new_identifier (sentences[i].mine);
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (sentences[i].moment, NULL);
      g_autoptr (HcOpenHours) hours = hc_open_hours_parse (sentences[i].hours, NULL);
      g_autoptr (HcOpenState) state = hc_open_hours_check (hours, zone, calendar, moment);
      g_autofree char *words = hc_open_state_dup_words (state, moment, zone, mine);

      g_assert_cmpstr (words, ==, sentences[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *path = g_strconcat ("/library/open-hours/moments/", moments[i].name, NULL);

      g_test_add_data_func (path, &moments[i], test_moment);
    }

  g_test_add_func ("/library/open-hours/other-zone", test_other_zone);
  g_test_add_func ("/library/open-hours/against-the-wall", test_against_the_wall);
  g_test_add_func ("/library/open-hours/texts", test_texts);
  g_test_add_func ("/library/open-hours/faults", test_faults);
  g_test_add_func ("/library/open-hours/sentences", test_sentences);

  return g_test_run ();
}
