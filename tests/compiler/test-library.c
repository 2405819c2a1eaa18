/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "compiler-fixture.h"

/* The edges of CommonMark that an article may meet: quotes and dashes, entities, signs of markup as
 * text, brackets that are no links, emphasis within emphasis, within a word and within a link. */
#define TEXT                                                                                          \
  "\n"                                                                                                \
  "The first paragraph, which \"quotes\" -- and goes\n"                                               \
  "on.[^two][^one] It doesn't end ... here.[^two]\n"                                                  \
  "\n"                                                                                                \
  "> [!CALL] Call **now**: [800-000-0000](tel:+18000000000).\n"                                       \
  ">\n"                                                                                               \
  "> - Inner\n"                                                                                       \
  "\n"                                                                                                \
  "## Stage II (T3, T4): What's *next*?\n"                                                            \
  "\n"                                                                                                \
  "5 < 6 & 7 > 3, AT&amp;T, &lt;b&gt;, &eacute;, [see], [1] (p. 3), \\*stars\\*, a_b_c.[^one]\n"            \
  "\n"                                                                                                \
  "### Links\n"                                                                                       \
  "\n"                                                                                                \
  "[The **second** article](health-center:article/beta#part-one) and\n"                               \
  "[a page](https://one.example/?a=b&c=d).\n"                                                         \
  "\n"                                                                                                \
  "***Both* at once**, in on**e w**ord, and *all **of** it*.\n"                                       \
  "\n"                                                                                                \
  "3. First\n"                                                                                        \
  "4. Second\n"                                                                                       \
  "   - Inner\n"                                                                                     \
  "   - Inner\n"                                                                                     \
  "5. Third\n"                                                                                        \
  "\n"                                                                                                \
  "## Table\n"                                                                                        \
  "\n"                                                                                                \
  "```table How \"they\" are grouped\n"                                                               \
  "| Stage | T \\| N |\n"                                                                             \
  "| 0 | **Tis**.[^one] |\n"                                                                          \
  "| - | 1. # |\n"                                                                                    \
  "```\n"                                                                                             \
  "\n"                                                                                                \
  "> [!KEY]\n"                                                                                        \
  "> A fact,\n"                                                                                       \
  "> two lines. See [how](health-center:article/alpha#table-how-they-are-grouped).\n"

#define CITE_1 "<a href=\"source:1\"><sup>1</sup></a>"
#define CITE_2 "<a href=\"source:2\"><sup>2</sup></a>"

/* id|parent|kind|level|anchor|markup|detail. The hashes come from sha256sum. */
#define BLOCKS                                                                                          \
  "1||paragraph|0|intro.2733c318|The first paragraph, which “quotes” – and goes on."                    \
  CITE_1 "<sup>,\u202f</sup>" CITE_2 " It doesn’t end … here." CITE_1 "|\n"                             \
  "2||call-out|0|||call\n"                                                                              \
  "3|2|paragraph|0|intro.7e1d30fe|Call <b>now</b>: <a href=\"tel:+18000000000\">800-000-0000</a>.|\n"   \
  "4|2|list|0|||\n"                                                                                     \
  "5|4|list-item|0|||\n"                                                                                \
  "6|5|paragraph|0|intro.fa338a5e|Inner|\n"                                                             \
  "7||heading|2|stage-ii-t3-t4-whats-next|Stage II (T3, T4): What’s <i>next</i>?|\n"                    \
  "8||paragraph|0|stage-ii-t3-t4-whats-next.2e97a36c|5 &lt; 6 &amp; 7 &gt; 3, AT&amp;T, &lt;b&gt;, é, " \
  "[see], [1] (p. 3), *stars*, a_b_c." CITE_2 "|\n"                                                       \
  "9||heading|3|links|Links|\n"                                                                         \
  "10||paragraph|0|links.53f52e6d|<a href=\"health-center:article/beta#part-one\">The <b>second</b> "   \
  "article</a> and <a href=\"https://one.example/?a=b&amp;c=d\">a page</a>.|\n"                         \
  "11||paragraph|0|links.9f0b68f4|<b><i>Both</i> at once</b>, in on<b>e w</b>ord, and "                 \
  "<i>all <b>of</b> it</i>.|\n"                                                                         \
  "12||list|3|||\n"                                                                                     \
  "13|12|list-item|0|||\n"                                                                              \
  "14|13|paragraph|0|links.a151ceb1|First|\n"                                                           \
  "15|12|list-item|0|||\n"                                                                              \
  "16|15|paragraph|0|links.8b88a850|Second|\n"                                                          \
  "17|15|list|0|||\n"                                                                                   \
  "18|17|list-item|0|||\n"                                                                              \
  "19|18|paragraph|0|links.fa338a5e-2|Inner|\n"                                                         \
  "20|17|list-item|0|||\n"                                                                              \
  "21|20|paragraph|0|links.fa338a5e-3|Inner|\n"                                                         \
  "22|12|list-item|0|||\n"                                                                              \
  "23|22|paragraph|0|links.5e7425d7|Third|\n"                                                           \
  "24||heading|2|table|Table|\n"                                                                        \
  "25||table|0|table-how-they-are-grouped||How “they” are grouped\n"                                    \
  "26|25|table-row|0|||\n"                                                                              \
  "27|26|table-cell|1||Stage|\n"                                                                        \
  "28|26|table-cell|1||T | N|\n"                                                                        \
  "29|25|table-row|0|||\n"                                                                              \
  "30|29|table-cell|0||0|\n"                                                                            \
  "31|29|table-cell|0||<b>Tis</b>." CITE_2 "|\n"                                                        \
  "32|25|table-row|0|||\n"                                                                              \
  "33|32|table-cell|0||-|\n"                                                                            \
  "34|32|table-cell|0||1. #|\n"                                                                         \
  "35||call-out|0|||key\n"                                                                              \
  "36|35|paragraph|0|table.ba0ff7d5|A fact, two lines. See "                                                \
  "<a href=\"health-center:article/alpha#table-how-they-are-grouped\">how</a>.|\n"

