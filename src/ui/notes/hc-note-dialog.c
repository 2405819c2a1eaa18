/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-note-operations.h"
#include "hc-window.h"

/**
 * HcNoteDialog:
 *
 * A note being written. Every change is saved at once; "Saved" is shown only when the text is on
 * the disk. When it cannot be saved the text stays, with the reason and a way to try again, and the
 * dialog does not close without asking.
 */
struct _HcNoteDialog
{
  AdwDialog      parent_instance;

  HcProfile     *profile;
  HcNote        *note;

  gboolean       is_saving;   /* a save is under way */
  gboolean       is_dirty;    /* the text has changed since that save began */
  gboolean       has_failed;  /* the last save has failed */
  gboolean       is_closing;  /* close as soon as the text is saved */
  gboolean       takes_window; /* and the window with it */
  gboolean       is_deleting; /* delete as soon as the save is over */
  gboolean       was_highlight; /* it had no words to begin with and may stay so */

  AdwBanner     *banner;
  GtkLabel      *about_label;
  GtkLabel      *quote_label;
  GtkTextView   *text_view;
  GtkTextBuffer *buffer;
};

enum {
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcNoteDialog, hc_note_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (HcNoteDialog *self)
{
  char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);

  return text;
}

static gboolean
is_unsaved (HcNoteDialog *self)
{
  return self->is_saving || self->is_dirty || self->has_failed;
}

static gboolean
is_blank (HcNoteDialog *self)
{
  g_autofree char *text = g_strstrip (dup_text (self));

  return *text == '\0' && !self->was_highlight;
}

/* A note that was emptied is not saved but deleted when the dialog closes, with the last words that it
 * had: these come back when that is undone. */
static gboolean
is_emptied (HcNoteDialog *self)
{
  return self->note != NULL && hc_note_get_text (self->note) != NULL && is_blank (self);
}

