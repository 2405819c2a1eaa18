/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-store.h"

#include "hc-timestamp.h"

/**
 * HcStore:
 *
 * The base of the stores of a profile: a #GListModel of what one table of the database holds, the
 * newest first. It shows what the disk holds: an item comes, changes and goes only after the
 * database has done the same. Changes are done in the order in which they were given.
 */
typedef struct
{
  HcDatabaseWorker *worker;
  HcClock          *clock;
  GPtrArray        *items; /* newest first */
} HcStorePrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (HcStore, hc_store, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (HcStore)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GPtrArray *
get_items (gpointer self)
{
  HcStorePrivate *priv = hc_store_get_instance_private (self);

  return priv->items;
}

static GType
hc_store_get_item_type (GListModel *model)
{
  return HC_STORE_GET_CLASS (model)->item_type;
}

static guint
hc_store_get_n_items (GListModel *model)
{
  return get_items (model)->len;
}

static gpointer
hc_store_get_item (GListModel *model,
                   guint       position)
{
  GPtrArray *items = get_items (model);

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_store_get_item_type;
  iface->get_n_items = hc_store_get_n_items;
  iface->get_item = hc_store_get_item;
}

static void
hc_store_finalize (GObject *object)
{
  HcStorePrivate *priv = hc_store_get_instance_private (HC_STORE (object));

  g_clear_object (&priv->worker);
  g_clear_object (&priv->clock);
  g_ptr_array_unref (priv->items);

  G_OBJECT_CLASS (hc_store_parent_class)->finalize (object);
}

static void
hc_store_class_init (HcStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_store_finalize;
}

static void
hc_store_init (HcStore *self)
{
  HcStorePrivate *priv = hc_store_get_instance_private (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hc_store_new:
 * @type: a subclass of #HcStore
 * @worker: the worker whose database has the rows
 * @clock: the clock for their times
 *
 * Returns: (transfer full): a store without items
 */
HcStore *
hc_store_new (GType             type,
              HcDatabaseWorker *worker,
              HcClock          *clock)
{
  HcStore *self;
  HcStorePrivate *priv;

  g_return_val_if_fail (g_type_is_a (type, HC_TYPE_STORE), NULL);
  g_return_val_if_fail (HC_IS_DATABASE_WORKER (worker), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (type, NULL);
  priv = hc_store_get_instance_private (self);
  priv->worker = g_object_ref (worker);
  priv->clock = g_object_ref (clock);

  return self;
}

/**
 * hc_store_read_all:
 * @self: a store, of which only the class is touched
 * @database: a database
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Reads what hc_store_fill() is to show. To be called in the thread of the database.
 *
 * Returns: (transfer full) (nullable) (element-type GObject): all items, the newest first
 */
GPtrArray *
hc_store_read_all (HcStore     *self,
                   HcDatabase  *database,
                   GError     **error)
{
  HcStoreClass *klass;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_STORE (self), NULL);
  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);

  klass = HC_STORE_GET_CLASS (self);
  statement = hc_database_prepare (database, klass->select_sql, error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      gpointer item = klass->read_row (statement, error);

      if (item == NULL)
        return NULL;

      g_ptr_array_add (items, item);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

/**
 * hc_store_fill:
 * @self: a store
 * @items: (nullable) (element-type GObject): what hc_store_read_all() has read, %NULL for nothing
 *
 * Shows these items in place of those that are shown.
 */
void
hc_store_fill (HcStore   *self,
               GPtrArray *items)
{
  HcStorePrivate *priv;
  guint n_removed;

  g_return_if_fail (HC_IS_STORE (self));

  priv = hc_store_get_instance_private (self);
  n_removed = priv->items->len;

  g_ptr_array_unref (priv->items);
  priv->items = items != NULL ? g_ptr_array_ref (items) : g_ptr_array_new_with_free_func (g_object_unref);

  if (n_removed > 0 || priv->items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, priv->items->len);
}

static gboolean
find_key (HcStore    *self,
          const char *key,
          guint      *position)
{
  HcStoreClass *klass = HC_STORE_GET_CLASS (self);
  GPtrArray *items = get_items (self);

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (klass->get_key (g_ptr_array_index (items, i)), key))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_store_lookup:
 * @self: a store
 * @key: the key of an item
 *
 * Returns: (nullable) (transfer none): the item that is shown with that key
 */
gpointer
hc_store_lookup (HcStore    *self,
                 const char *key)
{
  guint position;

  g_return_val_if_fail (HC_IS_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return find_key (self, key, &position) ? g_ptr_array_index (get_items (self), position) : NULL;
}

/* One save, or one removal, for which nothing is wanted. It belongs to the task in the main thread;
 * the thread of the database reads it before that has its answer. */
typedef struct
{
  HcStoreClass *klass;
  gpointer      item;
  char         *key;
  gpointer      wanted;
  GDateTime    *now;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->item);
  g_free (change->key);
  g_clear_object (&change->wanted);
  g_date_time_unref (change->now);
  g_free (change);
}

static gpointer
write_row (HcDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Change *change = data;
  HcStoreClass *klass = change->klass;
  const char *sql = klass->get_save_sql != NULL ? klass->get_save_sql (change->wanted) : NULL;
  g_autoptr (HcStatement) statement = hc_database_prepare (database, sql != NULL ? sql : klass->save_sql, error);
  g_autoptr (GObject) saved = NULL;

  if (statement == NULL || !klass->bind_item (statement, change->wanted, error))
    return NULL;

  hc_timestamp_bind (statement, ":now", change->now);

  if (hc_statement_step (statement, error) != HC_STEP_ROW ||
      (saved = klass->read_row (statement, error)) == NULL)
    return NULL;

  /* The row is committed by the step that finds no further one. */
  return hc_statement_run (statement, error) ? g_steal_pointer (&saved) : NULL;
}

static gpointer
delete_row (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Change *change = data;
  g_autoptr (HcStatement) statement = hc_database_prepare (database, change->klass->delete_sql, error);

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":key", change->key);
  hc_statement_run (statement, error);

  return NULL;
}

static void
show_item (HcStore *self,
           Change  *change)
{
  GPtrArray *items = get_items (self);
  guint position = 0;

  if (find_key (self, change->key, &position))
    {
      GObject **shown = (GObject **) &g_ptr_array_index (items, position);

      /* The file was read again since the item was shown first, or somebody made another of the
       * same key: there are two objects of it. */
      if ((!change->klass->keeps_shown && g_set_object (shown, change->item)) || change->klass->tells_changes)
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);

      return;
    }

  while (position < items->len &&
         g_date_time_compare (change->klass->get_time (change->item),
                              change->klass->get_time (g_ptr_array_index (items, position))) < 0)
    position++;

  g_ptr_array_insert (items, (int) position, g_object_ref (change->item));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
hide_item (HcStore *self,
           Change  *change)
{
  guint position;

  if (!find_key (self, change->key, &position))
    return;

  g_ptr_array_remove_index (get_items (self), position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcStore *self = g_task_get_source_object (task);
  HcStorePrivate *priv = hc_store_get_instance_private (self);
  Change *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) saved = hc_database_worker_run_finish (priv->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (saved != NULL)
    {
      change->klass->apply (change->item, saved);
      show_item (self, change);
    }
  else
    {
      hide_item (self, change);
    }

  g_task_return_boolean (task, TRUE);
}

static void
start_change (HcStore  *self,
              GTask    *task,
              gpointer  item,
              gpointer  wanted)
{
  HcStorePrivate *priv = hc_store_get_instance_private (self);
  Change *change = g_new0 (Change, 1);

  change->klass = HC_STORE_GET_CLASS (self);
  change->item = g_object_ref (item);
  change->key = g_strdup (change->klass->get_key (item));
  change->wanted = wanted;
  change->now = hc_clock_dup_time (priv->clock);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);

  hc_database_worker_run_async (priv->worker, wanted != NULL ? write_row : delete_row, change, NULL,
                                g_object_unref, changed_cb, task);
}

/**
 * hc_store_save_async:
 * @self: a store
 * @item: the item, new, saved or removed
 * @wanted: (transfer full): what @item is to say, an item of the same key that nobody else has
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves an item. Only after that @item says so and is shown.
 */
void
hc_store_save_async (HcStore             *self,
                     gpointer             item,
                     gpointer             wanted,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_STORE (self));
  g_return_if_fail (G_IS_OBJECT (item));
  g_return_if_fail (G_IS_OBJECT (wanted) && wanted != item);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_store_save_async);
  start_change (self, task, item, wanted);
}

/**
 * hc_store_save_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the item is on the disk; if not, it is as it was before
 */
gboolean
hc_store_save_finish (HcStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_store_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_store_remove_async:
 * @self: a store
 * @item: an item; that there is none of its key is no error
 * @callback: (nullable): called when the row is gone, or could not be deleted
 * @user_data: passed to @callback
 *
 * Removes the item with the key of @item. @item stays as it is, so that it can be saved again.
 */
void
hc_store_remove_async (HcStore             *self,
                       gpointer             item,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_STORE (self));
  g_return_if_fail (G_IS_OBJECT (item));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_store_remove_async);
  start_change (self, task, item, NULL);
}

/**
 * hc_store_remove_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the row is gone
 */
gboolean
hc_store_remove_finish (HcStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_store_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
