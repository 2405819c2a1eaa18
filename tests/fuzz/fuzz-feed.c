/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-finder.h"
#include "hc-feed-reader.h"
#include "hc-post-text.h"

#define ADDRESS "https://feeds.example.org/a/feed.xml"

static void
check_line (const char *text,
            glong       max_chars)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strpbrk (text, "\n\t"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, max_chars);
}

static void
check_text (const char *text)
{
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
}

static void
check_feed (HcFeed *feed)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  check_line (feed->title, 301);
  check_line (feed->description, 301);
  g_assert_true (feed->home == NULL || hc_feed_address_is_web (feed->home));
  g_assert_cmpuint (feed->items->len, <=, 1000);

  for (guint i = 0; i < feed->items->len; i++)
    {
      const HcFeedItemDetails *item = hc_feed_item_get_details (g_ptr_array_index (feed->items, i));

      g_assert_true (g_hash_table_add (keys, (gpointer) item->key));
      check_line (item->title, 301);
      check_line (item->summary, 301);
      check_text (item->text);
      g_assert_true (item->link == NULL || hc_feed_address_is_web (item->link));
      g_assert_true (item->author == NULL || g_utf8_validate (item->author, -1, NULL));
    }
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): a feed, a page of the web, or anything
 * @size: how many bytes
 *
 * Reads a feed, and looks for feeds in the same. It is a feed that keeps the rules or an error.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = hc_feed_read (bytes, size % 2 == 0 ? "text/xml; charset=iso-8859-1" : NULL,
                                          ADDRESS, &error);

  g_assert_true ((feed == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == HC_FEED_ERROR);
  if (feed != NULL)
    check_feed (feed);

  found = hc_feed_finder_find (bytes, NULL, ADDRESS);
  for (guint i = 0; i < found->len; i++)
    {
      const HcFoundFeed *one = g_ptr_array_index (found, i);

      g_assert_true (g_str_has_prefix (one->address, "https://"));
      check_line (one->title, 201);
    }

  return 0;
}
