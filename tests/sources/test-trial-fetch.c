/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-trial-fetch.h"
#include "trial-fixture.h"

/* The pages come from a stand-in for the network: what is asked for is written down, and the answers are a
 * list. */

typedef struct
{
  char         *folder;
  char         *database;
  HcClock      *clock;
  GString      *asked;     /* the addresses, a line each */
  const char  **answers;   /* the last one again and again; NULL: an error */
  guint         n;
  GCancellable *cancels;   /* after the first page */
} Fixture;

#define URI "https://registry.invalid/studies"

#define FIRST URI "?format=json&query.cond=colorectal%20cancer&filter.overallStatus=RECRUITING&fields=ProtocolSection" \
              "&countTotal=true&pageSize=100"

#define STUDY(number) "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT0000000" number "\"," \
                      "\"briefTitle\":\"T\"}}}"

static void
get_async (gpointer             client,
           const char          *uri,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  Fixture *fixture = g_object_get_data (client, "fixture");
  g_autoptr (GTask) task = g_task_new (client, cancellable, callback, user_data);
  const char *answer = fixture->answers[fixture->n];

  g_string_append_printf (fixture->asked, "%s\n", uri);
  if (answer != NULL && fixture->answers[fixture->n + 1] != NULL)
    fixture->n++;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (answer == NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "No answer");
  else
    g_task_return_pointer (task, g_bytes_new (answer, strlen (answer)), (GDestroyNotify) g_bytes_unref);
}

static GBytes *
get_finish (gpointer       client,
            GAsyncResult  *result,
            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static const HcTrialTransport transport = { get_async, get_finish };

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (1795216314);

  fixture->folder = fixture_make_folder ();
  fixture->database = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->clock = hc_clock_new_fixed (time);
  fixture->asked = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_string_free (fixture->asked, TRUE);
  g_free (fixture->database);
  g_free (fixture->folder);
  trial_fixture_end_object (fixture->clock);
}

static void
progress_cb (HcTrialFetch *fetch,
             Fixture      *fixture)
{
  if (fixture->cancels != NULL)
    g_cancellable_cancel (fixture->cancels);
}

