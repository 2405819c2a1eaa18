/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-tokenizer.h"

static HcSearchTokenizer *
make_tokenizer (void)
{
  g_autoptr (GError) error = NULL;
  HcSearchTokenizer *tokenizer = hc_search_tokenizer_new (&error);

  g_assert_no_error (error);

  return tokenizer;
}

static void
test_fold (void)
{
  const struct {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Liver", "liver" },
    { " The  5-FU, isn’t\tit?\n", "the 5 fu isn t it" },
    { "Naïve café in ÅNGSTRÖM", "naive cafe in angstrom" },
    { "cafe\u0301", "cafe" },
    { "\u0301 \u202e🎗️ …", "" },
    { "🎗fish", "fish" },
    { "fish\xff\xfe" "chips\xc3", "fish chips" },
    { "title:liver NEAR(a b) \"c\"*", "title liver near a b c" },
    { "Пётр 中文 ١٢٣", "пётр 中文 ١٢٣" },
  };
  g_autoptr (HcSearchTokenizer) tokenizer = make_tokenizer ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = hc_search_tokenizer_fold (tokenizer, cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* The stems are those of Porter's algorithm (1980), worked out by its rules. */
static void
test_stem (void)
{
  g_autoptr (HcSearchTokenizer) tokenizer = make_tokenizer ();
  g_autofree char *stems = hc_search_tokenizer_stem (tokenizer, "large intestines radiation operating studies");

  g_assert_cmpstr (stems, ==, "larg intestin radiat oper studi");
  g_assert_cmpstr (hc_search_tokenizer_get_stem (tokenizer, "Radiations!", 10), ==, "radiat");
  g_assert_cmpstr (hc_search_tokenizer_get_stem (tokenizer, "", 0), ==, "");
  g_assert_cmpstr (hc_search_tokenizer_get_stem (tokenizer, "...", 3), ==, "");
}

static void
test_split (void)
{
  g_autoptr (HcSearchTokenizer) tokenizer = make_tokenizer ();
  g_autoptr (GPtrArray) two = hc_search_tokenizer_split (tokenizer, "One, two and three", 2);
  g_autoptr (GPtrArray) none = hc_search_tokenizer_split (tokenizer, "...", 2);
  g_autoptr (GPtrArray) zero = hc_search_tokenizer_split (tokenizer, "One", 0);

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (two, 0), ==, "one");
  g_assert_cmpstr (g_ptr_array_index (two, 1), ==, "two");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (zero->len, ==, 0);
}

static gboolean
print_place_cb (const char *word,
                gsize       start,
                gsize       end,
                gpointer    user_data)
{
  g_string_append_printf (user_data, "%s %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT ", ", word, start, end);

  return !g_str_equal (word, "stop");
}

static void
test_places (void)
{
  g_autoptr (HcSearchTokenizer) tokenizer = make_tokenizer ();
  g_autoptr (GString) places = g_string_new (NULL);

  hc_search_tokenizer_foreach (tokenizer, "Ä bc. STOP here", -1, print_place_cb, places);
  g_assert_cmpstr (places->str, ==, "a 0-2, bc 3-5, stop 7-11, ");

  g_string_truncate (places, 0);
  hc_search_tokenizer_foreach (tokenizer, "one two", 3, print_place_cb, places);
  g_assert_cmpstr (places->str, ==, "one 0-3, ");
}

/* Cut to 64 bytes, but not within a letter. */
static void
test_long_words (void)
{
  g_autoptr (HcSearchTokenizer) tokenizer = make_tokenizer ();
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autoptr (GString) umlauts = g_string_new ("x");
  g_autofree char *folded = hc_search_tokenizer_fold (tokenizer, letters);
  g_autofree char *folded_umlauts = NULL;

  g_assert_cmpuint (strlen (folded), ==, 64);

  for (guint i = 0; i < 100; i++)
    g_string_append (umlauts, "я");
  folded_umlauts = hc_search_tokenizer_fold (tokenizer, umlauts->str);
  g_assert_true (g_utf8_validate (folded_umlauts, -1, NULL));
  g_assert_cmpuint (strlen (folded_umlauts), ==, 63);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-tokenizer/fold", test_fold);
  g_test_add_func ("/search-tokenizer/stem", test_stem);
  g_test_add_func ("/search-tokenizer/split", test_split);
  g_test_add_func ("/search-tokenizer/places", test_places);
  g_test_add_func ("/search-tokenizer/long-words", test_long_words);

  return g_test_run ();
}
