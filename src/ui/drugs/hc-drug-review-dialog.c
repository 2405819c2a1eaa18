/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-review-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-text-wrap.h"

/**
 * HcDrugReviewDialog:
 *
 * What a person thinks of a medicine. It is saved with every change; a review that says nothing is removed.
 * What cannot be saved stays, with the reason and a way to try again.
 */
struct _HcDrugReviewDialog
{
  HcSavingDialog parent_instance;

  HcProfile     *profile;
  char          *person;
  char          *link;
  gboolean       is_filling; /* the fields are filled, not changed by the person */
  guint          n_saving;
  gboolean       has_failed; /* the last save has failed */

  AdwBanner     *banner;
  GtkLabel      *name_label;
  AdwComboRow   *effect_row;
  AdwComboRow   *ease_row;
  AdwComboRow   *satisfaction_row;
  GtkTextView   *comment;
  GtkLabel      *state_label;
};

G_DEFINE_FINAL_TYPE (HcDrugReviewDialog, hc_drug_review_dialog, HC_TYPE_SAVING_DIALOG)

static char *
dup_comment (HcDrugReviewDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->comment);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
update_state (HcDrugReviewDialog *self)
{
  HcSaveState state = self->n_saving > 0 ? HC_SAVE_STATE_SAVING
                      : self->has_failed ? HC_SAVE_STATE_UNSAVED : HC_SAVE_STATE_SAVED;

  gtk_label_set_label (self->state_label, state == HC_SAVE_STATE_SAVED ? _("Saved") : "");
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
}

/* Saves end in the order in which they began, and each one saves everything: the last one counts. */
static void
end_save (HcDrugReviewDialog *self,
          const GError       *error)
{
  self->n_saving--;
  self->has_failed = error != NULL;

  if (self->has_failed)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), hc_error_to_words (error));

      adw_banner_set_title (self->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  adw_banner_set_revealed (self->banner, self->has_failed);
  update_state (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcDrugReviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  hc_drug_review_store_save_finish (HC_DRUG_REVIEW_STORE (source), result, &error);
  end_save (self, error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HcDrugReviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  hc_drug_review_store_remove_finish (HC_DRUG_REVIEW_STORE (source), result, &error);
  end_save (self, error);
}

static void
save (HcDrugReviewDialog *self)
{
  HcDrugReviewStore *store = hc_profile_get_drug_reviews (self->profile);
  g_autoptr (HcDrugReview) review = NULL;
  g_autofree char *comment = dup_comment (self);
  HcDrugReviewDetails details = {
    .person = self->person,
    .link = self->link,
    .effect = (int) adw_combo_row_get_selected (self->effect_row),
    .ease = (int) adw_combo_row_get_selected (self->ease_row),
    .satisfaction = (int) adw_combo_row_get_selected (self->satisfaction_row),
    .comment = comment,
  };
  review = hc_drug_review_new (&details);
  self->n_saving++;
  update_state (self);

  if (details.effect + details.ease + details.satisfaction == 0 && *comment == '\0')
    hc_drug_review_store_remove_async (store, review, removed_cb, g_object_ref (self));
  else
    hc_drug_review_store_save_async (store, review, saved_cb, g_object_ref (self));
}

static void
changed_cb (HcDrugReviewDialog *self)
{
  if (!self->is_filling && self->profile != NULL)
    save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_DRUG_REVIEW_DIALOG (widget));
}

static void
fill (HcDrugReviewDialog *self,
      HcDrugReview       *review)
{
  const HcDrugReviewDetails *details;

  if (review == NULL)
    return;

  details = hc_drug_review_get_details (review);
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->effect_row, (guint) details->effect);
  adw_combo_row_set_selected (self->ease_row, (guint) details->ease);
  adw_combo_row_set_selected (self->satisfaction_row, (guint) details->satisfaction);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->comment), details->comment, -1);
  self->is_filling = FALSE;
}