static void
update_state (HcNoteDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_unsaved (self) && !is_emptied (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
finish (HcNoteDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  adw_dialog_force_close (ADW_DIALOG (self));
  if (self->takes_window && GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}

/* The note was emptied: there is nothing to keep. It can still be brought back. */
static void
delete_note (HcNoteDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (hc_note_get_text (self->note) != NULL && HC_IS_WINDOW (root))
    {
      g_autoptr (HcOperation) operation = hc_delete_note_new (hc_profile_get_notes (self->profile), self->note);

      hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
    }

  finish (self);
}

static void
finish_closing (HcNoteDialog *self)
{
  if (is_blank (self))
    delete_note (self);
  else
    finish (self);
}

static void save (HcNoteDialog *self);

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcNoteDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_saving = FALSE;
  self->has_failed = !hc_note_store_save_finish (HC_NOTE_STORE (source), result, &error);

  if (self->has_failed)
    {
      /* Translators: %s is a sentence that says why and what helps. */
      g_autofree char *words = g_strdup_printf (_("This note is not saved. %s"), hc_error_to_words (error));

      self->is_closing = self->takes_window = FALSE;
      adw_banner_set_title (self->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  adw_banner_set_revealed (self->banner, self->has_failed);

  if (self->is_deleting)
    {
      delete_note (self);
      return;
    }

  if (self->is_dirty)
    save (self);
  else
    update_state (self);

  if (self->is_closing && !is_unsaved (self))
    finish_closing (self);
}

static void
save (HcNoteDialog *self)
{
  g_autofree char *text = NULL;

  if (self->is_saving)
    {
      self->is_dirty = TRUE;
      return;
    }

  self->is_dirty = FALSE;

  if (is_blank (self))
    {
      self->has_failed = FALSE;
      adw_banner_set_revealed (self->banner, FALSE);
      update_state (self);
      return;
    }

  text = dup_text (self);
  self->is_saving = TRUE;
  update_state (self);

  hc_note_store_save_async (hc_profile_get_notes (self->profile), self->note, text, saved_cb, g_object_ref (self));
}

static void
text_changed_cb (HcNoteDialog *self)
{
  save (self);
}

static void
discard_cb (HcNoteDialog *self,
            const char   *response)
{
  if (g_str_equal (response, "discard"))
    finish (self);
  else
    self->takes_window = FALSE;
}

static void
close_attempt_cb (HcNoteDialog *self)
{
  AdwDialog *alert;

  if (!is_unsaved (self))
    {
      finish_closing (self);
      return;
    }

  if (!self->has_failed)
    {
      self->is_closing = TRUE;
      return;
    }

  alert = adw_alert_dialog_new (_("This Note Is Not Saved"),
                                _("What you wrote since it was last saved would be lost."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "keep", _("_Keep Editing"),
                                  "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  g_signal_connect_object (alert, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  close_attempt_cb (HC_NOTE_DIALOG (widget));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (widget);

  /* A save that is under way would bring the note back. */
  if (self->is_saving)
    self->is_deleting = TRUE;
  else
    delete_note (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_NOTE_DIALOG (widget));
}

static void
hc_note_dialog_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (object);

  switch (prop_id)
    {
    case PROP_STATE:
      if (self->has_failed)
        g_value_set_static_string (value, _("Not Saved"));
      else if (is_unsaved (self))
        g_value_set_static_string (value, _("Saving…"));
      else if (is_emptied (self))
        g_value_set_static_string (value, _("Empty: Deleted When Closed"));
      else if (self->note != NULL && hc_note_get_text (self->note) != NULL)
        g_value_set_static_string (value, _("Saved"));
      else
        g_value_set_static_string (value, _("Saved as You Write"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_note_dialog_dispose (GObject *object)
{
  HcNoteDialog *self = HC_NOTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_NOTE_DIALOG);
  g_clear_object (&self->profile);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (hc_note_dialog_parent_class)->dispose (object);
}

static void
hc_note_dialog_class_init (HcNoteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_note_dialog_dispose;
  object_class->get_property = hc_note_dialog_get_property;

  /**
   * HcNoteDialog:state:
   *
   * Whether the text is on the disk, in words.
   */
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/notes/hc-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNoteDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcNoteDialog, about_label);
  gtk_widget_class_bind_template_child (widget_class, HcNoteDialog, quote_label);
  gtk_widget_class_bind_template_child (widget_class, HcNoteDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, HcNoteDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);

  gtk_widget_class_install_action (widget_class, "note.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "note.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "note.save", NULL, save_action);
}

static void
hc_note_dialog_init (HcNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  self->profile = g_object_ref (profile);
  self->note = g_object_ref (note);

  gtk_label_set_label (self->about_label, hc_note_get_title (note));
  gtk_widget_set_visible (GTK_WIDGET (self->about_label), hc_note_get_title (note) != NULL);
  gtk_label_set_label (self->quote_label, hc_note_get_quote (note));
  gtk_widget_set_visible (GTK_WIDGET (self->quote_label), hc_note_get_quote (note) != NULL);

  self->was_highlight = hc_note_get_text (note) != NULL && *hc_note_get_text (note) == '\0';

  if (hc_note_get_text (note) != NULL)
    {
      g_signal_handlers_block_by_func (self->buffer, text_changed_cb, self);
      gtk_text_buffer_begin_irreversible_action (self->buffer);
      gtk_text_buffer_set_text (self->buffer, hc_note_get_text (note), -1);
      gtk_text_buffer_end_irreversible_action (self->buffer);
      g_signal_handlers_unblock_by_func (self->buffer, text_changed_cb, self);
    }

  update_state (self);

  return self;
}

/**
 * hc_note_dialog_close_with_window:
 * @self: a dialog
 *
 * Closes the dialog and the window below it as soon as the text is saved. When it cannot be saved both
 * stay, and the person is asked.
 */
void
hc_note_dialog_close_with_window (HcNoteDialog *self)
{
  g_return_if_fail (HC_IS_NOTE_DIALOG (self));

  self->takes_window = TRUE;
  close_attempt_cb (self);
}
