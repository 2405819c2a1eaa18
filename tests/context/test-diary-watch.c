/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-watch.h"
#include "profile-fixture.h"

/* What matters now in the diary of a person, with the flags of the shipped library. The clock stands at 2026-11-20,
 * 23:11:54 UTC, a Friday. */

#define HOUR 3600

typedef struct
{
  ProfileFixture   profile;
  HcDiaryBook     *book;
  GSettings       *settings;
  HcCurrentPerson *person;
  HcDiaryWatch    *watch;
  GString         *news; /* ids of the flags that were told of */
  guint            n_changes;
} Fixture;

static void
raised_cb (Fixture   *fixture,
           GPtrArray *flags)
{
  for (guint i = 0; i < flags->len; i++)
    {
      const HcRaisedFlag *raised = g_ptr_array_index (flags, i);

      g_string_append_printf (fixture->news, "%s ", hc_red_flag_get_details (raised->flag)->id);
    }
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

/* Waits until the watch has looked again. */
static void
wait_for_change (Fixture *fixture,
                 guint    n_before)
{
  while (fixture->n_changes == n_before)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);

  g_assert_no_error (error);
  fixture->book = hc_diary_book_new (library, &error);
  g_assert_no_error (error);

  profile_fixture_set_up (&fixture->profile, NULL);
  profile_fixture_open (&fixture->profile);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_settings_reset (fixture->settings, "current-person");
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  fixture->watch = hc_diary_watch_new (fixture->book, fixture->profile.profile, fixture->person,
                                       fixture->profile.clock);
  fixture->news = g_string_new (NULL);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->watch, "raised", G_CALLBACK (raised_cb), fixture);
  wait_for_change (fixture, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->watch, fixture);
  g_clear_object (&fixture->watch);
  g_clear_object (&fixture->person);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->book);
  g_string_free (fixture->news, TRUE);
  profile_fixture_tear_down (&fixture->profile, NULL);
}

/* Adds an entry so many seconds ago; its number is in its text where it has none. */
static HcDiaryEntry *
add (Fixture    *fixture,
     const char *person,
     const char *kind,
     double      value,
     gint64      seconds,
     const char *text)
{
  HcDiary *diary = hc_profile_get_diary (fixture->profile.profile);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME - seconds);
  HcDiaryEntry *entry = hc_diary_entry_new (&(HcDiaryEntryDetails) {
    .person = person, .kind = kind, .time = time, .has_value = text == NULL, .value = value, .text = text });
  guint n_before = fixture->n_changes;

  hc_diary_save_async (diary, entry, NULL, NULL, NULL);
  wait_for_change (fixture, n_before);

  return entry;
}

static void
assert_raised (Fixture    *fixture,
               const char *expected,
               const char *expected_news)
{
  GPtrArray *raised = hc_diary_watch_get_raised (fixture->watch);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < raised->len; i++)
    g_string_append_printf (ids, "%s ",
                            hc_red_flag_get_details (((HcRaisedFlag *) g_ptr_array_index (raised, i))->flag)->id);

  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpstr (fixture->news->str, ==, expected_news);
  g_string_set_size (fixture->news, 0);
}

static void
set_time (Fixture *fixture,
          gint64   seconds)
{
  guint n_before = fixture->n_changes;

  profile_fixture_set_time (&fixture->profile, seconds);
  wait_for_change (fixture, n_before);
}

/* Below, at and above; again with each reading that is such; not any more when it is too old. */
static void
test_fever (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcDiaryEntry) first = add (fixture, NULL, "temperature", 37.9, 60, NULL);
  g_autoptr (HcDiaryEntry) second = NULL, third = NULL, fourth = NULL;
  HcRaisedFlag *raised;

  assert_raised (fixture, "", "");
  second = add (fixture, NULL, "temperature", 38.0, 30, NULL);
  assert_raised (fixture, "fever ", "fever ");
  raised = g_ptr_array_index (hc_diary_watch_get_raised (fixture->watch), 0);
  g_assert_cmpstr (hc_diary_entry_get_id (hc_diary_watch_get_entry (fixture->watch, raised->readings->pdata[0])), ==,
                   hc_diary_entry_get_id (second));

  third = add (fixture, NULL, "temperature", 37.0, 20, NULL);
  assert_raised (fixture, "fever ", "");
  fourth = add (fixture, NULL, "temperature", 39.0, 10, NULL);
  assert_raised (fixture, "fever ", "fever ");

  set_time (fixture, 24 * HOUR - 11);
  assert_raised (fixture, "fever ", "");
  set_time (fixture, 24 * HOUR);
  assert_raised (fixture, "", "");
}

