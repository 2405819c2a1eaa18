/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a trial, wherever it is shown. */

#include "hc-trial-operations.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-toast.h"
#include "hc-trial-json.h"
#include "hc-window.h"

#define NOTE_KEY "hc-trial-note"

static HcSavedTrialStore *
get_store (HcTrialDesk *desk)
{
  return hc_profile_get_saved_trials (hc_context_get_profile (hc_trial_desk_get_context (desk)));
}

/**
 * hc_trial_is_open:
 * @widget: a widget of an #HcWindow
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: whether what is the person's own can be written; otherwise a toast says that it cannot
 */
gboolean
hc_trial_is_open (GtkWidget   *widget,
                  HcTrialDesk *desk)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), FALSE);

  if (hc_profile_get_state (hc_context_get_profile (hc_trial_desk_get_context (desk))) == HC_PROFILE_READY)
    return TRUE;

  hc_toast_show (widget, _("Your own data is not open yet"));

  return FALSE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (hc_saved_trial_store_save_finish (HC_SAVED_TRIAL_STORE (source), result, &error))
    words = g_strdup (_("Trial saved. It stays readable without the network."));
  else
    /* Translators: %s is a sentence that says why. */
    words = g_strdup_printf (_("The trial is not saved. %s"), hc_error_to_words (error));

  hc_toast_show (widget, words);
}

/**
 * hc_trial_load:
 * @desk: what the parts of Clinical Trials share
 * @nct: the number of a trial
 * @is_listed: (out): whether it was in the last list that was fetched, or came from a file
 *
 * Returns: (transfer full) (nullable): the trial as it is here, or as the person saved it; %NULL when it is neither
 */
HcTrial *
hc_trial_load (HcTrialDesk *desk,
               const char  *nct,
               gboolean    *is_listed)
{
  g_autoptr (GError) error = NULL;
  HcSavedTrial *saved;
  HcTrial *trial;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);
  g_return_val_if_fail (nct != NULL && is_listed != NULL, NULL);

  *is_listed = FALSE;
  trial = hc_trial_catalog_load (hc_trial_desk_get_catalog (desk), nct, is_listed, &error);
  saved = trial == NULL ? hc_trial_desk_find_saved (desk, nct) : NULL;
  if (saved != NULL)
    {
      g_clear_error (&error);
      trial = hc_trial_json_read (hc_saved_trial_get_details (saved)->copy, &error);
    }

  if (error != NULL)
    g_warning ("A trial cannot be read: %s", error->message);

  return trial;
}

/**
 * hc_trial_make_saved:
 * @desk: what the parts of Clinical Trials share
 * @trial: a trial
 *
 * Returns: (transfer full): a whole copy of it for the person whose data is shown, which is not saved yet
 */
HcSavedTrial *
hc_trial_make_saved (HcTrialDesk   *desk,
                     const HcTrial *trial)
{
  HcContext *context;
  g_autofree char *copy = NULL;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);
  g_return_val_if_fail (trial != NULL, NULL);

  context = hc_trial_desk_get_context (desk);
  copy = hc_trial_json_print (trial);

  return hc_saved_trial_new (&(HcSavedTrialDetails) {
    .person = hc_current_person_get_id (hc_context_get_person (context)),
    .nct = trial->nct,
    .title = trial->title,
    .copy = copy,
    .version = trial->updated,
  });
}

/**
 * hc_trial_save:
 * @widget: a widget of an #HcWindow
 * @desk: what the parts of Clinical Trials share
 * @trial: a trial
 *
 * Saves a whole copy of the trial, or this version of it in the place of an earlier one; a note stays.
 */
