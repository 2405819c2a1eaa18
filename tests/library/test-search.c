/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-library.h"
#include "hc-search-hit.h"

#define FRONT_MATTER(id, title, summary, topic)              \
  "---\nid: " id "\ntitle: " title "\nsummary: " summary "\n" \
  "topics: " topic "\nchecked: 2026-11-20\nreview: none\n" \
  "source: one | Title One | Publisher One | https://one.example/ | undated | 2026-11-20 | read\n---\n\n"

/* Words that stand in one article only are how the tests tell which one was found. */
static void
write_content (CompilerFixture *fixture)
{
  compiler_fixture_write (fixture, "content/synonyms.txt",
                          "bowel = colon = large intestine\n"
                          "5-FU = fluorouracil\n"
                          "vomiting = throwing up\n"
                          "care team = doctors\n", -1);
  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          FRONT_MATTER ("alpha", "Radiation", "What rays do.", "first")
                          "Treatment with rays. Fish & chips for <2 dollars>, \"quoted\" and 'so'.[^one]\n"
                          "\n## Naïve café in Ångström\n\n"
                          "The colon and its *fluorouracil* are here. A ribbon is unchanged. A team takes care.\n", -1);
  compiler_fixture_write (fixture, "content/articles/beta.md",
                          FRONT_MATTER ("beta", "After Radiation", "Questions.", "second")
                          "Radiation, radiation, radiation, radiation.[^one] Vomiting may come. Ask doctors.\n", -1);
  compiler_fixture_write (fixture, "content/articles/gamma.md",
                          FRONT_MATTER ("gamma", "Surgery", "An operation.", "third")
                          "Radiation is not surgery.[^one] The large intestine can be throwing up its own news.\n", -1);
}

