/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"

/**
 * HcDiaryDialog:
 *
 * A dialog in which something is written for the diary. It is saved when the person says so; until then the dialog
 * does not close without asking, and it stays when it cannot be saved.
 */
typedef struct
{
  AdwBanner *banner; /* a part of the dialog; NULL once that goes */
  gboolean   is_touched;
  gboolean   is_saving;
} HcDiaryDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcDiaryDialog, hc_diary_dialog, HC_TYPE_SAVING_DIALOG)

static HcDiaryDialogPrivate *
get_private (HcDiaryDialog *self)
{
  return hc_diary_dialog_get_instance_private (self);
}

static void
hc_diary_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&get_private (HC_DIARY_DIALOG (object))->banner);

  G_OBJECT_CLASS (hc_diary_dialog_parent_class)->dispose (object);
}

static void
hc_diary_dialog_class_init (HcDiaryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_diary_dialog_dispose;
}

static void
hc_diary_dialog_init (HcDiaryDialog *self)
{
}

static void
update_state (HcDiaryDialog *self)
{
  HcDiaryDialogPrivate *priv = get_private (self);
  HcSaveState state = priv->is_saving ? HC_SAVE_STATE_SAVING
                      : priv->is_touched ? HC_SAVE_STATE_UNSAVED : HC_SAVE_STATE_SAVED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), HC_DIARY_DIALOG_GET_CLASS (self)->save_action, !priv->is_saving);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
}

/**
 * hc_diary_dialog_set_banner:
 * @self: a dialog
 * @banner: (transfer none): a part of it that says why something could not be saved
 *
 * For the classes, when their template was made.
 */
void
hc_diary_dialog_set_banner (HcDiaryDialog *self,
                            AdwBanner     *banner)
{
  g_return_if_fail (HC_IS_DIARY_DIALOG (self));
  g_return_if_fail (ADW_IS_BANNER (banner));

  g_set_weak_pointer (&get_private (self)->banner, banner);
}

/**
 * hc_diary_dialog_touched:
 * @self: a dialog
 *
 * Something was written that would be lost.
 */
void
hc_diary_dialog_touched (HcDiaryDialog *self)
{
  g_return_if_fail (HC_IS_DIARY_DIALOG (self));

  get_private (self)->is_touched = TRUE;
  update_state (self);
}

/**
 * hc_diary_dialog_is_saving:
 * @self: a dialog
 *
 * Returns: whether something is on its way to the disk
 */
gboolean
hc_diary_dialog_is_saving (HcDiaryDialog *self)
{
  g_return_val_if_fail (HC_IS_DIARY_DIALOG (self), FALSE);

  return get_private (self)->is_saving;
}

/**
 * hc_diary_dialog_begin:
 * @self: a dialog
 *
 * For the classes: what was written goes to the disk now.
 */
void
hc_diary_dialog_begin (HcDiaryDialog *self)
{
  g_return_if_fail (HC_IS_DIARY_DIALOG (self));
  g_return_if_fail (!get_private (self)->is_saving);

  get_private (self)->is_saving = TRUE;
  update_state (self);
}

/**
 * hc_diary_dialog_end:
 * @self: a dialog after hc_diary_dialog_begin()
 * @error: (nullable): why it could not be saved
 *
 * For the classes: closes the dialog when what was written is on the disk, and says why otherwise.
 */
void
hc_diary_dialog_end (HcDiaryDialog *self,
                     const GError  *error)
{
  HcDiaryDialogPrivate *priv;

  g_return_if_fail (HC_IS_DIARY_DIALOG (self));

  priv = get_private (self);
  g_return_if_fail (priv->is_saving);

  priv->is_saving = FALSE;
  if (priv->banner == NULL)
    return;

  priv->is_touched = error != NULL;

  if (error != NULL)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), hc_error_to_words (error));

      adw_banner_set_title (priv->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  adw_banner_set_revealed (priv->banner, error != NULL);
  update_state (self);
  if (error == NULL)
    hc_saving_dialog_close (HC_SAVING_DIALOG (self));
}