void
hc_trial_save (GtkWidget     *widget,
               HcTrialDesk   *desk,
               const HcTrial *trial)
{
  HcSavedTrial *before;
  g_autoptr (HcSavedTrial) saved = NULL;
  HcSavedTrialDetails details;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_TRIAL_DESK (desk));
  g_return_if_fail (trial != NULL);

  if (!hc_trial_is_open (widget, desk))
    return;

  saved = hc_trial_make_saved (desk, trial);
  details = *hc_saved_trial_get_details (saved);
  before = hc_trial_desk_find_saved (desk, trial->nct);
  if (before != NULL)
    {
      details.person = hc_saved_trial_get_details (before)->person;
      details.note = hc_saved_trial_get_details (before)->note;
      details.questions = hc_saved_trial_get_details (before)->questions;
    }

  hc_saved_trial_store_save_async (get_store (desk), before != NULL ? before : saved, &details, saved_cb,
                                   g_object_ref (widget));
}

static void
remove_trial (GObject             *store,
              GObject             *item,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  hc_saved_trial_store_remove_async (HC_SAVED_TRIAL_STORE (store), HC_SAVED_TRIAL (item), callback, user_data);
}

static gboolean
remove_trial_finish (GObject       *store,
                     GAsyncResult  *result,
                     GError       **error)
{
  return hc_saved_trial_store_remove_finish (HC_SAVED_TRIAL_STORE (store), result, error);
}

static void
restore_trial (GObject             *store,
               GObject             *item,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  HcSavedTrial *saved = HC_SAVED_TRIAL (item);

  hc_saved_trial_store_save_async (HC_SAVED_TRIAL_STORE (store), saved, hc_saved_trial_get_details (saved), callback,
                                   user_data);
}

static gboolean
save_trial_finish (GObject       *store,
                   GAsyncResult  *result,
                   GError       **error)
{
  return hc_saved_trial_store_save_finish (HC_SAVED_TRIAL_STORE (store), result, error);
}

/**
 * hc_trial_remove:
 * @widget: a widget of an #HcWindow
 * @desk: what the parts of Clinical Trials share
 * @saved: a saved trial
 *
 * Removes the copy with its note, and offers to undo that.
 */
void
hc_trial_remove (GtkWidget    *widget,
                 HcTrialDesk  *desk,
                 HcSavedTrial *saved)
{
  static const HcOperationFuncs funcs = { remove_trial, remove_trial_finish, restore_trial, save_trial_finish };
  g_autoptr (HcOperation) operation = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_TRIAL_DESK (desk));
  g_return_if_fail (HC_IS_SAVED_TRIAL (saved));

  operation = hc_operation_new (_("Saved trial removed"), G_OBJECT (get_store (desk)), G_OBJECT (saved), &funcs);
  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (gtk_widget_get_root (widget))), operation);
}

/**
 * hc_trial_save_note_async:
 * @store: the saved trials
 * @saved: a trial, saved or not
 * @note: what is written about it
 * @callback: called when it is on the disk, or could not be brought there; see hc_saved_trial_store_save_finish()
 * @user_data: for @callback
 *
 * Saves the trial with that note.
 */
void
hc_trial_save_note_async (HcSavedTrialStore   *store,
                          HcSavedTrial        *saved,
                          const char          *note,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  HcSavedTrialDetails details;

  g_return_if_fail (HC_IS_SAVED_TRIAL_STORE (store));
  g_return_if_fail (HC_IS_SAVED_TRIAL (saved));

  details = *hc_saved_trial_get_details (saved);
  details.note = note;
  hc_saved_trial_store_save_async (store, saved, &details, callback, user_data);
}

static void
delete_note (GObject             *store,
             GObject             *item,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_object_set_data_full (item, NOTE_KEY, g_strdup (hc_saved_trial_get_details (HC_SAVED_TRIAL (item))->note), g_free);
  hc_trial_save_note_async (HC_SAVED_TRIAL_STORE (store), HC_SAVED_TRIAL (item), NULL, callback, user_data);
}

static void
restore_note (GObject             *store,
              GObject             *item,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  hc_trial_save_note_async (HC_SAVED_TRIAL_STORE (store), HC_SAVED_TRIAL (item), g_object_get_data (item, NOTE_KEY),
                            callback, user_data);
}

