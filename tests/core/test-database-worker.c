/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-database-worker.h"

#include "fixture.h"

#define MANY 2000

typedef struct
{
  char             *folder;
  char             *path;
  HcDatabaseWorker *worker;
  GAsyncResult     *result;
} Fixture;

static HcDatabase *
open_path (gpointer   data,
           GError   **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (data, HC_DATABASE_READ_WRITE, error);

  if (database == NULL ||
      !hc_database_execute (database, "PRAGMA synchronous = OFF;"
                                      "CREATE TABLE IF NOT EXISTS t (i INTEGER PRIMARY KEY, a)", error))
    return NULL;

  return g_steal_pointer (&database);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->worker = hc_database_worker_new ("test");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->worker != NULL)
    g_assert_finalize_object (fixture->worker);

  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
open_worker (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_database_worker_open_async (fixture->worker, open_path, g_strdup (fixture->path), g_free,
                                 fixture_result_cb, &fixture->result);
  result = fixture_wait (&fixture->result);
  g_assert_true (hc_database_worker_open_finish (fixture->worker, result, &error));
  g_assert_no_error (error);
}

static gpointer
insert_value (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, "INSERT INTO t (a) VALUES (:a)", error);

  if (statement == NULL)
    return NULL;

  hc_statement_bind_int64 (statement, ":a", GPOINTER_TO_INT (data));
  if (!hc_statement_run (statement, error))
    return NULL;

  return g_strdup_printf ("inserted %d", GPOINTER_TO_INT (data));
}

static gpointer
get_thread (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  return g_thread_self ();
}

static gpointer
fail (HcDatabase  *database,
      gpointer     data,
      GError     **error)
{
  hc_database_execute (database, "SELECT a FROM nowhere", error);
  return NULL;
}

static void
test_open_and_run (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) thread_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gpointer thread;

  open_worker (fixture);

  hc_database_worker_run_async (fixture->worker, insert_value, GINT_TO_POINTER (7), NULL, g_free,
                                fixture_result_cb, &fixture->result);
  result = fixture_wait (&fixture->result);
  text = hc_database_worker_run_finish (fixture->worker, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "inserted 7");

  hc_database_worker_run_async (fixture->worker, get_thread, NULL, NULL, NULL,
                                fixture_result_cb, &fixture->result);
  thread_result = fixture_wait (&fixture->result);
  thread = hc_database_worker_run_finish (fixture->worker, thread_result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (thread);
  g_assert_true (thread != g_thread_self ());
}

static gpointer
get_database (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  return database;
}

