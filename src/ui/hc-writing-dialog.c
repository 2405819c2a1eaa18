/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-writing-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-text-wrap.h"
#include "hc-window.h"

/**
 * HcWritingDialog:
 *
 * Something being written. "Saved" is shown only when the text is on the disk. When it cannot be saved the
 * text stays, with the reason and a way to try again.
 */
typedef struct
{
  gboolean       is_saving;    /* a save is under way */
  gboolean       is_dirty;     /* the text has changed since that save began */
  gboolean       has_failed;   /* the last save has failed */
  gboolean       is_deleting;  /* delete as soon as the save is over */
  gboolean       may_be_blank; /* it had no words to begin with and may stay so */
  char          *fault;        /* what is wrong with the text, which is not saved like this; or NULL */

  AdwBanner     *banner;
  GtkLabel      *about_label;
  GtkLabel      *quote_label;
  GtkLabel      *fault_label;
  GtkTextView   *text_view;
  GtkTextBuffer *buffer;
} HcWritingDialogPrivate;

enum {
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcWritingDialog, hc_writing_dialog, HC_TYPE_SAVING_DIALOG)

static HcWritingDialogPrivate *
get_private (HcWritingDialog *self)
{
  return hc_writing_dialog_get_instance_private (self);
}

static char *
dup_text (HcWritingDialog *self)
{
  char *text = NULL;

  g_object_get (get_private (self)->buffer, "text", &text, NULL);

  return text;
}

static const char *
get_saved_text (HcWritingDialog *self)
{
  return HC_WRITING_DIALOG_GET_CLASS (self)->get_saved_text (self);
}

static gboolean
is_blank (HcWritingDialog *self)
{
  g_autofree char *text = g_strstrip (dup_text (self));

  return *text == '\0' && !get_private (self)->may_be_blank;
}

/* What was emptied is not saved but deleted when the dialog closes, with the last words that it had:
 * these come back when that is undone. */
static gboolean
is_emptied (HcWritingDialog *self)
{
  return get_saved_text (self) != NULL && is_blank (self);
}

static HcSaveState
find_state (HcWritingDialog *self)
{
  HcWritingDialogPrivate *priv = get_private (self);

  if (priv->is_saving)
    return HC_SAVE_STATE_SAVING;

  return priv->has_failed || priv->fault != NULL ? HC_SAVE_STATE_UNSAVED : HC_SAVE_STATE_SAVED;
}

static void
update_state (HcWritingDialog *self)
{
  gboolean to_delete = is_emptied (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), find_state (self));
  /* What was emptied is deleted first. */
  if (to_delete)
    adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/* It can still be brought back. */
static void
delete_saved (HcWritingDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (get_saved_text (self) != NULL && HC_IS_WINDOW (root))
    {
      g_autoptr (HcOperation) operation = HC_WRITING_DIALOG_GET_CLASS (self)->create_deletion (self);

      hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
    }

  hc_saving_dialog_finish (HC_SAVING_DIALOG (self));
}

static void
hc_writing_dialog_finish_closing (HcSavingDialog *dialog)
{
  if (is_blank (HC_WRITING_DIALOG (dialog)))
    delete_saved (HC_WRITING_DIALOG (dialog));
  else
    hc_saving_dialog_finish (dialog);
}

