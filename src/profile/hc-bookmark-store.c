/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-bookmark-store.h"

#include "hc-bookmark-private.h"
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
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcBookmarkStore, hc_bookmark_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  hc_timestamp_bind (statement, ":created", hc_bookmark_get_created (item));

  return hc_text_bind (statement, ":link", hc_bookmark_get_link (item), error) &&
         hc_text_bind (statement, ":title", hc_bookmark_get_title (item), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
  g_autofree char *title = hc_text_dup_valid (hc_statement_get_text (statement, "title"));
  g_autoptr (GDateTime) created = NULL;
  HcBookmark *bookmark;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL)
    return NULL;

  bookmark = hc_bookmark_new (link, title);
  _hc_bookmark_set_created (bookmark, created);

  return bookmark;
}

static const char *
get_key (gpointer item)
{
  return hc_bookmark_get_link (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_bookmark_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_bookmark_set_created (item, hc_bookmark_get_created (saved));
}

static void
hc_bookmark_store_class_init (HcBookmarkStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_BOOKMARK;
  store_class->keeps_shown = TRUE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM bookmark ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM bookmark WHERE link = :key";

  /* An update that changes nothing, for without one there is no row to be returned. */
  store_class->save_sql = "INSERT INTO bookmark (link, title, created)"
                          " VALUES (:link, :title, coalesce (:created, :now))"
                          " ON CONFLICT (link) DO UPDATE SET created = created"
                          " RETURNING *";
}

static void
hc_bookmark_store_init (HcBookmarkStore *self)
{
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
  HcBookmark *wanted;

  g_return_if_fail (HC_IS_BOOKMARK_STORE (self));
  g_return_if_fail (HC_IS_BOOKMARK (bookmark));

  wanted = hc_bookmark_new (hc_bookmark_get_link (bookmark), hc_bookmark_get_title (bookmark));
  _hc_bookmark_set_created (wanted, hc_bookmark_get_created (bookmark));

  hc_store_save_async (HC_STORE (self), bookmark, wanted, callback, user_data);
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
  return hc_store_save_finish (HC_STORE (self), result, error);
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
  g_return_if_fail (HC_IS_BOOKMARK (bookmark));

  hc_store_remove_async (HC_STORE (self), bookmark, callback, user_data);
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
  return hc_store_remove_finish (HC_STORE (self), result, error);
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
  return hc_store_lookup (HC_STORE (self), link);
}
