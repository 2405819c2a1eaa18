/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-import-page.h"

#include <glib/gi18n.h>

#include "hc-import-report-view.h"
#include "hc-import-words.h"
#include "hc-label-import.h"

/**
 * HcImportPage:
 *
 * Imports drug labels from files: what can be imported, how far it is, and what became of it. An import goes
 * on while other pages are shown; it ends with the page, and then the program waits until what was read is
 * saved. Its actions are `import.files`, `import.folder`, `import.pause`, `import.cancel`, `import.again` and
 * `import.done`, and those of #HcImportReportView.
 */
struct _HcImportPage
{
  AdwNavigationPage   parent_instance;

  HcLabelCatalog     *catalog;
  HcClock            *clock;

  HcLabelImport      *import;      /* NULL when none runs */
  char              **paths;       /* of the last one, for another try */
  gboolean            is_canceled;
  GtkWidget          *window;      /* weak: says that it ended when the page cannot be seen */

  GtkDropTarget      *drop_target;
  GtkStack           *stack;
  GtkLabel           *count_label;
  GtkLabel           *running_heading;
  GtkLabel           *progress_label;
  GtkProgressBar     *progress_bar;
  GtkButton          *pause_button;
  HcImportReportView *report_view;
  AdwStatusPage      *failure_page;
};

G_DEFINE_FINAL_TYPE (HcImportPage, hc_import_page, ADW_TYPE_NAVIGATION_PAGE)

/* What is left of an import when the page is gone: it must not keep the page, which ends it by going. */
typedef struct
{
  GWeakRef        page;
  HcLabelCatalog *catalog;
  GApplication   *application; /* NULL when the page was in no window */
} Run;

static void
show_toast (HcImportPage *self,
            const char   *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
update_count (HcImportPage *self)
{
  guint n = hc_label_catalog_count (self->catalog);
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: %'u is a number with separators of thousands. */
    text = g_strdup_printf (g_dngettext (NULL, "You have %'u label.", "You have %'u labels.", n), n);
  else
    text = g_strdup (_("You have no labels yet."));

  gtk_label_set_label (self->count_label, text);
}

static void
update_progress (HcImportPage *self)
{
  gboolean is_paused = hc_label_import_is_paused (self->import);
  guint n_labels;
  double fraction = hc_label_import_get_progress (self->import, &n_labels);
  g_autofree char *labels =
    g_strdup_printf (g_dngettext (NULL, "%'u label read", "%'u labels read", n_labels), n_labels);
  /* Translators: how many labels were read, and how much of the files that is, in percent. */
  g_autofree char *text = g_strdup_printf (_("%s, %d %% done"), labels, (int) (fraction * 100));

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_button_set_label (self->pause_button, is_paused ? _("_Continue") : _("_Pause"));

  if (self->is_canceled)
    gtk_label_set_label (self->running_heading, _("Ending the Import…"));
  else
    gtk_label_set_label (self->running_heading, is_paused ? _("Import Paused") : _("Importing Labels…"));
}

/* The import may tell of its progress when it has ended already. */
static void
progress_cb (HcImportPage *self)
{
  if (self->import != NULL)
    update_progress (self);
}

static void
update_actions (HcImportPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_running = self->import != NULL;

  gtk_widget_action_set_enabled (widget, "import.files", !is_running);
  gtk_widget_action_set_enabled (widget, "import.folder", !is_running);
  gtk_widget_action_set_enabled (widget, "import.pause", is_running && !self->is_canceled);
  gtk_widget_action_set_enabled (widget, "import.cancel", is_running && !self->is_canceled);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drop_target),
                                              is_running ? GTK_PHASE_NONE : GTK_PHASE_BUBBLE);
}

/* Who sees the page sees it there; others are told by a toast, wherever they are. */
static void
tell_end (HcImportPage *self,
          const char   *text)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else if (self->window != NULL)
    gtk_widget_activate_action (self->window, "win.show-toast", "s", text);
}

static void
show_report (HcImportPage   *self,
             HcImportReport *report)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  g_autoptr (GDateTime) time = g_date_time_to_local (now);
  g_autofree char *summary = hc_import_words_dup_summary (report);

  gtk_stack_set_visible_child_name (self->stack, "report");
  hc_import_report_view_show (self->report_view, report, time);
  tell_end (self, summary);
}

static void
show_failure (HcImportPage *self,
              const GError *error)
{
  const char *text = hc_import_words_for_failure (error);

  adw_status_page_set_description (self->failure_page, text);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  tell_end (self, text);
}

/* While an import runs the program stays, even without a window: a label is saved whole. */
static Run *
run_new (HcImportPage *self)
{
  Run *run = g_new0 (Run, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  g_weak_ref_init (&run->page, self);
  run->catalog = g_object_ref (self->catalog);

  if (application != NULL)
    {
      run->application = g_object_ref (G_APPLICATION (application));
      g_application_hold (run->application);
    }

  return run;
}

static void
run_free (Run *run)
{
  if (run->application != NULL)
    g_application_release (run->application);

  g_clear_object (&run->application);
  g_clear_object (&run->catalog);
  g_weak_ref_clear (&run->page);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (HcImportPage) self = g_weak_ref_get (&run->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcImportReport) report = hc_label_import_run_finish (HC_LABEL_IMPORT (source), result, &error);

  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (run->catalog));

  /* The page may have gone meanwhile. */
  if (self == NULL || self->stack == NULL)
    return;

  g_clear_object (&self->import);
  update_actions (self);

  if (report != NULL)
    show_report (self, report);
  else
    show_failure (self, error);
}

