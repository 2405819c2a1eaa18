/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-restore-page.h"

#include <glib/gi18n.h>

#include "hc-backup-numbers.h"
#include "hc-backup-words.h"
#include "hc-error-words.h"
#include "hc-profile-count.h"
#include "hc-profile-export.h"

/**
 * HcBackupRestorePage:
 *
 * Brings in a backup: a file is chosen and looked through, what is in it is shown beside what is here, and only
 * when the person has said what is to become of it anything is changed. It belongs to an #HcBackupDialog, whose
 * `backup.set-busy` it activates. Its actions are `restore.choose`, `restore.cancel`, `restore.merge` and
 * `restore.replace`.
 */
struct _HcBackupRestorePage
{
  AdwNavigationPage  parent_instance;

  HcProfile         *profile;
  GCancellable      *cancellable; /* of what is being looked through; NULL when nothing is */
  HcBackupContents  *contents;    /* what was looked through; NULL before that */
  HcImportMode       mode;        /* of the last import */
  const char        *kept_words;  /* what becomes of what is here now; NULL when there is nothing */

  GtkStack          *stack;
  GtkLabel          *file_label;
  GtkLabel          *origin_label;
  GtkWidget         *merge_card;
  GtkLabel          *replace_label;
  HcBackupNumbers   *numbers;
  AdwStatusPage     *working_page;
  AdwStatusPage     *done_page;
  AdwStatusPage     *failure_page;
};

G_DEFINE_FINAL_TYPE (HcBackupRestorePage, hc_backup_restore_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show (HcBackupRestorePage *self,
      const char          *name,
      const char          *announcement)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_busy (HcBackupRestorePage *self,
          gboolean             is_busy)
{
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !is_busy);
  gtk_widget_activate_action (GTK_WIDGET (self), "backup.set-busy", "b", is_busy);
}

static void
show_failure (HcBackupRestorePage *self,
              const char          *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  adw_status_page_set_description (self->failure_page, markup);
  show (self, "failure", words);
}

static gboolean
has_anything (GHashTable *present)
{
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    if (count != NULL)
      return TRUE;

  return FALSE;
}

static void
show_contents (HcBackupRestorePage *self,
               GHashTable          *present)
{
  g_autofree char *origin = hc_backup_words_dup_origin (self->contents);
  gboolean is_open = hc_profile_get_state (self->profile) == HC_PROFILE_READY;

  gtk_label_set_label (self->origin_label, origin);
  if (!is_open)
    self->kept_words = _("The file that could not be opened is kept.");
  else if (present == NULL || has_anything (present))
    self->kept_words = _("What was here before is kept under Copies on This Computer.");
  else
    self->kept_words = NULL;

  /* What cannot be opened cannot be added to, nor copied. */
  gtk_widget_set_visible (self->merge_card, is_open);
  gtk_label_set_label (self->replace_label,
                       is_open
                       ? _("Afterwards only what is in the file is here. What is here now is kept as a copy first: "
                           "you can go back to it under Copies on This Computer.")
                       : _("Afterwards what is in the file is here. The file that could not be opened is kept."));
  hc_backup_numbers_show (self->numbers, self->contents, present);
  show (self, "contents", origin);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HcBackupRestorePage) self = user_data;
  g_autoptr (GHashTable) present = hc_profile_count_finish (HC_PROFILE (source), result, NULL);

  if (self->stack == NULL)
    return;

  set_busy (self, FALSE);
  show_contents (self, present);
}