/* One file at a time: the old one is closed when the next is opened. */
static void
test_open_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  gpointer database;

  open_worker (fixture);
  hc_database_worker_run_async (fixture->worker, get_database, NULL, NULL, NULL,
                                fixture_result_cb, &fixture->result);
  result = fixture_wait (&fixture->result);
  database = hc_database_worker_run_finish (fixture->worker, result, NULL);
  g_assert_nonnull (database);

  g_object_add_weak_pointer (database, &database);
  open_worker (fixture);
  g_assert_null (database);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) not_opened = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GAsyncResult) lost = NULL;
  g_autoptr (GError) error = NULL;

  /* Before it was opened, after it could not be, and with a job that fails. */
  hc_database_worker_run_async (fixture->worker, get_thread, NULL, NULL, NULL,
                                fixture_result_cb, &fixture->result);
  closed = fixture_wait (&fixture->result);
  g_assert_null (hc_database_worker_run_finish (fixture->worker, closed, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);

  hc_database_worker_open_async (fixture->worker, open_path, fixture->folder, NULL,
                                 fixture_result_cb, &fixture->result);
  not_opened = fixture_wait (&fixture->result);
  g_assert_false (hc_database_worker_open_finish (fixture->worker, not_opened, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);

  open_worker (fixture);
  hc_database_worker_run_async (fixture->worker, fail, NULL, NULL, NULL,
                                fixture_result_cb, &fixture->result);
  failed = fixture_wait (&fixture->result);
  g_assert_null (hc_database_worker_run_finish (fixture->worker, failed, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_clear_error (&error);

  /* Opening another that fails leaves none open: the old one was let go. */
  hc_database_worker_open_async (fixture->worker, open_path, fixture->folder, NULL, NULL, NULL);
  hc_database_worker_run_async (fixture->worker, get_thread, NULL, NULL, NULL,
                                fixture_result_cb, &fixture->result);
  lost = fixture_wait (&fixture->result);
  g_assert_null (hc_database_worker_run_finish (fixture->worker, lost, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
}

static GArray *answers;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  int number = GPOINTER_TO_INT (user_data);
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *expected = g_strdup_printf ("inserted %d", number);

  g_assert_cmpstr (text, ==, expected);
  g_array_append_val (answers, number);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GAsyncResult) last = NULL;
  g_autofree char *rows = NULL;

  answers = g_array_new (FALSE, FALSE, sizeof (int));
  hc_database_worker_open_async (fixture->worker, open_path, fixture->path, NULL, NULL, NULL);

  for (int i = 0; i < MANY; i++)
    hc_database_worker_run_async (fixture->worker, insert_value, GINT_TO_POINTER (i), NULL, g_free,
                                  answered_cb, GINT_TO_POINTER (i));

  hc_database_worker_run_async (fixture->worker, get_thread, NULL, NULL, NULL,
                                fixture_result_cb, &fixture->result);
  last = fixture_wait (&fixture->result);

  /* The rows and the answers have the order of the jobs. */
  rows = fixture_query (fixture->path, "SELECT count (*), sum (a = i - 1) FROM t");
  g_assert_cmpstr (rows, ==, "2000|2000");
  g_assert_cmpuint (answers->len, ==, MANY);
  for (int i = 0; i < MANY; i++)
    g_assert_cmpint (g_array_index (answers, int, i), ==, i);

  g_clear_pointer (&answers, g_array_unref);
}

static void
test_drain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *rows = NULL;

  hc_database_worker_open_async (fixture->worker, open_path, fixture->path, NULL, NULL, NULL);
  for (int i = 0; i < MANY; i++)
    hc_database_worker_run_async (fixture->worker, insert_value, GINT_TO_POINTER (i), NULL, g_free,
                                  NULL, NULL);

  g_assert_finalize_object (g_steal_pointer (&fixture->worker));

  rows = fixture_query (fixture->path, "SELECT count (*) FROM t");
  g_assert_cmpstr (rows, ==, "2000");
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) before = NULL;
  g_autoptr (GAsyncResult) run = NULL;
  g_autoptr (GAsyncResult) open = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *rows = NULL;

  open_worker (fixture);
  hc_database_worker_run_async (fixture->worker, insert_value, GINT_TO_POINTER (1), NULL, g_free,
                                fixture_result_cb, &place);
  hc_database_worker_stop (fixture->worker);
  hc_database_worker_stop (fixture->worker);

  /* It was done, though the answer is yet to come. */
  rows = fixture_query (fixture->path, "SELECT a FROM t");
  g_assert_cmpstr (rows, ==, "1");
  before = fixture_wait (&place);
  text = hc_database_worker_run_finish (fixture->worker, before, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "inserted 1");

  hc_database_worker_run_async (fixture->worker, insert_value, g_strdup ("freed"), g_free, g_free,
                                fixture_result_cb, &fixture->result);
  run = fixture_wait (&fixture->result);
  g_assert_null (hc_database_worker_run_finish (fixture->worker, run, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);

  hc_database_worker_open_async (fixture->worker, open_path, g_strdup (fixture->path), g_free,
                                 fixture_result_cb, &fixture->result);
  open = fixture_wait (&fixture->result);
  g_assert_false (hc_database_worker_open_finish (fixture->worker, open, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/database-worker/open-and-run", Fixture, NULL, set_up, test_open_and_run, tear_down);
  g_test_add ("/core/database-worker/open-again", Fixture, NULL, set_up, test_open_again, tear_down);
  g_test_add ("/core/database-worker/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/core/database-worker/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/core/database-worker/drain", Fixture, NULL, set_up, test_drain, tear_down);
  g_test_add ("/core/database-worker/stop", Fixture, NULL, set_up, test_stop, tear_down);

  return g_test_run ();
}
