/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-update-group.h"

#include <glib/gi18n.h>

#include "hc-consent-panel.h"
#include "hc-disclosure.h"
#include "hc-trial-words.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 6

/**
 * HcTrialUpdateGroup:
 *
 * How many trials are here and of when they are, and how they come: what the registry is told before anything is
 * asked of it, how far it is, and what became of it. Its actions are `trials.fetch`, `trials.import`, `trials.cancel`,
 * `trials.retry` and `trials.dismiss`.
 */
struct _HcTrialUpdateGroup
{
  AdwBin              parent_instance;

  HcTrialDesk        *desk;
  HcTrialUpdateState  state; /* that was told last */

  GtkLabel           *stock_label;
  HcConsentPanel     *consent_panel;
  GtkWidget          *running_box;
  GtkLabel           *progress_label;
  GtkProgressBar     *progress_bar;
  GtkWidget          *cancel_button;
  GtkWidget          *end_box;
  GtkLabel           *end_title;
  GtkLabel           *end_label;
  GtkBox             *problems_box;
  GtkWidget          *retry_button;
  GtkWidget          *buttons_box;
  GtkButton          *fetch_button;
  GtkWidget          *import_button;
};

G_DEFINE_FINAL_TYPE (HcTrialUpdateGroup, hc_trial_update_group, ADW_TYPE_BIN)

static HcTrialUpdate *
get_update (HcTrialUpdateGroup *self)
{
  return hc_trial_desk_get_update (self->desk);
}

static HcNetworkConsent *
get_consent (HcTrialUpdateGroup *self)
{
  return hc_context_get_consent (hc_trial_desk_get_context (self->desk));
}

static GApplication *
get_application (HcTrialUpdateGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? G_APPLICATION (gtk_window_get_application (GTK_WINDOW (root))) : NULL;
}

static void
update_progress (HcTrialUpdateGroup *self)
{
  guint n_trials;
  double fraction = hc_trial_update_get_progress (get_update (self), &n_trials);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%'u trial", "%'u trials", n_trials), n_trials);
  g_autofree char *text = NULL;

  if (hc_trial_update_is_canceled (get_update (self)))
    text = g_strdup (_("Ending…"));
  else if (n_trials == 0 && !hc_trial_update_is_import (get_update (self)))
    text = g_strdup (_("Asking clinicaltrials.gov. The first trials may take a minute to come."));
  else if (fraction < 0)
    /* Translators: how many trials have come. */
    text = g_strdup_printf (_("%s so far"), count);
  else
    /* Translators: how many trials have come, and how much of all that is, in percent. */
    text = g_strdup_printf (_("%s, %d %% done"), count, (int) (fraction * 100));

  gtk_label_set_label (self->progress_label, text);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
show_problems (HcTrialUpdateGroup  *self,
               const HcTrialReport *report)
{
  GtkWidget *child, *list;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->problems_box))) != NULL)
    gtk_box_remove (self->problems_box, child);

  if (report == NULL || report->problems->len == 0)
    return;

  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  for (guint i = 0; i < report->problems->len; i++)
    {
      const HcTrialProblem *problem = g_ptr_array_index (report->problems, i);
      /* Translators: the name of a file, and a sentence that says what is wrong with it. */
      g_autofree char *words = g_strdup_printf (_("%s: %s"), problem->file, hc_trial_error_to_words (problem->code));

      gtk_box_append (GTK_BOX (list), hc_wrapped_label_new (words, NULL));
    }
  gtk_box_append (self->problems_box, hc_disclosure_new (_("What Could Not Be Read"), list));
}

static void
show_end (HcTrialUpdateGroup *self)
{
  HcTrialUpdate *update = get_update (self);
  const HcTrialReport *report = hc_trial_update_get_report (update);
  const GError *error = hc_trial_update_get_error (update);
  gboolean is_import = hc_trial_update_is_import (update);
  gboolean is_empty = report != NULL && hc_trial_report_get_n_read (report) == 0 && report->n_problems > 0;
  g_autofree char *words = NULL;
  const char *title;

  if (report != NULL && report->canceled)
    title = is_import ? _("Import Canceled") : _("Fetch Canceled");
  else if (error != NULL || is_empty || (!is_import && !report->complete))
    title = is_import ? _("Nothing Was Imported") : _("The List Was Not Fetched to Its End");
  else
    title = is_import ? _("Import Finished") : _("The List Was Fetched");

  if (error != NULL)
    /* Translators: %s is a sentence that says why. */
    words = g_strdup_printf (_("%s The trials that were here before are still here, and so is what had come."),
                             hc_trial_words_for_error (error));
  else
    words = hc_trial_words_dup_report (report);

  gtk_label_set_label (self->end_title, title);
  gtk_label_set_label (self->end_label, words);
  gtk_widget_set_visible (self->retry_button, error != NULL || report->canceled || is_empty ||
                          (!is_import && !report->complete));
  show_problems (self, report);
}

static void
update_actions (HcTrialUpdateGroup *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_running = hc_trial_update_is_running (get_update (self));
  gboolean is_on = hc_network_consent_is_on (get_consent (self), HC_SERVICE_TRIALS);

  gtk_widget_action_set_enabled (widget, "trials.fetch", !is_running && is_on);
  gtk_widget_action_set_enabled (widget, "trials.import", !is_running);
  gtk_widget_action_set_enabled (widget, "trials.cancel",
                                 is_running && !hc_trial_update_is_canceled (get_update (self)));
}

