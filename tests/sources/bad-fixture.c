/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

/* What the tests of files that cannot be imported share: a folder with two good labels, one that is read before
 * everything else and one that is read after it. */

static const char *const code_names[] = {
  [HC_LABEL_ERROR_UNREADABLE] = "unreadable",
  [HC_LABEL_ERROR_NOT_WELL_FORMED] = "not-well-formed",
  [HC_LABEL_ERROR_NOT_UTF8] = "not-utf8",
  [HC_LABEL_ERROR_HAS_DECLARATIONS] = "has-declarations",
  [HC_LABEL_ERROR_TOO_DEEP] = "too-deep",
  [HC_LABEL_ERROR_TOO_LARGE] = "too-large",
  [HC_LABEL_ERROR_NOT_A_LABEL] = "not-a-label",
  [HC_LABEL_ERROR_INDEX] = "index",
  [HC_LABEL_ERROR_INCOMPLETE] = "incomplete",
  [HC_LABEL_ERROR_WRONG_HEADER] = "wrong-header",
  [HC_LABEL_ERROR_WRONG_ROW] = "wrong-row",
  [HC_LABEL_ERROR_DAMAGED_ARCHIVE] = "damaged-archive",
  [HC_LABEL_ERROR_UNSAFE_NAME] = "unsafe-name",
  [HC_LABEL_ERROR_ENCRYPTED] = "encrypted",
  [HC_LABEL_ERROR_EMPTY] = "empty",
  [HC_LABEL_ERROR_NOT_SAVED] = "not-saved",
};

/* Makes the folder, with the good labels 1 and 9. */
void
bad_fixture_set_up (BadFixture    *fixture,
                    gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->elsewhere = fixture_make_folder ();
  fixture->database = g_build_filename (fixture->elsewhere, "sources.db", NULL);

  bad_fixture_write (fixture, "a-good.xml", LABEL ("1"), -1);
  bad_fixture_write (fixture, "z-good.xml", LABEL ("9"), -1);
}

void
bad_fixture_tear_down (BadFixture    *fixture,
                       gconstpointer  data)
{
  g_clear_pointer (&fixture->report, hc_import_report_free);
  fixture_remove_folder (fixture->folder);
  fixture_remove_folder (fixture->elsewhere);
  g_free (fixture->folder);
  g_free (fixture->elsewhere);
  g_free (fixture->database);
}

/* Writes a file into the folder; a length of -1 takes @bytes as text. */
void
bad_fixture_write (BadFixture *fixture,
                   const char *name,
                   const char *bytes,
                   gssize      length)
{
  fixture_write_file (fixture->folder, name, bytes, length);
}

static void
import (BadFixture         *fixture,
        const char *const  *paths)
{
  g_autoptr (HcLabelImport) label_import = hc_label_import_new (fixture->database);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *check = NULL, *dangling = NULL;

  g_clear_pointer (&fixture->report, hc_import_report_free);
  hc_label_import_run_async (label_import, paths, fixture_result_cb, &place);
  result = fixture_wait (&place);
  fixture->report = hc_label_import_run_finish (label_import, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->report);
  g_assert_false (fixture->report->canceled);

  check = fixture_query (fixture->database, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  dangling = fixture_query (fixture->database, "PRAGMA foreign_key_check");
  g_assert_cmpstr (dangling, ==, "");
}

/* Imports files and folders; whatever they hold, the database is sound afterwards. */
void
bad_fixture_import (BadFixture *fixture,
                    const char *path,
                    ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  va_list more;

  va_start (more, path);
  for (; path != NULL; path = va_arg (more, const char *))
    g_ptr_array_add (paths, (char *) path);
  va_end (more);

  import (fixture, (const char *const *) paths->pdata);
}

void
bad_fixture_import_folder (BadFixture *fixture)
{
  bad_fixture_import (fixture, fixture->folder, NULL);
}

/* Asserts that the labels with these names, and no others, are in the database, complete with a product. */
void
bad_fixture_assert_names (BadFixture *fixture,
                          const char *names)
{
  g_autofree char *found =
    fixture_query (fixture->database, "SELECT group_concat (name, ', ') FROM (SELECT label.name FROM label "
                   "JOIN label_product ON label_product.label = label.id AND position = 0 ORDER BY set_id)");

  g_assert_cmpstr (found, ==, names);
}

/* Asserts what the report tells: a line for each problem, `FILE: CODE`. */
void
bad_fixture_assert_problems (BadFixture *fixture,
                             const char *problems)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < fixture->report->problems->len; i++)
    {
      HcImportProblem *problem = g_ptr_array_index (fixture->report->problems, i);

      g_test_message ("%s: %s", hc_import_problem_get_file (problem), hc_import_problem_get_detail (problem));
      g_assert_cmpstr (hc_import_problem_get_detail (problem), !=, "");
      g_string_append_printf (told, "%s%s: %s", i > 0 ? "\n" : "", hc_import_problem_get_file (problem),
                              code_names[hc_import_problem_get_code (problem)]);
    }

  g_assert_cmpstr (told->str, ==, problems);
  g_assert_cmpuint (fixture->report->n_problems, ==, fixture->report->problems->len);
}
