/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-document-list.h"

#include <glib/gi18n.h>

#include "hc-appointment-operations.h"
#include "hc-document-opener.h"
#include "hc-error-words.h"
#include "hc-window.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define KEY "hc-document"

/**
 * HcDocumentList:
 *
 * The documents of an appointment, with their type and size: to be added, opened and removed.
 */
struct _HcDocumentList
{
  GtkBox            parent_instance;

  HcContext        *context;
  char             *appointment;  /* its id; NULL until one is shown */
  gulong            handler;
  HcDocumentOpener *opener;
  GCancellable     *cancellable;  /* of a file that is being copied; NULL when none is */
  char             *copied;       /* its name, to be shown */
  guint             n_loads;      /* the last one counts */

  GtkListBox       *list;
  GtkWidget        *copying_box;
  GtkLabel         *fault_label;
};

G_DEFINE_FINAL_TYPE (HcDocumentList, hc_document_list, GTK_TYPE_BOX)

static HcAppointmentDocuments *
get_documents (HcDocumentList *self)
{
  return hc_profile_get_appointment_documents (hc_context_get_profile (self->context));
}

static void
say (HcDocumentList *self,
     const char     *words)
{
  gtk_label_set_label (self->fault_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), words != NULL);
  if (words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static GtkWidget *
make_remove_button (HcAppointmentDocument *document)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), document->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "documents.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", document->id);

  return button;
}

static void
add_row (HcDocumentList        *self,
         HcAppointmentDocument *document)
{
  g_autofree char *size = g_format_size (document->size);
  g_autofree char *type = g_content_type_get_description (document->type);
  /* Translators: what kind of file it is, and its size: "PDF document, 1.2 MB". */
  g_autofree char *words = g_strdup_printf (_("%s, %s"), type, size);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", document->name,
                                 "subtitle", words,
                                 "activatable", TRUE,
                                 "action-name", "documents.open",
                                 NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", document->id);
  g_object_set_data_full (G_OBJECT (row), KEY, hc_appointment_document_ref (document),
                          (GDestroyNotify) hc_appointment_document_unref);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE,
                                                                 "icon-name", "text-x-generic-symbolic",
                                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (document));
  gtk_list_box_append (self->list, row);
}

/* What a load is for, and which one it is. */
typedef struct
{
  HcDocumentList *list;
  guint           n;
} Load;

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (HcDocumentList) self = load->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  documents = hc_appointment_documents_list_finish (HC_APPOINTMENT_DOCUMENTS (source), result, &error);
  if (load->n != self->n_loads || self->context == NULL)
    return;

  gtk_list_box_remove_all (self->list);
  if (documents == NULL)
    {
      say (self, hc_error_to_words (error));
      return;
    }

  for (guint i = 0; i < documents->len; i++)
    add_row (self, g_ptr_array_index (documents, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), documents->len > 0);
}

static void
reload (HcDocumentList *self)
{
  Load *load = g_new0 (Load, 1);

  load->list = g_object_ref (self);
  load->n = ++self->n_loads;
  hc_appointment_documents_list_async (get_documents (self), self->appointment, listed_cb, load);
}

static void
documents_changed_cb (HcDocumentList *self,
                      const char     *appointment)
{
  if (g_strcmp0 (appointment, self->appointment) == 0)
    reload (self);
}

