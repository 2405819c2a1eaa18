/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-due-list.h"
#include "hc-for-you.h"

#define ARTICLE(id, keys)                                                                        \
  "---\nid: " id "\ntitle: " id "\nsummary: S.\ntopics: first\nchecked: 2026-11-20\nreview: none\n" keys \
  "source: one | Title One | Publisher One | https://one.example/ | undated | 2026-11-20 | read\n" \
  "---\n\nText.[^one]\n"

static HcLibrary *
make_library (CompilerFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  HcLibrary *library;

  compiler_fixture_write (fixture, "content/topics.txt",
                          "first = First\nall\ncolon\ncolon-two\nrectal-two\nmsi\ncolon-three\n", -1);
  compiler_fixture_remove (fixture, "content/articles");
  compiler_fixture_write (fixture, "content/articles/all.md", ARTICLE ("all", ""), -1);
  compiler_fixture_write (fixture, "content/articles/colon.md", ARTICLE ("colon", "sites: colon\n"), -1);
  compiler_fixture_write (fixture, "content/articles/colon-two.md",
                          ARTICLE ("colon-two", "sites: colon\nstages: 1, 2\n"), -1);
  compiler_fixture_write (fixture, "content/articles/colon-three.md",
                          ARTICLE ("colon-three", "sites: colon\nstages: 3\n"), -1);
  compiler_fixture_write (fixture, "content/articles/rectal-two.md",
                          ARTICLE ("rectal-two", "sites: rectal\nstages: 2\n"), -1);
  compiler_fixture_write (fixture, "content/articles/msi.md", ARTICLE ("msi", "biomarkers: msi-h\n"), -1);

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");
  library = hc_library_new (path, &error);
  g_assert_no_error (error);

  return library;
}

static char *
print_ids (GPtrArray *articles)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", hc_article_get_id (g_ptr_array_index (articles, i)));

  return g_string_free_and_steal (ids);
}

static void
assert_list (HcLibrary             *library,
             const HcPersonDetails *person,
             const char            *expected)
{
  g_autoptr (GPtrArray) list = hc_for_you_list (library, person);
  g_autofree char *ids = print_ids (list);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_list (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);

  assert_list (library, NULL, "");
  assert_list (library, &(HcPersonDetails) { .is_user = TRUE }, "");
  assert_list (library, &(HcPersonDetails) { .biomarkers = "" }, "");
  assert_list (library, &(HcPersonDetails) { .site = "colon" }, "colon colon-two colon-three");
  assert_list (library, &(HcPersonDetails) { .site = "colon", .stage = "2" }, "colon-two colon");
  assert_list (library, &(HcPersonDetails) { .stage = "2" }, "colon-two rectal-two");
  assert_list (library, &(HcPersonDetails) { .site = "rectal", .stage = "4" }, "");
  assert_list (library, &(HcPersonDetails) { .site = "colon", .stage = "2", .biomarkers = "ntrk msi-h" },
               "msi colon-two colon");
  assert_list (library, &(HcPersonDetails) { .biomarkers = "her2" }, "");
}

/* The closest article each day, and others that change: over the days all of them are seen, never one
 * that is for somebody else, never one twice on a day. */
static void
test_pick (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);
  const HcPersonDetails person = { .site = "colon", .stage = "2" };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint day = 0; day < 12; day++)
    {
      g_autoptr (GPtrArray) picked = hc_for_you_pick (library, &person, day, 3);
      g_autoptr (GPtrArray) again = hc_for_you_pick (library, &person, day, 3);
      g_autofree char *ids = print_ids (picked);
      g_autofree char *ids_again = print_ids (again);

      g_test_message ("%u: %s", day, ids);
      g_assert_cmpstr (ids, ==, ids_again);
      g_assert_cmpuint (picked->len, ==, 3);
      g_assert_true (g_str_has_prefix (ids, "colon-two "));
      g_assert_null (strstr (ids, "rectal-two"));
      g_assert_null (strstr (ids, "colon-three"));

      for (guint i = 0; i < picked->len; i++)
        {
          g_hash_table_add (seen, g_ptr_array_index (picked, i));

          for (guint j = 0; j < i; j++)
            g_assert_true (g_ptr_array_index (picked, i) != g_ptr_array_index (picked, j));
        }
    }

  /* all, colon and colon-two; msi is for the few who have told that they have it. */
  g_assert_cmpuint (g_hash_table_size (seen), ==, 3);
}

static void
test_pick_unknown (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint day = 0; day < 6; day++)
    {
      g_autoptr (GPtrArray) picked = hc_for_you_pick (library, NULL, day, 3);

      g_assert_cmpuint (picked->len, ==, 3);
      for (guint i = 0; i < picked->len; i++)
        g_hash_table_add (seen, g_ptr_array_index (picked, i));
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, 5);

  {
    g_autoptr (GPtrArray) all = hc_for_you_pick (library, NULL, 5, 100);
    g_autoptr (GPtrArray) none = hc_for_you_pick (library, NULL, 5, 0);

    g_assert_cmpuint (all->len, ==, 5);
    g_assert_cmpuint (none->len, ==, 0);
  }
}

static void
append_due (GListStore *store,
            const char *title,
            const char *time)
{
  g_autoptr (GDateTime) date = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (HcDueItem) item = hc_due_item_new (title, NULL, "icon", "health-center:today", date);

  g_list_store_append (store, item);
}

static void
assert_due (HcDueList  *list,
            const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (titles, "%s ", hc_due_item_get_title (item));
    }

  g_assert_cmpstr (titles->str, ==, expected);
}

static void
count_changes_cb (int *n_changes)
{
  (*n_changes)++;
}

/* What several sources know, by time; what has none comes last, in the order of the sources. */
static void
test_due (void)
{
  g_autoptr (HcDueList) list = hc_due_list_new ();
  g_autoptr (GListStore) doses = g_list_store_new (HC_TYPE_DUE_ITEM);
  g_autoptr (GListStore) visits = g_list_store_new (HC_TYPE_DUE_ITEM);
  int n_changes = 0;

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  append_due (doses, "evening", "2026-11-21T18:00:00Z");
  append_due (doses, "whenever", NULL);
  hc_due_list_add (list, G_LIST_MODEL (doses));
  hc_due_list_add (list, G_LIST_MODEL (visits));
  assert_due (list, "evening whenever ");

  append_due (visits, "noon", "2026-11-21T13:00:00+01:00");
  append_due (visits, "some-day", NULL);
  assert_due (list, "noon evening whenever some-day ");

  g_list_store_remove (doses, 0);
  assert_due (list, "noon whenever some-day ");
  g_assert_cmpint (n_changes, >=, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/for-you/list", test_list);
  g_test_add_func ("/for-you/pick", test_pick);
  g_test_add_func ("/for-you/pick-unknown", test_pick_unknown);
  g_test_add_func ("/due-list", test_due);

  return g_test_run ();
}
