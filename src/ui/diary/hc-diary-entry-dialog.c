/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-entry-dialog.h"

#include <glib/gi18n.h>

#include "hc-diary-field.h"
#include "hc-diary-operations.h"
#include "hc-text-wrap.h"
#include "hc-when-field.h"
#include "hc-wrapped-button.h"

/**
 * HcDiaryEntryDialog:
 *
 * One entry of the diary being made or changed. It is saved when the person says so: a temperature that is half
 * written is none. Until then the dialog does not close without asking.
 */
struct _HcDiaryEntryDialog
{
  HcDiaryDialog  parent_instance;

  HcDiaryDesk   *desk;
  HcDiaryKind   *kind;
  HcDiaryEntry  *entry;   /* NULL: a new one */
  HcDiaryEntry  *created; /* what is being saved in place of it, kept for another try */
  char          *person;  /* whose entry it is, whoever is shown when it is saved */

  HcDiaryField  *field;   /* NULL for what is only words */
  HcWhenField   *when;

  AdwBanner     *banner;
  GtkLabel      *question_label;
  GtkLabel      *hint_label;
  GtkBox        *field_box;
  GtkBox        *when_box;
  GtkWidget     *note_title;
  GtkWidget     *note_frame;
  GtkTextView   *note;
  GtkLabel      *note_fault;
  GtkWidget     *delete_button;
  GtkWidget     *save_button;
};

G_DEFINE_FINAL_TYPE (HcDiaryEntryDialog, hc_diary_entry_dialog, HC_TYPE_DIARY_DIALOG)

static gboolean
is_infusion (HcDiaryEntryDialog *self)
{
  return g_str_equal (hc_diary_kind_get_details (self->kind)->id, HC_DIARY_INFUSION);
}

/* A text of which the note is all there is. */
static gboolean
is_text (HcDiaryEntryDialog *self)
{
  return self->field == NULL && !is_infusion (self);
}

static char *
dup_note (HcDiaryEntryDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
touched_cb (HcDiaryEntryDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->note_fault), FALSE);
  hc_diary_dialog_touched (HC_DIARY_DIALOG (self));
}

/* Says what is wrong with the note. Returns whether it can be. */
static gboolean
check_note (HcDiaryEntryDialog *self)
{
  g_autofree char *note = dup_note (self);
  g_autofree char *words = NULL;
  glong length = g_utf8_strlen (note, -1);

  if (length > HC_DIARY_MAX_NOTE)
    /* Translators: how many characters a text has, and how many it may have. */
    words = g_strdup_printf (_("This is too long for one entry: %ld characters of %d. Shorten it, or make several "
                               "entries of it."), length, HC_DIARY_MAX_NOTE);
  else if (length == 0 && is_text (self))
    words = g_strdup (_("Nothing is written yet."));

  gtk_label_set_text (self->note_fault, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_fault), words != NULL);
  if (words != NULL)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
    }

  return words == NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcDiaryEntryDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  hc_diary_save_finish (HC_DIARY (source), result, &error);
  hc_diary_dialog_end (HC_DIARY_DIALOG (self), error);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcDiaryEntryDialog *self = HC_DIARY_ENTRY_DIALOG (widget);
  const HcDiaryKindDetails *kind = hc_diary_kind_get_details (self->kind);
  const HcDiaryEntryDetails *before = self->entry != NULL ? hc_diary_entry_get_details (self->entry) : NULL;
  g_autofree char *note = NULL;
  g_autoptr (GDateTime) time = NULL;
  HcDiaryEntryDetails details;
  double value = 0.0;

  if (hc_diary_dialog_is_saving (HC_DIARY_DIALOG (self)) ||
      (self->field != NULL && !hc_diary_field_check (self->field)) ||
      !hc_when_field_check (self->when) || !check_note (self))
    return;

  note = is_infusion (self) && before == NULL ? g_strdup (HC_DIARY_OXALIPLATIN) : dup_note (self);
  time = hc_when_field_dup_time (self->when);
  details = (HcDiaryEntryDetails) {
    .person = self->person,
    .kind = kind->id,
    .time = time,
    .has_value = self->field != NULL && hc_diary_field_get_value (self->field, &value),
    .value = value,
    .text = note,
    .is_covered = before != NULL ? before->is_covered
                                 : kind->covered && !hc_diary_desk_shows_always (self->desk, kind->id),
  };

  /* A second try saves the same entry, so that there are never two of it. */
  if (self->entry == NULL && self->created == NULL)
    self->created = hc_diary_entry_new (&details);

  hc_diary_dialog_begin (HC_DIARY_DIALOG (self));
  hc_diary_save_async (hc_diary_desk_get_diary (self->desk), self->entry != NULL ? self->entry : self->created,
                       &details, saved_cb, g_object_ref (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcDiaryEntryDialog *self = HC_DIARY_ENTRY_DIALOG (widget);

  if (self->entry == NULL || hc_diary_dialog_is_saving (HC_DIARY_DIALOG (self)))
    return;

  hc_diary_remove_entry (widget, self->desk, self->entry);
  hc_saving_dialog_finish (HC_SAVING_DIALOG (self));
}

static void
hc_diary_entry_dialog_dispose (GObject *object)
{
  HcDiaryEntryDialog *self = HC_DIARY_ENTRY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DIARY_ENTRY_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->kind);
  g_clear_object (&self->entry);
  g_clear_object (&self->created);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (hc_diary_entry_dialog_parent_class)->dispose (object);
}

