/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-dose-operations.h"
#include "hc-dose-words.h"
#include "hc-pill-drawing.h"
#include "hc-taken-dialog.h"

/**
 * HcDoseRow:
 *
 * A dose of today: what it is, how it stands with it, and what can be said of it, by the actions `dose.take`,
 * `dose.take-at`, `dose.skip`, `dose.snooze` and `dose.unmark`. The row stays while the dose stands otherwise, so
 * that the keyboard stays, too.
 */
struct _HcDoseRow
{
  GtkListBoxRow  parent_instance;

  HcContext     *context;
  HcPlannedDose *dose;

  HcPillDrawing *drawing;
  GtkLabel      *title_label;
  GtkLabel      *amount_label;
  GtkWidget     *state_box;
  GtkImage      *state_icon;
  GtkLabel      *state_label;
  GtkWidget     *menu_button;
  GtkWidget     *buttons;
  GtkButton     *take_button;
  GtkButton     *skip_button;
};

G_DEFINE_FINAL_TYPE (HcDoseRow, hc_dose_row, GTK_TYPE_LIST_BOX_ROW)

static HcDoseLog *
get_log (HcDoseRow *self)
{
  return hc_profile_get_dose_log (hc_context_get_profile (self->context));
}

static GDateTime *
dup_now (HcDoseRow *self)
{
  return hc_clock_dup_time (hc_context_get_clock (self->context));
}

/* Says something of a dose, in the window of @widget. */
static void
say (GtkWidget     *widget,
     HcDoseLog     *log,
     HcPlannedDose *dose,
     HcDoseState    state,
     GDateTime     *time,
     const char    *format)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  g_autofree char *title = hc_medicine_dup_title (hc_planned_dose_get_medicine (dose));
  g_autoptr (GString) description = g_string_new (format);
  g_autoptr (HcOperation) operation = NULL;

  g_string_replace (description, "%s", title, 1);
  g_ptr_array_add (records, hc_planned_dose_make_record (dose, state, time));
  operation = hc_mark_doses_new (log, records, description->str);
  hc_dose_operation_perform (widget, operation);
}

/* What a dialog is about: it may be open for longer than the dose is one of today. */
typedef struct
{
  HcDoseLog     *log;
  HcPlannedDose *dose;
} Asked;

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->log);
  g_object_unref (asked->dose);
  g_free (asked);
}

static void
chosen_cb (GtkWidget *dialog,
           GDateTime *time,
           gpointer   user_data)
{
  const Asked *asked = user_data;

  /* Translators: %s is a medicine. */
  say (dialog, asked->log, asked->dose, HC_DOSE_TAKEN, time, _("%s: taken"));
}

static void
take_at_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcDoseRow *self = HC_DOSE_ROW (widget);
  g_autofree char *title = hc_medicine_dup_title (hc_planned_dose_get_medicine (self->dose));
  g_autoptr (GDateTime) now = dup_now (self);
  GDateTime *due = hc_planned_dose_get_due (self->dose);
  AdwDialog *dialog = hc_taken_dialog_new (hc_context_get_clock (self->context), title,
                                           g_date_time_compare (due, now) < 0 ? due : now);
  Asked *asked = g_new0 (Asked, 1);

  asked->log = g_object_ref (get_log (self));
  asked->dose = g_object_ref (self->dose);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (chosen_cb), asked, asked_free, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

/* What was not said in time was hardly taken just now. */
static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcDoseRow *self = HC_DOSE_ROW (widget);
  g_autoptr (GDateTime) now = dup_now (self);

  if (hc_planned_dose_get_state (self->dose) == HC_PLANNED_MISSED)
    take_at_action (widget, action, NULL);
  else
    /* Translators: %s is a medicine. */
    say (widget, get_log (self), self->dose, HC_DOSE_TAKEN, now, _("%s: taken"));
}

static void
skip_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcDoseRow *self = HC_DOSE_ROW (widget);
  g_autoptr (GDateTime) now = dup_now (self);

  /* Translators: %s is a medicine. */
  say (widget, get_log (self), self->dose, HC_DOSE_SKIPPED, now, _("%s: skipped"));
}

static void
snooze_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcDoseRow *self = HC_DOSE_ROW (widget);
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GDateTime) until = g_date_time_add_minutes (now, g_variant_get_int32 (parameter));

  /* Translators: %s is a medicine. */
  say (widget, get_log (self), self->dose, HC_DOSE_SNOOZED, until, _("%s: put off"));
}

static void
unmark_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcDoseRow *self = HC_DOSE_ROW (widget);
  HcMedicine *medicine = hc_planned_dose_get_medicine (self->dose);
  g_autofree char *title = hc_medicine_dup_title (medicine);
  /* Translators: %s is a medicine of which it was said that it was taken or skipped. */
  g_autofree char *description = g_strdup_printf (_("%s: nothing recorded any more"), title);
  g_autoptr (HcOperation) operation = hc_unmark_dose_new (get_log (self), hc_medicine_get_id (medicine),
                                                          hc_planned_dose_get_key (self->dose), description);

  hc_dose_operation_perform (widget, operation);
}

static void
show_medicine_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HcMedicine *medicine = hc_planned_dose_get_medicine (HC_DOSE_ROW (widget)->dose);
  g_autofree char *link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);

  gtk_widget_activate_action (widget, "win.open-link", "s", link);
}