#define BODY                                                                    \
  "The first paragraph, which “quotes” – and goes on. It doesn’t end … here.\n" \
  "Call now: 800-000-0000.\n"                                                   \
  "Inner\n"                                                                     \
  "5 < 6 & 7 > 3, AT&T, <b>, é, [see], [1] (p. 3), *stars*, a_b_c.\n"           \
  "The second article and a page.\n"                                            \
  "Both at once, in one word, and all of it.\n"                                 \
  "First\n"                                                                     \
  "Second\n"                                                                    \
  "Inner\n"                                                                     \
  "Inner\n"                                                                     \
  "Third\n"                                                                     \
  "How “they” are grouped\n"                                                    \
  "Stage\n"                                                                     \
  "T | N\n"                                                                     \
  "0\n"                                                                         \
  "Tis.\n"                                                                      \
  "-\n"                                                                         \
  "1. #\n"                                                                      \
  "A fact, two lines. See how."

static CompilerFixture *
make_library (void)
{
  CompilerFixture *fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_write (fixture, "content/articles/alpha.md", ALPHA_FRONT_MATTER TEXT, -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  return fixture;
}

static void
assert_query (CompilerFixture *fixture,
              const char      *sql,
              const char      *expected)
{
  g_autofree char *rows = compiler_fixture_query (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_file (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  GStatBuf status;

  assert_query (fixture, "PRAGMA application_id", "1212369986\n");
  assert_query (fixture, "PRAGMA user_version", "6\n");
  assert_query (fixture, "PRAGMA journal_mode", "delete\n");
  assert_query (fixture, "PRAGMA freelist_count", "0\n");
  assert_query (fixture, "PRAGMA integrity_check", "ok\n");
  assert_query (fixture, "PRAGMA foreign_key_check", "");

  /* Everybody may read it, and nothing else is left. */
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
  g_assert_false (compiler_fixture_exists (fixture, "library.db.partial"));
  g_assert_false (compiler_fixture_exists (fixture, "library.db.partial-journal"));
}

static void
test_articles (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_query (fixture, "SELECT id, position, title FROM topic ORDER BY position",
                "first|0|First & Foremost\n"
                "second|1|Second\n"
                "third|2|Third\n");
  assert_query (fixture,
                "SELECT id, position, title, summary, topic, checked, ifnull(review, 'NULL'), paged "
                "FROM article ORDER BY position",
                "alpha|0|Alpha & Co|What alpha is.|first|2026-11-20|NULL|0\n"
                "beta|1|Beta|What beta is.|second|2026-11-18|Jo Doe, nurse, 2026-11-19|1\n"
                "gamma|2|Gamma|What gamma is.|third|2026-11-18|NULL|0\n");
  assert_query (fixture, "SELECT article, topic FROM article_topic ORDER BY article, topic",
                "alpha|first\n"
                "alpha|second\n"
                "beta|second\n"
                "gamma|first\n"
                "gamma|third\n");
  assert_query (fixture, "SELECT id, kind, sites, stages, biomarkers FROM article ORDER BY position",
                "alpha|article||2 recurrent|\n"
                "beta|article|colon||\n"
                "gamma|article|||\n");
}

/* The headings and the lines of BODY, counted by hand. What has neither letter nor digit, such as
 * "<", is no word. */
static void
test_words (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();
  const int headings = 6 + 1 + 1;
  const int lines = 12 + 3 + 1 + 13 + 6 + 10 + 1 + 1 + 1 + 1 + 1 + 4 + 1 + 2 + 1 + 1 + 0 + 1 + 6;
  g_autofree char *expected = g_strdup_printf ("%d\n3\n1\n", headings + lines);

  assert_query (fixture, "SELECT words FROM article ORDER BY position", expected);
}

/* Until an article is written, links to it are words. */
static void
test_planned (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_write (fixture, "content/topics.txt",
                          "first = First & Foremost\nalpha\nsecond = Second\nbeta\n(delta)\n"
                          "third = Third\ngamma\n(epsilon)\n", -1);
  compiler_fixture_write (fixture, "content/articles/alpha.md", ALPHA_FRONT_MATTER ALPHA_TEXT
                          "\nSee [**one**](health-center:article/delta#a-part), [two](health-center:article/beta), "
                          "[three](health-center:article/epsilon) and [one](health-center:article/delta).\n", -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");
  assert_query (fixture, "SELECT markup FROM block WHERE markup LIKE 'See %'",
                "See <b>one</b>, <a href=\"health-center:article/beta\">two</a>, three and one.\n");
}

static void
test_sources (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  /* The second one is cited first. */
  assert_query (fixture,
                "SELECT owner, number, title, publisher, url, ifnull(published, 'NULL'), read, state "
                "FROM source ORDER BY owner, number",
                "article/alpha|1|Title Two|Publisher Two|https://two.example/|NULL|2026-11-19|copy\n"
                "article/alpha|2|Title One|Publisher One|https://one.example/a?b=c&d=e|2021-05-18|2026-11-20|read\n"
                "article/beta|1|Only Title|Only Publisher|https://only.example/x|2019|2026-11-18|read\n"
                "article/gamma|1|Only Title|Only Publisher|https://only.example/x|2019-02|2026-11-18|abstract\n");
}

static void
test_blocks (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_query (fixture,
                "SELECT id, parent, kind, level, anchor, markup, detail FROM block "
                "WHERE article = 'alpha' ORDER BY id",
                BLOCKS);
}

static void
test_search (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_query (fixture, "SELECT title FROM search_document WHERE target = 'health-center:article/alpha'",
                "Alpha & Co\n");
  assert_query (fixture, "SELECT summary FROM search_document WHERE target = 'health-center:article/alpha'",
                "What alpha is.\n");
  assert_query (fixture, "SELECT headings FROM search_document WHERE target = 'health-center:article/alpha'",
                "Stage II (T3, T4): What’s next?\nLinks\nTable\n");
  assert_query (fixture, "SELECT body FROM search_document WHERE target = 'health-center:article/alpha'", BODY "\n");
  assert_query (fixture, "SELECT target FROM search_document ORDER BY id",
                "health-center:article/alpha\n"
                "health-center:article/beta\n"
                "health-center:article/gamma\n");

  assert_query (fixture, "SELECT kind, count(*) FROM search_document GROUP BY kind", "article|3\n");
  assert_query (fixture, "SELECT target FROM search_name JOIN search_document ON id = document WHERE name = 'alpha co'",
                "health-center:article/alpha\n");

  /* Stems, folded accents, words across markup, captions. */
  assert_query (fixture, "SELECT stem, frequency FROM search_word WHERE word = 'quotes'", "quot|1\n");
  assert_query (fixture, "SELECT stem, frequency FROM search_word WHERE word = 'e'", "e|1\n");
  assert_query (fixture, "SELECT stem, frequency FROM search_word WHERE word = 'word'", "word|1\n");
  /* Of the first document, and of no other. */
  assert_query (fixture, "SELECT first, length (postings), hex (substr (postings, 1, 1)) FROM search_term "
                         "WHERE term = 'group'",
                "1|2|01\n");
}

static void
test_synonyms (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_query (fixture, "SELECT meaning, term FROM synonym ORDER BY meaning, term",
                "1|bowel\n"
                "1|colon\n"
                "1|large intestine\n"
                "2|5 fu\n"
                "2|fluorouracil\n");
}

/* The same content gives the same bytes, whatever order the folder lists it in. */
static void
test_deterministic (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();
  g_autoptr (CompilerFixture) other = compiler_fixture_new ();
  static const char *const names[] = { "alpha", "beta", "gamma" };
  g_autofree char *first = NULL, *again = NULL, *elsewhere = NULL;
  gsize first_length, again_length, elsewhere_length;

  first = compiler_fixture_read (fixture, "library.db", &first_length);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, NULL, NULL), ==, 0);
  again = compiler_fixture_read (fixture, "library.db", &again_length);
  g_assert_cmpmem (first, first_length, again, again_length);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("content/articles/%s.md", names[i]);
      g_autofree char *text = compiler_fixture_read (fixture, name, NULL);

      compiler_fixture_remove (other, name);
      compiler_fixture_write (other, name, text, -1);
    }

  g_assert_cmpint (compiler_fixture_run (other, NULL, NULL, NULL), ==, 0);
  elsewhere = compiler_fixture_read (other, "library.db", &elsewhere_length);
  g_assert_cmpmem (first, first_length, elsewhere, elsewhere_length);
}

static void
test_depfile (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();
  g_autofree char *text = NULL;

  compiler_fixture_remove (fixture, "library.db");
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, NULL, "--output", "a library$.db",
                                         "--depfile", "library.db.d", NULL), ==, 0);
  text = compiler_fixture_read (fixture, "library.db.d", NULL);
  g_assert_cmpstr (text, ==,
                   "a\\ library$$.db: content/topics.txt content/synonyms.txt content/articles "
                   "content/articles/alpha.md content/articles/beta.md content/articles/gamma.md\n");
}

