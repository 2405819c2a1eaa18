/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fields-fixture.h"
#include "hc-cycle-strip.h"
#include "hc-schedule-editor.h"
#include "hc-typed.h"

/* When a medicine is taken, as a person enters it. The days are those of the calendar of 2026, in which the
 * 20th of November is a Friday. */

typedef struct
{
  HcClock          *clock;
  GtkWidget        *window;
  HcScheduleEditor *editor;
  guint             n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 20, 15, 0, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->clock = hc_clock_new_fixed (now);
  fixture->editor = HC_SCHEDULE_EDITOR (hc_schedule_editor_new (fixture->clock));
  hc_schedule_editor_set_unit (fixture->editor, HC_DOSE_UNIT_TABLET);
  g_signal_connect_swapped (fixture->editor, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->editor));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  fixture->window = g_object_new (ADW_TYPE_WINDOW,
                                  "default-width", 360,
                                  "default-height", 640,
                                  "content", scroller,
                                  NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (fixture->editor)));
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer left = fixture->editor;

  g_object_add_weak_pointer (G_OBJECT (fixture->editor), &left);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_FOR (left == NULL);
  g_assert_finalize_object (fixture->clock);
}

/* What is said to be understood. */
static void
assert_words (Fixture    *fixture,
              const char *expected)
{
  if (hc_ui_fixture_find (fixture->editor, GTK_TYPE_LABEL, expected) == NULL)
    {
      g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (fixture->editor, GTK_TYPE_LABEL);

      for (guint i = 0; i < labels->len; i++)
        g_test_message ("%s", gtk_label_get_text (labels->pdata[i]));
      g_error ("It does not say “%s”", expected);
    }
}

static HcSchedule *
get_schedule (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HcSchedule *schedule = hc_schedule_editor_dup_schedule (fixture->editor, &error);

  g_assert_no_error (error);

  return schedule;
}

/* The faults are said, and what was entered does not become a schedule. */
static void
assert_wrong (Fixture    *fixture,
              const char *title,
              const char *fault)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_schedule_editor_dup_schedule (fixture->editor, &error));
  g_assert_error (error, HC_SCHEDULE_ERROR, error->code);
  hc_schedule_editor_focus_fault (fixture->editor);
  fields_fixture_assert_fault (fixture->editor, title, fault);
  hc_schedule_editor_focus_fault (fixture->editor);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (fields_fixture_find (fixture->editor, title))));
}

/* A new schedule is nothing yet; two presses make one. */
static void
test_simple (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;
  const HcScheduleLine *line;

  g_assert_cmpuint (fixture->n_changes, ==, 0);
  assert_words (fixture, "Add at least one time of the day.");
  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_press (fixture->editor, "Bedtime, 22:00");
  g_assert_cmpuint (fixture->n_changes, >=, 2);
  assert_words (fixture, "1 tablet at 08:00 and 22:00, every day, from 20 November 2026");
  /* It is three in the afternoon. */
  assert_words (fixture, "The next doses:\nFriday, 20 November 2026, 22:00: 1 tablet\n"
                         "Saturday, 21 November 2026, 08:00: 1 tablet\nSaturday, 21 November 2026, 22:00: 1 tablet");

  schedule = get_schedule (fixture);
  g_assert_cmpint (schedule->kind, ==, HC_SCHEDULE_AT_TIMES);
  g_assert_cmpuint (schedule->lines->len, ==, 2);
  line = &g_array_index (schedule->lines, HcScheduleLine, 1);
  g_assert_cmpint (line->minute, ==, 1320);
  g_assert_cmpfloat (line->amount, ==, 1);
  g_assert_cmpint (line->days.kind, ==, HC_DAYS_EVERY);
  g_assert_false (g_date_valid (&schedule->last));
  g_assert_null (schedule->zone);
}

