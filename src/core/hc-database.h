/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-statement.h"

G_BEGIN_DECLS

/**
 * HC_DATABASE_ERROR:
 *
 * Errors of #HcDatabase and #HcStatement. The message holds the words of SQLite, its extended
 * result code and the SQL, never the values that were bound: they may be personal.
 */
#define HC_DATABASE_ERROR (hc_database_error_quark ())

/**
 * HcDatabaseError:
 * @HC_DATABASE_ERROR_FAILED: any failure that is none of the others
 * @HC_DATABASE_ERROR_CANNOT_OPEN: the file cannot be opened or made
 * @HC_DATABASE_ERROR_NOT_A_DATABASE: the file is not an SQLite database
 * @HC_DATABASE_ERROR_DAMAGED: the file is an SQLite database, but not a sound one
 * @HC_DATABASE_ERROR_FOREIGN: the file is a sound database of another program
 * @HC_DATABASE_ERROR_NEWER: the file was written by a newer version of this program
 * @HC_DATABASE_ERROR_BUSY: another process holds the database
 * @HC_DATABASE_ERROR_FULL: the disk or the database is full
 * @HC_DATABASE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @HC_DATABASE_ERROR_INPUT_OUTPUT: the disk failed
 * @HC_DATABASE_ERROR_CONSTRAINT: the values break a rule of the schema
 * @HC_DATABASE_ERROR_CLOSED: the database is not open
 */
typedef enum {
  HC_DATABASE_ERROR_FAILED,
  HC_DATABASE_ERROR_CANNOT_OPEN,
  HC_DATABASE_ERROR_NOT_A_DATABASE,
  HC_DATABASE_ERROR_DAMAGED,
  HC_DATABASE_ERROR_FOREIGN,
  HC_DATABASE_ERROR_NEWER,
  HC_DATABASE_ERROR_BUSY,
  HC_DATABASE_ERROR_FULL,
  HC_DATABASE_ERROR_READ_ONLY,
  HC_DATABASE_ERROR_INPUT_OUTPUT,
  HC_DATABASE_ERROR_CONSTRAINT,
  HC_DATABASE_ERROR_CLOSED,
} HcDatabaseError;

GQuark hc_database_error_quark (void);

/**
 * HcDatabaseMode:
 * @HC_DATABASE_READ_WRITE: read and write; the file is made when it is missing
 * @HC_DATABASE_IMMUTABLE: read only, on the promise that nobody changes the file: no locks, no
 *   journal, works on a read-only file system
 */
typedef enum {
  HC_DATABASE_READ_WRITE,
  HC_DATABASE_IMMUTABLE,
} HcDatabaseMode;

#define HC_TYPE_DATABASE (hc_database_get_type ())

G_DECLARE_FINAL_TYPE (HcDatabase, hc_database, HC, DATABASE, GObject)

/**
 * HcTransactionFunc:
 * @database: the database, inside a transaction
 * @user_data: what was given to hc_database_transaction()
 * @error: return location for an error
 *
 * Returns: %TRUE to commit; %FALSE with @error set to roll back
 */
typedef gboolean (*HcTransactionFunc) (HcDatabase *database, gpointer user_data, GError **error);

HcDatabase  *hc_database_new                (const char         *path,
                                             HcDatabaseMode      mode,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
const char  *hc_database_get_path           (HcDatabase         *self);
HcStatement *hc_database_prepare            (HcDatabase         *self,
                                             const char         *sql,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hc_database_execute            (HcDatabase         *self,
                                             const char         *sql,
                                             GError            **error);
gboolean     hc_database_transaction        (HcDatabase         *self,
                                             HcTransactionFunc   func,
                                             gpointer            user_data,
                                             GError            **error);
gboolean     hc_database_get_pragma         (HcDatabase         *self,
                                             const char         *pragma,
                                             gint64             *value,
                                             GError            **error);
gboolean     hc_database_check_identity     (HcDatabase         *self,
                                             gint64              application_id,
                                             gint64              newest_version,
                                             GError            **error);
gboolean     hc_database_check_integrity    (HcDatabase         *self,
                                             GError            **error);
gboolean     hc_database_enable_durability  (HcDatabase         *self,
                                             GError            **error);
gboolean     hc_database_copy_to            (HcDatabase         *self,
                                             const char         *path,
                                             GError            **error);

G_END_DECLS
