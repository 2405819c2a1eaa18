/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drug-fixture.h"
#include "hc-library.h"

/* Medicines and pills as the library lists them. */

static HcLibrary *
open_library (CompilerFixture *content)
{
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  HcLibrary *library;

  drug_fixture_write (content);
  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  library = hc_library_new (path, &error);
  g_assert_no_error (error);

  return library;
}

#define assert_strv(strv, ...) g_assert_cmpstrv ((strv), ((const char *[]) { __VA_ARGS__ __VA_OPT__ (,) NULL }))

/* By their names, whatever their ids and their case. */
static void
test_list (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content);
  GListModel *drugs = hc_library_get_drugs (library);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_true (g_list_model_get_item_type (drugs) == HC_TYPE_DRUG);

  for (guint i = 0; i < g_list_model_get_n_items (drugs); i++)
    {
      g_autoptr (HcDrug) drug = g_list_model_get_item (drugs, i);

      g_string_append_printf (names, "%s;", hc_drug_get_name (drug));
      g_assert_true (hc_library_get_drug (library, hc_drug_get_id (drug)) == drug);
    }

  g_assert_cmpstr (names->str, ==, "alpha juice;Fabrolin;Mirodex;St. Quell's Wort;");
  g_assert_null (hc_library_get_drug (library, "Fabrolin"));
  g_assert_null (hc_library_get_drug (library, "nabrozine"));
  g_assert_null (hc_library_get_drug (library, "alpha"));
}

static void
test_drug (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content);
  HcDrug *drug = hc_library_get_drug (library, "fabrolin");
  HcDrug *wort = hc_library_get_drug (library, "quell-wort");
  HcArticle *article = hc_drug_get_article (drug);
  g_autofree char *link = hc_drug_dup_link (drug);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  const HcBlock *block;

  g_assert_cmpstr (hc_drug_get_id (drug), ==, "fabrolin");
  g_assert_cmpstr (hc_drug_get_name (drug), ==, "Fabrolin");
  g_assert_cmpint (hc_drug_get_kind (drug), ==, HC_DRUG_OTC);
  assert_strv (hc_drug_get_brands (drug), "Fabrol", "Fabro-Ease");
  assert_strv (hc_drug_get_also (drug), "fabroline", "fabrolen");
  assert_strv (hc_drug_get_classes (drug), "pain pill", "test medicine");
  assert_strv (hc_drug_get_conditions (drug), "pain", "headache");

  /* A comma is part of a form. */
  assert_strv (hc_drug_get_forms (drug), "tablet 5 mg", "liquid, 1 mg in a spoon");
  g_assert_cmpstr (link, ==, "health-center:drug/fabrolin");
  g_object_get (drug, "name", &name, NULL);
  g_assert_cmpstr (name, ==, "Fabrolin");

  g_assert_cmpint (hc_article_get_kind (article), ==, HC_ARTICLE_KIND_DRUG);
  g_assert_cmpstr (hc_article_get_summary (article), ==, "A made-up pill against pain.");
  g_assert_cmpstr (hc_article_get_checked (article), ==, "2026-11-21");
  g_assert_true (hc_library_get_article (library, "fabrolin") == article);
  g_assert_true (hc_library_load_article (library, article, &error));
  g_assert_no_error (error);
  block = g_ptr_array_index (hc_article_get_blocks (article), 0);
  g_assert_cmpint (block->kind, ==, HC_BLOCK_CALL_OUT);
  g_assert_cmpstr (block->detail, ==, "boxed");
  g_assert_cmpuint (hc_article_get_sources (article)->len, ==, 1);

  /* What there is none of is an empty list. */
  assert_strv (hc_drug_get_brands (wort));
  assert_strv (hc_drug_get_also (wort), "quellonia");
  g_assert_cmpint (hc_drug_get_kind (wort), ==, HC_DRUG_SUPPLEMENT);
  g_assert_cmpint (hc_drug_get_kind (hc_library_get_drug (library, "mirodex")), ==, HC_DRUG_PRESCRIPTION);
  g_assert_cmpint (hc_drug_get_kind (hc_library_get_drug (library, "zz-juice")), ==, HC_DRUG_FOOD);
}

/* Medicines are no articles of the list of articles, and are found by their brand names and other names. */
static void
test_search (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content);
  static const char *const words[] = { "fabrol", "fabro-ease", "fabrolen", "fabrolin", "headache", "pain pill" };
  GListModel *articles = hc_library_get_articles (library);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GListModel) hits = hc_library_search_kind (library, "drug", words[i], 10, &error);

      g_assert_no_error (error);
      g_test_message ("%s", words[i]);
      g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 1);
    }
}

