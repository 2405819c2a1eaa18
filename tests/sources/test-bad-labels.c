/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

#include <string.h>

/* Documents that are no labels, or that mean no good: each is told of in one line, and the labels beside it are
 * imported. The codes follow from what HcLabelError says, XML 1.0 and RFC 3629. */

typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length; /* -1: it is text */
  const char *code;
} BadDocument;

#define BINARY(text) text, sizeof text - 1
#define SECTION(text) "<component><structuredBody><component><section><text>" text \
  "</text></section></component></structuredBody></component>\n"
#define WITH(text) LABEL_BEGIN ("5") LABEL_PRODUCT ("5") SECTION (text) LABEL_CLOSE
#define WITH_TYPE(type, text) LABEL_DECLARATION type LABEL_OPEN LABEL_KIND LABEL_IDS ("5") LABEL_PRODUCT ("5") \
  SECTION (text) LABEL_CLOSE

static const BadDocument bad_documents[] = {
  { "empty", "", -1, "not-well-formed" },
  { "cut-off/in-declaration", "<?xml version=\"1.", -1, "not-well-formed" },
  { "cut-off/in-element", LABEL_BEGIN ("5") LABEL_PRODUCT ("5") "<comp", -1, "not-well-formed" },
  { "cut-off/before-end", LABEL_BEGIN ("5") LABEL_PRODUCT ("5"), -1, "not-well-formed" },
  { "not-well-formed/tags", WITH ("<a><b></a></b>"), -1, "not-well-formed" },
  { "not-well-formed/ampersand", WITH ("R & D"), -1, "not-well-formed" },
  { "not-well-formed/quotation-marks", WITH ("<a b=c/>"), -1, "not-well-formed" },
  { "not-well-formed/attribute-twice", WITH ("<a b='1' b='2'/>"), -1, "not-well-formed" },
  { "not-well-formed/two-roots", LABEL ("5") "<document/>", -1, "not-well-formed" },
  { "not-well-formed/entity", WITH ("&nbsp;"), -1, "not-well-formed" },
  { "zero-byte/in-text", BINARY (WITH ("a\0b")), "not-utf8" },
  { "not-utf8/byte", WITH ("\xff"), -1, "not-utf8" },
  { "not-utf8/latin", WITH ("caf\xe9 au lait"), -1, "not-utf8" },
  { "not-utf8/overlong", WITH ("\xc0\xaf"), -1, "not-utf8" },
  { "not-utf8/surrogate", WITH ("\xed\xa0\x80"), -1, "not-utf8" },
  { "not-utf8/too-high", WITH ("\xf4\x90\x80\x80"), -1, "not-utf8" },
  { "not-utf8/in-attribute", WITH ("<a b='\xe9'/>"), -1, "not-utf8" },
  { "not-utf8/control-character", WITH ("\x01"), -1, "not-utf8" },
  { "not-utf8/reference-to-zero", WITH ("&#0;"), -1, "not-utf8" },
  { "not-utf8/in-name", WITH ("<a\xe9/>"), -1, "not-utf8" },
  { "encoding/latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" LABEL_OPEN LABEL_KIND LABEL_IDS ("5")
    LABEL_PRODUCT ("5") SECTION ("caf\xe9") LABEL_CLOSE, -1, "not-utf8" },
  { "encoding/unknown", "<?xml version=\"1.0\" encoding=\"X-NONE\"?>" LABEL_OPEN LABEL_CLOSE, -1, "not-utf8" },
  { "type/billion-laughs", WITH_TYPE (
    "<!DOCTYPE document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
    "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">"
    "<!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\"><!ENTITY j \"&i;&i;&i;&i;&i;&i;&i;&i;&i;&i;\">]>", "&j;"),
    -1, "has-declarations" },
  { "type/one-long-entity", WITH_TYPE ("<!DOCTYPE document [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">]>",
    "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"), -1, "has-declarations" },
  { "type/not-used", WITH_TYPE ("<!DOCTYPE document>", "text"), -1, "has-declarations" },
  { "type/default-attribute", WITH_TYPE ("<!DOCTYPE document [<!ATTLIST setId root CDATA \"x\">]>", ""),
    -1, "has-declarations" },
  { "type/network", WITH_TYPE ("<!DOCTYPE document SYSTEM \"http://127.0.0.1:9/spl.dtd\">", "&a;"),
    -1, "has-declarations" },
  { "not-a-label/other-root", LABEL_DECLARATION "<spls xmlns=\"urn:hl7-org:v3\"/>", -1, "not-a-label" },
  { "not-a-label/other-namespace", LABEL_DECLARATION "<document xmlns=\"urn:hl7-org:v4\"/>", -1, "not-a-label" },
  { "not-a-label/no-namespace", LABEL_DECLARATION "<document/>", -1, "not-a-label" },
  { "not-a-label/html", "<html><body><p>Not found<br></body></html>", -1, "not-a-label" },
  { "index", LABEL_DECLARATION LABEL_OPEN "<code code=\"60685-5\"/>" LABEL_IDS ("5") LABEL_PRODUCT ("5") LABEL_CLOSE,
    -1, "index" },
  { "incomplete/no-set-id", LABEL_DECLARATION LABEL_OPEN LABEL_KIND LABEL_PRODUCT ("5") LABEL_CLOSE, -1, "incomplete" },
  { "incomplete/empty-set-id", LABEL_DECLARATION LABEL_OPEN LABEL_KIND "<setId root=\"\"/>" LABEL_PRODUCT ("5")
    LABEL_CLOSE, -1, "incomplete" },
  { "incomplete/path-as-set-id", LABEL_DECLARATION LABEL_OPEN LABEL_KIND "<setId root=\"../5\"/>" LABEL_PRODUCT ("5")
    LABEL_CLOSE, -1, "incomplete" },
  { "incomplete/long-set-id", LABEL_DECLARATION LABEL_OPEN LABEL_KIND
    "<setId root=\"01234567890123456789012345678901234567890123456789012345678901234\"/>" LABEL_PRODUCT ("5")
    LABEL_CLOSE, -1, "incomplete" },
  { "incomplete/no-product", LABEL_BEGIN ("5") SECTION ("text") LABEL_CLOSE, -1, "incomplete" },
  { "incomplete/product-without-name", LABEL_BEGIN ("5") "<component><structuredBody><component><section><subject>"
    "<manufacturedProduct><manufacturedProduct><code code=\"0000-0005\"/></manufacturedProduct></manufacturedProduct>"
    "</subject></section></component></structuredBody></component>" LABEL_CLOSE, -1, "incomplete" },
  { "incomplete/nothing-in-it", LABEL_DECLARATION LABEL_OPEN LABEL_CLOSE, -1, "incomplete" },
};

