/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-html.h"

#include <string.h>

/* HTML as publishers write it, and as somebody writes it who means harm. What is expected was worked by hand.
 * */

#define BASE "https://news.example.org/2026/post.html"
#define NEWLINE "\xe2\x80\xa8"
#define PICTURE "\xef\xbf\xbc"

static void
assert_safe (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));

  for (guint i = 0; lines[i] != NULL && *text != '\0'; i++)
    {
      g_auto (GStrv) cells = NULL;
      HcPostLine line;

      g_assert_true (hc_post_line_parse (lines[i], &line));
      cells = g_strsplit (line.markup, "\t", -1);
      for (guint j = 0; cells[j] != NULL; j++)
        if (!hc_post_markup_is_safe (cells[j]))
          g_error ("Not safe: %s", cells[j]);
    }
}

static void
assert_reduced (const char *html,
                const char *expected)
{
  gboolean is_cut;
  g_autofree char *text = hc_feed_html_reduce (html, BASE, &is_cut);

  assert_safe (text);
  g_assert_cmpstr (text, ==, expected);
  g_assert_false (is_cut);
}

static void
test_text (void)
{
  assert_reduced ("", "");
  assert_reduced ("plain text", "pplain text");
  assert_reduced ("<p>One</p>\n<p>Two  \n words</p>", "pOne\npTwo words");
  assert_reduced ("Before<p>in</p>after", "pBefore\npin\npafter");
  assert_reduced ("<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>x", "2A\n2B\n3C\n3D\npx");
  assert_reduced ("a &amp; b &lt;c&gt; &quot;d&quot; &eacute;&#8217;&#x2026;",
                  "pa &amp; b &lt;c&gt; &quot;d&quot; \xc3\xa9\xe2\x80\x99\xe2\x80\xa6");
  assert_reduced ("one<br>two<br/>three", "pone" NEWLINE "two" NEWLINE "three");
  assert_reduced ("one<br><br>two<br>", "pone\nptwo");
  assert_reduced ("<div><div><div>deep</div></div></div>", "pdeep");
  assert_reduced ("<p> </p><p>&nbsp;</p><p>x</p>", "p\xc2\xa0\npx");
  assert_reduced ("<b>bold</b> <strong>strong</strong> <em>em</em> <code>code</code> H<sub>2</sub>O 10<sup>"
                  "9</sup>",
                  "p<b>bold</b> <b>strong</b> <i>em</i> <tt>code</tt> H<sub>2</sub>O 10<sup>9</sup>");
  assert_reduced ("<b><b>twice</b></b> <i></i> <b> </b>x", "p<b>twice</b> x");
  /* The parser ends what a paragraph begins in. */
  assert_reduced ("<b>one<p>two</b> three", "p<b>one</b>\nptwo three");
  assert_reduced ("<pre>a  b\n  c</pre>", "p<tt>a\xc2\xa0\xc2\xa0" "b" NEWLINE "\xc2\xa0\xc2\xa0" "c</tt>");
  /* What ends does not end all. */
  assert_reduced ("</p></div>x", "px");
  assert_reduced ("<html><body><p>a</p></body></html><p>b</p>", "pa\npb");
  assert_reduced ("<p>a</p></BODY >b</Html><p>c", "pa\npb\npc");
  assert_reduced ("<blockquote><p>Said</p><p>more</p></blockquote>after", "qSaid\nqmore\npafter");
}

static void
test_lists (void)
{
  assert_reduced ("<ul><li>One</li><li>Two</li></ul>", "*1One\n*1Two");
  assert_reduced ("<ul><li>One<li>Two</ul>x", "*1One\n*1Two\npx");
  assert_reduced ("<ol><li>One</li><li>Two</li></ol>", "#11 One\n#12 Two");
  assert_reduced ("<ol start=\"7\"><li>Seven</li></ol>", "#17 Seven");
  assert_reduced ("<ol start=\"99999999999999\"><li>x</li></ol>", "#199999 x");
  assert_reduced ("<ul><li><p>One</p><p>more</p></li><li>Two<ul><li>in it</li></ul>after</li></ul>",
                  "*1One\n+1more\n*1Two\n*2in it\n+1after");
  assert_reduced ("<li>alone</li>", "*1alone");
}

