/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"
#include "test-profile-scripts.h"

#define DAY (24 * 60 * 60)

/* Files of every version that was released are brought to the newest and compared with one that was
 * made new. In some of the tests the scripts of the future are there as well: once they are
 * registered they stay, so that those tests run in processes of their own. */

static const char *const contents =
  "SELECT * FROM note ORDER BY id; SELECT * FROM bookmark ORDER BY link;"
  "SELECT * FROM reading_place ORDER BY link;";

/* What there is since version 2 and 3. */
static const char *const newer_contents =
  "SELECT id, is_user, name, birth_year, site, stage, biomarkers, created FROM person ORDER BY id;"
  "SELECT * FROM quiz_answer ORDER BY person, question;"
  "SELECT id, link, title, text, answer, state, position, created, changed FROM care_question ORDER BY id;";

/* What there is since version 4. */
static const char *const medicine_contents =
  "SELECT id, person, link, name, strength, form, actives, front, back, shape, color, color2, score, size, created"
  "  FROM medicine ORDER BY id;"
  "SELECT * FROM drug_review ORDER BY person, link;";

static void
make_version (ProfileFixture *fixture,
              const char     *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "profile", "schema", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->profile_folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  fixture_execute (fixture->path, sql);
}

/* Returns: (transfer full): the schema without regard to spaces and comments */
static char *
dup_schema (const char *path)
{
  g_autofree char *schema = fixture_query (path,
                                           "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                                           "  ORDER BY type, name;"
                                           "PRAGMA application_id; PRAGMA user_version;");
  g_autoptr (GRegex) comments = g_regex_new ("--[^\\n]*", 0, 0, NULL);
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (comments, schema, -1, 0, "", 0, NULL);

  return g_regex_replace_literal (spaces, plain, -1, 0, " ", 0, NULL);
}

static void
test_v1 (ProfileFixture *fixture,
         gconstpointer   data)
{
  g_autofree char *new_folder = g_build_filename (fixture->folder, "new", NULL);
  g_autofree char *new_path = g_build_filename (new_folder, "profile.db", NULL);
  g_autofree char *old_schema = NULL;
  g_autofree char *new_schema = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *texts = NULL;
  g_autofree char *latest = NULL;
  const HcReadingPlace *place;

  make_version (fixture, "v1.sql");
  before = fixture_query (fixture->path, contents);
  profile_fixture_open (fixture);

  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "About a part A free note");
  g_assert_nonnull (hc_bookmark_store_lookup (hc_profile_get_bookmarks (fixture->profile),
                                              "health-center:article/a"));
  place = hc_reading_store_lookup (hc_profile_get_reading (fixture->profile), "health-center:article/c");
  g_assert_true (place->finished);
  latest = hc_reading_store_dup_latest (hc_profile_get_reading (fixture->profile));
  g_assert_cmpstr (latest, ==, "health-center:article/a");
  profile_fixture_close (fixture);

  after = fixture_query (fixture->path, contents);
  g_assert_cmpstr (after, ==, before);
  old_schema = dup_schema (fixture->path);

  g_set_str (&fixture->profile_folder, new_folder);
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  new_schema = dup_schema (new_path);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

