/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-library.h"
#include "hc-search-hit.h"
#include "hc-term.h"

#define SOURCE \
  "source: d | Dictionary | The Institute | https://dictionary.example/ | undated | 2026-11-21 | read\n\n"

#define GLOSSARY                                                                                      \
  SOURCE                                                                                               \
  "term: Zone\ndefinition: The last one.\nfrom: d\n\n"                                                 \
  "term: Éclat\nalso: eclats, shine\ndefinition: A bright & <short> thing.\narticle: alpha\nfrom: d\n\n" \
  "term: 5-FU\ndefinition: A drug for the vein.\nfrom: d\n"

static HcLibrary *
open_library (CompilerFixture *content,
              const char      *glossary)
{
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  HcLibrary *library;

  if (glossary != NULL)
    compiler_fixture_write (content, "content/glossary.txt", glossary, -1);
  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  library = hc_library_new (path, &error);
  g_assert_no_error (error);

  return library;
}

/* All terms in the order of the database, which is read beside. */
static void
test_all (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content, GLOSSARY);
  g_autofree char *expected = compiler_fixture_query (content, "SELECT name FROM term ORDER BY position");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) terms = hc_term_load_all (library, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (hc_term_exist (library));
  g_assert_cmpuint (g_list_model_get_n_items (terms), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HcTerm) term = g_list_model_get_item (terms, i);

      g_string_append_printf (names, "%s\n", hc_term_get_name (term));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_one (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content, GLOSSARY);
  g_autofree char *id = g_strchomp (compiler_fixture_query (content, "SELECT id FROM term WHERE name LIKE '%clat'"));
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTerm) term = hc_term_load (library, id, &error);
  g_autoptr (HcTerm) drug = hc_term_load (library, "5-fu", NULL);
  g_autofree char *link = NULL;
  HcSource *source;

  g_assert_no_error (error);
  g_assert_cmpstr (hc_term_get_id (term), ==, id);
  g_assert_cmpstr (hc_term_get_name (term), ==, "Éclat");
  g_assert_cmpstr (hc_term_get_also (term), ==, "eclats, shine");
  g_assert_cmpstr (hc_term_get_definition (term), ==, "A bright & <short> thing.");
  g_assert_cmpstr (hc_term_get_article (term), ==, "alpha");
  g_assert_cmpuint (hc_term_get_sources (term)->len, ==, 1);
  source = g_ptr_array_index (hc_term_get_sources (term), 0);
  g_assert_cmpstr (source->publisher, ==, "The Institute");
  link = hc_term_dup_link (term);
  g_assert_true (g_str_has_prefix (link, "health-center:term/"));

  g_assert_cmpstr (hc_term_get_letter (drug), ==, "0–9");
  g_assert_null (hc_term_get_article (drug));
  g_assert_null (hc_term_load (library, "nothing", &error));
  g_assert_error (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND);
}

/* By the beginnings of words of the names and of the definition, with or without accents. */
static void
test_matches (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content, GLOSSARY);
  g_autofree char *id = g_strchomp (compiler_fixture_query (content, "SELECT id FROM term WHERE name LIKE '%clat'"));
  g_autoptr (HcTerm) term = hc_term_load (library, id, NULL);

  g_assert_true (hc_term_matches (term, "ÉCL"));
  g_assert_true (hc_term_matches (term, "ecl"));
  g_assert_true (hc_term_matches (term, "shi bri"));
  g_assert_false (hc_term_matches (term, "clat"));
  g_assert_false (hc_term_matches (term, "ecl zone"));
}

/* The first mention of a term in an article leads to it; what is written in capitals is met in capitals
 * only, so that nobody who is fit is sent to a stool test. */
static void
test_mentions (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = NULL;
  g_autofree char *markup = NULL;

  compiler_fixture_write (content, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER "Who is fit can skip FIT, not Polyps. A FIT, a polyp.[^one][^two]\n", -1);
  library = open_library (content,
                          SOURCE "term: FIT\ndefinition: A stool test.\nfrom: d\n\n"
                          "term: Polyp\nalso: polyps\ndefinition: A growth.\nfrom: d\n");
  markup = compiler_fixture_query (content, "SELECT substr (markup, 1, instr (markup, 'a polyp.') + 7) FROM block"
                                            " WHERE article = 'alpha' AND kind = 'paragraph'");
  g_assert_cmpstr (markup, ==, "Who is fit can skip <a href=\"health-center:term/fit\">FIT</a>, not "
                               "<a href=\"health-center:term/polyp\">Polyps</a>. A FIT, a polyp.\n");
}

static void
test_none (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content, NULL);
  g_autoptr (GListModel) terms = hc_term_load_all (library, NULL);

  g_assert_false (hc_term_exist (library));
  g_assert_cmpuint (g_list_model_get_n_items (terms), ==, 0);
}

/* One kind of what can be found; the limit counts that kind only. */
static void
test_search_kind (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content, GLOSSARY
                                                "\nterm: Alpha\ndefinition: The first letter.\nfrom: d\n");
  g_autoptr (GListModel) articles = hc_library_search_kind (library, "article", "alpha", 1, NULL);
  g_autoptr (GListModel) terms = hc_library_search_kind (library, "term", "alpha", 1, NULL);
  g_autoptr (GListModel) none = hc_library_search_kind (library, "question", "alpha", 10, NULL);
  g_autoptr (HcSearchHit) article = g_list_model_get_item (articles, 0);
  g_autoptr (HcSearchHit) term = g_list_model_get_item (terms, 0);

  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  g_assert_cmpstr (hc_search_hit_get_link (article), ==, "health-center:article/alpha");
  g_assert_cmpuint (g_list_model_get_n_items (terms), ==, 1);
  g_assert_cmpstr (hc_search_hit_get_link (term), ==, "health-center:term/alpha");
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/term/all", test_all);
  g_test_add_func ("/term/one", test_one);
  g_test_add_func ("/term/matches", test_matches);
  g_test_add_func ("/term/mentions", test_mentions);
  g_test_add_func ("/term/none", test_none);
  g_test_add_func ("/term/search-kind", test_search_kind);

  return g_test_run ();
}
