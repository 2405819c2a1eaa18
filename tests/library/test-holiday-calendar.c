/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-directory.h"

/* The holidays of the shipped library, against the days that the U.S. Office of Personnel Management has
 * published for federal offices (opm.gov, Federal Holidays), with the days on which they are observed. */

static const char *const published[] = {
  "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12",
  "2026-11-11", "2026-11-26", "2026-12-25",
  "2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05", "2027-09-06", "2027-10-11",
  "2027-11-11", "2027-11-25", "2027-12-24", "2027-12-31",
  "2028-01-17", "2028-02-21", "2028-05-29", "2028-06-19", "2028-07-04", "2028-09-04", "2028-10-09", "2028-11-10",
  "2028-11-23", "2028-12-25",
  NULL
};

/* Those among the days themselves that fall on a weekend: nobody works then, but they are holidays, too. */
static const char *const on_weekends[] = {
  "2026-07-04", "2027-06-19", "2027-07-04", "2027-12-25", "2028-01-01", "2028-11-11", NULL
};

static void
test_published (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_autoptr (HcCareDirectory) directory = NULL;
  HcHolidayCalendar *calendar;
  GDate date;

  g_assert_no_error (error);
  directory = hc_care_directory_new (library, &error);
  g_assert_no_error (error);
  calendar = hc_care_directory_get_holidays (directory);

  g_date_clear (&date, 1);
  for (g_date_set_dmy (&date, 1, 1, 2026); g_date_get_year (&date) < 2029; g_date_add_days (&date, 1))
    {
      char text[11];
      const char *holiday = hc_holiday_calendar_find (calendar, &date);

      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      g_test_message ("%s %s", text, holiday);
      g_assert_cmpint (holiday != NULL, ==,
                       g_strv_contains (published, text) || g_strv_contains (on_weekends, text));
    }

  g_date_set_dmy (&date, 31, 12, 2027);
  g_assert_cmpstr (hc_holiday_calendar_find (calendar, &date), ==, "New Year's Day");
  g_date_set_dmy (&date, 25, 5, 2026);
  g_assert_cmpstr (hc_holiday_calendar_find (calendar, &date), ==, "Memorial Day");
}

static void
test_bad_rules (void)
{
  static const char *const rules[] = {
    "", "july", "july 0", "july 32", "february 29", "july 4 ", "4 july", "July 4", "fifth monday may",
    "first monday", "first mon may", "last monday may 2026", "july 4th", "july -4", NULL
  };
  g_autoptr (HcHolidayCalendar) calendar = hc_holiday_calendar_new ();
  GDate date;

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rules[i]);
      g_assert_false (hc_holiday_calendar_add (calendar, "Day", rules[i], &error));
      g_assert_error (error, HC_HOLIDAY_ERROR, HC_HOLIDAY_ERROR_RULE);
    }

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 4, 7, 2028);
  g_assert_null (hc_holiday_calendar_find (calendar, &date));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/holiday-calendar/published", test_published);
  g_test_add_func ("/library/holiday-calendar/bad-rules", test_bad_rules);

  return g_test_run ();
}
