/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture-fixture.h"

#include <stdlib.h>

/* Pictures: what the compiler refuses, and what stands in the library in the end. */

/* A text that takes the place of another one, and what the compiler says then. */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *expected;
} Case;

/* An element more, in line 11 of the drawing. */
#define ELEMENT(name, element, expected) { name, SQUARES_SVG, "  <text ", "  " element "\n  <text ", expected }

/* An attribute more for the left square, in line 6. */
#define ATTRIBUTE(name, attribute, expected) { name, SQUARES_SVG, "class=\"tissue edge\"", \
                                               "class=\"tissue edge\" " attribute, expected }

#define NO_COLOR(attribute) SQUARES_SVG ":6: the attribute “" attribute "” is not for a drawing: its colors " \
                            "come from its classes\n"
#define LEADS_OUT SQUARES_SVG ":11: a reference that leads out of the drawing\n"

static const Case cases[] = {
  { "order/missing-id", PICTURES, "stripe\n", "",
    "illustrations/stripe.svg:1: the picture is not in pictures.txt\n"
    STRIPE_TXT ":1: the picture is not in pictures.txt\n" },
  { "order/twice", PICTURES, "stripe\n", "stripe\nsquares\n", PICTURES ":4: the picture “squares” stands twice\n" },

  /* The drawing */
  { "drawing/not-xml", SQUARES_SVG, "</svg>", "</g>",
    SQUARES_SVG ":12: not XML: Opening and ending tag mismatch: svg line 2 and g\n" },
  { "drawing/other-root", SQUARES_SVG, SQUARES_DRAWING, "<g xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    SQUARES_SVG ":1: the root is not <svg>\n" },
  { "drawing/no-namespace", SQUARES_SVG, " xmlns=\"http://www.w3.org/2000/svg\"", "",
    SQUARES_SVG ":2: there is no place for <svg> in a drawing\n" },
  { "drawing/no-view-box", SQUARES_SVG, " viewBox=\"0 0 800 600\"", "",
    SQUARES_SVG ":2: the viewBox is “0 0 800 HEIGHT”, with a height from 480 to 800\n" },
  { "drawing/too-high", SQUARES_SVG, "0 0 800 600", "0 0 800 801",
    SQUARES_SVG ":2: the viewBox is “0 0 800 HEIGHT”, with a height from 480 to 800\n" },
  { "drawing/other-width", SQUARES_SVG, "0 0 800 600", "0 0 600 600",
    SQUARES_SVG ":2: the viewBox is “0 0 800 HEIGHT”, with a height from 480 to 800\n" },
  { "drawing/size", SQUARES_SVG, "viewBox", "width=\"800\" viewBox",
    SQUARES_SVG ":2: a drawing has a viewBox, no width or height\n" },
  { "drawing/no-title", SQUARES_SVG, "  <title>Squares</title>\n", "",
    SQUARES_SVG ":3: a drawing begins with <title> and <desc>; <title> is missing\n"
    SQUARES_SVG ":4: a drawing begins with <title> and <desc>; <desc> is missing\n" },
  { "drawing/empty-title", SQUARES_SVG, "<title>Squares</title>", "<title> </title>",
    SQUARES_SVG ":3: a drawing begins with <title> and <desc>; <title> is missing\n" },
  { "drawing/no-description", SQUARES_SVG, "  <desc>Two squares and a circle.</desc>\n", "",
    SQUARES_SVG ":4: a drawing begins with <title> and <desc>; <desc> is missing\n" },
  { "drawing/unknown-class", SQUARES_SVG, "tissue edge", "tissue pink",
    SQUARES_SVG ":6: there is no class “pink” in the palette\n" },
  { "drawing/no-class", SQUARES_SVG, " class=\"tumor\"", "",
    SQUARES_SVG ":10: <circle> without a class has no color\n" },
  { "drawing/id-twice", SQUARES_SVG, "<rect class=\"page\"", "<rect id=\"part-left\" class=\"page\"",
    SQUARES_SVG ":6: the id “part-left” stands already in line 5\n" },
  { "drawing/small-letters", SQUARES_SVG, "font-size=\"28\"", "font-size=\"23\"",
    SQUARES_SVG ":11: font-size “23”: a number of 24 or more\n" },
  { "drawing/no-font-size", SQUARES_SVG, " font-size=\"28\"", "", SQUARES_SVG ":11: <text> without a font-size\n" },
  { "drawing/document-type", SQUARES_SVG, "<svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]>\n<svg",
    SQUARES_SVG ":1: a document type: it can bring in what stands elsewhere\n" },
  ATTRIBUTE ("drawing/fill", "fill=\"red\"", NO_COLOR ("fill")),
  ATTRIBUTE ("drawing/stroke", "stroke=\"#000\"", NO_COLOR ("stroke")),
  ATTRIBUTE ("drawing/style", "style=\"fill:red\"", NO_COLOR ("style")),
  ATTRIBUTE ("drawing/event", "onclick=\"alert()\"", NO_COLOR ("onclick")),
  ATTRIBUTE ("drawing/filter", "filter=\"url(#f)\"", NO_COLOR ("filter")),
  ATTRIBUTE ("drawing/clip-elsewhere", "clip-path=\"url(other.svg#a)\"",
             SQUARES_SVG ":6: a reference that leads out of the drawing\n"),
  ATTRIBUTE ("drawing/prefix", "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\"",
             SQUARES_SVG ":6: an attribute with a prefix, “xlink:href”\n"),
  ELEMENT ("drawing/style-element", "<style>rect { fill: red; }</style>",
           SQUARES_SVG ":11: there is no place for <style> in a drawing\n"),
  ELEMENT ("drawing/script", "<script>alert()</script>",
           SQUARES_SVG ":11: there is no place for <script> in a drawing\n"),
  ELEMENT ("drawing/image", "<image href=\"a.png\"/>", SQUARES_SVG ":11: there is no place for <image> in a drawing\n"),
  ELEMENT ("drawing/gradient", "<linearGradient id=\"a\"/>",
           SQUARES_SVG ":11: there is no place for <linearGradient> in a drawing\n"),
  ELEMENT ("drawing/animation", "<animate/>", SQUARES_SVG ":11: there is no place for <animate> in a drawing\n"),
  ELEMENT ("drawing/use-elsewhere", "<use class=\"fat\" href=\"https://one.example/a.svg#b\"/>", LEADS_OUT),

  /* The words */
  { "words/no-title", SQUARES_TXT, "title: Two Squares\n", "", SQUARES_TXT ":1: the key “title” is missing\n" },
  { "words/no-caption", SQUARES_TXT, "caption: Squares & a circle.\n", "",
    SQUARES_TXT ":1: the key “caption” is missing\n" },
  { "words/no-checked", SQUARES_TXT, "checked: 2026-11-20\n", "", SQUARES_TXT ":1: the key “checked” is missing\n" },
  { "words/unknown-key", SQUARES_TXT, "checked:", "author: me\nchecked:",
    SQUARES_TXT ":5: there is no key “author”\n" },
  { "words/bad-date", SQUARES_TXT, "checked: 2026-11-20", "checked: 2026-11-31",
    SQUARES_TXT ":5: checked: “2026-11-31” is a date that does not exist\n" },
  { "words/short-alternative", CIRCLE_TXT, ", which is all that there is in this picture", "",
    CIRCLE_TXT ":3: the alternative says all that the picture shows, in 80 characters or more\n" },
  { "words/no-source", CIRCLE_TXT,
    "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n", "",
    CIRCLE_TXT ":1: the key “source” is missing\n" },
  { "words/two-records", SQUARES_TXT, "checked:", "\nchecked:",
    SQUARES_TXT ":1: lines key: value without an empty line between them\n" },
  { "words/unknown-article", SQUARES_TXT, "article: alpha", "article: omega",
    SQUARES_TXT ":4: there is no article “omega”\n" },

  /* The parts */
  { "part/two-fields", SQUARES_TXT, "part: right | Right Square | The square on the right.",
    "part: right | Right Square",
    SQUARES_TXT ":10: a part has 3 or 4 fields: name | title | sentence | link; here are 2\n" },
  { "part/empty-field", SQUARES_TXT, "| Right Square |", "| |", SQUARES_TXT ":10: field 2 of the part is empty\n" },
  { "part/twice", SQUARES_TXT, "part: spot", "part: left",
    SQUARES_TXT ":9: the part “left” stands already in line 8\n" },
  { "part/no-element", SQUARES_TXT, "part: spot", "part: stain",
    SQUARES_SVG ":10: nothing is told of “part-spot”: a line part: is missing\n"
    SQUARES_TXT ":9: the drawing has no element “part-stain”\n" },
  { "part/no-line", SQUARES_SVG, "class=\"tumor\"", "class=\"tumor\"/><rect id=\"part-more\" class=\"fat\"",
    SQUARES_SVG ":10: nothing is told of “part-more”: a line part: is missing\n" },
  { "part/unknown-article", SQUARES_TXT, "article/beta", "article/omega",
    SQUARES_TXT ":9: there is no article “omega”\n" },
  { "part/unknown-anchor", SQUARES_TXT, "#a-heading", "#nowhere",
    SQUARES_TXT ":8: the article “alpha” has no heading or table with the anchor “nowhere”\n" },
  { "part/link-elsewhere", SQUARES_TXT, "health-center:article/beta", "https://one.example/",
    SQUARES_TXT ":9: “https://one.example/” is not of the form health-center:article/ID#anchor\n" },

  /* In an article */
  { "article/unknown-picture", "content/articles/alpha.md", "with a citation.[^two]\n",
    "with a citation.[^two]\n\n![Nothing.](health-center:picture/nothing)\n",
    "content/articles/alpha.md:20: there is no picture “nothing”\n" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *self = user_data;
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *text = NULL, *errors = NULL;
  g_autoptr (GString) changed = NULL;
  char *last;

  pictures_add (fixture);
  text = compiler_fixture_read (fixture, self->file, NULL);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, self->find, self->replace, 1), ==, 1);
  compiler_fixture_write (fixture, self->file, changed->str, -1);

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));

  /* The last line says how many there are. */
  last = g_strrstr_len (errors, (gssize) strlen (errors) - 1, "\n");
  g_assert_nonnull (last);
  last[1] = '\0';
  g_assert_cmpstr (errors, ==, self->expected);
}

