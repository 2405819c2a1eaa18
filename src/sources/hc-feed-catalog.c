/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-catalog.h"

#include "hc-feed-rows.h"
#include "hc-label-words.h"

#define MAX_WORDS 8

#define COLUMNS "feed_item.feed, key, twin, feed_item.title, link, author, summary, published, updated, " \
                "time, is_cut"

#define NEWEST_FIRST " ORDER BY time DESC, id LIMIT :limit"

/**
 * HcFeedCatalog:
 *
 * What the feeds have published, to be listed, searched and read.
 */
struct _HcFeedCatalog
{
  HcSourcesCatalog parent_instance;
};

G_DEFINE_FINAL_TYPE (HcFeedCatalog, hc_feed_catalog, HC_TYPE_SOURCES_CATALOG)

static void
hc_feed_catalog_class_init (HcFeedCatalogClass *klass)
{
}

static void
hc_feed_catalog_init (HcFeedCatalog *self)
{
}

/**
 * hc_feed_catalog_new:
 * @path: (type filename): sources.db, which need not be there
 *
 * Returns: (transfer full): a catalog
 */
HcFeedCatalog *
hc_feed_catalog_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (HC_TYPE_FEED_CATALOG, "path", path, NULL);
}

/* Returns an SQL condition for feeds: the values are bound by bind_feeds(). */
static char *
make_condition (const char *const *feeds)
{
  g_autoptr (GString) sql = NULL;

  if (feeds == NULL)
    return g_strdup ("TRUE");

  sql = g_string_new ("feed_item.feed IN (");
  for (guint i = 0; feeds[i] != NULL; i++)
    g_string_append_printf (sql, "%s:feed%u", i > 0 ? ", " : "", i);
  g_string_append_c (sql, ')');

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static void
bind_feeds (HcStatement       *statement,
            const char *const *feeds)
{
  for (guint i = 0; feeds != NULL && feeds[i] != NULL; i++)
    {
      g_autofree char *parameter = g_strdup_printf (":feed%u", i);

      hc_statement_bind_text (statement, parameter, feeds[i]);
    }
}

/* Returns the items of a statement that has :limit, and :words where @words are. */
static GListModel *
list_items (HcFeedCatalog      *self,
            const char         *sql,
            const char         *words,
            const char *const  *feeds,
            guint               limit,
            GError            **error)
{
  g_autoptr (GListStore) items = g_list_store_new (HC_TYPE_FEED_ITEM);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;
  HcStep step;

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self), sql, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  if (statement == NULL)
    return G_LIST_MODEL (g_steal_pointer (&items));

  hc_statement_bind_int64 (statement, ":limit", limit);
  if (words != NULL)
    hc_statement_bind_text (statement, ":words", words);
  bind_feeds (statement, feeds);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_ptr_array_add (found, hc_feed_rows_make_item (statement, FALSE));

  if (step == HC_STEP_ERROR)
    return NULL;

  g_list_store_splice (items, 0, 0, found->pdata, found->len);

  return G_LIST_MODEL (g_steal_pointer (&items));
}

/**
 * hc_feed_catalog_list:
 * @self: a catalog
 * @feeds: (nullable) (array zero-terminated=1): the ids of feeds; %NULL for all
 * @limit: how many items to list at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the #HcFeedItem of these feeds without their text, the newest first
 */
GListModel *
hc_feed_catalog_list (HcFeedCatalog      *self,
                      const char *const  *feeds,
                      guint               limit,
                      GError            **error)
{
  g_autofree char *condition = NULL, *sql = NULL;

  g_return_val_if_fail (HC_IS_FEED_CATALOG (self), NULL);

  condition = make_condition (feeds);
  sql = g_strconcat ("SELECT " COLUMNS " FROM feed_item WHERE ", condition, NEWEST_FIRST, NULL);

  return list_items (self, sql, NULL, feeds, limit, error);
}

