/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-need-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-dose-operations.h"
#include "hc-dose-words.h"
#include "hc-need.h"
#include "hc-pill-drawing.h"
#include "hc-taken-dialog.h"

/**
 * HcNeedRow:
 *
 * A medicine that is taken when it is needed: when it was taken last, how much of it today, and what can be
 * said of it, by the actions `need.take`, `need.take-at` and `need.unmark`. What the person told of its daily
 * maximum is said back to them before it is passed; it is no advice.
 */
struct _HcNeedRow
{
  GtkListBoxRow  parent_instance;

  HcContext     *context;
  HcMedicine    *medicine;
  GDateTime     *asked; /* the time for which the person was asked again; NULL: not asked */

  HcPillDrawing *drawing;
  GtkLabel      *title_label;
  GtkLabel      *last_label;
  GtkLabel      *taken_label;
  GtkButton     *take_button;
};

G_DEFINE_FINAL_TYPE (HcNeedRow, hc_need_row, GTK_TYPE_LIST_BOX_ROW)

static HcDoseLog *
get_log (HcNeedRow *self)
{
  return hc_profile_get_dose_log (hc_context_get_profile (self->context));
}

static GDateTime *
dup_now (HcNeedRow *self)
{
  return hc_clock_dup_time (hc_context_get_clock (self->context));
}

static HcDoseUnit
get_unit (HcNeedRow *self)
{
  return hc_medicine_get_details (self->medicine)->unit;
}

static void
record (HcNeedRow *self,
        GDateTime *time,
        double     amount)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *title = hc_medicine_dup_title (self->medicine);
  /* Translators: %s is a medicine. */
  g_autofree char *description = g_strdup_printf (_("%s: taken"), title);
  g_autoptr (HcOperation) operation = NULL;

  g_ptr_array_add (records, hc_dose_record_new (hc_medicine_get_id (self->medicine), key, HC_DOSE_TAKEN, time, time,
                                                amount, NULL));
  operation = hc_mark_doses_new (get_log (self), records, description);
  hc_dose_operation_perform (GTK_WIDGET (self), operation);
}

static char *
dup_minutes (int minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) minutes / 60), minutes / 60);

  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

/* What the person told, and what is recorded. */
static char *
dup_objection (HcNeedRow    *self,
               const HcNeed *need,
               GDateTime    *now)
{
  GString *text = g_string_new (NULL);

  if (need->passes_max)
    {
      g_autofree char *most = hc_dose_dup_words (need->daily_max, get_unit (self));
      g_autofree char *taken = hc_dose_dup_words (need->taken, get_unit (self));

      /* Translators: %s is an amount: "8 tablets". */
      g_string_append_printf (text, _("You told at most %s in a day."), most);
      g_string_append_c (text, ' ');
      /* Translators: %s is an amount: "8 tablets". */
      g_string_append_printf (text, _("Recorded for that day: %s."), taken);
      g_string_append_c (text, ' ');
    }

  if (need->is_soon)
    {
      g_autofree char *least = dup_minutes (need->min_minutes);
      g_autofree char *last = hc_dose_words_when (need->last, now);

      /* Translators: %s is a time: "4 hours". */
      g_string_append_printf (text, _("You told at least %s between two doses."), least);
      g_string_append_c (text, ' ');
      /* Translators: %s is a day and a time: "today at 09:10". */
      g_string_append_printf (text, _("The nearest one was taken %s."), last);
      g_string_append_c (text, ' ');
    }

  g_string_append (text, _("Ask your care team or pharmacist."));

  return g_string_free_and_steal (text);
}

static void
answered_cb (HcNeedRow  *self,
             const char *response)
{
  g_autoptr (GDateTime) time = g_steal_pointer (&self->asked);
  g_autoptr (HcNeed) need = NULL;

  if (time == NULL || !g_str_equal (response, "record"))
    return;

  need = hc_need_new (get_log (self), self->medicine, time);
  if (need != NULL)
    record (self, time, need->amount);
}

static void
ask_again (HcNeedRow    *self,
           const HcNeed *need,
           GDateTime    *time)
{
  g_autoptr (GDateTime) now = dup_now (self);
  g_autofree char *body = dup_objection (self, need, now);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (hc_ask_dialog_new (need->passes_max ? _("More Than You Told")
                                                                                 : _("Sooner Than You Told"),
                                                                body));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "record", _("_Record It Anyway"), NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_clear_pointer (&self->asked, g_date_time_unref);
  self->asked = g_date_time_ref (time);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
take (HcNeedRow *self,
      GDateTime *time)
{
  g_autoptr (HcNeed) need = hc_need_new (get_log (self), self->medicine, time);

  /* It may have begun later. */
  if (need == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                _("At that time it was not taken when needed"));
  else if (need->passes_max || need->is_soon)
    ask_again (self, need, time);
  else
    record (self, time, need->amount);
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr (GDateTime) now = dup_now (HC_NEED_ROW (widget));

  take (HC_NEED_ROW (widget), now);
}

static void
take_at_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcNeedRow *self = HC_NEED_ROW (widget);
  g_autofree char *title = hc_medicine_dup_title (self->medicine);
  g_autoptr (GDateTime) now = dup_now (self);
  AdwDialog *dialog = hc_taken_dialog_new (hc_context_get_clock (self->context), title, now);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
unmark_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcNeedRow *self = HC_NEED_ROW (widget);
  g_autofree char *key = hc_need_dup_latest (get_log (self), self->medicine);
  g_autofree char *title = hc_medicine_dup_title (self->medicine);
  /* Translators: %s is a medicine; what was said of it last is taken back. */
  g_autofree char *description = g_strdup_printf (_("%s: the last one removed"), title);
  g_autoptr (HcOperation) operation = NULL;

  if (key == NULL)
    return;

  operation = hc_unmark_dose_new (get_log (self), hc_medicine_get_id (self->medicine), key, description);
  hc_dose_operation_perform (widget, operation);
}

