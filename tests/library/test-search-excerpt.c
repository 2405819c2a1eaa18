/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-fixture.h"

/* What is shown of a document. */

#define TWENTY "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " \
               "sixteen seventeen eighteen nineteen twenty"

static void
assert_excerpt (const char *summary,
                const char *body,
                const char *text,
                const char *expected)
{
  const HcSearchDocument document = {
    .kind = "article", .target = "a", .title = "Title", .summary = summary, .headings = "Heading", .body = body,
  };
  g_autoptr (HcSearchIndex) index =
    search_fixture_open ("bowel = large intestine = colon\n5-FU = fluorouracil\n", &document, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchHits) hits = hc_search_index_search (index, NULL, text, 1, &error);
  g_autoptr (HcSearchHit) hit = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hits)), ==, 1);
  hit = g_list_model_get_item (G_LIST_MODEL (hits), 0);
  g_assert_cmpstr (hc_search_hit_get_excerpt (hit), ==, expected);
}

/* The summary when it has all, or as much as the text. */
static void
test_place (void)
{
  assert_excerpt ("About the liver.", "The liver and the lung.", "liver", "About the <b>liver</b>.");
  assert_excerpt ("About the liver.", "The liver and the lung.", "lung", "The liver and the <b>lung</b>.");
  assert_excerpt ("About the liver.", "The liver and the lung.", "liver lung", "The <b>liver</b> and the <b>lung</b>.");
  assert_excerpt ("About the liver.", "The lung.", "liver lung", "About the <b>liver</b>.");
  /* Neither has the words of the title or of a heading. */
  assert_excerpt ("About the liver.", "The lung.", "title", "About the liver.");
  assert_excerpt ("About the liver.", "The lung.", "head", "About the liver.");
  assert_excerpt (NULL, "The lung.", "title", "The lung.");
  assert_excerpt (NULL, NULL, "title", "");
}

static void
test_forms (void)
{
  assert_excerpt ("", "She was treated. TREATMENTS help.", "treat",
                  "She was <b>treated</b>. <b>TREATMENTS</b> help.");
  assert_excerpt ("", "Treating is to treat.", "treats", "<b>Treating</b> is to <b>treat</b>.");
  assert_excerpt ("", "A naïve Ångström.", "naiv", "A <b>naïve</b> Ångström.");
  assert_excerpt ("", "A naïve Ångström.", "angstrom", "A naïve <b>Ångström</b>.");
  assert_excerpt ("", "Cafe\u0301s.", "café", "<b>Cafe\u0301s</b>.");
  assert_excerpt ("", "The large intestine, large and an intestine.", "colon",
                  "The <b>large intestine</b>, large and an intestine.");
  assert_excerpt ("", "Take 5-FU.", "fluorouracil", "Take <b>5-FU</b>.");
  assert_excerpt ("", "An intestine and the large intestine.", "large intestine",
                  "An intestine and the <b>large intestine</b>.");
  /* Not what only begins like a word that is complete. */
  assert_excerpt ("", "The stoma and the stomach rest.", "stoma res", "The <b>stoma</b> and the stomach <b>rest</b>.");
}

static void
test_markup (void)
{
  assert_excerpt ("", "R&D <b> & \"fish\" 'n' a\nb", "d",
                  "R&amp;<b>D</b> &lt;b&gt; &amp; &quot;fish&quot; &apos;n&apos; a b");
  assert_excerpt ("", "amp & lt <", "amp", "<b>amp</b> &amp; lt &lt;");
}

/* Eighteen words, from the beginning of the sentence or from four words before; the first place where
 * all words stand together. */
static void
test_length (void)
{
  assert_excerpt ("", "Zero. " TWENTY " end.", "one",
                  "…<b>one</b> two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                  "sixteen seventeen eighteen…");
  assert_excerpt ("", TWENTY " end.", "eleven",
                  "…seven eight nine ten <b>eleven</b> twelve thirteen fourteen fifteen sixteen seventeen eighteen "
                  "nineteen twenty end.");
  assert_excerpt ("", TWENTY ". Start of a sentence with liver.", "liver", "…Start of a sentence with <b>liver</b>.");
  assert_excerpt ("", "Liver first. " TWENTY ". Then lung with liver.", "liver lung",
                  "…Then <b>lung</b> with <b>liver</b>.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-excerpt/place", test_place);
  g_test_add_func ("/search-excerpt/forms", test_forms);
  g_test_add_func ("/search-excerpt/markup", test_markup);
  g_test_add_func ("/search-excerpt/length", test_length);

  return g_test_run ();
}
