/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* Whom to call and to ask, seen through the store and in the file. */

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"
#define ALL "SELECT person, name, role, phone, email, note, created, changed FROM care_contact ORDER BY created, name"

static HcCareContactStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_care_contacts (fixture->profile);
}

static gboolean
try_save (ProfileFixture              *fixture,
          HcCareContact               *contact,
          const HcCareContactDetails  *details,
          GError                     **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_care_contact_store_save_async (get_store (fixture), contact, details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_care_contact_store_save_finish (get_store (fixture), result, error);
}

static void
save (ProfileFixture             *fixture,
      HcCareContact              *contact,
      const HcCareContactDetails *details)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_save (fixture, contact, details, &error));
  g_assert_no_error (error);
}

static HcCareContact *
add (ProfileFixture             *fixture,
     const HcCareContactDetails *details)
{
  HcCareContact *contact = hc_care_contact_new ();

  g_assert_null (hc_care_contact_get_created (contact));
  g_assert_cmpstr (hc_care_contact_get_details (contact)->name, ==, "");
  save (fixture, contact, details);

  return contact;
}

static void
take_away (ProfileFixture *fixture,
           HcCareContact  *contact)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_care_contact_store_remove_async (get_store (fixture), contact, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_care_contact_store_remove_finish (get_store (fixture), result, &error));
  g_assert_no_error (error);
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, ALL);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_kept (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *note = "Call <b>after</b> 9. '; DROP TABLE note; -- äöü 😀";
  g_autoptr (HcCareContact) contact = NULL, other = NULL;
  const HcCareContactDetails *details;
  g_autofree char *rows = NULL;
  g_autofree char *id = NULL;

  profile_fixture_open (fixture);
  contact = add (fixture, &(HcCareContactDetails) {
    PERSON, "Dr. Ames & Son", "Oncologist", "+1 555 0100", "ames@example.org", note,
  });
  id = g_strdup (hc_care_contact_get_id (contact));
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpint (g_date_time_to_unix (hc_care_contact_get_created (contact)), ==, FIXTURE_TIME);
  g_assert_cmpint (g_date_time_to_unix (hc_care_contact_get_changed (contact)), ==, FIXTURE_TIME);

  /* What is not told is empty: the first person, and nothing but a name. */
  profile_fixture_set_time (fixture, 60);
  other = add (fixture, &(HcCareContactDetails) { .name = "Night line" });
  profile_fixture_close (fixture);

  rows = g_strdup_printf (PERSON "|Dr. Ames & Son|Oncologist|+1 555 0100|ames@example.org|%s|"
                          "2026-11-20T23:11:54.000000Z|2026-11-20T23:11:54.000000Z\n"
                          "|Night line|||||2026-11-20T23:12:54.000000Z|2026-11-20T23:12:54.000000Z", note);
  assert_rows (fixture, rows);

  profile_fixture_open (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 2);
  g_clear_object (&contact);
  contact = g_object_ref (hc_store_lookup (HC_STORE (get_store (fixture)), id));
  details = hc_care_contact_get_details (contact);
  g_assert_cmpstr (details->person, ==, PERSON);
  g_assert_cmpstr (details->name, ==, "Dr. Ames & Son");
  g_assert_cmpstr (details->role, ==, "Oncologist");
  g_assert_cmpstr (details->phone, ==, "+1 555 0100");
  g_assert_cmpstr (details->email, ==, "ames@example.org");
  g_assert_cmpstr (details->note, ==, note);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The contact that is shown says what was saved, and only then. */
static void
test_changed (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcCareContact) contact = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  const HcCareContactDetails *details;
  guint n = 0;

  profile_fixture_open (fixture);
  contact = add (fixture, &(HcCareContactDetails) { .name = "Ames", .phone = "1" });
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);
  g_signal_connect_swapped (contact, "changed", G_CALLBACK (count_cb), &n);

  /* Nothing else than before: the time of the change stays. */
  profile_fixture_set_time (fixture, 60);
  save (fixture, contact, hc_care_contact_get_details (contact));
  assert_rows (fixture, "|Ames||1|||2026-11-20T23:11:54.000000Z|2026-11-20T23:11:54.000000Z");

  save (fixture, contact, &(HcCareContactDetails) { .name = "Ames", .phone = "2", .role = "Nurse" });
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (log->str, ==, "");
  details = hc_care_contact_get_details (contact);
  g_assert_cmpstr (details->phone, ==, "2");
  g_assert_cmpstr (details->role, ==, "Nurse");
  g_assert_cmpint (g_date_time_to_unix (hc_care_contact_get_changed (contact)), ==, FIXTURE_TIME + 60);
  assert_rows (fixture, "|Ames|Nurse|2|||2026-11-20T23:11:54.000000Z|2026-11-20T23:12:54.000000Z");
  g_signal_handlers_disconnect_by_data (contact, &n);
}

