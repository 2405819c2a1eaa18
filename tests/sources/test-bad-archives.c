/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

#include <string.h>

#include "zip-maker.h"

/* Archives that are damaged, or that mean no good. What is good in them is imported all the same. */

#define MEBIBYTE (1024 * 1024)

#define COLUMNS "setid,splsize,splshape,splimprint,splcolor,medicine_name\n"

static void
write_zip (BadFixture      *fixture,
           const char      *name,
           const ZipMember *members,
           guint            n_members)
{
  g_autoptr (GBytes) bytes = zip_make (members, n_members);

  bad_fixture_write (fixture, name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* Imports a folder with an archive; the good labels 1 and 9 lie beside it. */
static void
assert_zip (BadFixture      *fixture,
            const ZipMember *members,
            guint            n_members,
            const char      *problems,
            const char      *names)
{
  write_zip (fixture, "bad.zip", members, n_members);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, problems);
  bad_fixture_assert_names (fixture, names);
}

static void
test_good (BadFixture    *fixture,
           gconstpointer  data)
{
  const ZipMember members[] = {
    { "folder/", "", 0 },
    { "folder/stored.xml", LABEL ("2"), -1 },
    { "folder/DEFLATED.XML", LABEL ("3"), -1, .deflated = TRUE },
    { "folder/picture.jpg", "picture", -1 },
    { "..almost.xml", LABEL ("4"), -1 },
  };

  assert_zip (fixture, members, G_N_ELEMENTS (members), "",
              "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 4, Plumbol 9");
}

static void
test_bad_member (BadFixture    *fixture,
                 gconstpointer  data)
{
  const ZipMember members[] = {
    { "b.xml", LABEL ("2"), -1 },
    { "empty.xml", "", 0 },
    { "half.xml", LABEL_BEGIN ("5"), -1, .deflated = TRUE },
    { "no-archive.zip", "PK nothing of the kind", -1 },
    { "table.csv", "setid,name\n", -1 },
    { "z.xml", LABEL ("3"), -1 },
  };

  assert_zip (fixture, members, G_N_ELEMENTS (members),
              "bad.zip: empty.xml: not-well-formed\nbad.zip: half.xml: not-well-formed\n"
              "bad.zip: no-archive.zip: damaged-archive\nbad.zip: table.csv: wrong-header",
              "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");
}

static void
test_nothing (BadFixture    *fixture,
              gconstpointer  data)
{
  const ZipMember members[] = { { "picture.jpg", "picture", -1 } };

  assert_zip (fixture, members, 1, "bad.zip: empty", "Plumbol 1, Plumbol 9");
}

static void
test_no_archive (BadFixture    *fixture,
                 gconstpointer  data)
{
  static const char *const texts[] = { "", "P", "PK", "PK\x03\x04", "PK\x05\x06", LABEL ("5") };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      bad_fixture_write (fixture, "bad.zip", texts[i], -1);
      bad_fixture_import_folder (fixture);
      bad_fixture_assert_problems (fixture, "bad.zip: damaged-archive");
    }

  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* An archive that ends too early has lost its directory, which is at its end. */
static void
test_cut_off (BadFixture    *fixture,
              gconstpointer  data)
{
  const ZipMember members[] = {
    { "b.xml", LABEL ("2"), -1, .deflated = TRUE }, { "c.xml", LABEL ("3"), -1, .deflated = TRUE }
  };
  g_autoptr (GBytes) bytes = zip_make (members, 2);
  gsize length = g_bytes_get_size (bytes);

  for (guint part = 1; part <= 16; part++)
    {
      gsize rest = part < 16 ? length * part / 16 : length - 1;

      bad_fixture_write (fixture, "bad.zip", g_bytes_get_data (bytes, NULL), (gssize) rest);
      bad_fixture_import_folder (fixture);
      bad_fixture_assert_problems (fixture, "bad.zip: damaged-archive");
    }

  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* A checksum or a size that is wrong: nothing of that file is trusted, and the next one is read. */
static void
test_wrong_sum (BadFixture    *fixture,
                gconstpointer  data)
{
  const ZipMember members[] = {
    { "b.xml", LABEL ("2"), -1 },
    { "sum.xml", LABEL ("5"), -1, .wrong_sum = TRUE },
    { "sum2.xml", LABEL ("6"), -1, .deflated = TRUE, .wrong_sum = TRUE },
    { "huge.xml", LABEL ("7"), -1, .deflated = TRUE, .claimed_size = 2000u * 1000 * 1000 },
    { "tiny.xml", LABEL ("8"), -1, .deflated = TRUE, .claimed_size = 10 },
    { "z.xml", LABEL ("3"), -1 },
  };

  assert_zip (fixture, members, G_N_ELEMENTS (members),
              "bad.zip: sum.xml: damaged-archive\nbad.zip: sum2.xml: damaged-archive\n"
              "bad.zip: huge.xml: damaged-archive\nbad.zip: tiny.xml: damaged-archive",
              "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");
}

static void
test_encrypted (BadFixture    *fixture,
                gconstpointer  data)
{
  const ZipMember members[] = {
    { "b.xml", LABEL ("2"), -1 },
    { "secret.xml", "twelve bytesand then something", -1, .flags = 1 },
    { "secret.jpg", "twelve bytesand then something", -1, .flags = 1 },
    { "z.xml", LABEL ("3"), -1 },
  };

  assert_zip (fixture, members, G_N_ELEMENTS (members), "bad.zip: secret.xml: encrypted",
              "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");
}

/* Names that lead out of the archive: told of, not read, and above all not written. A backslash in a name without
 * slashes is one for the library that reads archives. */
static void
test_unsafe_names (BadFixture    *fixture,
                   gconstpointer  data)
{
  g_autofree char *absolute = g_build_filename (fixture->elsewhere, "absolute.xml", NULL);
  const ZipMember members[] = {
    { "../up.xml", LABEL ("5"), -1 },
    { "in/../../up.xml", LABEL ("5"), -1 },
    { "..\\up.xml", LABEL ("5"), -1 },
    { "in/..\\..\\up.xml", LABEL ("5"), -1 },
    { "in/..", LABEL ("5"), -1 },
    { absolute, LABEL ("5"), -1 },
    { "\\absolute.xml", LABEL ("5"), -1 },
    { "../up.csv", LABEL ("5"), -1 },
    { "../up.zip", LABEL ("5"), -1 },
    { "z.xml", LABEL ("3"), -1 },
  };
  g_autofree char *problems =
    g_strconcat ("bad.zip: ../up.xml: unsafe-name\nbad.zip: in/../../up.xml: unsafe-name\n"
                 "bad.zip: ../up.xml: unsafe-name\nbad.zip: in/..\\..\\up.xml: unsafe-name\n"
                 "bad.zip: ", absolute, ": unsafe-name\nbad.zip: /absolute.xml: unsafe-name\n"
                 "bad.zip: ../up.csv: unsafe-name\n"
                 "bad.zip: ../up.zip: unsafe-name", NULL);
  g_autofree char *before = NULL, *after = NULL;

  write_zip (fixture, "bad.zip", members, G_N_ELEMENTS (members));
  before = fixture_list_folder (fixture->folder);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, problems);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 3, Plumbol 9");

  after = fixture_list_folder (fixture->folder);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (absolute, G_FILE_TEST_EXISTS));
}

