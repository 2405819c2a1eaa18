/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-time-row.h"

#include <glib/gi18n.h>

#include "hc-amount-entry.h"
#include "hc-field.h"
#include "hc-schedule-words.h"
#include "hc-typed.h"

#define SPACE 12
#define MIN_WIDTH 6 /* letters */
#define WIDTH 10

/**
 * HcDoseTimeRow:
 *
 * A time of the day and how much is taken then.
 */
struct _HcDoseTimeRow
{
  GtkBox         parent_instance;

  HcField       *time_field;
  GtkEditable   *time_entry;
  HcField       *amount_field;
  HcAmountEntry *amount_entry;
};

enum {
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDoseTimeRow, hc_dose_time_row, GTK_TYPE_BOX)

static void
changed_cb (HcDoseTimeRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (HcDoseTimeRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* The time that was understood, by the person's clock. */
static void
left_cb (HcDoseTimeRow *self)
{
  g_autofree char *words = NULL;
  int minute = 0;

  if (hc_typed_read_time (gtk_editable_get_text (self->time_entry), &minute) != NULL)
    return;

  words = hc_schedule_dup_minute (minute);
  if (!g_str_equal (words, gtk_editable_get_text (self->time_entry)))
    gtk_editable_set_text (self->time_entry, words);
}

static void
hc_dose_time_row_class_init (HcDoseTimeRowClass *klass)
{
  /**
   * HcDoseTimeRow::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcDoseTimeRow::removed:
   *
   * The row is not wanted any more.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_dose_time_row_init (HcDoseTimeRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *fields = adw_wrap_box_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->time_entry = g_object_new (GTK_TYPE_ENTRY,
                                   "width-chars", MIN_WIDTH,
                                   "max-width-chars", WIDTH,
                                   NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->time_entry), focus);
  g_signal_connect_swapped (self->time_entry, "changed", G_CALLBACK (changed_cb), self);
  self->time_field = HC_FIELD (hc_field_new (_("Time"), GTK_WIDGET (self->time_entry)));

  self->amount_entry = HC_AMOUNT_ENTRY (hc_amount_entry_new ());
  g_signal_connect_swapped (self->amount_entry, "changed", G_CALLBACK (changed_cb), self);
  self->amount_field = HC_FIELD (hc_field_new (_("How Much"), GTK_WIDGET (self->amount_entry)));

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (fields), SPACE);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (fields), SPACE);
  adw_wrap_box_append (ADW_WRAP_BOX (fields), GTK_WIDGET (self->time_field));
  adw_wrap_box_append (ADW_WRAP_BOX (fields), GTK_WIDGET (self->amount_field));
  gtk_widget_set_hexpand (fields, TRUE);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Remove This Time"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove This Time"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);

  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  gtk_box_append (GTK_BOX (self), fields);
  gtk_box_append (GTK_BOX (self), button);
}

/**
 * hc_dose_time_row_new:
 * @minute: the minute of the day, -1: not told
 * @amount: how much, 0: not told
 * @unit: what the amount counts
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
hc_dose_time_row_new (int        minute,
                      double     amount,
                      HcDoseUnit unit)
{
  HcDoseTimeRow *self = g_object_new (HC_TYPE_DOSE_TIME_ROW, NULL);
  g_autofree char *words = minute >= 0 ? hc_schedule_dup_minute (minute) : g_strdup ("");

  hc_amount_entry_set_unit (self->amount_entry, unit);
  hc_amount_entry_set_amount (self->amount_entry, amount);
  gtk_editable_set_text (self->time_entry, words);

  return GTK_WIDGET (self);
}

/**
 * hc_dose_time_row_set_unit:
 * @self: a row
 * @unit: what the amount counts
 */
void
hc_dose_time_row_set_unit (HcDoseTimeRow *self,
                           HcDoseUnit     unit)
{
  g_return_if_fail (HC_IS_DOSE_TIME_ROW (self));

  hc_amount_entry_set_unit (self->amount_entry, unit);
}

/**
 * hc_dose_time_row_get_amount:
 * @self: a row
 *
 * Returns: the amount, 0 when it is not told or cannot be read
 */
double
hc_dose_time_row_get_amount (HcDoseTimeRow *self)
{
  double amount = 0;

  g_return_val_if_fail (HC_IS_DOSE_TIME_ROW (self), 0);

  return hc_amount_entry_read (self->amount_entry, &amount) == NULL ? amount : 0;
}

/**
 * hc_dose_time_row_read:
 * @self: a row
 * @minute: (out): the minute of the day
 * @amount: (out): how much
 *
 * Returns: whether it is a time and an amount that can be; if not, the fields know what is wrong
 */
gboolean
hc_dose_time_row_read (HcDoseTimeRow *self,
                       int           *minute,
                       double        *amount)
{
  gboolean is_right;

  g_return_val_if_fail (HC_IS_DOSE_TIME_ROW (self), FALSE);

  is_right = hc_field_set_fault (self->time_field,
                                 hc_typed_read_time (gtk_editable_get_text (self->time_entry), minute));

  return hc_field_set_fault (self->amount_field, hc_amount_entry_read_dose (self->amount_entry, amount)) && is_right;
}
