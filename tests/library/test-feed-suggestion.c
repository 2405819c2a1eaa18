/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-suggestion.h"

/* The feeds of the library that is shipped. */

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *group = "";
  guint n_confirmed = 0;

  g_assert_no_error (error);
  list = hc_feed_suggestion_list (library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 10);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HcFeedSuggestion) suggestion = g_list_model_get_item (list, i);
      const HcFeedSuggestionDetails *details = hc_feed_suggestion_get_details (suggestion);

      g_assert_true (g_str_has_prefix (details->address, "https://"));
      g_assert_cmpstr (details->title, !=, "");
      g_assert_cmpstr (details->seen, !=, "");
      g_assert_cmpstr (details->checked, >, "2026");
      n_confirmed += details->confirmed;

      /* Those of a group stand together. */
      if (!g_str_equal (details->group, group))
        g_assert_true (g_hash_table_add (groups, g_strdup (details->group)));
      group = details->group; /* the list keeps it */

      if (g_str_equal (details->id, "fight-crc"))
        {
          g_assert_cmpstr (details->address, ==, "https://fightcolorectalcancer.org/feed/");
          g_assert_cmpstr (details->format, ==, "rss");
          g_assert_false (details->confirmed);
          g_assert_false (details->for_clinicians);
        }
    }

  g_assert_cmpuint (n_confirmed, >, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/feed-suggestion/shipped", test_shipped);

  return g_test_run ();
}
