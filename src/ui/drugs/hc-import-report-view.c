/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-import-report-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-disclosure.h"
#include "hc-file-picker.h"
#include "hc-file-saver.h"
#include "hc-import-words.h"
#include "hc-wrapped-label.h"

/* So many problems are shown at once, and so many more each time that is asked for. */
#define PORTION 30

/**
 * HcImportReportView:
 *
 * What became of an import: the numbers, and what was not imported and why. The report leaves it as text by
 * the actions `import.copy-report` and `import.save-report`; `import.done` is the matter of the page.
 */
struct _HcImportReportView
{
  AdwBin             parent_instance;

  char              *text;     /* the report, to be copied or saved */
  GListStore        *problems; /* of HcImportProblem */
  GtkSliceListModel *shown;    /* the first of these */

  GtkLabel          *heading;
  GtkWidget         *canceled_label;
  AdwPreferencesRow *added_row;
  AdwPreferencesRow *updated_row;
  AdwPreferencesRow *unchanged_row;
  GtkWidget         *problems_box;
  GtkLabel          *problems_heading;
  GtkListBox        *problems_list;
  GtkWidget         *more_button;
  GtkLabel          *unlisted_label;
};

G_DEFINE_FINAL_TYPE (HcImportReportView, hc_import_report_view, ADW_TYPE_BIN)

static void
show_toast (HcImportReportView *self,
            const char         *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static GtkWidget *
make_problem_row (gpointer item,
                  gpointer user_data)
{
  HcImportProblem *problem = item;
  HcLabelError code = hc_import_problem_get_code (problem);
  const char *file = hc_import_problem_get_file (problem);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 "margin-start", 12,
                                 "margin-end", 12,
                                 "margin-top", 12,
                                 "margin-bottom", 6,
                                 NULL);
  GtkWidget *place = hc_wrapped_label_new (file, "caption");
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *disclosure;
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (place, "dimmed");
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (hc_import_words_get_what (code), "heading"));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (hc_import_words_get_why (code), NULL));

  gtk_box_append (GTK_BOX (detail), hc_wrapped_label_new (hc_import_problem_get_detail (problem), "caption"));
  gtk_widget_set_margin_bottom (detail, 6);
  disclosure = hc_disclosure_new (_("Technical details"), detail);
  gtk_box_append (GTK_BOX (box), disclosure);

  /* Translators: the name of a file, and why it was not imported. */
  name = g_strdup_printf (_("%s: %s"), file, hc_import_words_get_what (code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hc_import_words_get_why (code),
                                  -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
update_more (HcImportReportView *self)
{
  gtk_widget_set_visible (self->more_button,
                          g_list_model_get_n_items (G_LIST_MODEL (self->shown)) <
                          g_list_model_get_n_items (G_LIST_MODEL (self->problems)));
}

/* The focus goes to the first one that is new: the button may be gone. */
static void
show_more_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcImportReportView *self = HC_IMPORT_REPORT_VIEW (widget);
  guint n_before = gtk_slice_list_model_get_size (self->shown);
  GtkListBoxRow *row;

  gtk_slice_list_model_set_size (self->shown, n_before + PORTION);
  row = gtk_list_box_get_row_at_index (self->problems_list, (int) n_before);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  update_more (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcImportReportView *self = HC_IMPORT_REPORT_VIEW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  show_toast (self, _("Report copied"));
}

static void
picked_cb (GtkWidget *widget,
           GFile     *file,
           gpointer   user_data)
{
  hc_import_report_view_save (HC_IMPORT_REPORT_VIEW (widget), file);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hc_file_picker_save (widget, _("Save Report"),
                       /* Translators: the name of a file. */
                       _("Import of Drug Labels.txt"), picked_cb, NULL, NULL);
}

static void
hc_import_report_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_IMPORT_REPORT_VIEW);

  G_OBJECT_CLASS (hc_import_report_view_parent_class)->dispose (object);
}

static void
hc_import_report_view_finalize (GObject *object)
{
  HcImportReportView *self = HC_IMPORT_REPORT_VIEW (object);

  g_object_unref (self->shown);
  g_object_unref (self->problems);
  g_free (self->text);

  G_OBJECT_CLASS (hc_import_report_view_parent_class)->finalize (object);
}

