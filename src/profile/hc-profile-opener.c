/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-opener.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "hc-appointment-document-rows.h"
#include "hc-migrations.h"
#include "hc-profile-files.h"

/* How the database of a profile is opened. Nothing is changed before it is known that the file is
 * sound and ours: SQLite would play back a log, make files beside it and write its header as soon
 * as it were asked anything. Everything here waits for the disk and runs in the thread of the
 * database. */

/* No database is smaller than the smallest page. */
#define SMALLEST_SIZE 512

#define N_DAILY_KEPT 7
#define N_BEFORE_UPDATE_KEPT 3

static const char *const logs[] = { "-wal", "-journal" };

static gboolean
check_content (const char      *path,
               HcDatabaseMode   mode,
               GError         **error)
{
  g_autoptr (HcDatabase) database = NULL;

  /* SQLite takes a file of one byte for an empty one. */
  if (hc_profile_files_get_size (path, "") < SMALLEST_SIZE)
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE, "%s is too small", path);
      return FALSE;
    }

  database = hc_database_new (path, mode, error);

  return database != NULL &&
         hc_database_check_identity (database, HC_PROFILE_APPLICATION_ID,
                                     hc_migrations_get_newest (HC_PROFILE_SCRIPTS), error) &&
         hc_database_check_integrity (database, error);
}

static gboolean
copy_bytes (const char  *from,
            const char  *to,
            const char  *ending,
            GError     **error)
{
  g_autofree char *source = g_strconcat (from, ending, NULL);
  g_autofree char *target = g_strconcat (to, ending, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (source, &bytes, &length, error) &&
         g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

/* After a crash the log holds what was saved last. A database can be judged only together with it,
 * and reading it would change files: the judgement is made of a copy. */
static gboolean
check_with_logs (const char  *folder,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *copy = hc_profile_files_dup_partial (folder);
  gboolean sound = copy_bytes (path, copy, "", error);

  for (guint i = 0; sound && i < G_N_ELEMENTS (logs); i++)
    if (hc_profile_files_get_size (path, logs[i]) > 0)
      sound = copy_bytes (path, copy, logs[i], error);

  sound = sound && check_content (copy, HC_DATABASE_READ_WRITE, error);
  hc_profile_files_clean (folder);

  return sound;
}

static gboolean
has_logs (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    if (hc_profile_files_get_size (path, logs[i]) > 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_backups (const char *folder)
{
  g_autoptr (GPtrArray) backups = hc_profile_files_list_backups (folder, NULL);

  return backups != NULL && backups->len > 0;
}

/* Judges what is there without changing anything.
 *
 * Returns: %FALSE with @error; otherwise @missing says whether the database is yet to be made */
static gboolean
check_present (const char  *folder,
               const char  *path,
               gboolean    *missing,
               GError     **error)
{
  GStatBuf info;

  *missing = g_lstat (path, &info) != 0;
  if (*missing)
    return TRUE;

  /* The log of a link would lie beside what it leads to, and a pipe would never give an answer. */
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN, "%s is not a file", path);
      return FALSE;
    }

  if (info.st_size == 0)
    {
      *missing = !has_backups (folder) && !has_logs (path);
      if (!*missing)
        g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED, "%s has lost its content", path);

      return *missing;
    }

  return has_logs (path) ? check_with_logs (folder, path, error)
                         : check_content (path, HC_DATABASE_IMMUTABLE, error);
}

static gboolean
check_writable (const char  *path,
                GError     **error)
{
  if (g_access (path, W_OK) == 0)
    return TRUE;

  g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_READ_ONLY, "%s cannot be written", path);
  return FALSE;
}

static gboolean
make_new (const char  *partial,
          GError     **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (partial, HC_DATABASE_READ_WRITE, error);

  return database != NULL && hc_migrations_run (database, HC_PROFILE_SCRIPTS, NULL, NULL, error);
}

/* An empty file passes the checks of a database that may be made yet. As a backup it is none. */
static gboolean
check_backup (const char  *path,
              GError     **error)
{
  if (hc_profile_files_get_size (path, "") > 0)
    return check_content (path, HC_DATABASE_IMMUTABLE, error);

  g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED, "%s has no content", path);
  return FALSE;
}

static gboolean
copy_backup (const char  *backup,
             const char  *partial,
             GError     **error)
{
  g_autoptr (HcDatabase) database = NULL;

  if (!check_backup (backup, error))
    return FALSE;

  database = hc_database_new (backup, HC_DATABASE_IMMUTABLE, error);

  return database != NULL && hc_database_copy_to (database, partial, error);
}

typedef struct
{
  const char *folder;
  GDateTime  *now;
} CopyPlan;

