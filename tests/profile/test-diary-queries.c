/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diary-fixture.h"

/* What is asked of the diary, and what is in memory. The answers are worked out by hand. */

static void
assert_query (ProfileFixture    *fixture,
              const char        *person,
              gboolean           include_unowned,
              const char *const *kinds,
              gint64             from,
              gint64             until,
              guint              limit,
              const char        *expected)
{
  diary_fixture_assert_texts (diary_fixture_query (fixture, person, include_unowned, kinds, from, until, limit),
                              expected);
}

static void
assert_recent (ProfileFixture *fixture,
               const char     *person,
               gboolean        include_unowned,
               guint           hours,
               const char     *expected)
{
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), person, include_unowned, hours),
                              expected);
}

static void
fill (ProfileFixture *fixture)
{
  diary_fixture_add (fixture, ANN, "pain", 100, "noon");
  diary_fixture_add (fixture, "", "pain", 0, "morning");
  diary_fixture_add (fixture, ANN, "fever", 200, "evening");
  diary_fixture_add (fixture, BOB, "pain", 150, "bob");
  diary_fixture_add (fixture, ANN, "pain", -87600 * HOUR, "old");
  profile_fixture_set_time (fixture, 1);
  diary_fixture_add (fixture, ANN, "pain", 100, "noon-later");
}

static void
test_query (ProfileFixture *fixture,
            gconstpointer   data)
{
  const char *pain[] = { "pain", NULL }, *both[] = { "fever", "pain", NULL }, *none[] = { NULL };

  profile_fixture_open (fixture);
  fill (fixture);

  assert_query (fixture, ANN, FALSE, NULL, -1, -1, 0, "evening noon-later noon old");
  assert_query (fixture, ANN, TRUE, NULL, -1, -1, 0, "evening noon-later noon morning old");
  assert_query (fixture, "", FALSE, NULL, -1, -1, 0, "morning");
  assert_query (fixture, "", TRUE, NULL, -1, -1, 0, "morning");
  assert_query (fixture, ANN, TRUE, NULL, 0, 200, 0, "noon-later noon morning");
  assert_query (fixture, ANN, TRUE, NULL, 1, 201, 0, "evening noon-later noon");
  assert_query (fixture, ANN, TRUE, NULL, -1, 0, 0, "old");
  assert_query (fixture, ANN, TRUE, NULL, 200, -1, 0, "evening");
  assert_query (fixture, ANN, FALSE, pain, -1, -1, 0, "noon-later noon old");
  assert_query (fixture, ANN, TRUE, pain, -1, 100, 0, "morning old");
  assert_query (fixture, ANN, TRUE, both, -1, -1, 0, "evening noon-later noon morning old");
  assert_query (fixture, ANN, TRUE, none, -1, -1, 0, "");
  assert_query (fixture, ANN, TRUE, NULL, -1, -1, 2, "evening noon-later");
  assert_query (fixture, ANN, TRUE, pain, -1, -1, 3, "noon-later noon morning");
  assert_query (fixture, BOB, FALSE, NULL, -1, -1, 0, "bob");
}