/* What was told and written before there were medicines stays as it is, and medicines can be added. */
static void
test_v3 (ProfileFixture *fixture,
         gconstpointer   data)
{
  const char *person = "0a1b2c3d-0000-4000-8000-00000000000a";
  g_autofree char *before = NULL, *newer_before = NULL, *after = NULL, *newer_after = NULL, *medicines = NULL;
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  HcCareQuestion *question;

  make_version (fixture, "v3.sql");
  before = fixture_query (fixture->path, contents);
  newer_before = fixture_query (fixture->path, newer_contents);
  profile_fixture_open (fixture);

  g_assert_cmpstr (hc_person_get_id (hc_person_store_get_first (hc_profile_get_people (fixture->profile))), ==, person);
  question = hc_care_question_store_lookup (hc_profile_get_care_questions (fixture->profile),
                                            "0a1b2c3d-0000-4000-8000-0000000000c1");
  g_assert_cmpstr (hc_care_question_get_answer (question), ==, "Because.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_medicines (fixture->profile))), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_drug_reviews (fixture->profile))), ==, 0);

  medicine = hc_medicine_new (&(HcMedicineDetails) { .person = person, .name = "Tea" });
  hc_medicine_store_save_async (hc_profile_get_medicines (fixture->profile), medicine, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_save_finish (hc_profile_get_medicines (fixture->profile), result, NULL));
  profile_fixture_close (fixture);

  after = fixture_query (fixture->path, contents);
  newer_after = fixture_query (fixture->path, newer_contents);
  medicines = fixture_query (fixture->path, "SELECT person, name FROM medicine; PRAGMA user_version;");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (newer_after, ==, newer_before);
  g_assert_cmpstr (medicines, ==, "0a1b2c3d-0000-4000-8000-00000000000a|Tea\n" FIXTURE_VERSION);
}

/* Medicines that were kept before there were schedules: nothing is made up of how they are taken. */
static void
test_v4 (ProfileFixture *fixture,
         gconstpointer   data)
{
  g_autofree char *before = NULL, *after = NULL, *rows = NULL;
  HcMedicineStore *store;
  const HcMedicineDetails *details;
  g_autoptr (GDateTime) now = hc_clock_dup_time (fixture->clock);
  HcMedicine *medicine;

  make_version (fixture, "v4.sql");
  before = fixture_query (fixture->path, medicine_contents);
  profile_fixture_open (fixture);

  store = hc_profile_get_medicines (fixture->profile);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 2);
  medicine = hc_store_lookup (HC_STORE (store), "0a1b2c3d-0000-4000-8000-0000000000d1");
  details = hc_medicine_get_details (medicine);
  g_assert_cmpstr (details->name, ==, "Capecitabine");
  g_assert_cmpint (details->unit, ==, HC_DOSE_UNIT_TABLET);
  g_assert_null (details->course);
  g_assert_null (details->counted);
  g_assert_false (details->is_quiet);
  g_assert_cmpstr (details->reason, ==, "");
  g_assert_true (hc_medicine_is_taken (medicine, now));
  profile_fixture_close (fixture);

  after = fixture_query (fixture->path, medicine_contents);
  rows = fixture_query (fixture->path, "PRAGMA user_version; SELECT course, stock, refill_at, reminds FROM medicine;");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (rows, ==, FIXTURE_VERSION "\n|NULL|0.0|1\n|NULL|0.0|1");
}

/* What there is since version 5. */
static const char *const treatment_contents =
  "SELECT * FROM medicine ORDER BY id; SELECT * FROM dose; SELECT * FROM care_contact; SELECT * FROM diary_entry;"
  "SELECT medicine, hex (image) FROM medicine_photo;";

/* Nothing is made up of appointments that were never told of, and one can be added. */
static void
test_v5 (ProfileFixture *fixture,
         gconstpointer   data)
{
  g_autofree char *before = NULL, *after = NULL, *rows = NULL;
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  HcAppointmentStore *store;

  make_version (fixture, "v5.sql");
  before = fixture_query (fixture->path, treatment_contents);
  profile_fixture_open (fixture);

  store = hc_profile_get_appointments (fixture->profile);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_clinics (fixture->profile))), ==, 0);
  hc_appointment_store_save_async (store, appointment, &(HcAppointmentDetails) { .place = "City Clinic" },
                                   fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_appointment_store_save_finish (store, result, NULL));
  profile_fixture_close (fixture);

  after = fixture_query (fixture->path, treatment_contents);
  rows = fixture_query (fixture->path, "PRAGMA user_version; SELECT state, place FROM appointment;");
  g_assert_nonnull (strstr (before, "Dr. Ames"));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (rows, ==, FIXTURE_VERSION "\ndraft|City Clinic");
}

/* What there is since version 9. */
static const char *const appointment_contents =
  "SELECT person, state, clinic, place, begins, ends, notes, travel, reminders, questions, history, sequence, created,"
  "  changed FROM appointment; SELECT * FROM clinic; SELECT * FROM appointment_document; SELECT treated FROM person;";

/* Nothing of an appointment is unfinished, and the schema is that of a new file. */
static void
test_v9 (ProfileFixture *fixture,
         gconstpointer   data)
{
  g_autofree char *new_folder = g_build_filename (fixture->folder, "new", NULL);
  g_autofree char *new_path = g_build_filename (new_folder, "profile.db", NULL);
  g_autofree char *before = NULL, *after = NULL, *rows = NULL, *old_schema = NULL, *new_schema = NULL;

  make_version (fixture, "v9.sql");
  before = fixture_query (fixture->path, appointment_contents);
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);

  after = fixture_query (fixture->path, appointment_contents);
  rows = fixture_query (fixture->path, "PRAGMA user_version; SELECT place, unfinished FROM appointment;");
  g_assert_nonnull (strstr (before, "Ms. Bell"));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (rows, ==, FIXTURE_VERSION "\nCity Clinic|");

  old_schema = dup_schema (fixture->path);
  g_set_str (&fixture->profile_folder, new_folder);
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  new_schema = dup_schema (new_path);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

