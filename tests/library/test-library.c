/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-library.h"

/* What the library hands out is what stands in library.db, and in the content it was made of. */

#define CITE "<a href=\"source:1\"><sup>1</sup></a>"

static HcLibrary *
open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  HcLibrary *library = hc_library_new (path, &error);

  g_assert_no_error (error);

  return library;
}

static HcLibrary *
make_library (CompilerFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autofree char *errors = NULL;

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  return open_library (path);
}

/* A line for each block, with what is within it indented: kind level anchor markup detail. */
static void
print_blocks (GPtrArray *blocks,
              guint      depth,
              GString   *text)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%*s%s|%d|%s|%s|%s\n", (int) depth * 2, "",
                              hc_block_kind_to_string (block->kind), block->level,
                              block->anchor != NULL ? block->anchor : "",
                              block->markup != NULL ? block->markup : "",
                              block->detail != NULL ? block->detail : "");
      print_blocks (block->children, depth + 1, text);
    }
}

/* All articles of a library, as the queries below print them. */
static char *
print_articles (HcLibrary *library)
{
  GListModel *articles = hc_library_get_articles (library);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      const char *review = hc_article_get_review (article);

      g_string_append_printf (text, "%s|%s|%s|%s|%s|%s|%d\n", hc_article_get_id (article),
                              hc_article_get_title (article), hc_article_get_summary (article),
                              hc_article_get_topic (article), hc_article_get_checked (article),
                              review != NULL ? review : "", hc_article_is_paged (article));
    }

  return g_string_free_and_steal (text);
}

static void
test_articles (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);
  g_autofree char *articles = print_articles (library);
  HcArticle *beta = hc_library_get_article (library, "beta");
  g_autofree char *link = hc_article_dup_link (beta);

  /* The files are read as alpha, beta, gamma too: that the order is that of `next`, and not of the
   * alphabet, is to be seen in the shipped library. */
  g_assert_cmpstr (articles, ==,
                   "alpha|Alpha & Co|What alpha is.|First & Foremost|2026-11-20||0\n"
                   "beta|Beta|What beta is.|Second|2026-11-18|Jo Doe, nurse, 2026-11-19|1\n"
                   "gamma|Gamma|What gamma is.|Third|2026-11-18||0\n");

  g_assert_cmpstr (hc_article_get_title (beta), ==, "Beta");
  g_assert_cmpstr (link, ==, "health-center:article/beta");
  g_assert_null (hc_library_get_article (library, "delta"));
  g_assert_null (hc_library_get_article (library, ""));
  g_assert_null (hc_library_get_article (library, "BETA"));
  g_assert_null (hc_library_get_article (library, "' OR 1=1 --"));
}

static void
test_shipped_articles (void)
{
  g_autoptr (HcLibrary) library = open_library (SHIPPED_LIBRARY);
  g_autofree char *articles = print_articles (library);
  g_autofree char *expected =
    compiler_query (SHIPPED_LIBRARY,
                    "SELECT a.id, a.title, a.summary, t.title, a.checked, a.review, a.paged "
                    "FROM article a, topic t WHERE t.id = a.topic AND a.kind = 'article' ORDER BY a.position");

  g_assert_cmpuint (strlen (expected), >, 500);
  g_assert_cmpstr (articles, ==, expected);
}

static void
test_neighbors (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);
  g_autoptr (HcArticle) stranger = hc_article_new (&(HcArticleSummary) { .id = "beta", .title = "Beta" });
  HcArticle *alpha = hc_library_get_article (library, "alpha");
  HcArticle *beta = hc_library_get_article (library, "beta");
  HcArticle *gamma = hc_library_get_article (library, "gamma");

  g_assert_true (hc_library_get_neighbor (library, alpha, 1) == beta);
  g_assert_true (hc_library_get_neighbor (library, beta, 1) == gamma);
  g_assert_null (hc_library_get_neighbor (library, gamma, 1));
  g_assert_true (hc_library_get_neighbor (library, gamma, -1) == beta);
  g_assert_true (hc_library_get_neighbor (library, beta, -1) == alpha);
  g_assert_null (hc_library_get_neighbor (library, alpha, -1));
  g_assert_null (hc_library_get_neighbor (library, stranger, 1));
}

