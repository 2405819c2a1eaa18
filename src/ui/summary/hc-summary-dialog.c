/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-file-picker.h"
#include "hc-summary-preview.h"
#include "hc-toast.h"

/* Of the preview in its card, in pixels. */
#define PADDING 18

/* What the period can be; the last visit is there only when it is known. */
static const struct
{
  const char *title;
  int         days; /* 0: the last visit; -1: a day to be chosen */
} periods[] = {
  { NULL, 0 },
  { N_("In the last 2 weeks"), 14 },
  { N_("In the last 4 weeks"), 28 },
  { N_("In the last 3 months"), 91 },
  { N_("In the last 12 months"), 365 },
  { N_("Since another day"), -1 },
};

#define DEFAULT_PERIOD 2

/**
 * HcSummaryDialog:
 *
 * The summary for the next visit: since when and what of it, in words, to be printed or saved; and the other ways
 * in which what is known leaves the program. The actions `summary.print` and `summary.save` have the name of a file
 * as their parameter, see hc_summary_file_from_string().
 */
struct _HcSummaryDialog
{
  AdwDialog            parent_instance;

  HcContext           *context;
  HcVisitSummary      *summary;     /* NULL until it is there */
  GArray              *shown;       /* of guint: the periods in the list */
  GtkWidget           *switches[HC_SUMMARY_N_PARTS];
  GDateTime           *day;         /* that was chosen, NULL: none */
  guint                n_loads;     /* the last one counts */
  gboolean             is_filled;

  GtkStack            *stack;
  AdwStatusPage       *failed;
  AdwComboRow         *period_row;
  AdwActionRow        *day_row;
  GtkMenuButton       *day_button;
  GtkCalendar         *calendar;
  AdwExpanderRow      *parts_row;
  AdwSwitchRow        *named_row;
  AdwSwitchRow        *alarms_row;
  AdwPreferencesGroup *preview_group;
  AdwBin              *preview;
};

G_DEFINE_FINAL_TYPE (HcSummaryDialog, hc_summary_dialog, ADW_TYPE_DIALOG)

static HcSummaryParts
get_parts (HcSummaryDialog *self)
{
  guint parts = 0;

  for (guint i = 0; i < HC_SUMMARY_N_PARTS; i++)
    if (adw_switch_row_get_active (ADW_SWITCH_ROW (self->switches[i])))
      parts |= 1u << i;

  return (HcSummaryParts) parts;
}

static void
show_preview (HcSummaryDialog *self)
{
  GtkWidget *preview;
  g_autofree char *covered = NULL;

  if (self->summary == NULL)
    return;

  preview = hc_summary_preview_new (self->summary, get_parts (self));
  gtk_widget_set_margin_start (preview, PADDING);
  gtk_widget_set_margin_end (preview, PADDING);
  gtk_widget_set_margin_top (preview, PADDING);
  gtk_widget_set_margin_bottom (preview, PADDING);
  adw_bin_set_child (self->preview, preview);

  if (self->summary->n_covered > 0)
    covered = g_strdup_printf (ngettext ("%u covered result is left out. Uncover it in the diary to have it here.",
                                         "%u covered results are left out. Uncover them in the diary to have them "
                                         "here.", self->summary->n_covered), self->summary->n_covered);
  adw_preferences_group_set_description (self->preview_group, covered);
}

static void
set_enabled (HcSummaryDialog *self,
             gboolean         is_enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.print", is_enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.save", is_enabled);
}

/* What is loaded, and for which time it was asked. */
typedef struct
{
  HcSummaryDialog *dialog;
  guint            n;
} Load;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (HcSummaryDialog) self = load->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcVisitSummary) summary = hc_visit_summary_load_finish (HC_CONTEXT (source), result, &error);

  /* Another period was chosen meanwhile, or the dialog is closed. */
  if (load->n != self->n_loads || self->context == NULL)
    return;

  set_enabled (self, summary != NULL);
  if (summary == NULL)
    {
      adw_status_page_set_description (self->failed, hc_error_to_words (error));
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  g_clear_pointer (&self->summary, hc_visit_summary_unref);
  self->summary = g_steal_pointer (&summary);
  show_preview (self);
  gtk_stack_set_visible_child_name (self->stack, "summary");
}

