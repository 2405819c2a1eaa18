/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-folder-dialog.h"

#include "hc-folder-operation.h"

/**
 * HcFolderDialog:
 *
 * What a folder with feeds is called. It closes when that is saved.
 */
struct _HcFolderDialog
{
  HcOperationDialog  parent_instance;

  HcNews            *news;
  char              *folder;

  AdwBanner         *banner;
  GtkEditable       *name_row;
  GtkWidget         *save_button;
};

G_DEFINE_FINAL_TYPE (HcFolderDialog, hc_folder_dialog, HC_TYPE_OPERATION_DIALOG)

static char *
dup_name (HcFolderDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

static void
update_action (HcFolderDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "folder.save",
                                 *name != '\0' && !hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)));
}

static void
changed_cb (HcFolderDialog *self)
{
  if (self->folder == NULL)
    return;

  hc_operation_dialog_changed (HC_OPERATION_DIALOG (self));
  update_action (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcFolderDialog *self = HC_FOLDER_DIALOG (widget);
  g_autofree char *name = dup_name (self);
  g_autoptr (HcOperation) operation = NULL;

  if (*name == '\0' || hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  operation = hc_folder_operation_new (self->news, self->folder, name);
  if (operation != NULL)
    hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
hc_folder_dialog_set_busy (HcOperationDialog *dialog,
                           gboolean           is_busy)
{
  HcFolderDialog *self = HC_FOLDER_DIALOG (dialog);

  update_action (self);
  if (is_busy)
    adw_banner_set_revealed (self->banner, FALSE);
}

static void
hc_folder_dialog_failed (HcOperationDialog *dialog,
                         const char        *words)
{
  HcFolderDialog *self = HC_FOLDER_DIALOG (dialog);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
hc_folder_dialog_dispose (GObject *object)
{
  HcFolderDialog *self = HC_FOLDER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_FOLDER_DIALOG);
  g_clear_object (&self->news);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (hc_folder_dialog_parent_class)->dispose (object);
}

static void
hc_folder_dialog_class_init (HcFolderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcOperationDialogClass *dialog_class = HC_OPERATION_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_folder_dialog_dispose;
  dialog_class->set_busy = hc_folder_dialog_set_busy;
  dialog_class->failed = hc_folder_dialog_failed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/news/hc-folder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcFolderDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcFolderDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HcFolderDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "folder.save", NULL, save_action);
}

static void
hc_folder_dialog_init (HcFolderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_folder_dialog_new:
 * @news: the news
 * @folder: the name of a folder
 *
 * Returns: (transfer floating): a dialog for a window of the program
 */
AdwDialog *
hc_folder_dialog_new (HcNews     *news,
                      const char *folder)
{
  HcFolderDialog *self;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (HC_TYPE_FOLDER_DIALOG, NULL);
  self->news = g_object_ref (news);
  gtk_editable_set_text (self->name_row, folder);
  self->folder = g_strdup (folder);

  return ADW_DIALOG (self);
}
