/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile.h"

#include "hc-profile-opener.h"

/* The list of the backups of a profile. */

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
