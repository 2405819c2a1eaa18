/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-catalog.h"

#include <string.h>

#include "hc-label-writer.h"
#include "hc-sources-database.h"
#include "label-fixture.h"

/* Labels of medicines that nobody makes. The letters of the set ids are what lists of results are told by. */
static const LabelFixture labels[] = {
  { .set_id = "e", .version = 1, .maker = "Plain", .key = "33333-2", .name = "zolt extra", .generic = "nothing",
    .active = "Nothing", .uses = "Hiccups." },
  { .set_id = "a", .version = 3, .maker = "Nowhere & Sons", .key = "11111-101", .name = "Zolt", .generic = "zoltopril",
    .active = "ZOLTOPRIL HYDROCHLORIDE", .moiety = "ZOLTOPRIL", .strength = "10",
    .imprint = "ZOL;10", .shape = "C48348", .color = "C48325", .uses = "Fever and headaches." },
  { .set_id = "b", .version = 1, .maker = "Zoltan Works", .key = "22222-202", .name = "Quora", .generic = "quorazide",
    .active = "QUORAZIDE", .moiety = "QUORAZIDE", .strength = "5", .imprint = "Q5", .shape = "C48345",
    .uses = "Itching after zolting." },
  { .set_id = "c", .version = 1, .maker = "Nowhere & Sons", .key = "11111-103", .name = "Épilène Forte",
    .generic = "zoltopril and quorazide", .active = "zoltopril", .strength = "20",
    .uses = "Coughing. Zolt comes after it." },
  { .set_id = "d", .version = 1, .maker = "Plain", .key = "33333-1", .name = "A Zolt", .generic = "nothing",
    .active = "Nothing", .document_code = "34390-5", .uses = "Sneezing." },
};

typedef struct
{
  char           *folder;
  char           *path;
  HcLabelCatalog *catalog;
} Fixture;

static void
fill (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (path, &error);
  g_autoptr (HcLabelWriter) writer = hc_label_writer_new (database, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *xml = label_fixture_make_spl (&labels[i]);
      g_autoptr (HcLabel) label = label_fixture_read_spl (xml, strlen (xml), strlen (xml), &error);
      HcLabelOutcome outcome;

      g_assert_no_error (error);
      g_assert_true (hc_label_writer_put (writer, label, "a file", &outcome, &error));
    }

  g_clear_pointer (&writer, hc_label_writer_free);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  if (data == NULL)
    fill (fixture->path);
  fixture->catalog = hc_label_catalog_new (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->catalog);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Takes a list of labels. Returns the letters of their set ids. */
static char *
to_letters (GListModel *items)
{
  g_autoptr (GListModel) owned = items;
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HcLabelItem) item = g_list_model_get_item (items, i);

      g_string_append (letters, hc_label_item_get_details (item)->set_id);
    }

  return g_string_free_and_steal (letters);
}

static char *
search (Fixture    *fixture,
        const char *text,
        guint       limit)
{
  g_autoptr (GError) error = NULL;
  GListModel *items = hc_label_catalog_search (fixture->catalog, text, limit, &error);

  g_assert_no_error (error);

  return to_letters (items);
}

#define assert_search(fixture, text, expected)              \
  G_STMT_START {                                             \
    g_autofree char *letters = search (fixture, text, 50);   \
    g_assert_cmpstr (letters, ==, expected);                 \
  } G_STMT_END

/* First whose name begins so, by the alphabet; then who has it anywhere in a name; then whose use it is. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  assert_search (fixture, "zolt", "aebcd");
  assert_search (fixture, "ZOLT", "aebcd");
  assert_search (fixture, "  zolt e ", "ec");
  assert_search (fixture, "zolt extra", "e");
  assert_search (fixture, "a zo", "dcab");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  assert_search (fixture, "quora", "bc");
  assert_search (fixture, "zoltopril", "ac");
  assert_search (fixture, "hydrochl", "a");
  assert_search (fixture, "11111-101", "a");
  assert_search (fixture, "11111", "ac");
  assert_search (fixture, "nowhere", "ac");
  assert_search (fixture, "Nowhere & Sons", "ac");
  assert_search (fixture, "sons zoltopril quorazide", "c");
  assert_search (fixture, "zoltan", "b");
  assert_search (fixture, "chalk", "");
  assert_search (fixture, "oltopril", "");
  /* With or without accents, composed or not. */
  assert_search (fixture, "epilene", "c");
  assert_search (fixture, "ÉPILÈNE", "c");
  assert_search (fixture, "e\xcc\x81pile\xcc\x80ne f", "c");
}