/* Times as people write them. */
static void
test_times (void)
{
  static const struct { const char *text; int minute; } times[] = {
    { "8", 480 }, { "8:30", 510 }, { " 8.30 ", 510 }, { "8 am", 480 }, { "8 a.m.", 480 }, { "8:15PM", 1215 },
    { "12 am", 0 }, { "12 pm", 720 }, { "20.15", 1215 }, { "2015", 1215 }, { "830", 510 }, { "00:00", 0 },
    { "23:59", 1439 }, { "8h30", 510 },
    { "", -1 }, { "24:00", -1 }, { "8:60", -1 }, { "13 pm", -1 }, { "0 am", -1 }, { "-8", -1 }, { "8:3", -1 },
    { "morning", -1 }, { "8 x", -1 }, { "99999999999999999999", -1 }, { "8 apm", -1 }, { "8:30:00", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minute = -1;
      const char *fault = hc_typed_read_time (times[i].text, &minute);

      g_test_message ("%s", times[i].text);
      g_assert_cmpint (fault == NULL ? minute : -1, ==, times[i].minute);
      g_assert_true ((fault == NULL) == (times[i].minute >= 0));
    }
}

/* In the C locale the decimal sign is a dot. */
static void
test_numbers (void)
{
  static const struct { const char *text; double number; } numbers[] = {
    { "2", 2 }, { "0.5", 0.5 }, { "0,5", 0.5 }, { "½", 0.5 }, { "1½", 1.5 }, { "1 1/2", 1.5 }, { "3/4", 0.75 },
    { "2.125", 2.125 }, { "-1", -1 }, { "−1", -1 }, { "1e9", 1e9 }, { "1000", 1000 }, { "2,50", 2.5 },
  };
  static const char *const bad[] = { "", "abc", "1,000", "1.2.3", "1/0", "two", "nan", "inf", "0x10", "1 2", "5 mg" };
  double number;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_test_message ("%s", numbers[i].text);
      g_assert_null (hc_typed_read_number (numbers[i].text, &number));
      g_assert_cmpfloat_with_epsilon (number, numbers[i].number, 1e-9);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_nonnull (hc_typed_read_number (bad[i], &number));
    }
}

static void
test_dates (void)
{
  static const struct { const char *text; const char *iso; } dates[] = {
    { "2026-11-20", "2026-11-20" }, { "20 November 2026", "2026-11-20" }, { "November 20, 2026", "2026-11-20" },
    { "28 February 2026", "2026-02-28" }, { "29 February 2028", "2028-02-29" },
  };
  static const char *const bad[] = { "31 February 2026", "2026-02-31", "29 February 2026", "2026-13-01", "", "soon",
                                     "20 November", "2026-00-10" };
  GDate date;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      char text[11];

      g_test_message ("%s", dates[i].text);
      g_assert_null (hc_typed_read_date (dates[i].text, &date));
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      g_assert_cmpstr (text, ==, dates[i].iso);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_nonnull (hc_typed_read_date (bad[i], &date));
    }
}

/* What cannot be an amount is said at the amount, in plain words. */
static void
test_bad_amounts (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *text; const char *fault; } amounts[] = {
    { "0", "The amount must be more than zero." },
    { "-1", "The amount must be more than zero." },
    { "1e9", "The amount is too large." },
    { "abc", "Write a number, such as 2 or ½." },
    { "", "Write a number, such as 2 or ½." },
  };

  fields_fixture_press (fixture->editor, "Noon, 12:00");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      fields_fixture_type (fixture->editor, "How Much", amounts[i].text);
      assert_wrong (fixture, "How Much", amounts[i].fault);
      /* What was typed is still there. */
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (fixture->editor, "How Much"))),
                       ==, amounts[i].text);
    }

  fields_fixture_type (fixture->editor, "How Much", "1 1/2");
  fields_fixture_assert_fault (fixture->editor, "How Much", NULL);
  assert_words (fixture, "1½ tablets at 12:00, every day, from 20 November 2026");
  fields_fixture_type (fixture->editor, "Time", "25:00");
  assert_wrong (fixture, "Time", "A time must be between 00:00 and 23:59.");
  fields_fixture_type (fixture->editor, "Time", "7.45 am");
  assert_words (fixture, "1½ tablets at 07:45, every day");
}

/* Nothing is said before somebody goes on. */
static void
test_patience (Fixture       *fixture,
               gconstpointer  data)
{
  fields_fixture_press (fixture->editor, "Other Time");
  fields_fixture_type (fixture->editor, "Time", "8:");
  fields_fixture_assert_fault (fixture->editor, "Time", NULL);
  gtk_widget_grab_focus (fields_fixture_find_entry (fixture->editor, "Time"));
  gtk_widget_grab_focus (fields_fixture_find_entry (fixture->editor, "How Much"));
  fields_fixture_assert_fault (fixture->editor, "Time", "This is no time. Write it like 8:30.");
  fields_fixture_type (fixture->editor, "Time", "8");
  fields_fixture_assert_fault (fixture->editor, "Time", NULL);
  /* What was understood takes the place of what was typed. */
  gtk_widget_grab_focus (fields_fixture_find_entry (fixture->editor, "Time"));
  gtk_widget_grab_focus (fields_fixture_find_entry (fixture->editor, "How Much"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (fixture->editor, "Time"))),
                   ==, "08:00");
}

