/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile.h"

#include "hc-profile-opener.h"
#include "hc-profile-private.h"

/* The backups of a profile: their list, and what takes the place of the database. */

static void
list_backups_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *backups = hc_profile_opener_list_backups (task_data, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
backups_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *backups = g_task_propagate_pointer (G_TASK (result), &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hc_profile_list_backups_async:
 * @self: a profile in any state
 * @callback: called when the backups were looked through
 * @user_data: passed to @callback
 *
 * Looks for the backups that can be restored. They are only read, so that it needs no turn in the
 * queue of the database and works where there is none.
 */
void
hc_profile_list_backups_async (HcProfile           *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  g_autoptr (GTask) thread_task = NULL;

  g_return_if_fail (HC_IS_PROFILE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_profile_list_backups_async);

  /* The task of the thread holds no profile: the thread may be the last to let go of it, and a
   * profile must not come to its end in a thread. */
  thread_task = g_task_new (NULL, NULL, backups_listed_cb, task);
  g_task_set_source_tag (thread_task, list_backups_thread);
  g_task_set_task_data (thread_task, g_strdup (hc_profile_get_folder (self)), g_free);
  g_task_run_in_thread (thread_task, list_backups_thread);
}

/**
 * hc_profile_list_backups_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcBackup): the backups, newest first
 */
GPtrArray *
hc_profile_list_backups_finish (HcProfile     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_profile_list_backups_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static HcDatabase *
open_backup (const char  *folder,
             GDateTime   *now,
             int         *lock,
             gpointer     data,
             GError     **error)
{
  return hc_profile_opener_open (folder, HC_PROFILE_OPENING_BACKUP, hc_backup_get_path (data), now, lock, error);
}

/**
 * hc_profile_restore_async:
 * @self: a profile that is not being opened
 * @backup: what to put in the place of the present database
 * @callback: (nullable): called when the profile is %HC_PROFILE_READY or %HC_PROFILE_FAILED
 * @user_data: passed to @callback
 *
 * Opens a copy of a backup. The present files get the name `profile-set-aside-...` and are never
 * deleted.
 */
void
hc_profile_restore_async (HcProfile           *self,
                          HcBackup            *backup,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (HC_IS_PROFILE (self));
  g_return_if_fail (HC_IS_BACKUP (backup));

  _hc_profile_open_with_async (self, open_backup, g_object_ref (backup), g_object_unref, hc_profile_restore_async,
                               callback, user_data);
}

/**
 * hc_profile_restore_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, or %G_IO_ERROR_PENDING when it was being opened
 *
 * Returns: whether the backup was restored and is open
 */
gboolean
hc_profile_restore_finish (HcProfile     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return _hc_profile_open_with_finish (self, result, hc_profile_restore_async, error);
}

static HcDatabase *
open_fresh (const char  *folder,
            GDateTime   *now,
            int         *lock,
            gpointer     data,
            GError     **error)
{
  return hc_profile_opener_open (folder, HC_PROFILE_OPENING_FRESH, NULL, now, lock, error);
}

/**
 * hc_profile_start_fresh_async:
 * @self: a profile that is not being opened
 * @callback: (nullable): called when the profile is %HC_PROFILE_READY or %HC_PROFILE_FAILED
 * @user_data: passed to @callback
 *
 * Opens an empty database. The present files get the name `profile-set-aside-...` and are never
 * deleted.
 */
void
hc_profile_start_fresh_async (HcProfile           *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (HC_IS_PROFILE (self));

  _hc_profile_open_with_async (self, open_fresh, NULL, NULL, hc_profile_start_fresh_async, callback, user_data);
}

/**
 * hc_profile_start_fresh_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, or %G_IO_ERROR_PENDING when it was being opened
 *
 * Returns: whether an empty profile is open
 */
gboolean
hc_profile_start_fresh_finish (HcProfile     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _hc_profile_open_with_finish (self, result, hc_profile_start_fresh_async, error);
}
