/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-catalog.h"

#include "hc-label-error.h"
#include "hc-label-rows.h"
#include "hc-label-words.h"
#include "hc-sources-database.h"

/* More words are not looked at. */
#define MAX_WORDS 8

/* So many words with one beginning are looked for. */
#define MAX_ENDINGS 64

#define COLUMNS "set_id, version, effective, origin, kind, name, generic, strengths, maker"

/**
 * HcLabelCatalog:
 *
 * The labels that were imported, to be searched and shown. It belongs to the main thread and has a connection
 * of its own, so that it reads while an import writes. The file is not opened before something is asked, and
 * not made before something is imported. It says ::changed when there are other labels than before.
 */
struct _HcLabelCatalog
{
  GObject     parent_instance;

  char       *path;
  HcDatabase *database; /* NULL: not opened, or nothing was imported yet */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcLabelCatalog, hc_label_catalog, G_TYPE_OBJECT)

static void
hc_label_catalog_finalize (GObject *object)
{
  HcLabelCatalog *self = HC_LABEL_CATALOG (object);

  g_clear_object (&self->database);
  g_free (self->path);

  G_OBJECT_CLASS (hc_label_catalog_parent_class)->finalize (object);
}

static void
hc_label_catalog_class_init (HcLabelCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_label_catalog_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_label_catalog_init (HcLabelCatalog *self)
{
}

/**
 * hc_label_catalog_new:
 * @path: (type filename): sources.db, which need not be there
 *
 * Returns: (transfer full): a catalog
 */
HcLabelCatalog *
hc_label_catalog_new (const char *path)
{
  HcLabelCatalog *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (HC_TYPE_LABEL_CATALOG, NULL);
  self->path = g_strdup (path);

  return self;
}

/**
 * hc_label_catalog_get_path:
 * @self: a catalog
 *
 * Returns: (transfer none) (type filename): sources.db
 */
const char *
hc_label_catalog_get_path (HcLabelCatalog *self)
{
  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), NULL);

  return self->path;
}

/**
 * hc_label_catalog_refresh:
 * @self: a catalog
 *
 * Says that something was imported.
 */
void
hc_label_catalog_refresh (HcLabelCatalog *self)
{
  g_return_if_fail (HC_IS_LABEL_CATALOG (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns NULL without an error when nothing was imported yet. */
static HcDatabase *
get_database (HcLabelCatalog  *self,
              GError         **error)
{
  if (self->database == NULL && g_file_test (self->path, G_FILE_TEST_EXISTS))
    self->database = hc_sources_database_open (self->path, error);

  return self->database;
}

/**
 * hc_label_catalog_count:
 * @self: a catalog
 *
 * Returns: how many labels there are; 0 also when they cannot be read
 */
guint
hc_label_catalog_count (HcLabelCatalog *self)
{
  HcDatabase *database;
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), 0);

  database = get_database (self, NULL);
  statement = database != NULL ? hc_database_prepare (database, "SELECT count (*) AS n FROM label", NULL) : NULL;

  return statement != NULL && hc_statement_step (statement, NULL) == HC_STEP_ROW
    ? (guint) hc_statement_get_int64 (statement, "n") : 0;
}

/**
 * hc_label_catalog_load:
 * @self: a catalog
 * @set_id: the set id of a label
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the label with its text; %NULL without @error when there is none
 */
HcLabel *
hc_label_catalog_load (HcLabelCatalog  *self,
                       const char      *set_id,
                       GError         **error)
{
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (HcLabel) label = NULL;
  HcDatabase *database;
  gint64 id;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), NULL);
  g_return_val_if_fail (set_id != NULL, NULL);

  database = get_database (self, error);
  if (database == NULL)
    return NULL;

  statement = hc_database_prepare (database, "SELECT * FROM label WHERE set_id = :set_id", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":set_id", set_id);
  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return NULL;

  id = hc_statement_get_int64 (statement, "id");
  label = hc_label_new ((HcLabelOrigin) hc_statement_get_int64 (statement, "origin"));
  label->set_id = g_strdup (set_id);
  label->version = (int) hc_statement_get_int64 (statement, "version");
  label->effective = g_strdup (hc_statement_get_text (statement, "effective"));
  label->kind = hc_label_kind_from_string (hc_statement_get_text (statement, "kind"));
  label->title = g_strdup (hc_statement_get_text (statement, "title"));
  label->maker = g_strdup (hc_statement_get_text (statement, "maker"));

  if (!hc_label_rows_read_products (database, id, label, error) ||
      !hc_label_rows_read_sections (database, id, label, error))
    return NULL;

  return g_steal_pointer (&label);
}

