/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-check.h"

#include "hc-backup-error.h"
#include "hc-migrations.h"
#include "hc-profile-opener.h"

/* Whether a database that came from elsewhere is one of ours. A schema is a program: triggers, views, the
 * checks of columns and the expressions of indexes are run by whoever uses the file. Only the very schema
 * that the scripts of its version make is used. */

static HcStatement *
list_schema (HcDatabase  *database,
             GError     **error)
{
  return hc_database_prepare (database,
                              "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                              "  ORDER BY type, name, tbl_name, sql",
                              error);
}

static gboolean
has_equal_columns (HcStatement *a,
                   HcStatement *b)
{
  static const char *const columns[] = { "type", "name", "tbl_name", "sql" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (hc_statement_get_text (a, columns[i]), hc_statement_get_text (b, columns[i])) != 0)
      return FALSE;

  return TRUE;
}

/* Compares the schema with that of a database on which all scripts up to @version were run just now. */
static gboolean
check_schema (HcDatabase  *database,
              gint64       version,
              GError     **error)
{
  g_autoptr (HcDatabase) model = hc_database_new (NULL, HC_DATABASE_READ_WRITE, error);
  g_autoptr (HcStatement) expected = NULL;
  g_autoptr (HcStatement) found = NULL;
  HcStep expected_step, found_step;

  if (model == NULL || !hc_migrations_run_to (model, HC_PROFILE_SCRIPTS, version, error) ||
      (expected = list_schema (model, error)) == NULL || (found = list_schema (database, error)) == NULL)
    return FALSE;

  do
    {
      expected_step = hc_statement_step (expected, error);
      if (expected_step == HC_STEP_ERROR)
        return FALSE;

      found_step = hc_statement_step (found, error);
      if (found_step == HC_STEP_ERROR)
        return FALSE;

      if (found_step != expected_step || (found_step == HC_STEP_ROW && !has_equal_columns (expected, found)))
        {
          hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);
          return FALSE;
        }
    }
  while (found_step == HC_STEP_ROW);

  return TRUE;
}

static gboolean
check_version (HcDatabase  *database,
               gint64       version,
               GError     **error)
{
  gint64 found;

  if (!hc_database_check_identity (database, HC_PROFILE_APPLICATION_ID,
                                   hc_migrations_get_newest (HC_PROFILE_SCRIPTS), error) ||
      !hc_database_get_pragma (database, "user_version", &found, error))
    return FALSE;

  if (found == version)
    return TRUE;

  hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);
  return FALSE;
}

/* The whole check finds, other than the quick one of every start, what an index says wrongly. SQLite knows
 * the checks of columns only where the file could be written. */
static gboolean
check_content (HcDatabase  *database,
               GError     **error)
{
  g_autoptr (HcStatement) check = hc_database_prepare (database, "PRAGMA integrity_check(1)", error);

  if (check == NULL || hc_statement_step (check, error) == HC_STEP_ERROR)
    return FALSE;

  if (g_strcmp0 (hc_statement_get_text (check, "integrity_check"), "ok") == 0)
    return TRUE;

  hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);
  return FALSE;
}

static gboolean
check_foreign_keys (HcDatabase  *database,
                    GError     **error)
{
  g_autoptr (HcStatement) check = hc_database_prepare (database, "PRAGMA foreign_key_check", error);
  HcStep step = check != NULL ? hc_statement_step (check, error) : HC_STEP_ERROR;

  if (step == HC_STEP_ROW)
    hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);

  return step == HC_STEP_DONE;
}

/* What SQLite advises for files that somebody may have made to do harm, beyond what every database gets. */
static HcDatabase *
open_carefully (const char      *path,
                HcDatabaseMode   mode,
                GError         **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (path, mode, error);

  if (database == NULL ||
      !hc_database_execute (database, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", error))
    return NULL;

  return g_steal_pointer (&database);
}

static gboolean
check_program (const char  *path,
               gint64       version,
               GError     **error)
{
  g_autoptr (HcDatabase) database = open_carefully (path, HC_DATABASE_IMMUTABLE, error);

  return database != NULL &&
         check_version (database, version, error) &&
         check_schema (database, version, error);
}

/**
 * hc_backup_check_open:
 * @path: (type filename): a database that may be anything; nobody else knows of it
 * @version: the `user_version` that it is said to have
 * @error: return location for a %HC_DATABASE_ERROR or %HC_BACKUP_ERROR
 *
 * Looks whether the file is a sound database of a profile and nothing more, and brings it to the newest
 * format. Nothing in it is run before it is known what it is.
 *
 * Returns: (transfer full) (nullable): the database
 */
HcDatabase *
hc_backup_check_open (const char  *path,
                      gint64       version,
                      GError     **error)
{
  g_autoptr (HcDatabase) database = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_program (path, version, error))
    return NULL;

  database = open_carefully (path, HC_DATABASE_READ_WRITE, error);

  if (database == NULL ||
      !hc_database_execute (database, "PRAGMA journal_mode = DELETE", error) ||
      !check_content (database, error) ||
      !check_foreign_keys (database, error) ||
      !hc_migrations_run (database, HC_PROFILE_SCRIPTS, NULL, NULL, error) ||
      !check_schema (database, hc_migrations_get_newest (HC_PROFILE_SCRIPTS), error) ||
      !check_foreign_keys (database, error))
    return NULL;

  return g_steal_pointer (&database);
}