static HcTrialReport *
run (Fixture      *fixture,
     const char  **answers,
     GError      **error)
{
  g_autoptr (GObject) client = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (HcTrialFetch) fetch = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;

  fixture->answers = answers;
  fixture->n = 0;
  g_string_truncate (fixture->asked, 0);
  g_object_set_data (client, "fixture", fixture);
  fetch = hc_trial_fetch_new (fixture->database, fixture->clock, URI, &transport, client);
  g_signal_connect (fetch, "progress", G_CALLBACK (progress_cb), fixture);
  hc_trial_fetch_run_async (fetch, fixture->cancels, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_trial_fetch_run_finish (fetch, result, error);
}

#define assert_trials(fixture, expected)                                                                    \
  G_STMT_START {                                                                                            \
    g_autofree char *rows = fixture_query ((fixture)->database, "SELECT group_concat (nct) FROM trial;"     \
                                           "SELECT began, ended FROM trial_fetch");                         \
    g_assert_cmpstr (rows, ==, expected);                                                                   \
  } G_STMT_END

/* Page after page, one of them empty; nothing of a person is asked for. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const char *answers[] = {
    "{\"totalCount\":3,\"studies\":[" STUDY ("1") "," STUDY ("2") "],\"nextPageToken\":\"a b&c\"}",
    "{\"studies\":[],\"nextPageToken\":\"t2\"}", "{\"studies\":[{}," STUDY ("3") "]}", NULL
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialReport) report = run (fixture, answers, &error);

  g_assert_no_error (error);
  g_assert_true (report->complete);
  g_assert_false (report->canceled);
  g_assert_cmpuint (report->n_added, ==, 3);
  g_assert_cmpuint (report->n_problems, ==, 1);
  g_assert_cmpstr (((HcTrialProblem *) report->problems->pdata[0])->file, ==, "page 3");
  g_assert_cmpstr (fixture->asked->str, ==,
                   FIRST "\n" FIRST "&pageToken=a%20b%26c\n" FIRST "&pageToken=t2\n");
  assert_trials (fixture, "NCT00000001,NCT00000002,NCT00000003\n2026-11-20T23:11:54Z|2026-11-20T23:11:54Z");
}

/* A registry that goes round in circles, and one that never ends. */
static void
test_endless (Fixture       *fixture,
              gconstpointer  data)
{
  const char *circle[] = {
    "{\"studies\":[" STUDY ("1") "],\"nextPageToken\":\"a\"}",
    "{\"studies\":[" STUDY ("2") "],\"nextPageToken\":\"b\"}",
    "{\"studies\":[" STUDY ("3") "],\"nextPageToken\":\"a\"}", NULL
  };
  const char *empty[] = {
    "{\"studies\":[],\"nextPageToken\":\"1\"}", "{\"studies\":[],\"nextPageToken\":\"2\"}",
    "{\"studies\":[],\"nextPageToken\":\"3\"}", "{\"studies\":[],\"nextPageToken\":\"4\"}",
    "{\"studies\":[],\"nextPageToken\":\"5\"}", "{\"studies\":[],\"nextPageToken\":\"6\"}",
    "{\"studies\":[],\"nextPageToken\":\"7\"}", NULL
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialReport) report = run (fixture, circle, &error), report_of_empty = NULL;

  g_assert_no_error (error);
  g_assert_false (report->complete);
  g_assert_cmpuint (report->n_added, ==, 3);
  g_assert_cmpint (((HcTrialProblem *) report->problems->pdata[0])->code, ==, HC_TRIAL_ERROR_ENDLESS);
  g_assert_cmpstr (fixture->asked->str, ==, FIRST "\n" FIRST "&pageToken=a\n" FIRST "&pageToken=b\n");
  assert_trials (fixture, "NCT00000001,NCT00000002,NCT00000003");

  report_of_empty = run (fixture, empty, &error);
  g_assert_no_error (error);
  g_assert_false (report_of_empty->complete);
  g_assert_cmpint (((HcTrialProblem *) report_of_empty->problems->pdata[0])->code, ==,
                   HC_TRIAL_ERROR_ENDLESS);
  g_assert_true (g_str_has_suffix (fixture->asked->str, "&pageToken=5\n"));
}

/* What went wrong is told, and what came before stays. */
static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  const char *timeout[] = { NULL };
  const char *portal[] = { "{\"studies\":[" STUDY ("1") "],\"nextPageToken\":\"a\"}", "<html>Sign in</html>",
                           NULL };
  const char *cut[] = { "{\"studies\":[" STUDY ("2") "," STUDY ("3") ",{\"protoc", NULL };
  g_autoptr (GError) first = NULL, second = NULL, third = NULL;

  g_assert_null (run (fixture, timeout, &first));
  g_assert_error (first, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_null (run (fixture, portal, &second));
  g_assert_error (second, HC_TRIAL_ERROR, HC_TRIAL_ERROR_WEB_PAGE);
  assert_trials (fixture, "NCT00000001");
  g_assert_null (run (fixture, cut, &third));
  g_assert_error (third, HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_WELL_FORMED);
  assert_trials (fixture, "NCT00000001,NCT00000002,NCT00000003");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  const char *answers[] = { "{\"studies\":[" STUDY ("1") "],\"nextPageToken\":\"a\"}", "{\"studies\":[]}",
                            NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialReport) report = NULL, early = NULL;

  fixture->cancels = cancellable;
  report = run (fixture, answers, &error);
  g_assert_no_error (error);
  g_assert_true (report->canceled);
  g_assert_false (report->complete);
  g_assert_cmpuint (report->n_added, ==, 1);
  g_assert_cmpstr (fixture->asked->str, ==, FIRST "\n");
  assert_trials (fixture, "NCT00000001");

  early = run (fixture, answers, &error);
  g_assert_no_error (error);
  g_assert_true (early->canceled);
  g_assert_cmpuint (early->n_added + early->n_unchanged, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/trial-fetch/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/trial-fetch/endless", Fixture, NULL, set_up, test_endless, tear_down);
  g_test_add ("/trial-fetch/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/trial-fetch/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return g_test_run ();
}
