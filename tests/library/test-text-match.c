/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-text-match.h"

/* Words in the text of an article that is made here. The expected places were counted by hand. */

static HcBlock *
make_block (HcBlockKind  kind,
            const char  *markup,
            const char  *detail)
{
  HcBlock *block = hc_block_new (kind);

  block->markup = g_strdup (markup);
  block->detail = g_strdup (detail);

  return block;
}

static HcBlock *
add (GPtrArray  *blocks,
     HcBlockKind kind,
     const char *markup,
     const char *detail)
{
  HcBlock *block = make_block (kind, markup, detail);

  g_ptr_array_add (blocks, block);

  return block;
}

static HcArticle *
make_article (GPtrArray *blocks)
{
  HcArticle *article = hc_article_new (&(HcArticleSummary) { .id = "x", .title = "X", .words = 100 });

  hc_article_take_content (article, blocks, g_ptr_array_new ());

  return article;
}

static HcArticle *
make_paragraph (const char *markup)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);

  add (blocks, HC_BLOCK_PARAGRAPH, markup, NULL);

  return make_article (blocks);
}

/* One of each kind, with the same word in it. */
static HcArticle *
make_whole (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);
  HcBlock *list, *item, *call_out, *table, *row;

  add (blocks, HC_BLOCK_HEADING, "A <i>nerve</i>", NULL);
  add (blocks, HC_BLOCK_PARAGRAPH, "Nerve one, nerve two.", NULL);

  list = add (blocks, HC_BLOCK_LIST, NULL, NULL);
  item = add (list->children, HC_BLOCK_LIST_ITEM, NULL, NULL);
  add (item->children, HC_BLOCK_PARAGRAPH, "The NERVES", NULL);

  call_out = add (blocks, HC_BLOCK_CALL_OUT, NULL, "key");
  add (call_out->children, HC_BLOCK_PARAGRAPH, "nerve!", NULL);

  table = add (blocks, HC_BLOCK_TABLE, NULL, "Nerve by nerve");
  row = add (table->children, HC_BLOCK_TABLE_ROW, NULL, NULL);
  add (row->children, HC_BLOCK_TABLE_CELL, "Nerve", NULL);
  row = add (table->children, HC_BLOCK_TABLE_ROW, NULL, NULL);
  add (row->children, HC_BLOCK_TABLE_CELL, "Big nerve", NULL);

  add (blocks, HC_BLOCK_FIGURE, NULL, "A nerve, drawn");

  return make_article (blocks);
}

/* The matches as "BLOCK:TEXT[START-END]", one a line. */
static char *
dup_matches (HcArticle  *article,
             const char *words)
{
  g_autoptr (GArray) matches = hc_article_find_text (article, words);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      HcTextMatch *match = &g_array_index (matches, HcTextMatch, i);
      g_autofree char *text = hc_block_dup_shown_text (match->block);

      g_string_append_printf (lines, "%u:%.*s[%u-%u]\n", match->top, (int) (match->end - match->start),
                              text + match->start, match->start, match->end);
    }

  return g_string_free_and_steal (lines);
}

static void
assert_matches (const char *markup,
                const char *words,
                const char *expected)
{
  g_autoptr (HcArticle) article = make_paragraph (markup);
  g_autofree char *found = dup_matches (article, words);

  g_assert_cmpstr (found, ==, expected);
}

/* In every kind of block, in the order of the text. The kind of a call-out is no text. */
static void
test_whole (void)
{
  g_autoptr (HcArticle) article = make_whole ();
  g_autofree char *found = dup_matches (article, "nerve");
  g_autofree char *none = dup_matches (article, "key");

  g_assert_cmpstr (found, ==,
                   "0:nerve[2-7]\n1:Nerve[0-5]\n1:nerve[11-16]\n2:NERVE[4-9]\n3:nerve[0-5]\n"
                   "4:Nerve[0-5]\n4:nerve[9-14]\n4:Nerve[0-5]\n4:nerve[4-9]\n5:nerve[2-7]\n");
  g_assert_cmpstr (none, ==, "");
}

static void
test_accents (void)
{
  assert_matches ("Naïve Café", "naive cafe", "0:Naïve Café[0-12]\n");
  assert_matches ("naive cafe", "NAÏVE CAFÉ", "0:naive cafe[0-10]\n");
  /* An accent by itself behind its letter, e U+0301: it belongs to what is marked. */
  assert_matches ("cafe\xcc\x81s", "café", "0:cafe\xcc\x81[0-6]\n");
  assert_matches ("Große Straße", "strasse", "0:Straße[7-14]\n");
  assert_matches ("ß", "s", "0:ß[0-2]\n");
  assert_matches ("ÄRZTE", "ärzte", "0:ÄRZTE[0-6]\n");
}

/* What a keyboard has in the place of what is printed. */
static void
test_signs (void)
{
  assert_matches ("don’t", "don't", "0:don’t[0-7]\n");
  assert_matches ("“so”", "\"so\"", "0:“so”[0-8]\n");
  assert_matches ("5–10 mg", "5-10 mg", "0:5–10 mg[0-9]\n");
  assert_matches ("10\xc2\xa0mg", "10 mg", "0:10\xc2\xa0mg[0-6]\n");
  assert_matches ("co\xc2\xadlon", "colon", "0:co\xc2\xadlon[0-7]\n");
  assert_matches ("a &lt; b &amp; c", "< b &", "0:< b &[2-7]\n");
}

static void
test_spaces (void)
{
  assert_matches ("one two", "  one   two ", "0:one two[0-7]\n");
  assert_matches ("one\ntwo", "one two", "0:one\ntwo[0-7]\n");
  assert_matches ("one two", "", "");
  assert_matches ("one two", " \n ", "");
  assert_matches ("one two", "\xcc\x81", "");
}

/* The numbers of citations stand in the text and part no words. */
static void
test_citations (void)
{
  assert_matches ("an end.<a href=\"source:1\"><sup>12</sup></a> A new", "12", "");
  assert_matches ("an end.<a href=\"source:1\"><sup>12</sup></a> A new", "end. a new", "0:end.12 A new[3-15]\n");
  assert_matches ("12 of <sup>1</sup>12", "12", "0:12[0-2]\n0:12[7-9]\n");
}

/* Nothing that is typed is a pattern, and no byte is trusted. */
static void
test_anything (void)
{
  assert_matches ("a.c abc (x", ".", "0:.[1-2]\n");
  assert_matches ("a.c abc (x", "(", "0:([8-9]\n");
  assert_matches ("a.c abc (x", "<b>", "");
  assert_matches ("a.c abc (x", "\xff", "");
  assert_matches ("aaaa", "aa", "0:aa[0-2]\n0:aa[2-4]\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-match/whole", test_whole);
  g_test_add_func ("/text-match/accents", test_accents);
  g_test_add_func ("/text-match/signs", test_signs);
  g_test_add_func ("/text-match/spaces", test_spaces);
  g_test_add_func ("/text-match/citations", test_citations);
  g_test_add_func ("/text-match/anything", test_anything);

  return g_test_run ();
}
