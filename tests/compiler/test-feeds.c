/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"

/* The feeds that are suggested. */

#define GOOD                                                                    \
  "feed: paper\ntitle: The Paper\naddress: https://a.example/feed\nformat: rss\n" \
  "publisher: A\ngroup: News\nfor: everyone\nabout: What it is.\nseen: In the feed itself.\n" \
  "checked: 2026-11-21\nstate: confirmed\n"

#define OTHER                                                                   \
  "\nfeed: journal\ntitle: Journal\naddress: https://b.example/feed\nformat: atom\n" \
  "publisher: B\ngroup: Work\nfor: clinicians\nabout: Papers.\nseen: A guess.\n" \
  "checked: 2026-11-20\nstate: unconfirmed\n"

static void
test_written (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *rows = NULL, *errors = NULL;

  compiler_fixture_write (fixture, "content/feeds.txt", "# Remark\n\n" GOOD OTHER, -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  rows = compiler_fixture_query (fixture, "SELECT id, position, title, address, format, publisher, "
                                          "belongs_to, audience,"
                                          " about, seen, checked, confirmed FROM feed_suggestion ORDER BY "
                                          "position");
  g_assert_cmpstr (rows, ==,
                   "paper|0|The Paper|https://a.example/feed|rss|A|News|everyone|What it is.|In the feed "
                   "itself.|"
                   "2026-11-21|1\n"
                   "journal|1|Journal|https://b.example/feed|atom|B|Work|clinicians|Papers.|A guess.|"
                   "2026-11-20|0\n");
}

static const struct
{
  const char *from; /* in GOOD */
  const char *to;
  const char *fault;
} faults[] = {
  { "feed: paper", "feed: The Paper", ":1: an id has small letters, digits and dashes only\n" },
  { "https://a.example/feed", "http://a.example/feed", ":3: the address does not begin with https://\n" },
  { "format: rss", "format: xml", ":4: “xml” is none of rss, atom, json\n" },
  { "for: everyone", "for: nobody", ":7: “nobody” is none of everyone, clinicians\n" },
  { "state: confirmed", "state: maybe", ":11: “maybe” is none of confirmed, unconfirmed\n" },
  { "seen: In the feed itself.\n", "", ":1: the key “seen” is missing\n" },
  { "publisher: A\n", "publisher: A\ncost: none\n", ":6: there is no key “cost”\n" },
  { "https://a.example/feed", "https://b.example/feed",
    ":15: “https://b.example/feed” stands already in another record\n" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
      g_autoptr (GString) text = g_string_new (GOOD OTHER);
      g_autofree char *expected = g_strconcat ("content/feeds.txt", faults[i].fault, "1 fault\n", NULL);
      g_autofree char *errors = NULL;

      g_assert_cmpuint (g_string_replace (text, faults[i].from, faults[i].to, 1), ==, 1);
      compiler_fixture_write (fixture, "content/feeds.txt", text->str, -1);
      g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
      g_assert_cmpstr (errors, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiler/feeds/written", test_written);
  g_test_add_func ("/compiler/feeds/faults", test_faults);

  return g_test_run ();
}