static void
show_medicine_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  g_autofree char *link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (HC_NEED_ROW (widget)->medicine),
                                       NULL);

  gtk_widget_activate_action (widget, "win.open-link", "s", link);
}

static void
hc_need_row_dispose (GObject *object)
{
  HcNeedRow *self = HC_NEED_ROW (object);

  g_clear_object (&self->medicine);
  g_clear_object (&self->context);
  g_clear_pointer (&self->asked, g_date_time_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_NEED_ROW);

  G_OBJECT_CLASS (hc_need_row_parent_class)->dispose (object);
}

static void
hc_need_row_class_init (HcNeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_need_row_dispose;

  g_type_ensure (HC_TYPE_PILL_DRAWING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-need-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNeedRow, drawing);
  gtk_widget_class_bind_template_child (widget_class, HcNeedRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcNeedRow, last_label);
  gtk_widget_class_bind_template_child (widget_class, HcNeedRow, taken_label);
  gtk_widget_class_bind_template_child (widget_class, HcNeedRow, take_button);

  gtk_widget_class_install_action (widget_class, "need.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "need.take-at", NULL, take_at_action);
  gtk_widget_class_install_action (widget_class, "need.unmark", NULL, unmark_action);
  gtk_widget_class_install_action (widget_class, "need.show-medicine", NULL, show_medicine_action);
}

static void
hc_need_row_init (HcNeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Taken today: 2 of at most 8 tablets" */
static char *
dup_taken (HcNeedRow    *self,
           const HcNeed *need)
{
  g_autofree char *taken = NULL;
  g_autofree char *most = hc_dose_dup_words (need->daily_max, get_unit (self));

  if (need->taken <= 0)
    /* Translators: the most of a medicine in a day that the person told: "8 tablets". */
    return need->daily_max > 0 ? g_strdup_printf (_("Nothing taken today, at most %s in a day"), most)
                               : g_strdup (_("Nothing taken today"));

  taken = hc_dose_dup_words (need->taken, get_unit (self));
  if (need->daily_max <= 0)
    /* Translators: %s is an amount: "2 tablets". */
    return g_strdup_printf (_("%s taken today"), taken);

  /* Translators: two amounts: "2 tablets taken today, at most 8 tablets in a day". */
  return g_strdup_printf (_("%s taken today, at most %s in a day"), taken, most);
}

/**
 * hc_need_row_update:
 * @self: a row
 *
 * Looks again, after something was recorded or time has gone by.
 */
void
hc_need_row_update (HcNeedRow *self)
{
  g_autoptr (HcPill) pill = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (HcNeed) need = NULL;
  g_autofree char *title = NULL, *when = NULL, *last = NULL, *taken = NULL, *description = NULL, *label = NULL;

  g_return_if_fail (HC_IS_NEED_ROW (self));

  now = dup_now (self);
  need = hc_need_new (get_log (self), self->medicine, now);
  if (need == NULL)
    return;

  pill = hc_medicine_make_pill (self->medicine);
  title = hc_medicine_dup_title (self->medicine);
  when = need->last != NULL ? hc_dose_words_when (need->last, now) : NULL;
  /* Translators: %s is a day and a time: "today at 09:10". */
  last = when != NULL ? g_strdup_printf (_("Last taken %s"), when) : g_strdup (_("Not taken lately"));
  taken = dup_taken (self, need);
  description = g_strdup_printf ("%s. %s", last, taken);

  hc_pill_drawing_set_pill (self->drawing, pill);
  gtk_widget_set_visible (GTK_WIDGET (self->drawing), hc_pill_get_look (pill)->shape != HC_PILL_SHAPE_UNKNOWN);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->last_label, last);
  gtk_label_set_label (self->taken_label, taken);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "need.unmark",
                                 need->last != NULL && hc_dose_words_count_days (now, need->last) == 0);

  /* Translators: what a button says to a screen reader; %s is a medicine. */
  label = g_strdup_printf (_("Take Now: %s"), title);
  /* What is seen on the button would be its name otherwise. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->take_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/**
 * hc_need_row_new:
 * @context: the profile and the clock
 * @medicine: a medicine that is taken when it is needed
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
hc_need_row_new (HcContext  *context,
                 HcMedicine *medicine)
{
  HcNeedRow *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);

  self = g_object_new (HC_TYPE_NEED_ROW, NULL);
  self->context = g_object_ref (context);
  self->medicine = g_object_ref (medicine);
  hc_need_row_update (self);

  return GTK_WIDGET (self);
}