/* Returns: (transfer full): the beginning of the day of @day, in the zone of the person */
static GDateTime *
dup_begin (HcSummaryDialog *self,
           GDateTime       *day)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));

  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), 0, 0, 0);
}

/* Returns: (transfer full) (nullable): since when what is new is told, NULL: since the last visit */
static GDateTime *
dup_since (HcSummaryDialog *self)
{
  guint period = g_array_index (self->shown, guint, adw_combo_row_get_selected (self->period_row));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) day = NULL;

  if (periods[period].days == 0)
    return NULL;

  if (periods[period].days < 0)
    return g_date_time_ref (self->day);

  day = g_date_time_add_days (now, -periods[period].days);

  return dup_begin (self, day);
}

static void
load (HcSummaryDialog *self)
{
  g_autoptr (GDateTime) since = dup_since (self);
  Load *data = g_new0 (Load, 1);

  data->dialog = g_object_ref (self);
  data->n = ++self->n_loads;
  hc_visit_summary_load_async (self->context, since, loaded_cb, data);
}

static void
period_changed_cb (HcSummaryDialog *self)
{
  guint place = adw_combo_row_get_selected (self->period_row);

  if (!self->is_filled || place == GTK_INVALID_LIST_POSITION)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->day_row), periods[g_array_index (self->shown, guint, place)].days < 0);
  load (self);
}

static void
show_day (HcSummaryDialog *self)
{
  g_autofree char *text = hc_summary_words_dup_day (self->day);

  gtk_menu_button_set_label (self->day_button, text);
}

/* A day to come, or one that is too long ago, is told where it was chosen, and the summary stays as it is. */
static void
day_selected_cb (HcSummaryDialog *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) earliest = g_date_time_add_days (now, -HC_VISIT_SUMMARY_MAX_DAYS);
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) day = dup_begin (self, chosen);
  const char *fault = NULL;

  if (!self->is_filled || day == NULL || g_date_time_equal (day, self->day))
    return;

  if (g_date_time_compare (day, now) > 0)
    fault = _("This day is still to come. Choose one that is over.");
  else if (g_date_time_compare (day, earliest) < 0)
    fault = _("A summary goes back a little more than a year. Choose a later day.");

  adw_action_row_set_subtitle (self->day_row, fault != NULL ? fault : "");
  if (fault != NULL)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), fault, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  g_date_time_unref (self->day);
  self->day = g_steal_pointer (&day);
  show_day (self);
  gtk_menu_button_popdown (self->day_button);
  load (self);
}

static void
fill_periods (HcSummaryDialog *self)
{
  g_autoptr (GDateTime) visit = hc_visit_summary_dup_last_visit (self->context);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) before = g_date_time_add_days (now, -periods[DEFAULT_PERIOD].days);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = visit != NULL ? 0 : 1; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *day = visit != NULL ? hc_summary_words_dup_day (visit) : NULL;
      /* Translators: %s is a day. */
      g_autofree char *title = periods[i].days == 0 ? g_strdup_printf (_("Since the last visit, %s"), day)
                                                    : g_strdup (_(periods[i].title));

      gtk_string_list_append (titles, title);
      g_array_append_val (self->shown, i);
    }

  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->period_row, visit != NULL ? 0 : DEFAULT_PERIOD - 1);

  self->day = dup_begin (self, before);
  gtk_calendar_select_day (self->calendar, self->day);
  show_day (self);
}