static void
test_remove_and_undo (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (HcCareContact) contact = NULL, other = NULL, unsaved = hc_care_contact_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *before = NULL;

  profile_fixture_open (fixture);
  contact = add (fixture, &(HcCareContactDetails) { PERSON, "Ames", "Nurse", "1", "a@example.org", "Kind." });
  profile_fixture_set_time (fixture, 60);
  other = add (fixture, &(HcCareContactDetails) { .name = "Bell" });
  before = fixture_query (fixture->path, "SELECT * FROM care_contact ORDER BY created");
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);

  profile_fixture_set_time (fixture, 120);
  take_away (fixture, contact);
  take_away (fixture, unsaved);
  assert_rows (fixture, "|Bell|||||2026-11-20T23:12:54.000000Z|2026-11-20T23:12:54.000000Z");

  /* It comes back where it was, with its dates. */
  save (fixture, contact, hc_care_contact_get_details (contact));
  g_assert_cmpstr (log->str, ==, "1-1+0 1-0+1 ");
  {
    g_autofree char *after = fixture_query (fixture->path, "SELECT * FROM care_contact ORDER BY created");

    g_assert_cmpstr (after, ==, before);
  }
}

/* What cannot be is not saved, and what was there stays. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  static const HcCareContactDetails bad[] = {
    { .name = "" },
    { .name = NULL },
    { .name = "a\xff" },
    { .name = "a", .role = "a\xff" },
    { .name = "a", .phone = "a\xff" },
    { .name = "a", .email = "a\xff" },
    { .name = "a", .note = "a\xff" },
    { .name = "a", .person = "somebody" },
    { .name = "a", .person = "\xff" "a1b2c3d-0000-4000-8000-00000000000a" },
  };
  g_autoptr (HcCareContact) contact = NULL;

  profile_fixture_open (fixture);
  contact = add (fixture, &(HcCareContactDetails) { .name = "Ames" });

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HcCareContact) refused = hc_care_contact_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) new_error = NULL;

      g_assert_false (try_save (fixture, contact, &bad[i], &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      g_assert_cmpstr (hc_care_contact_get_details (contact)->name, ==, "Ames");
      g_assert_false (try_save (fixture, refused, &bad[i], &new_error));
      g_assert_error (new_error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      g_assert_null (hc_care_contact_get_created (refused));
    }

  assert_rows (fixture, "|Ames|||||2026-11-20T23:11:54.000000Z|2026-11-20T23:11:54.000000Z");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 1);
}

/* Long texts are kept whole; bytes that a disk lost do not hide the rest. */
static void
test_strange_texts (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *name = g_strnfill (10000, 'n');
  g_autoptr (HcCareContact) contact = NULL, read = NULL;

  profile_fixture_open (fixture);
  contact = add (fixture, &(HcCareContactDetails) { .name = name, .note = "note" });
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "UPDATE care_contact SET note = CAST (x'77ff' AS TEXT)");

  profile_fixture_open (fixture);
  read = g_list_model_get_item (G_LIST_MODEL (get_store (fixture)), 0);
  g_assert_cmpstr (hc_care_contact_get_details (read)->name, ==, name);
  g_assert_cmpstr (hc_care_contact_get_details (read)->note, ==, "w\357\277\275");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/profile/care-contacts/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, function, profile_fixture_tear_down)

  ADD ("kept", test_kept);
  ADD ("changed", test_changed);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("refused", test_refused);
  ADD ("strange-texts", test_strange_texts);

  return g_test_run ();
}
