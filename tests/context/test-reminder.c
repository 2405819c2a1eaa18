/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reminder.h"
#include "plan-fixture.h"

/* What is reminded of, when, and how often. */

typedef struct
{
  PlanFixture  plan;
  HcReminder  *reminder;
  GString     *said;
  GHashTable  *ids;   /* the ids of the groups, by the names of the medicines */
} Fixture;

static char *
dup_medicines (HcReminderGroup *group)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < group->doses->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "+" : "",
                            hc_medicine_get_details (hc_planned_dose_get_medicine (
                              g_ptr_array_index (group->doses, i)))->name);

  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
remind_cb (Fixture         *fixture,
           HcReminderGroup *group)
{
  g_autofree char *names = dup_medicines (group);
  g_autofree char *time = g_date_time_format (group->time, "%H:%M");

  g_string_append_printf (fixture->said, "%s at %s, ", names, time);
  g_hash_table_replace (fixture->ids, g_strdup (group->id), g_steal_pointer (&names));
}

static void
withdraw_cb (Fixture    *fixture,
             const char *id)
{
  g_string_append_printf (fixture->said, "no %s, ", (const char *) g_hash_table_lookup (fixture->ids, id));
}

static void
begin (Fixture *fixture)
{
  fixture->reminder = hc_reminder_new (fixture->plan.profile.profile, fixture->plan.person,
                                       fixture->plan.profile.clock);
  g_signal_connect_swapped (fixture->reminder, "remind", G_CALLBACK (remind_cb), fixture);
  g_signal_connect_swapped (fixture->reminder, "withdraw", G_CALLBACK (withdraw_cb), fixture);
  hc_reminder_set_active (fixture->reminder, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  plan_fixture_set_up (&fixture->plan, NULL);
  fixture->said = g_string_new (NULL);
  fixture->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  begin (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->reminder);
  g_string_free (fixture->said, TRUE);
  g_hash_table_unref (fixture->ids);
  plan_fixture_tear_down (&fixture->plan, NULL);
}

/* What was said since it was last asked. */
static void
assert_said (Fixture    *fixture,
             const char *expected)
{
  plan_fixture_spin ();
  g_assert_cmpstr (fixture->said->str, ==, expected);
  g_string_truncate (fixture->said, 0);
}

static void
set_clock (Fixture    *fixture,
           const char *time)
{
  plan_fixture_set_clock (&fixture->plan, time, NEW_YORK);
}

static void
restart (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->reminder));
  plan_fixture_reopen (&fixture->plan);
  begin (fixture);
}

static const char *
find_id (Fixture    *fixture,
         const char *medicines)
{
  GHashTableIter iter;
  gpointer id, names;

  g_hash_table_iter_init (&iter, fixture->ids);
  while (g_hash_table_iter_next (&iter, &id, &names))
    if (g_str_equal (names, medicines))
      return id;

  return NULL;
}

static gboolean
mark (Fixture      *fixture,
      const char   *id,
      HcDoseState   state,
      GError      **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_reminder_mark_async (fixture->reminder, id, state, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_reminder_mark_finish (fixture->reminder, result, error);
}

static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  HcMedicine *b = plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));

  plan_fixture_add (&fixture->plan, "", "C", at_times ("2026-11-01", EVERY_DAY, 1, "08:01"));
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T07:59:59");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T08:00");
  assert_said (fixture, "A+B at 08:00, ");
  set_clock (fixture, "2026-11-20T08:00:30");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T08:01");
  assert_said (fixture, "C at 08:01, ");
  set_clock (fixture, "2026-11-20T10:00");
  assert_said (fixture, "");

  /* A group goes with the last of its doses. */
  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T10:00:00-05:00");
  assert_said (fixture, "");
  plan_fixture_mark (&fixture->plan, b, "2026-11-20T08:00", HC_DOSE_SKIPPED, "2026-11-20T10:00:00-05:00");
  assert_said (fixture, "no A+B, ");

  /* What was missed is not said again. */
  set_clock (fixture, "2026-11-20T12:01");
  assert_said (fixture, "no C, ");
  set_clock (fixture, "2026-11-20T23:59");
  assert_said (fixture, "");
}