static gboolean
make_backup (HcDatabase    *database,
             CopyPlan      *plan,
             HcBackupKind   kind,
             guint          n_kept,
             GError       **error)
{
  g_autofree char *backups = hc_profile_files_dup_backups (plan->folder);
  g_autoptr (HcBackup) backup = hc_backup_new (backups, plan->now, kind);

  if (!hc_profile_files_prepare (backups, error) ||
      !hc_database_copy_to (database, hc_backup_get_path (backup), error))
    return FALSE;

  hc_profile_files_prune (plan->folder, backup, n_kept);

  return TRUE;
}

static gboolean
before_migration (HcDatabase  *database,
                  gint64       from,
                  gpointer     user_data,
                  GError     **error)
{
  return make_backup (database, user_data, HC_BACKUP_BEFORE_UPDATE, N_BEFORE_UPDATE_KEPT, error);
}

static gboolean
has_rows (HcDatabase  *database,
          gboolean    *rows,
          GError     **error)
{
  g_autoptr (HcStatement) tables = NULL;
  HcStep step;

  *rows = FALSE;

  tables = hc_database_prepare (database,
                                "SELECT format ('SELECT 1 FROM \"%w\" LIMIT 1', name) AS query"
                                "  FROM sqlite_schema"
                                "  WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                                error);
  if (tables == NULL)
    return FALSE;

  while ((step = hc_statement_step (tables, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcStatement) query = NULL;

      query = hc_database_prepare (database, hc_statement_get_text (tables, "query"), error);
      if (query == NULL || (step = hc_statement_step (query, error)) == HC_STEP_ERROR)
        return FALSE;

      *rows = *rows || step == HC_STEP_ROW;
    }

  return step == HC_STEP_DONE;
}

static gboolean
have_same_day (GDateTime *a,
               GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* Whether no daily copy was made on this day of the person's calendar. One of a later day does not
 * count: a clock that once went wrong must not stop the copies until that day has come. */
static gboolean
is_daily_due (CopyPlan *plan)
{
  g_autoptr (GPtrArray) backups = hc_profile_files_list_backups (plan->folder, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      HcBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GDateTime) made = g_date_time_to_timezone (hc_backup_get_time (backup),
                                                            g_date_time_get_timezone (plan->now));

      if (hc_backup_get_kind (backup) == HC_BACKUP_DAILY && have_same_day (made, plan->now))
        return FALSE;
    }

  return TRUE;
}

static HcDatabase *
open_sound (const char  *folder,
            const char  *path,
            GDateTime   *now,
            GError     **error)
{
  CopyPlan plan = { .folder = folder, .now = now };
  g_autoptr (HcDatabase) database = NULL;
  GStatBuf info;

  if (!check_writable (folder, error) || !check_writable (path, error))
    return NULL;

  /* SQLite gives the log the mode of the database. */
  if (g_stat (path, &info) == 0 && (info.st_mode & 077) != 0)
    g_chmod (path, info.st_mode & 0700);

  database = hc_database_new (path, HC_DATABASE_READ_WRITE, error);

  if (database == NULL ||
      !hc_database_enable_durability (database, error) ||
      !hc_migrations_run (database, HC_PROFILE_SCRIPTS, before_migration, &plan, error))
    return NULL;

  /* On a full disk it fails, which keeps nobody from opening the profile. */
  hc_appointment_document_rows_prune (database, NULL);

  return g_steal_pointer (&database);
}

static HcDatabase *
open_locked (const char        *folder,
             HcProfileOpening   opening,
             const char        *backup,
             GDateTime         *now,
             GError           **error)
{
  g_autofree char *path = hc_profile_files_dup_path (folder);
  g_autofree char *partial = hc_profile_files_dup_partial (folder);
  gboolean missing = TRUE;

  hc_profile_files_clean (folder);

  if (opening == HC_PROFILE_OPENING_PRESENT && !check_present (folder, path, &missing, error))
    return NULL;

  if (missing)
    {
      gboolean made = check_writable (folder, error) &&
                      (opening == HC_PROFILE_OPENING_BACKUP ? copy_backup (backup, partial, error)
                                                            : make_new (partial, error)) &&
                      hc_profile_files_put_in_place (folder, partial, now, error);

      if (!made)
        {
          hc_profile_files_clean (folder);
          return NULL;
        }
    }

  return open_sound (folder, path, now, error);
}

/* The errors of files get the codes that those of the database have, so that whoever shows them has
 * one list of codes. */
static void
propagate_error (GError **error,
                 GError  *inner)
{
  if (inner->domain == G_FILE_ERROR)
    {
      int code = HC_DATABASE_ERROR_CANNOT_OPEN;

      if (inner->code == G_FILE_ERROR_ACCES ||
          inner->code == G_FILE_ERROR_PERM ||
          inner->code == G_FILE_ERROR_ROFS)
        code = HC_DATABASE_ERROR_READ_ONLY;
      else if (inner->code == G_FILE_ERROR_NOSPC)
        code = HC_DATABASE_ERROR_FULL;
      else if (inner->code == G_FILE_ERROR_IO)
        code = HC_DATABASE_ERROR_INPUT_OUTPUT;

      inner->domain = HC_DATABASE_ERROR;
      inner->code = code;
    }

  g_propagate_error (error, inner);
}

/**
 * hc_profile_opener_open:
 * @folder: (type filename): the folder of a profile; made where it is missing
 * @opening: what to open
 * @backup: (nullable) (type filename): the database for %HC_PROFILE_OPENING_BACKUP
 * @now: the time, in the zone of the person
 * @lock: (inout): the lock of the folder, -1 for none; it is held afterwards even where the opening
 *   failed, and let go with hc_profile_files_unlock()
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Opens the database of a profile, brought to the newest format. A file that cannot be opened keeps
 * every byte.
 *
 * Returns: (transfer full) (nullable): the database
 */
HcDatabase *
hc_profile_opener_open (const char        *folder,
                        HcProfileOpening   opening,
                        const char        *backup,
                        GDateTime         *now,
                        int               *lock,
                        GError           **error)
{
  GError *inner = NULL;
  HcDatabase *database = NULL;
  gboolean is_first = *lock < 0;

  if (hc_profile_files_prepare (folder, &inner) && hc_profile_files_lock (folder, lock, &inner))
    {
      if (is_first)
        hc_profile_files_clean_transfers (folder);

      database = open_locked (folder, opening, backup, now, &inner);
    }

  if (inner != NULL)
    propagate_error (error, inner);

  return database;
}

/**
 * hc_profile_opener_list_backups:
 * @folder: (type filename): the folder of a profile
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Reads every backup. None is changed.
 *
 * Returns: (transfer full) (nullable) (element-type HcBackup): the backups that can be restored,
 *   newest first
 */
GPtrArray *
hc_profile_opener_list_backups (const char  *folder,
                                GError     **error)
{
  GError *inner = NULL;
  g_autoptr (GPtrArray) backups = hc_profile_files_list_backups (folder, &inner);

  if (backups == NULL)
    {
      propagate_error (error, inner);
      return NULL;
    }

  for (guint i = backups->len; i-- > 0;)
    if (!check_backup (hc_backup_get_path (g_ptr_array_index (backups, i)), NULL))
      g_ptr_array_remove_index (backups, i);

  return g_steal_pointer (&backups);
}

/**
 * hc_profile_opener_make_daily_backup:
 * @folder: (type filename): the folder of a profile
 * @database: its open database, all of which could be read
 * @now: the time, in the zone of the person
 *
 * Makes the copy of the day where it is due. That there is no room for one is no reason to keep the
 * person from the notes: the log says so, and no more.
 */
void
hc_profile_opener_make_daily_backup (const char *folder,
                                     HcDatabase *database,
                                     GDateTime  *now)
{
  CopyPlan plan = { .folder = folder, .now = now };
  g_autoptr (GError) error = NULL;
  gboolean rows;

  g_return_if_fail (folder != NULL);
  g_return_if_fail (HC_IS_DATABASE (database));
  g_return_if_fail (now != NULL);

  if (!is_daily_due (&plan))
    return;

  if (!has_rows (database, &rows, &error) ||
      (rows && !make_backup (database, &plan, HC_BACKUP_DAILY, N_DAILY_KEPT, &error)))
    g_message ("The daily copy of the profile could not be made (%s %d)",
               g_quark_to_string (error->domain), error->code);
}

/**
 * hc_profile_opener_make_backup_before:
 * @folder: (type filename): the folder of a profile
 * @database: its open database
 * @now: the time
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes the copy that is made before much is changed at once, as by an update. Of a database without
 * rows none is made.
 *
 * Returns: whether what is there can be had back
 */
gboolean
hc_profile_opener_make_backup_before (const char  *folder,
                                      HcDatabase  *database,
                                      GDateTime   *now,
                                      GError     **error)
{
  CopyPlan plan = { .folder = folder, .now = now };
  GError *inner = NULL;
  gboolean rows;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  if (has_rows (database, &rows, &inner) && rows)
    before_migration (database, 0, &plan, &inner);

  if (inner != NULL)
    propagate_error (error, inner);

  return inner == NULL;
}
