/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

#include <string.h>

/* Tables that are not those of the Pillbox, or have rows that do not fit: what does not fit is told of, a line for
 * each row, and the rows around it are imported. What a row is follows from RFC 4180. */

#define ID(number) "00000000-0000-0000-0000-00000000000" number
#define COLUMNS "setid,splsize,splshape,splimprint,splcolor,medicine_name"
#define HEADER COLUMNS "\n"
#define ROW(number) ID (number) ",10,C48348,P " number ",C48325,Plumbol " number "\n"

typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;   /* -1: it is text */
  const char *problems; /* without the name of the file */
  const char *names;    /* of the labels in it */
} Table;

#define BINARY(text) text, sizeof text - 1

static const Table tables[] = {
  { "good", HEADER ROW ("2") ROW ("3"), -1, "", "Plumbol 2, Plumbol 3" },
  { "only-header", HEADER, -1, "", "" },
  { "no-end-of-line", HEADER ID ("2") ",10,C48348,P 2,C48325,Plumbol 2", -1, "", "Plumbol 2" },
  { "carriage-returns", COLUMNS "\r\n" ID ("2") ",10,C48348,P 2,C48325,Plumbol 2\r\n"
    ID ("3") ",10,C48348,P 3,C48325,\"Plumbol 3\"\r\n", -1, "", "Plumbol 2, Plumbol 3" },
  { "byte-order-mark", "\xef\xbb\xbf" HEADER ROW ("2"), -1, "", "Plumbol 2" },
  { "byte-order-mark-and-quotation-mark", "\xef\xbb\xbf\"setid\",splsize,splshape,splimprint,splcolor,medicine_name\n"
    ROW ("2"), -1, "", "Plumbol 2" },
  { "only-byte-order-mark", "\xef\xbb\xbf", -1, "wrong-header", "" },
  { "large-letters-and-blanks", "SETID, SplSize ,SPLSHAPE,SPLIMPRINT,SPLCOLOR,MEDICINE_NAME\n" ROW ("2"), -1, "",
    "Plumbol 2" },
  { "other-order-and-more-columns", "x,medicine_name,splcolor,splimprint,splshape,splsize,y,setid\n"
    "1,Plumbol 2,C48325,P 2,C48348,10,2," ID ("2") "\n", -1, "", "Plumbol 2" },
  { "column-twice", COLUMNS ",rxtty,rxtty\n" ID ("2") ",10,C48348,P 2,C48325,Plumbol 2,a,b\n", -1, "", "Plumbol 2" },
  { "wanted-column-twice", COLUMNS ",medicine_name\n" ID ("2") ",10,C48348,P 2,C48325,Plumbol 2,Other\n", -1, "",
    "Plumbol 2" },
  { "quoted", HEADER "\"" ID ("2") "\",\"10\",\"C48348\",\"P, 2\",C48325,\"Plumbol \"\"2\"\"\nforte\"\n" ROW ("3"), -1,
    "", "Plumbol \"2\"\nforte, Plumbol 3" },
  { "empty-lines", HEADER "\n\r\n" ROW ("2") "\n\n" ROW ("3") "\n", -1, "", "Plumbol 2, Plumbol 3" },
  { "one-label", HEADER ROW ("2") ROW ("2") ROW ("2"), -1, "", "Plumbol 2" },
  { "label-again-later", HEADER ROW ("2") ROW ("3") ROW ("2"), -1, "", "Plumbol 2, Plumbol 3" },

  { "wrong-header/other", "a,b,c\n1,2,3\n", -1, "wrong-header", "" },
  { "wrong-header/one-column-missing", "setid,splsize,splshape,splimprint,splcolor\n" ROW ("2"), -1,
    "wrong-header", "" },
  { "wrong-header/none", ROW ("2") ROW ("3"), -1, "wrong-header", "" },
  { "wrong-header/quotation-mark", "set\"id,splsize,splshape,splimprint,splcolor,medicine_name\n" ROW ("2"), -1,
    "wrong-header", "" },
  { "wrong-header/quotation-mark-without-end", "\"setid,splsize,splshape,splimprint,splcolor,medicine_name\n" ROW ("2"),
    -1, "wrong-header", "" },
  { "wrong-header/not-utf8", "setid,splsize,splshape,splimprint,splcolor,medicine_name,\xff\n" ROW ("2"), -1,
    "wrong-header", "" },
  { "wrong-header/utf-16", BINARY ("\xff\xfes\0e\0t\0i\0d\0,\0\n\0"), "wrong-header", "" },
  { "wrong-header/semicolons", "setid;splsize;splshape;splimprint;splcolor;medicine_name\n", -1, "wrong-header", "" },
  { "wrong-header/json", "[{\"setid\": \"1\"}]\n", -1, "wrong-header", "" },
  { "wrong-header/empty-lines", "\n\n\r\n", -1, "wrong-header", "" },

  { "too-short", HEADER ROW ("2") ID ("5") ",10\n" ROW ("3"), -1, "wrong-row", "Plumbol 2, Plumbol 3" },
  { "too-long", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,Plumbol 5,more\n" ROW ("3"), -1, "wrong-row",
    "Plumbol 2, Plumbol 3" },
  { "two-faults", HEADER "1,2\n" ROW ("2") "3,4\n", -1, "wrong-row\nwrong-row", "Plumbol 2" },
  { "stray-quotation-mark/in-field", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,Plum\"bol\n" ROW ("3"), -1,
    "wrong-row", "Plumbol 2, Plumbol 3" },
  { "stray-quotation-mark/two-in-field", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,Plum\"b\"ol\n" ROW ("3"), -1,
    "wrong-row", "Plumbol 2, Plumbol 3" },
  { "stray-quotation-mark/behind-field", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,\"Plum\"bol\n" ROW ("3"), -1,
    "wrong-row", "Plumbol 2, Plumbol 3" },
  { "quotation-mark-without-end", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,\"Plumbol 5\n" ROW ("3") ROW ("4"), -1,
    "wrong-row", "Plumbol 2, Plumbol 3, Plumbol 4" },
  { "zero-byte/in-row", BINARY (HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,Plum\0bol\n" ROW ("3")), "not-utf8",
    "Plumbol 2, Plumbol 3" },
  { "zero-byte/only", BINARY ("\0\0\0\0"), "wrong-header", "" },
  { "not-utf8/latin", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,Caf\xe9\n" ROW ("3"), -1, "not-utf8",
    "Plumbol 2, Plumbol 3" },
  { "not-utf8/cut-off", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,Caf\xc3", -1, "not-utf8", "Plumbol 2" },
  { "not-utf8/surrogate", HEADER ID ("5") ",10,C48348,P,C48325,\xed\xa0\x80\n" ROW ("3"), -1, "not-utf8", "Plumbol 3" },
  { "unnamed/no-set-id", HEADER ROW ("2") ",10,C48348,P,C48325,Plumbol 5\n" ROW ("3"), -1, "incomplete",
    "Plumbol 2, Plumbol 3" },
  { "unnamed/no-medicine", HEADER ROW ("2") ID ("5") ",10,C48348,P,C48325,\n" ROW ("3"), -1, "incomplete",
    "Plumbol 2, Plumbol 3" },
  { "unnamed/path", HEADER "../5,10,C48348,P,C48325,Plumbol 5\n" ROW ("3"), -1, "incomplete", "Plumbol 3" },
  { "unnamed/several", HEADER ",,,,,\n,,,,,\n" ROW ("2") ",,,,,x\n", -1, "incomplete", "Plumbol 2" },
  { "numbers/none", HEADER ID ("2") ",large,C1,P,C2,Plumbol 2\n", -1, "", "Plumbol 2" },
  { "numbers/huge", HEADER ID ("2") ",1e308,C48348,P,C48325,Plumbol 2\n" ID ("3") ",nan,C48348,P,C48325,Plumbol 3\n"
    ID ("4") ",-inf,C48348,P,C48325,Plumbol 4\n", -1, "", "Plumbol 2, Plumbol 3, Plumbol 4" },
};

static void
test_table (BadFixture    *fixture,
            gconstpointer  data)
{
  const Table *table = data;
  g_autoptr (GString) problems = g_string_new (table->problems);
  g_autofree char *names = g_strconcat ("Plumbol 1, ", table->names, *table->names != '\0' ? ", " : "", "Plumbol 9",
                                        NULL);

  g_string_replace (problems, "\n", "\nbad.csv: ", 0);
  if (problems->len > 0)
    g_string_prepend (problems, "bad.csv: ");

  bad_fixture_write (fixture, "bad.csv", table->bytes, table->length);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, problems->str);
  bad_fixture_assert_names (fixture, names);

  /* All of it once more changes nothing. */
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, problems->str);
  bad_fixture_assert_names (fixture, names);
  g_assert_cmpuint (fixture->report->n_added + fixture->report->n_updated, ==, 0);
}

