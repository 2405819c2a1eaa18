/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files and folders that cannot be read, whatever would be in them. */

static void
test_empty_folder (BadFixture    *fixture,
                   gconstpointer  data)
{
  g_autofree char *empty = g_build_filename (fixture->elsewhere, "empty", NULL);

  g_assert_cmpint (g_mkdir (empty, 0755), ==, 0);
  bad_fixture_import (fixture, empty, fixture->folder, NULL);
  bad_fixture_assert_problems (fixture, "empty: empty");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");

  /* Nothing that could be a label is as good as nothing. */
  fixture_write_file (empty, "picture.jpg", "picture", -1);
  bad_fixture_import (fixture, empty, fixture->folder, NULL);
  bad_fixture_assert_problems (fixture, "empty: empty");
}

static void
test_missing (BadFixture    *fixture,
              gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->elsewhere, "missing.xml", NULL);

  bad_fixture_import (fixture, missing, fixture->folder, missing, NULL);
  bad_fixture_assert_problems (fixture, "missing.xml: unreadable\nmissing.xml: unreadable");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* An empty file of any name that is somebody's own choice. */
static void
test_empty_file (BadFixture    *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->elsewhere, "anything", NULL);

  fixture_write_file (fixture->elsewhere, "anything", "", 0);
  bad_fixture_write (fixture, "bad.csv", "", 0);
  bad_fixture_write (fixture, "bad.xml", "", 0);
  bad_fixture_write (fixture, "bad.zip", "", 0);
  bad_fixture_import (fixture, path, fixture->folder, NULL);
  bad_fixture_assert_problems (fixture, "anything: wrong-header\nbad.csv: wrong-header\nbad.xml: not-well-formed\n"
                               "bad.zip: damaged-archive");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

static void
test_pipe (BadFixture    *fixture,
           gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.xml", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  /* Whoever chose it is told; in a folder it is none of the files. */
  bad_fixture_import (fixture, pipe, fixture->folder, NULL);
  bad_fixture_assert_problems (fixture, "pipe.xml: unreadable");
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

static void
test_links (BadFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *loop = g_build_filename (fixture->folder, "loop.xml", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling.xml", NULL);
  g_autofree char *parent = g_build_filename (fixture->folder, "parent", NULL);
  g_autofree char *device = g_build_filename (fixture->folder, "device.xml", NULL);

  g_assert_cmpint (symlink ("loop.xml", loop), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink (".", parent), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", device), ==, 0);

  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, "");
  g_assert_cmpuint (fixture->report->n_added, ==, 2);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");

  bad_fixture_import (fixture, loop, dangling, device, NULL);
  bad_fixture_assert_problems (fixture, "loop.xml: unreadable\ndangling.xml: unreadable\ndevice.xml: unreadable");

  /* A link to a folder that somebody chose is that folder; the links in it are still not followed. */
  bad_fixture_import (fixture, parent, NULL);
  bad_fixture_assert_problems (fixture, "");
  g_assert_cmpuint (fixture->report->n_unchanged, ==, 2);
}

static void
test_deep_folders (BadFixture    *fixture,
                   gconstpointer  data)
{
  g_autoptr (GString) path = g_string_new (fixture->folder);

  for (guint i = 0; i < 40; i++)
    {
      g_string_append (path, "/f");
      g_assert_cmpint (g_mkdir (path->str, 0755), ==, 0);
      fixture_write_file (path->str, "label.xml", LABEL ("2"), -1);
    }

  bad_fixture_import_folder (fixture);
  g_assert_cmpuint (fixture->report->n_problems, ==, 1);
  g_assert_cmpint (hc_import_problem_get_code (g_ptr_array_index (fixture->report->problems, 0)), ==,
                   HC_LABEL_ERROR_TOO_DEEP);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 2, Plumbol 9");
}

/* The same file as often as somebody likes: it is one label. */
static void
test_twice (BadFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a-good.xml", NULL);

  bad_fixture_write (fixture, "copy.xml", LABEL ("1"), -1);
  bad_fixture_import (fixture, path, path, fixture->folder, fixture->folder, NULL);
  bad_fixture_assert_problems (fixture, "");
  g_assert_cmpuint (fixture->report->n_added, ==, 2);
  g_assert_cmpuint (fixture->report->n_unchanged, ==, 6);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* A name that is no UTF-8 is shown all the same. */
static void
test_name (BadFixture    *fixture,
           gconstpointer  data)
{
  HcImportProblem *problem;

  bad_fixture_write (fixture, "caf\xe9.xml", "<x/>", -1);
  bad_fixture_import_folder (fixture);
  g_assert_cmpuint (fixture->report->n_problems, ==, 1);
  problem = g_ptr_array_index (fixture->report->problems, 0);
  g_assert_cmpint (hc_import_problem_get_code (problem), ==, HC_LABEL_ERROR_NOT_A_LABEL);
  g_assert_true (g_utf8_validate (hc_import_problem_get_file (problem), -1, NULL));
  g_assert_true (g_str_has_prefix (hc_import_problem_get_file (problem), "caf"));
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* Permissions do not bind root. */
static void
test_rights (BadFixture    *fixture,
             gconstpointer  data)
{
  g_autofree char *closed = g_build_filename (fixture->folder, "closed", NULL);
  g_autofree char *secret = g_build_filename (fixture->folder, "secret.xml", NULL);
  g_autofree char *problems = g_strconcat (closed, ": unreadable\nsecret.xml: unreadable", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("Root may read everything");
      return;
    }

  g_assert_cmpint (g_mkdir (closed, 0), ==, 0);
  bad_fixture_write (fixture, "secret.xml", LABEL ("2"), -1);
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);
  bad_fixture_import_folder (fixture);
  bad_fixture_assert_problems (fixture, problems);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

/* A file of more than any person reads of: all are counted, some are listed. */
static void
test_many_problems (BadFixture    *fixture,
                    gconstpointer  data)
{
  GString *text = g_string_new ("setid,splsize,splshape,splimprint,splcolor,medicine_name\n");
  g_autofree char *bytes = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "too short\n");
  bytes = g_string_free_and_steal (text);
  bad_fixture_write (fixture, "bad.csv", bytes, -1);
  bad_fixture_import_folder (fixture);
  g_assert_cmpuint (fixture->report->n_problems, ==, 2000);
  g_assert_cmpuint (fixture->report->problems->len, >=, 100);
  g_assert_cmpuint (fixture->report->problems->len, <, 2000);
  bad_fixture_assert_names (fixture, "Plumbol 1, Plumbol 9");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char  *name;
    void       (*func) (BadFixture *fixture, gconstpointer data);
  } tests[] = {
    { "empty-folder", test_empty_folder }, { "missing", test_missing }, { "empty-file", test_empty_file },
    { "pipe", test_pipe }, { "links", test_links }, { "deep-folders", test_deep_folders }, { "twice", test_twice },
    { "name", test_name }, { "rights", test_rights }, { "many-problems", test_many_problems },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-files/", tests[i].name, NULL);

      g_test_add (path, BadFixture, NULL, bad_fixture_set_up, tests[i].func, bad_fixture_tear_down);
    }

  return g_test_run ();
}
