/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note-operations.h"

#include <glib/gi18n.h>

static void
delete_note (GObject             *store,
             GObject             *item,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  hc_note_store_delete_async (HC_NOTE_STORE (store), HC_NOTE (item), callback, user_data);
}

static gboolean
delete_note_finish (GObject       *store,
                    GAsyncResult  *result,
                    GError       **error)
{
  return hc_note_store_delete_finish (HC_NOTE_STORE (store), result, error);
}

/* The note still has its text and its dates: saved again, it is as it was. */
static void
restore_note (GObject             *store,
              GObject             *item,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  HcNote *note = HC_NOTE (item);

  hc_note_store_save_async (HC_NOTE_STORE (store), note, hc_note_get_text (note), callback, user_data);
}

static gboolean
restore_note_finish (GObject       *store,
                     GAsyncResult  *result,
                     GError       **error)
{
  return hc_note_store_save_finish (HC_NOTE_STORE (store), result, error);
}

/**
 * hc_delete_note_new:
 * @store: the notes
 * @note: a saved note
 *
 * Returns: (transfer full): the operation that deletes the note
 */
HcOperation *
hc_delete_note_new (HcNoteStore *store,
                    HcNote      *note)
{
  static const HcOperationFuncs funcs = { delete_note, delete_note_finish, restore_note, restore_note_finish };

  const char *text = hc_note_get_text (note);
  gboolean is_highlight = text != NULL && *text == '\0';

  return hc_operation_new (is_highlight ? _("Highlight removed") : _("Note deleted"),
                           G_OBJECT (store), G_OBJECT (note), &funcs);
}

static void
remove_bookmark (GObject             *store,
                 GObject             *item,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  hc_bookmark_store_remove_async (HC_BOOKMARK_STORE (store), HC_BOOKMARK (item), callback, user_data);
}

static gboolean
remove_bookmark_finish (GObject       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  return hc_bookmark_store_remove_finish (HC_BOOKMARK_STORE (store), result, error);
}

static void
add_bookmark (GObject             *store,
              GObject             *item,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  hc_bookmark_store_add_async (HC_BOOKMARK_STORE (store), HC_BOOKMARK (item), callback, user_data);
}

static gboolean
add_bookmark_finish (GObject       *store,
                     GAsyncResult  *result,
                     GError       **error)
{
  return hc_bookmark_store_add_finish (HC_BOOKMARK_STORE (store), result, error);
}

/**
 * hc_remove_bookmark_new:
 * @store: the bookmarks
 * @bookmark: one of them
 *
 * Returns: (transfer full): the operation that removes the bookmark
 */
HcOperation *
hc_remove_bookmark_new (HcBookmarkStore *store,
                        HcBookmark      *bookmark)
{
  static const HcOperationFuncs funcs = { remove_bookmark, remove_bookmark_finish,
                                          add_bookmark, add_bookmark_finish };

  return hc_operation_new (_("Bookmark removed"), G_OBJECT (store), G_OBJECT (bookmark), &funcs);
}
