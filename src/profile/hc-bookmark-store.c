/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-bookmark-store.h"

#include "hc-bookmark-private.h"
#include "hc-bookmark-store-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcBookmarkStore:
 *
 * The bookmarks of the person, a #GListModel of #HcBookmark, the newest first, at most one a link.
 * It shows what the disk holds.
 */
struct _HcBookmarkStore
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
  GPtrArray        *bookmarks; /* of HcBookmark, newest first */
};

static GType
hc_bookmark_store_get_item_type (GListModel *model)
{
  return HC_TYPE_BOOKMARK;
}

static guint
hc_bookmark_store_get_n_items (GListModel *model)
{
  return HC_BOOKMARK_STORE (model)->bookmarks->len;
}

static gpointer
hc_bookmark_store_get_item (GListModel *model,
                            guint       position)
{
  GPtrArray *bookmarks = HC_BOOKMARK_STORE (model)->bookmarks;

  return position < bookmarks->len ? g_object_ref (g_ptr_array_index (bookmarks, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_bookmark_store_get_item_type;
  iface->get_n_items = hc_bookmark_store_get_n_items;
  iface->get_item = hc_bookmark_store_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HcBookmarkStore, hc_bookmark_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hc_bookmark_store_finalize (GObject *object)
{
  HcBookmarkStore *self = HC_BOOKMARK_STORE (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->bookmarks);

  G_OBJECT_CLASS (hc_bookmark_store_parent_class)->finalize (object);
}

static void
hc_bookmark_store_class_init (HcBookmarkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_bookmark_store_finalize;
}

static void
hc_bookmark_store_init (HcBookmarkStore *self)
{
  self->bookmarks = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: (transfer full): a store without bookmarks, whose writes go to the database of @worker */
HcBookmarkStore *
_hc_bookmark_store_new (HcDatabaseWorker *worker,
                        HcClock          *clock)
{
  HcBookmarkStore *self = g_object_new (HC_TYPE_BOOKMARK_STORE, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

/* Called in the thread of the database.
 *
 * Returns: (transfer full) (nullable) (element-type HcBookmark): all bookmarks, the newest first */
GPtrArray *
_hc_bookmark_store_read_all (HcDatabase  *database,
                             GError     **error)
{
  g_autoptr (GPtrArray) bookmarks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  statement = hc_database_prepare (database,
                                   "SELECT link, title, created"
                                   "  FROM bookmark ORDER BY created DESC, rowid DESC",
                                   error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
      g_autofree char *title = hc_text_dup_valid (hc_statement_get_text (statement, "title"));
      g_autoptr (GDateTime) created = NULL;
      HcBookmark *bookmark;

      if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL)
        return NULL;

      bookmark = hc_bookmark_new (link, title);
      _hc_bookmark_set_created (bookmark, created);
      g_ptr_array_add (bookmarks, bookmark);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&bookmarks) : NULL;
}

/* Shows @bookmarks, what _hc_bookmark_store_read_all() has read or none, in place of those that are shown. */
void
_hc_bookmark_store_fill (HcBookmarkStore *self,
                         GPtrArray       *bookmarks)
{
  guint n_removed = self->bookmarks->len;

  g_ptr_array_unref (self->bookmarks);
  self->bookmarks = bookmarks != NULL ? g_ptr_array_ref (bookmarks)
                                      : g_ptr_array_new_with_free_func (g_object_unref);

  if (n_removed > 0 || self->bookmarks->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->bookmarks->len);
}

static gboolean
find_link (HcBookmarkStore *self,
           const char      *link,
           guint           *position)
{
  for (guint i = 0; i < self->bookmarks->len; i++)
    if (g_str_equal (hc_bookmark_get_link (g_ptr_array_index (self->bookmarks, i)), link))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
show_bookmark (HcBookmarkStore *self,
               HcBookmark      *bookmark)
{
  guint position = 0;

  if (find_link (self, hc_bookmark_get_link (bookmark), &position))
    return;

  while (position < self->bookmarks->len &&
         g_date_time_compare (hc_bookmark_get_created (bookmark),
                              hc_bookmark_get_created (g_ptr_array_index (self->bookmarks, position))) < 0)
    position++;

  g_ptr_array_insert (self->bookmarks, (int) position, g_object_ref (bookmark));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* What the worker is to write. It holds no objects: it may be freed by either thread. */
typedef struct
{
  char *link;
  char *title;
  char *created;
} Row;

static void
row_free (Row *row)
{
  g_free (row->link);
  g_free (row->title);
  g_free (row->created);
  g_free (row);
}

/* Returns: (transfer full) (nullable): when the bookmark was added, which may have been before */
static gpointer
write_row (HcDatabase  *database,
           gpointer     data,
           GError     **error)
{
  const Row *row = data;
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (GDateTime) created = NULL;

  /* An update that changes nothing, for without one there is no row to be returned. */
  statement = hc_database_prepare (database,
                                   "INSERT INTO bookmark (link, title, created)"
                                   " VALUES (:link, :title, :created)"
                                   " ON CONFLICT (link) DO UPDATE SET created = created"
                                   " RETURNING created",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":link", row->link);
  hc_statement_bind_text (statement, ":title", row->title);
  hc_statement_bind_text (statement, ":created", row->created);

  if (hc_statement_step (statement, error) != HC_STEP_ROW ||
      (created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL)
    return NULL;

  /* The row is committed by the step that finds no further one. */
  return hc_statement_run (statement, error) ? g_steal_pointer (&created) : NULL;
}

static gpointer
delete_row (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, "DELETE FROM bookmark WHERE link = :link", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":link", data);
  hc_statement_run (statement, error);

  return NULL;
}

static void
row_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcBookmarkStore *self = g_task_get_source_object (task);
  HcBookmark *bookmark = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) created = hc_database_worker_run_finish (self->worker, result, &error);

  if (created == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  _hc_bookmark_set_created (bookmark, created);
  show_bookmark (self, bookmark);
  g_task_return_boolean (task, TRUE);
}

static void
row_deleted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcBookmarkStore *self = g_task_get_source_object (task);
  HcBookmark *bookmark = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint position;

  hc_database_worker_run_finish (self->worker, result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (find_link (self, hc_bookmark_get_link (bookmark), &position))
    {
      g_ptr_array_remove_index (self->bookmarks, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  g_task_return_boolean (task, TRUE);
}

static Row *
row_new (HcBookmarkStore *self,
         HcBookmark      *bookmark)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  GDateTime *created = hc_bookmark_get_created (bookmark);
  Row *row = g_new0 (Row, 1);

  row->link = g_strdup (hc_bookmark_get_link (bookmark));
  row->title = g_strdup (hc_bookmark_get_title (bookmark));
  row->created = hc_timestamp_print (created != NULL ? created : now);

  return row;
}

/**
 * hc_bookmark_store_add_async:
 * @self: a bookmark store
 * @bookmark: the bookmark, new or removed
 * @callback: (nullable): called when the bookmark is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Adds a bookmark. Where there is one of the same link already, that one stays and it is no error.
 * One that was removed comes back with the date that it had.
 */
void
hc_bookmark_store_add_async (HcBookmarkStore     *self,
                             HcBookmark          *bookmark,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HC_IS_BOOKMARK_STORE (self));
  g_return_if_fail (HC_IS_BOOKMARK (bookmark));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_bookmark_store_add_async);
  g_task_set_task_data (task, g_object_ref (bookmark), g_object_unref);

  if (!hc_text_check (hc_bookmark_get_link (bookmark), &error) ||
      !hc_text_check (hc_bookmark_get_title (bookmark), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  hc_database_worker_run_async (self->worker, write_row, row_new (self, bookmark),
                                (GDestroyNotify) row_free, (GDestroyNotify) g_date_time_unref,
                                row_written_cb, g_steal_pointer (&task));
}

/**
 * hc_bookmark_store_add_finish:
 * @self: a bookmark store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether there is a bookmark of the link on the disk
 */
gboolean
hc_bookmark_store_add_finish (HcBookmarkStore  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_bookmark_store_add_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_bookmark_store_remove_async:
 * @self: a bookmark store
 * @bookmark: a bookmark; that there is none of its link is no error
 * @callback: (nullable): called when the bookmark is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes the bookmark of a link. To undo it, add @bookmark again.
 */
void
hc_bookmark_store_remove_async (HcBookmarkStore     *self,
                                HcBookmark          *bookmark,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HC_IS_BOOKMARK_STORE (self));
  g_return_if_fail (HC_IS_BOOKMARK (bookmark));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_bookmark_store_remove_async);
  g_task_set_task_data (task, g_object_ref (bookmark), g_object_unref);

  hc_database_worker_run_async (self->worker, delete_row, g_strdup (hc_bookmark_get_link (bookmark)),
                                g_free, NULL, row_deleted_cb, g_steal_pointer (&task));
}

/**
 * hc_bookmark_store_remove_finish:
 * @self: a bookmark store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the bookmark is gone
 */
gboolean
hc_bookmark_store_remove_finish (HcBookmarkStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_bookmark_store_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_bookmark_store_lookup:
 * @self: a bookmark store
 * @link: a link
 *
 * Returns: (nullable) (transfer none): the bookmark of exactly that link
 */
HcBookmark *
hc_bookmark_store_lookup (HcBookmarkStore *self,
                          const char      *link)
{
  guint position;

  g_return_val_if_fail (HC_IS_BOOKMARK_STORE (self), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  return find_link (self, link, &position) ? g_ptr_array_index (self->bookmarks, position) : NULL;
}