static void
assert_told (BadFixture *fixture,
             const char *code)
{
  g_autofree char *line = g_strconcat ("bad.xml: ", code, NULL);

  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, line);
  g_assert_cmpuint (fixture->report->n_added + fixture->report->n_unchanged, ==, 2);
  g_assert_cmpuint (fixture->report->n_updated, ==, 0);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

static void
test_document (BadFixture    *fixture,
               gconstpointer  data)
{
  const BadDocument *document = data;

  bad_fixture_write (fixture, "bad.xml", document->bytes, document->length);
  assert_told (fixture, document->code);
  g_assert_cmpuint (fixture->report->n_added, ==, 2);

  /* The good ones are there already then, and the bad one is no better. */
  assert_told (fixture, document->code);
  g_assert_cmpuint (fixture->report->n_unchanged, ==, 2);
}

/* Each of the bad ones but for what is wrong with it. */
static void
test_good (BadFixture    *fixture,
           gconstpointer  data)
{
  bad_fixture_write (fixture, "b.xml", LABEL ("2"), -1);
  bad_fixture_write (fixture, "c.xml", "\xef\xbb\xbf" LABEL ("3"), -1);
  bad_fixture_write (fixture, "d.xml", LABEL_OPEN LABEL_KIND LABEL_IDS ("4") LABEL_PRODUCT ("4") LABEL_CLOSE, -1);
  bad_fixture_write (fixture, "e.xml", WITH ("caf\xc3\xa9 &amp; &#169; <![CDATA[<&>]]><!-- comment --><?pi?>"), -1);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 4, Plumbol 5, Plumbol 9");
}

/* UTF-16 is a good encoding, but no label has it; a file that has a declaration as well as one that has none, and
 * one without a byte order mark. */