static void
set_class (gpointer    widget,
           const char *css_class,
           gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* What can be said of it. The keyboard does not stay on a button that goes. */
static void
update_actions (HcDoseRow      *self,
                HcPlannedState  state)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_said = state == HC_PLANNED_TAKEN || state == HC_PLANNED_SKIPPED;
  gboolean had_focus = gtk_widget_get_focus_child (self->buttons) != NULL;

  gtk_widget_action_set_enabled (widget, "dose.take", !is_said);
  gtk_widget_action_set_enabled (widget, "dose.skip", !is_said);
  gtk_widget_action_set_enabled (widget, "dose.snooze", state == HC_PLANNED_DUE || state == HC_PLANNED_SNOOZED);
  gtk_widget_action_set_enabled (widget, "dose.unmark", is_said || state == HC_PLANNED_SNOOZED);
  gtk_button_set_label (self->skip_button, state == HC_PLANNED_MISSED ? _("Skipped") : _("Skip"));
  set_class (self->take_button, "suggested-action", state == HC_PLANNED_DUE);
  gtk_widget_set_visible (self->buttons, !is_said);
  if (is_said && had_focus)
    gtk_widget_grab_focus (self->menu_button);
}

static void
update (HcDoseRow *self)
{
  HcMedicine *medicine = hc_planned_dose_get_medicine (self->dose);
  HcPlannedState state = hc_planned_dose_get_state (self->dose);
  g_autoptr (HcPill) pill = hc_medicine_make_pill (medicine);
  g_autoptr (GDateTime) now = dup_now (self);
  g_autofree char *title = hc_medicine_dup_title (medicine);
  g_autofree char *amount = hc_dose_dup_words (hc_planned_dose_get_amount (self->dose),
                                               hc_medicine_get_details (medicine)->unit);
  g_autofree char *words = hc_dose_words_state (self->dose, now);
  g_autofree char *description = g_strdup_printf ("%s. %s", amount, words);
  g_autofree char *take_label = NULL, *skip_label = NULL;

  hc_pill_drawing_set_pill (self->drawing, pill);
  gtk_widget_set_visible (GTK_WIDGET (self->drawing), hc_pill_get_look (pill)->shape != HC_PILL_SHAPE_UNKNOWN);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->amount_label, amount);
  gtk_label_set_label (self->state_label, words);
  gtk_image_set_from_icon_name (self->state_icon, hc_dose_words_icon (state));
  set_class (self->state_box, "accent", state == HC_PLANNED_DUE);
  set_class (self->state_box, "success", state == HC_PLANNED_TAKEN);
  set_class (self->state_box, "dimmed", state == HC_PLANNED_UPCOMING || state == HC_PLANNED_SKIPPED);
  update_actions (self, state);

  /* Translators: what a button says to a screen reader; %s is a medicine. */
  take_label = g_strdup_printf (_("Taken: %s"), title);
  /* Translators: what a button says to a screen reader; %s is a medicine. */
  skip_label = g_strdup_printf (state == HC_PLANNED_MISSED ? _("Skipped: %s") : _("Skip: %s"), title);
  /* What is seen on the buttons would be their names otherwise. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->take_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->skip_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, take_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->skip_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, skip_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
hc_dose_row_dispose (GObject *object)
{
  HcDoseRow *self = HC_DOSE_ROW (object);

  g_clear_object (&self->dose);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DOSE_ROW);

  G_OBJECT_CLASS (hc_dose_row_parent_class)->dispose (object);
}

static void
hc_dose_row_class_init (HcDoseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_dose_row_dispose;

  g_type_ensure (HC_TYPE_PILL_DRAWING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-dose-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, drawing);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, amount_label);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, take_button);
  gtk_widget_class_bind_template_child (widget_class, HcDoseRow, skip_button);

  gtk_widget_class_install_action (widget_class, "dose.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "dose.take-at", NULL, take_at_action);
  gtk_widget_class_install_action (widget_class, "dose.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "dose.snooze", "i", snooze_action);
  gtk_widget_class_install_action (widget_class, "dose.unmark", NULL, unmark_action);
  gtk_widget_class_install_action (widget_class, "dose.show-medicine", NULL, show_medicine_action);
}

static void
hc_dose_row_init (HcDoseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_dose_row_new:
 * @context: the profile and the clock
 * @dose: a dose
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
hc_dose_row_new (HcContext     *context,
                 HcPlannedDose *dose)
{
  HcDoseRow *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (dose), NULL);

  self = g_object_new (HC_TYPE_DOSE_ROW, NULL);
  self->context = g_object_ref (context);
  hc_dose_row_set_dose (self, dose);

  return GTK_WIDGET (self);
}

/**
 * hc_dose_row_get_dose:
 * @self: a row
 *
 * Returns: (transfer none): the dose that it shows
 */
HcPlannedDose *
hc_dose_row_get_dose (HcDoseRow *self)
{
  g_return_val_if_fail (HC_IS_DOSE_ROW (self), NULL);

  return self->dose;
}

/**
 * hc_dose_row_set_dose:
 * @self: a row
 * @dose: the same dose at another moment, or any other
 *
 * Shows how it stands with it.
 */
void
hc_dose_row_set_dose (HcDoseRow     *self,
                      HcPlannedDose *dose)
{
  g_return_if_fail (HC_IS_DOSE_ROW (self));
  g_return_if_fail (HC_IS_PLANNED_DOSE (dose));

  g_set_object (&self->dose, dose);
  update (self);
}
