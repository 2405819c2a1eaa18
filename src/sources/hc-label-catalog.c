/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-catalog.h"

#include "hc-item-search.h"
#include "hc-label-error.h"
#include "hc-label-rows.h"
#include "hc-label-words.h"
#include "hc-word-match.h"

#define COLUMNS "set_id, version, effective, origin, kind, name, generic, strengths, maker"

/**
 * HcLabelCatalog:
 *
 * The labels that were imported, to be searched and shown.
 */
struct _HcLabelCatalog
{
  HcSourcesCatalog parent_instance;
};

G_DEFINE_FINAL_TYPE (HcLabelCatalog, hc_label_catalog, HC_TYPE_SOURCES_CATALOG)

static void
hc_label_catalog_class_init (HcLabelCatalogClass *klass)
{
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
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (HC_TYPE_LABEL_CATALOG, "path", path, NULL);
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
  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), 0);

  return hc_sources_catalog_count (HC_SOURCES_CATALOG (self), "label");
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

  database = hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), error);
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

static GObject *
make_item (HcStatement *row)
{
  return G_OBJECT (hc_label_item_new (&(HcLabelItemDetails) {
    .set_id = hc_statement_get_text (row, "set_id"),
    .version = (int) hc_statement_get_int64 (row, "version"),
    .effective = hc_statement_get_text (row, "effective"),
    .origin = (HcLabelOrigin) hc_statement_get_int64 (row, "origin"),
    .kind = hc_label_kind_from_string (hc_statement_get_text (row, "kind")),
    .name = hc_statement_get_text (row, "name"),
    .generic = hc_statement_get_text (row, "generic"),
    .strengths = hc_statement_get_text (row, "strengths"),
    .maker = hc_statement_get_text (row, "maker"),
  }));
}

/* Names that begin with @text; no letter comes after the last one that there is. */
static gboolean
search_names (HcItemSearch  *search,
              const char    *text,
              GError       **error)
{
  g_autofree char *copy = g_strdup (text);
  g_autofree char *folded = g_ascii_strdown (g_strstrip (copy), -1);

  return *folded == '\0' ||
         hc_item_search_run (search,
                             "SELECT " COLUMNS " FROM label "
                             "WHERE name_key >= :text AND name_key < :text || char (0x10ffff) "
                             "ORDER BY name_key, id", folded, error);
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
  g_autoptr (HcItemSearch) search = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *match = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = hc_label_words_split (text);
  database = words->len > 0 ? hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), &problem) : NULL;
  search = hc_item_search_new (database, HC_TYPE_LABEL_ITEM, "set_id", make_item, limit);

  if (database != NULL && search_names (search, text, &problem))
    match = hc_word_match_make (database, "label_word", words, HC_UNKNOWN_WORD_ENDS, &problem);

  if (match != NULL && *match != '\0' &&
      hc_item_search_run (search,
                          "SELECT " COLUMNS " FROM label_names JOIN label ON label.id = label_names.rowid "
                          "WHERE label_names MATCH :text", match, &problem))
    hc_item_search_run (search,
                        "SELECT " COLUMNS " FROM label_uses JOIN label ON label.id = label_uses.rowid "
                        "WHERE label_uses MATCH :text", match, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return hc_item_search_dup_items (search);
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
  g_autoptr (HcItemSearch) search = NULL;
  g_autoptr (GError) problem = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LABEL_CATALOG (self), NULL);
  g_return_val_if_fail (names != NULL, NULL);

  database = hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), &problem);
  search = hc_item_search_new (database, HC_TYPE_LABEL_ITEM, "set_id", make_item, limit);

  for (guint i = 0; database != NULL && problem == NULL && names[i] != NULL; i++)
    hc_item_search_run (search,
                        "SELECT " COLUMNS " FROM label "
                        "WHERE id IN (SELECT label FROM label_active WHERE label_active.name = lower (:text)) "
                        "ORDER BY name_key, id", names[i], &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return hc_item_search_dup_items (search);
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
  database = hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return database == NULL || hc_pill_index_find (database, query, limit, pills, n_found, error);
}