static void
test_week (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  guint n = 0;

  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_choose (fixture->editor, "On Which Days", 2);
  hc_schedule_editor_focus_fault (fixture->editor);
  assert_words (fixture, "Choose at least one day of the week.");

  fields_fixture_press (fixture->editor, "Mon");
  fields_fixture_press (fixture->editor, "Thu");
  assert_words (fixture, "1 tablet at 08:00 on Monday and Thursday, from 20 November 2026");
  assert_words (fixture, "Monday, 23 November 2026, 08:00");
  schedule = get_schedule (fixture);
  g_assert_cmphex (g_array_index (schedule->lines, HcScheduleLine, 0).days.week, ==, 0x09);

  /* A screen reader says the whole name. */
  buttons = hc_ui_fixture_find_all (fixture->editor, GTK_TYPE_TOGGLE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "Wed") == 0)
      {
        gtk_test_accessible_assert_property (buttons->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, "Wednesday");
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_cycle (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;
  GtkWidget *strip;

  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_choose (fixture->editor, "On Which Days", 3);
  g_assert_null (hc_ui_fixture_find (fixture->editor, HC_TYPE_CYCLE_STRIP, NULL));
  fields_fixture_press (fixture->editor, "1–5 and 8–12 of 28");
  assert_words (fixture, "1 tablet at 08:00, days 1 to 5 and 8 to 12 of 28, from 20 November 2026");
  strip = hc_ui_fixture_find (fixture->editor, HC_TYPE_CYCLE_STRIP, NULL);
  g_assert_nonnull (strip);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A cycle of 28 days with a dose on the days 1-5, 8-12");

  fields_fixture_type (fixture->editor, "Days With a Dose", "1-30");
  assert_wrong (fixture, "Days With a Dose", "Day 30 is not in a cycle of 28 days.");
  g_assert_null (hc_ui_fixture_find (fixture->editor, HC_TYPE_CYCLE_STRIP, NULL));
  fields_fixture_type (fixture->editor, "Days With a Dose", "14-1");
  assert_wrong (fixture, "Days With a Dose", "Write the days of the cycle like this: 1-14, or like this: 1-5, 8-12.");
  fields_fixture_type (fixture->editor, "Days With a Dose", "2");
  fields_fixture_type (fixture->editor, "Days in a Cycle", "0");
  assert_wrong (fixture, "Days in a Cycle", "Write a whole number that is more than zero.");
  fields_fixture_type (fixture->editor, "Days in a Cycle", "129");
  assert_wrong (fixture, "Days in a Cycle", "A cycle can have 1 to 128 days.");
  fields_fixture_type (fixture->editor, "Days in a Cycle", "2");
  schedule = get_schedule (fixture);
  g_assert_cmpint (g_array_index (schedule->lines, HcScheduleLine, 0).days.n, ==, 2);
  g_assert_cmphex (g_array_index (schedule->lines, HcScheduleLine, 0).days.cycle[0], ==, 0x02);
}

/* The steps of a taper follow one another by themselves. */
static void
test_taper (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;
  const HcScheduleLine *line;

  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_type (fixture->editor, "How Much", "4");
  fields_fixture_press (fixture->editor, "Then Another Dose");
  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_type (fixture->editor, "How Much", "2");
  /* How long the first step lasts must be told. */
  assert_wrong (fixture, "For How Many Days", "Write a number, such as 2 or ½.");
  fields_fixture_type (fixture->editor, "For How Many Days", "5");
  fields_fixture_choose (fixture->editor, "How Long", 1);
  fields_fixture_type (fixture->editor, "For How Many Days", "100000");
  assert_wrong (fixture, "For How Many Days", "The number of days is too small or too large.");
  fields_fixture_type (fixture->editor, "For How Many Days", "3");
  assert_words (fixture, "4 tablets at 08:00 for 5 days, then 2 tablets at 08:00 for 3 days, from 20 November 2026");

  schedule = get_schedule (fixture);
  line = &g_array_index (schedule->lines, HcScheduleLine, 1);
  g_assert_cmpint (line->first_day, ==, 5);
  g_assert_cmpint (line->n_days, ==, 3);
  g_assert_cmpfloat (line->amount, ==, 2);
}

static void
test_need (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;

  fields_fixture_press (fixture->editor, "When needed");
  fields_fixture_type (fixture->editor, "How Much at a Time", "1");
  assert_words (fixture, "1 tablet when needed");
  fields_fixture_type (fixture->editor, "At Most in a Day", "0.5");
  assert_wrong (fixture, "At Most in a Day", "The most in a day cannot be less than one dose.");
  fields_fixture_type (fixture->editor, "At Most in a Day", "0");
  assert_wrong (fixture, "At Most in a Day", "The most in a day cannot be less than one dose.");
  fields_fixture_type (fixture->editor, "At Most in a Day", "3");
  fields_fixture_type (fixture->editor, "Hours to Wait at Least", "-4");
  assert_wrong (fixture, "Hours to Wait at Least", "The time between two doses is too short or too long.");
  fields_fixture_type (fixture->editor, "Hours to Wait at Least", "1e9");
  assert_wrong (fixture, "Hours to Wait at Least", "The time between two doses is too short or too long.");
  fields_fixture_type (fixture->editor, "Hours to Wait at Least", "6");
  assert_words (fixture, "1 tablet when needed, at most 3 tablets in a day, at least 6 hours apart");
  schedule = get_schedule (fixture);
  g_assert_cmpfloat (schedule->daily_max, ==, 3);
  g_assert_cmpint (schedule->min_minutes, ==, 360);
}

static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;

  fields_fixture_press (fixture->editor, "Every few hours");
  fields_fixture_type (fixture->editor, "How Much at a Time", "2");
  fields_fixture_type (fixture->editor, "Time of the First Dose", "6");
  fields_fixture_type (fixture->editor, "Hours From One Dose to the Next", "0");
  assert_wrong (fixture, "Hours From One Dose to the Next", "The time between two doses is too short or too long.");
  fields_fixture_type (fixture->editor, "Hours From One Dose to the Next", "0.25");
  assert_wrong (fixture, "Hours From One Dose to the Next", "There can be at most 48 doses in a day.");
  fields_fixture_type (fixture->editor, "Hours From One Dose to the Next", "8");
  assert_words (fixture, "2 tablets every 8 hours, from 20 November 2026");
  assert_words (fixture, "Friday, 20 November 2026, 22:00: 2 tablets");
  schedule = get_schedule (fixture);
  g_assert_cmpint (schedule->interval_minutes, ==, 480);
  /* date -u -d "2026-11-20 06:00" +%s */
  g_assert_cmpint (schedule->anchor, ==, 1795154400);
}