static void
hc_import_report_view_class_init (HcImportReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_import_report_view_dispose;
  object_class->finalize = hc_import_report_view_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/drugs/hc-import-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, heading);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, canceled_label);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, added_row);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, updated_row);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, unchanged_row);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, problems_box);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, problems_heading);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, problems_list);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, more_button);
  gtk_widget_class_bind_template_child (widget_class, HcImportReportView, unlisted_label);

  gtk_widget_class_install_action (widget_class, "import.copy-report", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "import.save-report", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "import.show-more", NULL, show_more_action);
}

static void
hc_import_report_view_init (HcImportReportView *self)
{
  self->problems = g_list_store_new (HC_TYPE_IMPORT_PROBLEM);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->problems)), 0, PORTION);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->problems_list, G_LIST_MODEL (self->shown), make_problem_row, NULL, NULL);
}

static void
show_numbers (HcImportReportView   *self,
              const HcImportReport *report)
{
  g_autofree char *added =
    g_strdup_printf (g_dngettext (NULL, "%'u new", "%'u new", report->n_added), report->n_added);
  g_autofree char *updated =
    g_strdup_printf (g_dngettext (NULL, "%'u updated", "%'u updated", report->n_updated), report->n_updated);
  g_autofree char *unchanged =
    g_strdup_printf (g_dngettext (NULL, "%'u unchanged", "%'u unchanged", report->n_unchanged),
                     report->n_unchanged);

  adw_preferences_row_set_title (self->added_row, added);
  adw_preferences_row_set_title (self->updated_row, updated);
  adw_preferences_row_set_title (self->unchanged_row, unchanged);
}

static void
show_problems (HcImportReportView   *self,
               const HcImportReport *report)
{
  guint n_unlisted = report->n_problems - report->problems->len;
  g_autofree char *heading =
    g_strdup_printf (g_dngettext (NULL, "%'u Problem", "%'u Problems", report->n_problems),
                     report->n_problems);
  g_autofree char *unlisted =
    g_strdup_printf (g_dngettext (NULL, "%'u more problem is not listed.",
                                  "%'u more problems are not listed.", n_unlisted), n_unlisted);

  gtk_slice_list_model_set_size (self->shown, PORTION);
  g_list_store_splice (self->problems, 0, g_list_model_get_n_items (G_LIST_MODEL (self->problems)),
                       report->problems->pdata, report->problems->len);
  gtk_label_set_label (self->problems_heading, heading);
  gtk_label_set_label (self->unlisted_label, unlisted);
  gtk_widget_set_visible (GTK_WIDGET (self->unlisted_label), n_unlisted > 0);
  gtk_widget_set_visible (self->problems_box, report->n_problems > 0);
  update_more (self);
}

/**
 * hc_import_report_view_show:
 * @self: a view
 * @report: (transfer none): what became of an import
 * @time: when it ended
 *
 * Shows it from its beginning, and puts the focus on the first of its numbers when it can be seen.
 */
void
hc_import_report_view_show (HcImportReportView *self,
                            HcImportReport     *report,
                            GDateTime          *time)
{
  GtkScrolledWindow *scroller;

  g_return_if_fail (HC_IS_IMPORT_REPORT_VIEW (self));
  g_return_if_fail (report != NULL);
  g_return_if_fail (time != NULL);

  g_free (self->text);
  self->text = hc_import_words_dup_report (report, time);

  gtk_label_set_label (self->heading, report->canceled ? _("Import Canceled") : _("Import Finished"));
  gtk_widget_set_visible (self->canceled_label, report->canceled);
  show_numbers (self, report);
  show_problems (self, report);

  scroller = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0.0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->added_row));
}

/**
 * hc_import_report_view_save:
 * @self: a view that shows a report
 * @file: where to
 *
 * Saves the report as text. A file that is there already is replaced as a whole or stays as it is; a toast
 * says what became of it.
 */
void
hc_import_report_view_save (HcImportReportView *self,
                            GFile              *file)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (HC_IS_IMPORT_REPORT_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->text != NULL);

  bytes = g_bytes_new (self->text, strlen (self->text));
  hc_file_saver_write (GTK_WIDGET (self), file, bytes);
}