/* The lines that are told of are those of the file, empty ones and those within quotation marks among them. */
static void
test_line_numbers (BadFixture    *fixture,
                   gconstpointer  data)
{
  static const char *const lines[] = { "Line 4: ", "Line 7: ", "Line 8: " };

  bad_fixture_write (fixture, "bad.csv", HEADER "\n" ROW ("2") "too short\n" ID ("3") ",1,2,3,4,\"Plum\nbol\"\n"
                     "x\"\n1,2,3,4,5,6,7\n", -1);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "bad.csv: wrong-row\nbad.csv: wrong-row\nbad.csv: wrong-row");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *detail = hc_import_problem_get_detail (g_ptr_array_index (fixture->report->problems, i));

      g_assert_true (g_str_has_prefix (detail, lines[i]));
    }
}

/* Far more than is read at once: a quotation mark that never ends, and a row that never does. */
static void
test_endless (BadFixture    *fixture,
              gconstpointer  data)
{
  g_autofree char *line = g_strnfill (1000, 'x');
  g_autofree char *endless = g_strnfill (2000 * 1000, 'x');
  g_autoptr (GString) text = g_string_new (HEADER ROW ("2") ID ("5") ",1,2,3,4,\"Plumbol 5\n");

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (text, ID ("3") ",1,%s,3,4,Plumbol 3\n", line);
  bad_fixture_write (fixture, "bad.csv", text->str, (gssize) text->len);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "bad.csv: wrong-row");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");

  g_string_printf (text, HEADER ROW ("2") ID ("5") ",1,2,3,4,%s\n" ROW ("4"), endless);
  bad_fixture_write (fixture, "bad.csv", text->str, (gssize) text->len);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "bad.csv: wrong-row");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 4, Plumbol 9");
}

