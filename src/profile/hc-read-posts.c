/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-read-posts.h"

#include <string.h>

#include "hc-read-posts-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcReadPosts:
 *
 * What the person has read of feeds. It is known of items by the id of their feed and their key, also of
 * those that are not here any more. It changes when the disk has the change, and then says ::changed.
 */
struct _HcReadPosts
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
  GHashTable       *posts; /* a set of FEED/KEY */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcReadPosts, hc_read_posts, G_TYPE_OBJECT)

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
hc_read_posts_finalize (GObject *object)
{
  HcReadPosts *self = HC_READ_POSTS (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->posts);

  G_OBJECT_CLASS (hc_read_posts_parent_class)->finalize (object);
}

static void
hc_read_posts_class_init (HcReadPostsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_read_posts_finalize;

  /**
   * HcReadPosts::changed:
   * @self: what was read
   * @feed: the id of the feed of which something else was; empty: of any
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_read_posts_init (HcReadPosts *self)
{
  self->posts = new_set ();
}

/* Returns: (transfer full): one of which nothing is known, whose writes go to the database of @worker */
HcReadPosts *
_hc_read_posts_new (HcDatabaseWorker *worker,
                    HcClock          *clock)
{
  HcReadPosts *self = g_object_new (HC_TYPE_READ_POSTS, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

/* Called in the thread of the database.
 *
 * Returns: (transfer full) (nullable): a set of FEED/KEY */
GHashTable *
_hc_read_posts_read_all (HcDatabase  *database,
                         GError     **error)
{
  g_autoptr (GHashTable) posts = new_set ();
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT feed || '/' || key AS post FROM read_post", error);
  HcStep step;

  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_hash_table_add (posts, hc_text_dup_valid (hc_statement_get_text (statement, "post")));

  return step == HC_STEP_DONE ? g_steal_pointer (&posts) : NULL;
}

/* Takes what _hc_read_posts_read_all() has read, or nothing, in place of what is there. */
void
_hc_read_posts_fill (HcReadPosts *self,
                     GHashTable  *posts)
{
  g_hash_table_unref (self->posts);
  self->posts = posts != NULL ? g_hash_table_ref (posts) : new_set ();
  g_signal_emit (self, signals[CHANGED], 0, "");
}

/**
 * hc_read_posts_has:
 * @self: what was read
 * @feed: the id of a subscription
 * @key: the key of an item of it
 *
 * Returns: whether the item was read
 */
gboolean
hc_read_posts_has (HcReadPosts *self,
                   const char  *feed,
                   const char  *key)
{
  g_autofree char *post = NULL;

  g_return_val_if_fail (HC_IS_READ_POSTS (self), FALSE);
  g_return_val_if_fail (feed != NULL && key != NULL, FALSE);

  post = g_strconcat (feed, "/", key, NULL);

  return g_hash_table_contains (self->posts, post);
}

/**
 * hc_read_posts_count_unread:
 * @self: what was read
 * @feed: the id of a subscription
 * @keys: (array zero-terminated=1): the keys of its items
 *
 * Returns: how many of these were not read
 */
guint
hc_read_posts_count_unread (HcReadPosts       *self,
                            const char        *feed,
                            const char *const *keys)
{
  guint n_unread = 0;

  g_return_val_if_fail (HC_IS_READ_POSTS (self), 0);
  g_return_val_if_fail (keys != NULL, 0);

  for (guint i = 0; keys[i] != NULL; i++)
    n_unread += !hc_read_posts_has (self, feed, keys[i]);

  return n_unread;
}

/* A change, the data of its task. The thread of the database reads it. */
typedef struct
{
  char       *feed;
  char      **keys;
  gboolean    is_read; /* or it is not any more */
  GDateTime  *now;
} Change;

static void
change_free (Change *change)
{
  g_free (change->feed);
  g_strfreev (change->keys);
  g_date_time_unref (change->now);
  g_free (change);
}

static gboolean
write_marks (HcDatabase  *database,
             gpointer     data,
             GError     **error)
{
  const Change *change = data;
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, change->is_read
    ? "INSERT INTO read_post (feed, key, changed) VALUES (:feed, :key, :now) ON CONFLICT DO NOTHING"
    : "DELETE FROM read_post WHERE feed = :feed AND key = :key AND :now IS NOT NULL", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; change->keys[i] != NULL; i++)
    {
      hc_statement_reset (statement);
      hc_timestamp_bind (statement, ":now", change->now);
      if (!hc_text_bind (statement, ":feed", change->feed, error) ||
          !hc_text_bind (statement, ":key", change->keys[i], error) ||
          !hc_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
write_change (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  hc_database_transaction (database, write_marks, data, error);

  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcReadPosts *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; change->keys[i] != NULL; i++)
    {
      g_autofree char *post = g_strconcat (change->feed, "/", change->keys[i], NULL);

      if (change->is_read)
        g_hash_table_add (self->posts, g_steal_pointer (&post));
      else
        g_hash_table_remove (self->posts, post);
    }

  g_signal_emit (self, signals[CHANGED], 0, change->feed);
  g_task_return_boolean (task, TRUE);
}

/**
 * hc_read_posts_mark_async:
 * @self: what was read
 * @feed: the id of a subscription
 * @keys: (array zero-terminated=1): the keys of items of it
 * @is_read: whether they were read, or are to be read again
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Marks items, all or none. To undo it, mark those that were not read before as such.
 */
void
hc_read_posts_mark_async (HcReadPosts         *self,
                          const char          *feed,
                          const char *const   *keys,
                          gboolean             is_read,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Change *change;
  GTask *task;

  g_return_if_fail (HC_IS_READ_POSTS (self));
  g_return_if_fail (feed != NULL && keys != NULL);

  change = g_new0 (Change, 1);
  change->feed = g_strdup (feed);
  change->keys = g_strdupv ((char **) keys);
  change->is_read = is_read;
  change->now = hc_clock_dup_time (self->clock);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_read_posts_mark_async);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  hc_database_worker_run_async (self->worker, write_change, change, NULL, NULL, written_cb, task);
}

/**
 * hc_read_posts_mark_finish:
 * @self: what was read
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, nothing has changed
 */
gboolean
hc_read_posts_mark_finish (HcReadPosts   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_read_posts_mark_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Returns: (transfer full): the keys of what was read of a feed that are not among @kept */
static GStrv
list_gone (HcReadPosts       *self,
           const char        *feed,
           const char *const *kept)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) gone = g_strv_builder_new ();
  g_autofree char *prefix = g_strconcat (feed, "/", NULL);
  gsize length = strlen (prefix);
  GHashTableIter iter;
  gpointer post;

  for (guint i = 0; kept[i] != NULL; i++)
    g_hash_table_add (present, (gpointer) kept[i]);

  g_hash_table_iter_init (&iter, self->posts);
  while (g_hash_table_iter_next (&iter, &post, NULL))
    if (g_str_has_prefix (post, prefix) && !g_hash_table_contains (present, (const char *) post + length))
      g_strv_builder_add (gone, (const char *) post + length);

  return g_strv_builder_end (gone);
}

/**
 * hc_read_posts_forget_async:
 * @self: what was read
 * @feed: the id of a subscription
 * @kept: (array zero-terminated=1): the keys of the items that are still there
 * @callback: (nullable): called when it is done; hc_read_posts_mark_finish() says whether it was
 * @user_data: passed to @callback
 *
 * Forgets what was read of items that are not there any more, so that it does not grow for ever. Where nothing is to
 * be forgotten, as after most fetches, nothing is written and nothing changes.
 */
void
hc_read_posts_forget_async (HcReadPosts         *self,
                            const char          *feed,
                            const char *const   *kept,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_auto (GStrv) gone = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HC_IS_READ_POSTS (self));
  g_return_if_fail (feed != NULL && kept != NULL);

  gone = list_gone (self, feed, kept);
  if (gone[0] != NULL)
    {
      hc_read_posts_mark_async (self, feed, (const char *const *) gone, FALSE, callback, user_data);
      return;
    }

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_read_posts_mark_async);
  g_task_return_boolean (task, TRUE);
}
