/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

/* What the tests of databases share. It looks at files with plain SQLite calls, not with the code
 * that is tested. */

#define DEADLINE_SECONDS 60

/* Returns: (transfer full): a new empty folder that others may enter */
char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("hc-test-XXXXXX", &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);

  return folder;
}

/* Removes a folder with all that is in it. */
void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
list_into (GPtrArray  *lines,
           const char *folder,
           const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *shown = g_strconcat (prefix, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *sum = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *inner = g_strconcat (shown, "/", NULL);

          g_ptr_array_add (lines, g_strdup (inner));
          list_into (lines, path, inner);
          continue;
        }

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s", shown, length, sum));
    }
}

/* Returns: (transfer full): a line for each file in a folder, with its name, size and SHA-256 */
char *
fixture_list_folder (const char *folder)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  list_into (lines, folder, "");
  g_ptr_array_sort (lines, compare_names);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Writes a file; a length of -1 takes @bytes as text. */
void
fixture_write_file (const char *folder,
                    const char *name,
                    const char *bytes,
                    gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static int
collect_row (void  *data,
             int    n_columns,
             char **values,
             char **names)
{
  GString *text = data;

  if (text == NULL)
    return 0;

  if (text->len > 0)
    g_string_append_c (text, '\n');

  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "NULL");

  return 0;
}

static void
run_sql (const char *path,
         const char *sql,
         GString    *text)
{
  sqlite3 *handle = NULL;
  char *sqlite_message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  /* The program under test may be writing just now. */
  sqlite3_busy_timeout (handle, DEADLINE_SECONDS * 1000);

  if (sqlite3_exec (handle, sql, collect_row, text, &sqlite_message) != SQLITE_OK)
    g_error ("%s in: %s", sqlite_message, sql);

  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* Runs SQL on a database file over a connection of its own. */
void
fixture_execute (const char *path,
                 const char *sql)
{
  run_sql (path, sql, NULL);
}

/* Returns: (transfer full): the rows, one a line, the columns parted by `|` */
char *
fixture_query (const char *path,
               const char *sql)
{
  GString *text = g_string_new (NULL);

  run_sql (path, sql, text);

  return g_string_free_and_steal (text);
}

/* The callback for fixture_wait(); @user_data points to a place for the result. */
void
fixture_result_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Nothing came within %d seconds", DEADLINE_SECONDS);
  return G_SOURCE_REMOVE;
}

/* Waits until fixture_result_cb() has put something into @result.
 *
 * Returns: (transfer full): it */
GAsyncResult *
fixture_wait (GAsyncResult **result)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, give_up_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (deadline);

  return g_steal_pointer (result);
}

/* Permissions do not bind root. In a child process this becomes somebody whom they bind. */
void
fixture_drop_root (void)
{
  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    g_error ("Cannot become nobody");
}
