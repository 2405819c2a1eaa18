/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-undo-stack.h"

/**
 * HcUndoStack:
 *
 * The operations that can be taken back, in the order in which they were done. An operation that
 * fails to be taken back stays and can be tried again.
 */
struct _HcUndoStack
{
  GObject    parent_instance;

  GPtrArray *operations; /* of HcOperation, the last one last */
};

enum {
  PROP_0,
  PROP_EMPTY,
  N_PROPS,
};

enum {
  PERFORMED,
  UNDONE,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcUndoStack, hc_undo_stack, G_TYPE_OBJECT)

static void
hc_undo_stack_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, hc_undo_stack_is_empty (HC_UNDO_STACK (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_undo_stack_finalize (GObject *object)
{
  HcUndoStack *self = HC_UNDO_STACK (object);

  g_ptr_array_unref (self->operations);

  G_OBJECT_CLASS (hc_undo_stack_parent_class)->finalize (object);
}

static void
hc_undo_stack_class_init (HcUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_undo_stack_get_property;
  object_class->finalize = hc_undo_stack_finalize;

  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HcUndoStack::performed:
   * @operation: what was done
   */
  signals[PERFORMED] = g_signal_new ("performed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, HC_TYPE_OPERATION);

  /**
   * HcUndoStack::undone:
   * @operation: what was taken back
   */
  signals[UNDONE] = g_signal_new ("undone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, HC_TYPE_OPERATION);

  /**
   * HcUndoStack::failed:
   * @operation: what could not be done or taken back; nothing has changed
   * @error: why
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, HC_TYPE_OPERATION, G_TYPE_ERROR);
}

static void
hc_undo_stack_init (HcUndoStack *self)
{
  self->operations = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hc_undo_stack_new:
 *
 * Returns: (transfer full): an empty stack
 */
HcUndoStack *
hc_undo_stack_new (void)
{
  return g_object_new (HC_TYPE_UNDO_STACK, NULL);
}

/**
 * hc_undo_stack_is_empty:
 * @self: a stack
 *
 * Returns: whether there is nothing to take back
 */
gboolean
hc_undo_stack_is_empty (HcUndoStack *self)
{
  g_return_val_if_fail (HC_IS_UNDO_STACK (self), TRUE);

  return self->operations->len == 0;
}

static void
push (HcUndoStack *self,
      HcOperation *operation)
{
  g_ptr_array_add (self->operations, g_object_ref (operation));

  if (self->operations->len == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
executed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcUndoStack) self = user_data;
  g_autoptr (GError) error = NULL;
  HcOperation *operation = HC_OPERATION (source);

  if (!hc_operation_finish (operation, result, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, operation, error);
      return;
    }

  push (self, operation);
  g_signal_emit (self, signals[PERFORMED], 0, operation);
}

/**
 * hc_undo_stack_perform:
 * @self: a stack
 * @operation: what is to be done
 *
 * Does it. #HcUndoStack::performed or #HcUndoStack::failed tells the outcome.
 */
void
hc_undo_stack_perform (HcUndoStack *self,
                       HcOperation *operation)
{
  g_return_if_fail (HC_IS_UNDO_STACK (self));
  g_return_if_fail (HC_IS_OPERATION (operation));

  hc_operation_execute_async (operation, executed_cb, g_object_ref (self));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcUndoStack) self = user_data;
  g_autoptr (GError) error = NULL;
  HcOperation *operation = HC_OPERATION (source);

  if (!hc_operation_finish (operation, result, &error))
    {
      push (self, operation);
      g_signal_emit (self, signals[FAILED], 0, operation, error);
      return;
    }

  g_signal_emit (self, signals[UNDONE], 0, operation);
}

/**
 * hc_undo_stack_undo:
 * @self: a stack
 * @operation: an operation that was performed
 *
 * Takes it back, whether it is the last one or not. Nothing happens when that was done before.
 */
void
hc_undo_stack_undo (HcUndoStack *self,
                    HcOperation *operation)
{
  g_autoptr (HcOperation) kept = NULL;

  g_return_if_fail (HC_IS_UNDO_STACK (self));
  g_return_if_fail (HC_IS_OPERATION (operation));

  kept = g_object_ref (operation);

  if (!g_ptr_array_remove (self->operations, operation))
    return;

  if (self->operations->len == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);

  hc_operation_undo_async (operation, undone_cb, g_object_ref (self));
}

/**
 * hc_undo_stack_undo_last:
 * @self: a stack
 *
 * Takes the last operation back, if there is one.
 */
void
hc_undo_stack_undo_last (HcUndoStack *self)
{
  g_return_if_fail (HC_IS_UNDO_STACK (self));

  if (self->operations->len > 0)
    hc_undo_stack_undo (self, g_ptr_array_index (self->operations, self->operations->len - 1));
}
