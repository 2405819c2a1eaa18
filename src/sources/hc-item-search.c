/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-item-search.h"

/* A search of several steps, the best first: what a step finds again stays where it is. */
struct _HcItemSearch
{
  HcDatabase *database; /* NULL: nothing is there yet */
  const char *key;
  HcItemFunc  make_item;
  guint       limit;
  GListStore *items;
  GHashTable *seen;     /* the keys of these */
};

/**
 * hc_item_search_new:
 * @database: (nullable): sources.db, to be kept as long as the search; %NULL when nothing is there yet
 * @type: the type of the items
 * @key: (scope forever): the column that tells items from each other
 * @make_item: makes an item of a row
 * @limit: how many to find at the most
 *
 * Returns: (transfer full): a search that has found nothing yet
 */
HcItemSearch *
hc_item_search_new (HcDatabase *database,
                    GType       type,
                    const char *key,
                    HcItemFunc  make_item,
                    guint       limit)
{
  HcItemSearch *self;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (make_item != NULL, NULL);

  self = g_new0 (HcItemSearch, 1);
  self->database = database;
  self->key = key;
  self->make_item = make_item;
  self->limit = limit;
  self->items = g_list_store_new (type);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * hc_item_search_free:
 * @self: (transfer full) (nullable): a search
 */
void
hc_item_search_free (HcItemSearch *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->items);
  g_hash_table_unref (self->seen);
  g_free (self);
}

/**
 * hc_item_search_run:
 * @self: a search that has a database
 * @sql: a query with the parameter `:text`
 * @text: what it looks for
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Adds what the query finds and was not found before, until there is enough.
 *
 * Returns: whether it could be read
 */
gboolean
hc_item_search_run (HcItemSearch  *self,
                    const char    *sql,
                    const char    *text,
                    GError       **error)
{
  g_autoptr (HcStatement) statement = NULL;
  HcStep step = HC_STEP_DONE;

  g_return_val_if_fail (self != NULL && self->database != NULL, FALSE);
  g_return_val_if_fail (sql != NULL && text != NULL, FALSE);

  statement = hc_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":text", text);

  while (g_list_model_get_n_items (G_LIST_MODEL (self->items)) < self->limit &&
         (step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (GObject) item = NULL;

      if (!g_hash_table_add (self->seen, g_strdup (hc_statement_get_text (statement, self->key))))
        continue;

      item = self->make_item (statement);
      g_list_store_append (self->items, item);
    }

  return step != HC_STEP_ERROR;
}

/**
 * hc_item_search_dup_items:
 * @self: a search
 *
 * Returns: (transfer full): what it has found
 */
GListModel *
hc_item_search_dup_items (HcItemSearch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return G_LIST_MODEL (g_object_ref (self->items));
}
