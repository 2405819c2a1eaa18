/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-article.h"

#include <string.h>

#include "hc-feed-html.h"

/* What feeds publish, as articles. */

static void
print_blocks (GString   *text,
              GPtrArray *blocks,
              guint      depth)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const HcBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%*s%s", (int) depth * 2, "", hc_block_kind_to_string (block->kind));
      if (block->level != 0)
        g_string_append_printf (text, " %d", block->level);
      if (block->detail != NULL)
        g_string_append_printf (text, " (%s)", block->detail);
      if (block->markup != NULL)
        g_string_append_printf (text, ": %s", block->markup);
      g_string_append_c (text, '\n');
      print_blocks (text, block->children, depth + 1);
    }
}

static void
assert_blocks (const char *text,
               const char *expected)
{
  g_autoptr (GPtrArray) blocks = hc_post_article_make_blocks (text);
  g_autoptr (GString) printed = g_string_new (NULL);

  print_blocks (printed, blocks, 0);
  g_assert_cmpstr (printed->str, ==, expected);
}

static void
test_blocks (void)
{
  assert_blocks ("", "");
  assert_blocks ("2Head\n3Sub\npA <b>b</b>\nqSaid",
                 "heading 2: Head\nheading 3: Sub\nparagraph: A <b>b</b>\nparagraph: “Said”\n");
  assert_blocks ("*1a\n+1more\n*2in\n#2" "5 five\n#26 six\n*1b\npafter",
                 "list\n  list-item\n    paragraph: a\n    paragraph: more\n    list\n      list-item\n     "
                 "   paragraph: in\n"
                 "    list 5\n      list-item\n        paragraph: five\n      list-item\n        paragraph: "
                 "six\n"
                 "  list-item\n    paragraph: b\nparagraph: after\n");
  assert_blocks ("*9deep\n+3x", "list\n  list-item\n    paragraph: deep\n    list\n      list-item\n        "
                                "paragraph: x\n");
  assert_blocks ("tNumbers\n!A\tB\n|1\n|<b>2</b>\t3\tx",
                 "table (Numbers)\n"
                 "  table-row\n    table-cell 1: A\n    table-cell 1: B\n    table-cell 1: \n"
                 "  table-row\n    table-cell: 1\n    table-cell: \n    table-cell: \n"
                 "  table-row\n    table-cell: <b>2</b>\n    table-cell: 3\n    table-cell: x\n");
  assert_blocks ("pa" HC_POST_BREAK "b " HC_POST_PICTURE "A &amp; B" HC_POST_PICTURE,
                 "paragraph: a\nb [Picture: A &amp; B]\n");
}

/* From a backup that somebody made. */
static void
test_hostile (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;

  assert_blocks ("p<script>x</script>\nx\n\n*0\np</p><p>",
                 "paragraph: &lt;script&gt;x&lt;/script&gt;\nparagraph: &lt;/p&gt;&lt;p&gt;\n");
  assert_blocks ("p<a href=\"javascript:x\">y</a>", "paragraph: &lt;a href=&quot;javascript:x&quot;&gt;y&lt;"
                                                    "/a&gt;\n");
  assert_blocks ("pa " HC_POST_PICTURE " b", "paragraph: a  b\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append (long_text, "*9x\n|a\tb\n");
  blocks = hc_post_article_make_blocks (long_text->str);
  g_assert_cmpuint (blocks->len, ==, 4000);
}

static void
test_article (void)
{
  g_autoptr (GDateTime) published = g_date_time_new_from_unix_utc (1795271875); /* 2026-11-21 */
  g_autofree char *text = hc_feed_html_reduce ("<h2>News</h2><p>All <a href='/x'>is</a> well</p>",
                                               "https://a.example/", NULL);
  g_autoptr (HcFeedItem) item = hc_feed_item_new (&(HcFeedItemDetails) {
    .feed = "0a1b2c3d-0000-4000-8000-00000000000a", .key = "k", .title = "Title <b>",
    .link = "https://a.example/1",
    .author = "Jo", .text = text, .published = published, .time = published });
  g_autoptr (HcArticle) article = hc_post_article_new (item, "Paper");
  g_autoptr (HcSavedPost) bare = hc_saved_post_new (&(HcSavedPostDetails) { .feed = "f", .key = "k" });
  g_autoptr (HcArticle) empty = hc_post_article_new_saved (bare);
  g_autofree char *link = hc_article_dup_link (article);
  const HcSource *source;

  g_assert_cmpint (hc_article_get_kind (article), ==, HC_ARTICLE_KIND_POST);
  g_assert_cmpstr (hc_article_get_title (article), ==, "Title <b>");
  g_assert_cmpstr (hc_article_get_review (article), ==, "Paper, by Jo");
  g_assert_cmpstr (hc_article_get_checked (article), ==, "2026-11-21");
  g_assert_cmpstr (link, ==, "health-center:post/0a1b2c3d-0000-4000-8000-00000000000a/k");
  g_assert_cmpuint (hc_article_get_blocks (article)->len, ==, 2);
  g_assert_cmpuint (hc_article_get_sources (article)->len, ==, 1);
  source = g_ptr_array_index (hc_article_get_sources (article), 0);
  g_assert_cmpstr (source->url, ==, "https://a.example/1");

  g_assert_cmpstr (hc_article_get_title (empty), ==, "Untitled");
  g_assert_cmpuint (hc_article_get_blocks (empty)->len, ==, 1);
  g_assert_cmpuint (hc_article_get_sources (empty)->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/post-article/blocks", test_blocks);
  g_test_add_func ("/context/post-article/hostile", test_hostile);
  g_test_add_func ("/context/post-article/article", test_article);

  return g_test_run ();
}