static HcLibrary *
make_library (CompilerFixture **fixture)
{
  g_autofree char *path = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  HcLibrary *library;

  *fixture = compiler_fixture_new ();
  write_content (*fixture);
  g_assert_cmpint (compiler_fixture_run (*fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  path = g_build_filename ((*fixture)->root, "library.db", NULL);
  library = hc_library_new (path, &error);
  g_assert_no_error (error);

  return library;
}

/* The ids of what was found, in their order, with a blank between them. */
static char *
search (HcLibrary  *library,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits = hc_library_search (library, text, 50, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (hits, i);
      const char *link = hc_search_hit_get_link (hit);

      g_assert_true (g_str_has_prefix (link, "health-center:"));
      g_assert_nonnull (strchr (link, '/'));
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", strchr (link, '/') + 1);
    }

  return g_string_free_and_steal (ids);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The order is left aside: @expected is sorted. */
static void
assert_found (HcLibrary  *library,
              const char *text,
              const char *expected)
{
  g_autofree char *ids = search (library, text);
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  g_autofree char *sorted = NULL;

  qsort (parts, g_strv_length (parts), sizeof (char *), compare_ids);
  sorted = g_strjoinv (" ", parts);
  if (g_strcmp0 (sorted, expected) != 0)
    g_test_message ("“%s”", text);
  g_assert_cmpstr (sorted, ==, expected);
}

static void
assert_order (HcLibrary  *library,
              const char *text,
              const char *expected)
{
  g_autofree char *ids = search (library, text);

  g_assert_cmpstr (ids, ==, expected);
}

/* A title stands before a text that says the word more often, a whole title before a longer one. */
static void
test_order (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_order (library, "radiation", "alpha beta gamma");
  assert_order (library, " RADIATION ", "alpha beta gamma");
  assert_order (library, "surgery", "gamma");
  assert_order (library, "After Radiation", "beta");
}

static void
test_all_words (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_found (library, "radiation fish", "alpha");
  assert_found (library, "fish radiation", "alpha");
  assert_found (library, "fish doctors", "");
  assert_found (library, "fish nonsense", "");
}

/* Only the last word may be incomplete. */
static void
test_prefix (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_found (library, "chip", "alpha");
  assert_found (library, "chi", "alpha");
  assert_found (library, "ch", "alpha");
  assert_found (library, "c", "alpha beta gamma");
  assert_found (library, "fish ch", "alpha");
  assert_found (library, "ch fish", "");
}

/* While a word is being typed nothing must vanish that the finished word finds, whatever the stemmer
 * makes of the beginning of a word. */
static void
test_typing (void)
{
  static const char *const words[] = { "radiation", "treatments", "operations", "questions", "unchanged", "vomiting" };
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (gsize n = 1; n <= strlen (words[i]); n++)
      {
        g_autofree char *typed = g_strndup (words[i], n);
        g_autofree char *ids = search (library, typed);

        if (*ids == '\0')
          g_test_message ("“%s”", typed);
        g_assert_cmpstr (ids, !=, "");
      }
}

static void
test_stems (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_found (library, "treatments", "alpha");
  assert_found (library, "treating", "alpha");
  assert_found (library, "ribbons", "alpha");
  assert_found (library, "doctor", "beta");
  assert_found (library, "operations", "gamma");
}

static void
test_diacritics (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_found (library, "cafe", "alpha");
  assert_found (library, "café", "alpha");
  assert_found (library, "cafe\u0301", "alpha");
  assert_found (library, "CAFÉ", "alpha");
  assert_found (library, "naive angstrom", "alpha");
  assert_found (library, "físh", "alpha");
}

static void
test_synonyms (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_found (library, "bowel", "alpha gamma");
  assert_found (library, "Large Intestine", "alpha gamma");
  assert_found (library, "colon", "alpha gamma");
  assert_found (library, "5-FU", "alpha");
  assert_found (library, "5fu", "");
  assert_found (library, "fluorouracil", "alpha");
  /* A phrase of several words, both ways, alone and among other words. */
  assert_found (library, "throwing up", "beta gamma");
  assert_found (library, "vomiting", "beta gamma");
  assert_found (library, "vomiting doctors", "beta");
  assert_found (library, "doctors throwing up", "beta");
  assert_found (library, "my care team", "");
  /* Its words may stand apart, as they may without synonyms. */
  assert_found (library, "care team", "alpha beta");
  assert_found (library, "ask care team", "beta");
}

static void
test_nothing (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  assert_found (library, "", "");
  assert_found (library, "   \t\n", "");
  assert_found (library, "?!,.-–—…()[]{}/\\", "");
  assert_found (library, "🎗", "");
  assert_found (library, "\u0301", "");
  assert_found (library, "qwxyz", "");
}

static void
test_limit (void)
{
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);
  g_autoptr (GListModel) two = hc_library_search (library, "radiation", 2, NULL);
  g_autoptr (GListModel) none = hc_library_search (library, "radiation", 0, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (two), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static void
parse_text (GMarkupParseContext  *context,
            const char           *text,
            gsize                 length,
            gpointer              user_data,
            GError              **error)
{
  g_string_append_len (user_data, text, (gssize) length);
}

static void
parse_start (GMarkupParseContext  *context,
             const char           *element,
             const char          **names,
             const char          **values,
             gpointer              user_data,
             GError              **error)
{
  if (!g_str_equal (element, "markup"))
    {
      g_assert_cmpstr (element, ==, "b");
      g_string_append_c (user_data, '*');
    }
}

static void
parse_end (GMarkupParseContext  *context,
           const char           *element,
           gpointer              user_data,
           GError              **error)
{
  if (g_str_equal (element, "b"))
    g_string_append_c (user_data, '*');
}

/* The text of an excerpt with stars around what is bold; it must hold no other element. */
static char *
read_excerpt (const char *markup)
{
  static const GMarkupParser parser = { .start_element = parse_start, .end_element = parse_end, .text = parse_text };
  GString *text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, text, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_markup_parse_context_parse (context, "<markup>", -1, &error) &&
                 g_markup_parse_context_parse (context, markup, -1, &error) &&
                 g_markup_parse_context_parse (context, "</markup>", -1, &error) &&
                 g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);

  return g_string_free_and_steal (text);
}

static void
test_excerpt (void)
{
  const struct {
    const char *text;
    const char *excerpt; /* a part of it */
  } cases[] = {
    { "fish", "*Fish* & chips for <2 dollars>" },
    { "chips", "Fish & *chips* for <2 dollars>" },
    { "dollars", "<2 *dollars*>, “quoted”" },
    { "chips dollars", "*chips* for <2 *dollars*>" },
    { "treatments", "*Treatment* with rays" },
    { "5-fu", "*fluorouracil*" },
  };
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListModel) hits = hc_library_search (library, cases[i].text, 1, NULL);
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (hits, 0);
      g_autofree char *excerpt = read_excerpt (hc_search_hit_get_excerpt (hit));

      g_assert_cmpstr (hc_search_hit_get_title (hit), ==, "Radiation");
      g_assert_null (strchr (excerpt, '\n'));
      if (strstr (excerpt, cases[i].excerpt) == NULL)
        g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }
}

/* Whatever is typed or pasted, the search answers, and it goes on working. */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "\"", "\"\"", "\"fish", "fish\"", "'", "''; DROP TABLE search; --", "*", "fish*", "**", "^fish", "fi^sh",
    "AND", "OR", "NOT", "fish AND", "AND fish", "fish OR", "NOT fish", "fish NOT chips", "NEAR", "NEAR(",
    "NEAR(fish chips, 2)", "NEAR(\"fish\" \"chips\", 999999999)", "title:fish", "title : fish", "{title summary}:fish",
    "-title:fish", "fish + chips", "(", ")", "()", "((((((((((", "fish)", ":", "::", "a:b:c", "\\", "\\\"", "%s%n%d",
    "\001\002\003\004", "fish\002chips\003", "fish\x7f", "\xff\xfe", "fish\xc3", "\xed\xa0\x80",
    "👩‍👩‍👧‍👦", "🎗️fish", "\u202efish", "\u200bfish", "\ufeff", "\u0301\u0302", "a\u0301\u0302\u0303b",
    "ﬁsh", "ＦＩＳＨ", "\U000F0000", "\U0010FFFF", "İstanbul", "ẞ", "हिन्दी", "中文", "١٢٣", "½ ²",
    "___", "_", "search", "rank",
  };
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *ids = search (library, texts[i]);
      g_autofree char *together = g_strconcat ("fish ", texts[i], NULL);
      g_autofree char *more_ids = search (library, together);

      /* At the most the article with the fish. */
      g_assert_true (*more_ids == '\0' || g_str_equal (more_ids, "alpha"));
    }

  assert_found (library, "\"fish\" (chips)", "alpha");
  assert_found (library, "fish: chips*", "alpha");
  assert_found (library, "title:fish", "");
  assert_found (library, "fish", "alpha");
}

