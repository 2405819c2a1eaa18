/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "profile-fixture.h"

/* The photos of the boxes of medicines, seen through the profile and in the file. */

#define A "0a1b2c3d-0000-4000-8000-0000000000a1"
#define B "0a1b2c3d-0000-4000-8000-0000000000b1"

/* The beginning of each JPEG file, and what this program never looks at. */
#define JPEG "\xff\xd8\xff\xe0 a box"
#define OTHER_JPEG "\xff\xd8\xff\xe1 another box"

static HcMedicinePhotos *
get_photos (ProfileFixture *fixture)
{
  return hc_profile_get_medicine_photos (fixture->profile);
}

static gboolean
try_save (ProfileFixture  *fixture,
          const char      *medicine,
          GBytes          *jpeg,
          GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_medicine_photos_save_async (get_photos (fixture), medicine, jpeg, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_medicine_photos_save_finish (get_photos (fixture), result, error);
}

static void
save (ProfileFixture *fixture,
      const char     *medicine,
      const char     *bytes)
{
  g_autoptr (GBytes) jpeg = g_bytes_new (bytes, strlen (bytes));
  g_autoptr (GError) error = NULL;

  g_assert_true (try_save (fixture, medicine, jpeg, &error));
  g_assert_no_error (error);
}

static void
assert_refused (ProfileFixture *fixture,
                const char     *medicine,
                GBytes         *jpeg)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_save (fixture, medicine, jpeg, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
}

/* What is loaded, NULL: no photo. */
static void
assert_photo (ProfileFixture *fixture,
              const char     *medicine,
              const char     *expected)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_photos_load_async (get_photos (fixture), medicine, fixture_result_cb, &place);
  result = fixture_wait (&place);
  jpeg = hc_medicine_photos_load_finish (get_photos (fixture), result, &error);
  g_assert_no_error (error);

  if (expected == NULL)
    g_assert_null (jpeg);
  else
    g_assert_cmpmem (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg), expected, strlen (expected));
}

static void
remove_photo (ProfileFixture *fixture,
              const char     *medicine)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_photos_remove_async (get_photos (fixture), medicine, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_photos_remove_finish (get_photos (fixture), result, &error));
  g_assert_no_error (error);
}

static void
changed_cb (HcMedicinePhotos *photos,
            const char       *medicine,
            GString          *log)
{
  g_string_append_printf (log, "%s ", medicine);
}

/* Saved, replaced, removed; told each time; there again when the profile is. */
static void
test_save (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  g_signal_connect (get_photos (fixture), "changed", G_CALLBACK (changed_cb), log);
  assert_photo (fixture, A, NULL);
  save (fixture, A, JPEG);
  save (fixture, B, OTHER_JPEG);
  assert_photo (fixture, A, JPEG);
  assert_photo (fixture, B, OTHER_JPEG);
  save (fixture, A, OTHER_JPEG);
  assert_photo (fixture, A, OTHER_JPEG);
  remove_photo (fixture, B);
  remove_photo (fixture, B);
  assert_photo (fixture, B, NULL);
  g_assert_cmpstr (log->str, ==, A " " B " " A " " B " " B " ");

  rows = fixture_query (fixture->path, "SELECT medicine, hex (image), changed FROM medicine_photo");
  g_assert_cmpstr (rows, ==, A "|FFD8FFE120616E6F7468657220626F78|2026-11-20T23:11:54.000000Z");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  assert_photo (fixture, A, OTHER_JPEG);
}

/* What is no JPEG file, or too large, does not take the place of one. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0), text = g_bytes_new_static ("<svg/>", 6);
  g_autoptr (GBytes) png = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8), large = NULL, largest = NULL;
  guint8 *bytes = g_malloc0 (HC_MEDICINE_PHOTOS_MAX_BYTES + 1);

  bytes[0] = 0xff;
  bytes[1] = 0xd8;
  bytes[2] = 0xff;
  large = g_bytes_new_take (bytes, HC_MEDICINE_PHOTOS_MAX_BYTES + 1);
  largest = g_bytes_new_from_bytes (large, 0, HC_MEDICINE_PHOTOS_MAX_BYTES);

  profile_fixture_open (fixture);
  save (fixture, A, JPEG);
  assert_refused (fixture, A, empty);
  assert_refused (fixture, A, text);
  assert_refused (fixture, A, png);
  assert_refused (fixture, A, large);
  assert_photo (fixture, A, JPEG);
  /* The id of a medicine has 36 letters. */
  assert_refused (fixture, "short", largest);
  g_assert_true (try_save (fixture, A, largest, NULL));
}

/* A profile that is closed says so. */
static void
test_closed (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GBytes) jpeg = g_bytes_new_static (JPEG, strlen (JPEG));
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  hc_profile_close (fixture->profile);
  g_assert_false (try_save (fixture, A, jpeg, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/medicine-photos/save", ProfileFixture, NULL, profile_fixture_set_up, test_save,
              profile_fixture_tear_down);
  g_test_add ("/medicine-photos/refused", ProfileFixture, NULL, profile_fixture_set_up, test_refused,
              profile_fixture_tear_down);
  g_test_add ("/medicine-photos/closed", ProfileFixture, NULL, profile_fixture_set_up, test_closed,
              profile_fixture_tear_down);

  return g_test_run ();
}
