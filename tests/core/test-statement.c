/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-database.h"

static HcDatabase *
open_with_table (void)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  hc_database_execute (database, "CREATE TABLE t (a TEXT, b INTEGER, c REAL CHECK (c < 100)) STRICT", &error);
  g_assert_no_error (error);

  return database;
}

static HcStatement *
prepare (HcDatabase *database,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  HcStatement *statement = hc_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statement);

  return statement;
}

static void
test_binds_and_columns (void)
{
  g_autoptr (HcDatabase) database = open_with_table ();
  g_autoptr (HcStatement) insert = prepare (database, "INSERT INTO t VALUES (:a, :b, :c)");
  g_autoptr (HcStatement) select = prepare (database,
                                            "SELECT c AS gamma, b, a, a IS NULL AS n FROM t ORDER BY rowid");
  g_autoptr (GError) error = NULL;
  char text[] = "it's \"ü\" 😀";

  hc_statement_bind_text (insert, ":a", text);
  hc_statement_bind_int64 (insert, ":b", G_MININT64);
  hc_statement_bind_double (insert, ":c", -0.1);
  /* The text was copied. */
  text[0] = 'X';
  g_assert_true (hc_statement_run (insert, &error));
  g_assert_no_error (error);

  /* What was bound is kept for another run, and forgotten by a reset. */
  hc_statement_bind_text (insert, ":a", NULL);
  hc_statement_bind_int64 (insert, ":b", G_MAXINT64);
  g_assert_true (hc_statement_run (insert, &error));
  hc_statement_reset (insert);
  g_assert_true (hc_statement_run (insert, &error));

  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ROW);
  g_assert_cmpstr (hc_statement_get_text (select, "a"), ==, "it's \"ü\" 😀");
  g_assert_cmpint (hc_statement_get_int64 (select, "b"), ==, G_MININT64);
  g_assert_cmpfloat (hc_statement_get_double (select, "gamma"), ==, -0.1);
  g_assert_false (hc_statement_is_null (select, "a"));
  g_assert_cmpint (hc_statement_get_int64 (select, "n"), ==, 0);

  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ROW);
  g_assert_null (hc_statement_get_text (select, "a"));
  g_assert_true (hc_statement_is_null (select, "a"));
  g_assert_cmpint (hc_statement_get_int64 (select, "b"), ==, G_MAXINT64);
  g_assert_cmpfloat (hc_statement_get_double (select, "gamma"), ==, -0.1);

  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ROW);
  g_assert_true (hc_statement_is_null (select, "gamma"));
  g_assert_cmpint (hc_statement_get_int64 (select, "b"), ==, 0);
  g_assert_cmpfloat (hc_statement_get_double (select, "gamma"), ==, 0.0);

  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_DONE);
  /* It has gone back to its beginning. */
  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ROW);
  g_assert_cmpstr (hc_statement_get_text (select, "a"), ==, "it's \"ü\" 😀");
  g_assert_no_error (error);
}

static void
test_bytes (void)
{
  g_autoptr (HcDatabase) database = open_with_table ();
  g_autoptr (HcStatement) select =
    prepare (database, "SELECT hex (:bytes) AS shown, :bytes AS same, x'00ff61' AS other, NULL AS none");
  g_autoptr (GError) error = NULL;
  guint8 bytes[] = { 0x00, 0x01, 0xfe, 0x00 };
  gsize length;

  hc_statement_bind_bytes (select, ":bytes", bytes, sizeof bytes);
  /* They were copied. */
  bytes[1] = 'X';

  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ROW);
  g_assert_no_error (error);
  g_assert_cmpstr (hc_statement_get_text (select, "shown"), ==, "0001FE00");
  g_assert_nonnull (hc_statement_get_bytes (select, "same", &length));
  g_assert_cmpuint (length, ==, 4);
  g_assert_cmpmem (hc_statement_get_bytes (select, "other", &length), 3, "\0\377a", 3);
  g_assert_cmpuint (length, ==, 3);
  g_assert_null (hc_statement_get_bytes (select, "none", &length));
  g_assert_cmpuint (length, ==, 0);
}

static void
test_no_such_parameter (void)
{
  g_autoptr (HcDatabase) database = open_with_table ();
  g_autoptr (HcStatement) insert = prepare (database, "INSERT INTO t VALUES (:a, 1, 1)");
  g_autoptr (GError) error = NULL;

  hc_statement_bind_text (insert, ":A", "secret");
  hc_statement_bind_text (insert, ":a", "kept");
  hc_statement_bind_int64 (insert, ":b", 1);

  /* The first failure is the one that is told. */
  g_assert_cmpint (hc_statement_step (insert, &error), ==, HC_STEP_ERROR);
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "No parameter :A in: INSERT INTO t VALUES (:a, 1, 1)");
}

static void
test_bind_between_rows (void)
{
  g_autoptr (HcDatabase) database = open_with_table ();
  g_autoptr (HcStatement) select = prepare (database, "SELECT :a AS a UNION ALL SELECT :a");
  g_autoptr (GError) error = NULL;

  hc_statement_bind_int64 (select, ":a", 1);
  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ROW);
  hc_statement_bind_int64 (select, ":a", 2);
  g_assert_cmpint (hc_statement_step (select, &error), ==, HC_STEP_ERROR);
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
}

static void
test_no_such_column (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (HcDatabase) database = open_with_table ();
      g_autoptr (HcStatement) select = prepare (database, "SELECT 1 AS a");

      g_assert_cmpint (hc_statement_step (select, NULL), ==, HC_STEP_ROW);
      g_assert_cmpint (hc_statement_get_int64 (select, "b"), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*CRITICAL*No column b in: SELECT 1 AS a*");
}

/* The message says what went wrong where, and nothing of what the person wrote. */
static void
test_error_without_values (void)
{
  g_autoptr (HcDatabase) database = open_with_table ();
  g_autoptr (HcStatement) insert = prepare (database, "INSERT INTO t VALUES (:a, :b, :c)");
  g_autoptr (GError) error = NULL;

  hc_statement_bind_text (insert, ":a", "my secret");
  hc_statement_bind_double (insert, ":c", 4711.0);
  g_assert_false (hc_statement_run (insert, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "CHECK constraint failed: c < 100"));
  g_assert_nonnull (strstr (error->message, "(SQLite 275)")); /* SQLITE_CONSTRAINT_CHECK */
  g_assert_nonnull (strstr (error->message, "INSERT INTO t VALUES (:a, :b, :c)"));
  g_assert_null (strstr (error->message, "secret"));
  g_assert_null (strstr (error->message, "4711"));

  /* After that it can be used again. */
  g_clear_error (&error);
  hc_statement_bind_double (insert, ":c", 1.0);
  g_assert_true (hc_statement_run (insert, &error));
  g_assert_no_error (error);

  hc_statement_bind_text (insert, ":b", "my secret");
  g_assert_false (hc_statement_run (insert, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_null (strstr (error->message, "secret"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/statement/binds-and-columns", test_binds_and_columns);
  g_test_add_func ("/core/statement/bytes", test_bytes);
  g_test_add_func ("/core/statement/no-such-parameter", test_no_such_parameter);
  g_test_add_func ("/core/statement/bind-between-rows", test_bind_between_rows);
  g_test_add_func ("/core/statement/no-such-column", test_no_such_column);
  g_test_add_func ("/core/statement/error-without-values", test_error_without_values);

  return g_test_run ();
}