static void
inspected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HcBackupRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcBackupContents) contents = hc_profile_inspect_finish (HC_PROFILE (source), result, &error);

  g_clear_object (&self->cancellable);
  if (self->stack == NULL)
    return;

  g_set_object (&self->contents, contents);
  if (contents != NULL)
    {
      hc_profile_count_async (self->profile, counted_cb, g_object_ref (self));
      return;
    }

  set_busy (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show (self, "choose", _("Nothing was changed"));
  else
    show_failure (self, hc_error_to_words (error));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcBackupRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->stack == NULL)
    return;

  if (file != NULL)
    hc_backup_restore_page_inspect (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_failure (self, _("No file could be chosen. Try again."));
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) backups = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (backups, _("Backups of Health Center"));
  gtk_file_filter_add_pattern (backups, HC_BACKUP_PATTERN);
  g_list_store_append (filters, backups);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Choose a Backup"));
  gtk_file_dialog_set_accept_label (dialog, _("_Look Inside"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcBackupRestorePage *self = HC_BACKUP_RESTORE_PAGE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
show_done (HcBackupRestorePage  *self,
           const HcImportCounts *counts)
{
  g_autofree char *result = hc_backup_words_dup_result (self->mode, counts);
  g_autofree char *text = NULL;

  if (self->kept_words != NULL)
    text = g_strdup_printf ("%s\n\n%s", result, self->kept_words);

  adw_status_page_set_title (self->done_page,
                             self->mode == HC_IMPORT_MERGE ? _("The Backup Was Added") : _("The Backup Is Here Now"));
  adw_status_page_set_description (self->done_page, text != NULL ? text : result);
  show (self, "done", result);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcBackupRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  HcImportCounts counts;
  gboolean is_imported = hc_profile_import_finish (HC_PROFILE (source), result, &counts, &error);

  if (self->stack == NULL)
    return;

  set_busy (self, FALSE);
  g_clear_object (&self->contents);

  if (is_imported)
    show_done (self, &counts);
  else
    show_failure (self, hc_error_to_words (error));
}

static void
import (HcBackupRestorePage *self,
        HcImportMode         mode)
{
  if (self->contents == NULL)
    return;

  self->mode = mode;
  adw_status_page_set_title (self->working_page, mode == HC_IMPORT_MERGE ? _("Adding…") : _("Putting It in Place…"));
  set_busy (self, TRUE);
  show (self, "working", adw_status_page_get_title (self->working_page));
  hc_profile_import_async (self->profile, self->contents, mode, imported_cb, g_object_ref (self));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  import (HC_BACKUP_RESTORE_PAGE (widget), HC_IMPORT_MERGE);
}

static void
replace_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  import (HC_BACKUP_RESTORE_PAGE (widget), HC_IMPORT_REPLACE);
}

/* Whoever comes back begins anew. */
static void
hc_backup_restore_page_showing (AdwNavigationPage *page)
{
  HcBackupRestorePage *self = HC_BACKUP_RESTORE_PAGE (page);

  if (adw_navigation_page_get_can_pop (page))
    {
      g_clear_object (&self->contents);
      gtk_stack_set_visible_child_name (self->stack, "choose");
    }

  ADW_NAVIGATION_PAGE_CLASS (hc_backup_restore_page_parent_class)->showing (page);
}

static void
hc_backup_restore_page_dispose (GObject *object)
{
  HcBackupRestorePage *self = HC_BACKUP_RESTORE_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_BACKUP_RESTORE_PAGE);
  g_clear_object (&self->contents);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (hc_backup_restore_page_parent_class)->dispose (object);
}

static void
hc_backup_restore_page_class_init (HcBackupRestorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_backup_restore_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hc_backup_restore_page_showing;

  g_type_ensure (HC_TYPE_BACKUP_NUMBERS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/backup/hc-backup-restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, file_label);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, merge_card);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, replace_label);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, numbers);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, working_page);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, done_page);
  gtk_widget_class_bind_template_child (widget_class, HcBackupRestorePage, failure_page);

  gtk_widget_class_install_action (widget_class, "restore.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "restore.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "restore.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "restore.replace", NULL, replace_action);
}

static void
hc_backup_restore_page_init (HcBackupRestorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_backup_restore_page_new:
 * @profile: where a backup is brought in
 *
 * Returns: (transfer floating): a page for the navigation of an #HcBackupDialog
 */
HcBackupRestorePage *
hc_backup_restore_page_new (HcProfile *profile)
{
  HcBackupRestorePage *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);

  self = g_object_new (HC_TYPE_BACKUP_RESTORE_PAGE, NULL);
  self->profile = g_object_ref (profile);

  return self;
}

/**
 * hc_backup_restore_page_inspect:
 * @self: a page
 * @file: a file that the person has chosen
 *
 * Looks through a file and shows what is in it, or says why it cannot be brought in. Nothing that is here is
 * touched. Nothing happens while another file is being looked through.
 */
void
hc_backup_restore_page_inspect (HcBackupRestorePage *self,
                                GFile               *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (HC_IS_BACKUP_RESTORE_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (self)))
    return;

  name = g_file_get_parse_name (file);
  gtk_label_set_label (self->file_label, name);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  show (self, "reading", _("Looking Through the File…"));
  hc_profile_inspect_async (self->profile, file, self->cancellable, inspected_cb, g_object_ref (self));
}
