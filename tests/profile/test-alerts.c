/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* Recalls and warnings, seen through the store and in the file. */

#define MEDICINE "0a1b2c3d-0000-4000-8000-0000000000e1"
#define OTHER_MEDICINE "0a1b2c3d-0000-4000-8000-0000000000e2"

static const HcAlertDetails recall = {
  .notice = "D-0001-2026",
  .medicine = MEDICINE,
  .kind = HC_ALERT_RECALL,
  .severity = 2,
  .title = "Recall",
  .text = "Text.",
  .reason = "Because.",
  .uri = "https://example.org/1",
  .source = "Agency",
  .published = "2026-11-19",
};

static HcAlertStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_alerts (fixture->profile);
}

static gboolean
try_add (ProfileFixture        *fixture,
         const HcAlertDetails  *details,
         GError               **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_alert_store_add_async (get_store (fixture), details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_alert_store_add_finish (get_store (fixture), result, error);
}

/* Returns: (transfer none): the alert that is shown */
static HcAlert *
add (ProfileFixture       *fixture,
     const HcAlertDetails *details)
{
  g_autoptr (GError) error = NULL;
  HcAlert *alert;

  g_assert_true (try_add (fixture, details, &error));
  g_assert_no_error (error);
  alert = hc_alert_store_lookup (get_store (fixture), details->notice, details->medicine);
  g_assert_nonnull (alert);

  return alert;
}

static void
set_state (ProfileFixture *fixture,
           HcAlert        *alert,
           HcAlertState    state)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_alert_store_set_state_async (get_store (fixture), alert, state, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_alert_store_set_state_finish (get_store (fixture), result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (hc_alert_get_state (alert), ==, state);
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *columns,
             const char     *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM alert ORDER BY notice, medicine", columns);
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* The names are those of the file. */
static void
test_names (ProfileFixture *fixture,
            gconstpointer   data)
{
  const char *const kinds[] = { "recall", "warning", "shortage" };
  const char *const states[] = { "unread", "read", "dismissed" };

  for (guint i = 0; i < 3; i++)
    {
      HcAlertKind kind = HC_ALERT_SHORTAGE;
      HcAlertState state = HC_ALERT_DISMISSED;

      g_assert_true (hc_alert_kind_from_string (kinds[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (hc_alert_kind_to_string (kind), ==, kinds[i]);
      g_assert_true (hc_alert_state_from_string (states[i], &state));
      g_assert_cmpint (state, ==, i);
      g_assert_cmpstr (hc_alert_state_to_string (state), ==, states[i]);
    }

  for (guint i = 0; i < 3; i++)
    {
      const char *const none[] = { NULL, "", "Recall" };
      HcAlertKind kind = HC_ALERT_WARNING;
      HcAlertState state = HC_ALERT_READ;

      g_assert_false (hc_alert_kind_from_string (none[i], &kind));
      g_assert_cmpint (kind, ==, HC_ALERT_WARNING);
      g_assert_false (hc_alert_state_from_string (none[i], &state));
      g_assert_cmpint (state, ==, HC_ALERT_READ);
    }
}

static void
test_kept (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *title = g_strnfill (10000, 't');
  HcAlertDetails strange = recall, bare = { .notice = "b/1", .medicine = MEDICINE, .title = "T",
                                            .published = "2024-02-29" };
  const HcAlertDetails *details;
  HcAlert *alert;

  strange.title = title;
  strange.text = "Call <b>now</b> & '; DROP TABLE alert; -- äöü 😀";

  profile_fixture_open (fixture);
  add (fixture, &strange);
  add (fixture, &bare);
  profile_fixture_close (fixture);

  assert_rows (fixture, "notice, medicine, kind, severity, length (title), text, reason, uri, source, published,"
               " state, created, changed",
               "D-0001-2026|" MEDICINE "|recall|2|10000|Call <b>now</b> & '; DROP TABLE alert; -- äöü 😀|Because.|"
               "https://example.org/1|Agency|2026-11-19|unread|2026-11-20T23:11:54.000000Z|"
               "2026-11-20T23:11:54.000000Z\n"
               "b/1|" MEDICINE "|recall|0|1|||||2024-02-29|unread|2026-11-20T23:11:54.000000Z|"
               "2026-11-20T23:11:54.000000Z");

  profile_fixture_open (fixture);
  alert = hc_alert_store_lookup (get_store (fixture), "D-0001-2026", MEDICINE);
  details = hc_alert_get_details (alert);
  g_assert_cmpstr (details->notice, ==, recall.notice);
  g_assert_cmpstr (details->medicine, ==, MEDICINE);
  g_assert_cmpint (details->kind, ==, HC_ALERT_RECALL);
  g_assert_cmpint (details->severity, ==, 2);
  g_assert_cmpstr (details->title, ==, title);
  g_assert_cmpstr (details->text, ==, strange.text);
  g_assert_cmpstr (details->reason, ==, "Because.");
  g_assert_cmpstr (details->uri, ==, "https://example.org/1");
  g_assert_cmpstr (details->source, ==, "Agency");
  g_assert_cmpstr (details->published, ==, "2026-11-19");
  g_assert_cmpint (hc_alert_get_state (alert), ==, HC_ALERT_UNREAD);
  g_assert_cmpint (g_date_time_to_unix (hc_alert_get_created (alert)), ==, FIXTURE_TIME);
}

/* The same notice again: nothing of its state changes, nor its date. */
static void
test_again (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  HcAlertDetails newer = recall;
  HcAlert *alert;

  profile_fixture_open (fixture);
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);
  alert = add (fixture, &recall);
  set_state (fixture, alert, HC_ALERT_DISMISSED);

  profile_fixture_set_time (fixture, 60);
  g_assert_true (add (fixture, &recall) == alert);
  assert_rows (fixture, "state, text, changed", "dismissed|Text.|2026-11-20T23:11:54.000000Z");

  /* Newer words are taken; who dismissed it need not read it again. */
  newer.title = "Newer";
  newer.text = "Newer text.";
  newer.reason = "Newer reason.";
  newer.uri = "https://example.org/2";
  newer.source = "Newer agency";
  newer.published = "2026-11-20";
  newer.kind = HC_ALERT_WARNING;
  g_assert_true (add (fixture, &newer) == alert);
  g_assert_cmpstr (hc_alert_get_details (alert)->text, ==, "Newer text.");
  g_assert_cmpint (hc_alert_get_state (alert), ==, HC_ALERT_DISMISSED);
  assert_rows (fixture, "kind, severity, title, text, reason, uri, source, published, state, created, changed",
               "warning|2|Newer|Newer text.|Newer reason.|https://example.org/2|Newer agency|2026-11-20|dismissed|"
               "2026-11-20T23:11:54.000000Z|2026-11-20T23:12:54.000000Z");
  /* Whoever sorts the list by what the alerts say, or by their state, is told of each save. */
  g_assert_cmpstr (log->str, ==, "0-0+1 0-1+1 0-1+1 0-1+1 ");
}

/* What became worse is to be read again, whoever has read or dismissed it; what became less bad is not. */
static void
test_worse (ProfileFixture *fixture,
            gconstpointer   data)
{
  static const struct { int before, after; HcAlertState state; const char *expected; } cases[] = {
    { 2, 1, HC_ALERT_READ, "1|unread" },
    { 2, 1, HC_ALERT_DISMISSED, "1|unread" },
    { 3, 2, HC_ALERT_DISMISSED, "2|unread" },
    { 0, 3, HC_ALERT_READ, "3|unread" },
    { 1, 2, HC_ALERT_READ, "2|read" },
    { 1, 0, HC_ALERT_DISMISSED, "0|dismissed" },
    { 2, 2, HC_ALERT_READ, "2|read" },
    { 0, 0, HC_ALERT_READ, "0|read" },
  };

  profile_fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HcAlertDetails details = recall;

      fixture_execute (fixture->path, "DELETE FROM alert");
      details.severity = cases[i].before;
      set_state (fixture, add (fixture, &details), cases[i].state);
      details.severity = cases[i].after;
      add (fixture, &details);
      assert_rows (fixture, "severity, state", cases[i].expected);
    }
}

/* A state that is set leaves what newer words say, and can be taken back. */
static void
test_state (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (HcAlert) alert = NULL;
  HcAlertDetails newer = recall;

  profile_fixture_open (fixture);
  alert = g_object_ref (add (fixture, &recall));
  newer.text = "Newer text.";
  newer.severity = 3;

  /* Given at once: neither undoes the other. */
  hc_alert_store_add_async (get_store (fixture), &newer, NULL, NULL);
  set_state (fixture, alert, HC_ALERT_READ);
  g_assert_cmpstr (hc_alert_get_details (alert)->text, ==, "Newer text.");
  assert_rows (fixture, "severity, text, state", "3|Newer text.|read");

  profile_fixture_set_time (fixture, 60);
  set_state (fixture, alert, HC_ALERT_DISMISSED);
  assert_rows (fixture, "state, changed", "dismissed|2026-11-20T23:12:54.000000Z");
  set_state (fixture, alert, HC_ALERT_READ);
  assert_rows (fixture, "text, state, created", "Newer text.|read|2026-11-20T23:11:54.000000Z");
}

static void
test_count (ProfileFixture *fixture,
            gconstpointer   data)
{
  const char *const one[] = { MEDICINE, NULL };
  const char *const both[] = { MEDICINE, OTHER_MEDICINE, NULL };
  const char *const none[] = { NULL };
  HcAlertDetails second = recall, other = recall;

  profile_fixture_open (fixture);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), NULL), ==, 0);

  second.notice = "D-0002-2026";
  other.medicine = OTHER_MEDICINE;
  add (fixture, &recall);
  add (fixture, &second);
  add (fixture, &other);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), NULL), ==, 3);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), one), ==, 2);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), both), ==, 3);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), none), ==, 0);

  /* One notice is an alert of its own for each medicine. */
  set_state (fixture, hc_alert_store_lookup (get_store (fixture), recall.notice, MEDICINE), HC_ALERT_READ);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), one), ==, 1);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), both), ==, 2);
  set_state (fixture, hc_alert_store_lookup (get_store (fixture), recall.notice, OTHER_MEDICINE), HC_ALERT_DISMISSED);
  g_assert_cmpuint (hc_alert_store_count_unread (get_store (fixture), both), ==, 1);
}

