/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news.h"

#include <glib/gi18n.h>

#include "hc-opml.h"

/**
 * HcNews:
 *
 * What the person reads of feeds: joins their subscriptions and what they have read, which are in the
 * profile, with what was fetched. It says ::changed when something of that is other than before; lists and
 * numbers are to be asked for anew then.
 */
struct _HcNews
{
  GObject        parent_instance;

  HcProfile     *profile;
  HcFeedCatalog *catalog;
  HcFeedRefresh *refresh; /* NULL: nothing can be fetched */
  GHashTable    *keys;    /* of GStrv, those of the items of a feed, by its id; those that were asked for */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcNews, hc_news, G_TYPE_OBJECT)

static void
hc_news_finalize (GObject *object)
{
  HcNews *self = HC_NEWS (object);

  g_hash_table_unref (self->keys);
  g_clear_object (&self->refresh);
  g_clear_object (&self->catalog);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (hc_news_parent_class)->finalize (object);
}

static void
hc_news_class_init (HcNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_news_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_news_init (HcNews *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
}

static void
emit_changed (HcNews *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
catalog_changed_cb (HcNews *self)
{
  g_hash_table_remove_all (self->keys);
  emit_changed (self);
}

/**
 * hc_news_new:
 * @profile: the profile
 * @catalog: what was fetched
 * @refresh: (nullable): what fetches; %NULL while nothing can be
 *
 * Returns: (transfer full): what joins them
 */
HcNews *
hc_news_new (HcProfile     *profile,
             HcFeedCatalog *catalog,
             HcFeedRefresh *refresh)
{
  HcNews *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_FEED_CATALOG (catalog), NULL);
  g_return_val_if_fail (refresh == NULL || HC_IS_FEED_REFRESH (refresh), NULL);

  self = g_object_new (HC_TYPE_NEWS, NULL);
  self->profile = g_object_ref (profile);
  self->catalog = g_object_ref (catalog);
  self->refresh = refresh != NULL ? g_object_ref (refresh) : NULL;

  g_signal_connect_object (catalog, "changed", G_CALLBACK (catalog_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_subscriptions (profile), "items-changed",
                           G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_saved_posts (profile), "items-changed", G_CALLBACK (emit_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_read_posts (profile), "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_news_get_profile:
 * @self: the news
 *
 * Returns: (transfer none): the profile with the subscriptions
 */
HcProfile *
hc_news_get_profile (HcNews *self)
{
  g_return_val_if_fail (HC_IS_NEWS (self), NULL);

  return self->profile;
}

/**
 * hc_news_get_catalog:
 * @self: the news
 *
 * Returns: (transfer none): what was fetched
 */
HcFeedCatalog *
hc_news_get_catalog (HcNews *self)
{
  g_return_val_if_fail (HC_IS_NEWS (self), NULL);

  return self->catalog;
}

/**
 * hc_news_get_refresh:
 * @self: the news
 *
 * Returns: (transfer none) (nullable): what fetches
 */
HcFeedRefresh *
hc_news_get_refresh (HcNews *self)
{
  g_return_val_if_fail (HC_IS_NEWS (self), NULL);

  return self->refresh;
}

static const char *const *
get_keys (HcNews     *self,
          const char *feed)
{
  GStrv keys = g_hash_table_lookup (self->keys, feed);

  if (keys == NULL)
    {
      keys = hc_feed_catalog_list_keys (self->catalog, feed, NULL);
      if (keys == NULL)
        keys = g_new0 (char *, 1);
      g_hash_table_insert (self->keys, g_strdup (feed), keys);
    }

  return (const char *const *) keys;
}

/**
 * hc_news_count_unread:
 * @self: the news
 * @feed: (nullable): the id of a subscription; %NULL for all
 *
 * Returns: how many items were not read
 */
guint
hc_news_count_unread (HcNews     *self,
                      const char *feed)
{
  HcReadPosts *read;
  g_auto (GStrv) feeds = NULL;
  guint n_unread = 0;

  g_return_val_if_fail (HC_IS_NEWS (self), 0);

  read = hc_profile_get_read_posts (self->profile);
  if (feed != NULL)
    return hc_read_posts_count_unread (read, feed, get_keys (self, feed));

  feeds = hc_news_list_feeds (self, NULL);
  for (guint i = 0; feeds[i] != NULL; i++)
    n_unread += hc_read_posts_count_unread (read, feeds[i], get_keys (self, feeds[i]));

  return n_unread;
}

/**
 * hc_news_list_unread:
 * @self: the news
 * @feed: the id of a subscription
 *
 * Returns: (transfer full): the keys of the items of it that were not read, to mark them all as read, and to
 *   take that back
 */
GStrv
hc_news_list_unread (HcNews     *self,
                     const char *feed)
{
  g_autoptr (GStrvBuilder) unread = g_strv_builder_new ();
  const char *const *keys;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  keys = get_keys (self, feed);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!hc_read_posts_has (hc_profile_get_read_posts (self->profile), feed, keys[i]))
      g_strv_builder_add (unread, keys[i]);

  return g_strv_builder_end (unread);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (a, b);
}

/**
 * hc_news_list_folders:
 * @self: the news
 *
 * Returns: (transfer full): the folders in which there are subscriptions, by their names
 */
GStrv
hc_news_list_folders (HcNews *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  GListModel *subscriptions;
  guint n;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);

  subscriptions = G_LIST_MODEL (hc_profile_get_subscriptions (self->profile));
  n = g_list_model_get_n_items (subscriptions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSubscription) subscription = g_list_model_get_item (subscriptions, i);
      const char *folder = hc_subscription_get_details (subscription)->folder;

      if (*folder != '\0' && !g_hash_table_contains (seen, folder))
        {
          char *copy = g_strdup (folder);

          g_hash_table_add (seen, copy);
          g_ptr_array_add (folders, copy);
        }
    }

  g_ptr_array_sort_values (folders, compare_names);

  /* An array in which nothing ever was has no end either. */
  return folders->len > 0 ? (GStrv) g_ptr_array_steal (folders, NULL) : g_new0 (char *, 1);
}

/**
 * hc_news_list_feeds:
 * @self: the news
 * @folder: (nullable): a folder, empty for the feeds that are in none; %NULL for all
 *
 * Returns: (transfer full): the ids of the subscriptions in it
 */
GStrv
hc_news_list_feeds (HcNews     *self,
                    const char *folder)
{
  g_autoptr (GStrvBuilder) feeds = g_strv_builder_new ();
  GListModel *subscriptions;
  guint n;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);

  subscriptions = G_LIST_MODEL (hc_profile_get_subscriptions (self->profile));
  n = g_list_model_get_n_items (subscriptions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSubscription) subscription = g_list_model_get_item (subscriptions, i);

      if (folder == NULL || g_str_equal (hc_subscription_get_details (subscription)->folder, folder))
        g_strv_builder_add (feeds, hc_subscription_get_id (subscription));
    }

  return g_strv_builder_end (feeds);
}

