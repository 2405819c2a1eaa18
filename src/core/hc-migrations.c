/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-migrations.h"

/* The scripts of a kind of database lie in one folder of a GResource and are named after the
 * version that they lead to: 001-initial.sql, 002-medicines.sql ... A script that was released is
 * never changed again. */

typedef struct
{
  const char *sql;
  gint64      version;
} Script;

static gint64
version_of_script (const char *name)
{
  return g_ascii_strtoll (name, NULL, 10);
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const char *const *name_a = a;
  const char *const *name_b = b;
  gint64 difference = version_of_script (*name_a) - version_of_script (*name_b);

  return (difference > 0) - (difference < 0);
}

/* Returns: (transfer full): the file names in the order of their versions */
static GStrv
list_scripts (const char *resource_folder)
{
  GStrv names = g_resources_enumerate_children (resource_folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (names != NULL, g_new0 (char *, 1));

  qsort (names, g_strv_length (names), sizeof (char *), compare_versions);

  return names;
}

/**
 * hc_migrations_get_newest:
 * @resource_folder: the folder with the scripts
 *
 * Returns: the `user_version` of a database on which all scripts were run
 */
gint64
hc_migrations_get_newest (const char *resource_folder)
{
  g_auto (GStrv) names = list_scripts (resource_folder);
  guint n_names = g_strv_length (names);

  return n_names == 0 ? 0 : version_of_script (names[n_names - 1]);
}

static gboolean
run_script (HcDatabase  *database,
            gpointer     user_data,
            GError     **error)
{
  const Script *script = user_data;
  gint64 version;
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, script->version);

  /* Another connection may have been faster: nobody else writes now. */
  if (!hc_database_get_pragma (database, "user_version", &version, error))
    return FALSE;

  return version >= script->version ||
         (hc_database_execute (database, script->sql, error) && hc_database_execute (database, set_version, error));
}

/**
 * hc_migrations_run_to:
 * @database: a database whose identity was checked
 * @resource_folder: the folder with the scripts
 * @newest: the version to stop at
 * @error: return location for an error
 *
 * Brings a database to a version, each script in a transaction of its own together with the version
 * that it leads to: an interruption leaves a database of one of the versions. One of a later version
 * stays as it is.
 *
 * Returns: whether all scripts up to @newest have been run on the database
 */
gboolean
hc_migrations_run_to (HcDatabase  *database,
                      const char  *resource_folder,
                      gint64       newest,
                      GError     **error)
{
  g_auto (GStrv) names = NULL;
  gint64 version;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (resource_folder != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!hc_database_get_pragma (database, "user_version", &version, error))
    return FALSE;

  names = list_scripts (resource_folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (resource_folder, "/", names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;
      Script script = { .version = version_of_script (names[i]) };

      if (script.version <= version || script.version > newest)
        continue;

      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return FALSE;

      /* GResource ends its data with a zero byte. */
      script.sql = g_bytes_get_data (bytes, NULL);

      if (!hc_database_transaction (database, run_script, &script, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_migrations_run:
 * @database: a database whose identity was checked
 * @resource_folder: the folder with the scripts
 * @before: (scope call) (nullable): makes a copy before anything is changed
 * @user_data: passed to @before
 * @error: return location for an error
 *
 * Brings a database to the newest version, as hc_migrations_run_to() does.
 *
 * Returns: whether the database has the newest version now
 */
gboolean
hc_migrations_run (HcDatabase             *database,
                   const char             *resource_folder,
                   HcBeforeMigrationFunc   before,
                   gpointer                user_data,
                   GError                **error)
{
  gint64 newest, version;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (resource_folder != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  newest = hc_migrations_get_newest (resource_folder);

  if (!hc_database_get_pragma (database, "user_version", &version, error))
    return FALSE;

  if (before != NULL && version > 0 && version < newest && !before (database, version, user_data, error))
    return FALSE;

  return hc_migrations_run_to (database, resource_folder, newest, error);
}
