/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-page.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-consent-panel.h"
#include "hc-file-picker.h"
#include "hc-recall-words.h"

/* So many reasons for which entries were left out are told; more than that nobody reads. */
#define MAX_FAULTS 20

/**
 * HcRecallPage:
 *
 * When recalls were checked, how far a check is, why one failed, and what became of a file. What it shows belongs to
 * the #HcRecallWatch and goes on without the page. Its actions are `recalls.check`, `recalls.retry`,
 * `recalls.cancel` and `recalls.import`.
 */
struct _HcRecallPage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcRecallWatch     *watch;
  HcRecallPhase      phase;   /* that was shown last */

  HcConsentPanel    *consent_panel;
  GtkWidget         *running_box;
  GtkLabel          *progress_label;
  GtkProgressBar    *progress_bar;
  GtkWidget         *end_box;
  GtkImage          *end_icon;
  GtkLabel          *end_heading;
  GtkLabel          *end_label;
  GtkLabel          *kept_label;
  GtkWidget         *retry_button;
  GtkListBox        *faults_list;
  AdwActionRow      *checked_row;
  AdwActionRow      *updated_row;
  AdwActionRow      *count_row;
  GtkWidget         *check_button;
};

G_DEFINE_FINAL_TYPE (HcRecallPage, hc_recall_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_facts (HcRecallPage *self)
{
  HcRecallCatalog *catalog = hc_context_get_recalls (self->context);
  g_autoptr (GDateTime) checked = hc_recall_watch_dup_checked (self->watch);
  g_autofree char *time = checked != NULL ? hc_recall_words_dup_time (checked) : g_strdup (_("Not yet"));
  g_autofree char *updated = hc_recall_catalog_dup_updated (catalog);
  g_autofree char *updated_words = updated != NULL ? hc_date_to_words (updated) : NULL;
  g_autofree char *count = g_strdup_printf ("%'u", hc_recall_catalog_count (catalog));

  adw_action_row_set_subtitle (self->checked_row, time);
  gtk_widget_set_visible (GTK_WIDGET (self->updated_row), updated != NULL);
  if (updated != NULL)
    adw_action_row_set_subtitle (self->updated_row, updated_words);
  adw_action_row_set_subtitle (self->count_row, count);
}

static void
show_progress (HcRecallPage *self)
{
  g_autofree char *words = hc_recall_words_dup_progress (self->watch);
  guint n_received;
  double fraction = hc_recall_watch_get_progress (self->watch, &n_received);

  gtk_label_set_label (self->progress_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), fraction >= 0);
  gtk_progress_bar_set_fraction (self->progress_bar, MAX (fraction, 0));
}

static void
show_faults (HcRecallPage         *self,
             const HcRecallReport *report)
{
  guint n = report != NULL ? MIN (report->faults->len, MAX_FAULTS) : 0;

  gtk_list_box_remove_all (self->faults_list);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_list), n > 0);
  for (guint i = 0; i < n; i++)
    {
      const GError *fault = g_ptr_array_index (report->faults, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hc_recall_words_for_error (fault));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fault->message);
      gtk_list_box_append (self->faults_list, row);
    }
}

/* What was there before is told with its date when nothing new came, or not all of it. */
static void
show_end (HcRecallPage *self)
{
  HcRecallEnd end = hc_recall_watch_get_end (self->watch);
  gboolean is_trouble = hc_recall_words_is_trouble (self->watch);
  gboolean is_good = !is_trouble && end != HC_RECALL_CANCELED;
  g_autofree char *words = NULL, *checked = hc_recall_words_dup_checked (self->watch), *kept = NULL;

  show_faults (self, hc_recall_watch_get_report (self->watch));
  if (end == HC_RECALL_NOT_RUN)
    return;

  words = hc_recall_words_dup_details (self->watch);
  /* Translators: %s is “Recalls last checked on …” or “Recalls were not checked yet”. */
  kept = g_strdup_printf (_("%s. All recalls and alerts that were here are still here."), checked);
  gtk_image_set_from_icon_name (self->end_icon, is_good ? "hc-read-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->end_heading, hc_recall_words_get_end (self->watch));
  gtk_label_set_label (self->end_label, words);
  gtk_label_set_label (self->kept_label, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_label), !is_good);
  gtk_widget_set_visible (self->retry_button, !is_good);
}

