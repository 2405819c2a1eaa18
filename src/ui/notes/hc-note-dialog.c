/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note-dialog.h"

#include <glib/gi18n.h>

#include "hc-note-operations.h"

/**
 * HcNoteDialog:
 *
 * A note being written.
 */
struct _HcNoteDialog
{
  HcWritingDialog  parent_instance;

  HcNoteStore     *notes;
  HcNote          *note;
};

G_DEFINE_FINAL_TYPE (HcNoteDialog, hc_note_dialog, HC_TYPE_WRITING_DIALOG)

static const char *
hc_note_dialog_get_saved_text (HcWritingDialog *dialog)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (dialog);

  return self->note != NULL ? hc_note_get_text (self->note) : NULL;
}

static void
hc_note_dialog_save_async (HcWritingDialog     *dialog,
                           const char          *text,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (dialog);

  hc_note_store_save_async (self->notes, self->note, text, callback, user_data);
}

static gboolean
hc_note_dialog_save_finish (HcWritingDialog  *dialog,
                            GAsyncResult     *result,
                            GError          **error)
{
  return hc_note_store_save_finish (HC_NOTE_DIALOG (dialog)->notes, result, error);
}

static HcOperation *
hc_note_dialog_create_deletion (HcWritingDialog *dialog)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (dialog);

  return hc_delete_note_new (self->notes, self->note);
}

static void
hc_note_dialog_finalize (GObject *object)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (object);

  g_clear_object (&self->notes);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (hc_note_dialog_parent_class)->finalize (object);
}

static void
hc_note_dialog_class_init (HcNoteDialogClass *klass)
{
  HcWritingDialogClass *dialog_class = HC_WRITING_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_note_dialog_finalize;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("This Note Is Not Saved");

  dialog_class->field_label = N_("Text of the Note");
  dialog_class->not_saved = N_("This note is not saved.");
  dialog_class->get_saved_text = hc_note_dialog_get_saved_text;
  dialog_class->save_async = hc_note_dialog_save_async;
  dialog_class->save_finish = hc_note_dialog_save_finish;
  dialog_class->create_deletion = hc_note_dialog_create_deletion;
}

static void
hc_note_dialog_init (HcNoteDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _("Note"));
}

/**
 * hc_note_dialog_new:
 * @profile: where the note is kept
 * @note: a note, saved or new
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
HcNoteDialog *
hc_note_dialog_new (HcProfile *profile,
                    HcNote    *note)
{
  HcNoteDialog *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_NOTE (note), NULL);

  self = g_object_new (HC_TYPE_NOTE_DIALOG, NULL);
  self->notes = g_object_ref (hc_profile_get_notes (profile));
  self->note = g_object_ref (note);
  hc_writing_dialog_begin (HC_WRITING_DIALOG (self), hc_note_get_title (note), hc_note_get_quote (note), NULL);

  return self;
}
