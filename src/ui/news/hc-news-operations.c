/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-operations.h"

#include <glib/gi18n.h>

/* What can be taken back of what is done with feeds. */

static void
remove_subscription (GObject             *store,
                     GObject             *item,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  hc_subscription_store_remove_async (HC_SUBSCRIPTION_STORE (store), HC_SUBSCRIPTION (item), callback, user_data);
}

static gboolean
remove_subscription_finish (GObject       *store,
                            GAsyncResult  *result,
                            GError       **error)
{
  return hc_subscription_store_remove_finish (HC_SUBSCRIPTION_STORE (store), result, error);
}

/* It still says what it said: saved again, it is as it was, with its posts. */
static void
restore_subscription (GObject             *store,
                      GObject             *item,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  HcSubscription *subscription = HC_SUBSCRIPTION (item);

  hc_subscription_store_save_async (HC_SUBSCRIPTION_STORE (store), subscription,
                                    hc_subscription_get_details (subscription), callback, user_data);
}

static gboolean
save_subscription_finish (GObject       *store,
                          GAsyncResult  *result,
                          GError       **error)
{
  return hc_subscription_store_save_finish (HC_SUBSCRIPTION_STORE (store), result, error);
}

/**
 * hc_remove_subscription_new:
 * @news: the news
 * @subscription: a subscription
 *
 * Returns: (transfer full): the operation that removes it
 */
HcOperation *
hc_remove_subscription_new (HcNews         *news,
                            HcSubscription *subscription)
{
  static const HcOperationFuncs funcs = { remove_subscription, remove_subscription_finish,
                                          restore_subscription, save_subscription_finish };
  g_autofree char *title = NULL, *words = NULL;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (subscription), NULL);

  title = hc_news_dup_title (news, subscription);
  /* Translators: %s is the name of a feed. */
  words = g_strdup_printf (_("“%s” removed"), title);

  return hc_operation_new (words, G_OBJECT (hc_profile_get_subscriptions (hc_news_get_profile (news))),
                           G_OBJECT (subscription), &funcs);
}

/* What a subscription is to say, and what it said before. */
#define HC_TYPE_SUBSCRIPTION_CHANGE (hc_subscription_change_get_type ())

G_DECLARE_FINAL_TYPE (HcSubscriptionChange, hc_subscription_change, HC, SUBSCRIPTION_CHANGE, GObject)

struct _HcSubscriptionChange
{
  GObject                parent_instance;

  HcSubscription        *subscription;
  HcSubscriptionDetails  after;
  HcSubscriptionDetails  before;
};

G_DEFINE_FINAL_TYPE (HcSubscriptionChange, hc_subscription_change, G_TYPE_OBJECT)

static HcSubscriptionDetails
copy_details (const HcSubscriptionDetails *details)
{
  return (HcSubscriptionDetails) {
    .address = g_strdup (details->address),
    .title = g_strdup (details->title),
    .folder = g_strdup (details->folder),
    .home = g_strdup (details->home),
  };
}

static void
clear_details (HcSubscriptionDetails *details)
{
  g_free ((char *) details->address);
  g_free ((char *) details->title);
  g_free ((char *) details->folder);
  g_free ((char *) details->home);
}

static void
hc_subscription_change_finalize (GObject *object)
{
  HcSubscriptionChange *self = HC_SUBSCRIPTION_CHANGE (object);

  clear_details (&self->after);
  clear_details (&self->before);
  g_clear_object (&self->subscription);

  G_OBJECT_CLASS (hc_subscription_change_parent_class)->finalize (object);
}

static void
hc_subscription_change_class_init (HcSubscriptionChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_subscription_change_finalize;
}

static void
hc_subscription_change_init (HcSubscriptionChange *self)
{
}

static void
change_subscription (GObject             *store,
                     GObject             *item,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  HcSubscriptionChange *change = HC_SUBSCRIPTION_CHANGE (item);

  hc_subscription_store_save_async (HC_SUBSCRIPTION_STORE (store), change->subscription, &change->after, callback,
                                    user_data);
}

static void
change_back (GObject             *store,
             GObject             *item,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  HcSubscriptionChange *change = HC_SUBSCRIPTION_CHANGE (item);

  hc_subscription_store_save_async (HC_SUBSCRIPTION_STORE (store), change->subscription, &change->before, callback,
                                    user_data);
}

/**
 * hc_change_subscription_new:
 * @news: the news
 * @subscription: a subscription
 * @details: what it is to say
 *
 * Returns: (transfer full): the operation that renames it, moves it to a folder or gives it another address
 */
HcOperation *
hc_change_subscription_new (HcNews                      *news,
                            HcSubscription              *subscription,
                            const HcSubscriptionDetails *details)
{
  static const HcOperationFuncs funcs = { change_subscription, save_subscription_finish,
                                          change_back, save_subscription_finish };
  g_autoptr (HcSubscriptionChange) change = NULL;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (subscription), NULL);
  g_return_val_if_fail (details != NULL, NULL);

  change = g_object_new (HC_TYPE_SUBSCRIPTION_CHANGE, NULL);
  change->subscription = g_object_ref (subscription);
  change->before = copy_details (hc_subscription_get_details (subscription));
  change->after = copy_details (details);

  return hc_operation_new (_("Feed changed"), G_OBJECT (hc_profile_get_subscriptions (hc_news_get_profile (news))),
                           G_OBJECT (change), &funcs);
}

static void
unsave_post (GObject             *store,
             GObject             *item,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  hc_saved_post_store_remove_async (HC_SAVED_POST_STORE (store), HC_SAVED_POST (item), callback, user_data);
}