/* Any form of a word will do, and so will the beginning of one; all words must be there. */
static void
test_uses (Fixture       *fixture,
           gconstpointer  data)
{
  assert_search (fixture, "fever", "a");
  assert_search (fixture, "headache", "a");
  assert_search (fixture, "headaches fev", "a");
  assert_search (fixture, "coughing", "c");
  assert_search (fixture, "cough", "c");
  assert_search (fixture, "sneez", "d");
  assert_search (fixture, "fever cough", "");
  assert_search (fixture, "quorazide itching", "b");
  assert_search (fixture, "highlights", "");
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *none = search (fixture, "zolt", 0);
  g_autofree char *one = search (fixture, "zolt", 1);
  g_autofree char *three = search (fixture, "zolt", 3);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "a");
  g_assert_cmpstr (three, ==, "aeb");
}

/* Whatever is typed or pasted is a text and no query. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const texts[] = {
    "", " ", "\"", "'", "\"\"", "\"zolt", "zolt\"", "*", "^", "-", "+", "(", ")", "((((", "zolt AND", "OR", "NOT zolt",
    "NEAR(", "zolt NEAR/2 quora", "names:zolt", "{names}: zolt", "zolt*", ":text", "?1", "';--", "%", "_", "\\", "…—§",
    "\xff\xfe", "zolt\xff", "\xf0\x9f\x99\x82", "\xcc\x81", "e\xcc\x81\xcc\x81\xcc\x81", "\xe2\x80\x8b", "½", "²", "Ⅷ",
    "１１１１１", "हिन्दी", "ภาษาไทย", "עִבְרִית", "日本語", "ﷺ", "İI", "ß", "a\xea\x9e\xae" "b",
    "\xf0\x9e\xa4\x80\xf0\x9e\xa4\x81",
    "a\xf0\x90\xb4\x80" "b", "\xf4\x8f\xbf\xbf", "\xef\xbf\xbd", "\xee\x80\x80", "x\xee\x80\x80y",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *letters = search (fixture, texts[i], 50);

      g_assert_cmpuint (strlen (letters), <=, G_N_ELEMENTS (labels));
    }

  assert_search (fixture, "\"", "");
  assert_search (fixture, "…—§ *", "");
  assert_search (fixture, "\"zolt\" (extra)", "e");
  assert_search (fixture, "zolt\xff", "eabcd");
  assert_search (fixture, "-zolt +extra", "e");
  assert_search (fixture, "zolt OR quora", "");
  assert_search (fixture, "%", "");
}

/* Letters of all scripts, each between two others. A word that SQLite parts would be a phrase, which the tables
 * cannot answer. */
static void
test_all_letters (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gunichar character = 0x80; character < 0x20000; character++)
    {
      if (!g_unichar_validate (character))
        continue;

      g_string_append_c (text, 'q');
      g_string_append_unichar (text, character);
      g_string_append_c (text, 'q');

      /* Many to a query, or this would take long. */
      if (character % 64 == 63)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GListModel) items = hc_label_catalog_search (fixture->catalog, text->str, 1, &error);

          if (error != NULL)
            g_error ("U+%04X: %s", (guint) character, error->message);
          g_string_truncate (text, 0);
        }
      else
        {
          g_string_append_c (text, ' ');
        }
    }
}

static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (10000, 'z');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *quotes = g_strnfill (10000, '"');

  for (guint i = 0; i < 10000; i++)
    g_string_append (words, "zolt ");

  assert_search (fixture, longest, "");
  assert_search (fixture, quotes, "");
  assert_search (fixture, words->str, "eabcd");
  g_string_append (words, "nothing-of-this");
  assert_search (fixture, words->str, "");
}

