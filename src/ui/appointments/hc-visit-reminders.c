/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When to remind of an appointment, to be chosen. */

#include "hc-visit-reminders.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-appointment-words.h"

#define MINUTES_KEY "hc-minutes"

/* In minutes; no more than HC_APPOINTMENT_N_REMINDERS. */
static const int proposals[] = { 7 * 24 * 60, 2 * 24 * 60, 24 * 60, 2 * 60, 60, 15 };

/* A day before, and two hours before: what most people want. */
static const int usual[] = { 24 * 60, 2 * 60 };

G_STATIC_ASSERT (G_N_ELEMENTS (proposals) <= HC_APPOINTMENT_N_REMINDERS);

static gboolean
has_reminder (const int *reminders,
              int        minutes)
{
  for (guint i = 0; i < HC_APPOINTMENT_N_REMINDERS; i++)
    if (reminders[i] == minutes)
      return TRUE;

  return FALSE;
}

/* There are no more than can be kept: the others can be switched on when one of these is switched off. */
static void
read_rows (GtkWidget *list,
           int       *reminders)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (adw_switch_row_get_active (ADW_SWITCH_ROW (child)) && n < HC_APPOINTMENT_N_REMINDERS)
      reminders[n++] = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), MINUTES_KEY));

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, n < HC_APPOINTMENT_N_REMINDERS ||
                                     adw_switch_row_get_active (ADW_SWITCH_ROW (child)));
}

static void
changed_cb (GtkWidget  *list,
            GParamSpec *pspec,
            GtkWidget  *row)
{
  int reminders[HC_APPOINTMENT_N_REMINDERS] = { 0 };

  read_rows (list, reminders);
  hc_appointment_edit_set_reminders (g_object_get_data (G_OBJECT (list), "hc-edit"), reminders);
}

static void
add_row (GtkWidget *list,
         int        minutes,
         gboolean   is_active)
{
  g_autofree char *title = hc_appointment_words_reminder (minutes);
  GtkWidget *row = g_object_new (ADW_TYPE_SWITCH_ROW, "title", title, "active", is_active, NULL);

  g_object_set_data (G_OBJECT (row), MINUTES_KEY, GINT_TO_POINTER (minutes));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/**
 * hc_visit_reminders_new:
 * @edit: the appointment that is being written
 *
 * Returns: (transfer floating): a list of times before it, each with a switch
 */
GtkWidget *
hc_visit_reminders_new (HcAppointmentEdit *edit)
{
  const int *reminders;
  GtkWidget *list;

  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (edit), NULL);

  reminders = hc_appointment_edit_get_details (edit)->reminders;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remind Me"), -1);
  g_object_set_data_full (G_OBJECT (list), "hc-edit", g_object_ref (edit), g_object_unref);

  /* Times that are not proposed come from elsewhere, and stay unless they are switched off. */
  for (guint i = 0; i < HC_APPOINTMENT_N_REMINDERS && reminders[i] > 0; i++)
    {
      gboolean is_proposed = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (proposals); k++)
        is_proposed |= proposals[k] == reminders[i];
      if (!is_proposed)
        add_row (list, reminders[i], TRUE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    add_row (list, proposals[i], has_reminder (reminders, proposals[i]));
  read_rows (list, (int[HC_APPOINTMENT_N_REMINDERS]) { 0 });

  return list;
}

/**
 * hc_visit_reminders_set_usual:
 * @minutes: (array fixed-size=6): so many minutes before to remind
 *
 * Sets them to what most people want, unless there are some.
 */
void
hc_visit_reminders_set_usual (int *minutes)
{
  g_return_if_fail (minutes != NULL);

  if (minutes[0] == 0)
    memcpy (minutes, usual, sizeof usual);
}
