/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-sources-catalog.h"

#include "hc-sources-database.h"

/**
 * HcSourcesCatalog:
 *
 * What of one kind is in sources.db, to be listed, searched and shown: labels, recalls, trials or feeds. It belongs
 * to the main thread and has a connection of its own, so that it reads while an import or a fetch writes. The file
 * is not opened before something is asked, and not made before there is something. It says ::changed when there is
 * something else than before.
 */
typedef struct
{
  char       *path;
  HcDatabase *database; /* NULL: not opened, or nothing is there yet */
} HcSourcesCatalogPrivate;

enum {
  PROP_0,
  PROP_PATH,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcSourcesCatalog, hc_sources_catalog, G_TYPE_OBJECT)

static HcSourcesCatalogPrivate *
get_private (HcSourcesCatalog *self)
{
  return hc_sources_catalog_get_instance_private (self);
}

static void
hc_sources_catalog_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  HcSourcesCatalogPrivate *priv = get_private (HC_SOURCES_CATALOG (object));

  switch (property)
    {
    case PROP_PATH:
      priv->path = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
hc_sources_catalog_finalize (GObject *object)
{
  HcSourcesCatalogPrivate *priv = get_private (HC_SOURCES_CATALOG (object));

  g_clear_object (&priv->database);
  g_free (priv->path);

  G_OBJECT_CLASS (hc_sources_catalog_parent_class)->finalize (object);
}

static void
hc_sources_catalog_class_init (HcSourcesCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = hc_sources_catalog_set_property;
  object_class->finalize = hc_sources_catalog_finalize;

  /**
   * HcSourcesCatalog:path: (type filename)
   *
   * sources.db, which need not be there.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HcSourcesCatalog::changed:
   *
   * There is something else than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_sources_catalog_init (HcSourcesCatalog *self)
{
}

/**
 * hc_sources_catalog_get_path:
 * @self: a catalog
 *
 * Returns: (transfer none) (type filename): sources.db
 */
const char *
hc_sources_catalog_get_path (HcSourcesCatalog *self)
{
  g_return_val_if_fail (HC_IS_SOURCES_CATALOG (self), NULL);

  return get_private (self)->path;
}

/**
 * hc_sources_catalog_refresh:
 * @self: a catalog
 *
 * Says that something was fetched, imported or removed.
 */
void
hc_sources_catalog_refresh (HcSourcesCatalog *self)
{
  g_return_if_fail (HC_IS_SOURCES_CATALOG (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_sources_catalog_get_database:
 * @self: a catalog
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer none) (nullable): its connection; %NULL without @error when nothing is there yet
 */
HcDatabase *
hc_sources_catalog_get_database (HcSourcesCatalog  *self,
                                 GError           **error)
{
  HcSourcesCatalogPrivate *priv;

  g_return_val_if_fail (HC_IS_SOURCES_CATALOG (self), NULL);

  priv = get_private (self);
  if (priv->database == NULL && g_file_test (priv->path, G_FILE_TEST_EXISTS))
    priv->database = hc_sources_database_open (priv->path, error);

  return priv->database;
}

/**
 * hc_sources_catalog_prepare:
 * @self: a catalog
 * @sql: an SQL statement
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the statement; %NULL without @error when nothing is there yet
 */
HcStatement *
hc_sources_catalog_prepare (HcSourcesCatalog  *self,
                            const char        *sql,
                            GError           **error)
{
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_SOURCES_CATALOG (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  database = hc_sources_catalog_get_database (self, error);

  return database != NULL ? hc_database_prepare (database, sql, error) : NULL;
}

/**
 * hc_sources_catalog_count:
 * @self: a catalog
 * @table: the name of a table
 *
 * Returns: how many rows it has; 0 also when they cannot be read
 */
guint
hc_sources_catalog_count (HcSourcesCatalog *self,
                          const char       *table)
{
  g_autoptr (HcStatement) statement = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (HC_IS_SOURCES_CATALOG (self), 0);
  g_return_val_if_fail (table != NULL, 0);

  sql = g_strdup_printf ("SELECT count (*) AS n FROM %s", table);
  statement = hc_sources_catalog_prepare (self, sql, NULL);

  return statement != NULL && hc_statement_step (statement, NULL) == HC_STEP_ROW
    ? (guint) hc_statement_get_int64 (statement, "n") : 0;
}