static gboolean
read_items (HcStatement  *statement,
            GListStore   *items,
            GHashTable   *seen,
            guint         limit,
            GError      **error)
{
  HcStep step = HC_STEP_DONE;

  while (g_list_model_get_n_items (G_LIST_MODEL (items)) < limit &&
         (step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcLabelItem) item = NULL;
      const char *set_id = hc_statement_get_text (statement, "set_id");

      if (!g_hash_table_add (seen, g_strdup (set_id)))
        continue;

      item = hc_label_item_new (&(HcLabelItemDetails) {
        .set_id = set_id,
        .version = (int) hc_statement_get_int64 (statement, "version"),
        .effective = hc_statement_get_text (statement, "effective"),
        .origin = (HcLabelOrigin) hc_statement_get_int64 (statement, "origin"),
        .kind = hc_label_kind_from_string (hc_statement_get_text (statement, "kind")),
        .name = hc_statement_get_text (statement, "name"),
        .generic = hc_statement_get_text (statement, "generic"),
        .strengths = hc_statement_get_text (statement, "strengths"),
        .maker = hc_statement_get_text (statement, "maker"),
      });
      g_list_store_append (items, item);
    }

  return step != HC_STEP_ERROR;
}

/* Returns the first text that comes after all that begin with @text. */
static char *
dup_after (const char *text)
{
  return g_strconcat (text, "\xf4\x8f\xbf\xbf", NULL);
}

/* Returns the words of the labels that begin with @word, not more than @limit. */
static GPtrArray *
list_words (HcDatabase  *database,
            const char  *word,
            guint        limit,
            GError     **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *after = dup_after (word);
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT word FROM label_word WHERE word >= :word AND word < :after LIMIT :limit",
                         error);
  HcStep step;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":word", word);
  hc_statement_bind_text (statement, ":after", after);
  hc_statement_bind_int64 (statement, ":limit", limit);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_ptr_array_add (words, g_strdup (hc_statement_get_text (statement, "word")));

  return step == HC_STEP_DONE ? g_steal_pointer (&words) : NULL;
}

static void
append_words (GString   *match,
              GPtrArray *words)
{
  g_string_append (match, match->len > 0 ? " AND (" : "(");

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (match, "%s\"%s\"", i > 0 ? " OR " : "", (const char *) g_ptr_array_index (words, i));

  g_string_append_c (match, ')');
}

/* Makes a query of FTS5 of words: each as the beginning of one, all of them. A beginning that very many words
 * have is passed over when there are other words. Returns an empty text when nothing can be found. */
static char *
make_match (HcDatabase  *database,
            GPtrArray   *words,
            GError     **error)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < words->len && i < MAX_WORDS; i++)
    {
      g_autoptr (GPtrArray) found = list_words (database, g_ptr_array_index (words, i), MAX_ENDINGS, error);

      if (found == NULL)
        return NULL;

      if (found->len == 0)
        return g_strdup ("");

      if (found->len < MAX_ENDINGS || words->len == 1)
        append_words (match, found);
    }

  return g_string_free_and_steal (g_steal_pointer (&match));
}

static gboolean
search_with (HcDatabase  *database,
             const char  *sql,
             const char  *text,
             GListStore  *items,
             GHashTable  *seen,
             guint        limit,
             GError     **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":text", text);

  return read_items (statement, items, seen, limit, error);
}