/* Older than what the diary has in memory: the flags of a week see it all the same. */
static void
test_week (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcDiaryEntry) old = add (fixture, NULL, "platelets", 19, 167 * HOUR, NULL);

  assert_raised (fixture, "platelets ", "platelets ");
  set_time (fixture, 2 * HOUR);
  assert_raised (fixture, "", "");
}

static void
test_persons (Fixture       *fixture,
              gconstpointer  data)
{
  HcPersonStore *people = hc_profile_get_people (fixture->profile.profile);
  g_autoptr (HcPerson) ann = hc_person_new ();
  g_autoptr (HcPerson) bob = hc_person_new ();
  g_autoptr (HcDiaryEntry) of_bob = NULL, of_nobody = NULL;
  guint n_before = fixture->n_changes;

  hc_person_store_save_async (people, ann, &(HcPersonDetails) { .name = "Ann" }, NULL, NULL);
  wait_for_change (fixture, n_before);
  n_before = fixture->n_changes;
  hc_person_store_save_async (people, bob, &(HcPersonDetails) { .name = "Bob" }, NULL, NULL);
  of_bob = add (fixture, hc_person_get_id (bob), "temperature", 39, 60, NULL);
  assert_raised (fixture, "", "");
  of_nobody = add (fixture, NULL, "chills", 1, 60, NULL);
  assert_raised (fixture, "chills ", "chills ");

  /* What holds when somebody comes is shown, but it is no news. */
  n_before = fixture->n_changes;
  hc_current_person_choose (fixture->person, hc_person_get_id (bob));
  wait_for_change (fixture, n_before);
  assert_raised (fixture, "fever ", "");
}

/* Seven whole days of the calendar after the day of the infusion: from Friday until Friday. */
static void
test_cold (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcDiaryEntry) other = add (fixture, NULL, HC_DIARY_INFUSION, 0, 2 * HOUR, "irinotecan");
  g_autoptr (HcDiaryEntry) infusion = NULL;
  g_autofree char *day = NULL;

  g_assert_null (hc_diary_watch_get_last_cold_day (fixture->watch));
  infusion = add (fixture, NULL, HC_DIARY_INFUSION, 0, 14 * HOUR, "Oxaliplatin, cycle 3");
  day = g_date_time_format (hc_diary_watch_get_last_cold_day (fixture->watch), "%F");
  g_assert_cmpstr (day, ==, "2026-11-27");
  g_assert_cmpstr (hc_diary_entry_get_id (hc_diary_watch_get_infusion (fixture->watch)), ==,
                   hc_diary_entry_get_id (infusion));
  assert_raised (fixture, "", "");

  /* 2026-11-27, 23:59:59, and a second later. */
  set_time (fixture, 7 * 24 * HOUR + 48 * 60 + 5);
  g_assert_nonnull (hc_diary_watch_get_last_cold_day (fixture->watch));
  set_time (fixture, 7 * 24 * HOUR + 48 * 60 + 6);
  g_assert_null (hc_diary_watch_get_last_cold_day (fixture->watch));
  g_assert_null (hc_diary_watch_get_infusion (fixture->watch));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/diary-watch/fever", Fixture, NULL, set_up, test_fever, tear_down);
  g_test_add ("/diary-watch/week", Fixture, NULL, set_up, test_week, tear_down);
  g_test_add ("/diary-watch/persons", Fixture, NULL, set_up, test_persons, tear_down);
  g_test_add ("/diary-watch/cold", Fixture, NULL, set_up, test_cold, tear_down);

  return g_test_run ();
}