static char *
list_active (Fixture           *fixture,
             const char *const *names,
             guint              limit)
{
  g_autoptr (GError) error = NULL;
  GListModel *items = hc_label_catalog_list_active (fixture->catalog, names, limit, &error);

  g_assert_no_error (error);

  return to_letters (items);
}

#define assert_active(fixture, limit, expected, ...)                                                       \
  G_STMT_START {                                                                                            \
    g_autofree char *letters = list_active (fixture, (const char *const[]) { __VA_ARGS__, NULL }, limit);   \
    g_assert_cmpstr (letters, ==, expected);                                                                \
  } G_STMT_END

/* By the ingredient or by what acts in it, in any letters, whole names, each label once, by the alphabet. */
static void
test_active (Fixture       *fixture,
             gconstpointer  data)
{
  assert_active (fixture, 50, "ac", "Zoltopril");
  assert_active (fixture, 50, "a", "zoltopril hydrochloride");
  assert_active (fixture, 50, "bac", "quorazide", "ZOLTOPRIL", "zoltopril hydrochloride");
  assert_active (fixture, 50, "de", "nothing");
  assert_active (fixture, 2, "ba", "quorazide", "zoltopril");
  assert_active (fixture, 50, "", "zolt");
  assert_active (fixture, 50, "", "chalk", "");
  assert_active (fixture, 50, "", NULL);
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GListModel) items = hc_label_catalog_search (fixture->catalog, "zolt", 5, NULL);
  g_autoptr (HcLabelItem) item = g_list_model_get_item (items, 0);
  const HcLabelItemDetails *details = hc_label_item_get_details (item);
  g_autofree char *link = hc_label_item_dup_link (item);

  g_assert_cmpstr (details->set_id, ==, "a");
  g_assert_cmpint (details->version, ==, 3);
  g_assert_cmpstr (details->effective, ==, "2026-02-15");
  g_assert_cmpint (details->origin, ==, HC_LABEL_ORIGIN_SPL);
  g_assert_cmpint (details->kind, ==, HC_LABEL_PRESCRIPTION);
  g_assert_cmpstr (details->name, ==, "Zolt");
  g_assert_cmpstr (details->generic, ==, "zoltopril");
  g_assert_cmpstr (details->strengths, ==, "10 mg");
  g_assert_cmpstr (details->maker, ==, "Nowhere & Sons");
  g_assert_cmpstr (link, ==, "health-center:label/a");
}

/* A label comes back as it was read from its file. */
static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sources", "zoltopril.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (fixture->path, &error);
  g_autoptr (HcLabelWriter) writer = hc_label_writer_new (database, &error);
  g_autoptr (HcLabel) label = NULL, loaded = NULL;
  g_autofree char *xml = NULL, *expected = NULL, *text = NULL;
  HcLabelOutcome outcome;
  gsize length;

  g_assert_true (g_file_get_contents (path, &xml, &length, NULL));
  label = label_fixture_read_spl (xml, length, length, &error);
  expected = label_fixture_describe (label);
  g_assert_true (hc_label_writer_put (writer, label, "a file", &outcome, &error));
  g_clear_pointer (&writer, hc_label_writer_free);

  loaded = hc_label_catalog_load (fixture->catalog, "abcdef00-1234-5678-9abc-def012345678", &error);
  g_assert_no_error (error);
  text = label_fixture_describe (loaded);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (hc_label_catalog_count (fixture->catalog), ==, G_N_ELEMENTS (labels) + 1);

  g_assert_null (hc_label_catalog_load (fixture->catalog, "nothing", &error));
  g_assert_no_error (error);
}

static void
test_pills (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint n_found = 99;

  g_assert_true (hc_label_catalog_find_pills (fixture->catalog, &(HcPillQuery) { .imprint = "10 zol" }, 5, pills,
                                              &n_found, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, 1);
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[0])->target, ==, "health-center:label/a");

  g_assert_true (hc_label_catalog_find_pills (fixture->catalog, &(HcPillQuery) { .shape = HC_PILL_SHAPE_OVAL }, 5,
                                              pills, &n_found, &error));
  g_assert_cmpuint (n_found, ==, 1);
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[1])->target, ==, "health-center:label/b");
}

