/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hc-database-private.h"

/* How long a writer waits for another process before it fails with "busy". */
#define BUSY_TIMEOUT_MS 5000

struct _HcDatabase
{
  GObject  parent_instance;

  sqlite3 *handle;
  char    *path;
};

G_DEFINE_QUARK (hc-database-error-quark, hc_database_error)

G_DEFINE_FINAL_TYPE (HcDatabase, hc_database, G_TYPE_OBJECT)

static HcDatabaseError
error_code_from_sqlite (int primary_code)
{
  switch (primary_code)
    {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return HC_DATABASE_ERROR_CANNOT_OPEN;
    case SQLITE_NOTADB:
      return HC_DATABASE_ERROR_NOT_A_DATABASE;
    case SQLITE_CORRUPT:
      return HC_DATABASE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HC_DATABASE_ERROR_BUSY;
    case SQLITE_FULL:
      return HC_DATABASE_ERROR_FULL;
    case SQLITE_READONLY:
      return HC_DATABASE_ERROR_READ_ONLY;
    case SQLITE_IOERR:
      return HC_DATABASE_ERROR_INPUT_OUTPUT;
    case SQLITE_CONSTRAINT:
      return HC_DATABASE_ERROR_CONSTRAINT;
    default:
      return HC_DATABASE_ERROR_FAILED;
    }
}

void
_hc_database_set_error (sqlite3     *handle,
                        const char  *sql,
                        GError     **error)
{
  int code = sqlite3_extended_errcode (handle);

  g_set_error (error, HC_DATABASE_ERROR, error_code_from_sqlite (code & 0xff),
               "%s (SQLite %d) in: %s", sqlite3_errmsg (handle), code, sql);
}

static void
hc_database_finalize (GObject *object)
{
  HcDatabase *self = HC_DATABASE (object);

  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement of %s outlives its database", self->path);

  g_free (self->path);

  G_OBJECT_CLASS (hc_database_parent_class)->finalize (object);
}

static void
hc_database_class_init (HcDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_database_finalize;
}

static void
hc_database_init (HcDatabase *self)
{
}

/* The settings that SQLite advises for a file that somebody else may have changed, and the ones
 * that every connection of this program wants. */
