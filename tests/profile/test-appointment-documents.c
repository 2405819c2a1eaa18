/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hc-appointment-private.h"
#include "profile-fixture.h"

/* Files that are copied to appointments, and what is none. */

#define A "0a1b2c3d-0000-4000-8000-0000000000a1"
#define B "0a1b2c3d-0000-4000-8000-0000000000b1"

static HcAppointmentDocuments *
get_documents (ProfileFixture *fixture)
{
  return hc_profile_get_appointment_documents (fixture->profile);
}

/* Documents of an appointment that is not there go when the profile is opened again. */
static void
save_appointment (ProfileFixture *fixture)
{
  HcAppointmentStore *store = hc_profile_get_appointments (fixture->profile);
  g_autoptr (HcAppointment) appointment = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  appointment = _hc_appointment_new_with_id (A, &(HcAppointmentDetails) { .place = "Lab" }, NULL, NULL);
  hc_appointment_store_save_async (store, appointment, hc_appointment_get_details (appointment), fixture_result_cb,
                                   &place);
  result = fixture_wait (&place);
  g_assert_true (hc_appointment_store_save_finish (store, result, NULL));
}

static HcAppointmentDocument *
try_add (ProfileFixture  *fixture,
         const char      *path,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_appointment_documents_add_async (get_documents (fixture), A, file, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_appointment_documents_add_finish (get_documents (fixture), result, error);
}

static HcAppointmentDocument *
add (ProfileFixture *fixture,
     const char     *name,
     const char     *bytes,
     gssize          length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  HcAppointmentDocument *document;

  fixture_write_file (fixture->folder, name, bytes, length);
  document = try_add (fixture, path, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static GPtrArray *
list (ProfileFixture *fixture,
      const char     *appointment)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *documents;

  hc_appointment_documents_list_async (get_documents (fixture), appointment, fixture_result_cb, &place);
  result = fixture_wait (&place);
  documents = hc_appointment_documents_list_finish (get_documents (fixture), result, &error);
  g_assert_no_error (error);

  return documents;
}

static HcAppointmentDocument *
try_load (ProfileFixture  *fixture,
          const char      *id,
          GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_appointment_documents_load_async (get_documents (fixture), id, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_appointment_documents_load_finish (get_documents (fixture), result, error);
}

static void
changed_cb (HcAppointmentDocuments *documents,
            const char             *appointment,
            GString                *log)
{
  g_string_append_printf (log, "%s ", appointment);
}

/* The checksum of "abc" is the example of FIPS 180-2. */
static void
test_copy (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (HcAppointmentDocument) document = NULL, empty = NULL, loaded = NULL;
  g_autoptr (GPtrArray) documents = NULL, none = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *row = NULL;

  profile_fixture_open (fixture);
  save_appointment (fixture);
  g_signal_connect (get_documents (fixture), "changed", G_CALLBACK (changed_cb), log);
  document = add (fixture, "scan\nof <me>.pdf", "abc", 3);
  profile_fixture_set_time (fixture, 60);
  empty = add (fixture, "empty", "", 0);
  g_assert_cmpstr (log->str, ==, A " " A " ");

  /* The file may go: it was copied. */
  {
    g_autofree char *path = g_build_filename (fixture->folder, "scan\nof <me>.pdf", NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  profile_fixture_close (fixture);
  row = fixture_query (fixture->path, "SELECT appointment, name, size, sha256, hex (content), changed"
                       " FROM appointment_document ORDER BY changed");
  g_assert_cmpstr (row, ==, A "|scan_of <me>.pdf|3|"
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad|616263|"
                   "2026-11-20T23:11:54.000000Z\n"
                   A "|empty|0|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855||"
                   "2026-11-20T23:12:54.000000Z");

  profile_fixture_open (fixture);
  documents = list (fixture, A);
  none = list (fixture, B);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (documents->len, ==, 2);
  g_assert_cmpstr (((HcAppointmentDocument *) documents->pdata[0])->id, ==, document->id);
  g_assert_null (((HcAppointmentDocument *) documents->pdata[0])->content);
  loaded = try_load (fixture, document->id, NULL);
  g_assert_cmpmem (g_bytes_get_data (loaded->content, NULL), g_bytes_get_size (loaded->content), "abc", 3);
  g_assert_cmpstr (loaded->type, ==, document->type);
}

static void
test_remove_and_undo (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (HcAppointmentDocument) document = NULL, loaded = NULL, gone = NULL;
  g_autofree char *before = NULL, *after = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL, saved = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  document = add (fixture, "a.txt", "abc", 3);
  before = fixture_query (fixture->path, "SELECT * FROM appointment_document");
  loaded = try_load (fixture, document->id, NULL);

  profile_fixture_set_time (fixture, 60);
  hc_appointment_documents_remove_async (get_documents (fixture), document, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_appointment_documents_remove_finish (get_documents (fixture), result, NULL));
  gone = try_load (fixture, document->id, &error);
  g_assert_null (gone);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  place = NULL;
  hc_appointment_documents_save_async (get_documents (fixture), loaded, fixture_result_cb, &place);
  saved = fixture_wait (&place);
  g_assert_true (hc_appointment_documents_save_finish (get_documents (fixture), saved, NULL));
  after = fixture_query (fixture->path, "SELECT * FROM appointment_document");
  g_assert_cmpstr (after, ==, before);
}

static void
assert_refused (ProfileFixture *fixture,
                const char     *path,
                int             code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_add (fixture, path, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, G_IO_ERROR, code);
  /* The person knows which file they chose; others need not. */
  g_assert_null (strstr (error->message, fixture->folder));
}

static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *big = g_build_filename (fixture->folder, "big", NULL);
  g_autofree char *exact = g_build_filename (fixture->folder, "exact", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *gone = g_build_filename (fixture->folder, "gone", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *count = NULL;
  g_autoptr (HcAppointmentDocument) followed = NULL, whole = NULL;

  profile_fixture_open (fixture);
  fixture_write_file (fixture->folder, "big", "", 0);
  /* Five gigabytes that take no room. */
  g_assert_cmpint (truncate (big, 5368709120), ==, 0);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);

  assert_refused (fixture, big, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_cmpint (truncate (big, HC_APPOINTMENT_DOCUMENT_MAX_BYTES + 1), ==, 0);
  assert_refused (fixture, big, G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_refused (fixture, loop, G_IO_ERROR_TOO_MANY_LINKS);
  assert_refused (fixture, pipe_path, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_refused (fixture, "/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE);
  assert_refused (fixture, fixture->folder, G_IO_ERROR_IS_DIRECTORY);
  assert_refused (fixture, gone, G_IO_ERROR_NOT_FOUND);
  /* It says that it has no bytes, and has some. */
  {
    g_autoptr (HcAppointmentDocument) status = try_add (fixture, "/proc/self/status", NULL, NULL);

    g_assert_nonnull (status);
    g_assert_cmpuint (status->size, >, 0);
  }

  /* A link to a file is that file, and so many bytes are the most. */
  fixture_write_file (fixture->folder, "exact", "", 0);
  g_assert_cmpint (truncate (exact, HC_APPOINTMENT_DOCUMENT_MAX_BYTES), ==, 0);
  g_assert_cmpint (symlink (exact, link), ==, 0);
  followed = try_add (fixture, link, NULL, NULL);
  g_assert_nonnull (followed);
  g_assert_cmpstr (followed->name, ==, "link");

  /* Three more make 200 MiB, together with what is there already too much. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HcAppointmentDocument) more = try_add (fixture, exact, NULL, NULL);

      g_assert_nonnull (more);
    }
  assert_refused (fixture, exact, G_IO_ERROR_NO_SPACE);
  count = fixture_query (fixture->path, "SELECT count (*), max (size) FROM appointment_document");
  g_assert_cmpstr (count, ==, "4|52428800");
}

static void
test_cancelled (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "a", NULL);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  fixture_write_file (fixture->folder, "a", "abc", 3);
  g_cancellable_cancel (cancellable);
  g_assert_null (try_add (fixture, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  documents = list (fixture, A);
  g_assert_cmpuint (documents->len, ==, 0);
}

/* Bytes that a disk has changed are not given out as what was copied. */
static void
test_damaged (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcAppointmentDocument) document = NULL, loaded = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  save_appointment (fixture);
  document = add (fixture, "a.txt", "abc", 3);
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "UPDATE appointment_document SET content = x'616264'");
  profile_fixture_open (fixture);
  loaded = try_load (fixture, document->id, &error);
  g_assert_null (loaded);
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED);
}

/* What belongs to an appointment that was removed stays as long as that can be undone, and no longer. */
static void
test_pruned (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcAppointmentDocument) document = NULL;
  g_autofree char *before = NULL, *there = NULL, *after = NULL;

  profile_fixture_open (fixture);
  save_appointment (fixture);
  document = add (fixture, "a.txt", "abc", 3);
  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  there = fixture_query (fixture->path, "SELECT count (*) FROM appointment_document");
  g_assert_cmpstr (there, ==, "1");

  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "DELETE FROM appointment");
  before = fixture_query (fixture->path, "SELECT count (*) FROM appointment_document");
  g_assert_cmpstr (before, ==, "1");
  profile_fixture_open (fixture);
  after = fixture_query (fixture->path, "SELECT count (*) FROM appointment_document");
  g_assert_cmpstr (after, ==, "0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/profile/appointment-documents/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, function, profile_fixture_tear_down)

  ADD ("copy", test_copy);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("refused", test_refused);
  ADD ("cancelled", test_cancelled);
  ADD ("damaged", test_damaged);
  ADD ("pruned", test_pruned);

  return g_test_run ();
}
