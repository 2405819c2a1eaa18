/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-rows.h"

#include "hc-post-text.h"

static GDateTime *
get_time (HcStatement *statement,
          const char  *column)
{
  return hc_statement_is_null (statement, column)
    ? NULL : g_date_time_new_from_unix_utc (hc_statement_get_int64 (statement, column));
}

/* A parameter that is not bound is NULL. */
static void
bind_time (HcStatement *statement,
           const char  *parameter,
           GDateTime   *time)
{
  if (time != NULL)
    hc_statement_bind_int64 (statement, parameter, g_date_time_to_unix (time));
  else
    hc_statement_bind_text (statement, parameter, NULL);
}

/**
 * hc_feed_rows_read_status:
 * @database: sources.db
 * @id: the id of a feed
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): how it stands with the feed; %NULL without @error when it was never
 *   tried
 */
HcFeedStatus *
hc_feed_rows_read_status (HcDatabase  *database,
                          const char  *id,
                          GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT * FROM feed WHERE id = :id", error);
  HcFeedStatus *status;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":id", id);
  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return NULL;

  status = g_new0 (HcFeedStatus, 1);
  status->id = g_strdup (id);
  status->address = g_strdup (hc_statement_get_text (statement, "address"));
  status->title = g_strdup (hc_statement_get_text (statement, "title"));
  status->home = g_strdup (hc_statement_get_text (statement, "home"));
  status->description = g_strdup (hc_statement_get_text (statement, "description"));
  status->etag = g_strdup (hc_statement_get_text (statement, "etag"));
  status->last_modified = g_strdup (hc_statement_get_text (statement, "last_modified"));
  status->moved_to = g_strdup (hc_statement_get_text (statement, "moved_to"));
  status->problem = hc_feed_problem_from_string (hc_statement_get_text (statement, "problem"));
  status->status = (guint) hc_statement_get_int64 (statement, "status");
  status->fetched = get_time (statement, "fetched");
  status->tried = get_time (statement, "tried");
  status->problem_since = get_time (statement, "problem_since");
  status->not_before = get_time (statement, "not_before");

  return status;
}

/**
 * hc_feed_rows_write_status:
 * @database: sources.db
 * @status: how it stands with a feed that was tried
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it was written in place of what was there
 */
gboolean
hc_feed_rows_write_status (HcDatabase          *database,
                           const HcFeedStatus  *status,
                           GError             **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database,
    "INSERT INTO feed (id, address, title, home, description, etag, last_modified, fetched, tried, problem, "
    "status,"
    "                  problem_since, moved_to, not_before)"
    " VALUES (:id, :address, :title, :home, :description, :etag, :last_modified, :fetched, :tried, "
    ":problem, :status,"
    "         :problem_since, :moved_to, :not_before)"
    " ON CONFLICT (id) DO UPDATE SET address = excluded.address, title = excluded.title, home = "
    "excluded.home,"
    "   description = excluded.description, etag = excluded.etag, last_modified = excluded.last_modified,"
    "   fetched = excluded.fetched, tried = excluded.tried, problem = excluded.problem, status = "
    "excluded.status,"
    "   problem_since = excluded.problem_since, moved_to = excluded.moved_to, not_before = "
    "excluded.not_before", error);

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":id", status->id);
  hc_statement_bind_text (statement, ":address", status->address);
  hc_statement_bind_text (statement, ":title", status->title);
  hc_statement_bind_text (statement, ":home", status->home);
  hc_statement_bind_text (statement, ":description", status->description);
  hc_statement_bind_text (statement, ":etag", status->etag);
  hc_statement_bind_text (statement, ":last_modified", status->last_modified);
  hc_statement_bind_text (statement, ":problem", hc_feed_problem_to_string (status->problem));
  hc_statement_bind_int64 (statement, ":status", status->status);
  hc_statement_bind_text (statement, ":moved_to", status->moved_to);
  bind_time (statement, ":fetched", status->fetched);
  bind_time (statement, ":tried", status->tried);
  bind_time (statement, ":problem_since", status->problem_since);
  bind_time (statement, ":not_before", status->not_before);

  return hc_statement_run (statement, error);
}