/* Who listens hears how it ended. */
static void
announce_end (HcRecallPage *self)
{
  g_autofree char *words = NULL;

  if (hc_recall_watch_get_end (self->watch) == HC_RECALL_NOT_RUN || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  words = g_strdup_printf ("%s. %s", hc_recall_words_get_end (self->watch),
                           gtk_label_get_label (self->end_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether the button to try again asks the FDA, too: a second one would only raise the question which is right. */
static gboolean
offers_check (HcRecallPage *self)
{
  return hc_recall_words_is_trouble (self->watch) &&
         hc_recall_watch_get_end (self->watch) != HC_RECALL_IMPORT_FAILED;
}

static void
update (HcRecallPage *self)
{
  HcRecallPhase phase = hc_recall_watch_get_phase (self->watch);
  gboolean is_idle = phase == HC_RECALL_IDLE;
  gboolean is_allowed = hc_network_consent_check (hc_context_get_consent (self->context), HC_SERVICE_RECALLS, NULL);
  gboolean was_busy = self->phase != HC_RECALL_IDLE;

  self->phase = phase;
  gtk_widget_set_visible (self->running_box, !is_idle);
  gtk_widget_set_visible (self->end_box, is_idle && hc_recall_watch_get_end (self->watch) != HC_RECALL_NOT_RUN);
  gtk_widget_set_visible (self->check_button, is_allowed && !offers_check (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recalls.check", is_idle && is_allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recalls.retry", hc_recall_watch_can_retry (self->watch));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recalls.import", is_idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recalls.cancel", !is_idle);

  if (!is_idle)
    {
      show_progress (self);
      return;
    }

  show_end (self);
  show_facts (self);
  if (was_busy)
    announce_end (self);
}

static void
allowed_cb (HcRecallPage *self)
{
  hc_recall_watch_check (self->watch);
}

static void
check_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  hc_recall_watch_check (HC_RECALL_PAGE (widget)->watch);
}

static void
retry_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  hc_recall_watch_retry (HC_RECALL_PAGE (widget)->watch);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_recall_watch_cancel (HC_RECALL_PAGE (widget)->watch);
}

static void
picked_cb (GtkWidget *widget,
           GFile     *file,
           gpointer   user_data)
{
  hc_recall_page_import (HC_RECALL_PAGE (widget), file);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  static const char *const suffixes[] = { "json", "zip", NULL };

  hc_file_picker_open (widget, _("Import a File With Recalls"), _("Recalls (JSON, ZIP)"), suffixes, picked_cb, NULL,
                       NULL);
}

static void
hc_recall_page_dispose (GObject *object)
{
  HcRecallPage *self = HC_RECALL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_RECALL_PAGE);
  g_clear_object (&self->watch);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_recall_page_parent_class)->dispose (object);
}

static void
hc_recall_page_class_init (HcRecallPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_recall_page_dispose;

  g_type_ensure (HC_TYPE_CONSENT_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/alerts/hc-recall-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, consent_panel);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, running_box);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, end_box);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, end_icon);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, end_heading);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, end_label);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, kept_label);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, faults_list);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, checked_row);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, updated_row);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, count_row);
  gtk_widget_class_bind_template_child (widget_class, HcRecallPage, check_button);
  gtk_widget_class_bind_template_callback (widget_class, allowed_cb);

  gtk_widget_class_install_action (widget_class, "recalls.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "recalls.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "recalls.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "recalls.import", NULL, import_action);
}

static void
hc_recall_page_init (HcRecallPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_recall_page_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): the page
 */
HcRecallPage *
hc_recall_page_new (HcContext *context)
{
  HcRecallPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_RECALL_PAGE, NULL);
  self->context = g_object_ref (context);
  self->watch = g_object_ref (hc_context_get_recall_watch (context));
  hc_consent_panel_set_service (self->consent_panel, hc_context_get_consent (context), HC_SERVICE_RECALLS);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_consent (context), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_recall_page_import:
 * @self: the page
 * @file: a file with recalls, as the person has chosen it
 */
void
hc_recall_page_import (HcRecallPage *self,
                       GFile        *file)
{
  const char *path;

  g_return_if_fail (HC_IS_RECALL_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_peek_path (file);
  if (path != NULL)
    hc_recall_watch_import (self->watch, path);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                _("This file is on another computer. Copy it to this one first."));
}