static void
test_snooze (Fixture       *fixture,
             gconstpointer  data)
{
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 12:00"));
  set_clock (fixture, "2026-11-20T08:00:20");
  assert_said (fixture, "A at 08:00, ");
  g_assert_false (hc_reminder_has_snoozed (fixture->reminder));

  g_assert_true (mark (fixture, find_id (fixture, "A"), HC_DOSE_SNOOZED, NULL));
  assert_said (fixture, "no A, ");
  g_assert_true (hc_reminder_has_snoozed (fixture->reminder));
  set_clock (fixture, "2026-11-20T08:10:19");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T08:10:20");
  assert_said (fixture, "A at 08:10, ");
  g_assert_false (hc_reminder_has_snoozed (fixture->reminder));
  set_clock (fixture, "2026-11-20T11:59:59");
  assert_said (fixture, "");

  /* Put off past the next dose, it gives way to that one. */
  g_assert_true (mark (fixture, find_id (fixture, "A"), HC_DOSE_SNOOZED, NULL));
  assert_said (fixture, "no A, ");
  set_clock (fixture, "2026-11-20T12:00");
  assert_said (fixture, "A at 12:00, ");
  set_clock (fixture, "2026-11-20T12:10");
  assert_said (fixture, "");
}

/* What was confirmed is never said again, whatever happens to clock, place and program. */
static void
test_confirmed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HcMedicine) again = NULL;

  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  set_clock (fixture, "2026-11-20T08:00");
  assert_said (fixture, "A at 08:00, ");
  g_assert_true (mark (fixture, find_id (fixture, "A"), HC_DOSE_TAKEN, NULL));
  assert_said (fixture, "no A, ");

  set_clock (fixture, "2026-11-20T07:30");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T08:00");
  assert_said (fixture, "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T07:30", "America/Los_Angeles");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T08:00", "America/Los_Angeles");
  assert_said (fixture, "");
  restart (fixture);
  assert_said (fixture, "");

  /* Nor does what was taken back remind the person who has just done that. */
  again = g_list_model_get_item (G_LIST_MODEL (hc_profile_get_medicines (fixture->plan.profile.profile)), 0);
  plan_fixture_forget (&fixture->plan, again, "2026-11-20T08:00");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-21T08:00");
  plan_fixture_set_clock (&fixture->plan, "2026-11-21T08:00", "America/Los_Angeles");
  assert_said (fixture, "A at 08:00, ");
}

