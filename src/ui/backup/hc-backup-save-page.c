/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-save-page.h"

#include <glib/gi18n.h>

#include "hc-backup-numbers.h"
#include "hc-backup-words.h"
#include "hc-error-words.h"
#include "hc-profile-count.h"
#include "hc-profile-export.h"

/**
 * HcBackupSavePage:
 *
 * Saves all that the person has as one file: what will be in it, and where it is afterwards. It belongs to an
 * #HcBackupDialog, whose `backup.set-busy` it activates. Its actions are `save.choose`, `save.cancel` and
 * `save.show`.
 */
struct _HcBackupSavePage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  GCancellable      *cancellable; /* of what is being saved; NULL when nothing is */
  GFile             *file;        /* what was saved last */

  GtkStack          *stack;
  HcBackupNumbers   *numbers;
  GtkLabel          *not_open_label;
  AdwStatusPage     *done_page;
  AdwStatusPage     *failure_page;
};

G_DEFINE_FINAL_TYPE (HcBackupSavePage, hc_backup_save_page, ADW_TYPE_NAVIGATION_PAGE)

static HcProfile *
get_profile (HcBackupSavePage *self)
{
  return hc_context_get_profile (self->context);
}

static void
show (HcBackupSavePage *self,
      const char       *name,
      const char       *announcement)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HcBackupSavePage) self = user_data;
  g_autoptr (GHashTable) present = hc_profile_count_finish (HC_PROFILE (source), result, NULL);

  if (self->stack == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->numbers), present != NULL);
  if (present != NULL)
    hc_backup_numbers_show (self->numbers, NULL, present);
}

static void
update (HcBackupSavePage *self)
{
  gboolean is_open = hc_profile_get_state (get_profile (self)) == HC_PROFILE_READY;

  gtk_widget_set_visible (GTK_WIDGET (self->not_open_label), !is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "save.choose", is_open && self->cancellable == NULL);

  if (is_open)
    hc_profile_count_async (get_profile (self), counted_cb, g_object_ref (self));
}

/* Returns: (transfer full): a path that may stand in markup */
static char *
dup_shown_path (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);

  return g_markup_escape_text (path, -1);
}

static void
show_done (HcBackupSavePage *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autofree char *time = hc_backup_words_dup_time (now);
  g_autofree char *path = dup_shown_path (self->file);
  /* Translators: where a file is, and when it was saved. */
  g_autofree char *text = g_strdup_printf (_("%s\n\nSaved on %s. Whoever has this file can read what is in it."),
                                           path, time);

  adw_status_page_set_description (self->done_page, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "save.show", TRUE);
  show (self, "done", adw_status_page_get_title (self->done_page));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcBackupSavePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = hc_profile_export_finish (HC_PROFILE (source), result, &error);

  g_clear_object (&self->cancellable);
  if (self->stack == NULL)
    return;

  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "backup.set-busy", "b", FALSE);
  update (self);

  if (is_saved)
    {
      show_done (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show (self, "ready", _("Nothing was saved"));
    }
  else
    {
      g_autofree char *text = g_markup_escape_text (hc_error_to_words (error), -1);

      adw_status_page_set_description (self->failure_page, text);
      show (self, "failure", hc_error_to_words (error));
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcBackupSavePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->stack == NULL)
    return;

  if (file != NULL)
    hc_backup_save_page_save (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      adw_status_page_set_description (self->failure_page, _("No place could be chosen. Try again."));
      show (self, "failure", adw_status_page_get_title (self->failure_page));
    }
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcBackupSavePage *self = HC_BACKUP_SAVE_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = hc_profile_export_dup_name (get_profile (self));

  gtk_file_dialog_set_title (dialog, _("Save Backup"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcBackupSavePage *self = HC_BACKUP_SAVE_PAGE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcBackupSavePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && self->stack != NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "save.show", FALSE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _("No program shows this folder"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcBackupSavePage *self = HC_BACKUP_SAVE_PAGE (widget);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                            launched_cb, g_object_ref (self));
}

/* Whoever comes back wants to save another one. */
static void
hc_backup_save_page_showing (AdwNavigationPage *page)
{
  HcBackupSavePage *self = HC_BACKUP_SAVE_PAGE (page);

  if (self->cancellable == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "ready");
      update (self);
    }

  ADW_NAVIGATION_PAGE_CLASS (hc_backup_save_page_parent_class)->showing (page);
}

static void
hc_backup_save_page_dispose (GObject *object)
{
  HcBackupSavePage *self = HC_BACKUP_SAVE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_BACKUP_SAVE_PAGE);
  g_clear_object (&self->file);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_backup_save_page_parent_class)->dispose (object);
}

static void
hc_backup_save_page_class_init (HcBackupSavePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_backup_save_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hc_backup_save_page_showing;

  g_type_ensure (HC_TYPE_BACKUP_NUMBERS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/backup/hc-backup-save-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcBackupSavePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcBackupSavePage, numbers);
  gtk_widget_class_bind_template_child (widget_class, HcBackupSavePage, not_open_label);
  gtk_widget_class_bind_template_child (widget_class, HcBackupSavePage, done_page);
  gtk_widget_class_bind_template_child (widget_class, HcBackupSavePage, failure_page);

  gtk_widget_class_install_action (widget_class, "save.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "save.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "save.show", NULL, show_action);
}

static void
hc_backup_save_page_init (HcBackupSavePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_backup_save_page_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a page for the navigation of an #HcBackupDialog
 */
HcBackupSavePage *
hc_backup_save_page_new (HcContext *context)
{
  HcBackupSavePage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_BACKUP_SAVE_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (get_profile (self), "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_backup_save_page_save:
 * @self: a page
 * @file: the file to write, which the person has chosen; one that is there is replaced
 *
 * Saves the backup and says what became of it. Nothing happens while another one is being saved.
 */
void
hc_backup_save_page_save (HcBackupSavePage *self,
                          GFile            *file)
{
  g_return_if_fail (HC_IS_BACKUP_SAVE_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable != NULL)
    return;

  g_set_object (&self->file, file);
  self->cancellable = g_cancellable_new ();
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "backup.set-busy", "b", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "save.choose", FALSE);
  show (self, "working", _("Saving…"));
  hc_profile_export_async (get_profile (self), file, self->cancellable, saved_cb, g_object_ref (self));
}
