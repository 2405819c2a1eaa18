/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks the person for a file, and hands it on. */

#include "hc-file-picker.h"

#include <glib/gi18n.h>

#include "hc-toast.h"

/* What waits for the choice of a file. */
typedef struct
{
  GtkWidget      *parent;
  HcFilePicked    picked;
  gpointer        user_data;
  GDestroyNotify  destroy;
} Question;

static Question *
question_new (GtkWidget      *parent,
              HcFilePicked    picked,
              gpointer        user_data,
              GDestroyNotify  destroy)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->picked = picked;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

static void
question_free (Question *self)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_object_unref (self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
answer (Question     *question,
        GFile        *file,
        const GError *error)
{
  if (file != NULL)
    question->picked (question->parent, file, question->user_data);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hc_toast_show (question->parent, _("The file chooser could not be opened"));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  /* The page may have gone with its window: then nobody waits for what the file has. */
  if (gtk_widget_get_root (question->parent) != NULL)
    answer (question, file, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  answer (question, file, error);
}

/* Those of a kind, and all: a file may have another ending than it should. */
static GListModel *
make_filters (const char        *kind,
              const char *const *suffixes)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (wanted, kind);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (wanted, suffixes[i]);
  g_list_store_append (filters, wanted);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/**
 * hc_file_picker_open:
 * @parent: a widget in an #HcWindow
 * @title: the title of the file chooser
 * @kind: what the files are that are shown first
 * @suffixes: (array zero-terminated=1): how their names end, without the dot
 * @picked: (scope notified): called with the file, if the person chooses one and @parent is still in a window
 * @user_data: for @picked
 * @destroy: (nullable): frees @user_data
 *
 * Asks for a file that is to be read.
 */
void
hc_file_picker_open (GtkWidget          *parent,
                     const char         *title,
                     const char         *kind,
                     const char *const  *suffixes,
                     HcFilePicked        picked,
                     gpointer            user_data,
                     GDestroyNotify      destroy)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (kind != NULL);
  g_return_if_fail (suffixes != NULL);
  g_return_if_fail (picked != NULL);

  dialog = gtk_file_dialog_new ();
  filters = make_filters (kind, suffixes);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, opened_cb,
                        question_new (parent, picked, user_data, destroy));
}

/**
 * hc_file_picker_save:
 * @parent: a widget in an #HcWindow
 * @title: the title of the file chooser
 * @name: the name that is proposed
 * @picked: (scope notified): called with the file, if the person chooses one, also when @parent has gone meanwhile
 * @user_data: for @picked
 * @destroy: (nullable): frees @user_data
 *
 * Asks for a file that is to be written.
 */
void
hc_file_picker_save (GtkWidget      *parent,
                     const char     *title,
                     const char     *name,
                     HcFilePicked    picked,
                     gpointer        user_data,
                     GDestroyNotify  destroy)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (picked != NULL);

  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, saved_cb,
                        question_new (parent, picked, user_data, destroy));
}