/* What a run that was killed has left behind is no hindrance. */
static void
test_after_crash (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  compiler_fixture_write (fixture, "library.db.partial", "half of something", -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, NULL, NULL), ==, 0);
  assert_query (fixture, "SELECT count(*) FROM article", "3\n");
  g_assert_false (compiler_fixture_exists (fixture, "library.db.partial"));
}

/* Files that editors leave behind are no articles. */
static void
test_editor_files (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  compiler_fixture_write (fixture, "content/articles/.alpha.md.swp", "x", -1);
  compiler_fixture_write (fixture, "content/articles/.#alpha.md", "x", -1);
  compiler_fixture_write (fixture, "content/articles/alpha.md~", "x", -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, NULL, NULL), ==, 0);
}

/* "The cat sat. Is it here?" has 6 words, 2 sentences and 6 syllables:
 * 0.39 * 6 / 2 + 11.8 * 6 / 6 - 15.59 = -2.62. "Treatment" and "cancer" have 2 syllables each; the
 * line without a full stop is a sentence: 8 words, 3 sentences, 10 syllables, grade 0.2. */
static void
test_report (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *out = NULL;

  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER
                          "\nThe cat sat. Is it (here)?[^one][^two]\n"
                          "\n## A heading\n\n- Treatment, cancer\n", -1);
  g_assert_cmpint (compiler_fixture_run (fixture, &out, NULL, "--report", NULL), ==, 0);
  g_assert_cmpstr (out, ==,
                   "alpha: 10 words, 3 sentences, 2.7 words a sentence, grade 0.2, 2 sources\n"
                   "beta: 3 words, 1 sentences, 1.0 words a sentence, grade 8.4, 1 sources\n"
                   "gamma: 1 words, 1 sentences, 1.0 words a sentence, grade 8.4, 1 sources\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiler/library/file", test_file);
  g_test_add_func ("/compiler/library/articles", test_articles);
  g_test_add_func ("/compiler/library/words", test_words);
  g_test_add_func ("/compiler/library/planned", test_planned);
  g_test_add_func ("/compiler/library/sources", test_sources);
  g_test_add_func ("/compiler/library/blocks", test_blocks);
  g_test_add_func ("/compiler/library/search", test_search);
  g_test_add_func ("/compiler/library/synonyms", test_synonyms);
  g_test_add_func ("/compiler/library/deterministic", test_deterministic);
  g_test_add_func ("/compiler/library/depfile", test_depfile);
  g_test_add_func ("/compiler/library/after-crash", test_after_crash);
  g_test_add_func ("/compiler/library/editor-files", test_editor_files);
  g_test_add_func ("/compiler/library/report", test_report);

  return g_test_run ();
}
