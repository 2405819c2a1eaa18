/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares random schedules, over ten years, with a slow and obvious reference. */

#include "schedule-fixture.h"
#include "schedule-reference.h"

#include <string.h>

#define YEARS 10
#define N_SCHEDULES 40 /* in each zone */

/* --- Random schedules -------------------------------------------------------------------- */

static GDate
to_gdate (gint64 date)
{
  Calendar calendar = walk_to (date);
  GDate result;

  g_date_clear (&result, 1);
  g_date_set_dmy (&result, (GDateDay) calendar.number, (GDateMonth) calendar.month, (GDateYear) calendar.year);

  return result;
}

static int
random_minute (void)
{
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return g_test_rand_int_range (0, 240); /* where clocks are changed */

    case 1:
      return g_test_rand_int_range (23 * 60, 1440);

    case 2:
      return g_test_rand_int_range (0, 48) * 30;

    default:
      return g_test_rand_int_range (0, 1440);
    }
}

static void
random_line (PlanLine *line)
{
  int length, chosen = 0;

  line->kind = (HcDaysKind) g_test_rand_int_range (0, 4);
  line->minute = random_minute ();
  line->amount = g_test_rand_int_range (1, 20) / 4.0;
  line->n = line->kind == HC_DAYS_EVERY_N ? g_test_rand_int_range (1, 40)
                                          : g_test_rand_int_range (1, HC_DAYS_MAX_CYCLE + 1);
  length = line->kind == HC_DAYS_OF_WEEK ? 7 : line->n;

  if (g_test_rand_int_range (0, 3) == 0)
    line->first_day = g_test_rand_int_range (0, 400);

  if (g_test_rand_int_range (0, 3) == 0)
    line->n_days = g_test_rand_int_range (1, 200);

  for (int i = 0; i < length && i < HC_DAYS_MAX_CYCLE; i++)
    chosen += line->chosen[i] = g_test_rand_int_range (0, 3) == 0;

  if (chosen == 0)
    line->chosen[0] = TRUE;
}

static void
random_plan (Plan   *plan,
             gint64  start)
{
  gint64 date;

  memset (plan, 0, sizeof *plan);
  plan->hours = g_test_rand_int_range (0, 4) == 0;
  plan->first = start + g_test_rand_int_range (2, 300);
  date = plan->first - 5;

  if (g_test_rand_int_range (0, 3) == 0)
    plan->last = plan->first + g_test_rand_int_range (0, 2000);

  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      PlanPause *pause = &plan->pauses[plan->n_pauses++];

      pause->first = date + g_test_rand_int_range (1, 300);
      pause->last = pause->first + g_test_rand_int_range (0, 60);
      pause->shifts = g_test_rand_bit ();
      date = pause->last;
    }

  plan->n_lines = g_test_rand_int_range (1, G_N_ELEMENTS (plan->lines) + 1);

  for (int i = 0; i < plan->n_lines; i++)
    random_line (&plan->lines[i]);

  /* Two at the same minute. */
  if (plan->n_lines > 1 && g_test_rand_bit ())
    plan->lines[1].minute = plan->lines[0].minute;

  plan->interval = g_test_rand_int_range (60, 4000);
  plan->anchor = plan->first * 1440 + g_test_rand_int_range (-3000, 3000);
  plan->amount = g_test_rand_int_range (1, 20) / 4.0;
}

static HcSchedule *
to_schedule (const Plan *plan)
{
  HcSchedule *schedule = hc_schedule_new (plan->hours ? HC_SCHEDULE_EVERY_N_HOURS : HC_SCHEDULE_AT_TIMES);

  schedule->first = to_gdate (plan->first);

  if (plan->last != 0)
    schedule->last = to_gdate (plan->last);

  for (int i = 0; i < plan->n_lines; i++)
    {
      const PlanLine *from = &plan->lines[i];
      HcScheduleLine line = { .days = { .kind = from->kind, .n = from->n }, .minute = from->minute,
                              .amount = from->amount, .first_day = from->first_day, .n_days = from->n_days };

      for (int bit = 0; bit < 7; bit++)
        line.days.week |= (guint) from->chosen[bit] << bit;

      for (int bit = 0; from->kind == HC_DAYS_OF_CYCLE && bit < from->n; bit++)
        line.days.cycle[bit / 8] |= (guint8) (from->chosen[bit] << (bit % 8));

      g_array_append_val (schedule->lines, line);
    }

  for (int i = plan->n_pauses; i > 0; i--)
    {
      HcSchedulePause pause = { to_gdate (plan->pauses[i - 1].first), to_gdate (plan->pauses[i - 1].last),
                                plan->pauses[i - 1].shifts };

      g_array_append_val (schedule->pauses, pause);
    }

  schedule->interval_minutes = plan->interval;
  schedule->anchor = plan->anchor * 60;
  schedule->amount = plan->amount;

  return schedule;
}

/* --- Comparing ---------------------------------------------------------------------------- */

static void
assert_dose (const HcDose   *dose,
             const Expected *expected,
             GTimeZone      *here)
{
  g_autofree char *zone = NULL;

  g_assert_cmpstr (dose->key, ==, expected->key);
  g_assert_cmpint (g_date_time_to_unix (dose->time), ==, expected->minute * 60);
  g_assert_cmpfloat (dose->amount, ==, expected->amount);
  g_assert_true (g_date_time_get_timezone (dose->time) == here);
}