/* Before anything is imported there is nothing, and no file is made of that. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint n_found = 99;

  assert_search (fixture, "zolt", "");
  assert_active (fixture, 5, "", "zoltopril");
  g_assert_cmpuint (hc_label_catalog_count (fixture->catalog), ==, 0);
  g_assert_null (hc_label_catalog_load (fixture->catalog, "a", &error));
  g_assert_no_error (error);
  g_assert_true (hc_label_catalog_find_pills (fixture->catalog, &(HcPillQuery) { .imprint = "Z" }, 5, pills, &n_found,
                                              &error));
  g_assert_cmpuint (n_found, ==, 0);
  g_assert_cmpstr (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (fixture->catalog)), ==, fixture->path);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  /* And when something is, it is there. */
  fill (fixture->path);
  assert_search (fixture, "quorazide itching", "b");
  g_assert_cmpuint (hc_label_catalog_count (fixture->catalog), ==, G_N_ELEMENTS (labels));
}

static void
count_cb (HcLabelCatalog *catalog,
          gpointer        user_data)
{
  (*(guint *) user_data)++;
}

/* It reads while somebody else writes, and sees what was committed. */
static void
test_beside_writer (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (fixture->path, &error);
  guint n_changes = 0;

  g_signal_connect (fixture->catalog, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (hc_database_execute (database,
                                      "BEGIN IMMEDIATE; DELETE FROM label_active; DELETE FROM label_uses;", &error));
  g_assert_no_error (error);
  assert_search (fixture, "fever", "a");
  assert_active (fixture, 5, "b", "quorazide");

  g_assert_true (hc_database_execute (database, "COMMIT", &error));
  assert_search (fixture, "fever", "");
  assert_active (fixture, 5, "", "quorazide");

  g_assert_cmpuint (n_changes, ==, 0);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (fixture->catalog));
  g_assert_cmpuint (n_changes, ==, 1);
}

/* A file of somebody else is left as it is, and that is said. */
static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint n_found;

  fixture_execute (fixture->path, "PRAGMA application_id = 1; CREATE TABLE t (a)");
  before = fixture_list_folder (fixture->folder);

  g_assert_null (hc_label_catalog_search (fixture->catalog, "zolt", 5, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (hc_label_catalog_list_active (fixture->catalog, (const char *const[]) { "x", NULL }, 5, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (hc_label_catalog_load (fixture->catalog, "a", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (hc_label_catalog_find_pills (fixture->catalog, &(HcPillQuery) { .imprint = "Z" }, 5, pills, &n_found,
                                               &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN);
  g_assert_cmpuint (hc_label_catalog_count (fixture->catalog), ==, 0);

  after = fixture_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*func) (Fixture *fixture, gconstpointer data);
    gboolean    without_file;
  } tests[] = {
    { "/label-catalog/search/order", test_order, FALSE },
    { "/label-catalog/search/names", test_names, FALSE },
    { "/label-catalog/search/uses", test_uses, FALSE },
    { "/label-catalog/search/limit", test_limit, FALSE },
    { "/label-catalog/search/broken", test_broken, FALSE },
    { "/label-catalog/search/all-letters", test_all_letters, FALSE },
    { "/label-catalog/search/long", test_long, FALSE },
    { "/label-catalog/active", test_active, FALSE },
    { "/label-catalog/items", test_items, FALSE },
    { "/label-catalog/load", test_load, FALSE },
    { "/label-catalog/pills", test_pills, FALSE },
    { "/label-catalog/nothing", test_nothing, TRUE },
    { "/label-catalog/beside-writer", test_beside_writer, FALSE },
    { "/label-catalog/foreign", test_foreign, TRUE },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].without_file ? GINT_TO_POINTER (1) : NULL,
                set_up, tests[i].func, tear_down);

  return g_test_run ();
}