/* What is not on this computer's disk has no path and is left out. */
static gboolean
start_files (HcImportPage *self,
             GPtrArray    *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_null_terminated (files->len, g_free, TRUE);

  for (guint i = 0; i < files->len; i++)
    {
      char *path = g_file_get_path (g_ptr_array_index (files, i));

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }

  if (paths->len == 0)
    {
      show_toast (self, _("Only files on this computer can be imported"));
      return FALSE;
    }

  return hc_import_page_start (self, (const char *const *) paths->pdata);
}

static gboolean
drop_cb (HcImportPage *self,
         const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *link = dropped; link != NULL; link = link->next)
    g_ptr_array_add (files, link->data);

  return start_files (self, files);
}

static void
show_dialog_error (HcImportPage *self,
                   const GError *error)
{
  if (self->stack != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_toast (self, _("No files could be chosen. Drop them on this page instead."));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HcImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (chosen == NULL)
    {
      show_dialog_error (self, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));

  if (self->stack != NULL)
    start_files (self, files);
}

static void
files_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) labels = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (labels, _("Labels (XML, ZIP, CSV)"));
  gtk_file_filter_add_suffix (labels, "xml");
  gtk_file_filter_add_suffix (labels, "zip");
  gtk_file_filter_add_suffix (labels, "csv");
  g_list_store_append (filters, labels);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Import Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, files_chosen_cb,
                                 g_object_ref (widget));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HcImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (folder == NULL)
    {
      show_dialog_error (self, error);
      return;
    }

  g_ptr_array_add (files, folder);
  if (self->stack != NULL)
    start_files (self, files);
}

static void
folder_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Import a Folder"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, folder_chosen_cb,
                                 g_object_ref (widget));
}

static void
pause_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcImportPage *self = HC_IMPORT_PAGE (widget);

  if (hc_label_import_is_paused (self->import))
    hc_label_import_resume (self->import);
  else
    hc_label_import_pause (self->import);

  update_progress (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->running_heading),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcImportPage *self = HC_IMPORT_PAGE (widget);

  self->is_canceled = TRUE;
  hc_label_import_cancel (self->import);
  update_progress (self);
  update_actions (self);
}

static void
again_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcImportPage *self = HC_IMPORT_PAGE (widget);
  g_auto (GStrv) paths = g_strdupv (self->paths);

  hc_import_page_start (self, (const char *const *) paths);
}

static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcImportPage *self = HC_IMPORT_PAGE (widget);

  gtk_stack_set_visible_child_name (self->stack, "ready");
}

static void
hc_import_page_dispose (GObject *object)
{
  HcImportPage *self = HC_IMPORT_PAGE (object);

  if (self->import != NULL)
    hc_label_import_cancel (self->import);
  g_clear_object (&self->import);

  g_clear_weak_pointer (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_IMPORT_PAGE);

  G_OBJECT_CLASS (hc_import_page_parent_class)->dispose (object);
}

static void
hc_import_page_finalize (GObject *object)
{
  HcImportPage *self = HC_IMPORT_PAGE (object);

  g_strfreev (self->paths);
  g_clear_object (&self->catalog);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_import_page_parent_class)->finalize (object);
}

static void
hc_import_page_class_init (HcImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_import_page_dispose;
  object_class->finalize = hc_import_page_finalize;

  g_type_ensure (HC_TYPE_IMPORT_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/drugs/hc-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, drop_target);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, running_heading);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, report_view);
  gtk_widget_class_bind_template_child (widget_class, HcImportPage, failure_page);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);

  gtk_widget_class_install_action (widget_class, "import.files", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "import.folder", NULL, folder_action);
  gtk_widget_class_install_action (widget_class, "import.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "import.done", NULL, done_action);
}

static void
hc_import_page_init (HcImportPage *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  update_actions (self);
}

/**
 * hc_import_page_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a page; an import goes on as long as it is not destroyed, and so it has to be
 *   added to its navigation view, not only pushed
 */
HcImportPage *
hc_import_page_new (HcContext *context)
{
  HcImportPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_IMPORT_PAGE, NULL);
  self->catalog = g_object_ref (hc_context_get_labels (context));
  self->clock = g_object_ref (hc_context_get_clock (context));
  g_signal_connect_object (self->catalog, "changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);

  return self;
}

/**
 * hc_import_page_start:
 * @self: a page
 * @paths: (array zero-terminated=1) (element-type filename): files and folders
 *
 * Imports labels and shows how far it is, then what became of it.
 *
 * Returns: %FALSE when another import runs
 */
gboolean
hc_import_page_start (HcImportPage      *self,
                      const char *const *paths)
{
  char **copy;

  g_return_val_if_fail (HC_IS_IMPORT_PAGE (self), FALSE);
  g_return_val_if_fail (paths != NULL, FALSE);

  if (self->import != NULL)
    return FALSE;

  copy = g_strdupv ((char **) paths);
  g_strfreev (self->paths);
  self->paths = copy;
  self->is_canceled = FALSE;
  self->import = hc_label_import_new (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (self->catalog)));
  g_signal_connect_object (self->import, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  hc_label_import_run_async (self->import, (const char *const *) self->paths, imported_cb, run_new (self));

  update_progress (self);
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "running");

  return TRUE;
}