static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autofree char *quotes = g_strnfill (10000, '"');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) pasted = g_string_new (NULL);
  g_autoptr (CompilerFixture) fixture = NULL;
  g_autoptr (HcLibrary) library = make_library (&fixture);

  for (int i = 0; i < 2000; i++)
    {
      g_string_append (words, "fish ");
      g_string_append_printf (pasted, "word%d ", i);
    }

  assert_found (library, letters, "");
  assert_found (library, quotes, "");
  assert_found (library, pasted->str, "");
  /* What is more than anybody types is left out. */
  assert_found (library, words->str, "alpha");
}

/* What somebody who is ill would type, on the shipped library. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_autofree char *titles = compiler_query (SHIPPED_LIBRARY,
                                            "SELECT id || '=' || title FROM article AS a "
                                            "WHERE kind != 'drug' OR NOT EXISTS (SELECT 1 FROM article AS b "
                                            "        WHERE b.title = a.title AND b.kind != 'drug')");
  g_auto (GStrv) lines = g_strsplit (titles, "\n", -1);

  g_assert_no_error (error);

  /* Each article is the first hit for its own title, but a medicine that is called as an article is. */
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "=", 2);
      g_autofree char *ids = search (library, parts[1]);
      g_auto (GStrv) found = g_strsplit (ids, " ", 2);

      g_assert_cmpstr (found[0], ==, parts[0]);
    }

  {
    static const char *const words[] = {
      "tired", "bowel", "5-FU", "throwing up", "chemo", "CAT scan", "stoma bag", "poop", "pins and needles",
    };

    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      {
        g_autofree char *ids = search (library, words[i]);

        g_test_message ("%s: %s", words[i], ids);
        g_assert_cmpstr (ids, !=, "");
      }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/all-words", test_all_words);
  g_test_add_func ("/search/prefix", test_prefix);
  g_test_add_func ("/search/typing", test_typing);
  g_test_add_func ("/search/stems", test_stems);
  g_test_add_func ("/search/diacritics", test_diacritics);
  g_test_add_func ("/search/synonyms", test_synonyms);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/limit", test_limit);
  g_test_add_func ("/search/excerpt", test_excerpt);
  g_test_add_func ("/search/hostile", test_hostile);
  g_test_add_func ("/search/long", test_long);
  g_test_add_func ("/search/shipped", test_shipped);

  return g_test_run ();
}
