/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-sources-database.h"

#include <glib/gstdio.h>

#include "hc-migrations.h"
#include "hc-sources-scripts.h"

/* As data/sql/sources/001-labels.sql sets it. */
#define APPLICATION_ID 0x48435352

#define SCRIPTS "/io/github/health_center/HealthCenter/sources"

/* Nothing here is lost for good, so that a commit need not wait for the disk; the file is sound after a crash
 * all the same. */
#define SETTINGS "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; " \
                 "PRAGMA busy_timeout = 5000"

static HcDatabase *
try_open (const char  *path,
          GError     **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_READ_WRITE, error);

  if (database == NULL ||
      !hc_database_check_identity (database, APPLICATION_ID, hc_migrations_get_newest (SCRIPTS), error) ||
      !hc_database_enable_durability (database, error) ||
      !hc_database_execute (database, SETTINGS, error) ||
      !hc_migrations_run (database, SCRIPTS, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&database);
}

static void
remove_file (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

/**
 * hc_sources_database_open:
 * @path: (type filename): sources.db
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Opens what was imported and fetched, or makes a new file. A file that is damaged is thrown away: all that is
 * in it can be imported again. One that is somebody else's or newer is left alone.
 *
 * Returns: (transfer full) (nullable): the database, to be used by one thread at a time; each thread opens
 *   its own
 */
HcDatabase *
hc_sources_database_open (const char  *path,
                          GError     **error)
{
  g_autoptr (GError) problem = NULL;
  HcDatabase *database;

  g_return_val_if_fail (path != NULL, NULL);

  if (hc_sources_scripts_get_resource () == NULL)
    hc_sources_scripts_register_resource ();

  database = try_open (path, &problem);

  if (database == NULL &&
      (g_error_matches (problem, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED) ||
       g_error_matches (problem, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE)))
    {
      g_warning ("%s is damaged and is made anew: %s", path, problem->message);
      remove_file (path);
      g_clear_error (&problem);
      database = try_open (path, &problem);
    }

  if (database == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return database;
}
