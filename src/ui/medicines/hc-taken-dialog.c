/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-taken-dialog.h"

#include <glib/gi18n.h>

#include "hc-dose-words.h"

/**
 * HcTakenDialog:
 *
 * Asks when a dose was taken, today or yesterday. It emits `chosen` with the time and closes.
 */
struct _HcTakenDialog
{
  AdwDialog       parent_instance;

  HcClock        *clock;

  GtkLabel       *name_label;
  AdwToggleGroup *day_group;
  GtkSpinButton  *hour;
  GtkSpinButton  *minute;
  GtkLabel       *words_label;
  GtkWidget      *save_button;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcTakenDialog, hc_taken_dialog, ADW_TYPE_DIALOG)

/* Returns: (transfer full) (nullable): what is chosen, %NULL when no clock showed that */
static GDateTime *
dup_time (HcTakenDialog *self,
          GDateTime     *now)
{
  const char *name = adw_toggle_group_get_active_name (self->day_group);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, g_strcmp0 (name, "yesterday") == 0 ? -1 : 0);

  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), gtk_spin_button_get_value_as_int (self->hour),
                          gtk_spin_button_get_value_as_int (self->minute), 0);
}

static void
changed_cb (HcTakenDialog *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL, *taken = NULL;
  const char *words;
  gboolean is_past;

  if (self->clock == NULL)
    return;

  now = hc_clock_dup_time (self->clock);
  time = dup_time (self, now);
  is_past = time != NULL && g_date_time_compare (time, now) <= 0;

  if (is_past)
    {
      when = hc_dose_words_when (time, now);
      /* Translators: %s is a day and a time: "yesterday at 20:00". */
      taken = g_strdup_printf (_("Taken %s"), when);
    }
  words = is_past ? taken : _("This time is still to come.");

  gtk_label_set_label (self->words_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words_label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_sensitive (self->save_button, is_past);
  if (is_past)
    gtk_widget_remove_css_class (GTK_WIDGET (self->words_label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->words_label), "error");
}

static gboolean
show_two_digits_cb (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (button)), text))
    gtk_editable_set_text (GTK_EDITABLE (button), text);

  return TRUE;
}

static void
save_cb (HcTakenDialog *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  g_autoptr (GDateTime) time = NULL;

  /* What was typed counts, also when the keyboard is still there. */
  gtk_spin_button_update (self->hour);
  gtk_spin_button_update (self->minute);
  time = dup_time (self, now);
  if (time == NULL || g_date_time_compare (time, now) > 0)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, time);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
hc_taken_dialog_dispose (GObject *object)
{
  HcTakenDialog *self = HC_TAKEN_DIALOG (object);

  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TAKEN_DIALOG);

  G_OBJECT_CLASS (hc_taken_dialog_parent_class)->dispose (object);
}

static void
hc_taken_dialog_class_init (HcTakenDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_taken_dialog_dispose;

  /**
   * HcTakenDialog::chosen:
   * @time: when it was taken, not later than now
   */
  signals[CHOSEN] = g_signal_new ("chosen", HC_TYPE_TAKEN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_DATE_TIME);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-taken-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTakenDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, HcTakenDialog, day_group);
  gtk_widget_class_bind_template_child (widget_class, HcTakenDialog, hour);
  gtk_widget_class_bind_template_child (widget_class, HcTakenDialog, minute);
  gtk_widget_class_bind_template_child (widget_class, HcTakenDialog, words_label);
  gtk_widget_class_bind_template_child (widget_class, HcTakenDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_two_digits_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
hc_taken_dialog_init (HcTakenDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_taken_dialog_new:
 * @clock: tells the time
 * @name: what was taken
 * @proposed: when it may have been taken, in the zone of the person
 *
 * Returns: (transfer floating): a dialog that asks when it was
 */
AdwDialog *
hc_taken_dialog_new (HcClock    *clock,
                     const char *name,
                     GDateTime  *proposed)
{
  HcTakenDialog *self;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (proposed != NULL, NULL);

  self = g_object_new (HC_TYPE_TAKEN_DIALOG, NULL);
  now = hc_clock_dup_time (clock);
  gtk_label_set_label (self->name_label, name);
  adw_toggle_group_set_active_name (self->day_group,
                                    hc_dose_words_count_days (now, proposed) < 0 ? "yesterday" : "today");
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (proposed));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (proposed));
  self->clock = g_object_ref (clock);
  changed_cb (self);

  return ADW_DIALOG (self);
}
