/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-operation-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-window.h"

/**
 * HcOperationDialog:
 *
 * A dialog at whose end something is done that can be undone. It stays until that is on the disk, so that what was
 * entered is not lost when it fails, and asks before it is thrown away.
 */
typedef struct
{
  HcOperation *operation;   /* the one that is under way */
  gboolean     has_changed; /* since it began */
} HcOperationDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcOperationDialog, hc_operation_dialog, HC_TYPE_SAVING_DIALOG)

static HcOperationDialogPrivate *
get_private (HcOperationDialog *self)
{
  return hc_operation_dialog_get_instance_private (self);
}

static void
hc_operation_dialog_dispose (GObject *object)
{
  g_clear_object (&get_private (HC_OPERATION_DIALOG (object))->operation);

  G_OBJECT_CLASS (hc_operation_dialog_parent_class)->dispose (object);
}

static void
hc_operation_dialog_class_init (HcOperationDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_operation_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Close Without Saving?");
}

static void
hc_operation_dialog_init (HcOperationDialog *self)
{
}

static void
performed_cb (HcOperationDialog *self,
              HcOperation       *operation)
{
  if (operation != get_private (self)->operation)
    return;

  if (get_private (self)->has_changed)
    {
      g_clear_object (&get_private (self)->operation);
      hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_UNSAVED);
      HC_OPERATION_DIALOG_GET_CLASS (self)->set_busy (self, FALSE);
      return;
    }

  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVED);
  hc_saving_dialog_finish (HC_SAVING_DIALOG (self));
}

static void
failed_cb (HcOperationDialog *self,
           HcOperation       *operation,
           const GError      *error)
{
  g_autofree char *words = NULL;

  if (operation != get_private (self)->operation)
    return;

  /* Translators: %s is a sentence that says why and what helps. */
  words = g_strdup_printf (_("This is not saved. %s"), hc_error_to_words (error));
  g_clear_object (&get_private (self)->operation);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_UNSAVED);
  HC_OPERATION_DIALOG_GET_CLASS (self)->set_busy (self, FALSE);
  HC_OPERATION_DIALOG_GET_CLASS (self)->failed (self, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * hc_operation_dialog_perform:
 * @self: a dialog in a window of the program
 * @operation: what is to be done
 *
 * For the classes: does it, and closes the dialog when it is done, unless something else was entered meanwhile.
 */
void
hc_operation_dialog_perform (HcOperationDialog *self,
                             HcOperation       *operation)
{
  GtkRoot *root;
  HcUndoStack *stack;

  g_return_if_fail (HC_IS_OPERATION_DIALOG (self));
  g_return_if_fail (HC_IS_OPERATION (operation));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  g_return_if_fail (HC_IS_WINDOW (root));
  g_return_if_fail (get_private (self)->operation == NULL);

  get_private (self)->operation = g_object_ref (operation);
  get_private (self)->has_changed = FALSE;
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVING);
  HC_OPERATION_DIALOG_GET_CLASS (self)->set_busy (self, TRUE);

  stack = hc_window_get_undo_stack (HC_WINDOW (root));
  g_signal_handlers_disconnect_by_data (stack, self); /* of a try that has failed */
  g_signal_connect_object (stack, "performed", G_CALLBACK (performed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stack, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  hc_undo_stack_perform (stack, operation);
}

/**
 * hc_operation_dialog_changed:
 * @self: a dialog
 *
 * Something was entered that would be lost.
 */
void
hc_operation_dialog_changed (HcOperationDialog *self)
{
  g_return_if_fail (HC_IS_OPERATION_DIALOG (self));

  if (get_private (self)->operation != NULL)
    get_private (self)->has_changed = TRUE;
  else
    hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_UNSAVED);
}

/**
 * hc_operation_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether it is being done
 */
gboolean
hc_operation_dialog_is_busy (HcOperationDialog *self)
{
  g_return_val_if_fail (HC_IS_OPERATION_DIALOG (self), FALSE);

  return get_private (self)->operation != NULL;
}