/* Rows of one label without an end would fill the memory. */
static void
test_many_rows (BadFixture    *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *n_products = NULL;

  for (guint i = 0; i < 1003; i++)
    g_string_append (text, ROW ("2"));
  g_string_append (text, ROW ("3"));
  bad_fixture_write (fixture, "bad.csv", text->str, (gssize) text->len);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "bad.csv: too-large\nbad.csv: too-large\nbad.csv: too-large");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");
  n_products = fixture_query (fixture->database, "SELECT count (*) FROM label_product");
  g_assert_cmpstr (n_products, ==, "1003"); /* with the good ones */
}

/* Many lines with nothing in them: the rest of the file must not be moved for each. */
static void
test_many_lines (BadFixture    *fixture,
                 gconstpointer  data)
{
  g_autofree char *lines = g_strnfill (20 * 1000 * 1000, '\n');
  g_autoptr (GString) text = g_string_new (HEADER);

  g_string_append (text, lines);
  g_string_append (text, ROW ("2"));
  bad_fixture_write (fixture, "bad.csv", text->str, (gssize) text->len);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 9");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-pillbox/", tables[i].name, NULL);

      g_test_add (path, BadFixture, &tables[i], bad_fixture_set_up, test_table, bad_fixture_tear_down);
    }

  g_test_add ("/bad-pillbox/line-numbers", BadFixture, NULL, bad_fixture_set_up, test_line_numbers,
              bad_fixture_tear_down);
  g_test_add ("/bad-pillbox/endless", BadFixture, NULL, bad_fixture_set_up, test_endless, bad_fixture_tear_down);
  g_test_add ("/bad-pillbox/many-rows", BadFixture, NULL, bad_fixture_set_up, test_many_rows, bad_fixture_tear_down);
  g_test_add ("/bad-pillbox/many-lines", BadFixture, NULL, bad_fixture_set_up, test_many_lines, bad_fixture_tear_down);

  return g_test_run ();
}
