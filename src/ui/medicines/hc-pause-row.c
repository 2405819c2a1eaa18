/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pause-row.h"

#include <glib/gi18n.h>

#include "hc-date-entry.h"
#include "hc-field.h"
#include "hc-wrapped-label.h"

#define SPACE 12

/**
 * HcPauseRow:
 *
 * Days on which nothing is taken, and whether a cycle or a taper waits meanwhile.
 */
struct _HcPauseRow
{
  GtkBox          parent_instance;

  HcField        *first_field;
  HcDateEntry    *first_entry;
  HcField        *last_field;
  HcDateEntry    *last_entry;
  GtkCheckButton *shifts_button;
  GtkWidget      *remove_button;
};

enum {
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPauseRow, hc_pause_row, GTK_TYPE_BOX)

static void
changed_cb (HcPauseRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (HcPauseRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
hc_pause_row_class_init (HcPauseRowClass *klass)
{
  /**
   * HcPauseRow::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcPauseRow::removed:
   *
   * The pause is not wanted any more.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static HcDateEntry *
add_date (HcPauseRow  *self,
          const char  *title,
          HcField    **field)
{
  GtkWidget *entry = hc_date_entry_new ();

  *field = HC_FIELD (hc_field_new (title, entry));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (*field));

  return HC_DATE_ENTRY (entry);
}

static void
hc_pause_row_init (HcPauseRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  self->first_entry = add_date (self, _("First Day Without"), &self->first_field);
  self->last_entry = add_date (self, _("Last Day Without"), &self->last_field);

  self->shifts_button = GTK_CHECK_BUTTON (hc_wrapped_label_new_check (
    _("A treatment cycle or a taper waits, and goes on afterwards where it stopped")));
  g_signal_connect_swapped (self->shifts_button, "toggled", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->shifts_button));

  self->remove_button = hc_wrapped_label_new_button (_("Remove This Pause"));
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (self), self->remove_button);
}

/**
 * hc_pause_row_new:
 * @pause: (nullable): a pause; %NULL: one that is still to be told
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
hc_pause_row_new (const HcSchedulePause *pause)
{
  HcPauseRow *self = g_object_new (HC_TYPE_PAUSE_ROW, NULL);

  if (pause != NULL)
    {
      hc_date_entry_set_date (self->first_entry, &pause->first);
      hc_date_entry_set_date (self->last_entry, &pause->last);
      gtk_check_button_set_active (self->shifts_button, pause->shifts);
    }

  return GTK_WIDGET (self);
}

/**
 * hc_pause_row_set_removable:
 * @self: a row
 * @is_removable: whether there is a button that removes it
 */
void
hc_pause_row_set_removable (HcPauseRow *self,
                            gboolean    is_removable)
{
  g_return_if_fail (HC_IS_PAUSE_ROW (self));

  gtk_widget_set_visible (self->remove_button, is_removable);
}

/**
 * hc_pause_row_read:
 * @self: a row
 * @pauses: (element-type HcSchedulePause): takes the pause
 *
 * Returns: whether it could be read; if not, the fields know what is wrong
 */
gboolean
hc_pause_row_read (HcPauseRow *self,
                   GArray     *pauses)
{
  HcSchedulePause pause = { 0 };
  const char *fault;
  gboolean is_right;

  g_return_val_if_fail (HC_IS_PAUSE_ROW (self), FALSE);
  g_return_val_if_fail (pauses != NULL, FALSE);

  is_right = hc_field_set_fault (self->first_field, hc_date_entry_read (self->first_entry, &pause.first));
  fault = hc_date_entry_read (self->last_entry, &pause.last);
  if (fault == NULL && is_right && g_date_compare (&pause.last, &pause.first) < 0)
    fault = _("The last day of a pause is before its first day.");
  is_right = hc_field_set_fault (self->last_field, fault) && is_right;

  pause.shifts = gtk_check_button_get_active (self->shifts_button);
  if (is_right)
    g_array_append_val (pauses, pause);

  return is_right;
}

/**
 * hc_pause_row_set_fault:
 * @self: a row
 * @fault: what is wrong with the pause among others
 */
void
hc_pause_row_set_fault (HcPauseRow *self,
                        const char *fault)
{
  g_return_if_fail (HC_IS_PAUSE_ROW (self));

  hc_field_set_fault (self->last_field, fault);
}
