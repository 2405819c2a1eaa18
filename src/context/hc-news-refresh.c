/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news.h"

#include "hc-feed-address.h"

/* Fetching what is subscribed to. */

static GPtrArray *
make_targets (HcNews            *self,
              const char *const *feeds)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_feed_target_free);
  HcProfile *profile = hc_news_get_profile (self);
  GListModel *subscriptions = G_LIST_MODEL (hc_profile_get_subscriptions (profile));
  guint n = g_list_model_get_n_items (subscriptions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSubscription) subscription = g_list_model_get_item (subscriptions, i);
      const char *id = hc_subscription_get_id (subscription);
      g_auto (GStrv) saved = NULL;

      if (feeds != NULL && !g_strv_contains (feeds, id))
        continue;

      saved = hc_saved_post_store_list_keys (hc_profile_get_saved_posts (profile), id);

      g_ptr_array_add (targets, hc_feed_target_new (id, hc_subscription_get_details (subscription)->address,
                                                    (const char *const *) saved));
    }

  return targets;
}

/* Writes down the new address of a feed whose server says that it has moved for ever, within its host.
 * Another host is for the person to agree to. */
static void
follow_move (HcNews             *self,
             const HcFeedStatus *status)
{
  HcSubscriptionStore *subscriptions = hc_profile_get_subscriptions (hc_news_get_profile (self));
  HcSubscription *subscription = hc_store_lookup (HC_STORE (subscriptions), status->id);
  g_autofree char *address = status->moved_to != NULL ? hc_feed_address_normalize (status->moved_to) : NULL;
  HcSubscriptionDetails details;

  if (subscription == NULL || address == NULL || status->problem != HC_FEED_PROBLEM_NONE)
    return;

  details = *hc_subscription_get_details (subscription);
  if (g_str_equal (details.address, address) || !hc_feed_address_same_host (details.address, address) ||
      hc_subscription_store_find (subscriptions, address) != NULL)
    return;

  details.address = address;
  hc_subscription_store_save_async (subscriptions, subscription, &details, NULL, NULL);
}

/* Of what is not here any more it need not be known that it was read. */
static void
forget_gone (HcNews             *self,
             const HcFeedStatus *status)
{
  g_auto (GStrv) keys = NULL;

  if (status->problem != HC_FEED_PROBLEM_NONE)
    return;

  keys = hc_feed_catalog_list_keys (hc_news_get_catalog (self), status->id, NULL);
  if (keys != NULL)
    hc_read_posts_forget_async (hc_profile_get_read_posts (hc_news_get_profile (self)), status->id,
                                (const char *const *) keys, NULL, NULL);
}

/* A feed that was removed stays until here, so that what it had is there when that is undone. */
static void
forget_removed (HcNews *self)
{
  HcStore *subscriptions = HC_STORE (hc_profile_get_subscriptions (hc_news_get_profile (self)));
  g_auto (GStrv) feeds = hc_feed_catalog_list_feeds (hc_news_get_catalog (self), NULL);

  for (guint i = 0; feeds != NULL && feeds[i] != NULL; i++)
    if (hc_store_lookup (subscriptions, feeds[i]) == NULL)
      hc_feed_refresh_forget_async (hc_news_get_refresh (self), feeds[i], NULL, NULL);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcNews *self = g_task_get_source_object (task);
  GError *error = NULL;
  HcFeedRefreshReport *report = hc_feed_refresh_run_finish (HC_FEED_REFRESH (source), result, &error);

  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < report->statuses->len; i++)
    {
      follow_move (self, g_ptr_array_index (report->statuses, i));
      forget_gone (self, g_ptr_array_index (report->statuses, i));
    }

  if (g_task_get_task_data (task) == NULL)
    forget_removed (self);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (hc_news_get_catalog (self)));
  g_task_return_pointer (task, report, (GDestroyNotify) hc_feed_refresh_report_free);
}

/**
 * hc_news_refresh_feeds_async:
 * @self: the news
 * @feeds: (nullable) (array zero-terminated=1): the ids of subscriptions; %NULL for all
 * @forced: whether feeds are asked as well that are gone, or whose server asked for patience
 * @cancellable: (nullable): ends it early; what was fetched until then is kept
 * @callback: called when all is done; see hc_news_refresh_finish()
 * @user_data: passed to @callback
 *
 * Fetches some of what is subscribed to. Addresses that have moved within their host are written down. What was
 * removed is forgotten when all are fetched.
 */
void
hc_news_refresh_feeds_async (HcNews              *self,
                             const char *const   *feeds,
                             gboolean             forced,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) targets = NULL;

  g_return_if_fail (HC_IS_NEWS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_news_refresh_async);
  if (feeds != NULL)
    g_task_set_task_data (task, g_strdupv ((char **) feeds), (GDestroyNotify) g_strfreev);

  if (hc_news_get_refresh (self) == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Nothing can be fetched");
      return;
    }

  targets = make_targets (self, feeds);
  hc_feed_refresh_run_async (hc_news_get_refresh (self), targets, forced, cancellable, refreshed_cb,
                             g_steal_pointer (&task));
}

/**
 * hc_news_refresh_async:
 * @self: the news
 * @forced: whether feeds are asked as well that are gone, or whose server asked for patience
 * @cancellable: (nullable): ends it early; what was fetched until then is kept
 * @callback: called when all is done
 * @user_data: passed to @callback
 *
 * Fetches all that is subscribed to, as hc_news_refresh_feeds_async() does.
 */
void
hc_news_refresh_async (HcNews              *self,
                       gboolean             forced,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  hc_news_refresh_feeds_async (self, NULL, forced, cancellable, callback, user_data);
}

/**
 * hc_news_refresh_finish:
 * @self: the news
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, or %G_IO_ERROR_NOT_SUPPORTED when there is nothing to
 *   fetch with
 *
 * Returns: (transfer full) (nullable): what became of it; how it stands with each feed is in the catalog
 */
HcFeedRefreshReport *
hc_news_refresh_finish (HcNews        *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_news_refresh_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