/* Counts, worked out by hand, as `KIND N LAST` with the last as seconds after FIXTURE_TIME. */
static void
assert_counts (ProfileFixture    *fixture,
               const char        *person,
               gboolean           include_unowned,
               const char *const *kinds,
               const char        *expected)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GList) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  hc_diary_count_async (diary_fixture_get (fixture), person, include_unowned, kinds, fixture_result_cb, &place);
  result = fixture_wait (&place);
  counts = hc_diary_count_finish (diary_fixture_get (fixture), result, &error);
  g_assert_no_error (error);

  found = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);
  for (GList *kind = found; kind != NULL; kind = kind->next)
    {
      const HcDiaryCount *count = g_hash_table_lookup (counts, kind->data);

      g_string_append_printf (text, "%s %u %" G_GINT64_FORMAT "; ", (const char *) kind->data, count->n_entries,
                              g_date_time_to_unix (count->last) - FIXTURE_TIME);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_count (ProfileFixture *fixture,
            gconstpointer   data)
{
  const char *asked[] = { "pain", "weight", NULL };

  profile_fixture_open (fixture);
  assert_counts (fixture, ANN, TRUE, NULL, "");
  fill (fixture);
  diary_fixture_add (fixture, "", "fever", 300, "");

  assert_counts (fixture, ANN, FALSE, NULL, "fever 1 200; pain 3 100; ");
  assert_counts (fixture, ANN, TRUE, NULL, "fever 2 300; pain 4 100; ");
  assert_counts (fixture, ANN, TRUE, asked, "pain 4 100; ");
  assert_counts (fixture, BOB, FALSE, NULL, "pain 1 150; ");
}

/* What red flags are looked for in: at once, and for three days. */
static void
test_recent (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (ANN, "fever", -24 * HOUR - 1, "");
  HcDiaryEntryDetails details;

  profile_fixture_open (fixture);
  diary_fixture_add (fixture, ANN, "fever", 0, "now");
  diary_fixture_add (fixture, ANN, "fever", -72 * HOUR, "limit");
  diary_fixture_add (fixture, ANN, "fever", -72 * HOUR - 1, "before");
  diary_fixture_add (fixture, "", "fever", -60, "nobody");
  diary_fixture_add (fixture, BOB, "fever", -60, "bob");
  diary_fixture_add (fixture, ANN, "fever", 60, "to-come");
  diary_fixture_save (fixture, entry, NULL);
  details = *hc_diary_entry_get_details (entry);
  details.text = "day";
  diary_fixture_save (fixture, entry, &details);

  for (guint round = 0; round < 2; round++)
    {
      assert_recent (fixture, ANN, FALSE, 72, "to-come now day limit");
      assert_recent (fixture, ANN, TRUE, 72, "to-come now nobody day limit");
      assert_recent (fixture, ANN, FALSE, 24, "to-come now");
      assert_recent (fixture, ANN, FALSE, 0, "to-come now");
      assert_recent (fixture, BOB, FALSE, 1, "bob");

      profile_fixture_close (fixture);
      profile_fixture_open (fixture);
    }

  /* As time goes on. */
  profile_fixture_set_time (fixture, 1);
  assert_recent (fixture, ANN, FALSE, 72, "to-come now day");
  profile_fixture_close (fixture);

  /* A clock that was ahead while the profile opened, and was set right then. */
  profile_fixture_set_time (fixture, 24 * 3650 * HOUR);
  profile_fixture_open (fixture);
  assert_recent (fixture, ANN, FALSE, 72, "");
  profile_fixture_set_time (fixture, 0);
  assert_recent (fixture, ANN, FALSE, 72, "to-come now day limit");
}

/* Returns how many entries of Ann are in memory. */
static guint
count_recent (ProfileFixture *fixture)
{
  g_autoptr (GPtrArray) entries = hc_diary_list_recent (diary_fixture_get (fixture), ANN, FALSE, HC_DIARY_RECENT_HOURS);

  return entries->len;
}

/* A long history is not kept in memory. With the clock set back by years all that is there is recent. */
static void
test_long (ProfileFixture *fixture,
           gconstpointer   data)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  fixture_execute (fixture->path,
                   "WITH RECURSIVE number (value) AS (VALUES (0) UNION ALL SELECT value + 1 FROM number"
                   "                                   WHERE value < 2999)"
                   " INSERT INTO diary_entry SELECT format ('0a1b2c3d-0000-4000-8000-%012d', value), '" ANN "', 'pain',"
                   "   strftime ('%FT%T.000000Z', '2026-11-20 00:00:00', -value || ' hours'), value, '', 0,"
                   "   '2026-11-20T00:00:00.000000Z', '2026-11-20T00:00:00.000000Z' FROM number");
  profile_fixture_open (fixture);
  profile_fixture_set_time (fixture, -87600 * HOUR);
  g_assert_cmpuint (count_recent (fixture), ==, 200);
  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  g_assert_cmpuint (count_recent (fixture), ==, 3000);
  profile_fixture_close (fixture);

  /* Whoever does not write much has more of it. */
  fixture_execute (fixture->path, "DELETE FROM diary_entry WHERE value % 100 != 0");
  profile_fixture_set_time (fixture, 0);
  profile_fixture_open (fixture);
  g_assert_cmpuint (count_recent (fixture), ==, 1);
  profile_fixture_set_time (fixture, -87600 * HOUR);
  g_assert_cmpuint (count_recent (fixture), ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/diary-queries/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("query", test_query);
  ADD ("count", test_count);
  ADD ("recent", test_recent);
  ADD ("long", test_long);

  return g_test_run ();
}
