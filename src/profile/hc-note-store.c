/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note-store.h"

#include "hc-note-private.h"
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
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcNoteStore, hc_note_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  hc_statement_bind_text (statement, ":id", hc_note_get_id (item));
  hc_timestamp_bind (statement, ":created", hc_note_get_created (item));
  hc_timestamp_bind (statement, ":modified", hc_note_get_modified (item));

  return hc_text_bind (statement, ":link", hc_note_get_link (item), error) &&
         hc_text_bind (statement, ":title", hc_note_get_title (item), error) &&
         hc_text_bind (statement, ":quote", hc_note_get_quote (item), error) &&
         hc_text_bind (statement, ":text", hc_note_get_text (item), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
  g_autofree char *title = hc_text_dup_valid (hc_statement_get_text (statement, "title"));
  g_autofree char *quote = hc_text_dup_valid (hc_statement_get_text (statement, "quote"));
  g_autofree char *text = hc_text_dup_valid (hc_statement_get_text (statement, "text"));
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) modified = NULL;
  HcNote *note;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (modified = hc_timestamp_parse (hc_statement_get_text (statement, "modified"), error)) == NULL)
    return NULL;

  note = _hc_note_new_with_id (hc_statement_get_text (statement, "id"), link, title, quote);
  _hc_note_set_saved (note, text, created, modified);

  return note;
}

static const char *
get_key (gpointer item)
{
  return hc_note_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_note_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_note_set_saved (item, hc_note_get_text (saved),
                      hc_note_get_created (saved), hc_note_get_modified (saved));
}

static void
hc_note_store_class_init (HcNoteStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_NOTE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM note ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM note WHERE id = :key";

  /* Whether the text differs is for the database to say: only there the saves that came before this
   * one are done. The times of the note matter where there is no row. */
  store_class->save_sql = "INSERT INTO note (id, link, title, quote, text, created, modified)"
                          " VALUES (:id, :link, :title, :quote, :text,"
                          "         coalesce (:created, :now), coalesce (:modified, :now))"
                          " ON CONFLICT (id) DO UPDATE SET"
                          "   modified = iif (text = excluded.text, modified, :now),"
                          "   text = excluded.text"
                          " RETURNING *";
}

static void
hc_note_store_init (HcNoteStore *self)
{
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
  HcNote *wanted;
  gboolean is_new_text;

  g_return_if_fail (HC_IS_NOTE_STORE (self));
  g_return_if_fail (HC_IS_NOTE (note));
  g_return_if_fail (text != NULL);

  is_new_text = g_strcmp0 (hc_note_get_text (note), text) != 0;
  wanted = _hc_note_new_with_id (hc_note_get_id (note), hc_note_get_link (note), hc_note_get_title (note),
                                 hc_note_get_quote (note));
  _hc_note_set_saved (wanted, text,
                      hc_note_get_created (note), is_new_text ? NULL : hc_note_get_modified (note));

  hc_store_save_async (HC_STORE (self), note, wanted, callback, user_data);
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
  return hc_store_save_finish (HC_STORE (self), result, error);
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
  g_return_if_fail (HC_IS_NOTE (note));

  hc_store_remove_async (HC_STORE (self), note, callback, user_data);
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
  return hc_store_remove_finish (HC_STORE (self), result, error);
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
  return hc_store_lookup (HC_STORE (self), id);
}
