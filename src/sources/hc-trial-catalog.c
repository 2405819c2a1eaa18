/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-catalog.h"

#include <string.h>

#include "hc-item-search.h"
#include "hc-label-words.h"
#include "hc-trial-store.h"
#include "hc-word-match.h"

#define COLUMNS "nct, title, status, phases, sponsor, updated, " HC_TRIAL_STORE_IS_LISTED " AS is_listed"

/**
 * HcTrialCatalog:
 *
 * The trials that were fetched or imported, to be searched and shown.
 */
struct _HcTrialCatalog
{
  HcSourcesCatalog parent_instance;

  HcTrialStore    *store; /* NULL until a trial is loaded */
};

G_DEFINE_FINAL_TYPE (HcTrialCatalog, hc_trial_catalog, HC_TYPE_SOURCES_CATALOG)

static void
hc_trial_catalog_finalize (GObject *object)
{
  HcTrialCatalog *self = HC_TRIAL_CATALOG (object);

  g_clear_pointer (&self->store, hc_trial_store_free);

  G_OBJECT_CLASS (hc_trial_catalog_parent_class)->finalize (object);
}

static void
hc_trial_catalog_class_init (HcTrialCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_catalog_finalize;
}

static void
hc_trial_catalog_init (HcTrialCatalog *self)
{
}

/**
 * hc_trial_catalog_new:
 * @path: (type filename): sources.db, which need not be there
 *
 * Returns: (transfer full): a catalog
 */
HcTrialCatalog *
hc_trial_catalog_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (HC_TYPE_TRIAL_CATALOG, "path", path, NULL);
}

/**
 * hc_trial_catalog_count:
 * @self: a catalog
 *
 * Returns: how many trials there are; 0 also when they cannot be read
 */
guint
hc_trial_catalog_count (HcTrialCatalog *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_CATALOG (self), 0);

  return hc_sources_catalog_count (HC_SOURCES_CATALOG (self), "trial");
}

/**
 * hc_trial_catalog_dup_fetched:
 * @self: a catalog
 *
 * Returns: (transfer full) (nullable): when the list of the registry was last fetched to its end, in UTC,
 *   `2026-11-20T23:11:54Z`; %NULL when it never was
 */
char *
hc_trial_catalog_dup_fetched (HcTrialCatalog *self)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_TRIAL_CATALOG (self), NULL);

  statement = hc_sources_catalog_prepare (HC_SOURCES_CATALOG (self), "SELECT ended FROM trial_fetch", NULL);

  return statement != NULL && hc_statement_step (statement, NULL) == HC_STEP_ROW
    ? g_strdup (hc_statement_get_text (statement, "ended")) : NULL;
}

/**
 * hc_trial_catalog_load:
 * @self: a catalog
 * @nct: the number of a trial
 * @is_listed: (out) (optional): whether it was in the last list that was fetched, or came from a file
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the trial; %NULL without @error when there is none
 */
HcTrial *
hc_trial_catalog_load (HcTrialCatalog  *self,
                       const char      *nct,
                       gboolean        *is_listed,
                       GError         **error)
{
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_TRIAL_CATALOG (self), NULL);
  g_return_val_if_fail (nct != NULL, NULL);

  database = hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), error);
  if (self->store == NULL && database != NULL)
    self->store = hc_trial_store_new (database, error);

  return self->store != NULL ? hc_trial_store_load (self->store, nct, is_listed, error) : NULL;
}

static GObject *
make_item (HcStatement *row)
{
  return G_OBJECT (hc_trial_item_new (&(HcTrialItemDetails) {
    .nct = hc_statement_get_text (row, "nct"),
    .title = hc_statement_get_text (row, "title"),
    .status = hc_statement_get_text (row, "status"),
    .phases = hc_statement_get_text (row, "phases"),
    .sponsor = hc_statement_get_text (row, "sponsor"),
    .updated = hc_statement_get_text (row, "updated"),
    .is_listed = hc_statement_get_int64 (row, "is_listed") != 0,
  }));
}

/* The number of a trial, or the beginning of one. */
static gboolean
search_numbers (HcItemSearch  *search,
                const char    *text,
                GError       **error)
{
  g_autofree char *copy = g_strdup (text);
  g_autofree char *number = g_ascii_strup (g_strstrip (copy), -1);

  if (!g_str_has_prefix (number, "NCT") || number[3 + strspn (number + 3, "0123456789")] != '\0' ||
      number[3] == '\0')
    return TRUE;

  return hc_item_search_run (search,
                             "SELECT " COLUMNS " FROM trial WHERE nct >= :text AND nct < :text || 'A' ORDER BY nct",
                             number, error);
}

/**
 * hc_trial_catalog_search:
 * @self: a catalog
 * @text: what a person typed, anything at all
 * @limit: how many to find at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds trials: by the beginning of their number, then those that have all words in what they are called and
 * about and where they take place, then those that have them in their text. A word may be incomplete. The
 * search ends when it has enough.
 *
 * Returns: (transfer full) (nullable): a list of #HcTrialItem
 */
GListModel *
hc_trial_catalog_search (HcTrialCatalog  *self,
                         const char      *text,
                         guint            limit,
                         GError         **error)
{
  g_autoptr (HcItemSearch) search = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *match = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_TRIAL_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = hc_label_words_split (text);
  database = words->len > 0 ? hc_sources_catalog_get_database (HC_SOURCES_CATALOG (self), &problem) : NULL;
  search = hc_item_search_new (database, HC_TYPE_TRIAL_ITEM, "nct", make_item, limit);

  if (database != NULL && search_numbers (search, text, &problem))
    match = hc_word_match_make (database, "trial_word", words, HC_UNKNOWN_WORD_STAYS, &problem);

  if (match != NULL && *match != '\0' &&
      hc_item_search_run (search,
                          "SELECT " COLUMNS " FROM trial_names JOIN trial ON trial.id = trial_names.rowid "
                          "WHERE trial_names MATCH :text", match, &problem))
    hc_item_search_run (search,
                        "SELECT " COLUMNS " FROM trial_texts JOIN trial ON trial.id = trial_texts.rowid "
                        "WHERE trial_texts MATCH :text", match, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return hc_item_search_dup_items (search);
}
