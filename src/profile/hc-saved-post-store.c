/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-saved-post-store.h"

#include "hc-saved-post-private.h"
#include "hc-timestamp.h"

/**
 * HcSavedPostStore:
 *
 * What the person saved of feeds, a #GListModel of #HcSavedPost, what was saved last first. It shows what the
 * disk holds.
 */
struct _HcSavedPostStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcSavedPostStore, hc_saved_post_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  const HcSavedPostDetails *details = hc_saved_post_get_details (item);
  guint n_fields;
  const HcTextField *fields = _hc_saved_post_get_fields (&n_fields);

  hc_timestamp_bind (statement, ":published", details->published);
  hc_timestamp_bind (statement, ":created", hc_saved_post_get_created (item));
  hc_statement_bind_int64 (statement, ":is_cut", details->is_cut);

  return hc_text_fields_bind (fields, n_fields, statement, details, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_saved_post_get_fields (&n_fields);
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) published = NULL;
  HcSavedPostDetails details = { 0 };
  HcSavedPost *post;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL)
    return NULL;

  if (!hc_statement_is_null (statement, "published") &&
      (published = hc_timestamp_parse (hc_statement_get_text (statement, "published"), error)) == NULL)
    return NULL;

  hc_text_fields_read (fields, n_fields, statement, &details);
  details.published = published;
  details.is_cut = hc_statement_get_int64 (statement, "is_cut") != 0;
  post = hc_saved_post_new (&details);
  hc_text_fields_clear (fields, n_fields, &details);
  _hc_saved_post_set_created (post, created);

  return post;
}

static const char *
get_key (gpointer item)
{
  return hc_saved_post_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_saved_post_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_saved_post_set_created (item, hc_saved_post_get_created (saved));
}

static void
hc_saved_post_store_class_init (HcSavedPostStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_SAVED_POST;
  store_class->keeps_shown = TRUE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM saved_post ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM saved_post WHERE feed || '/' || key = :key";

  /* An update that changes nothing, for without one there is no row to be returned: what was saved stays as
   * it was when it was saved. */
  store_class->save_sql = "INSERT INTO saved_post"
                          " (feed, key, publisher, title, author, link, text, published, is_cut, created)"
                          " VALUES (:feed, :key, :publisher, :title, :author, :link, :text, :published, "
                          ":is_cut,"
                          "         coalesce (:created, :now))"
                          " ON CONFLICT (feed, key) DO UPDATE SET created = created"
                          " RETURNING *";
}

static void
hc_saved_post_store_init (HcSavedPostStore *self)
{
}

/**
 * hc_saved_post_store_add_async:
 * @self: the saved posts
 * @post: a post, new or removed
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a post. One that is saved already stays as it is, and it is no error. One that was removed comes back
 * with the date that it had.
 */
void
hc_saved_post_store_add_async (HcSavedPostStore    *self,
                               HcSavedPost         *post,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  HcSavedPost *wanted;

  g_return_if_fail (HC_IS_SAVED_POST_STORE (self));
  g_return_if_fail (HC_IS_SAVED_POST (post));

  wanted = hc_saved_post_new (hc_saved_post_get_details (post));
  _hc_saved_post_set_created (wanted, hc_saved_post_get_created (post));

  hc_store_save_async (HC_STORE (self), post, wanted, callback, user_data);
}

/**
 * hc_saved_post_store_add_finish:
 * @self: the saved posts
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk
 */
gboolean
hc_saved_post_store_add_finish (HcSavedPostStore  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_saved_post_store_remove_async:
 * @self: the saved posts
 * @post: one of them; that it is not saved is no error
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a post. To undo it, add @post again.
 */
void
hc_saved_post_store_remove_async (HcSavedPostStore    *self,
                                  HcSavedPost         *post,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (HC_IS_SAVED_POST (post));

  hc_store_remove_async (HC_STORE (self), post, callback, user_data);
}

/**
 * hc_saved_post_store_remove_finish:
 * @self: the saved posts
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
hc_saved_post_store_remove_finish (HcSavedPostStore  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}

/**
 * hc_saved_post_store_lookup:
 * @self: the saved posts
 * @feed: the id of a subscription
 * @key: the key of an item of it
 *
 * Returns: (transfer none) (nullable): that item, when it is saved
 */
HcSavedPost *
hc_saved_post_store_lookup (HcSavedPostStore *self,
                            const char       *feed,
                            const char       *key)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (HC_IS_SAVED_POST_STORE (self), NULL);
  g_return_val_if_fail (feed != NULL && key != NULL, NULL);

  id = g_strconcat (feed, "/", key, NULL);

  return hc_store_lookup (HC_STORE (self), id);
}

/**
 * hc_saved_post_store_list_keys:
 * @self: the saved posts
 * @feed: the id of a subscription
 *
 * Returns: (transfer full): the keys of what was saved of it
 */
GStrv
hc_saved_post_store_list_keys (HcSavedPostStore *self,
                               const char       *feed)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  guint n;

  g_return_val_if_fail (HC_IS_SAVED_POST_STORE (self), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSavedPost) post = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (hc_saved_post_get_details (post)->feed, feed))
        g_strv_builder_add (keys, hc_saved_post_get_details (post)->key);
    }

  return g_strv_builder_end (keys);
}
