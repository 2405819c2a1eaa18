/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-opml.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-finder.h"

/* Lists of feeds (OPML 2.0, opml.org), addresses as people have them, and feeds that pages name. */

static GPtrArray *
read_text (const char  *text,
           guint       *n_refused,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hc_opml_read (bytes, n_refused, error);
}

static char *
print_entries (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const HcOpmlEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s|%s|%s|%s\n", entry->address, entry->title,
                              entry->home != NULL ? entry->home : "-", entry->folder);
    }

  return g_string_free_and_steal (text);
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  guint n_refused;
  g_autoptr (GPtrArray) entries = read_text (
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<opml version=\"2.0\"><head><title>x</title></head>"
    "<body>\n"
    "<outline text=\"Top\" type=\"rss\" xmlUrl=\"https://a.example/feed\" htmlUrl=\"https://a.example/\"/>\n"
    "<outline text=\"Cancer &amp; &lt;b&gt;\"><outline title=\"In\" xmlurl=\"http://b.example/rss\"/>\n"
    "  <outline text=\"Deeper\"><outline text=\"D\" xmlUrl=\"feed://c.example/\"/></outline>\n"
    "  <outline text=\"Again\" xmlUrl=\"https://a.example/feed\"/></outline>\n"
    "<outline text=\"Bad\" xmlUrl=\"javascript:alert(1)\"/><outline text=\"Bad\" "
    "xmlUrl=\"file:///etc/passwd\"/>\n"
    "<outline text=\"Home\" xmlUrl=\"https://d.example/\" htmlUrl=\"javascript:x\"/><outline/>\n"
    "</body></opml>", &n_refused, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = print_entries (entries);
  g_assert_cmpstr (text, ==,
                   "https://a.example/feed|Top|https://a.example/|\n"
                   "https://b.example/rss|In|-|Cancer & <b>\n"
                   "https://c.example/|D|-|Cancer & <b> / Deeper\n"
                   "https://d.example/|Home|-|\n");
  g_assert_cmpuint (n_refused, ==, 2);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_opml_entry_free);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (1795271875); /* 2026-11-21 14:37:55 */
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *text = NULL, *after = NULL;

  g_ptr_array_add (entries, hc_opml_entry_new ("https://a.example/?a=1&b=2", "A & \"B\" <c> \xc3\xa9",
                                               "https://a.example/", ""));
  g_ptr_array_add (entries, hc_opml_entry_new ("https://b.example/", "B", NULL, "News / Far & near"));
  g_ptr_array_add (entries, hc_opml_entry_new ("https://d.example/", "D", NULL, "News / Far & near"));
  g_ptr_array_add (entries, hc_opml_entry_new ("https://c.example/", "C", NULL, "'Other'"));

  before = print_entries (entries);
  text = hc_opml_print (entries, "Mine & yours", now);
  again = read_text (text, NULL, &error);
  g_assert_no_error (error);
  after = print_entries (again);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (g_str_has_prefix (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">"
                                         "\n"));
  g_assert_nonnull (strstr (text, "<title>Mine &amp; yours</title>"));
  g_assert_nonnull (strstr (text, "<dateCreated>Sat, 21 Nov 2026 14:37:55 GMT</dateCreated>"));
}

static void
assert_error (const char  *text,
              HcFeedError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_text (text, NULL, &error);

  g_assert_null (entries);
  g_assert_error (error, HC_FEED_ERROR, (int) code);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("<opml><body>");
  g_autoptr (GString) many = g_string_new ("<opml><body>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint n_refused;

  assert_error ("", HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("<html><body/></html>", HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("<opml><body><outline", HC_FEED_ERROR_NOT_WELL_FORMED);
  assert_error ("<!DOCTYPE opml [<!ENTITY a \"b\">]><opml><body/></opml>", HC_FEED_ERROR_HAS_DECLARATIONS);

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "<outline text='x'>");
  assert_error (deep->str, HC_FEED_ERROR_TOO_DEEP);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (many, "<outline text='x' xmlUrl='https://a.example/%u'/>", i);
  g_string_append (many, "</body></opml>");
  entries = read_text (many->str, &n_refused, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2000);
  g_assert_cmpuint (n_refused, ==, 1000);

  /* The beginning of a list that was cut off. */
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = read_text ("<opml><body><outline text='x' xmlUrl='https://a.example/'/><outl", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *text;
    const char *address;
  } addresses[] = {
    { "https://a.example/feed", "https://a.example/feed" },
    { " https://a.example/feed\n", "https://a.example/feed" },
    { "http://a.example/feed", "https://a.example/feed" },
    { "http://a.example:80/feed", "https://a.example/feed" },
    { "https://a.example:8443/feed", "https://a.example:8443/feed" },
    { "feed:https://a.example/", "https://a.example/" },
    { "feed://a.example/x", "https://a.example/x" },
    { "a.example", "https://a.example/" },
    { "a.example/x?y=z#part", "https://a.example/x?y=z" },
    { "//a.example/x", "https://a.example/x" },
    { "https://jo:secret@a.example/x", "https://a.example/x" },
    { "", NULL },
    { "cancer news", NULL },
    { "localhost", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "mailto:jo@example", NULL },
    { "https://", NULL },
    { "https:///x", NULL },
    { "https://a.example:99999/", NULL },
    { "https://a.example;x", NULL },
    { "\xff.example", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *address = hc_feed_address_normalize (addresses[i].text);

      g_test_message ("%s", addresses[i].text);
      g_assert_cmpstr (address, ==, addresses[i].address);
    }

  g_assert_true (hc_feed_address_same_host ("https://A.example/x", "https://a.example/y"));
  g_assert_false (hc_feed_address_same_host ("https://a.example/", "https://b.a.example/"));
}

static void
test_finder (void)
{
  const char *page =
    "<!DOCTYPE html><html><head><title>News</title><link rel=stylesheet href=x.css>"
    "<LINK REL='alternate feed' TYPE='application/rss+xml; charset=x' TITLE='All &amp; more' HREF='/feed/'>"
    "<link rel=alternate type=application/atom+xml href='https://other.example/atom'>"
    "<link rel=alternate hreflang=fr href=/fr><link rel=alternate type=application/feed+json href=feed.json>"
    "<link rel=alternate type=application/rss+xml href='javascript:x'></head>"
    "<body><a href='/feed'>x</a> <a href='/2026/story.rss?x=1'>RSS</a><a href='/feed/'>same</a><a "
    "href=/about>y</a></body>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GBytes) nothing = g_bytes_new_static ("\xff\0<", 3);
  g_autoptr (GPtrArray) found = hc_feed_finder_find (bytes, "text/html", "https://a.example/news/");
  g_autoptr (GPtrArray) none = hc_feed_finder_find (nothing, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const HcFoundFeed *one = g_ptr_array_index (found, i);

      g_string_append_printf (text, "%s|%s|%d\n", one->address, one->title, one->is_guess);
    }

  g_assert_cmpstr (text->str, ==,
                   "https://a.example/feed/|All & more|0\n"
                   "https://other.example/atom||0\n"
                   "https://a.example/news/feed.json||0\n"
                   "https://a.example/feed||1\n"
                   "https://a.example/2026/story.rss?x=1||1\n");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sources/opml/read", test_read);
  g_test_add_func ("/sources/opml/round-trip", test_round_trip);
  g_test_add_func ("/sources/opml/hostile", test_hostile);
  g_test_add_func ("/sources/opml/addresses", test_addresses);
  g_test_add_func ("/sources/opml/finder", test_finder);

  return g_test_run ();
}