static gboolean
unsave_post_finish (GObject       *store,
                    GAsyncResult  *result,
                    GError       **error)
{
  return hc_saved_post_store_remove_finish (HC_SAVED_POST_STORE (store), result, error);
}

static void
save_post (GObject             *store,
           GObject             *item,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  hc_saved_post_store_add_async (HC_SAVED_POST_STORE (store), HC_SAVED_POST (item), callback, user_data);
}

static gboolean
save_post_finish (GObject       *store,
                  GAsyncResult  *result,
                  GError       **error)
{
  return hc_saved_post_store_add_finish (HC_SAVED_POST_STORE (store), result, error);
}

/**
 * hc_unsave_post_new:
 * @news: the news
 * @post: a saved post
 *
 * Returns: (transfer full): the operation that removes it from what is saved
 */
HcOperation *
hc_unsave_post_new (HcNews      *news,
                    HcSavedPost *post)
{
  static const HcOperationFuncs funcs = { unsave_post, unsave_post_finish, save_post, save_post_finish };

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (HC_IS_SAVED_POST (post), NULL);

  return hc_operation_new (_("Removed from saved posts"),
                           G_OBJECT (hc_profile_get_saved_posts (hc_news_get_profile (news))), G_OBJECT (post), &funcs);
}

/* What was not read of some feeds. The keys stand at the place of their feed. */
#define HC_TYPE_UNREAD_POSTS (hc_unread_posts_get_type ())

G_DECLARE_FINAL_TYPE (HcUnreadPosts, hc_unread_posts, HC, UNREAD_POSTS, GObject)

struct _HcUnreadPosts
{
  GObject    parent_instance;

  GPtrArray *feeds; /* of char */
  GPtrArray *keys;  /* of GStrv */
};

G_DEFINE_FINAL_TYPE (HcUnreadPosts, hc_unread_posts, G_TYPE_OBJECT)

static void
hc_unread_posts_finalize (GObject *object)
{
  HcUnreadPosts *self = HC_UNREAD_POSTS (object);

  g_ptr_array_unref (self->feeds);
  g_ptr_array_unref (self->keys);

  G_OBJECT_CLASS (hc_unread_posts_parent_class)->finalize (object);
}

static void
hc_unread_posts_class_init (HcUnreadPostsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_unread_posts_finalize;
}

static void
hc_unread_posts_init (HcUnreadPosts *self)
{
  self->feeds = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

typedef struct
{
  HcUnreadPosts *posts;
  guint          n_done;
  gboolean       is_read; /* what they become */
} Marking;

static void
marking_free (Marking *marking)
{
  g_object_unref (marking->posts);
  g_free (marking);
}

static void
mark (HcReadPosts         *store,
      HcUnreadPosts       *posts,
      guint                place,
      gboolean             is_read,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  hc_read_posts_mark_async (store, g_ptr_array_index (posts->feeds, place), g_ptr_array_index (posts->keys, place),
                            is_read, callback, user_data);
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Marking *marking = g_task_get_task_data (task);
  HcReadPosts *store = HC_READ_POSTS (source);
  GError *error = NULL;

  if (!hc_read_posts_mark_finish (store, result, &error))
    {
      /* All or nothing, as far as the disk lets. */
      while (marking->n_done > 0)
        mark (store, marking->posts, --marking->n_done, !marking->is_read, NULL, NULL);
      g_task_return_error (task, error);
      return;
    }

  if (++marking->n_done < marking->posts->feeds->len)
    mark (store, marking->posts, marking->n_done, marking->is_read, marked_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
mark_all (GObject             *store,
          GObject             *item,
          gboolean             is_read,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Marking *marking = g_new0 (Marking, 1);

  marking->posts = g_object_ref (HC_UNREAD_POSTS (item));
  marking->is_read = is_read;
  g_task_set_source_tag (task, mark_all);
  g_task_set_task_data (task, marking, (GDestroyNotify) marking_free);
  mark (HC_READ_POSTS (store), marking->posts, 0, is_read, marked_cb, task);
}

static void
read_all (GObject             *store,
          GObject             *item,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  mark_all (store, item, TRUE, callback, user_data);
}

static void
unread_all (GObject             *store,
            GObject             *item,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  mark_all (store, item, FALSE, callback, user_data);
}

static gboolean
mark_all_finish (GObject       *store,
                 GAsyncResult  *result,
                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_read_all_new:
 * @news: the news
 * @feeds: (array zero-terminated=1): the ids of subscriptions
 *
 * Returns: (transfer full) (nullable): the operation that marks all their posts as read; %NULL when all are
 */
HcOperation *
hc_read_all_new (HcNews            *news,
                 const char *const *feeds)
{
  static const HcOperationFuncs funcs = { read_all, mark_all_finish, unread_all, mark_all_finish };
  g_autoptr (HcUnreadPosts) posts = NULL;
  g_autofree char *words = NULL;
  guint n = 0;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (feeds != NULL, NULL);

  posts = g_object_new (HC_TYPE_UNREAD_POSTS, NULL);
  for (guint i = 0; feeds[i] != NULL; i++)
    {
      g_auto (GStrv) keys = hc_news_list_unread (news, feeds[i]);

      if (keys[0] == NULL)
        continue;

      n += g_strv_length (keys);
      g_ptr_array_add (posts->feeds, g_strdup (feeds[i]));
      g_ptr_array_add (posts->keys, g_steal_pointer (&keys));
    }

  if (n == 0)
    return NULL;

  words = g_strdup_printf (g_dngettext (NULL, "%u post marked as read", "%u posts marked as read", n), n);

  return hc_operation_new (words, G_OBJECT (hc_profile_get_read_posts (hc_news_get_profile (news))),
                           G_OBJECT (posts), &funcs);
}
