/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-count.h"

#include "hc-backup-contents-private.h"
#include "hc-profile-private.h"

/* How much there is: what a backup has is shown beside it. */

static gpointer
count_rows (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  return _hc_backup_contents_count_rows (database, error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcProfile *self = g_task_get_source_object (task);
  GError *error = NULL;
  GHashTable *rows = hc_database_worker_run_finish (_hc_profile_get_worker (self), result, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hc_profile_count_async:
 * @self: a profile that is open
 * @callback: called when everything was counted
 * @user_data: passed to @callback
 *
 * Counts what the profile has, with what was handed to the stores before.
 */
void
hc_profile_count_async (HcProfile           *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_PROFILE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_profile_count_async);
  hc_database_worker_run_async (_hc_profile_get_worker (self), count_rows, NULL, NULL,
                                (GDestroyNotify) g_hash_table_unref, counted_cb, task);
}

/**
 * hc_profile_count_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8 gsize): how many rows each table has, by its name as
 *   in `data/sql/profile`
 */
GHashTable *
hc_profile_count_finish (HcProfile     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_profile_count_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
