/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-saving-dialog.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"

/**
 * HcSavingDialog:
 *
 * A dialog in which every change is saved at once. It closes when everything is on the disk, and objects while
 * something is not: it waits for a save that is under way, and asks before what could not be saved is lost.
 */
typedef struct
{
  HcSaveState state;
  gboolean    is_closing;   /* close as soon as everything is saved */
  gboolean    takes_window; /* and the window with it */
} HcSavingDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcSavingDialog, hc_saving_dialog, ADW_TYPE_DIALOG)

static HcSavingDialogPrivate *
get_private (HcSavingDialog *self)
{
  return hc_saving_dialog_get_instance_private (self);
}

static void
response_cb (HcSavingDialog *self,
             const char     *response)
{
  if (g_str_equal (response, "discard"))
    hc_saving_dialog_finish (self);
  else
    get_private (self)->takes_window = FALSE;
}

static void
ask (HcSavingDialog *self)
{
  AdwDialog *alert = hc_ask_dialog_new (_(HC_SAVING_DIALOG_GET_CLASS (self)->not_saved_title),
                                        _("What you wrote since it was last saved would be lost."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "keep", _("_Keep Editing"),
                                  "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  g_signal_connect_object (alert, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
hc_saving_dialog_close_attempt (AdwDialog *dialog)
{
  hc_saving_dialog_close (HC_SAVING_DIALOG (dialog));
}

static void
hc_saving_dialog_class_init (HcSavingDialogClass *klass)
{
  ADW_DIALOG_CLASS (klass)->close_attempt = hc_saving_dialog_close_attempt;
  klass->finish_closing = hc_saving_dialog_finish;
}

static void
hc_saving_dialog_init (HcSavingDialog *self)
{
}

/**
 * hc_saving_dialog_set_state:
 * @self: a dialog
 * @state: where that is which a person has entered
 *
 * For the classes: to be called whenever something is entered, and whenever a save begins or ends. The dialog
 * closes when it was to be closed and everything is saved now; it stays when that has failed.
 */
void
hc_saving_dialog_set_state (HcSavingDialog *self,
                            HcSaveState     state)
{
  HcSavingDialogPrivate *priv;

  g_return_if_fail (HC_IS_SAVING_DIALOG (self));

  priv = get_private (self);
  priv->state = state;
  adw_dialog_set_can_close (ADW_DIALOG (self), state == HC_SAVE_STATE_SAVED);

  if (state == HC_SAVE_STATE_UNSAVED)
    priv->is_closing = priv->takes_window = FALSE;
  else if (state == HC_SAVE_STATE_SAVED && priv->is_closing)
    HC_SAVING_DIALOG_GET_CLASS (self)->finish_closing (self);
}

/**
 * hc_saving_dialog_close:
 * @self: a dialog
 *
 * Closes the dialog as soon as everything is saved. When something cannot be saved it stays, and the person is
 * asked.
 */
void
hc_saving_dialog_close (HcSavingDialog *self)
{
  HcSavingDialogPrivate *priv;

  g_return_if_fail (HC_IS_SAVING_DIALOG (self));

  priv = get_private (self);

  if (priv->state == HC_SAVE_STATE_SAVED)
    HC_SAVING_DIALOG_GET_CLASS (self)->finish_closing (self);
  else if (priv->state == HC_SAVE_STATE_SAVING)
    priv->is_closing = TRUE;
  else
    ask (self);
}

/**
 * hc_saving_dialog_close_with_window:
 * @self: a dialog
 *
 * Closes the dialog and the window below it as soon as everything is saved. When something cannot be saved
 * both stay, and the person is asked.
 */
void
hc_saving_dialog_close_with_window (HcSavingDialog *self)
{
  g_return_if_fail (HC_IS_SAVING_DIALOG (self));

  get_private (self)->takes_window = TRUE;
  hc_saving_dialog_close (self);
}

/**
 * hc_saving_dialog_finish:
 * @self: a dialog
 *
 * For the classes: closes the dialog, and the window when that is to be closed, too. What is not saved is lost.
 */
void
hc_saving_dialog_finish (HcSavingDialog *self)
{
  GtkRoot *root;
  gboolean takes_window;

  g_return_if_fail (HC_IS_SAVING_DIALOG (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  takes_window = get_private (self)->takes_window && GTK_IS_WINDOW (root);

  /* The dialog may be gone now. */
  adw_dialog_force_close (ADW_DIALOG (self));
  if (takes_window)
    gtk_window_close (GTK_WINDOW (root));
}
