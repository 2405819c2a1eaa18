/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note-store.h"

#include "hc-note-private.h"
#include "hc-note-store-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcNoteStore:
 *
 * The notes of the person, a #GListModel of #HcNote, the newest first. It shows what the disk
 * holds: a note comes, changes and goes only after the database has done the same.
 */
struct _HcNoteStore
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
  GPtrArray        *notes; /* of HcNote, newest first */
};

static GType
hc_note_store_get_item_type (GListModel *model)
{
  return HC_TYPE_NOTE;
}

static guint
hc_note_store_get_n_items (GListModel *model)
{
  return HC_NOTE_STORE (model)->notes->len;
}

static gpointer
hc_note_store_get_item (GListModel *model,
                        guint       position)
{
  HcNoteStore *self = HC_NOTE_STORE (model);

  return position < self->notes->len ? g_object_ref (g_ptr_array_index (self->notes, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_note_store_get_item_type;
  iface->get_n_items = hc_note_store_get_n_items;
  iface->get_item = hc_note_store_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HcNoteStore, hc_note_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hc_note_store_finalize (GObject *object)
{
  HcNoteStore *self = HC_NOTE_STORE (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->notes);

  G_OBJECT_CLASS (hc_note_store_parent_class)->finalize (object);
}

static void
hc_note_store_class_init (HcNoteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_note_store_finalize;
}

static void
hc_note_store_init (HcNoteStore *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: (transfer full): a store without notes, whose writes go to the database of @worker */
HcNoteStore *
_hc_note_store_new (HcDatabaseWorker *worker,
                    HcClock          *clock)
{
  HcNoteStore *self = g_object_new (HC_TYPE_NOTE_STORE, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

static HcNote *
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
  g_autofree char *title = hc_text_dup_valid (hc_statement_get_text (statement, "title"));
  g_autofree char *quote = hc_text_dup_valid (hc_statement_get_text (statement, "quote"));
  g_autofree char *text = hc_text_dup_valid (hc_statement_get_text (statement, "text"));
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) modified = NULL;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (modified = hc_timestamp_parse (hc_statement_get_text (statement, "modified"), error)) == NULL)
    return NULL;

  return _hc_note_new_saved (hc_statement_get_text (statement, "id"), link, title, quote, text,
                             created, modified);
}

/* Called in the thread of the database.
 *
 * Returns: (transfer full) (nullable) (element-type HcNote): all notes, the newest first */
GPtrArray *
_hc_note_store_read_all (HcDatabase  *database,
                         GError     **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  statement = hc_database_prepare (database,
                                   "SELECT id, link, title, quote, text, created, modified"
                                   "  FROM note ORDER BY created DESC, rowid DESC",
                                   error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcNote *note = read_row (statement, error);

      if (note == NULL)
        return NULL;

      g_ptr_array_add (notes, note);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}

/* Shows @notes, what _hc_note_store_read_all() has read or none, in place of those that are shown. */
void
_hc_note_store_fill (HcNoteStore *self,
                     GPtrArray   *notes)
{
  guint n_removed = self->notes->len;

  g_ptr_array_unref (self->notes);
  self->notes = notes != NULL ? g_ptr_array_ref (notes)
                              : g_ptr_array_new_with_free_func (g_object_unref);

  if (n_removed > 0 || self->notes->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->notes->len);
}

static gboolean
find_id (HcNoteStore *self,
         const char  *id,
         guint       *position)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_str_equal (hc_note_get_id (g_ptr_array_index (self->notes, i)), id))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
show_note (HcNoteStore *self,
           HcNote      *note)
{
  guint position = 0;

  if (find_id (self, hc_note_get_id (note), &position))
    {
      HcNote **shown = (HcNote **) &g_ptr_array_index (self->notes, position);

      /* The file was read again since the note was shown first: there are two objects of it. */
      if (g_set_object (shown, note))
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);

      return;
    }

  while (position < self->notes->len &&
         g_date_time_compare (hc_note_get_created (note),
                              hc_note_get_created (g_ptr_array_index (self->notes, position))) < 0)
    position++;

  g_ptr_array_insert (self->notes, (int) position, g_object_ref (note));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* What the worker is to write. It holds no objects: it may be freed by either thread. */
typedef struct
{
  char *id;
  char *link;
  char *title;
  char *quote;
  char *text;
  char *created;
  char *modified;
  char *now;
} Row;

static void
row_free (Row *row)
{
  g_free (row->id);
  g_free (row->link);
  g_free (row->title);
  g_free (row->quote);
  g_free (row->text);
  g_free (row->created);
  g_free (row->modified);
  g_free (row->now);
  g_free (row);
}

typedef struct
{
  GDateTime *created;
  GDateTime *modified;
} Times;

static void
times_free (Times *times)
{
  g_clear_pointer (&times->created, g_date_time_unref);
  g_clear_pointer (&times->modified, g_date_time_unref);
  g_free (times);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Times, times_free)

/* Whether the text differs is for the database to say: only there the saves that came before this
 * one are done. */
static gpointer
write_row (HcDatabase  *database,
           gpointer     data,
           GError     **error)
{
  const Row *row = data;
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (Times) times = g_new0 (Times, 1);

  statement = hc_database_prepare (database,
                                   "INSERT INTO note (id, link, title, quote, text, created, modified)"
                                   " VALUES (:id, :link, :title, :quote, :text, :created, :modified)"
                                   " ON CONFLICT (id) DO UPDATE SET"
                                   "   modified = iif (text = excluded.text, modified, :now),"
                                   "   text = excluded.text"
                                   " RETURNING created, modified",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":id", row->id);
  hc_statement_bind_text (statement, ":link", row->link);
  hc_statement_bind_text (statement, ":title", row->title);
  hc_statement_bind_text (statement, ":quote", row->quote);
  hc_statement_bind_text (statement, ":text", row->text);
  hc_statement_bind_text (statement, ":created", row->created);
  hc_statement_bind_text (statement, ":modified", row->modified);
  hc_statement_bind_text (statement, ":now", row->now);

  if (hc_statement_step (statement, error) != HC_STEP_ROW ||
      (times->created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (times->modified = hc_timestamp_parse (hc_statement_get_text (statement, "modified"), error)) == NULL)
    return NULL;

  /* The row is committed by the step that finds no further one. */
  return hc_statement_run (statement, error) ? g_steal_pointer (&times) : NULL;
}

static gpointer
delete_row (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, "DELETE FROM note WHERE id = :id", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":id", data);
  hc_statement_run (statement, error);

  return NULL;
}

typedef struct
{
  HcNote *note;
  char   *text;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->note);
  g_free (save->text);
  g_free (save);
}

static void
row_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcNoteStore *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (Times) times = hc_database_worker_run_finish (self->worker, result, &error);

  if (times == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  _hc_note_set_saved (save->note, save->text, times->created, times->modified);
  show_note (self, save->note);
  g_task_return_boolean (task, TRUE);
}

static void
row_deleted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcNoteStore *self = g_task_get_source_object (task);
  HcNote *note = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint position;

  hc_database_worker_run_finish (self->worker, result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (find_id (self, hc_note_get_id (note), &position))
    {
      g_ptr_array_remove_index (self->notes, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  g_task_return_boolean (task, TRUE);
}

static Row *
row_new (HcNoteStore *self,
         HcNote      *note,
         const char  *text)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  GDateTime *created = hc_note_get_created (note);
  GDateTime *modified = hc_note_get_modified (note);
  Row *row = g_new0 (Row, 1);

  /* The times matter where there is no row: for a new note and for one that was deleted. */
  if (created == NULL)
    created = now;
  if (modified == NULL || g_strcmp0 (hc_note_get_text (note), text) != 0)
    modified = now;

  row->id = g_strdup (hc_note_get_id (note));
  row->link = g_strdup (hc_note_get_link (note));
  row->title = g_strdup (hc_note_get_title (note));
  row->quote = g_strdup (hc_note_get_quote (note));
  row->text = g_strdup (text);
  row->created = hc_timestamp_print (created);
  row->modified = hc_timestamp_print (modified);
  row->now = hc_timestamp_print (now);

  return row;
}

/**
 * hc_note_store_save_async:
 * @self: a note store
 * @note: the note, new, saved or deleted
 * @text: its text from now on, any valid UTF-8
 * @callback: (nullable): called when the text is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a note. Only after that the note says @text and is in the list. A note that was deleted
 * comes back with the times that it had. Saves of one note are done in their order.
 */
void
hc_note_store_save_async (HcNoteStore         *self,
                          HcNote              *note,
                          const char          *text,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Save *save;

  g_return_if_fail (HC_IS_NOTE_STORE (self));
  g_return_if_fail (HC_IS_NOTE (note));
  g_return_if_fail (text != NULL);

  save = g_new0 (Save, 1);
  save->note = g_object_ref (note);
  save->text = g_strdup (text);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_note_store_save_async);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);

  if (!hc_text_check (text, &error) ||
      !hc_text_check (hc_note_get_link (note), &error) ||
      !hc_text_check (hc_note_get_title (note), &error) ||
      !hc_text_check (hc_note_get_quote (note), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  hc_database_worker_run_async (self->worker, write_row, row_new (self, note, text),
                                (GDestroyNotify) row_free, (GDestroyNotify) times_free,
                                row_written_cb, g_steal_pointer (&task));
}

/**
 * hc_note_store_save_finish:
 * @self: a note store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the text is on the disk; if not, the note is as it was before
 */
gboolean
hc_note_store_save_finish (HcNoteStore   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_note_store_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_note_store_delete_async:
 * @self: a note store
 * @note: a note; one that was never saved is no error
 * @callback: (nullable): called when the note is gone, or could not be deleted
 * @user_data: passed to @callback
 *
 * Deletes a note. To undo it, save @note again with the text that it has.
 */
void
hc_note_store_delete_async (HcNoteStore         *self,
                            HcNote              *note,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HC_IS_NOTE_STORE (self));
  g_return_if_fail (HC_IS_NOTE (note));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_note_store_delete_async);
  g_task_set_task_data (task, g_object_ref (note), g_object_unref);

  hc_database_worker_run_async (self->worker, delete_row, g_strdup (hc_note_get_id (note)),
                                g_free, NULL, row_deleted_cb, g_steal_pointer (&task));
}

/**
 * hc_note_store_delete_finish:
 * @self: a note store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the note is gone
 */
gboolean
hc_note_store_delete_finish (HcNoteStore   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_note_store_delete_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_note_store_lookup:
 * @self: a note store
 * @id: the id of a note
 *
 * Returns: (nullable) (transfer none): the note with that id
 */
HcNote *
hc_note_store_lookup (HcNoteStore *self,
                      const char  *id)
{
  guint position;

  g_return_val_if_fail (HC_IS_NOTE_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find_id (self, id, &position) ? g_ptr_array_index (self->notes, position) : NULL;
}
