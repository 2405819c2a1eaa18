/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-search.h"

#include "hc-feed-address.h"
#include "hc-feed-reader.h"

/* Looking for the feeds at an address, which is what people have: that of a feed, or of a page that names some. */

typedef struct
{
  char        *address;
  HcFeedReply *reply;
} Search;

static void
search_free (Search *search)
{
  g_free (search->address);
  hc_feed_reply_free (search->reply);
  g_free (search);
}

/**
 * hc_feed_search_result_free:
 * @self: (transfer full) (nullable): what was found
 */
void
hc_feed_search_result_free (HcFeedSearchResult *self)
{
  if (self == NULL)
    return;

  g_free (self->address);
  g_ptr_array_unref (self->found);
  g_free (self->moved_to);
  g_free (self);
}

/* Looks into what came. */
static void
read_body (HcFeedSearchResult *result,
           const HcFeedReply  *reply,
           const char         *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeed) feed = hc_feed_read (reply->body, reply->content_type, address, &error);

  if (feed != NULL)
    {
      HcFoundFeed *found = g_new0 (HcFoundFeed, 1);

      found->address = g_strdup (address);
      found->title = g_strdup (feed->title);
      g_ptr_array_add (result->found, found);
      result->is_feed = TRUE;
      return;
    }

  g_ptr_array_unref (result->found);
  result->found = hc_feed_finder_find (reply->body, reply->content_type, address);
  if (result->found->len == 0)
    result->problem = hc_feed_problem_from_error (error);
}

static void
read_reply (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Search *search = data;
  const HcFeedReply *reply = search->reply;
  g_autofree char *moved = reply->moved_to != NULL ? hc_feed_address_normalize (reply->moved_to) : NULL;
  HcFeedSearchResult *result = g_new0 (HcFeedSearchResult, 1);

  result->address = g_strdup (search->address);
  result->found = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_found_feed_free);
  result->problem = hc_feed_problem_from_status (reply->status);

  if (result->problem == HC_FEED_PROBLEM_MOVED)
    result->moved_to = g_steal_pointer (&moved);
  else if (result->problem == HC_FEED_PROBLEM_NONE && reply->body != NULL)
    read_body (result, reply, moved != NULL ? moved : search->address);
  else if (result->problem == HC_FEED_PROBLEM_NONE)
    result->problem = HC_FEED_PROBLEM_DAMAGED;

  g_task_return_pointer (task, result, (GDestroyNotify) hc_feed_search_result_free);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;

  search->reply = hc_feed_fetcher_fetch_finish (HC_FEED_FETCHER (source), result, &error);

  if (search->reply != NULL)
    g_task_run_in_thread (task, read_reply);
  else
    g_task_return_error (task, error);
}

/**
 * hc_feed_search_run_async:
 * @fetcher: who fetches
 * @address: an `https:` address, see hc_feed_address_normalize()
 * @cancellable: (nullable): ends it early
 * @callback: called when it is known what is there
 * @user_data: passed to @callback
 *
 * Looks which feeds are at an address. Nothing else is asked for than what is at this address.
 */
void
hc_feed_search_run_async (HcFeedFetcher       *fetcher,
                          const char          *address,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  Search *search;

  g_return_if_fail (HC_IS_FEED_FETCHER (fetcher));
  g_return_if_fail (address != NULL);

  search = g_new0 (Search, 1);
  search->address = g_strdup (address);
  task = g_task_new (fetcher, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_feed_search_run_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  hc_feed_fetcher_fetch_async (fetcher, address, NULL, NULL, cancellable, fetched_cb, task);
}

/**
 * hc_feed_search_run_finish:
 * @fetcher: who fetches
 * @result: what the callback was given
 * @error: return location for an error of the network
 *
 * Returns: (transfer full) (nullable): what is there; %NULL when nobody replied
 */
HcFeedSearchResult *
hc_feed_search_run_finish (HcFeedFetcher  *fetcher,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, fetcher), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_feed_search_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
