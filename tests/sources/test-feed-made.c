/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-reader.h"

#include "fixture.h"
#include "hc-post-text.h"

/* Feeds that Python's own writers have made, and that say what is in them. */

#define ADDRESS "https://feeds.example.org/news/feed.xml"

static char *
run_python (const char *kind,
            const char *path)
{
  const char *arguments[] = { "python3", MAKE_FEEDS, kind, path, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

/* Returns: (transfer full): the words of a text, a blank between two */
static char *
find_words (const char *text)
{
  g_autofree char *plain = hc_post_text_dup_plain (text, 100000);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", plain, 0, 0);
  g_autofree char *words = g_strjoinv (" ", parts);

  return g_strdup (g_strstrip (words));
}

static char *
describe (const HcFeedItemDetails *item)
{
  g_autofree char *words = find_words (item->text);

  return g_strdup_printf ("%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s", item->title, item->link, item->author,
                          item->published != NULL ? g_date_time_to_unix (item->published) : 0, words);
}

static void
test_made (gconstpointer kind)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "feed", NULL);
  g_autofree char *expected = run_python (kind, path), *contents = NULL;
  g_auto (GStrv) lines = g_strsplit (g_strchomp (expected), "\n", -1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new (contents, length);
  feed = hc_feed_read (bytes, NULL, ADDRESS, &error);
  g_assert_no_error (error);
  g_assert_false (feed->is_damaged);
  g_assert_cmpstr (feed->title, ==, "Made");

  g_assert_cmpuint (g_strv_length (lines), ==, 200);
  g_assert_cmpuint (feed->items->len, ==, 200);
  for (guint i = 0; i < feed->items->len; i++)
    {
      g_autofree char *line = describe (hc_feed_item_get_details (g_ptr_array_index (feed->items, i)));

      g_assert_cmpstr (line, ==, lines[i]);
    }

  fixture_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/feed-made/rss", "rss", test_made);
  g_test_add_data_func ("/feed-made/rdf", "rdf", test_made);
  g_test_add_data_func ("/feed-made/atom", "atom", test_made);
  g_test_add_data_func ("/feed-made/json", "json", test_made);

  return g_test_run ();
}