static void
test_utf16 (BadFixture    *fixture,
            gconstpointer  data)
{
  static const char *const texts[] = {
    LABEL_OPEN LABEL_KIND LABEL_IDS ("5") LABEL_PRODUCT ("5") LABEL_CLOSE,
    "<?xml version=\"1.0\"?>" LABEL_OPEN LABEL_KIND LABEL_IDS ("5") LABEL_PRODUCT ("5") LABEL_CLOSE,
    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" LABEL_OPEN LABEL_KIND LABEL_IDS ("5") LABEL_PRODUCT ("5") LABEL_CLOSE,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" LABEL_OPEN LABEL_KIND LABEL_IDS ("5") LABEL_PRODUCT ("5") LABEL_CLOSE,
  };
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
      for (guint mark = 0; mark < 2; mark++)
        {
          g_autofree char *text = g_strconcat (mark > 0 ? "\xef\xbb\xbf" : "", texts[i], NULL);
          g_autofree char *bytes = NULL;
          g_autoptr (GError) error = NULL;
          gsize length;

          bytes = g_convert (text, -1, encodings[j], "UTF-8", NULL, &length, &error);
          g_assert_no_error (error);
          g_test_message ("%s, mark %u, text %u", encodings[j], mark, i);
          bad_fixture_write (fixture, "bad.xml", bytes, (gssize) length);
          bad_fixture_import_folder (fixture);
          bad_fixture_assert_problems (fixture, "bad.xml: not-utf8");
        }

  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

static void
assert_nowhere (const char *path,
                const char *secret)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (g_file_get_contents (path, &bytes, &length, NULL))
    g_assert_null (g_strstr_len (bytes, (gssize) length, secret));
}

/* What stands in another file of this computer must not come into a label. */
static void
test_external (BadFixture    *fixture,
               gconstpointer  data)
{
  static const char *const types[] = {
    "<!DOCTYPE document [<!ENTITY a SYSTEM \"%s\">]>",
    "<!DOCTYPE document [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>",
    "<!DOCTYPE document SYSTEM \"%s\">",
  };
  g_autofree char *secret = g_build_filename (fixture->elsewhere, "secret", NULL);
  g_autofree char *uri = g_filename_to_uri (secret, NULL, NULL);
  g_autofree char *wal = g_strconcat (fixture->database, "-wal", NULL);

  fixture_write_file (fixture->elsewhere, "secret", "<!ENTITY a 'Xyzzyplugh'>", -1);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < 2; j++)
      {
        g_auto (GStrv) parts = g_strsplit (types[i], "%s", 2);
        g_autofree char *type = g_strconcat (parts[0], j == 0 ? uri : secret, parts[1], NULL);
        g_autofree char *document = NULL;
        HcImportProblem *problem;

        g_strdelimit (type, "\n", ' ');
        document = g_strconcat (LABEL_DECLARATION, type, LABEL_OPEN LABEL_KIND LABEL_IDS ("5") LABEL_PRODUCT ("5")
                                SECTION ("&a;") LABEL_CLOSE, NULL);
        bad_fixture_write (fixture, "bad.xml", document, -1);
        bad_fixture_import_folder (fixture);
        bad_fixture_assert_problems (fixture, "bad.xml: has-declarations");

        problem = g_ptr_array_index (fixture->report->problems, 0);
        g_assert_null (strstr (hc_import_problem_get_detail (problem), "Xyzzyplugh"));
        assert_nowhere (fixture->database, "Xyzzyplugh");
        assert_nowhere (wal, "Xyzzyplugh");
      }

  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* Writes a document with something in its middle so many times. */
static void
write_repeated (BadFixture *fixture,
                const char *before,
                const char *repeated,
                guint       n_times,
                const char *after)
{
  GString *text = g_string_new (before);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < n_times; i++)
    g_string_append_printf (text, "%s", repeated);

  g_string_append (text, after);
  length = text->len;
  bytes = g_string_free_and_steal (text);
  bad_fixture_write (fixture, "bad.xml", bytes, (gssize) length);
}

static void
test_deep (BadFixture    *fixture,
           gconstpointer  data)
{
  write_repeated (fixture, LABEL_BEGIN ("5") LABEL_PRODUCT ("5"), "<component><section>", 100, "");
  assert_told (fixture, "too-deep");

  /* As deep as real labels and somewhat more is good. */
  write_repeated (fixture, LABEL_BEGIN ("5") LABEL_PRODUCT ("5"), "<component>", 60, "");
  assert_told (fixture, "not-well-formed");
}