/* The button that was pressed is gone: the focus goes to what came in its place. */
static void
move_focus (HcTrialUpdateGroup *self)
{
  gtk_widget_grab_focus (hc_trial_update_is_running (get_update (self)) ? self->cancel_button
                         : gtk_widget_get_mapped (self->retry_button) ? self->retry_button
                         : self->import_button);
}

/* What is here: asked for only when that has changed, and not with each step of a fetch. */
static void
update_stock (HcTrialUpdateGroup *self)
{
  HcTrialCatalog *catalog = hc_trial_desk_get_catalog (self->desk);
  g_autofree char *stock = hc_trial_words_dup_stock (catalog);
  g_autofree char *fetched = hc_trial_catalog_dup_fetched (catalog);

  gtk_label_set_label (self->stock_label, stock);
  gtk_button_set_label (self->fetch_button, fetched != NULL ? _("_Fetch Again") : _("_Fetch Trials"));
  hc_wrapped_button_set (GTK_WIDGET (self->fetch_button));
}

static void
update (HcTrialUpdateGroup *self)
{
  HcTrialUpdateState state = hc_trial_update_get_state (get_update (self));
  gboolean is_running = hc_trial_update_is_running (get_update (self));
  gboolean has_ended = state == HC_TRIAL_UPDATE_DONE || state == HC_TRIAL_UPDATE_FAILED;
  gboolean is_on = hc_network_consent_is_on (get_consent (self), HC_SERVICE_TRIALS);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  update_actions (self);
  gtk_widget_set_visible (self->running_box, is_running);
  gtk_widget_set_visible (self->end_box, has_ended);
  gtk_widget_set_visible (self->buttons_box, !is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->fetch_button), is_on);

  if (is_running)
    update_progress (self);
  if (has_ended)
    show_end (self);

  if (state == self->state)
    return;

  self->state = state;
  if (has_ended && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->end_title),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (had_focus)
    move_focus (self);
}

static void
fetch_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcTrialUpdateGroup *self = HC_TRIAL_UPDATE_GROUP (widget);

  hc_trial_update_fetch (get_update (self), get_application (self));
}

/* Whoever allows it here wants the trials. The panel goes, and with it what had the focus. */
static void
allowed_cb (HcTrialUpdateGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "trials.fetch", NULL);
  move_focus (self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcTrialUpdateGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->stock_label == NULL)
    return;

  if (files != NULL)
    hc_trial_update_group_import (self, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("No file could be chosen"));
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) trials = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (trials, _("Trials (JSON, CSV, ZIP)"));
  gtk_file_filter_add_suffix (trials, "json");
  gtk_file_filter_add_suffix (trials, "csv");
  gtk_file_filter_add_suffix (trials, "zip");
  g_list_store_append (filters, trials);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Import Trials"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                                 g_object_ref (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_trial_update_cancel (get_update (HC_TRIAL_UPDATE_GROUP (widget)));
}

/* Without consent nothing can be fetched again: the box above asks for it. */
static void
retry_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcTrialUpdateGroup *self = HC_TRIAL_UPDATE_GROUP (widget);

  if (!hc_trial_update_is_running (get_update (self)))
    hc_trial_update_retry (get_update (self), get_application (self));
}

static void
dismiss_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  hc_trial_update_dismiss (get_update (HC_TRIAL_UPDATE_GROUP (widget)));
}

static void
hc_trial_update_group_dispose (GObject *object)
{
  HcTrialUpdateGroup *self = HC_TRIAL_UPDATE_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TRIAL_UPDATE_GROUP);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hc_trial_update_group_parent_class)->dispose (object);
}

static void
hc_trial_update_group_class_init (HcTrialUpdateGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_trial_update_group_dispose;

  g_type_ensure (HC_TYPE_CONSENT_PANEL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/trials/hc-trial-update-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, stock_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, consent_panel);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, running_box);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, end_box);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, end_title);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, end_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, problems_box);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, retry_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, fetch_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialUpdateGroup, import_button);
  gtk_widget_class_bind_template_callback (widget_class, allowed_cb);

  gtk_widget_class_install_action (widget_class, "trials.fetch", NULL, fetch_action);
  gtk_widget_class_install_action (widget_class, "trials.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "trials.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "trials.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "trials.dismiss", NULL, dismiss_action);
}

static void
hc_trial_update_group_init (HcTrialUpdateGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->import_button);
}

/**
 * hc_trial_update_group_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
hc_trial_update_group_new (HcTrialDesk *desk)
{
  HcTrialUpdateGroup *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_UPDATE_GROUP, NULL);
  self->desk = g_object_ref (desk);
  hc_consent_panel_set_service (self->consent_panel, get_consent (self), HC_SERVICE_TRIALS);
  g_signal_connect_object (get_update (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_consent (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_trial_desk_get_catalog (desk), "changed", G_CALLBACK (update_stock), self,
                           G_CONNECT_SWAPPED);
  update_stock (self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * hc_trial_update_group_import:
 * @self: a group
 * @files: (element-type GFile): files that the person chose
 *
 * Imports them; what is not on this computer's disk has no path and is left out.
 */
void
hc_trial_update_group_import (HcTrialUpdateGroup *self,
                              GListModel         *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_if_fail (HC_IS_TRIAL_UPDATE_GROUP (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_take (paths, path);
    }

  all = g_strv_builder_end (paths);
  if (all[0] == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                _("Only files on this computer can be imported"));
  else if (!hc_trial_update_is_running (get_update (self)))
    hc_trial_update_import (get_update (self), (const char *const *) all, get_application (self));
}