/* At the start what is due comes at once; what was missed and what was put off does not. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  HcMedicine *d;

  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "06:00 10:00"));
  plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "09:30"));
  plan_fixture_add (&fixture->plan, "", "C", at_times ("2026-11-01", EVERY_DAY, 1, "10:00"));
  d = plan_fixture_add (&fixture->plan, "", "D", at_times ("2026-11-01", EVERY_DAY, 1, "10:00"));
  plan_fixture_mark (&fixture->plan, d, "2026-11-20T10:00", HC_DOSE_SNOOZED, "2026-11-20T10:20:00-05:00");
  hc_reminder_set_active (fixture->reminder, FALSE);
  g_string_truncate (fixture->said, 0);
  set_clock (fixture, "2026-11-20T10:15");
  assert_said (fixture, "");

  hc_reminder_set_active (fixture->reminder, TRUE);
  assert_said (fixture, "B at 09:30, A+C at 10:00, ");
  hc_reminder_set_active (fixture->reminder, FALSE);
  plan_fixture_spin ();
  g_assert_nonnull (strstr (fixture->said->str, "no B, "));
  g_assert_nonnull (strstr (fixture->said->str, "no A+C, "));
  g_string_truncate (fixture->said, 0);

  restart (fixture);
  assert_said (fixture, "B at 09:30, A+C at 10:00, ");
  set_clock (fixture, "2026-11-20T10:20");
  assert_said (fixture, "D at 10:20, ");
}

/* While the profile is being opened the medicines come before what was said of them. */
static void
test_opening (Fixture       *fixture,
              gconstpointer  data)
{
  ProfileFixture *profile = &fixture->plan.profile;

  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:30"));
  set_clock (fixture, "2026-11-20T08:30");
  assert_said (fixture, "A at 08:00, B at 08:30, ");
  g_assert_true (mark (fixture, find_id (fixture, "A"), HC_DOSE_TAKEN, NULL));
  assert_said (fixture, "no A, ");

  g_assert_finalize_object (g_steal_pointer (&fixture->reminder));
  g_assert_finalize_object (g_steal_pointer (&fixture->plan.person));
  profile_fixture_close (profile);
  profile->profile = hc_profile_new (profile->profile_folder, profile->clock);
  fixture->plan.person = hc_current_person_new (profile->profile, fixture->plan.settings);
  begin (fixture);
  assert_said (fixture, "");
  profile_fixture_open (profile);
  assert_said (fixture, "B at 08:30, ");
}

/* The clock was wrong: it was not eight. When it is, it is said. */
static void
test_clock_back (Fixture       *fixture,
                 gconstpointer  data)
{
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  set_clock (fixture, "2026-11-20T09:00");
  assert_said (fixture, "A at 08:00, ");
  set_clock (fixture, "2026-11-20T08:30");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T07:00");
  assert_said (fixture, "no A, ");
  set_clock (fixture, "2026-11-20T08:00");
  assert_said (fixture, "A at 08:00, ");
}

/* What somebody put off who was removed since keeps no program from ending. */
static void
test_removed_person (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *ada = plan_fixture_add_person (&fixture->plan, "Ada", TRUE);
  HcMedicine *gone = plan_fixture_add (&fixture->plan, "0a1b2c3d-0000-4000-8000-00000000000c", "A",
                                       at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  HcMedicine *b = plan_fixture_add (&fixture->plan, ada, "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));

  plan_fixture_mark (&fixture->plan, gone, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T08:10:00-05:00");
  g_assert_false (hc_reminder_has_snoozed (fixture->reminder));
  plan_fixture_mark (&fixture->plan, b, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T08:10:00-05:00");
  g_assert_true (hc_reminder_has_snoozed (fixture->reminder));
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *ada = plan_fixture_add_person (&fixture->plan, "Ada", TRUE);
  g_autofree char *ben = NULL;
  HcMedicine *quiet;
  HcMedicineDetails details;

  set_clock (fixture, "2026-11-20T06:01");
  ben = plan_fixture_add_person (&fixture->plan, "Ben", FALSE);
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, ada, "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, ben, "C", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, "0a1b2c3d-0000-4000-8000-00000000000c", "D",
                    at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  quiet = plan_fixture_add (&fixture->plan, ben, "E", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  details = *hc_medicine_get_details (quiet);
  details.is_quiet = TRUE;
  plan_fixture_save (&fixture->plan, quiet, details);

  /* What has no owner is the first person's; nobody is reminded of what is quiet or of one who is gone. */
  set_clock (fixture, "2026-11-20T08:00");
  assert_said (fixture, "A+B at 08:00, C at 08:00, ");

  details = *hc_medicine_get_details (quiet);
  details.is_quiet = FALSE;
  plan_fixture_save (&fixture->plan, quiet, details);
  assert_said (fixture, "E at 08:00, ");
  details = *hc_medicine_get_details (quiet);
  details.is_quiet = TRUE;
  plan_fixture_save (&fixture->plan, quiet, details);
  assert_said (fixture, "no E, ");
}

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *rows = fixture_query (fixture->plan.profile.path,
                                         "SELECT medicine.name, key, state, due, time, dose.amount FROM dose"
                                         " JOIN medicine ON medicine.id = dose.medicine ORDER BY name, key");

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1.5, "08:00"));
  g_autofree char *id = NULL;

  plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 2, "08:00"));
  set_clock (fixture, "2026-11-20T08:04");
  id = g_strdup (find_id (fixture, "A+B"));

  /* What the person has said in the program stays. */
  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_SKIPPED, "2026-11-20T13:02:00Z");
  g_assert_true (mark (fixture, id, HC_DOSE_TAKEN, NULL));
  assert_rows (fixture,
               "A|2026-11-20T08:00|skipped|2026-11-20T13:02:00.000000Z|2026-11-20T13:02:00.000000Z|1.0\n"
               "B|2026-11-20T08:00|taken|2026-11-20T13:00:00.000000Z|2026-11-20T13:04:00.000000Z|2.0");

  /* A second press changes nothing. */
  set_clock (fixture, "2026-11-20T08:05");
  g_assert_true (mark (fixture, id, HC_DOSE_SNOOZED, NULL));
  g_assert_true (mark (fixture, id, HC_DOSE_SKIPPED, NULL));
  assert_rows (fixture,
               "A|2026-11-20T08:00|skipped|2026-11-20T13:02:00.000000Z|2026-11-20T13:02:00.000000Z|1.0\n"
               "B|2026-11-20T08:00|taken|2026-11-20T13:00:00.000000Z|2026-11-20T13:04:00.000000Z|2.0");
}