static gboolean
search_names (HcDatabase  *database,
              const char  *text,
              GListStore  *items,
              GHashTable  *seen,
              guint        limit,
              GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;
  g_autofree char *copy = g_strdup (text);
  g_autofree char *folded = g_ascii_strdown (g_strstrip (copy), -1);
  g_autofree char *after = dup_after (folded);

  if (*folded == '\0')
    return TRUE;

  statement = hc_database_prepare (database,
                                   "SELECT " COLUMNS " FROM label WHERE name_key >= :text AND name_key < :after "
                                   "ORDER BY name_key, id", error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":text", folded);
  hc_statement_bind_text (statement, ":after", after);

  return read_items (statement, items, seen, limit, error);
}

/**
 * hc_label_catalog_search:
 * @self: a catalog
 * @text: what a person typed, anything at all
 * @limit: how many to find at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds labels: first those whose name begins with @text, then those that have all its words in their names,
 * ingredients or maker, then those that are for what it says. A word may be incomplete. The search ends when
 * it has enough.
 *
 * Returns: (transfer full) (nullable): a list of #HcLabelItem
 */
GListModel *
hc_label_catalog_search (HcLabelCatalog  *self,
                         const char      *text,
                         guint            limit,
                         GError         **error)
{
  g_autoptr (GListStore) items = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *match = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  items = g_list_store_new (HC_TYPE_LABEL_ITEM);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words = hc_label_words_split (text);
  database = words->len > 0 ? get_database (self, &problem) : NULL;

  if (database != NULL && search_names (database, text, items, seen, limit, &problem))
    match = make_match (database, words, &problem);

  if (match != NULL && *match != '\0' &&
      search_with (database,
                   "SELECT " COLUMNS " FROM label_names JOIN label ON label.id = label_names.rowid "
                   "WHERE label_names MATCH :text", match, items, seen, limit, &problem))
    search_with (database,
                 "SELECT " COLUMNS " FROM label_uses JOIN label ON label.id = label_uses.rowid "
                 "WHERE label_uses MATCH :text", match, items, seen, limit, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return G_LIST_MODEL (g_steal_pointer (&items));
}

/**
 * hc_label_catalog_list_active:
 * @self: a catalog
 * @names: (array zero-terminated=1): names of active ingredients, in any letters
 * @limit: how many to list at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the #HcLabelItem of products that have one of these in them
 */
GListModel *
hc_label_catalog_list_active (HcLabelCatalog     *self,
                              const char *const  *names,
                              guint               limit,
                              GError            **error)
{
  g_autoptr (GListStore) items = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GError) problem = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), NULL);
  g_return_val_if_fail (names != NULL, NULL);

  items = g_list_store_new (HC_TYPE_LABEL_ITEM);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  database = get_database (self, &problem);

  for (guint i = 0; database != NULL && problem == NULL && names[i] != NULL; i++)
    search_with (database,
                 "SELECT " COLUMNS " FROM label "
                 "WHERE id IN (SELECT label FROM label_active WHERE label_active.name = lower (:text)) "
                 "ORDER BY name_key, id",
                 names[i], items, seen, limit, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return G_LIST_MODEL (g_steal_pointer (&items));
}

/**
 * hc_label_catalog_find_pills:
 * @self: a catalog
 * @query: what is known of a pill
 * @limit: how many to add at the most
 * @pills: (element-type HcPill): takes those that fit
 * @n_found: (out): how many fit
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds pills of imported labels, see hc_pill_index_find().
 *
 * Returns: whether they could be read
 */
gboolean
hc_label_catalog_find_pills (HcLabelCatalog     *self,
                             const HcPillQuery  *query,
                             guint               limit,
                             GPtrArray          *pills,
                             guint              *n_found,
                             GError            **error)
{
  g_autoptr (GError) problem = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), FALSE);
  g_return_val_if_fail (n_found != NULL, FALSE);

  *n_found = 0;
  database = get_database (self, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return database == NULL || hc_pill_index_find (database, query, limit, pills, n_found, error);
}