/* DailyMed has archives of archives; what is deeper is not opened. */
static void
test_deep (BadFixture    *fixture,
           gconstpointer  data)
{
  const ZipMember label = { "label.xml", LABEL ("2"), -1 };
  g_autoptr (GBytes) first = zip_make (&label, 1);
  const ZipMember inner[] = {
    { "first.zip", g_bytes_get_data (first, NULL), (gssize) g_bytes_get_size (first) },
    { "z.xml", LABEL ("3"), -1 },
  };
  g_autoptr (GBytes) second = zip_make (inner, 2);
  const ZipMember outer[] = {
    { "second.zip", g_bytes_get_data (second, NULL), (gssize) g_bytes_get_size (second), .deflated = TRUE },
    { "z.xml", LABEL ("4"), -1 },
  };

  assert_zip (fixture, inner, 2, "", "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 9");
  assert_zip (fixture, outer, 2, "bad.zip: second.zip: first.zip: too-deep",
              "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 4, Plumbol 9");
}

/* Small files that unpack to far more than they should be. */
static void
test_bombs (BadFixture    *fixture,
            gconstpointer  data)
{
  const ZipMember members[] = {
    { "b.xml", LABEL ("2"), -1 },
    { "bomb.xml", LABEL_BEGIN ("5") LABEL_PRODUCT ("5"), -1, .n_blanks = 100 * MEBIBYTE, .deflated = TRUE },
    { "bomb.csv", COLUMNS "too short\n", -1, .n_blanks = 300 * MEBIBYTE, .deflated = TRUE },
    { "row.csv", COLUMNS "00000000-0000-0000-0000-000000000004,,,,,Plumbol 4\n", -1, .n_blanks = 10 * MEBIBYTE,
      .deflated = TRUE },
    { "bomb.zip", "PK\x03\x04", -1, .n_blanks = 300 * MEBIBYTE, .deflated = TRUE },
    { "z.xml", LABEL ("3"), -1 },
  };
  g_autoptr (GBytes) bytes = zip_make (members, G_N_ELEMENTS (members));

  g_assert_cmpuint (g_bytes_get_size (bytes), <, MEBIBYTE);
  assert_zip (fixture, members, G_N_ELEMENTS (members),
              "bad.zip: bomb.xml: too-large\nbad.zip: bomb.csv: wrong-row\nbad.zip: bomb.csv: wrong-row\n"
              "bad.zip: bomb.csv: too-large\nbad.zip: row.csv: wrong-row\nbad.zip: bomb.zip: too-large",
              "Plumbol 1, Plumbol 2, Plumbol 3, Plumbol 4, Plumbol 9");
}

/* A file that is somebody's own choice is looked into, whatever its name is. */
static void
test_other_name (BadFixture    *fixture,
                 gconstpointer  data)
{
  const ZipMember label = { "label.xml", LABEL ("2"), -1 };
  g_autofree char *path = g_build_filename (fixture->folder, "labels.download", NULL);

  write_zip (fixture, "labels.download", &label, 1);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");

  bad_fixture_import (fixture, path, NULL);
  bad_fixture_assert_problems (fixture, "");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 9");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char  *name;
    void       (*func) (BadFixture *fixture, gconstpointer data);
  } tests[] = {
    { "good", test_good }, { "bad-member", test_bad_member }, { "nothing", test_nothing },
    { "no-archive", test_no_archive }, { "cut-off", test_cut_off }, { "wrong-sum", test_wrong_sum },
    { "encrypted", test_encrypted }, { "unsafe-names", test_unsafe_names }, { "deep", test_deep },
    { "bombs", test_bombs }, { "other-name", test_other_name },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-archives/", tests[i].name, NULL);

      g_test_add (path, BadFixture, NULL, bad_fixture_set_up, tests[i].func, bad_fixture_tear_down);
    }

  return g_test_run ();
}
