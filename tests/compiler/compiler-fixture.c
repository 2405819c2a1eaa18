/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"

#include <glib/gstdio.h>

#define BETA                                                                                  \
  "---\n"                                                                                     \
  "id: beta\n"                                                                                \
  "title: Beta\n"                                                                             \
  "summary: What beta is.\n"                                                                  \
  "topics: second\n"                                                                          \
  "checked: 2026-11-18\n"                                                                     \
  "review: Jo Doe, nurse, 2026-11-19\n"                                                       \
  "paged: yes\n"                                                                              \
  "sites: colon\n"                                                                            \
  "source: only | Only Title | Only Publisher | https://only.example/x | 2019 | 2026-11-18 | read\n" \
  "---\n"                                                                                     \
  "\n"                                                                                        \
  "## Part one\n"                                                                             \
  "\n"                                                                                        \
  "Beta.[^only]\n"

#define GAMMA                                                                                    \
  "---\n"                                                                                        \
  "id: gamma\n"                                                                                  \
  "title: Gamma\n"                                                                               \
  "summary: What gamma is.\n"                                                                    \
  "topics: third, first\n"                                                                       \
  "checked: 2026-11-18\n"                                                                        \
  "review: none\n"                                                                               \
  "paged: no\n"                                                                                  \
  "source: only | Only Title | Only Publisher | https://only.example/x | 2019-02 | 2026-11-18 | abstract\n" \
  "---\n"                                                                                        \
  "\n"                                                                                           \
  "Gamma.[^only]\n"

/**
 * compiler_fixture_new:
 *
 * Returns: (transfer full): a good content folder
 */
CompilerFixture *
compiler_fixture_new (void)
{
  CompilerFixture *self = g_new0 (CompilerFixture, 1);
  g_autoptr (GError) error = NULL;

  self->root = g_dir_make_tmp ("hc-compiler-XXXXXX", &error);
  g_assert_no_error (error);

  compiler_fixture_write (self, "content/topics.txt",
                          "# The topics\nfirst = First & Foremost\nalpha\nsecond = Second\nbeta\n\n"
                          "third = Third\ngamma\n", -1);
  compiler_fixture_write (self, "content/synonyms.txt",
                          "bowel = colon = Large Intestine\n\n5-FU = fluorouracil\n", -1);
  compiler_fixture_write (self, "content/articles/gamma.md", GAMMA, -1);
  compiler_fixture_write (self, "content/articles/alpha.md", ALPHA_FRONT_MATTER ALPHA_TEXT, -1);
  compiler_fixture_write (self, "content/articles/beta.md", BETA, -1);

  return self;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }

  g_remove (path);
}

/**
 * compiler_fixture_free:
 * @self: (transfer full): a fixture, removed from the disk
 */
void
compiler_fixture_free (CompilerFixture *self)
{
  remove_tree (self->root);
  g_free (self->root);
  g_free (self);
}

/**
 * compiler_fixture_write:
 * @self: a fixture
 * @name: a file in its folder
 * @text: what is to stand in it
 * @length: how many bytes, -1 up to the zero byte
 */
void
compiler_fixture_write (CompilerFixture *self,
                        const char      *name,
                        const char      *text,
                        gssize           length)
{
  g_autofree char *path = g_build_filename (self->root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

/**
 * compiler_fixture_remove:
 * @self: a fixture
 * @name: a file or folder in its folder
 */
void
compiler_fixture_remove (CompilerFixture *self,
                         const char      *name)
{
  g_autofree char *path = g_build_filename (self->root, name, NULL);

  remove_tree (path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/**
 * compiler_fixture_exists:
 * @self: a fixture
 * @name: a file in its folder
 *
 * Returns: whether it is there
 */
gboolean
compiler_fixture_exists (CompilerFixture *self,
                         const char      *name)
{
  g_autofree char *path = g_build_filename (self->root, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * compiler_fixture_read:
 * @self: a fixture
 * @name: a file in its folder
 * @length: (out) (optional): how many bytes
 *
 * Returns: (transfer full): what stands in it
 */
char *
compiler_fixture_read (CompilerFixture *self,
                       const char      *name,
                       gsize           *length)
{
  g_autofree char *path = g_build_filename (self->root, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

/**
 * compiler_fixture_run:
 * @self: a fixture
 * @out: (out) (optional): what the program printed
 * @errors: (out) (optional): what it printed as errors
 * @...: options besides `--content content --schema SCHEMA --output library.db`, and %NULL; with
 *   `--illustrations illustrations` where there is such a folder
 *
 * Runs the compiler in the folder of the fixture.
 *
 * Returns: its exit code
 */
int
compiler_fixture_run (CompilerFixture  *self,
                      char            **out,
                      char            **errors,
                      ...)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_null_terminated (10, NULL, TRUE);
  g_autofree char *out_text = NULL;
  g_autofree char *error_text = NULL;
  g_autoptr (GError) error = NULL;
  va_list options;
  const char *option;

  g_ptr_array_add (arguments, (char *) LIBRARY_COMPILER);
  g_ptr_array_add (arguments, (char *) "--content");
  g_ptr_array_add (arguments, (char *) "content");
  g_ptr_array_add (arguments, (char *) "--schema");
  g_ptr_array_add (arguments, (char *) SCHEMA_FILE);
  g_ptr_array_add (arguments, (char *) "--output");
  g_ptr_array_add (arguments, (char *) "library.db");

  if (compiler_fixture_exists (self, "illustrations"))
    {
      g_ptr_array_add (arguments, (char *) "--illustrations");
      g_ptr_array_add (arguments, (char *) "illustrations");
    }

  va_start (options, errors);
  while ((option = va_arg (options, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) option);
  va_end (options);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, self->root);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out_text, &error_text, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  if (out != NULL)
    *out = g_steal_pointer (&out_text);

  if (errors != NULL)
    *errors = g_steal_pointer (&error_text);

  return g_subprocess_get_exit_status (process);
}

/**
 * compiler_query:
 * @database: a database, read with a connection that owes nothing to the code under test
 * @sql: a query
 *
 * Returns: (transfer full): its rows, a line each, with `|` between the columns and nothing for NULL
 */
char *
compiler_query (const char *database,
                const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  GString *text = g_string_new (NULL);
  int code;

  g_assert_cmpint (sqlite3_open_v2 (database, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (handle), sql);

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *column = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", column != NULL ? column : "");
        }

      g_string_append_c (text, '\n');
    }

  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return g_string_free_and_steal (text);
}

/**
 * compiler_fixture_query:
 * @self: a fixture whose library was made
 * @sql: a query
 *
 * Returns: (transfer full): the rows, see compiler_query()
 */
char *
compiler_fixture_query (CompilerFixture *self,
                        const char      *sql)
{
  g_autofree char *path = g_build_filename (self->root, "library.db", NULL);

  return compiler_query (path, sql);
}