/* All at once, and in pieces. */
static void
assert_doses (HcSchedule *schedule,
              GArray     *expected,
              gint64      start,
              gint64      end,
              gint64      piece,
              GTimeZone  *here)
{
  guint n = 0;

  for (gint64 from = start * 60; from < end * 60;)
    {
      int length = piece == 0 ? 0 : g_test_rand_int_range (1, (int) piece);
      gint64 until = piece == 0 ? end * 60 : MIN (end * 60, from + length);
      g_autoptr (GDateTime) from_time = g_date_time_new_from_unix_utc (from);
      g_autoptr (GDateTime) until_time = g_date_time_new_from_unix_utc (until);
      g_autoptr (GPtrArray) doses = hc_schedule_list_doses (schedule, from_time, until_time, here);

      for (guint i = 0; i < doses->len; i++)
        {
          g_assert_cmpint (n, <, expected->len);
          assert_dose (g_ptr_array_index (doses, i), &g_array_index (expected, Expected, n++), here);
        }

      from = until;
    }

  g_assert_cmpint (n, ==, expected->len);
}

static void
assert_next (HcSchedule *schedule,
             GArray     *expected,
             gint64      start,
             gint64      end,
             GTimeZone  *here)
{
  for (int i = 0; i < 12; i++)
    {
      /* Half of them at the very moment of a dose. */
      gboolean exact = expected->len > 0 && g_test_rand_bit ();
      gint64 after = exact ? g_array_index (expected, Expected, g_test_rand_int_range (0, (int) expected->len)).minute
                           : start + g_test_rand_int_range (0, (int) (end - start));
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (after * 60);
      g_autoptr (HcDose) dose = hc_schedule_next_dose (schedule, time, here);
      guint n = 0;

      while (n < expected->len && g_array_index (expected, Expected, n).minute <= after)
        n++;

      if (n < expected->len && g_array_index (expected, Expected, n).minute - after < 4 * 365 * 1440)
        {
          g_assert_nonnull (dose);
          assert_dose (dose, &g_array_index (expected, Expected, n), here);
        }
      else if (n == expected->len && dose != NULL)
        g_assert_cmpint (g_date_time_to_unix (dose->time), >=, end * 60);
    }
}

static void
assert_round_trip (HcSchedule *schedule)
{
  g_autofree char *text = hc_schedule_print (schedule);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSchedule) parsed = hc_schedule_parse (text, &error);

  g_assert_no_error (error);
  g_assert_true (hc_schedule_equal (parsed, schedule));
}

static void
compare_plan (const Plan  *plan,
              const Clock *clock,
              const char  *zone,
              gint64       start,
              gint64       end)
{
  g_autoptr (HcSchedule) schedule = to_schedule (plan);
  g_autoptr (GArray) expected = list_expected (plan, clock, end);
  g_autoptr (GTimeZone) elsewhere = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (GError) error = NULL;
  gboolean own_zone = g_test_rand_int_range (0, 4) == 0, valid;

  if (own_zone)
    schedule->zone = g_strdup (zone);

  valid = hc_schedule_check (schedule, &error);

  if (valid)
    assert_round_trip (schedule);
  else
    g_assert_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_NEVER);

  /* Counted hours may be allowed without a dose: whether the only one falls on the last day depends on the zone. */
  g_assert_cmpint (valid, ==, expected->len > 0 || (valid && plan->hours));

  assert_doses (schedule, expected, start, end, 0, own_zone ? elsewhere : clock->zone);
  assert_doses (schedule, expected, start, end, 300 * 24 * 60 * 60, own_zone ? elsewhere : clock->zone);
  assert_next (schedule, expected, start, end, own_zone ? elsewhere : clock->zone);
}

static void
test_zone (gconstpointer data)
{
  const char *zone = data;
  /* From 2008 on, so that the day that Samoa has not, 2011-12-30, lies within; or from 2024 on. */
  gboolean past = strcmp (zone, "Pacific/Apia") == 0 || strcmp (zone, "America/Sao_Paulo") == 0 || g_test_rand_bit ();
  Calendar calendar = walk_to ((past ? 38 : 54) * 365);
  gint64 start = calendar.date * 1440;
  gint64 end = start + YEARS * 365 * 1440;
  g_autoptr (Clock) clock = clock_new (zone, start, end);

  for (int i = 0; i < N_SCHEDULES; i++)
    {
      Plan plan;

      random_plan (&plan, calendar.date);
      compare_plan (&plan, clock, zone, start, end);
    }
}

/* The walk through the calendar is right itself. */
static void
test_calendar (void)
{
  Calendar calendar = walk_to (20777);

  g_assert_cmpint (calendar.year, ==, 2026);
  g_assert_cmpint (calendar.month, ==, 11);
  g_assert_cmpint (calendar.number, ==, 20);
  g_assert_cmpint (calendar.weekday, ==, 4); /* a Friday */
}

int
main (int   argc,
      char *argv[])
{
  static const char *zones[] = { "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu",
                                 "America/Sao_Paulo", "Pacific/Apia", "Africa/Casablanca", "UTC" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule-property/calendar", test_calendar);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule-property/", zones[i], NULL);

      g_test_add_data_func (path, zones[i], test_zone);
    }

  return g_test_run ();
}
