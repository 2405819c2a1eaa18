/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-safe-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A file is whole or as it was before, wherever the writing stops. A name so long that a second file beside
 * cannot have a longer one stands for places that take no second file. */

typedef struct
{
  char       *folder;
  const char *name;
  GFile      *file;
  guint       n_calls;
  gboolean    fails;
  char       *seen; /* what the folder had while the file was written */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->name = data;
  fixture->file = g_file_new_build_filename (fixture->folder, fixture->name, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->seen);
  g_object_unref (fixture->file);
}

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        user_data,
          GCancellable   *cancellable,
          GError        **error)
{
  Fixture *fixture = user_data;

  fixture->n_calls++;
  if (!g_output_stream_write_all (stream, "new", 3, NULL, cancellable, error) ||
      !g_output_stream_flush (stream, cancellable, error))
    return FALSE;

  g_free (fixture->seen);
  fixture->seen = fixture_list_folder (fixture->folder);

  if (!fixture->fails)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No room");
  return FALSE;
}

static void
assert_only_file (Fixture    *fixture,
                  const char *expected)
{
  g_autofree char *files = fixture_list_folder (fixture->folder);
  g_autofree char *bytes = NULL;

  if (expected == NULL)
    {
      g_assert_cmpstr (files, ==, "");
      return;
    }

  g_assert_true (g_str_has_prefix (files, fixture->name));
  g_assert_null (strchr (files, '\n'));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &bytes, NULL, NULL, NULL));
  g_assert_cmpstr (bytes, ==, expected);
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  /* A new one, and one that is there. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (hc_safe_file_write (fixture->file, write_cb, fixture, NULL, &error));
      g_assert_no_error (error);
      assert_only_file (fixture, "new");
      fixture_write_file (fixture->folder, fixture->name, "a longer old one", -1);
    }

  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (fixture->n_calls, ==, 2);
}

static void
test_fails (Fixture       *fixture,
            gconstpointer  data)
{
  fixture->fails = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hc_safe_file_write (fixture->file, write_cb, fixture, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      assert_only_file (fixture, i == 0 ? NULL : "old");
      fixture_write_file (fixture->folder, fixture->name, "old", -1);
    }
}

/* Until all of it is there the name belongs to nothing, or to the older file. */
static void
test_meanwhile (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *begin = g_strconcat ("\n", fixture->name, " ", NULL);
  g_autofree char *old = NULL, *seen = NULL;

  g_assert_true (hc_safe_file_write (fixture->file, write_cb, fixture, NULL, NULL));
  seen = g_strconcat ("\n", fixture->seen, NULL);
  g_assert_null (strstr (seen, begin));

  fixture_write_file (fixture->folder, fixture->name, "old", -1);
  old = fixture_list_folder (fixture->folder);
  g_assert_true (hc_safe_file_write (fixture->file, write_cb, fixture, NULL, NULL));
  g_assert_nonnull (strstr (fixture->seen, old));
}

/* A link stays one, and what it leads to is written. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autofree char *bytes = NULL;

  fixture_write_file (fixture->folder, "target", "old", -1);
  g_assert_cmpint (symlink (target, g_file_peek_path (fixture->file)), ==, 0);
  g_assert_true (hc_safe_file_write (fixture->file, write_cb, fixture, NULL, NULL));
  g_assert_true (g_file_test (g_file_peek_path (fixture->file), G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "new");
}

int
main (int   argc,
      char *argv[])
{
  static char long_name[251];

  g_test_init (&argc, &argv, NULL);
  memset (long_name, 'n', sizeof long_name - 1);

#define ADD(path, name, func) \
  g_test_add ("/profile/safe-file/" path, Fixture, name, set_up, func, tear_down)

  ADD ("write", "file", test_write);
  ADD ("write-in-place", long_name, test_write);
  ADD ("fails", "file", test_fails);
  ADD ("fails-in-place", long_name, test_fails);
  ADD ("meanwhile", "file", test_meanwhile);
  ADD ("link", "file", test_link);

  return g_test_run ();
}