static void
assert_faults (CompilerFixture *fixture,
               const char      *expected)
{
  g_autofree char *errors = NULL;

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_cmpstr (errors, ==, expected);
}

static void
test_missing_files (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  pictures_add (fixture);
  compiler_fixture_remove (fixture, CIRCLE_TXT);
  assert_faults (fixture, CIRCLE_TXT ":1: the file cannot be read: Failed to open file “" CIRCLE_TXT "”: "
                          "No such file or directory\n1 fault\n");

  pictures_add (fixture);
  compiler_fixture_remove (fixture, CIRCLE_SVG);
  assert_faults (fixture, CIRCLE_SVG ":1: the file cannot be read: Failed to open file “" CIRCLE_SVG "”: "
                          "No such file or directory\n1 fault\n");

  pictures_add (fixture);
  compiler_fixture_remove (fixture, PICTURES);
  assert_faults (fixture,
                 CIRCLE_SVG ":1: the picture is not in pictures.txt\n"
                 CIRCLE_TXT ":1: the picture is not in pictures.txt\n"
                 PICTURES ":1: the file cannot be read: Failed to open file “" PICTURES "”: "
                 "No such file or directory\n"
                 SQUARES_SVG ":1: the picture is not in pictures.txt\n"
                 SQUARES_TXT ":1: the picture is not in pictures.txt\n"
                 "illustrations/stripe.svg:1: the picture is not in pictures.txt\n"
                 STRIPE_TXT ":1: the picture is not in pictures.txt\n"
                 "7 faults\n");
}

