/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-database.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

#define APPLICATION_ID 0x12345678

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a ü%?#.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HcDatabase *
open_database (Fixture        *fixture,
               HcDatabaseMode  mode)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = hc_database_new (fixture->path, mode, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (hc_database_get_path (database), ==, fixture->path);

  return database;
}

static void
execute (HcDatabase *database,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hc_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

static gint64
get_pragma (HcDatabase *database,
            const char *pragma)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  g_assert_true (hc_database_get_pragma (database, pragma, &value, &error));
  g_assert_no_error (error);

  return value;
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  mode_t mask = umask (0);
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autofree char *rows = NULL;
  GStatBuf info;

  umask (mask);
  execute (database, "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2);");
  g_clear_object (&database);

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  rows = fixture_query (fixture->path, "SELECT * FROM t");
  g_assert_cmpstr (rows, ==, "1\n2");
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;

  g_assert_cmpint (get_pragma (database, "foreign_keys"), ==, 1);
  g_assert_cmpint (get_pragma (database, "trusted_schema"), ==, 0);
  g_assert_true (hc_database_enable_durability (database, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_pragma (database, "synchronous"), ==, 2);
  g_assert_cmpint (get_pragma (database, "secure_delete"), ==, 1);

  /* A text in double quotes is no text. */
  g_assert_false (hc_database_execute (database, "SELECT \"text\"", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_clear_error (&error);

  execute (database, "CREATE TABLE t (a)");
  g_assert_false (hc_database_execute (database,
                                       "PRAGMA writable_schema = ON;"
                                       "UPDATE sqlite_schema SET sql = 'x';", &error));
  g_assert_nonnull (error);

  mode = fixture_query (fixture->path, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "wal");
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_assert_null (hc_database_prepare (database, "SELECT a FROM nowhere", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "no such table: nowhere (SQLite 1) in: SELECT a FROM nowhere");
  g_clear_error (&error);

  execute (database, "CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES ('x')");
  g_assert_false (hc_database_execute (database, "INSERT INTO t VALUES ('x')", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  execute (database, "PRAGMA max_page_count = 3");
  g_assert_false (hc_database_execute (database, "INSERT INTO t VALUES (randomblob (100000))", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FULL);
  g_clear_error (&error);

  execute (database, "PRAGMA query_only = ON");
  g_assert_false (hc_database_execute (database, "INSERT INTO t VALUES ('y')", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_false (hc_database_get_pragma (database, "no_such_pragma", &value, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_null (hc_database_new (fixture->folder, HC_DATABASE_READ_WRITE, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);

  g_assert_null (hc_database_new ("/nowhere/at/all.db", HC_DATABASE_IMMUTABLE, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
}

static gboolean
insert_and_fail (HcDatabase  *database,
                 gpointer     user_data,
                 GError     **error)
{
  execute (database, "INSERT INTO t VALUES (2)");

  if (!g_str_equal (user_data, "commit"))
    return hc_database_execute (database, user_data, error);

  return TRUE;
}

static void
test_transaction (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *full = NULL;
  g_autofree char *after = NULL;

  execute (database, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");

  g_assert_false (hc_database_transaction (database, insert_and_fail,
                                           (char *) "SELECT a FROM nowhere", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_clear_error (&error);
  before = fixture_query (fixture->path, "SELECT * FROM t");
  g_assert_cmpstr (before, ==, "1");

  /* An error on which SQLite itself has rolled back. */
  execute (database, "PRAGMA max_page_count = 3");
  g_assert_false (hc_database_transaction (database, insert_and_fail,
                                           (char *) "INSERT INTO t VALUES (randomblob (100000))", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FULL);
  g_clear_error (&error);
  full = fixture_query (fixture->path, "SELECT * FROM t");
  g_assert_cmpstr (full, ==, "1");

  g_assert_true (hc_database_transaction (database, insert_and_fail, (char *) "commit", &error));
  g_assert_no_error (error);
  after = fixture_query (fixture->path, "SELECT * FROM t");
  g_assert_cmpstr (after, ==, "1\n2");

  /* One inside of another is refused and leaves the outer one to its owner. */
  execute (database, "BEGIN; INSERT INTO t VALUES (3);");
  g_assert_false (hc_database_transaction (database, insert_and_fail, (char *) "commit", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  execute (database, "COMMIT");
  g_clear_pointer (&after, g_free);
  after = fixture_query (fixture->path, "SELECT * FROM t");
  g_assert_cmpstr (after, ==, "1\n2\n3");
}

static void
test_identity (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    const char *sql;
    int         code; /* -1: passes */
  } cases[] = {
    { "SELECT 1", -1 },
    { "PRAGMA application_id = 0x12345678; PRAGMA user_version = 3; CREATE TABLE a (b);", -1 },
    { "PRAGMA user_version = 4", HC_DATABASE_ERROR_NEWER },
    { "PRAGMA user_version = 3; PRAGMA application_id = 7", HC_DATABASE_ERROR_FOREIGN },
    { "PRAGMA user_version = 4", HC_DATABASE_ERROR_FOREIGN },
    { "PRAGMA user_version = 0; PRAGMA application_id = 0", HC_DATABASE_ERROR_FOREIGN },
  };
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_READ_WRITE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean passes;

      execute (database, cases[i].sql);
      passes = hc_database_check_identity (database, APPLICATION_ID, 3, &error);

      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, HC_DATABASE_ERROR, cases[i].code);

      g_assert_cmpint (passes, ==, cases[i].code < 0);
    }
}

static void
assert_damaged (Fixture *fixture,
                int      code)
{
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_IMMUTABLE);
  g_autoptr (GError) error = NULL;

  g_assert_false (hc_database_check_integrity (database, &error));
  g_assert_error (error, HC_DATABASE_ERROR, code);
}

static void
test_integrity (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HcDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_execute (fixture->path,
                   "PRAGMA page_size = 4096; CREATE TABLE t (a INTEGER PRIMARY KEY, b);"
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                   " INSERT INTO t SELECT i, zeroblob (50) FROM n;");

  database = open_database (fixture, HC_DATABASE_IMMUTABLE);
  g_assert_true (hc_database_check_integrity (database, &error));
  g_assert_no_error (error);
  g_clear_object (&database);

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 10 * 4096);

  g_assert_true (g_file_set_contents (fixture->path, bytes, 5 * 4096, NULL));
  assert_damaged (fixture, HC_DATABASE_ERROR_DAMAGED);

  memset (bytes + 3 * 4096, 0x5a, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  assert_damaged (fixture, HC_DATABASE_ERROR_DAMAGED);

  g_assert_true (g_file_set_contents (fixture->path, "This is a letter and no database. It is long enough.",
                                      -1, NULL));
  assert_damaged (fixture, HC_DATABASE_ERROR_NOT_A_DATABASE);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcDatabase) database = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "copy.db", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *listing_before = NULL;
  g_autofree char *listing_after = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  gsize length;

  g_assert_true (hc_database_enable_durability (database, &error));
  execute (database, "CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA user_version = 7;");

  fixture_write_file (fixture->folder, "copy.db", "what was there", -1);
  fixture_write_file (fixture->folder, "copy.db.partial", "what was left", -1);
  g_assert_true (hc_database_copy_to (database, copy, &error));
  g_assert_no_error (error);

  /* Bytes 18 and 19 of the header are 1 for a database without a log, 2 for one with. */
  g_assert_true (g_file_get_contents (copy, &bytes, &length, NULL));
  g_assert_cmpint (bytes[18], ==, 1);
  g_assert_cmpint (bytes[19], ==, 1);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  rows = fixture_query (copy, "SELECT * FROM t; PRAGMA user_version; PRAGMA integrity_check");
  g_assert_cmpstr (rows, ==, "1\n7\nok");

  listing_before = fixture_list_folder (fixture->folder);
  g_assert_null (strstr (listing_before, "partial"));
  g_assert_null (strstr (listing_before, "copy.db-"));

  /* A copy that fails leaves nothing, and what has its name already stays. */
  g_assert_false (hc_database_copy_to (database, nowhere, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_clear_pointer (&listing_after, g_free);
  listing_after = fixture_list_folder (fixture->folder);
  g_assert_cmpstr (listing_after, ==, listing_before);

  g_unlink (copy);
  g_assert_cmpint (g_mkdir (copy, 0700), ==, 0);
  g_assert_false (hc_database_copy_to (database, copy, &error));
  g_assert_nonnull (error);
  g_clear_pointer (&listing_after, g_free);
  listing_after = fixture_list_folder (fixture->folder);
  g_assert_null (strstr (listing_after, "partial"));
}

/* Until durability was asked for, nothing may change: not even a log is worked into the file. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HcDatabase) writer = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autoptr (HcDatabase) reader = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *wal_before = NULL;
  g_autofree char *wal_after = NULL;
  g_autofree char *file_before = NULL;
  g_autofree char *file_after = NULL;
  gsize wal_length, length, new_wal_length, new_length;

  execute (writer, "PRAGMA journal_mode = WAL; CREATE TABLE t (a);");
  g_clear_object (&writer);
  g_assert_true (g_file_get_contents (fixture->path, &file_before, &length, NULL));
  g_assert_true (g_file_get_contents (wal, &wal_before, &wal_length, NULL));
  g_assert_cmpuint (wal_length, >, 0);

  reader = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_assert_true (hc_database_check_identity (reader, 0, 0, NULL));
  g_assert_true (hc_database_check_integrity (reader, NULL));
  g_clear_object (&reader);

  g_assert_true (g_file_get_contents (fixture->path, &file_after, &new_length, NULL));
  g_assert_true (g_file_get_contents (wal, &wal_after, &new_wal_length, NULL));
  g_assert_cmpmem (file_before, length, file_after, new_length);
  g_assert_cmpmem (wal_before, wal_length, wal_after, new_wal_length);

  reader = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_assert_true (hc_database_enable_durability (reader, NULL));
  g_clear_object (&reader);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* Locks on a file belong to the process: opening it once more must not drop them. */
static void
test_locks_stay (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (HcDatabase) holder = open_database (fixture, HC_DATABASE_READ_WRITE);
  g_autoptr (HcDatabase) other = NULL;
  int status;
  pid_t child;

  execute (holder, "CREATE TABLE t (a); BEGIN EXCLUSIVE;");
  other = open_database (fixture, HC_DATABASE_READ_WRITE);

  child = fork ();
  if (child == 0)
    {
      /* Asked without SQLite, whose list of locks the child has inherited. */
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
      int fd = open (fixture->path, O_RDWR | O_CLOEXEC);

      _exit (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK ? 0 : 1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (hc_database_get_path (database), ==, ":memory:");
  execute (database, "CREATE TABLE t (a)");
  g_assert_finalize_object (g_steal_pointer (&database));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/database/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/core/database/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/core/database/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/core/database/transaction", Fixture, NULL, set_up, test_transaction, tear_down);
  g_test_add ("/core/database/identity", Fixture, NULL, set_up, test_identity, tear_down);
  g_test_add ("/core/database/integrity", Fixture, NULL, set_up, test_integrity, tear_down);
  g_test_add ("/core/database/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/core/database/untouched", Fixture, NULL, set_up, test_untouched, tear_down);
  g_test_add ("/core/database/locks-stay", Fixture, NULL, set_up, test_locks_stay, tear_down);
  g_test_add_func ("/core/database/memory", test_memory);

  return g_test_run ();
}