/* Days that do not exist, or in the wrong order. */
static void
test_bad_dates (Fixture       *fixture,
                gconstpointer  data)
{
  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_type (fixture->editor, "First Day", "31 February 2026");
  assert_wrong (fixture, "First Day", "There is no such day. Write it like 20 November 2026.");
  fields_fixture_type (fixture->editor, "First Day", "1 January 1800");
  assert_wrong (fixture, "First Day", "The year must be between 1900 and 2200.");
  fields_fixture_type (fixture->editor, "First Day", "2026-11-20");
  fields_fixture_press (fixture->editor, "There is a last day");
  fields_fixture_type (fixture->editor, "Last Day", "19 November 2026");
  assert_wrong (fixture, "Last Day", "The last day is before the first day.");
  fields_fixture_type (fixture->editor, "Last Day", "1 January 3000");
  assert_wrong (fixture, "Last Day", "The year must be between 1900 and 2200.");
  fields_fixture_type (fixture->editor, "Last Day", "30 November 2026");
  assert_words (fixture, "1 tablet at 08:00, every day, from 20 November 2026 to 30 November 2026");

  /* From a Friday to a Sunday there is no Monday. */
  fields_fixture_choose (fixture->editor, "On Which Days", 2);
  fields_fixture_press (fixture->editor, "Mon");
  fields_fixture_type (fixture->editor, "Last Day", "22 November 2026");
  g_assert_null (hc_schedule_editor_dup_schedule (fixture->editor, NULL));
  hc_schedule_editor_focus_fault (fixture->editor);
  assert_words (fixture, "There is no day on which a dose is due.");
}