/**
 * hc_news_dup_title:
 * @self: the news
 * @subscription: a subscription
 *
 * Returns: (transfer full): what it is called: by the person, otherwise by itself, otherwise after its host
 */
char *
hc_news_dup_title (HcNews         *self,
                   HcSubscription *subscription)
{
  const HcSubscriptionDetails *details;
  g_autoptr (HcFeedStatus) status = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (subscription), NULL);

  details = hc_subscription_get_details (subscription);
  if (*details->title != '\0')
    return g_strdup (details->title);

  status = hc_feed_catalog_dup_status (self->catalog, hc_subscription_get_id (subscription), NULL);
  if (status != NULL && *status->title != '\0')
    return g_strdup (status->title);

  uri = g_uri_parse (details->address, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : details->address);
}

/**
 * hc_news_make_saved_post:
 * @self: the news
 * @item: an item with its text
 *
 * Returns: (transfer full): the same whole, to be saved
 */
HcSavedPost *
hc_news_make_saved_post (HcNews     *self,
                         HcFeedItem *item)
{
  const HcFeedItemDetails *details;
  g_autofree char *publisher = NULL;
  HcSubscription *subscription;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);
  g_return_val_if_fail (HC_IS_FEED_ITEM (item), NULL);

  details = hc_feed_item_get_details (item);
  subscription = hc_store_lookup (HC_STORE (hc_profile_get_subscriptions (self->profile)), details->feed);
  publisher = subscription != NULL ? hc_news_dup_title (self, subscription) : NULL;

  return hc_saved_post_new (&(HcSavedPostDetails) {
    .feed = details->feed,
    .key = details->key,
    .publisher = publisher,
    .title = details->title,
    .author = details->author,
    .link = details->link,
    .text = details->text,
    .published = details->published,
    .is_cut = details->is_cut,
  });
}

/**
 * hc_news_print_opml:
 * @self: the news
 * @now: the time
 *
 * Returns: (transfer full): the subscriptions as OPML 2.0, the oldest first
 */
char *
hc_news_print_opml (HcNews    *self,
                    GDateTime *now)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_opml_entry_free);
  GListModel *subscriptions;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  subscriptions = G_LIST_MODEL (hc_profile_get_subscriptions (self->profile));

  for (guint i = g_list_model_get_n_items (subscriptions); i > 0; i--)
    {
      g_autoptr (HcSubscription) subscription = g_list_model_get_item (subscriptions, i - 1);
      const HcSubscriptionDetails *details = hc_subscription_get_details (subscription);
      g_autofree char *title = hc_news_dup_title (self, subscription);

      g_ptr_array_add (entries, hc_opml_entry_new (details->address, title, details->home, details->folder));
    }

  /* Translators: the title of a file with the feeds that somebody reads. */
  return hc_opml_print (entries, _("Feeds of Health Center"), now);
}

/**
 * hc_news_pick_new:
 * @self: the news
 * @entries: (element-type HcOpmlEntry): what hc_opml_read() has read
 *
 * Returns: (transfer full) (element-type HcOpmlEntry): those that are not subscribed to yet; a subscription
 *   is made of each by hc_subscription_store_save_async() with a new #HcSubscription
 */
GPtrArray *
hc_news_pick_new (HcNews    *self,
                  GPtrArray *entries)
{
  HcSubscriptionStore *subscriptions;
  GPtrArray *fresh;

  g_return_val_if_fail (HC_IS_NEWS (self), NULL);
  g_return_val_if_fail (entries != NULL, NULL);

  subscriptions = hc_profile_get_subscriptions (self->profile);
  fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_opml_entry_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const HcOpmlEntry *entry = g_ptr_array_index (entries, i);

      if (hc_subscription_store_find (subscriptions, entry->address) == NULL)
        g_ptr_array_add (fresh, hc_opml_entry_new (entry->address, entry->title, entry->home, entry->folder));
    }

  return fresh;
}
