/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

/* What must not be taken for something else: words within words, and one pill for another. */

#define HEADER "setid,splsize,splshape,splimprint,splcolor,medicine_name\n"
#define ID "00000000-0000-0000-0000-000000000002"

static void
assert_found (BadFixture *fixture,
              const char *table,
              const char *word,
              const char *names)
{
  g_autofree char *sql = g_strdup_printf ("SELECT group_concat (name, ', ') FROM label WHERE id IN "
                                          "(SELECT rowid FROM %s WHERE %s MATCH '%s')", table, table, word);
  g_autofree char *found = fixture_query (fixture->database, sql);

  g_assert_cmpstr (found, ==, names);
}

/* A name that is a part of another one is found by itself. */
static void
test_name_in_name (BadFixture    *fixture,
                   gconstpointer  data)
{
  bad_fixture_write (fixture, "b.xml", LABEL_BEGIN ("2") "<author><representedOrganization><name>RePlumbol 2</name>"
                     "</representedOrganization></author>" LABEL_PRODUCT ("2") LABEL_CLOSE, -1);
  bad_fixture_import_folder (fixture);
  assert_found (fixture, "label_names", "replumbol", "Plumbol 2");
  assert_found (fixture, "label_names", "plumbol", "Plumbol 1, Plumbol 2, Plumbol 9");

  bad_fixture_write (fixture, "b.csv", HEADER "3,,,,,RePlumb\n3,,,,,Plumb\n", -1);
  bad_fixture_import_folder (fixture);
  assert_found (fixture, "label_names", "plumb", "RePlumb");
}

/* The last word of what a label is for is all there, and a letter of two bytes that is cut is not. */
static void
test_last_word (BadFixture    *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (LABEL_BEGIN ("3") LABEL_PRODUCT ("3") "<component><section>"
                                           "<code code=\"34067-9\"/><text>");

  bad_fixture_write (fixture, "b.xml", LABEL_BEGIN ("2") LABEL_PRODUCT ("2") "<component><section>"
                     "<code code=\"34067-9\"/><text>for a cough</text></section></component>" LABEL_CLOSE, -1);
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "\xc3\xa9");
  g_string_append (text, "</text></section></component>" LABEL_CLOSE);
  bad_fixture_write (fixture, "c.xml", text->str, -1);

  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");
  assert_found (fixture, "label_uses", "cough", "Plumbol 2");
  assert_found (fixture, "label_uses", "plumbol", "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");
}

static void
assert_pills (BadFixture *fixture,
              const char *pills)
{
  g_autofree char *found =
    fixture_query (fixture->database, "SELECT name, ifnull (imprint, ''), shape, size FROM label_product "
                   "WHERE label = (SELECT id FROM label WHERE set_id = '" ID "') ORDER BY position");

  g_assert_cmpstr (found, ==, pills);
}

/* Pills of one label without codes of their own: none gets the imprint of another one, however often and in
 * whatever order they come. */
static void
test_pills_without_codes (BadFixture    *fixture,
                          gconstpointer  data)
{
  bad_fixture_write (fixture, "b.csv", HEADER ID ",,,,,Plumbol mite\n" ID ",10,C48348,P 20,,Plumbol\n", -1);
  bad_fixture_import_folder (fixture);
  assert_pills (fixture, "Plumbol mite|||0.0\nPlumbol|P 20|round|10.0");

  bad_fixture_import_folder (fixture);
  assert_pills (fixture, "Plumbol mite|||0.0\nPlumbol|P 20|round|10.0");
  g_assert_cmpuint (fixture->report->n_updated, ==, 0);

  bad_fixture_write (fixture, "b.csv", HEADER ID ",,,,,Plumbol\n" ID ",5,,,,Plumbol mite\n", -1);
  bad_fixture_import_folder (fixture);
  assert_pills (fixture, "Plumbol mite|||5.0\nPlumbol|P 20|round|10.0");
  g_assert_cmpuint (fixture->report->n_updated, ==, 1);
}

/* The same name and no code: the first is the first, and the second the second. */
static void
test_pills_of_one_name (BadFixture    *fixture,
                        gconstpointer  data)
{
  bad_fixture_write (fixture, "b.csv", HEADER ID ",,,,,Plumbol\n" ID ",10,C48348,P 20,,Plumbol\n", -1);

  for (guint i = 0; i < 3; i++)
    {
      bad_fixture_import_folder (fixture);
      assert_pills (fixture, "Plumbol|||0.0\nPlumbol|P 20|round|10.0");
      g_assert_cmpuint (fixture->report->n_updated, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char  *name;
    void       (*func) (BadFixture *fixture, gconstpointer data);
  } tests[] = {
    { "name-in-name", test_name_in_name }, { "last-word", test_last_word },
    { "pills-without-codes", test_pills_without_codes }, { "pills-of-one-name", test_pills_of_one_name },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/label-mixups/", tests[i].name, NULL);

      g_test_add (path, BadFixture, NULL, bad_fixture_set_up, tests[i].func, bad_fixture_tear_down);
    }

  return g_test_run ();
}