static void
test_tables (void)
{
  assert_reduced ("<table><caption>Numbers</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><b>2</b>"
                  "</td></tr>"
                  "<tr><td>3</td></tr></table>after",
                  "tNumbers\n!A\tB\n|1\t<b>2</b>\n|3\npafter");
  /* A table of one column, and one in which text was laid out. */
  assert_reduced ("<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>", "pOne\npTwo");
  assert_reduced ("<table><tr><td><h2>A</h2><p>x</p></td><td><p>y</p><p>z</p></td></tr></table>",
                  "2A\npx\npy\npz");
  assert_reduced ("<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td><td>x</td></tr></table>",
                  "|1\t2\npx");
  assert_reduced ("<td>no table</td>", "pno table");
  assert_reduced ("<table><caption>c<td>x</caption></table>", "pc\npx");
  assert_reduced ("<table><tr><td>cut", "pcut");
}

static void
test_links (void)
{
  assert_reduced ("<a href=\"https://a.example/x?a=1&amp;b=2\">x</a>",
                  "p<a href=\"https://a.example/x?a=1&amp;b=2\">x</a>");
  assert_reduced ("<a href=\"../other.html\">x</a>", "p<a href=\"https://news.example.org/other.html\">"
                                                     "x</a>");
  assert_reduced ("<a href=\"//b.example/y\">x</a>", "p<a href=\"https://b.example/y\">x</a>");
  assert_reduced ("<a href=\"mailto:jo@example.org\">x</a>", "p<a href=\"mailto:jo@example.org\">x</a>");
  assert_reduced ("<a href=\"#top\">x</a> <a name=\"y\">y</a>", "px y");
  assert_reduced ("<a href=\"https://a.example/\">one<p>two</a>",
                  "p<a href=\"https://a.example/\">one</a>\np<a href=\"https://a.example/\">two</a>");
  assert_reduced ("<a href=\"https://a.example/\">one<b><a href=\"https://b.example/\">two</b></a>",
                  "p<a href=\"https://a.example/\">one</a><b><a href=\"https://b.example/\">two</a></b>");
  assert_reduced ("<a href=\"https://a.example/\">one <i>it <a href=\"https://b.example/\">two</a> i</i> "
                  "after",
                  "p<a href=\"https://a.example/\">one <i>it</i></a> <i><a href=\"https://b.example/\">"
                  "two</a> i</i> after");
}

static void
test_pictures (void)
{
  assert_reduced ("<p>See <img src=\"https://t.example/p.gif\" alt=\"A chart of 5 years\"> here</p>",
                  "pSee " PICTURE "A chart of 5 years" PICTURE " here");
  assert_reduced ("<img src=\"https://t.example/pixel.gif\" width=1 height=1>x<img alt=\"\">", "px");
  assert_reduced ("<img alt=\"<script>&amp;\">", "p" PICTURE "&lt;script&gt;&amp;" PICTURE);
  assert_reduced ("<a href=\"https://a.example/\"><img alt=\"A\" src=x></a>",
                  "p<a href=\"https://a.example/\">" PICTURE "A" PICTURE "</a>");
}

