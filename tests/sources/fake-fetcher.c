/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fake-fetcher.h"

#include <string.h>

struct _FakeFetcher
{
  GObject     parent_instance;

  GHashTable *replies; /* of HcFeedReply, by their address; what is not there is unreachable */
  GString    *log;     /* a line a request: address, etag, last-modified */
  guint       n_waiting;
  guint       most;    /* of n_waiting */
  guint       n_held;  /* nothing is answered before so many waited together */
};

static void fetcher_init (HcFeedFetcherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeFetcher, fake_fetcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HC_TYPE_FEED_FETCHER, fetcher_init))

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;
  FakeFetcher *self = g_task_get_source_object (task);
  const HcFeedReply *reply = g_hash_table_lookup (self->replies, g_task_get_task_data (task));
  HcFeedReply *copy;

  if (self->most < self->n_held)
    return G_SOURCE_CONTINUE;

  self->n_waiting--;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  if (reply == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, "No such host");
      return G_SOURCE_REMOVE;
    }

  copy = hc_feed_reply_new (reply->status, reply->body != NULL ? g_bytes_ref (reply->body) : NULL);
  copy->content_type = g_strdup (reply->content_type);
  copy->etag = g_strdup (reply->etag);
  copy->last_modified = g_strdup (reply->last_modified);
  copy->moved_to = g_strdup (reply->moved_to);
  copy->not_before = reply->not_before != NULL ? g_date_time_ref (reply->not_before) : NULL;
  g_task_return_pointer (task, copy, (GDestroyNotify) hc_feed_reply_free);

  return G_SOURCE_REMOVE;
}

static void
fetch_async (HcFeedFetcher       *fetcher,
             const char          *address,
             const char          *etag,
             const char          *last_modified,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  FakeFetcher *self = FAKE_FETCHER (fetcher);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_string_append_printf (self->log, "%s|%s|%s\n", address, etag != NULL ? etag : "-",
                          last_modified != NULL ? last_modified : "-");
  self->n_waiting++;
  self->most = MAX (self->most, self->n_waiting);
  g_task_set_task_data (task, g_strdup (address), g_free);

  /* When nothing else is to be done: all that may wait does. */
  g_idle_add_full (G_PRIORITY_LOW, answer_cb, task, g_object_unref);
}

static HcFeedReply *
fetch_finish (HcFeedFetcher  *fetcher,
              GAsyncResult   *result,
              GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fetcher_init (HcFeedFetcherInterface *iface)
{
  iface->fetch_async = fetch_async;
  iface->fetch_finish = fetch_finish;
}

static void
fake_fetcher_finalize (GObject *object)
{
  FakeFetcher *self = FAKE_FETCHER (object);

  g_hash_table_unref (self->replies);
  g_string_free (self->log, TRUE);

  G_OBJECT_CLASS (fake_fetcher_parent_class)->finalize (object);
}

static void
fake_fetcher_class_init (FakeFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_fetcher_finalize;
}

static void
fake_fetcher_init (FakeFetcher *self)
{
  self->replies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) hc_feed_reply_free);
  self->log = g_string_new (NULL);
}

FakeFetcher *
fake_fetcher_new (void)
{
  return g_object_new (FAKE_TYPE_FETCHER, NULL);
}

/* Returns: (transfer none): what is answered from now on, to be completed */
HcFeedReply *
fake_fetcher_serve (FakeFetcher *self,
                    const char  *address,
                    guint        status,
                    const char  *body)
{
  HcFeedReply *reply = hc_feed_reply_new (status, body != NULL ? g_bytes_new (body, strlen (body)) : NULL);

  g_hash_table_replace (self->replies, g_strdup (address), reply);

  return reply;
}

/* Answers nothing before @n requests waited together. */
void
fake_fetcher_hold (FakeFetcher *self,
                   guint        n)
{
  self->n_held = n;
}

/* Returns: (transfer full): what was asked since the last time */
char *
fake_fetcher_dup_log (FakeFetcher *self)
{
  char *log = g_strdup (self->log->str);

  g_string_truncate (self->log, 0);

  return log;
}

guint
fake_fetcher_get_most (FakeFetcher *self)
{
  return self->most;
}
