/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

#define HC_TYPE_DATABASE_WORKER (hc_database_worker_get_type ())

G_DECLARE_FINAL_TYPE (HcDatabaseWorker, hc_database_worker, HC, DATABASE_WORKER, GObject)

/**
 * HcDatabaseOpener:
 * @data: what was given to hc_database_worker_open_async()
 * @error: return location for an error
 *
 * Opens the database, in the worker's thread.
 *
 * Returns: (transfer full) (nullable): the database
 */
typedef HcDatabase *(*HcDatabaseOpener) (gpointer data, GError **error);

/**
 * HcDatabaseJob:
 * @database: the open database
 * @data: what was given to hc_database_worker_run_async()
 * @error: return location for an error
 *
 * A piece of work, done in the worker's thread. It fails by setting @error; a result of %NULL
 * without an error is a success.
 *
 * Returns: (transfer full) (nullable): the result
 */
typedef gpointer (*HcDatabaseJob) (HcDatabase *database, gpointer data, GError **error);

HcDatabaseWorker *hc_database_worker_new         (const char           *name) G_GNUC_WARN_UNUSED_RESULT;
void              hc_database_worker_stop        (HcDatabaseWorker     *self);
void              hc_database_worker_open_async  (HcDatabaseWorker     *self,
                                                  HcDatabaseOpener      opener,
                                                  gpointer              data,
                                                  GDestroyNotify        free_data,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean          hc_database_worker_open_finish (HcDatabaseWorker     *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void              hc_database_worker_run_async   (HcDatabaseWorker     *self,
                                                  HcDatabaseJob         job,
                                                  gpointer              data,
                                                  GDestroyNotify        free_data,
                                                  GDestroyNotify        free_result,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gpointer          hc_database_worker_run_finish  (HcDatabaseWorker     *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