static void
fill_parts (HcSummaryDialog *self)
{
  for (guint i = 0; i < HC_SUMMARY_N_PARTS; i++)
    {
      self->switches[i] = g_object_new (ADW_TYPE_SWITCH_ROW,
                                        "title", hc_summary_words_get_part ((HcSummaryParts) (1u << i)),
                                        "use-markup", FALSE,
                                        "active", TRUE,
                                        NULL);
      adw_expander_row_add_row (self->parts_row, self->switches[i]);
      g_signal_connect_object (self->switches[i], "notify::active", G_CALLBACK (show_preview), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
reload_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcSummaryDialog *self = HC_SUMMARY_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->stack, "wait");
  load (self);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcSummaryDialog *self = HC_SUMMARY_DIALOG (widget);
  g_autoptr (HcPrintout) printout = NULL;
  g_autoptr (GError) error = NULL;
  HcSummaryFile what;

  if (!hc_summary_file_from_string (g_variant_get_string (parameter, NULL), &what))
    return;

  printout = hc_summary_file_make_printout (what, self->summary, get_parts (self));
  if (!hc_printout_run (printout, GTK_WINDOW (gtk_widget_get_root (widget)), &error))
    hc_toast_show (widget, _("It could not be printed. Save it as PDF, and print that."));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcSummaryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = hc_summary_file_save_finish (HC_CONTEXT (source), result, &error);

  hc_toast_show (GTK_WIDGET (self), is_saved ? _("Saved") : hc_save_error_to_words (error));
}

/**
 * hc_summary_dialog_save:
 * @self: the dialog, with a summary
 * @what: what is saved
 * @file: the file; one that is there is replaced
 *
 * Saves as it was chosen. A toast says whether it was possible.
 */
void
hc_summary_dialog_save (HcSummaryDialog *self,
                        HcSummaryFile    what,
                        GFile           *file)
{
  HcSummaryFileOptions options = { 0 };
  guint calendar = 0;

  g_return_if_fail (HC_IS_SUMMARY_DIALOG (self));
  g_return_if_fail (self->summary != NULL);

  calendar |= adw_switch_row_get_active (self->named_row) ? HC_CALENDAR_NAMED : 0;
  calendar |= adw_switch_row_get_active (self->alarms_row) ? HC_CALENDAR_ALARMS : 0;
  options.parts = get_parts (self);
  options.calendar = (HcCalendarFlags) calendar;
  hc_summary_file_save_async (what, self->context, self->summary, &options, file, saved_cb, g_object_ref (self));
}

static void
picked_cb (GtkWidget *widget,
           GFile     *file,
           gpointer   user_data)
{
  HcSummaryDialog *self = HC_SUMMARY_DIALOG (widget);

  if (self->context != NULL)
    hc_summary_dialog_save (self, GPOINTER_TO_INT (user_data), file);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcSummaryDialog *self = HC_SUMMARY_DIALOG (widget);
  g_autofree char *name = NULL;
  HcSummaryFile what;

  if (!hc_summary_file_from_string (g_variant_get_string (parameter, NULL), &what))
    return;

  name = hc_summary_file_dup_name (what, self->summary);
  hc_file_picker_save (widget, hc_summary_file_get_title (what), name, picked_cb, GINT_TO_POINTER (what), NULL);
}

static void
hc_summary_dialog_dispose (GObject *object)
{
  HcSummaryDialog *self = HC_SUMMARY_DIALOG (object);

  self->is_filled = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_SUMMARY_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->summary, hc_visit_summary_unref);
  g_clear_pointer (&self->day, g_date_time_unref);

  G_OBJECT_CLASS (hc_summary_dialog_parent_class)->dispose (object);
}

static void
hc_summary_dialog_finalize (GObject *object)
{
  g_array_unref (HC_SUMMARY_DIALOG (object)->shown);

  G_OBJECT_CLASS (hc_summary_dialog_parent_class)->finalize (object);
}

static void
hc_summary_dialog_class_init (HcSummaryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_summary_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_summary_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/summary/hc-summary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, day_button);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, parts_row);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, named_row);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, alarms_row);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, HcSummaryDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);

  gtk_widget_class_install_action (widget_class, "summary.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "summary.print", "s", print_action);
  gtk_widget_class_install_action (widget_class, "summary.save", "s", save_action);
}

static void
hc_summary_dialog_init (HcSummaryDialog *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  set_enabled (self, FALSE);
}

/**
 * hc_summary_dialog_new:
 * @context: what is known, with a profile that is open
 *
 * Returns: (transfer floating): a dialog with the summary for the next visit of the current person
 */
AdwDialog *
hc_summary_dialog_new (HcContext *context)
{
  HcSummaryDialog *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_SUMMARY_DIALOG, NULL);
  self->context = g_object_ref (context);
  fill_periods (self);
  fill_parts (self);
  self->is_filled = TRUE;
  load (self);

  return ADW_DIALOG (self);
}