static void
test_pills (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pills = hc_library_list_pills (library, "health-center:drug/fabrolin", &error);
  g_autoptr (GPtrArray) none = hc_library_list_pills (library, "health-center:drug/quell-wort", &error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  const HcPillDetails *details;
  const HcPillLook *look;
  guint n_found = 99;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  /* The weakest first. */
  g_assert_cmpuint (pills->len, ==, 2);
  details = hc_pill_get_details (g_ptr_array_index (pills, 0));
  g_assert_cmpstr (details->strength, ==, "5 mg");
  g_assert_cmpstr (details->brand, ==, "");
  g_assert_false (details->confirmed);
  details = hc_pill_get_details (g_ptr_array_index (pills, 1));
  g_assert_cmpstr (details->strength, ==, "50 mg");
  g_assert_cmpstr (details->brand, ==, "Fabrol");
  g_assert_cmpstr (details->name, ==, "Fabrolin");
  g_assert_cmpstr (details->source, ==, "Label of Fabrolin. Maker One");
  g_assert_cmpstr (details->remark, ==, "It tastes bitter.");
  g_assert_true (details->confirmed);
  look = hc_pill_get_look (g_ptr_array_index (pills, 1));
  g_assert_cmpint (look->score, ==, 2);
  g_assert_cmpfloat (look->size, ==, 7.5);
  g_assert_cmpint (look->shape, ==, HC_PILL_SHAPE_ROUND);

  g_assert_true (hc_library_find_pills (library, &(HcPillQuery) {
    .colors = { HC_PILL_COLOR_BLUE }, .shape = HC_PILL_SHAPE_CAPSULE,
  }, 10, found, &n_found, &error));
  g_assert_no_error (error);

  /* Behind it comes the one of which neither shape nor color are known. */
  g_assert_cmpuint (n_found, ==, 2);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (hc_pill_get_details (g_ptr_array_index (found, 0))->target, ==, "health-center:drug/mirodex");
}

static HcLibrary *
open_shipped (void)
{
  g_autoptr (GError) error = NULL;
  HcLibrary *library = hc_library_new (SHIPPED_LIBRARY, &error);

  g_assert_no_error (error);

  return library;
}

static void
assert_parts (const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (parts[i]));

      g_assert_cmpstr (stripped, !=, "");
      g_assert_cmpstr (stripped, ==, parts[i]);
    }
}

static void
test_shipped_drugs (void)
{
  g_autoptr (HcLibrary) library = open_shipped ();
  GListModel *drugs = hc_library_get_drugs (library);
  g_autofree char *count = g_strchomp (compiler_query (SHIPPED_LIBRARY, "SELECT count (*) FROM drug"));
  g_autofree char *before = NULL;
  g_autofree char *n = g_strdup_printf ("%u", g_list_model_get_n_items (drugs));

  g_assert_cmpstr (n, ==, count);
  g_assert_cmpuint (g_list_model_get_n_items (drugs), >, 100);

  for (guint i = 0; i < g_list_model_get_n_items (drugs); i++)
    {
      g_autoptr (HcDrug) drug = g_list_model_get_item (drugs, i);
      g_autofree char *key = g_utf8_casefold (hc_drug_get_name (drug), -1);

      g_test_message ("%s", hc_drug_get_id (drug));
      g_assert_cmpuint (g_strv_length ((char **) hc_drug_get_classes (drug)), >, 0);
      g_assert_cmpuint (g_strv_length ((char **) hc_drug_get_conditions (drug)), >, 0);
      g_assert_cmpuint (g_strv_length ((char **) hc_drug_get_forms (drug)), >, 0);
      assert_parts (hc_drug_get_classes (drug));
      assert_parts (hc_drug_get_conditions (drug));
      assert_parts (hc_drug_get_forms (drug));
      assert_parts (hc_drug_get_brands (drug));
      assert_parts (hc_drug_get_also (drug));

      if (before != NULL)
        g_assert_cmpstr (before, <, key);
      g_set_str (&before, key);
    }
}

/* Each pill that has an imprint is among what its imprint finds, written in small letters, with the back first. */
static void
test_shipped_pills (void)
{
  g_autoptr (HcLibrary) library = open_shipped ();
  g_autofree char *text = compiler_query (SHIPPED_LIBRARY,
    "SELECT target || char (9) || front || char (9) || back || char (9) || strength FROM pill WHERE front != ''");
  g_auto (GStrv) rows = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (rows), >, 50);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);
      g_autofree char *both = g_strconcat (columns[2], " ", columns[1], NULL);
      g_autofree char *imprint = g_utf8_strdown (both, -1);
      g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GError) error = NULL;
      gboolean is_there = FALSE;
      guint n_found = 0;

      hc_library_find_pills (library, &(HcPillQuery) { .imprint = imprint }, 1000, pills, &n_found, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (pills->len, ==, n_found);

      for (guint j = 0; j < pills->len; j++)
        {
          HcPill *pill = g_ptr_array_index (pills, j);

          is_there |= g_str_equal (hc_pill_get_details (pill)->target, columns[0]) &&
                      g_str_equal (hc_pill_get_look (pill)->front, columns[1]) &&
                      g_str_equal (hc_pill_get_look (pill)->back, columns[2]) &&
                      g_str_equal (hc_pill_get_details (pill)->strength, columns[3]);
        }

      g_test_message ("%s: %u", imprint, n_found);
      g_assert_true (is_there);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/drug/list", test_list);
  g_test_add_func ("/library/drug/drug", test_drug);
  g_test_add_func ("/library/drug/search", test_search);
  g_test_add_func ("/library/drug/pills", test_pills);
  g_test_add_func ("/library/drug/shipped/drugs", test_shipped_drugs);
  g_test_add_func ("/library/drug/shipped/pills", test_shipped_pills);

  return g_test_run ();
}
