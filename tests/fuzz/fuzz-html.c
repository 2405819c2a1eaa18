/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include "hc-feed-html.h"
#include "hc-post-article.h"

static void
check_blocks (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *text = hc_block_dup_text (block); /* complains of broken markup */

      g_assert_true (g_utf8_validate (text, -1, NULL));
      check_blocks (block->children);
    }
}

static void
check_text (const char *text)
{
  g_autoptr (GPtrArray) blocks = hc_post_article_make_blocks (text);
  g_autofree char *plain = hc_post_text_dup_plain (text, 300);

  check_blocks (blocks);
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (plain, -1), <=, 301);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): HTML, or anything
 * @size: how many bytes
 *
 * Makes an article of HTML: all that comes out can be shown. Then the same of the bytes as if they were the
 * text of a post, as a backup may hold it.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *html = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (html, -1);
  g_autofree char *text = hc_feed_html_reduce (html, "https://news.example.org/a", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; *text != '\0' && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = NULL;
      HcPostLine line;

      g_assert_true (hc_post_line_parse (lines[i], &line));
      cells = g_strsplit (line.markup, "\t", -1);
      for (guint j = 0; cells[j] != NULL; j++)
        g_assert_true (hc_post_markup_is_safe (cells[j]));
    }

  check_text (text);
  check_text (valid);

  return 0;
}