static void
say_fault (HcWritingDialog *self)
{
  HcWritingDialogPrivate *priv = get_private (self);
  GtkAccessible *field = GTK_ACCESSIBLE (priv->text_view);

  gtk_label_set_label (priv->fault_label, priv->fault != NULL ? priv->fault : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->fault_label), priv->fault != NULL);

  if (priv->fault != NULL)
    {
      gtk_accessible_update_state (field, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (field, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, priv->fault_label, NULL, -1);
    }
  else
    {
      gtk_accessible_reset_state (field, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (field, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}

static void
find_fault (HcWritingDialog *self,
            const char      *text)
{
  HcWritingDialogClass *klass = HC_WRITING_DIALOG_GET_CLASS (self);
  HcWritingDialogPrivate *priv = get_private (self);
  gboolean had_fault = priv->fault != NULL;

  g_free (priv->fault);
  priv->fault = klass->dup_fault != NULL ? klass->dup_fault (self, text) : NULL;
  say_fault (self);

  if (priv->fault != NULL && !had_fault)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), priv->fault, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void save (HcWritingDialog *self);

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcWritingDialog) self = user_data;
  HcWritingDialogClass *klass = HC_WRITING_DIALOG_GET_CLASS (self);
  HcWritingDialogPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  priv->is_saving = FALSE;
  priv->has_failed = !klass->save_finish (self, result, &error);

  if (priv->has_failed)
    {
      g_autofree char *words = g_strdup_printf ("%s %s", _(klass->not_saved), hc_error_to_words (error));

      /* It does not close when another save, of what was written meanwhile, is better off. */
      hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_UNSAVED);
      adw_banner_set_title (priv->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  adw_banner_set_revealed (priv->banner, priv->has_failed);

  if (priv->is_deleting)
    {
      delete_saved (self);
      return;
    }

  if (priv->is_dirty)
    save (self);
  else
    update_state (self);
}

static void
save (HcWritingDialog *self)
{
  HcWritingDialogPrivate *priv = get_private (self);
  g_autofree char *text = NULL;

  if (priv->is_saving)
    {
      priv->is_dirty = TRUE;
      return;
    }

  text = dup_text (self);
  priv->is_dirty = FALSE;
  find_fault (self, text);

  if (priv->fault != NULL || is_blank (self))
    {
      priv->has_failed = FALSE;
      adw_banner_set_revealed (priv->banner, FALSE);
      update_state (self);
      return;
    }

  priv->is_saving = TRUE;
  update_state (self);
  HC_WRITING_DIALOG_GET_CLASS (self)->save_async (self, text, saved_cb, g_object_ref (self));
}

static void
text_changed_cb (HcWritingDialog *self)
{
  save (self);
}

/* What was proposed is taken as it is. */
static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcWritingDialog *self = HC_WRITING_DIALOG (widget);

  if (get_saved_text (self) == NULL && find_state (self) == HC_SAVE_STATE_SAVED && !is_blank (self))
    save (self);

  hc_saving_dialog_close (HC_SAVING_DIALOG (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcWritingDialog *self = HC_WRITING_DIALOG (widget);

  /* A save that is under way would bring it back. */
  if (get_private (self)->is_saving)
    get_private (self)->is_deleting = TRUE;
  else
    delete_saved (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_WRITING_DIALOG (widget));
}

/* While the template is made the object is not yet one of its own class. */
static const char *
hc_writing_dialog_get_saved_text (HcWritingDialog *self)
{
  return NULL;
}

static void
hc_writing_dialog_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  HcWritingDialog *self = HC_WRITING_DIALOG (object);

  switch (prop_id)
    {
    case PROP_STATE:
      if (get_private (self)->has_failed || get_private (self)->fault != NULL)
        g_value_set_static_string (value, _("Not Saved"));
      else if (find_state (self) == HC_SAVE_STATE_SAVING)
        g_value_set_static_string (value, _("Saving…"));
      else if (is_emptied (self))
        g_value_set_static_string (value, _("Empty: Deleted When Closed"));
      else if (get_saved_text (self) != NULL)
        g_value_set_static_string (value, _("Saved"));
      else
        g_value_set_static_string (value, _("Saved as You Write"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_writing_dialog_constructed (GObject *object)
{
  HcWritingDialog *self = HC_WRITING_DIALOG (object);
  HcWritingDialogClass *klass = HC_WRITING_DIALOG_GET_CLASS (self);
  HcWritingDialogPrivate *priv = get_private (self);

  G_OBJECT_CLASS (hc_writing_dialog_parent_class)->constructed (object);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(klass->field_label), -1);
}

static void
hc_writing_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_WRITING_DIALOG);

  G_OBJECT_CLASS (hc_writing_dialog_parent_class)->dispose (object);
}

static void
hc_writing_dialog_finalize (GObject *object)
{
  g_free (get_private (HC_WRITING_DIALOG (object))->fault);

  G_OBJECT_CLASS (hc_writing_dialog_parent_class)->finalize (object);
}

static void
hc_writing_dialog_class_init (HcWritingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hc_writing_dialog_constructed;
  object_class->dispose = hc_writing_dialog_dispose;
  object_class->finalize = hc_writing_dialog_finalize;
  object_class->get_property = hc_writing_dialog_get_property;
  HC_SAVING_DIALOG_CLASS (klass)->finish_closing = hc_writing_dialog_finish_closing;
  klass->get_saved_text = hc_writing_dialog_get_saved_text;

  /**
   * HcWritingDialog:state:
   *
   * Whether the text is on the disk, in words.
   */
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/hc-writing-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HcWritingDialog, banner);
  gtk_widget_class_bind_template_child_private (widget_class, HcWritingDialog, about_label);
  gtk_widget_class_bind_template_child_private (widget_class, HcWritingDialog, quote_label);
  gtk_widget_class_bind_template_child_private (widget_class, HcWritingDialog, fault_label);
  gtk_widget_class_bind_template_child_private (widget_class, HcWritingDialog, text_view);
  gtk_widget_class_bind_template_child_private (widget_class, HcWritingDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);

  gtk_widget_class_install_action (widget_class, "writing.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "writing.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "writing.save", NULL, save_action);
}

static gboolean
focus_field_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  gtk_widget_grab_focus (widget);

  return G_SOURCE_REMOVE;
}

/* In a narrow window libadwaita lets the focus go to the first button instead of the focus widget. */
static void
field_mapped_cb (GtkWidget *field)
{
  gtk_widget_add_tick_callback (field, focus_field_cb, NULL, NULL);
}

static void
hc_writing_dialog_init (HcWritingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_text_wrap_set_up (get_private (self)->text_view);
  g_signal_connect_after (get_private (self)->text_view, "map", G_CALLBACK (field_mapped_cb), NULL);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * hc_writing_dialog_begin:
 * @self: a dialog that is not shown yet
 * @about: (nullable): what it is about
 * @quote: (nullable): the words that it is about
 * @proposal: (nullable): a text that is proposed where nothing was written yet; what is typed takes its
 *   place, and it is saved when it is changed or taken
 *
 * For the classes: fills the dialog once they know what is written.
 */
void
hc_writing_dialog_begin (HcWritingDialog *self,
                         const char      *about,
                         const char      *quote,
                         const char      *proposal)
{
  HcWritingDialogPrivate *priv;
  const char *text;

  g_return_if_fail (HC_IS_WRITING_DIALOG (self));

  priv = get_private (self);
  text = get_saved_text (self);
  priv->may_be_blank = text != NULL && *text == '\0';
  set_line (priv->about_label, about);
  set_line (priv->quote_label, quote);

  if (text != NULL || proposal != NULL)
    {
      GtkTextIter start, end;

      g_signal_handlers_block_by_func (priv->buffer, text_changed_cb, self);
      gtk_text_buffer_set_text (priv->buffer, text != NULL ? text : proposal, -1);
      g_signal_handlers_unblock_by_func (priv->buffer, text_changed_cb, self);

      gtk_text_buffer_get_bounds (priv->buffer, &start, &end);
      if (text == NULL)
        gtk_text_buffer_select_range (priv->buffer, &end, &start);
    }

  update_state (self);
}
