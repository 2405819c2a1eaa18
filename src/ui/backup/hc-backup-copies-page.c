/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-copies-page.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-backup-words.h"
#include "hc-error-words.h"

/* What an alert asks about. */
#define BACKUP_KEY "hc-backup"

/**
 * HcBackupCopiesPage:
 *
 * The copies that the program has made by itself, and the way back to one of them. It belongs to an
 * #HcBackupDialog, whose `backup.set-busy` it activates. Its action is `copies.restore`, with the place of a copy
 * in the list.
 */
struct _HcBackupCopiesPage
{
  AdwNavigationPage  parent_instance;

  HcProfile         *profile;
  GPtrArray         *backups; /* of HcBackup, as they are shown */

  GtkStack          *stack;
  GtkListBox        *list;
  AdwStatusPage     *done_page;
  AdwStatusPage     *failure_page;
};

G_DEFINE_FINAL_TYPE (HcBackupCopiesPage, hc_backup_copies_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show (HcBackupCopiesPage *self,
      const char         *name,
      const char         *announcement)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_failure (HcBackupCopiesPage *self,
              const GError       *error)
{
  g_autofree char *markup = g_markup_escape_text (hc_error_to_words (error), -1);

  adw_status_page_set_description (self->failure_page, markup);
  show (self, "failure", hc_error_to_words (error));
}

static GtkWidget *
make_row (HcBackup *backup,
          guint     place)
{
  g_autofree char *time = hc_backup_words_dup_time (hc_backup_get_time (backup));
  /* Translators: %s is the day and time at which a copy was made. */
  g_autofree char *label = g_strdup_printf (_("Go back to the copy of %s"), time);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", time,
                                 "subtitle", hc_backup_words_for_kind (hc_backup_get_kind (backup)),
                                 NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "label", _("Go Back…"),
                                    "valign", GTK_ALIGN_CENTER,
                                    "action-name", "copies.restore",
                                    "action-target", g_variant_new_uint32 (place),
                                    NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcBackupCopiesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = hc_profile_list_backups_finish (HC_PROFILE (source), result, &error);

  if (self->stack == NULL)
    return;

  if (backups == NULL)
    {
      show_failure (self, error);
      return;
    }

  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = g_steal_pointer (&backups);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->backups, i), i));

  gtk_stack_set_visible_child_name (self->stack, self->backups->len > 0 ? "list" : "empty");
}

static void
set_busy (HcBackupCopiesPage *self,
          gboolean            is_busy)
{
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !is_busy);
  gtk_widget_activate_action (GTK_WIDGET (self), "backup.set-busy", "b", is_busy);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcBackupCopiesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_restored = hc_profile_restore_finish (HC_PROFILE (source), result, &error);

  if (self->stack == NULL)
    return;

  set_busy (self, FALSE);
  if (is_restored)
    show (self, "done", adw_status_page_get_title (self->done_page));
  else
    show_failure (self, error);
}

static void
response_cb (HcBackupCopiesPage *self,
             const char         *response,
             AdwAlertDialog     *alert)
{
  if (g_str_equal (response, "save"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.push", "s", "save");
    }
  else if (g_str_equal (response, "restore"))
    {
      set_busy (self, TRUE);
      show (self, "working", _("Going Back…"));
      hc_profile_restore_async (self->profile, g_object_get_data (G_OBJECT (alert), BACKUP_KEY), restored_cb,
                                g_object_ref (self));
    }
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcBackupCopiesPage *self = HC_BACKUP_COPIES_PAGE (widget);
  guint place = g_variant_get_uint32 (parameter);
  g_autofree char *time = NULL, *body = NULL;
  HcBackup *backup;
  AdwDialog *alert;

  if (self->backups == NULL || place >= self->backups->len)
    return;

  backup = g_ptr_array_index (self->backups, place);
  time = hc_backup_words_dup_time (hc_backup_get_time (backup));
  /* Translators: %s is the day and time at which a copy was made. */
  body = g_strdup_printf (_("Everything is then as it was on %s. What was written after that is not shown any more; "
                            "its file is kept in the folder of your data. If you may need it, save a backup first."),
                          time);

  alert = hc_ask_dialog_new (_("Go Back to This Copy?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "cancel", _("_Cancel"),
                                  "save", _("_Save a Backup First"),
                                  "restore", _("_Go Back"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (alert), "save",
                                         hc_profile_get_state (self->profile) == HC_PROFILE_READY);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), BACKUP_KEY, g_object_ref (backup), g_object_unref);
  g_signal_connect_object (alert, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, widget);
}

static void
hc_backup_copies_page_showing (AdwNavigationPage *page)
{
  HcBackupCopiesPage *self = HC_BACKUP_COPIES_PAGE (page);

  hc_profile_list_backups_async (self->profile, listed_cb, g_object_ref (self));

  ADW_NAVIGATION_PAGE_CLASS (hc_backup_copies_page_parent_class)->showing (page);
}

static void
hc_backup_copies_page_dispose (GObject *object)
{
  HcBackupCopiesPage *self = HC_BACKUP_COPIES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_BACKUP_COPIES_PAGE);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (hc_backup_copies_page_parent_class)->dispose (object);
}

static void
hc_backup_copies_page_class_init (HcBackupCopiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_backup_copies_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hc_backup_copies_page_showing;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/backup/hc-backup-copies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcBackupCopiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcBackupCopiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, HcBackupCopiesPage, done_page);
  gtk_widget_class_bind_template_child (widget_class, HcBackupCopiesPage, failure_page);

  gtk_widget_class_install_action (widget_class, "copies.restore", "u", restore_action);
}

static void
hc_backup_copies_page_init (HcBackupCopiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_backup_copies_page_new:
 * @profile: whose copies are shown
 *
 * Returns: (transfer floating): a page for the navigation of an #HcBackupDialog
 */
HcBackupCopiesPage *
hc_backup_copies_page_new (HcProfile *profile)
{
  HcBackupCopiesPage *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);

  self = g_object_new (HC_TYPE_BACKUP_COPIES_PAGE, NULL);
  self->profile = g_object_ref (profile);

  return self;
}