/**
 * hc_delete_trial_note_new:
 * @store: the saved trials
 * @saved: one of them, with a note
 *
 * Returns: (transfer full): the operation that deletes the note; the trial stays saved
 */
HcOperation *
hc_delete_trial_note_new (HcSavedTrialStore *store,
                          HcSavedTrial      *saved)
{
  static const HcOperationFuncs funcs = { delete_note, save_trial_finish, restore_note, save_trial_finish };

  return hc_operation_new (_("Note deleted"), G_OBJECT (store), G_OBJECT (saved), &funcs);
}

/* What is still under way of the questions that are put on the list together. */
typedef struct
{
  GtkWidget *widget;
  guint      n_left;
  guint      n_saved;
  GError    *error;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->widget);
  g_clear_error (&asking->error);
  g_free (asking);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Asking *asking = user_data;
  g_autofree char *words = NULL;

  if (hc_care_question_store_save_finish (HC_CARE_QUESTION_STORE (source), result,
                                          asking->error == NULL ? &asking->error : NULL))
    asking->n_saved++;

  if (--asking->n_left > 0)
    return;

  if (asking->error != NULL)
    /* Translators: %s is a sentence that says why. */
    words = g_strdup_printf (_("Not all questions are saved. %s"), hc_error_to_words (asking->error));
  else
    words = g_strdup_printf (g_dngettext (NULL, "%u question is on your list now", "%u questions are on your list now",
                                          asking->n_saved), asking->n_saved);
  hc_toast_show (asking->widget, words);
  asking_free (asking);
}

/* Whether the person has that question about the same thing on the list. */
static gboolean
is_asked (HcTrialDesk *desk,
          const char  *link,
          const char  *text)
{
  HcContext *context = hc_trial_desk_get_context (desk);
  GListModel *questions = G_LIST_MODEL (hc_profile_get_care_questions (hc_context_get_profile (context)));

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (HcCareQuestion) question = g_list_model_get_item (questions, i);

      if (hc_current_person_owns (hc_context_get_person (context), hc_care_question_get_person (question)) &&
          g_strcmp0 (hc_care_question_get_link (question), link) == 0 &&
          g_strcmp0 (hc_care_question_get_text (question), text) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * hc_trial_ask:
 * @widget: a widget of an #HcWindow
 * @desk: what the parts of Clinical Trials share
 * @trial: a trial
 * @questions: what is to be asked about it
 *
 * Puts those of the questions that are not there yet on the list of questions for the care team.
 */
void
hc_trial_ask (GtkWidget         *widget,
              HcTrialDesk       *desk,
              const HcTrial     *trial,
              const char *const *questions)
{
  HcContext *context;
  HcCareQuestionStore *store;
  g_autofree char *link = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  Asking *asking;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_TRIAL_DESK (desk));
  g_return_if_fail (trial != NULL && questions != NULL);

  if (!hc_trial_is_open (widget, desk))
    return;

  context = hc_trial_desk_get_context (desk);
  store = hc_profile_get_care_questions (hc_context_get_profile (context));
  link = g_strconcat (HC_LINK_SCHEME ":trial/", trial->nct, NULL);
  fresh = g_ptr_array_new ();
  for (guint i = 0; questions[i] != NULL; i++)
    if (!is_asked (desk, link, questions[i]) &&
        g_utf8_strlen (questions[i], -1) <= HC_CARE_QUESTION_MAX_LENGTH)
      g_ptr_array_add (fresh, (gpointer) questions[i]);

  if (fresh->len == 0)
    {
      hc_toast_show (widget, _("These questions are on your list already"));
      return;
    }

  asking = g_new0 (Asking, 1);
  asking->widget = g_object_ref (widget);
  asking->n_left = fresh->len;
  for (guint i = 0; i < fresh->len; i++)
    {
      g_autoptr (HcCareQuestion) question =
        hc_care_question_new_for (hc_current_person_get_id (hc_context_get_person (context)), link, trial->title);

      hc_care_question_store_save_async (store, question, g_ptr_array_index (fresh, i), asked_cb, asking);
    }
}
