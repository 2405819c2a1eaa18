/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-dialog.h"

#include <glib/gi18n.h>

#include "hc-care-question-operations.h"

/**
 * HcCareQuestionDialog:
 *
 * A question to the care team being written or changed.
 */
struct _HcCareQuestionDialog
{
  HcWritingDialog      parent_instance;

  HcCareQuestionStore *questions;
  HcCareQuestion      *question;
  gboolean             is_new;
};

G_DEFINE_FINAL_TYPE (HcCareQuestionDialog, hc_care_question_dialog, HC_TYPE_WRITING_DIALOG)

static const char *
hc_care_question_dialog_get_saved_text (HcWritingDialog *dialog)
{
  HcCareQuestionDialog *self = HC_CARE_QUESTION_DIALOG (dialog);

  return self->question != NULL ? hc_care_question_get_text (self->question) : NULL;
}

static char *
hc_care_question_dialog_dup_fault (HcWritingDialog *dialog,
                                   const char      *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (length <= HC_CARE_QUESTION_MAX_LENGTH)
    return NULL;

  /* Translators: how many characters a text has, and how many it may have. */
  return g_strdup_printf (_("This is too long for one question: %ld characters of %d. "
                            "Shorten it, or make several questions of it."),
                          length, HC_CARE_QUESTION_MAX_LENGTH);
}

static void
hc_care_question_dialog_save_async (HcWritingDialog     *dialog,
                                    const char          *text,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  HcCareQuestionDialog *self = HC_CARE_QUESTION_DIALOG (dialog);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  hc_care_question_store_save_async (self->questions, self->question, stripped, callback, user_data);
}

static gboolean
hc_care_question_dialog_save_finish (HcWritingDialog  *dialog,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  return hc_care_question_store_save_finish (HC_CARE_QUESTION_DIALOG (dialog)->questions, result, error);
}

static HcOperation *
hc_care_question_dialog_create_deletion (HcWritingDialog *dialog)
{
  HcCareQuestionDialog *self = HC_CARE_QUESTION_DIALOG (dialog);

  self->is_new = FALSE;

  return hc_delete_care_question_new (self->questions, self->question);
}

/* The list of the questions may be on another page. */
static void
hc_care_question_dialog_closed (AdwDialog *dialog)
{
  HcCareQuestionDialog *self = HC_CARE_QUESTION_DIALOG (dialog);

  if (self->is_new && hc_care_question_store_lookup (self->questions, hc_care_question_get_id (self->question)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Saved in My Questions"));

  ADW_DIALOG_CLASS (hc_care_question_dialog_parent_class)->closed (dialog);
}

static void
hc_care_question_dialog_finalize (GObject *object)
{
  HcCareQuestionDialog *self = HC_CARE_QUESTION_DIALOG (object);

  g_clear_object (&self->questions);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (hc_care_question_dialog_parent_class)->finalize (object);
}

static void
hc_care_question_dialog_class_init (HcCareQuestionDialogClass *klass)
{
  HcWritingDialogClass *dialog_class = HC_WRITING_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_care_question_dialog_finalize;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Question Not Saved");
  ADW_DIALOG_CLASS (klass)->closed = hc_care_question_dialog_closed;

  dialog_class->field_label = N_("What would you like to ask?");
  dialog_class->not_saved = N_("This question is not saved.");
  dialog_class->get_saved_text = hc_care_question_dialog_get_saved_text;
  dialog_class->dup_fault = hc_care_question_dialog_dup_fault;
  dialog_class->save_async = hc_care_question_dialog_save_async;
  dialog_class->save_finish = hc_care_question_dialog_save_finish;
  dialog_class->create_deletion = hc_care_question_dialog_create_deletion;
}

static void
hc_care_question_dialog_init (HcCareQuestionDialog *self)
{
}

/**
 * hc_care_question_dialog_new:
 * @profile: where the question is kept
 * @question: a question, saved or new
 * @proposal: (nullable): what stands in the field of a new question at first
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
HcCareQuestionDialog *
hc_care_question_dialog_new (HcProfile      *profile,
                             HcCareQuestion *question,
                             const char     *proposal)
{
  HcCareQuestionDialog *self;
  const char *title;
  g_autofree char *about = NULL;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CARE_QUESTION (question), NULL);

  self = g_object_new (HC_TYPE_CARE_QUESTION_DIALOG, NULL);
  self->questions = g_object_ref (hc_profile_get_care_questions (profile));
  self->question = g_object_ref (question);
  self->is_new = hc_care_question_get_text (question) == NULL;

  adw_dialog_set_title (ADW_DIALOG (self), self->is_new ? _("Ask My Care Team") : _("Change Question"));

  title = hc_care_question_get_title (question);
  if (title != NULL)
    /* Translators: %s is the title of an article. */
    about = g_strdup_printf (_("About: %s"), title);
  hc_writing_dialog_begin (HC_WRITING_DIALOG (self), about, NULL, proposal);

  return self;
}