static void
test_pauses (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = NULL;

  fields_fixture_press (fixture->editor, "Morning, 08:00");
  fields_fixture_press (fixture->editor, "Pauses and Journeys");
  fields_fixture_press (fixture->editor, "Add a Pause");
  fields_fixture_type (fixture->editor, "First Day Without", "24 December 2026");
  fields_fixture_type (fixture->editor, "Last Day Without", "23 December 2026");
  assert_wrong (fixture, "Last Day Without", "The last day of a pause is before its first day.");
  fields_fixture_type (fixture->editor, "Last Day Without", "26 December 2026");
  fields_fixture_choose (fixture->editor, "On a Journey", 1);
  fields_fixture_type (fixture->editor, "Time Zone", "Europe/Nowhere");
  assert_wrong (fixture, "Time Zone", "This time zone is not known. Write it like Europe/Berlin.");
  fields_fixture_type (fixture->editor, "Time Zone", "../../etc/passwd");
  assert_wrong (fixture, "Time Zone", "This time zone is not known. Write it like Europe/Berlin.");
  fields_fixture_type (fixture->editor, "Time Zone", "Europe/Berlin");
  assert_words (fixture, "1 tablet at 08:00, every day, from 20 November 2026, paused from 24 December 2026 to "
                         "26 December 2026, by the clock of Europe/Berlin");

  fields_fixture_press (fixture->editor, "Add a Pause");
  fields_fixture_type (fixture->editor, "First Day Without", "26 December 2026");
  fields_fixture_type (fixture->editor, "Last Day Without", "27 December 2026");
  assert_wrong (fixture, "Last Day Without", "Two pauses have days in common.");
  fields_fixture_press (fixture->editor, "Remove This Pause");
  schedule = get_schedule (fixture);
  g_assert_cmpuint (schedule->pauses->len, ==, 1);
  g_assert_cmpstr (schedule->zone, ==, "Europe/Berlin");
}

/* Whatever is shown comes back as it was. The texts are those of hc_schedule_print(), from which the schedules are
 * read again. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  GPtrArray *schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_schedule_free);

  for (guint i = 0; i < 5; i++)
    {
      HcSchedule *schedule = hc_schedule_new (i < 3 ? HC_SCHEDULE_AT_TIMES : i == 3 ? HC_SCHEDULE_EVERY_N_HOURS
                                                                                    : HC_SCHEDULE_AS_NEEDED);
      HcScheduleLine line = { .minute = 435, .amount = 0.75 };

      g_date_set_dmy (&schedule->first, 3, G_DATE_MARCH, 2026);
      schedule->amount = 2.5;
      schedule->interval_minutes = 630;
      schedule->anchor = 1700000040; /* long before the first day */
      schedule->daily_max = i == 4 ? 10 : 0;
      schedule->min_minutes = i == 4 ? 90 : 0;
      g_ptr_array_add (schedules, schedule);
      if (i >= 3)
        continue;

      /* Different days, a part that begins late, two times in one part. */
      line.days.kind = HC_DAYS_OF_WEEK;
      line.days.week = 0x55;
      g_array_append_val (schedule->lines, line);
      line.minute = 1380;
      g_array_append_val (schedule->lines, line);
      line.days = (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 3 };
      line.first_day = i == 1 ? 12 : 0;
      line.n_days = i == 2 ? 6 : 0;
      g_array_append_val (schedule->lines, line);
      if (i == 2)
        {
          HcSchedulePause pause = { .shifts = TRUE };

          g_date_set_dmy (&pause.first, 1, G_DATE_APRIL, 2026);
          g_date_set_dmy (&pause.last, 4, G_DATE_APRIL, 2026);
          g_array_append_val (schedule->pauses, pause);
          schedule->zone = g_strdup ("Asia/Kolkata");
          g_date_set_dmy (&schedule->last, 1, G_DATE_MAY, 2026);
          line = (HcScheduleLine) { .days = { .kind = HC_DAYS_OF_CYCLE, .n = 9, .cycle = { 0x05, 0x01 } },
                                    .minute = 1, .amount = 3, .first_day = 6 };
          g_array_append_val (schedule->lines, line);
        }
    }

  for (guint i = 0; i < schedules->len; i++)
    {
      const HcSchedule *schedule = g_ptr_array_index (schedules, i);
      g_autoptr (HcSchedule) back = NULL;
      g_autofree char *before = hc_schedule_print (schedule), *after = NULL;

      g_assert_true (hc_schedule_check (schedule, NULL));
      hc_schedule_editor_set_schedule (fixture->editor, schedule, HC_DOSE_UNIT_MILLILITER);
      back = get_schedule (fixture);
      after = hc_schedule_print (back);
      g_assert_cmpstr (after, ==, before);
    }

  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_ptr_array_unref (schedules);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/schedule-editor/times", test_times);
  g_test_add_func ("/schedule-editor/numbers", test_numbers);
  g_test_add_func ("/schedule-editor/dates", test_dates);
#define ADD(name, func) g_test_add ("/schedule-editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("simple", test_simple);
  ADD ("bad-amounts", test_bad_amounts);
  ADD ("patience", test_patience);
  ADD ("week", test_week);
  ADD ("cycle", test_cycle);
  ADD ("taper", test_taper);
  ADD ("need", test_need);
  ADD ("hours", test_hours);
  ADD ("bad-dates", test_bad_dates);
  ADD ("pauses", test_pauses);
  ADD ("round-trip", test_round_trip);

  return g_test_run ();
}
