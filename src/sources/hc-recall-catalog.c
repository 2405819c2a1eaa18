/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-catalog.h"

#include "hc-recall-writer.h"

/**
 * HcRecallCatalog:
 *
 * The recalls that were fetched or imported, to be listed and shown.
 */
struct _HcRecallCatalog
{
  HcSourcesCatalog parent_instance;
};

G_DEFINE_FINAL_TYPE (HcRecallCatalog, hc_recall_catalog, HC_TYPE_SOURCES_CATALOG)

static void
hc_recall_catalog_class_init (HcRecallCatalogClass *klass)
{
}

static void
hc_recall_catalog_init (HcRecallCatalog *self)
{
}

/**
 * hc_recall_catalog_new:
 * @path: (type filename): sources.db, which need not be there
 *
 * Returns: (transfer full): a catalog
 */
HcRecallCatalog *
hc_recall_catalog_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (HC_TYPE_RECALL_CATALOG, "path", path, NULL);
}

/**
 * hc_recall_catalog_count:
 * @self: a catalog
 *
 * Returns: how many recalls there are; 0 also when they cannot be read
 */
guint
hc_recall_catalog_count (HcRecallCatalog *self)
{
  g_return_val_if_fail (HC_IS_RECALL_CATALOG (self), 0);

  return hc_sources_catalog_count (HC_SOURCES_CATALOG (self), "recall");
}

/**
 * hc_recall_catalog_load:
 * @self: a catalog
 * @number: the number of a recall
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the recall; %NULL without @error when there is none
 */
HcRecall *
hc_recall_catalog_load (HcRecallCatalog  *self,
                        const char       *number,
                        GError          **error)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_RECALL_CATALOG (self), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self),
                                          "SELECT * FROM recall WHERE number = :number", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":number", number);

  return hc_statement_step (statement, error) == HC_STEP_ROW ? hc_recall_writer_read (statement) : NULL;
}

/**
 * hc_recall_catalog_list:
 * @self: a catalog
 * @since: (nullable): a day, `YYYY-MM-DD`; %NULL for all recalls
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcRecall) (nullable): the recalls that were published on that day or later,
 *   and those that go on or have no day, the newest first
 */
GPtrArray *
hc_recall_catalog_list (HcRecallCatalog  *self,
                        const char       *since,
                        GError          **error)
{
  g_autoptr (GPtrArray) recalls = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_recall_free);
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (HC_IS_RECALL_CATALOG (self), NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self),
                                          "SELECT * FROM recall WHERE :since IS NULL OR status = 'ongoing' "
                                          "OR coalesce (reported, initiated, '9999') >= :since "
                                          "ORDER BY coalesce (reported, initiated, '') DESC, number", &problem);

  if (statement != NULL)
    {
      hc_statement_bind_text (statement, ":since", since);
      while (hc_statement_step (statement, &problem) == HC_STEP_ROW)
        g_ptr_array_add (recalls, hc_recall_writer_read (statement));
    }

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&recalls);
}

/**
 * hc_recall_catalog_dup_fetched:
 * @self: a catalog
 *
 * Returns: (transfer full) (nullable): when all recalls had come for the last time, in UTC; %NULL for never
 */
GDateTime *
hc_recall_catalog_dup_fetched (HcRecallCatalog *self)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_RECALL_CATALOG (self), NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self), "SELECT fetched FROM recall_state", NULL);

  return statement != NULL && hc_statement_step (statement, NULL) == HC_STEP_ROW
    ? g_date_time_new_from_unix_utc (hc_statement_get_int64 (statement, "fetched")) : NULL;
}

/**
 * hc_recall_catalog_dup_updated:
 * @self: a catalog
 *
 * Returns: (transfer full) (nullable): the day on which the FDA updated them, `YYYY-MM-DD`; %NULL when it is not told
 */
char *
hc_recall_catalog_dup_updated (HcRecallCatalog *self)
{
  g_autoptr (HcStatement) statement = NULL;
  const char *updated = NULL;

  g_return_val_if_fail (HC_IS_RECALL_CATALOG (self), NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self), "SELECT updated FROM recall_state", NULL);
  if (statement != NULL && hc_statement_step (statement, NULL) == HC_STEP_ROW)
    updated = hc_statement_get_text (statement, "updated");

  return updated != NULL && *updated != '\0' ? g_strdup (updated) : NULL;
}
