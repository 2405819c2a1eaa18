/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-network-log.h"

static guint n_warnings;

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
  fixture->path = g_build_filename (fixture->folder, "network.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HcNetworkEntry *
make_entry (guint number)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 12, 0, 30.25);
  g_autofree char *address = g_strdup_printf ("https://api.fda.gov/drug/enforcement.json?skip=%u", number);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  HcNetworkEntry *entry = hc_network_entry_new (time, hc_service_get (HC_SERVICE_RECALLS), "GET", uri);

  hc_network_entry_set_result (entry, number % 2 == 0 ? 200 : 0, number % 2 == 0 ? NULL : "cut", number * 10, number);

  return entry;
}

static void
add (HcNetworkLog *log,
     guint         number)
{
  g_autoptr (HcNetworkEntry) entry = make_entry (number);

  hc_network_log_add (log, entry);
}

static void
changed_cb (guint *n_changes)
{
  (*n_changes)++;
}

static HcNetworkLog *
load (const char *path)
{
  HcNetworkLog *log = hc_network_log_new (path);
  guint n_changes = 0;

  g_signal_connect_swapped (log, "items-changed", G_CALLBACK (changed_cb), &n_changes);
  hc_network_log_load (log);
  hc_network_log_load (log);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (log, &n_changes);

  return log;
}

/* Ends the log: it waits until all has been written. What it is told of then is taken. */
static void
finish (HcNetworkLog *log)
{
  g_object_unref (log);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_paths (HcNetworkLog *log,
              const char   *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (log)); i++)
    {
      g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (G_LIST_MODEL (log), i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", hc_network_entry_get_path (entry));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  HcNetworkLog *log = hc_network_log_new (fixture->path);
  g_autofree char *rows = NULL, *time = NULL, *words = NULL;
  g_autoptr (HcNetworkEntry) entry = NULL;

  add (log, 1);
  add (log, 2);
  finish (log);

  /* As the date command says: 2026-11-21 12:00:30 UTC is 1795262430. */
  rows = fixture_query (fixture->path, "SELECT time, service, method, host, path, status, fault, n_bytes, "
                        "milliseconds FROM request ORDER BY id");
  g_assert_cmpstr (rows, ==,
                   "1795262430250000|recalls|GET|api.fda.gov|/drug/enforcement.json?skip=1|0|cut|10|1\n"
                   "1795262430250000|recalls|GET|api.fda.gov|/drug/enforcement.json?skip=2|200|NULL|20|2");

  log = load (fixture->path);
  assert_paths (log, "/drug/enforcement.json?skip=2 /drug/enforcement.json?skip=1");
  entry = g_list_model_get_item (G_LIST_MODEL (log), 1);
  time = g_date_time_format_iso8601 (hc_network_entry_get_time (entry));
  g_assert_cmpstr (time, ==, "2026-11-21T12:00:30.250000Z");
  g_assert_true (hc_network_entry_get_service (entry) == hc_service_get (HC_SERVICE_RECALLS));
  g_assert_cmpstr (hc_network_entry_get_method (entry), ==, "GET");
  g_assert_cmpstr (hc_network_entry_get_host (entry), ==, "api.fda.gov");
  g_assert_cmpuint (hc_network_entry_get_status (entry), ==, 0);
  g_assert_cmpstr (hc_network_entry_get_fault (entry), ==, "cut");
  g_assert_cmpuint (hc_network_entry_get_n_bytes (entry), ==, 10);
  g_assert_cmpuint (hc_network_entry_get_duration (entry), ==, 1);
  words = hc_network_entry_dup_words (entry);
  g_assert_cmpstr (words, ==, hc_http_error_to_words (HC_HTTP_ERROR_CUT));
  finish (log);

  /* What is added before the rest was read stands above it. */
  log = hc_network_log_new (fixture->path);
  add (log, 4);
  assert_paths (log, "/drug/enforcement.json?skip=4");
  g_clear_object (&entry);
  while (g_list_model_get_n_items (G_LIST_MODEL (log)) < 3)
    g_main_context_iteration (NULL, TRUE);
  assert_paths (log, "/drug/enforcement.json?skip=4 /drug/enforcement.json?skip=2 /drug/enforcement.json?skip=1");
  finish (log);
}

static void
test_length (Fixture       *fixture,
             gconstpointer  data)
{
  HcNetworkLog *log = hc_network_log_new (fixture->path);
  g_autoptr (HcNetworkEntry) last = NULL;
  g_autofree char *rows = NULL;

  for (guint i = 1; i <= 1003; i++)
    add (log, i);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log)), ==, 1000);
  last = g_list_model_get_item (G_LIST_MODEL (log), 999);
  g_assert_cmpstr (hc_network_entry_get_path (last), ==, "/drug/enforcement.json?skip=4");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (log), 1000));
  finish (log);

  rows = fixture_query (fixture->path, "SELECT count (*), min (path), max (n_bytes) FROM request");
  g_assert_cmpstr (rows, ==, "1000|/drug/enforcement.json?skip=10|10030");
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  HcNetworkLog *log = hc_network_log_new (fixture->path);
  g_autofree char *rows = NULL, *bytes = NULL;
  gsize length;

  add (log, 1);
  finish (log);

  /* Also when nothing of it was read yet. */
  log = hc_network_log_new (fixture->path);
  hc_network_log_clear (log);
  add (log, 6);
  assert_paths (log, "/drug/enforcement.json?skip=6");
  finish (log);
  rows = fixture_query (fixture->path, "SELECT path FROM request");
  g_assert_cmpstr (rows, ==, "/drug/enforcement.json?skip=6");

  log = load (fixture->path);
  hc_network_log_clear (log);
  assert_paths (log, "");
  finish (log);

  /* It is gone, not only from the list. */
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) length, "enforcement"));
}

