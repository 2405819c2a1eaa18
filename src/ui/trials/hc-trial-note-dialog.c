/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-note-dialog.h"

#include <glib/gi18n.h>

#include "hc-trial-operations.h"

/**
 * HcTrialNoteDialog:
 *
 * A note about a trial being written or changed. With the first words the trial is saved, too.
 */
struct _HcTrialNoteDialog
{
  HcWritingDialog    parent_instance;

  HcSavedTrialStore *store;
  HcSavedTrial      *trial;
};

G_DEFINE_FINAL_TYPE (HcTrialNoteDialog, hc_trial_note_dialog, HC_TYPE_WRITING_DIALOG)

static const char *
hc_trial_note_dialog_get_saved_text (HcWritingDialog *dialog)
{
  const char *note = hc_saved_trial_get_details (HC_TRIAL_NOTE_DIALOG (dialog)->trial)->note;

  return note != NULL && *note != '\0' ? note : NULL;
}

static void
hc_trial_note_dialog_save_async (HcWritingDialog     *dialog,
                                 const char          *text,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  HcTrialNoteDialog *self = HC_TRIAL_NOTE_DIALOG (dialog);

  hc_trial_save_note_async (self->store, self->trial, text, callback, user_data);
}

static gboolean
hc_trial_note_dialog_save_finish (HcWritingDialog  *dialog,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  return hc_saved_trial_store_save_finish (HC_TRIAL_NOTE_DIALOG (dialog)->store, result, error);
}

static HcOperation *
hc_trial_note_dialog_create_deletion (HcWritingDialog *dialog)
{
  HcTrialNoteDialog *self = HC_TRIAL_NOTE_DIALOG (dialog);

  return hc_delete_trial_note_new (self->store, self->trial);
}

static void
hc_trial_note_dialog_finalize (GObject *object)
{
  HcTrialNoteDialog *self = HC_TRIAL_NOTE_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->trial);

  G_OBJECT_CLASS (hc_trial_note_dialog_parent_class)->finalize (object);
}

static void
hc_trial_note_dialog_class_init (HcTrialNoteDialogClass *klass)
{
  HcWritingDialogClass *dialog_class = HC_WRITING_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_trial_note_dialog_finalize;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Note Not Saved");

  dialog_class->field_label = N_("Your note about this trial");
  dialog_class->not_saved = N_("This note is not saved.");
  dialog_class->get_saved_text = hc_trial_note_dialog_get_saved_text;
  dialog_class->save_async = hc_trial_note_dialog_save_async;
  dialog_class->save_finish = hc_trial_note_dialog_save_finish;
  dialog_class->create_deletion = hc_trial_note_dialog_create_deletion;
}

static void
hc_trial_note_dialog_init (HcTrialNoteDialog *self)
{
}

/**
 * hc_trial_note_dialog_new:
 * @profile: where the note is kept
 * @trial: a trial, saved or not
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
HcTrialNoteDialog *
hc_trial_note_dialog_new (HcProfile    *profile,
                          HcSavedTrial *trial)
{
  HcTrialNoteDialog *self;
  g_autofree char *about = NULL;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_SAVED_TRIAL (trial), NULL);

  self = g_object_new (HC_TYPE_TRIAL_NOTE_DIALOG, NULL);
  self->store = g_object_ref (hc_profile_get_saved_trials (profile));
  self->trial = g_object_ref (trial);
  adw_dialog_set_title (ADW_DIALOG (self), _("Note"));

  /* Translators: %s is the title of a clinical trial. */
  about = g_strdup_printf (_("About: %s"), hc_saved_trial_get_details (trial)->title);
  hc_writing_dialog_begin (HC_WRITING_DIALOG (self), about, NULL, NULL);

  return self;
}