static gboolean
in_subprocess (void)
{
  if (g_test_subprocess ())
    return TRUE;

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();

  return FALSE;
}

static void
test_before_update (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = NULL;
  guint n_found = 0;

  if (!in_subprocess ())
    return;

  test_profile_scripts_register_resource ();

  for (guint day = 0; day < 5; day++)
    {
      g_autofree char *rows = NULL;

      make_version (fixture, "v1.sql");
      if (before == NULL)
        before = fixture_query (fixture->path, contents);

      profile_fixture_set_time (fixture, day * DAY);
      profile_fixture_open (fixture);
      profile_fixture_close (fixture);
      rows = fixture_query (fixture->path,
                            "PRAGMA user_version; SELECT count (*) FROM future;"
                            "SELECT count (*) FROM note;");
      g_assert_cmpstr (rows, ==, "900\n1\n2");
      fixture_execute (fixture->path,
                       "PRAGMA user_version = 0; DROP TABLE note; DROP TABLE bookmark;"
                       "DROP TABLE reading_place; DROP TABLE person; DROP TABLE quiz_answer;"
                       "DROP TABLE care_question; DROP TABLE medicine; DROP TABLE drug_review;"
                       "DROP TABLE medicine_photo; DROP TABLE dose; DROP TABLE diary_entry;"
                       "DROP TABLE care_contact; DROP TABLE alert; DROP TABLE clinic;"
                       "DROP TABLE appointment; DROP TABLE appointment_document; DROP TABLE saved_trial;"
                       "DROP TABLE subscription; DROP TABLE read_post; DROP TABLE saved_post; DROP TABLE future;");
    }

  /* The last three of their kind, as they were before. */
  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  backups = profile_fixture_list_backups (fixture);

  for (guint i = 0; i < backups->len; i++)
    {
      HcBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *rows = NULL;
      g_autofree char *version = NULL;

      if (hc_backup_get_kind (backup) != HC_BACKUP_BEFORE_UPDATE)
        continue;

      n_found++;
      g_assert_cmpint (g_date_time_to_unix (hc_backup_get_time (backup)), ==,
                       FIXTURE_TIME + (5 - (gint64) n_found) * DAY);
      rows = fixture_query (hc_backup_get_path (backup), contents);
      g_assert_cmpstr (rows, ==, before);
      version = fixture_query (hc_backup_get_path (backup), "PRAGMA user_version");
      g_assert_cmpstr (version, ==, "1");
    }

  g_assert_cmpuint (n_found, ==, 3);
}

/* Without the copy the file is not touched. */
static void
test_no_copy (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *before = NULL;

  if (!in_subprocess ())
    return;

  test_profile_scripts_register_resource ();
  make_version (fixture, "v1.sql");
  before = fixture_query (fixture->path, contents);
  fixture_write_file (fixture->profile_folder, "backups", "a file in place of the folder", -1);

  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
  profile_fixture_close (fixture);
  rows = fixture_query (fixture->path, contents);
  g_assert_cmpstr (rows, ==, before);
  g_clear_pointer (&rows, g_free);
  rows = fixture_query (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (rows, ==, "1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/migrations/v1", ProfileFixture, NULL,
              profile_fixture_set_up, test_v1, profile_fixture_tear_down);
  g_test_add ("/profile/migrations/v3", ProfileFixture, NULL,
              profile_fixture_set_up, test_v3, profile_fixture_tear_down);
  g_test_add ("/profile/migrations/v4", ProfileFixture, NULL,
              profile_fixture_set_up, test_v4, profile_fixture_tear_down);
  g_test_add ("/profile/migrations/v5", ProfileFixture, NULL,
              profile_fixture_set_up, test_v5, profile_fixture_tear_down);
  g_test_add ("/profile/migrations/v9", ProfileFixture, NULL,
              profile_fixture_set_up, test_v9, profile_fixture_tear_down);
  g_test_add ("/profile/migrations/before-update", ProfileFixture, NULL,
              profile_fixture_set_up, test_before_update, profile_fixture_tear_down);
  g_test_add ("/profile/migrations/no-copy", ProfileFixture, NULL,
              profile_fixture_set_up, test_no_copy, profile_fixture_tear_down);

  return g_test_run ();
}
