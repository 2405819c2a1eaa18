/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-dialog.h"

#include <glib/gi18n.h>

#include "hc-backup-copies-page.h"
#include "hc-backup-restore-page.h"
#include "hc-backup-save-page.h"

/**
 * HcBackupDialog:
 *
 * Back Up or Move: saves all that the person has as a file, brings such a file in, and goes back to a copy. It
 * cannot be closed while one of these is under way. Its actions are `backup.close`, and `backup.set-busy` for its
 * pages.
 */
struct _HcBackupDialog
{
  AdwDialog          parent_instance;

  AdwNavigationView *navigation;
};

G_DEFINE_FINAL_TYPE (HcBackupDialog, hc_backup_dialog, ADW_TYPE_DIALOG)

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
set_busy_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  adw_dialog_set_can_close (ADW_DIALOG (widget), !g_variant_get_boolean (parameter));
}

static void
hc_backup_dialog_close_attempt (AdwDialog *dialog)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (dialog), _("Not finished yet: please wait a moment"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hc_backup_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_BACKUP_DIALOG);

  G_OBJECT_CLASS (hc_backup_dialog_parent_class)->dispose (object);
}

static void
hc_backup_dialog_class_init (HcBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_backup_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = hc_backup_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/backup/hc-backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcBackupDialog, navigation);

  gtk_widget_class_install_action (widget_class, "backup.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "backup.set-busy", "b", set_busy_action);
}

static void
hc_backup_dialog_init (HcBackupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_backup_dialog_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a dialog to be presented over a window
 */
AdwDialog *
hc_backup_dialog_new (HcContext *context)
{
  HcBackupDialog *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_BACKUP_DIALOG, NULL);
  profile = hc_context_get_profile (context);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (hc_backup_save_page_new (context)));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (hc_backup_restore_page_new (profile)));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (hc_backup_copies_page_new (profile)));

  return ADW_DIALOG (self);
}