/* Nothing of these may be there but the words that they have for people. */
static const struct
{
  const char *html;
  const char *expected;
} attacks[] = {
  { "<script>alert(1)</script>x", "px" },
  { "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>x", "px" },
  { "<scr<script>ipt>alert(1)</scr</script>ipt>x", NULL },
  { "<script>if (a < b) document.write('<p>x</p>')</script>y", "py" },
  { "<style>p { background: url(https://evil.example/) }</style>x", "px" },
  { "<img src=x onerror=alert(1)>x", "px" },
  { "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\" alt=\"pic\">", "p" PICTURE "pic" PICTURE },
  { "<p onclick=\"alert(1)\" style=\"x\">x</p>", "px" },
  { "<a href=\"javascript:alert(1)\">x</a>", "px" },
  { "<a href=\"JaVaScRiPt:alert(1)\">x</a>", "px" },
  { "<a href=\" java\nscript:alert(1)\">x</a>", "px" },
  { "<a href=\"&#106;avascript:alert(1)\">x</a>", "px" },
  { "<a href=\"java&#0;script:alert(1)\">x</a>", NULL },
  { "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "px" },
  { "<a href=\"vbscript:x\">x</a> <a href=\"file:///etc/passwd\">y</a>", "px y" },
  { "<a href=\"health-center:medicines\">x</a>", "px" },
  { "<a href=\"ftp://a.example/\">x</a> <a href=\"tel:911\">y</a>", "px y" },
  { "<a href=\"https:///nohost\">x</a>", "px" },
  { "<a href=\"https://a.example;x\">x</a> <a href=\"//a.example;x\">y</a>", "px y" },
  { "<a href='https://a.example/\"><b>x'>y</a>", NULL },
  { "<a href=\"https://a.example/&quot;&gt;&lt;b&gt;\">y</a>", NULL },
  { "<iframe src=https://evil.example/><p>inside</p></iframe>x", "px" },
  { "<object data=x><embed src=y>alt</object>x", "px" },
  { "<form action=https://evil.example/><input name=a value=b><button>Send</button></form>x", "px" },
  { "<textarea>t</textarea><select><option>o</select>x", "px" },
  { "<svg><script>alert(1)</script><a xlink:href=\"javascript:x\"><text>t</text></a></svg>x", "px" },
  { "<math><mtext>m</mtext></math>", "pm" },
  { "<video src=x autoplay>no</video><audio src=y></audio>x", "px" },
  { "<noscript><img src=https://evil.example/p.gif alt=no></noscript>x", "px" },
  { "<template><p>t</p></template>x", "px" },
  { "<link rel=stylesheet href=https://evil.example/><base href=https://evil.example/>x<a href=y>z</a>",
    "px<a href=\"https://news.example.org/2026/y\">z</a>" },
  { "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">x", "px" },
  { "<!-- <p>comment</p> -->x<!--[if mso]><p>office</p><![endif]-->", "px" },
  { "<![CDATA[<script>x</script>]]>y", NULL },
  { "<?php echo 1 ?>x", NULL },
  { "&lt;script&gt;alert(1)&lt;/script&gt;", "p&lt;script&gt;alert(1)&lt;/script&gt;" },
  { "<span font=\"Sans 100\" size=\"xx-large\" foreground=\"white\">x</span>", "px" },
  { "a\xe2\x80\xae" "b\xe2\x81\xa6" "c", "pabc" },
  { "a" PICTURE "b" NEWLINE "c", "pab c" },
  { "<p", "" },
  { "<p x=\"", "" },
  { "</p></p></div></td></tr></table></ul>x", "px" },
  { "<b><i><u><s>x", "p<b><i><s>x</s></i></b>" },
  { "<frameset><frame src=x></frameset>", "" },
  { "<title>t</title>x", "px" },
  { "a\tb\x01" "c", NULL },
};

static void
test_attacks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *text = hc_feed_html_reduce (attacks[i].html, BASE, NULL);

      g_test_message ("%s -> %s", attacks[i].html, text);
      assert_safe (text);
      g_assert_null (strstr (text, "evil"));
      g_assert_null (strstr (text, "<script"));
      g_assert_null (strstr (text, "href=\"java"));
      if (attacks[i].expected != NULL)
        g_assert_cmpstr (text, ==, attacks[i].expected);
    }
}

static void
append_times (GString    *html,
              const char *text,
              guint       n_times)
{
  for (guint i = 0; i < n_times; i++)
    g_string_append (html, text);
}