/* What the file does not take leaves what was there. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  const char *const days[] = { "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "20261119", "today", "",
                               "0026-11-19", "2026-11-19T00:00:00", NULL };
  const char *const texts[] = { "\xff" };

  profile_fixture_open (fixture);
  add (fixture, &recall);

  for (guint i = 0; i < G_N_ELEMENTS (days) + 10; i++)
    {
      HcAlertDetails bad = recall;
      g_autoptr (GError) error = NULL;
      guint field = i < G_N_ELEMENTS (days) ? 0 : i - G_N_ELEMENTS (days) + 1;

      switch (field)
        {
        case 0: bad.published = days[i]; break;
        case 1: bad.title = ""; break;
        case 2: bad.title = texts[0]; break;
        case 3: bad.text = texts[0]; break;
        case 4: bad.reason = texts[0]; break;
        case 5: bad.notice = texts[0]; break;
        case 6: bad.severity = 4; break;
        case 7: bad.severity = -1; break;
        case 8: bad.notice = ""; break;
        case 9: bad.medicine = "Tea"; break;
        default: bad.uri = texts[0]; break;
        }

      g_assert_false (try_add (fixture, &bad, &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      assert_rows (fixture, "title, text, published, severity", "Recall|Text.|2026-11-19|2");
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 1);
    }

  g_assert_cmpstr (hc_alert_get_details (hc_alert_store_lookup (get_store (fixture), recall.notice, MEDICINE))->text,
                   ==, "Text.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/profile/alerts/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, function, profile_fixture_tear_down)

  ADD ("names", test_names);
  ADD ("kept", test_kept);
  ADD ("again", test_again);
  ADD ("worse", test_worse);
  ADD ("state", test_state);
  ADD ("count", test_count);
  ADD ("refused", test_refused);

  return g_test_run ();
}