static void
assert_query (CompilerFixture *fixture,
              const char      *sql,
              const char      *expected)
{
  g_autofree char *rows = compiler_fixture_query (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_library (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL, *depfile = NULL, *svg = NULL;

  pictures_add (fixture);
  compiler_fixture_run (fixture, NULL, &errors, "--depfile", "library.d", NULL);
  g_assert_cmpstr (errors, ==, "");

  assert_query (fixture, "SELECT position, id, title, checked, width, height, article FROM picture ORDER BY position",
                "0|squares|Two Squares|2026-11-20|800|600|alpha\n"
                "1|stripe|A Stripe|2026-11-20|800|480|\n"
                "2|circle|A Circle|2026-11-20|800|480|\n");
  assert_query (fixture, "SELECT caption, alternative FROM picture WHERE id = 'squares'",
                "Squares & a circle.|On the left there is a square. On the right there is another square of the "
                "same size, with a spot.\n");
  assert_query (fixture, "SELECT picture, position, name, title, text, link FROM picture_part ORDER BY position",
                "squares|0|left|Left Square|The square on the left.|health-center:article/alpha#a-heading\n"
                "squares|1|spot|Spot|A spot on the other square.|health-center:article/beta\n"
                "squares|2|right|Right Square|The square on the right.|\n");
  assert_query (fixture, "SELECT owner, number, title, url, published, state FROM source WHERE owner LIKE 'picture/s%' "
                         "ORDER BY owner, number",
                "picture/squares|1|Title One|https://one.example/|2021|read\n"
                "picture/squares|2|Title Two|https://two.example/||copy\n"
                "picture/stripe|1|Title One|https://one.example/|2021|read\n");

  svg = compiler_fixture_query (fixture, "SELECT svg FROM picture WHERE id = 'squares'");
  g_assert_cmpstr (svg, ==, SQUARES_DRAWING "\n");

  /* A changed, a new and a removed picture make the library anew. */
  depfile = compiler_fixture_read (fixture, "library.d", NULL);
  g_assert_nonnull (strstr (depfile, " illustrations "));
  g_assert_nonnull (strstr (depfile, " " PICTURES));
  g_assert_nonnull (strstr (depfile, " " SQUARES_SVG));
  g_assert_nonnull (strstr (depfile, " " SQUARES_TXT));
}

/* Without the folder nothing is known of pictures, and articles may name them. */
static void
test_no_folder (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER ALPHA_TEXT "\n![A figure.](health-center:picture/colon)\n", -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_query (fixture, "SELECT count(*) FROM picture", "0\n");
  assert_query (fixture, "SELECT count(*) FROM block WHERE kind = 'figure'", "0\n");
}

/* What is shipped: enough pictures, each with a source, and those that can be explored with parts. */
static void
test_shipped (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL, *count = NULL;

  compiler_fixture_run (fixture, NULL, &errors, "--content", CONTENT_FOLDER,
                        "--illustrations", ILLUSTRATIONS_FOLDER, NULL);
  g_assert_cmpstr (errors, ==, "");

  count = compiler_fixture_query (fixture, "SELECT count(*) FROM picture");
  g_assert_cmpint (atoi (count), >=, 12);

  assert_query (fixture, "SELECT count(*) >= 6 FROM picture_part WHERE picture = 'colon-parts'", "1\n");
  assert_query (fixture, "SELECT count(*) >= 4 FROM picture_part WHERE picture = 'bowel-wall-layers'", "1\n");
  assert_query (fixture, "SELECT id FROM picture WHERE NOT EXISTS "
                         "(SELECT * FROM source WHERE owner = 'picture/' || picture.id)", "");
  assert_query (fixture, "SELECT title FROM picture GROUP BY title HAVING count(*) > 1", "");
  assert_query (fixture, "PRAGMA foreign_key_check", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compiler/pictures/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/compiler/pictures/missing-files", test_missing_files);
  g_test_add_func ("/compiler/pictures/library", test_library);
  g_test_add_func ("/compiler/pictures/no-folder", test_no_folder);
  g_test_add_func ("/compiler/pictures/shipped", test_shipped);

  return g_test_run ();
}