/* Each of these has two megabytes. They end, and what is kept is no larger than what somebody reads. */
static void
test_floods (void)
{
  static const struct
  {
    const char *begin;
    const char *piece;
    const char *end;
  } floods[] = {
    { "", "<div>", "x" },
    { "", "<b>", "x" },
    { "", "<a href=https://a.example/>", "x" },
    { "", "<table><tr><td>", "x" },
    { "", "<ul><li>", "x" },
    { "", "<blockquote>", "x" },
    { "", "</b>", "x" },
    { "", "<p>x", "" },
    { "", "x", "" },
    { "", "\xc3\xa9 ", "" },
    { "", "<br>", "x" },
    { "", "&amp;", "" },
    { "", "&", "" },
    { "", "<", "" },
    { "", "<!--", "" },
    { "", "<p><b></p>", "x" },
    { "<p ", "a ", ">x" },
    { "<p title=\"", "word ", "\">x" },
    { "<p title=\"", "word", "\">x" },
    { "<img src=\"data:image/png;base64,", "QUJD", "\" alt=\"pic\">x" },
    { "<script>", "x ", "" },
    { "<table>", "<tr><td>a<td>b", "" },
    { "<table><tr>", "<td>a", "" },
    { "<ol>", "<li>a", "" },
    { "<pre>", " \n", "x</pre>" },
    { "", "\xf0\x9f\x98\x80", "" },
    { "", "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autoptr (GString) html = g_string_new (floods[i].begin);
      g_autofree char *text = NULL, *plain = NULL;

      append_times (html, floods[i].piece, 2 * 1024 * 1024 / (guint) strlen (floods[i].piece));
      g_string_append (html, floods[i].end);
      text = hc_feed_html_reduce (html->str, BASE, NULL);
      g_test_message ("%s%s...: %zu bytes", floods[i].begin, floods[i].piece, strlen (text));
      assert_safe (text);
      g_assert_cmpuint (strlen (text), <, 2 * 1024 * 1024);
      plain = hc_post_text_dup_plain (text, 100);
      g_assert_cmpint (g_utf8_strlen (plain, -1), <=, 101);
    }
}

/* As many attributes as fit, each with a name of its own: a parser that compares each with all others is
 * slow. */
static void
test_attributes (void)
{
  g_autoptr (GString) html = g_string_new ("<p ");
  g_autofree char *text = NULL;
  gboolean is_cut;

  for (guint i = 0; html->len < 2 * 1024 * 1024; i++)
    g_string_append_printf (html, "a%x ", i);
  g_string_append (html, ">x");

  text = hc_feed_html_reduce (html->str, BASE, &is_cut);
  g_assert_true (is_cut);
  assert_safe (text);
}

/* What is deeper than pages are is left out, and the rest says so. */
static void
test_cut (void)
{
  g_autoptr (GString) html = g_string_new ("<p>before</p>");
  g_autofree char *text = NULL;
  gboolean is_cut;

  append_times (html, "<div>", 1000);
  g_string_append (html, "in it");
  text = hc_feed_html_reduce (html->str, BASE, &is_cut);
  g_assert_cmpstr (text, ==, "pbefore");
  g_assert_true (is_cut);
}

static void
test_plain (void)
{
  g_autofree char *plain = hc_feed_html_dup_plain ("<h2>A &amp; B</h2><ul><li>one</li><li>two<br>lines</li>"
                                                   "</ul>"
                                                   "<img alt=\"pic\">", -1);
  g_autofree char *cut = hc_feed_html_dup_plain ("<p>one two three</p>", 7);
  g_autofree char *text = hc_post_text_from_plain ("a <b>\r\n\n\tc & d");

  g_assert_cmpstr (plain, ==, "A & B one two lines pic");
  g_assert_cmpstr (cut, ==, "one two…");
  g_assert_cmpstr (text, ==, "pa &lt;b&gt;\npc &amp; d");
}

/* What a backup may hold. */
static void
test_unsafe_markup (void)
{
  static const char *const unsafe[] = {
    "<b>", "</b>", "a</p><p>b", "</p><script>x</script><p>", "<span>x</span>", "<a>x</a>",
    "<a href=\"javascript:x\">x</a>",
    "<a href=\"https://a.example/\" title=\"x\">x</a>",
    "<a href=\"https://a.example/\"><a href=\"https://b.example/\">x</a></a>",
    "<b x=\"y\">z</b>", "&nbsp;", "&bomb;", "<!-- x -->", "<![CDATA[x]]>", "<?x?>", "a & b", "\xff", "<b",
    "<a href=\"https:x\">y</a>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      g_test_message ("%s", unsafe[i]);
      g_assert_false (hc_post_markup_is_safe (unsafe[i]));
    }

  g_assert_true (hc_post_markup_is_safe ("a <b>b</b> <a href=\"https://a.example/\"><i>c</i></a> &amp;"));
  g_assert_true (hc_post_markup_is_safe (""));
}

static void
test_lines (void)
{
  static const char *const none[] = { "", "x", "*", "*0a", "*xa", "#1", "#1a b", "#1123456 x", "#112x",
                                      "<b>" };
  HcPostLine line;

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (hc_post_line_parse (none[i], &line));

  g_assert_false (hc_post_line_parse (NULL, &line));
  g_assert_true (hc_post_line_parse ("#212 x y", &line));
  g_assert_cmpint (line.kind, ==, HC_POST_LINE_NUMBER);
  g_assert_cmpint (line.level, ==, 2);
  g_assert_cmpint (line.number, ==, 12);
  g_assert_cmpstr (line.markup, ==, "x y");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sources/feed-html/text", test_text);
  g_test_add_func ("/sources/feed-html/lists", test_lists);
  g_test_add_func ("/sources/feed-html/tables", test_tables);
  g_test_add_func ("/sources/feed-html/links", test_links);
  g_test_add_func ("/sources/feed-html/pictures", test_pictures);
  g_test_add_func ("/sources/feed-html/attacks", test_attacks);
  g_test_add_func ("/sources/feed-html/floods", test_floods);
  g_test_add_func ("/sources/feed-html/attributes", test_attributes);
  g_test_add_func ("/sources/feed-html/cut", test_cut);
  g_test_add_func ("/sources/feed-html/plain", test_plain);
  g_test_add_func ("/sources/feed-html/unsafe-markup", test_unsafe_markup);
  g_test_add_func ("/sources/feed-html/lines", test_lines);

  return g_test_run ();
}
