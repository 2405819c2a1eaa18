/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article.h"

/* Articles and blocks that are made here, without a library. */

static HcBlock *
make_block (HcBlockKind  kind,
            int          level,
            const char  *anchor,
            const char  *markup)
{
  HcBlock *block = hc_block_new (kind);

  block->level = level;
  block->anchor = g_strdup (anchor);
  block->markup = g_strdup (markup);

  return block;
}

/* Two paragraphs, then three sections, of which the second has a section of its own and a list. */
static HcArticle *
make_article (gboolean paged)
{
  HcArticle *article = hc_article_new (&(HcArticleSummary) { .id = "x", .title = "X", .paged = paged, .words = 1000 });
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);
  HcBlock *list = make_block (HC_BLOCK_LIST, 0, NULL, NULL);
  HcBlock *item = make_block (HC_BLOCK_LIST_ITEM, 0, NULL, NULL);

  g_ptr_array_add (item->children, make_block (HC_BLOCK_PARAGRAPH, 0, "two.item", "Item"));
  g_ptr_array_add (list->children, item);

  g_ptr_array_add (blocks, make_block (HC_BLOCK_PARAGRAPH, 0, "intro.a", "A"));
  g_ptr_array_add (blocks, make_block (HC_BLOCK_PARAGRAPH, 0, "intro.b", "B"));
  g_ptr_array_add (blocks, make_block (HC_BLOCK_HEADING, 2, "one", "One"));
  g_ptr_array_add (blocks, make_block (HC_BLOCK_PARAGRAPH, 0, "one.c", "C"));
  g_ptr_array_add (blocks, make_block (HC_BLOCK_HEADING, 2, "two", "Two"));
  g_ptr_array_add (blocks, make_block (HC_BLOCK_HEADING, 3, "two-and-a-half", "Two and a half"));
  g_ptr_array_add (blocks, list);
  g_ptr_array_add (blocks, make_block (HC_BLOCK_HEADING, 2, "three", "Three"));

  hc_article_take_content (article, blocks, g_ptr_array_new ());

  return article;
}

static void
assert_page (HcArticle *article,
             guint      page,
             guint      first,
             guint      n)
{
  guint first_block = 99, n_blocks = 99;

  hc_article_get_page (article, page, &first_block, &n_blocks);
  g_assert_cmpuint (first_block, ==, first);
  g_assert_cmpuint (n_blocks, ==, n);
}

static void
test_pages (void)
{
  g_autoptr (HcArticle) article = make_article (TRUE);

  g_assert_cmpuint (hc_article_get_n_pages (article), ==, 4);
  assert_page (article, 0, 0, 2);
  assert_page (article, 1, 2, 2);
  assert_page (article, 2, 4, 3);
  assert_page (article, 3, 7, 1);

  g_assert_cmpuint (hc_article_find_page (article, "intro.b"), ==, 0);
  g_assert_cmpuint (hc_article_find_page (article, "one"), ==, 1);
  g_assert_cmpuint (hc_article_find_page (article, "one.c"), ==, 1);
  g_assert_cmpuint (hc_article_find_page (article, "two-and-a-half"), ==, 2);
  g_assert_cmpuint (hc_article_find_page (article, "two.item"), ==, 2);
  g_assert_cmpuint (hc_article_find_page (article, "three"), ==, 3);
  g_assert_cmpuint (hc_article_find_page (article, "four"), ==, 0);
  g_assert_cmpuint (hc_article_find_page (article, NULL), ==, 0);
}

static void
test_one_page (void)
{
  g_autoptr (HcArticle) article = make_article (FALSE);

  g_assert_cmpuint (hc_article_get_n_pages (article), ==, 1);
  assert_page (article, 0, 0, 8);
  g_assert_cmpuint (hc_article_find_page (article, "three"), ==, 0);
}

static void
test_find_block (void)
{
  g_autoptr (HcArticle) article = make_article (TRUE);

  g_assert_cmpstr (hc_article_find_block (article, "intro.a")->markup, ==, "A");
  g_assert_cmpstr (hc_article_find_block (article, "three")->markup, ==, "Three");
  g_assert_cmpstr (hc_article_find_block (article, "two.item")->markup, ==, "Item");
  g_assert_null (hc_article_find_block (article, "four"));
  g_assert_null (hc_article_find_block (article, ""));
}

/* 200 words a minute, to the nearest minute, never none. */
static void
test_minutes (void)
{
  const struct {
    int words;
    int minutes;
  } cases[] = { { 0, 1 }, { 1, 1 }, { 299, 1 }, { 300, 2 }, { 1000, 5 }, { 1099, 5 }, { 1100, 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcArticle) article = hc_article_new (&(HcArticleSummary) { .id = "x", .words = cases[i].words });

      g_assert_cmpint (hc_article_get_minutes (article), ==, cases[i].minutes);
    }
}

static void
assert_text (HcBlock    *block,
             const char *expected)
{
  g_autofree char *text = hc_block_dup_text (block);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_block_text (void)
{
  g_autoptr (HcBlock) plain = make_block (HC_BLOCK_PARAGRAPH, 0, "a",
                                          "5 &lt; 6 &amp; <b>b<i>i</i></b> <a href=\"x\">link</a>, “é” 🎗.");
  g_autoptr (HcBlock) cited = make_block (HC_BLOCK_PARAGRAPH, 0, "b",
                                          "Fact.<a href=\"source:1\"><sup>1</sup></a><sup>,\u202f</sup>"
                                          "<a href=\"source:2\"><sup>2</sup></a> More.");
  g_autoptr (HcBlock) empty = make_block (HC_BLOCK_PARAGRAPH, 0, "c", "");
  g_autoptr (HcBlock) list = make_block (HC_BLOCK_LIST, 1, NULL, NULL);

  for (int i = 1; i <= 2; i++)
    {
      HcBlock *item = make_block (HC_BLOCK_LIST_ITEM, 0, NULL, NULL);

      g_ptr_array_add (item->children, make_block (HC_BLOCK_PARAGRAPH, 0, NULL, i == 1 ? "<b>First</b>" : "Second"));
      g_ptr_array_add (list->children, item);
    }

  assert_text (plain, "5 < 6 & bi link, “é” 🎗.");
  assert_text (cited, "Fact. More.");
  assert_text (empty, "");
  assert_text (list, "First\nSecond");
}

static void
test_kinds (void)
{
  static const char *const names[] = {
    "heading", "paragraph", "list", "list-item", "table", "table-row", "table-cell", "call-out", "figure",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HcBlockKind kind;

      g_assert_cmpstr (hc_block_kind_to_string ((HcBlockKind) i), ==, names[i]);
      g_assert_true (hc_block_kind_from_string (names[i], &kind));
      g_assert_cmpuint (kind, ==, i);
    }

  {
    HcBlockKind kind;

    g_assert_false (hc_block_kind_from_string ("video", &kind));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article/pages", test_pages);
  g_test_add_func ("/article/one-page", test_one_page);
  g_test_add_func ("/article/find-block", test_find_block);
  g_test_add_func ("/article/minutes", test_minutes);
  g_test_add_func ("/article/block-text", test_block_text);
  g_test_add_func ("/article/kinds", test_kinds);

  return g_test_run ();
}
