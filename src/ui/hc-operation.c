/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-operation.h"

/**
 * HcOperation:
 *
 * Something that a person does to one item of a store and can take back, with a description for the
 * toast that offers to.
 */
struct _HcOperation
{
  GObject                 parent_instance;

  char                   *description;
  GObject                *store;
  GObject                *item;
  const HcOperationFuncs *funcs;
};

G_DEFINE_FINAL_TYPE (HcOperation, hc_operation, G_TYPE_OBJECT)

static void
hc_operation_finalize (GObject *object)
{
  HcOperation *self = HC_OPERATION (object);

  g_free (self->description);
  g_clear_object (&self->store);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (hc_operation_parent_class)->finalize (object);
}

static void
hc_operation_class_init (HcOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_operation_finalize;
}

static void
hc_operation_init (HcOperation *self)
{
}

/**
 * hc_operation_new:
 * @description: what was done, once it is: "Note deleted"
 * @store: where the item is kept
 * @item: what the operation is about
 * @funcs: (transfer none): what is to be done, of unlimited life
 *
 * Returns: (transfer full): an operation that was not executed yet
 */
HcOperation *
hc_operation_new (const char             *description,
                  GObject                *store,
                  GObject                *item,
                  const HcOperationFuncs *funcs)
{
  HcOperation *self;

  g_return_val_if_fail (description != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (store), NULL);
  g_return_val_if_fail (G_IS_OBJECT (item), NULL);
  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_object_new (HC_TYPE_OPERATION, NULL);
  self->description = g_strdup (description);
  self->store = g_object_ref (store);
  self->item = g_object_ref (item);
  self->funcs = funcs;

  return self;
}

/**
 * hc_operation_get_description:
 * @self: an operation
 *
 * Returns: what was done, for a toast
 */
const char *
hc_operation_get_description (HcOperation *self)
{
  g_return_val_if_fail (HC_IS_OPERATION (self), NULL);

  return self->description;
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcOperationFinish finish = (HcOperationFinish) g_task_get_task_data (task);
  GError *error = NULL;

  if (finish (source, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (HcOperation         *self,
       HcOperationStart     func,
       HcOperationFinish    finish,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, (gpointer) finish, NULL);

  func (self->store, self->item, finished_cb, task);
}

/**
 * hc_operation_execute_async:
 * @self: an operation
 * @callback: called when it is done
 * @user_data: passed to @callback
 */
void
hc_operation_execute_async (HcOperation         *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (HC_IS_OPERATION (self));

  start (self, self->funcs->execute, self->funcs->execute_finish, callback, user_data);
}

/**
 * hc_operation_undo_async:
 * @self: an operation that was executed
 * @callback: called when it is taken back
 * @user_data: passed to @callback
 */
void
hc_operation_undo_async (HcOperation         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (HC_IS_OPERATION (self));

  start (self, self->funcs->undo, self->funcs->undo_finish, callback, user_data);
}

/**
 * hc_operation_finish:
 * @self: an operation
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends hc_operation_execute_async() and hc_operation_undo_async().
 *
 * Returns: whether it succeeded; if not, everything is as it was
 */
gboolean
hc_operation_finish (HcOperation   *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (HC_IS_OPERATION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