static void
hc_diary_entry_dialog_class_init (HcDiaryEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_diary_entry_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Entry Not Saved");
  HC_DIARY_DIALOG_CLASS (klass)->save_action = "diary-entry.save";

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-diary-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, question_label);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, field_box);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, when_box);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, note_title);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, note_frame);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, note);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, note_fault);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryEntryDialog, save_button);

  gtk_widget_class_install_action (widget_class, "diary-entry.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "diary-entry.delete", NULL, delete_action);
}

static void
hc_diary_entry_dialog_init (HcDiaryEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_text_wrap_set_up (self->note);
  hc_diary_dialog_set_banner (HC_DIARY_DIALOG (self), self->banner);
  hc_wrapped_button_set (self->delete_button);
}

/* Shows what was saved. */
static void
fill (HcDiaryEntryDialog *self)
{
  const HcDiaryEntryDetails *details = hc_diary_entry_get_details (self->entry);

  if (self->field != NULL && details->has_value)
    hc_diary_field_set_value (self->field, details->value);
  hc_when_field_set_time (self->when, details->time);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), details->text, -1);
}

/**
 * hc_diary_entry_dialog_new:
 * @desk: what the parts of the diary share
 * @kind: what is told
 * @entry: (nullable): an entry of that kind to be changed; %NULL for a new one
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
HcDiaryEntryDialog *
hc_diary_entry_dialog_new (HcDiaryDesk  *desk,
                           HcDiaryKind  *kind,
                           HcDiaryEntry *entry)
{
  HcDiaryEntryDialog *self;
  const HcDiaryKindDetails *details;
  gboolean has_note;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);
  g_return_val_if_fail (HC_IS_DIARY_KIND (kind), NULL);
  g_return_val_if_fail (entry == NULL || HC_IS_DIARY_ENTRY (entry), NULL);

  self = g_object_new (HC_TYPE_DIARY_ENTRY_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->kind = g_object_ref (kind);
  self->entry = entry != NULL ? g_object_ref (entry) : NULL;
  self->person = g_strdup (entry != NULL ? hc_diary_entry_get_details (entry)->person
                                         : hc_diary_desk_get_person_id (desk));

  details = hc_diary_kind_get_details (kind);
  adw_dialog_set_title (ADW_DIALOG (self), details->name);
  gtk_label_set_label (self->question_label, details->question);
  gtk_label_set_label (self->hint_label, details->hint != NULL ? details->hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), details->hint != NULL);
  gtk_widget_set_visible (self->delete_button, entry != NULL);

  if (details->input != HC_DIARY_INPUT_TEXT)
    {
      self->field = HC_DIARY_FIELD (hc_diary_field_new (desk, kind));
      gtk_box_append (self->field_box, GTK_WIDGET (self->field));
    }
  self->when = HC_WHEN_FIELD (hc_when_field_new (hc_context_get_clock (hc_diary_desk_get_context (desk))));
  gtk_box_append (self->when_box, GTK_WIDGET (self->when));

  /* Of an infusion only the day is asked; what it was of can be changed afterwards. */
  has_note = !is_infusion (self) || entry != NULL;
  gtk_widget_set_visible (self->note_title, has_note);
  gtk_widget_set_visible (self->note_frame, has_note);

  if (entry != NULL)
    fill (self);
  if (self->field != NULL)
    g_signal_connect_object (self->field, "changed", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->when, "changed", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed", G_CALLBACK (touched_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