/* Long texts are no tags: all of it is imported. */
static void
test_long_text (BadFixture    *fixture,
                gconstpointer  data)
{
  g_autofree char *length = NULL;

  write_repeated (fixture, LABEL_BEGIN ("5") LABEL_PRODUCT ("5")
                  "<component><structuredBody><component><section><text><paragraph>", "milk\n", 400 * 1000,
                  "</paragraph></text></section></component></structuredBody></component>" LABEL_CLOSE);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");

  write_repeated (fixture, LABEL_BEGIN ("6") LABEL_PRODUCT ("6")
                  "<component><structuredBody><component><section><text><![CDATA[", "x", 100 * 1000,
                  "]]></text></section></component></structuredBody></component>" LABEL_CLOSE);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");

  /* A letter says what a line is, and the words have one blank between them. */
  length = fixture_query (fixture->database, "SELECT length (text) FROM label_section WHERE text <> '' "
                          "ORDER BY label");
  g_assert_cmpstr (length, ==, "2000000\n100001");
}

/* Larger than 64 MiB: of text, of elements, of a comment. */
static void
test_large (BadFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *paragraph = g_strnfill (1024 * 1024, 'x');

  write_repeated (fixture, LABEL_BEGIN ("5") LABEL_PRODUCT ("5") "<x>", paragraph, 65, "</x>" LABEL_CLOSE);
  assert_told (fixture, "too-large");

  memset (paragraph, ' ', 1024 * 1024);
  write_repeated (fixture, LABEL_DECLARATION, paragraph, 65, LABEL ("5"));
  assert_told (fixture, "too-large");
}

/* One tag or comment of many megabytes: the parser would compare each attribute with each other one. */
static void
test_long_tag (BadFixture    *fixture,
               gconstpointer  data)
{
  GString *text = g_string_new (LABEL_BEGIN ("5") LABEL_PRODUCT ("5") "<x");
  g_autofree char *bytes = NULL;

  for (guint i = 0; i < 400 * 1000; i++)
    g_string_append_printf (text, " a%u='>'", i);
  g_string_append (text, "/>" LABEL_CLOSE);
  bytes = g_string_free_and_steal (text);
  bad_fixture_write (fixture, "bad.xml", bytes, -1);
  assert_told (fixture, "too-large");

  write_repeated (fixture, LABEL_BEGIN ("5") LABEL_PRODUCT ("5") "<!--", "comment ", 400 * 1000, "-->" LABEL_CLOSE);
  assert_told (fixture, "too-large");
}

/* Small elements of which each becomes something in memory. */
static void
test_many_elements (BadFixture    *fixture,
                    gconstpointer  data)
{
  static const char *const elements[] = { "<part/>", "<section/>", "<part><ingredient/></part>" };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      write_repeated (fixture, LABEL_BEGIN ("5") LABEL_PRODUCT ("5"), elements[i], 1200 * 1000, LABEL_CLOSE);
      assert_told (fixture, "too-large");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_documents); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-labels/", bad_documents[i].name, NULL);

      g_test_add (path, BadFixture, &bad_documents[i], bad_fixture_set_up, test_document, bad_fixture_tear_down);
    }

  g_test_add ("/bad-labels/good", BadFixture, NULL, bad_fixture_set_up, test_good, bad_fixture_tear_down);
  g_test_add ("/bad-labels/utf-16", BadFixture, NULL, bad_fixture_set_up, test_utf16, bad_fixture_tear_down);
  g_test_add ("/bad-labels/external", BadFixture, NULL, bad_fixture_set_up, test_external, bad_fixture_tear_down);
  g_test_add ("/bad-labels/deep", BadFixture, NULL, bad_fixture_set_up, test_deep, bad_fixture_tear_down);
  g_test_add ("/bad-labels/long-text", BadFixture, NULL, bad_fixture_set_up, test_long_text, bad_fixture_tear_down);
  g_test_add ("/bad-labels/large", BadFixture, NULL, bad_fixture_set_up, test_large, bad_fixture_tear_down);
  g_test_add ("/bad-labels/long-tag", BadFixture, NULL, bad_fixture_set_up, test_long_tag, bad_fixture_tear_down);
  g_test_add ("/bad-labels/many-elements", BadFixture, NULL, bad_fixture_set_up, test_many_elements,
              bad_fixture_tear_down);

  return g_test_run ();
}