typedef struct
{
  const char        *id;
  HcFeed            *feed;
  const char *const *saved;
  gint64             now;
  guint              n_new;
} Write;

typedef struct
{
  HcStatement *find;
  HcStatement *insert;
  HcStatement *update;
  HcStatement *forget_words;
  HcStatement *add_words;
} Statements;

static void
statements_clear (Statements *statements)
{
  g_clear_pointer (&statements->find, hc_statement_free);
  g_clear_pointer (&statements->insert, hc_statement_free);
  g_clear_pointer (&statements->update, hc_statement_free);
  g_clear_pointer (&statements->forget_words, hc_statement_free);
  g_clear_pointer (&statements->add_words, hc_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Statements, statements_clear)

static gboolean
prepare (HcDatabase  *database,
         Statements  *statements,
         GError     **error)
{
  statements->find = hc_database_prepare (database,
    "SELECT id, (title, coalesce (link, ''), coalesce (author, ''), text)"
    "             IS (:title, coalesce (:link, ''), coalesce (:author, ''), :text) AS is_same"
    " FROM feed_item WHERE feed = :feed AND (key = :key OR twin = :twin) ORDER BY key = :key DESC LIMIT 1",
    error);
  if (statements->find == NULL)
    return FALSE;

  statements->insert = hc_database_prepare (database,
    "INSERT INTO feed_item (feed, key, twin, title, link, author, summary, text, published, updated, time, "
    "is_cut)"
    " VALUES (:feed, :key, :twin, :title, :link, :author, :summary, :text, :published, :updated,"
    "         min (coalesce (:published, :updated, :now), :now), :is_cut) RETURNING id", error);
  if (statements->insert == NULL)
    return FALSE;

  /* Its key stays, so that it is known whether it was read, and so does its place: an item that was corrected
   * is not new. */
  statements->update = hc_database_prepare (database,
    "UPDATE feed_item SET twin = :twin, title = :title, link = :link, author = :author, summary = :summary,"
    "   text = :text, published = coalesce (:published, published), updated = :updated, is_cut = :is_cut"
    " WHERE id = :id", error);
  if (statements->update == NULL)
    return FALSE;

  statements->forget_words =
    hc_database_prepare (database, "DELETE FROM feed_words WHERE rowid = :id", error);
  if (statements->forget_words == NULL)
    return FALSE;

  statements->add_words = hc_database_prepare (database,
    "INSERT INTO feed_words (rowid, title, text) VALUES (:id, :title, :text)", error);

  return statements->add_words != NULL;
}

static void
bind_item (HcStatement             *statement,
           const HcFeedItemDetails *item)
{
  hc_statement_bind_text (statement, ":twin", item->twin);
  hc_statement_bind_text (statement, ":title", item->title);
  hc_statement_bind_text (statement, ":link", item->link);
  hc_statement_bind_text (statement, ":author", item->author);
  hc_statement_bind_text (statement, ":summary", item->summary);
  hc_statement_bind_text (statement, ":text", item->text);
  bind_time (statement, ":published", item->published);
  bind_time (statement, ":updated", item->updated);
  hc_statement_bind_int64 (statement, ":is_cut", item->is_cut);
}

static gboolean
write_words (Statements               *statements,
             gint64                    id,
             const HcFeedItemDetails  *item,
             gboolean                  is_new,
             GError                  **error)
{
  g_autofree char *words = hc_post_text_dup_plain (item->text, -1);

  if (!is_new)
    {
      hc_statement_reset (statements->forget_words);
      hc_statement_bind_int64 (statements->forget_words, ":id", id);
      if (!hc_statement_run (statements->forget_words, error))
        return FALSE;
    }

  hc_statement_reset (statements->add_words);
  hc_statement_bind_int64 (statements->add_words, ":id", id);
  hc_statement_bind_text (statements->add_words, ":title", item->title);
  hc_statement_bind_text (statements->add_words, ":text", words);

  return hc_statement_run (statements->add_words, error);
}

static gboolean
insert_item (Write                    *write,
             Statements               *statements,
             const HcFeedItemDetails  *item,
             GError                  **error)
{
  gint64 id;

  hc_statement_reset (statements->insert);
  hc_statement_bind_text (statements->insert, ":feed", write->id);
  hc_statement_bind_text (statements->insert, ":key", item->key);
  hc_statement_bind_int64 (statements->insert, ":now", write->now);
  bind_item (statements->insert, item);

  if (hc_statement_step (statements->insert, error) != HC_STEP_ROW)
    return FALSE;

  id = hc_statement_get_int64 (statements->insert, "id");
  if (!hc_statement_run (statements->insert, error))
    return FALSE;

  write->n_new++;

  return write_words (statements, id, item, TRUE, error);
}

static gboolean
write_item (Write                    *write,
            Statements               *statements,
            const HcFeedItemDetails  *item,
            GError                  **error)
{
  HcStep step;
  gboolean is_same;
  gint64 id;

  hc_statement_reset (statements->find);
  hc_statement_bind_text (statements->find, ":feed", write->id);
  hc_statement_bind_text (statements->find, ":key", item->key);
  hc_statement_bind_text (statements->find, ":twin", item->twin);
  hc_statement_bind_text (statements->find, ":title", item->title);
  hc_statement_bind_text (statements->find, ":link", item->link);
  hc_statement_bind_text (statements->find, ":author", item->author);
  hc_statement_bind_text (statements->find, ":text", item->text);

  step = hc_statement_step (statements->find, error);
  if (step == HC_STEP_ERROR)
    return FALSE;

  if (step == HC_STEP_DONE)
    return insert_item (write, statements, item, error);

  id = hc_statement_get_int64 (statements->find, "id");
  is_same = hc_statement_get_int64 (statements->find, "is_same") != 0;
  hc_statement_reset (statements->find);

  if (is_same)
    return TRUE;

  hc_statement_reset (statements->update);
  hc_statement_bind_int64 (statements->update, ":id", id);
  bind_item (statements->update, item);

  return hc_statement_run (statements->update, error) && write_words (statements, id, item, FALSE, error);
}

/* Keeps the newest items and those that are saved. What the search knows of the others goes first. */
static gboolean
forget_old (HcDatabase  *database,
            Write       *write,
            GError     **error)
{
  static const char *const sql[] = {
    "DELETE FROM feed_words WHERE rowid IN ",
    "DELETE FROM feed_item WHERE id IN ",
  };
  g_autofree char *keys = write->saved != NULL ? g_strjoinv (" ", (char **) write->saved) : g_strdup ("");
  g_autofree char *saved = g_strconcat (" ", keys, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autofree char *whole = g_strconcat (sql[i],
        "(SELECT id FROM feed_item WHERE feed = :feed"
        "   AND instr (:saved, ' ' || key || ' ') = 0 ORDER BY time DESC, id LIMIT -1 OFFSET :kept)", NULL);
      g_autoptr (HcStatement) statement = hc_database_prepare (database, whole, error);

      if (statement == NULL)
        return FALSE;

      hc_statement_bind_text (statement, ":feed", write->id);
      hc_statement_bind_text (statement, ":saved", saved);
      hc_statement_bind_int64 (statement, ":kept", HC_FEED_MAX_KEPT);
      if (!hc_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
get_place (const HcFeedItemDetails *item)
{
  GDateTime *time = item->published != NULL ? item->published : item->updated;

  /* What has no date is new. */
  return time != NULL ? g_date_time_to_unix (time) : G_MAXINT64;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gint64 place_a = get_place (hc_feed_item_get_details ((HcFeedItem *) a));
  gint64 place_b = get_place (hc_feed_item_get_details ((HcFeedItem *) b));

  return (place_a < place_b) - (place_a > place_b);
}

/* Returns the items that are to be kept, in the order of the feed unless there are too many: the others would
 * be new with each refresh. */
static GPtrArray *
pick_items (HcFeed *feed)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < feed->items->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (feed->items, i)));

  if (items->len > HC_FEED_MAX_KEPT)
    {
      g_ptr_array_sort_values (items, compare_places);
      g_ptr_array_set_size (items, HC_FEED_MAX_KEPT);
    }

  return items;
}

static gboolean
write_all (HcDatabase  *database,
           gpointer     user_data,
           GError     **error)
{
  Write *write = user_data;
  g_auto (Statements) statements = { NULL };
  g_autoptr (GPtrArray) items = pick_items (write->feed);

  if (!prepare (database, &statements, error))
    return FALSE;

  /* The one that stands first in the feed is the newest where no dates tell: it gets the smallest number,
   * and of two with one time the smaller number is shown first. */
  for (guint i = 0; i < items->len; i++)
    if (!write_item (write, &statements, hc_feed_item_get_details (g_ptr_array_index (items, i)), error))
      return FALSE;

  return forget_old (database, write, error);
}

/**
 * hc_feed_rows_write_items:
 * @database: sources.db
 * @id: the id of a feed of which there is a status already
 * @feed: the feed, as it was read
 * @saved: (nullable) (array zero-terminated=1): the keys of items that are kept however old they are
 * @now: the time
 * @n_new: (out): how many items were not there before
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Adds the items that are new and takes the newer words of the others, in one transaction. The newest
 * %HC_FEED_MAX_KEPT stay, and those that are saved.
 *
 * Returns: whether all was done; if not, nothing was
 */
gboolean
hc_feed_rows_write_items (HcDatabase         *database,
                          const char         *id,
                          HcFeed             *feed,
                          const char *const  *saved,
                          GDateTime          *now,
                          guint              *n_new,
                          GError            **error)
{
  Write write = { .id = id, .feed = feed, .saved = saved, .now = g_date_time_to_unix (now) };
  gboolean done;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (feed != NULL, FALSE);

  done = hc_database_transaction (database, write_all, &write, error);
  *n_new = done ? write.n_new : 0;

  return done;
}

/**
 * hc_feed_rows_make_item:
 * @statement: a statement that has a row of feed_item, with all its columns but, perhaps, the text
 * @with_text: whether the row has the text
 *
 * Returns: (transfer full): the item
 */
HcFeedItem *
hc_feed_rows_make_item (HcStatement *statement,
                        gboolean     with_text)
{
  g_autoptr (GDateTime) published = get_time (statement, "published");
  g_autoptr (GDateTime) updated = get_time (statement, "updated");
  g_autoptr (GDateTime) time = get_time (statement, "time");

  return hc_feed_item_new (&(HcFeedItemDetails) {
    .feed = hc_statement_get_text (statement, "feed"),
    .key = hc_statement_get_text (statement, "key"),
    .twin = hc_statement_get_text (statement, "twin"),
    .title = hc_statement_get_text (statement, "title"),
    .link = hc_statement_get_text (statement, "link"),
    .author = hc_statement_get_text (statement, "author"),
    .summary = hc_statement_get_text (statement, "summary"),
    .text = with_text ? hc_statement_get_text (statement, "text") : NULL,
    .published = published,
    .updated = updated,
    .time = time,
    .is_cut = hc_statement_get_int64 (statement, "is_cut") != 0,
  });
}

static gboolean
remove_all (HcDatabase  *database,
            gpointer     user_data,
            GError     **error)
{
  static const char *const sql[] = {
    "DELETE FROM feed_words WHERE rowid IN (SELECT id FROM feed_item WHERE feed = :id)",
    "DELETE FROM feed_item WHERE feed = :id",
    "DELETE FROM feed WHERE id = :id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (HcStatement) statement = hc_database_prepare (database, sql[i], error);

      if (statement == NULL)
        return FALSE;

      hc_statement_bind_text (statement, ":id", user_data);
      if (!hc_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_feed_rows_remove:
 * @database: sources.db
 * @id: the id of a feed
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Forgets a feed and its items.
 *
 * Returns: whether it is gone
 */
gboolean
hc_feed_rows_remove (HcDatabase  *database,
                     const char  *id,
                     GError     **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return hc_database_transaction (database, remove_all, (gpointer) id, error);
}