/* The hashes in the anchors come from sha256sum. */
static void
test_blocks (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (GString) blocks = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  HcArticle *alpha;

  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER
                          "\n"
                          "The first paragraph.[^one]\n"
                          "\n"
                          "> [!CALL] Call **now**.\n"
                          ">\n"
                          "> 3. Third\n"
                          ">    - Inner\n"
                          "\n"
                          "## Table\n"
                          "\n"
                          "```table Groups\n"
                          "| Stage | T |\n"
                          "| 0 | *Tis* < 1.[^two] |\n"
                          "```\n", -1);
  library = make_library (fixture);
  alpha = hc_library_get_article (library, "alpha");

  g_assert_false (hc_article_has_content (alpha));
  g_assert_true (hc_library_load_article (library, alpha, &error));
  g_assert_no_error (error);
  g_assert_true (hc_article_has_content (alpha));

  print_blocks (hc_article_get_blocks (alpha), 0, blocks);
  g_assert_cmpstr (blocks->str, ==,
                   "paragraph|0|intro.f99a5665|The first paragraph." CITE "|\n"
                   "call-out|0|||call\n"
                   "  paragraph|0|intro.b1cf1a50|Call <b>now</b>.|\n"
                   "  list|3|||\n"
                   "    list-item|0|||\n"
                   "      paragraph|0|intro.5e7425d7|Third|\n"
                   "      list|0|||\n"
                   "        list-item|0|||\n"
                   "          paragraph|0|intro.fa338a5e|Inner|\n"
                   "heading|2|table|Table|\n"
                   "table|0|table-groups||Groups\n"
                   "  table-row|0|||\n"
                   "    table-cell|1||Stage|\n"
                   "    table-cell|1||T|\n"
                   "  table-row|0|||\n"
                   "    table-cell|0||0|\n"
                   "    table-cell|0||<i>Tis</i> &lt; 1.<a href=\"source:2\"><sup>2</sup></a>|\n");

  /* Once more is no fault and changes nothing. */
  g_assert_true (hc_library_load_article (library, alpha, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hc_article_get_blocks (alpha)->len, ==, 4);
}

static void
test_sources (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);
  HcArticle *alpha = hc_library_get_article (library, "alpha");
  GPtrArray *sources;
  HcSource *one, *two;

  g_assert_true (hc_library_load_article (library, alpha, NULL));
  sources = hc_article_get_sources (alpha);
  g_assert_cmpuint (sources->len, ==, 2);
  one = g_ptr_array_index (sources, 0);
  two = g_ptr_array_index (sources, 1);

  g_assert_cmpstr (one->title, ==, "Title One");
  g_assert_cmpstr (one->publisher, ==, "Publisher One");
  g_assert_cmpstr (one->url, ==, "https://one.example/a?b=c&d=e");
  g_assert_cmpstr (one->published, ==, "2021-05-18");
  g_assert_cmpstr (one->read, ==, "2026-11-20");
  g_assert_cmpstr (two->title, ==, "Title Two");
  g_assert_null (two->published);
  g_assert_cmpstr (two->read, ==, "2026-11-19");
}

/* An article that the library does not have, or has no more. */
static void
test_unknown (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = make_library (fixture);
  g_autoptr (HcArticle) stranger = hc_article_new (&(HcArticleSummary) { .id = "delta", .title = "Delta" });
  g_autoptr (GError) error = NULL;

  g_assert_false (hc_library_load_article (library, stranger, &error));
  g_assert_error (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND);
  g_assert_false (hc_article_has_content (stranger));
}

/* Every article of the shipped library can be loaded whole. */
static void
test_shipped_texts (void)
{
  g_autoptr (HcLibrary) library = open_library (SHIPPED_LIBRARY);
  GListModel *articles = hc_library_get_articles (library);
  guint n_articles = g_list_model_get_n_items (articles);

  g_assert_cmpuint (n_articles, >=, 8);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (GString) blocks = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = NULL, *expected = NULL, *n_sources = NULL;

      g_assert_true (hc_library_load_article (library, article, &error));
      g_assert_no_error (error);

      /* How deep a block lies is how many blocks are around it. */
      print_blocks (hc_article_get_blocks (article), 0, blocks);
      sql = g_strdup_printf ("WITH RECURSIVE tree (id, depth) AS ("
                             "  SELECT id, 0 FROM block WHERE article = '%s' AND parent IS NULL "
                             "  UNION ALL SELECT b.id, depth + 1 FROM block b JOIN tree ON b.parent = tree.id) "
                             "SELECT substr ('            ', 1, depth * 2) || kind, level, anchor, markup, detail "
                             "FROM tree JOIN block USING (id) ORDER BY id", hc_article_get_id (article));
      expected = compiler_query (SHIPPED_LIBRARY, sql);
      g_assert_cmpstr (blocks->str, ==, expected);

      g_free (sql);
      sql = g_strdup_printf ("SELECT count(*) FROM source WHERE owner = 'article/%s'", hc_article_get_id (article));
      n_sources = compiler_query (SHIPPED_LIBRARY, sql);
      g_assert_cmpint (hc_article_get_sources (article)->len, ==, atoi (n_sources));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/articles", test_articles);
  g_test_add_func ("/library/shipped-articles", test_shipped_articles);
  g_test_add_func ("/library/neighbors", test_neighbors);
  g_test_add_func ("/library/blocks", test_blocks);
  g_test_add_func ("/library/sources", test_sources);
  g_test_add_func ("/library/unknown", test_unknown);
  g_test_add_func ("/library/shipped-texts", test_shipped_texts);

  return g_test_run ();
}