/**
 * hc_feed_catalog_search:
 * @self: a catalog
 * @text: what a person typed, anything at all
 * @feeds: (nullable) (array zero-terminated=1): the ids of feeds; %NULL for all
 * @limit: how many items to find at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds the items that have all words of @text, of which the last one may be incomplete.
 *
 * Returns: (transfer full) (nullable): the #HcFeedItem without their text, the newest first; none when @text
 *   has no word
 */
GListModel *
hc_feed_catalog_search (HcFeedCatalog      *self,
                        const char         *text,
                        const char *const  *feeds,
                        guint               limit,
                        GError            **error)
{
  g_autofree char *condition = NULL, *sql = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GString) match = NULL;

  g_return_val_if_fail (HC_IS_FEED_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  /* The words have letters and digits only, so that they need no escaping. */
  words = hc_label_words_split (text);
  if (words->len == 0)
    return G_LIST_MODEL (g_list_store_new (HC_TYPE_FEED_ITEM));

  match = g_string_new (NULL);
  for (guint i = 0; i < words->len && i < MAX_WORDS; i++)
    g_string_append_printf (match, "%s\"%s\"%s", i > 0 ? " AND " : "",
                            (const char *) g_ptr_array_index (words, i),
                            i + 1 == words->len ? "*" : "");

  condition = make_condition (feeds);
  sql = g_strconcat ("SELECT " COLUMNS " FROM feed_words JOIN feed_item ON feed_item.id = feed_words.rowid"
                     " WHERE feed_words MATCH :words AND ", condition, NEWEST_FIRST, NULL);

  return list_items (self, sql, match->str, feeds, limit, error);
}

/**
 * hc_feed_catalog_load:
 * @self: a catalog
 * @feed: the id of a feed
 * @key: the key of an item of it
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the item with its text; %NULL without @error when there is none
 */
HcFeedItem *
hc_feed_catalog_load (HcFeedCatalog  *self,
                      const char     *feed,
                      const char     *key,
                      GError        **error)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_FEED_CATALOG (self), NULL);
  g_return_val_if_fail (feed != NULL && key != NULL, NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self),
                                          "SELECT * FROM feed_item WHERE feed = :feed AND key = :key", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":feed", feed);
  hc_statement_bind_text (statement, ":key", key);

  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return NULL;

  return hc_feed_rows_make_item (statement, TRUE);
}

/**
 * hc_feed_catalog_list_keys:
 * @self: a catalog
 * @feed: the id of a feed
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the keys of all its items, the newest first
 */
GStrv
hc_feed_catalog_list_keys (HcFeedCatalog  *self,
                           const char     *feed,
                           GError        **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (HC_IS_FEED_CATALOG (self), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self),
                                          "SELECT key FROM feed_item WHERE feed = :feed ORDER BY time DESC, id",
                                          &problem);

  if (statement != NULL)
    {
      hc_statement_bind_text (statement, ":feed", feed);
      while (hc_statement_step (statement, &problem) == HC_STEP_ROW)
        g_strv_builder_add (keys, hc_statement_get_text (statement, "key"));
    }

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_strv_builder_end (keys);
}

/**
 * hc_feed_catalog_list_feeds:
 * @self: a catalog
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the ids of all feeds that were ever tried and not forgotten
 */
GStrv
hc_feed_catalog_list_feeds (HcFeedCatalog  *self,
                            GError        **error)
{
  g_autoptr (GStrvBuilder) feeds = g_strv_builder_new ();
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (HC_IS_FEED_CATALOG (self), NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self), "SELECT id FROM feed ORDER BY id", &problem);
  while (statement != NULL && hc_statement_step (statement, &problem) == HC_STEP_ROW)
    g_strv_builder_add (feeds, hc_statement_get_text (statement, "id"));

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_strv_builder_end (feeds);
}

/**
 * hc_feed_catalog_dup_status:
 * @self: a catalog
 * @feed: the id of a feed
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): how it stands with the feed; %NULL without @error when it was never
 *   tried
 */
HcFeedStatus *
hc_feed_catalog_dup_status (HcFeedCatalog  *self,
                            const char     *feed,
                            GError        **error)
{
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_FEED_CATALOG (self), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  database = hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), error);

  return database != NULL ? hc_feed_rows_read_status (database, feed, error) : NULL;
}
