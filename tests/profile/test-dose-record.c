/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-record.h"

static void
test_states (void)
{
  HcDoseState state = HC_DOSE_SNOOZED;

  g_assert_cmpstr (hc_dose_state_to_string (HC_DOSE_TAKEN), ==, "taken");
  g_assert_cmpstr (hc_dose_state_to_string (HC_DOSE_SKIPPED), ==, "skipped");
  g_assert_cmpstr (hc_dose_state_to_string (HC_DOSE_SNOOZED), ==, "snoozed");
  g_assert_true (hc_dose_state_from_string ("taken", &state));
  g_assert_cmpint (state, ==, HC_DOSE_TAKEN);
  g_assert_true (hc_dose_state_from_string ("skipped", &state));
  g_assert_cmpint (state, ==, HC_DOSE_SKIPPED);
  g_assert_false (hc_dose_state_from_string ("Taken", &state));
  g_assert_false (hc_dose_state_from_string (NULL, &state));
  g_assert_cmpint (state, ==, HC_DOSE_SKIPPED);
}

static void
test_copy (void)
{
  g_autoptr (GDateTime) due = g_date_time_new_utc (2026, 11, 20, 8, 0, 0.0);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 20, 8, 5, 0.0);
  HcDoseRecord *record = hc_dose_record_new ("a", "b", HC_DOSE_SNOOZED, due, time, 0.5, NULL);
  g_autoptr (HcDoseRecord) copy = NULL;

  g_assert_cmpstr (record->note, ==, "");
  g_assert_null (record->changed);
  record->changed = g_date_time_new_utc (2026, 11, 20, 8, 6, 0.0);
  g_set_str (&record->note, "c");
  copy = hc_dose_record_copy (record);
  hc_dose_record_free (record);
  hc_dose_record_free (NULL);

  g_assert_cmpstr (copy->medicine, ==, "a");
  g_assert_cmpstr (copy->key, ==, "b");
  g_assert_cmpint (copy->state, ==, HC_DOSE_SNOOZED);
  g_assert_true (g_date_time_equal (copy->due, due));
  g_assert_true (g_date_time_equal (copy->time, time));
  g_assert_cmpfloat (copy->amount, ==, 0.5);
  g_assert_cmpstr (copy->note, ==, "c");
  g_assert_cmpint (g_date_time_get_minute (copy->changed), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/dose-record/states", test_states);
  g_test_add_func ("/profile/dose-record/copy", test_copy);

  return g_test_run ();
}
