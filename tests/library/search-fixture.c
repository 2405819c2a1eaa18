/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-fixture.h"

/**
 * search_fixture_make:
 * @synonyms: lines of terms that mean the same; may be empty
 * @documents: (array length=n_documents): what can be found
 * @n_documents: how many
 *
 * Returns: (transfer full): a database with an index
 */
HcDatabase *
search_fixture_make (const char             *synonyms,
                     const HcSearchDocument *documents,
                     guint                   n_documents)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);
  g_autoptr (HcSearchWriter) writer = NULL;
  g_auto (GStrv) lines = g_strsplit (synonyms, "\n", -1);

  g_assert_no_error (error);
  writer = hc_search_writer_new (database, &error);
  g_assert_no_error (error);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) terms = g_strsplit (lines[i], " = ", -1);

      g_assert_true (hc_search_writer_add_synonyms (writer, (const char *const *) terms, &error));
      g_assert_no_error (error);
    }

  for (guint i = 0; i < n_documents; i++)
    {
      g_assert_true (hc_search_writer_add (writer, &documents[i], &error));
      g_assert_no_error (error);
    }

  g_assert_true (hc_search_writer_finish (writer, &error));
  g_assert_no_error (error);

  return database;
}

/**
 * search_fixture_open:
 * @synonyms: lines of terms that mean the same; may be empty
 * @documents: (array length=n_documents): what can be found
 * @n_documents: how many
 *
 * Returns: (transfer full): an index over them
 */
HcSearchIndex *
search_fixture_open (const char             *synonyms,
                     const HcSearchDocument *documents,
                     guint                   n_documents)
{
  g_autoptr (HcDatabase) database = search_fixture_make (synonyms, documents, n_documents);
  g_autoptr (GError) error = NULL;
  HcSearchIndex *index = hc_search_index_new (database, &error);

  g_assert_no_error (error);

  return index;
}

/**
 * search_fixture_search:
 * @index: an index
 * @text: what is typed
 *
 * Returns: (transfer full): the links of what is found, in their order, with blanks between them; before
 *   them in brackets what was looked for instead
 */
char *
search_fixture_search (HcSearchIndex *index,
                       const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchHits) hits = hc_search_index_search (index, NULL, text, 50, &error);
  GString *links = g_string_new (NULL);

  g_assert_no_error (error);

  if (hc_search_hits_get_corrected_text (hits) != NULL)
    g_string_append_printf (links, "[%s]", hc_search_hits_get_corrected_text (hits));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (hits)); i++)
    {
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), i);

      g_string_append_printf (links, "%s%s", links->len > 0 ? " " : "", hc_search_hit_get_link (hit));
    }

  return g_string_free_and_steal (links);
}

/**
 * search_fixture_assert:
 * @index: an index
 * @text: what is typed
 * @expected: as search_fixture_search() gives it
 */
void
search_fixture_assert (HcSearchIndex *index,
                       const char    *text,
                       const char    *expected)
{
  g_autofree char *links = search_fixture_search (index, text);

  if (g_strcmp0 (links, expected) != 0)
    g_test_message ("“%s”", text);
  g_assert_cmpstr (links, ==, expected);
}