/* A damaged file is begun anew; a foreign one is left alone, and the log works without. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  HcNetworkLog *log;
  g_autofree char *rows = NULL, *kept = NULL;

  fixture_write_file (fixture->folder, "network.db", "This is no database, and it is long enough to see that. "
                      "It goes on and on, for a hundred bytes and more.", -1);
  log = hc_network_log_new (fixture->path);
  add (log, 1);
  finish (log);
  rows = fixture_query (fixture->path, "SELECT n_bytes FROM request");
  g_assert_cmpstr (rows, ==, "10");

  fixture_execute (fixture->path, "PRAGMA application_id = 1");
  log = hc_network_log_new (fixture->path);
  add (log, 2);
  assert_paths (log, "/drug/enforcement.json?skip=2");
  finish (log);
  g_assert_cmpuint (n_warnings, ==, 1);
  kept = fixture_query (fixture->path, "SELECT n_bytes FROM request");
  g_assert_cmpstr (kept, ==, "10");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { guint status; const char *fault, *expected; } cases[] = {
    { 200, NULL, "Received" }, { 304, NULL, "Nothing new" }, { 404, NULL, "Nothing found" },
    { 503, NULL, "Answer 503" }, { 0, "canceled", "Stopped" }, { 0, "of-a-newer-version", "Stopped" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcNetworkEntry) entry = make_entry (0);
      g_autofree char *words = NULL;

      hc_network_entry_set_result (entry, cases[i].status, cases[i].fault, 0, 0);
      words = hc_network_entry_dup_words (entry);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  if ((level & G_LOG_LEVEL_WARNING) == 0)
    return g_log_writer_default (level, fields, n_fields, user_data);

  n_warnings++;

  return G_LOG_WRITER_HANDLED;
}

static GListModel *
copy_list (HcNetworkLog *log)
{
  GListStore *copy = g_list_store_new (HC_TYPE_NETWORK_ENTRY);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (log)); i++)
    {
      g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (G_LIST_MODEL (log), i);

      g_list_store_append (copy, entry);
    }

  return G_LIST_MODEL (copy);
}

/* What was cleared comes back below what was sent since, on the disk as well. */
static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  HcNetworkLog *log = hc_network_log_new (fixture->path);
  g_autoptr (GListModel) before = NULL;
  g_autofree char *rows = NULL;

  g_assert_false (hc_network_log_is_loaded (log));
  add (log, 1);
  add (log, 2);
  while (!hc_network_log_is_loaded (log))
    g_main_context_iteration (NULL, TRUE);

  before = copy_list (log);
  hc_network_log_clear (log);
  add (log, 3);
  hc_network_log_restore (log, before);
  assert_paths (log, "/drug/enforcement.json?skip=3 /drug/enforcement.json?skip=2 /drug/enforcement.json?skip=1");
  finish (log);

  rows = fixture_query (fixture->path, "SELECT path FROM request ORDER BY id");
  g_assert_cmpstr (rows, ==, "/drug/enforcement.json?skip=1\n/drug/enforcement.json?skip=2\n"
                             "/drug/enforcement.json?skip=3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);

#define ADD(name, function) g_test_add ("/network/log/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("kept", test_kept);
  ADD ("length", test_length);
  ADD ("clear", test_clear);
  ADD ("restored", test_restored);
  ADD ("damaged", test_damaged);
  ADD ("words", test_words);

  return g_test_run ();
}
