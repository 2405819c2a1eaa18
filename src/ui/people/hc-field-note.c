/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a field in the row below it. */

#include "hc-field-note.h"

static void
show (GtkLabel   *note,
      const char *words)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (note), GTK_TYPE_LIST_BOX_ROW);

  gtk_label_set_label (note, words != NULL ? words : "");
  gtk_widget_set_visible (row, words != NULL);
}

/**
 * hc_field_note_show_hint:
 * @field: a row with an entry
 * @note: the label in the row below it
 * @hint: (nullable): what is said of what was entered, %NULL: nothing
 *
 * Shows that nothing is wrong with what was entered.
 */
void
hc_field_note_show_hint (GtkWidget  *field,
                         GtkLabel   *note,
                         const char *hint)
{
  g_return_if_fail (GTK_IS_WIDGET (field));
  g_return_if_fail (GTK_IS_LABEL (note));

  gtk_widget_remove_css_class (field, "error");
  gtk_widget_remove_css_class (GTK_WIDGET (note), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
  show (note, hint);
}

/**
 * hc_field_note_show_fault:
 * @field: a row with an entry
 * @note: the label in the row below it
 * @fault: why what was entered is not saved, and what helps
 *
 * Shows that something is wrong with what was entered. A screen reader says it when it is new.
 */
void
hc_field_note_show_fault (GtkWidget  *field,
                          GtkLabel   *note,
                          const char *fault)
{
  gboolean is_new;

  g_return_if_fail (GTK_IS_WIDGET (field));
  g_return_if_fail (GTK_IS_LABEL (note));
  g_return_if_fail (fault != NULL);

  is_new = !gtk_widget_has_css_class (field, "error") || !g_str_equal (gtk_label_get_label (note), fault);
  gtk_widget_add_css_class (field, "error");
  gtk_widget_add_css_class (GTK_WIDGET (note), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, note, NULL, -1);
  show (note, fault);

  if (is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (field), fault, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}