static gboolean
harden (HcDatabase  *self,
        GError     **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  /* Until hc_database_enable_durability() nothing may change the file, not even the checkpoint that
   * closing would make: it may turn out to be somebody else's or a newer one. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  return hc_database_execute (self, "PRAGMA foreign_keys = ON", error);
}

/**
 * hc_database_new:
 * @path: (type filename) (nullable): the file, %NULL for a database in memory
 * @mode: how to open it
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Opens a database. A file that is made here can be read by its owner only.
 *
 * Returns: (transfer full) (nullable): the database, to be used by one thread at a time
 */
HcDatabase *
hc_database_new (const char      *path,
                 HcDatabaseMode   mode,
                 GError         **error)
{
  g_autoptr (HcDatabase) self = NULL;
  g_autofree char *uri = NULL;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;

  g_return_val_if_fail (path != NULL || mode == HC_DATABASE_READ_WRITE, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (HC_TYPE_DATABASE, NULL);
  self->path = g_strdup (path != NULL ? path : ":memory:");

  if (path == NULL)
    {
      uri = g_strdup (":memory:");
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
  else
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

      uri = g_strconcat ("file:", escaped, mode == HC_DATABASE_IMMUTABLE ? "?immutable=1" : "", NULL);
      flags |= mode == HC_DATABASE_IMMUTABLE ? SQLITE_OPEN_READONLY
                                             : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

      /* SQLite would make the file with the mode of the umask. One that is there must not be opened
       * here: closing it would drop the locks that this process holds on it. */
      if (mode == HC_DATABASE_READ_WRITE)
        {
          int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

          if (fd >= 0)
            g_close (fd, NULL);
        }
    }

  if (sqlite3_open_v2 (uri, &self->handle, flags, NULL) != SQLITE_OK)
    {
      _hc_database_set_error (self->handle, self->path, error);
      return NULL;
    }

  if (!harden (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_database_get_path:
 * @self: a database
 *
 * Returns: (type filename): the path of its file, `:memory:` where there is none
 */
const char *
hc_database_get_path (HcDatabase *self)
{
  g_return_val_if_fail (HC_IS_DATABASE (self), NULL);

  return self->path;
}

/**
 * hc_database_prepare:
 * @self: a database
 * @sql: one SQL statement
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the statement, to be freed before @self
 */
HcStatement *
hc_database_prepare (HcDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  sqlite3_stmt *handle = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &handle, NULL) != SQLITE_OK)
    {
      _hc_database_set_error (self->handle, sql, error);
      return NULL;
    }

  return _hc_statement_new (handle);
}

/**
 * hc_database_execute:
 * @self: a database
 * @sql: SQL statements without parameters, any number
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether all of them succeeded
 */
gboolean
hc_database_execute (HcDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    {
      _hc_database_set_error (self->handle, sql, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * hc_database_transaction:
 * @self: a database that is not inside a transaction
 * @func: (scope call): the work
 * @user_data: passed to @func
 * @error: return location for a %HC_DATABASE_ERROR or the error of @func
 *
 * Does all of the work or nothing of it.
 *
 * Returns: whether the work was done and committed
 */
gboolean
hc_database_transaction (HcDatabase         *self,
                         HcTransactionFunc   func,
                         gpointer            user_data,
                         GError            **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!hc_database_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (func (self, user_data, error) && hc_database_execute (self, "COMMIT", error))
    return TRUE;

  /* Some errors, a full disk among them, have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    hc_database_execute (self, "ROLLBACK", NULL);

  return FALSE;
}

/* Steps to the one row of a pragma. Some pragmas, and those that SQLite does not know, have none. */
static gboolean
step_to_row (HcStatement  *statement,
             const char   *pragma,
             GError      **error)
{
  HcStep step = hc_statement_step (statement, error);

  if (step == HC_STEP_DONE)
    g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED, "PRAGMA %s has no value", pragma);

  return step == HC_STEP_ROW;
}

/**
 * hc_database_get_pragma:
 * @self: a database
 * @pragma: the name of a pragma whose value is a number, `user_version`
 * @value: (out): the value
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it could be read
 */
gboolean
hc_database_get_pragma (HcDatabase  *self,
                        const char  *pragma,
                        gint64      *value,
                        GError     **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (pragma != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sql = g_strconcat ("PRAGMA ", pragma, NULL);
  statement = hc_database_prepare (self, sql, error);

  if (statement == NULL || !step_to_row (statement, pragma, error))
    return FALSE;

  *value = hc_statement_get_int64 (statement, pragma);

  return TRUE;
}

/**
 * hc_database_check_identity:
 * @self: a database
 * @application_id: the `application_id` of the files of its kind
 * @newest_version: the highest `user_version` that this program knows
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Tells a file of this program from others before anything is done to it. An empty database passes.
 *
 * Returns: %TRUE, or %FALSE with %HC_DATABASE_ERROR_FOREIGN, %HC_DATABASE_ERROR_NEWER or the error
 *   of reading it
 */
gboolean
hc_database_check_identity (HcDatabase  *self,
                            gint64       application_id,
                            gint64       newest_version,
                            GError     **error)
{
  gint64 schema_version, id, version;

  g_return_val_if_fail (HC_IS_DATABASE (self), FALSE);

  if (!hc_database_get_pragma (self, "schema_version", &schema_version, error) ||
      !hc_database_get_pragma (self, "application_id", &id, error) ||
      !hc_database_get_pragma (self, "user_version", &version, error))
    return FALSE;

  if (schema_version == 0 && id == 0 && version == 0)
    return TRUE;

  if (id != application_id)
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN,
                   "%s belongs to another program (application id %" G_GINT64_FORMAT ")",
                   self->path, id);
      return FALSE;
    }

  if (version > newest_version)
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NEWER,
                   "%s has format %" G_GINT64_FORMAT ", this program knows formats up to %" G_GINT64_FORMAT,
                   self->path, version, newest_version);
      return FALSE;
    }

  return TRUE;
}

/**
 * hc_database_check_integrity:
 * @self: a database
 * @error: return location for %HC_DATABASE_ERROR_DAMAGED
 *
 * Runs SQLite's `quick_check`. It reads the whole file.
 *
 * Returns: whether the database is sound
 */
gboolean
hc_database_check_integrity (HcDatabase  *self,
                             GError     **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (self, "PRAGMA quick_check(1)", error);
  const char *verdict;

  if (statement == NULL || !step_to_row (statement, "quick_check", error))
    return FALSE;

  verdict = hc_statement_get_text (statement, "quick_check");
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED,
               "%s is damaged: %s", self->path, verdict);
  return FALSE;
}

/**
 * hc_database_enable_durability:
 * @self: a database whose identity was checked
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes what was committed survive a crash and the loss of power: write-ahead log, every commit
 * waits for the disk. What is deleted is overwritten. From here on the file is changed.
 *
 * Returns: whether the settings were taken
 */
gboolean
hc_database_enable_durability (HcDatabase  *self,
                               GError     **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (self), FALSE);

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  return hc_database_execute (self,
                              "PRAGMA journal_mode = WAL;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA secure_delete = ON;",
                              error);
}

static gboolean
copy_pages (HcDatabase  *self,
            HcDatabase  *copy,
            GError     **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");

  if (backup != NULL)
    sqlite3_backup_step (backup, -1);

  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK)
    {
      _hc_database_set_error (copy->handle, "backup", error);
      return FALSE;
    }

  /* The copy carries the journal mode of the original; alone it needs no log beside it. */
  return hc_database_execute (copy, "PRAGMA journal_mode = DELETE", error);
}

/* A new name is on the disk when its folder is. Where that fails the copy stands nevertheless. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  g_close (fd, NULL);
}

/**
 * hc_database_copy_to:
 * @self: a database
 * @path: (type filename): the file to make; one that is there is replaced
 * @error: return location for a %HC_DATABASE_ERROR or %G_FILE_ERROR
 *
 * Copies the whole database with SQLite's backup interface. The copy takes its name only when it is
 * complete.
 *
 * Returns: whether the copy stands
 */
gboolean
hc_database_copy_to (HcDatabase  *self,
                     const char  *path,
                     GError     **error)
{
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  g_autoptr (HcDatabase) copy = NULL;
  gboolean copied;

  g_return_val_if_fail (HC_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_unlink (partial);

  copy = hc_database_new (partial, HC_DATABASE_READ_WRITE, error);
  copied = copy != NULL && copy_pages (self, copy, error);
  g_clear_object (&copy);

  if (copied && g_rename (partial, path) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                   "%s: %s", path, g_strerror (saved_errno));
      copied = FALSE;
    }

  if (copied)
    sync_folder_of (path);
  else
    g_unlink (partial);

  return copied;
}