/* The ids come back from outside, and may come from anybody. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 20:00"));
  const char *medicine = hc_medicine_get_id (a);
  g_autofree char *unknown_key = g_strconcat (medicine, " 2026-11-20T08:01", NULL);
  g_autofree char *upcoming = g_strconcat (medicine, " 2026-11-20T20:00", NULL);
  g_autofree char *no_key = g_strconcat (medicine, " ", NULL);
  g_autofree char *long_key = g_strconcat (medicine, " 2026-11-20T08:00 and more and more and more and more", NULL);
  g_autofree char *good = g_strconcat (medicine, " 2026-11-20T08:00", NULL);
  g_autofree char *good_and_bad = g_strconcat (good, ",", NULL);
  g_autofree char *injected = g_strconcat (good, ",'; DROP TABLE dose; --", NULL);
  g_autoptr (GString) many = g_string_new (good);
  const char *const bad[] = { " ", ",", "nonsense", "\x01\x02", no_key, long_key, good_and_bad, injected,
                              "0a1b2c3d-0000-4000-8000-0000000000zz 2026-11-20T08:00" };
  const char *const unknown[] = { "", unknown_key, "0a1b2c3d-0000-4000-8000-00000000000b 2026-11-20T08:00" };

  set_clock (fixture, "2026-11-20T08:00");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (many, ",%s", good);

  for (guint i = 0; i <= G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mark (fixture, i < G_N_ELEMENTS (bad) ? bad[i] : many->str, HC_DOSE_TAKEN, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mark (fixture, unknown[i], HC_DOSE_TAKEN, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }

  /* What is not due yet cannot have been taken. */
  g_assert_true (mark (fixture, upcoming, HC_DOSE_TAKEN, NULL));
  assert_rows (fixture, "");
  g_assert_true (mark (fixture, good, HC_DOSE_TAKEN, NULL));
  assert_rows (fixture, "A|2026-11-20T08:00|taken|2026-11-20T13:00:00.000000Z|2026-11-20T13:00:00.000000Z|1.0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/context/reminder/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("once", test_once);
  ADD ("snooze", test_snooze);
  ADD ("confirmed", test_confirmed);
  ADD ("start", test_start);
  ADD ("opening", test_opening);
  ADD ("clock-back", test_clock_back);
  ADD ("people", test_people);
  ADD ("removed-person", test_removed_person);
  ADD ("mark", test_mark);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}