static void
hc_drug_review_dialog_dispose (GObject *object)
{
  HcDrugReviewDialog *self = HC_DRUG_REVIEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DRUG_REVIEW_DIALOG);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->link, g_free);

  G_OBJECT_CLASS (hc_drug_review_dialog_parent_class)->dispose (object);
}

static void
hc_drug_review_dialog_class_init (HcDrugReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_drug_review_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Review Not Saved");

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/drugs/hc-drug-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, effect_row);
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, ease_row);
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, satisfaction_row);
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, comment);
  gtk_widget_class_bind_template_child (widget_class, HcDrugReviewDialog, state_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "review.save", NULL, save_action);
}

static void
hc_drug_review_dialog_init (HcDrugReviewDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_text_wrap_set_up (self->comment);
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->is_filling = FALSE;
}

/**
 * hc_drug_review_dialog_new:
 * @profile: where it is kept
 * @person: the id of the person, empty when nobody was told of
 * @link: the medicine
 * @name: its name
 *
 * Returns: (transfer floating): a dialog with what that person thinks of it
 */
HcDrugReviewDialog *
hc_drug_review_dialog_new (HcProfile  *profile,
                           const char *person,
                           const char *link,
                           const char *name)
{
  HcDrugReviewDialog *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (person != NULL && link != NULL && name != NULL, NULL);

  self = g_object_new (HC_TYPE_DRUG_REVIEW_DIALOG, NULL);
  self->profile = g_object_ref (profile);
  self->person = g_strdup (person);
  self->link = g_strdup (link);
  gtk_label_set_label (self->name_label, name);
  fill (self, hc_drug_review_store_lookup (hc_profile_get_drug_reviews (profile), person, link));

  return self;
}

/**
 * hc_drug_review_dialog_find_person:
 * @context: the reviews, and the person whose data is shown
 * @link: a medicine
 *
 * Returns: (transfer none): whose review of it is shown, and may be written: what was written before anybody was told
 *   of is that of the first person
 */
const char *
hc_drug_review_dialog_find_person (HcContext  *context,
                                   const char *link)
{
  HcDrugReviewStore *reviews;
  HcCurrentPerson *current;
  const char *person;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  reviews = hc_profile_get_drug_reviews (hc_context_get_profile (context));
  current = hc_context_get_person (context);
  person = hc_current_person_get_id (current);

  return hc_current_person_owns (current, "") && hc_drug_review_store_lookup (reviews, person, link) == NULL &&
         hc_drug_review_store_lookup (reviews, "", link) != NULL ? "" : person;
}

/**
 * hc_drug_review_dialog_dup_words:
 * @review: what somebody thinks of a medicine
 *
 * Returns: (transfer full): the same in words, a line for each thing that is said
 */
char *
hc_drug_review_dialog_dup_words (HcDrugReview *review)
{
  const char *const effects[] = { NULL, _("Does not work at all"), _("Works a little"), _("Works fairly well"),
                                  _("Works well"), _("Works very well") };
  const char *const eases[] = { NULL, _("Very hard to take"), _("Hard to take"), _("Neither hard nor easy to take"),
                                _("Easy to take"), _("Very easy to take") };
  const char *const satisfactions[] = { NULL, _("Not content at all"), _("Not very content"), _("Partly content"),
                                        _("Content"), _("Very content") };
  const HcDrugReviewDetails *details;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (HC_IS_DRUG_REVIEW (review), NULL);

  details = hc_drug_review_get_details (review);
  if (details->effect > 0)
    g_strv_builder_add (lines, effects[details->effect]);
  if (details->ease > 0)
    g_strv_builder_add (lines, eases[details->ease]);
  if (details->satisfaction > 0)
    g_strv_builder_add (lines, satisfactions[details->satisfaction]);
  if (*details->comment != '\0')
    g_strv_builder_add (lines, details->comment);

  parts = g_strv_builder_end (lines);

  return g_strjoinv ("\n", parts);
}