/* What is wrong with a file is said in words already. */
static char *
dup_add_fault (const char   *name,
               const GError *error)
{
  /* Translators: the name of a file, and why it was not added, without a full stop. */
  return error->domain == G_IO_ERROR ? g_strdup_printf (_("“%s” was not added. %s."), name, error->message)
                                     : g_strdup (hc_error_to_words (error));
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcDocumentList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcAppointmentDocument) document = NULL;
  g_autofree char *words = NULL;

  document = hc_appointment_documents_add_finish (HC_APPOINTMENT_DOCUMENTS (source), result, &error);
  g_clear_object (&self->cancellable);
  if (self->context == NULL)
    return;

  gtk_widget_set_visible (self->copying_box, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.add", TRUE);
  if (document != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = dup_add_fault (self->copied, error);
  say (self, words);
}

/**
 * hc_document_list_add:
 * @self: a list of documents
 * @file: a file that the person has chosen
 *
 * Copies it to the appointment.
 */
void
hc_document_list_add (HcDocumentList *self,
                      GFile          *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (HC_IS_DOCUMENT_LIST (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable != NULL)
    return;

  name = g_file_get_basename (file);
  g_free (self->copied);
  self->copied = g_filename_display_name (name != NULL ? name : "");
  say (self, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->copying_box, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.add", FALSE);
  hc_appointment_documents_add_async (get_documents (self), self->appointment, file, self->cancellable, added_cb,
                                      g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcDocumentList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && self->context != NULL)
    hc_document_list_add (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && self->context != NULL)
    say (self, _("The file chooser could not be opened."));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Add a Document"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (HC_DOCUMENT_LIST (widget)->cancellable != NULL)
    g_cancellable_cancel (HC_DOCUMENT_LIST (widget)->cancellable);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcDocumentList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) && self->context != NULL &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say (self, _("No program opens this document."));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcDocumentList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcAppointmentDocument) document = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  document = hc_appointment_documents_load_finish (HC_APPOINTMENT_DOCUMENTS (source), result, &error);
  if (self->context == NULL)
    return;

  file = document != NULL ? hc_document_opener_copy (self->opener, document, &error) : NULL;
  if (file == NULL)
    {
      say (self, hc_error_to_words (error));
      return;
    }

  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (root), NULL, launched_cb, g_object_ref (self));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcDocumentList *self = HC_DOCUMENT_LIST (widget);

  say (self, NULL);
  hc_appointment_documents_load_async (get_documents (self), g_variant_get_string (parameter, NULL), loaded_cb,
                                       g_object_ref (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcDocumentList *self = HC_DOCUMENT_LIST (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      HcAppointmentDocument *document = g_object_get_data (G_OBJECT (row), KEY);
      g_autoptr (HcOperation) operation = NULL;

      if (!g_str_equal (document->id, g_variant_get_string (parameter, NULL)))
        continue;

      operation = hc_document_removal_new (get_documents (self), document);
      hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
      return;
    }
}

static void
hc_document_list_dispose (GObject *object)
{
  HcDocumentList *self = HC_DOCUMENT_LIST (object);

  if (self->context != NULL)
    g_clear_signal_handler (&self->handler, get_documents (self));
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->opener);
  g_clear_object (&self->context);
  g_clear_pointer (&self->appointment, g_free);
  g_clear_pointer (&self->copied, g_free);

  G_OBJECT_CLASS (hc_document_list_parent_class)->dispose (object);
}

static void
hc_document_list_class_init (HcDocumentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_document_list_dispose;

  gtk_widget_class_install_action (widget_class, "documents.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "documents.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "documents.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "documents.remove", "s", remove_action);
}

static void
hc_document_list_init (HcDocumentList *self)
{
  GtkWidget *add = hc_wrapped_button_new (_("Add a Doc_ument…"));
  GtkWidget *cancel = hc_wrapped_button_new (_("Stop _Copying"));
  GtkWidget *copying = hc_wrapped_label_new (_("The file is being copied…"), NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  self->opener = hc_document_opener_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Documents"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);

  self->fault_label = GTK_LABEL (hc_wrapped_label_new (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), FALSE);

  self->copying_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  gtk_widget_set_hexpand (copying, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "documents.cancel");
  gtk_box_append (GTK_BOX (self->copying_box), copying);
  gtk_box_append (GTK_BOX (self->copying_box), cancel);
  gtk_widget_set_visible (self->copying_box, FALSE);

  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "documents.add");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault_label));
  gtk_box_append (GTK_BOX (self), self->copying_box);
  gtk_box_append (GTK_BOX (self), add);
}

/**
 * hc_document_list_show:
 * @self: a list of documents
 * @context: with the profile
 * @appointment: the id of an appointment
 *
 * Shows the documents of an appointment, and follows their changes.
 */
void
hc_document_list_show (HcDocumentList *self,
                       HcContext      *context,
                       const char     *appointment)
{
  g_return_if_fail (HC_IS_DOCUMENT_LIST (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (appointment != NULL);

  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      self->handler = g_signal_connect_swapped (get_documents (self), "changed", G_CALLBACK (documents_changed_cb),
                                                self);
    }

  if (!g_set_str (&self->appointment, appointment))
    return;

  say (self, NULL);
  reload (self);
}
