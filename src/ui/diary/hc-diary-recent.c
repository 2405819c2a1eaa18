/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-recent.h"

#include "hc-diary-operations.h"
#include "hc-diary-row.h"
#include "hc-diary-words.h"

#define ENTRY_KEY "hc-diary-entry"
#define PADDING 12

static HcDiaryEntry *
get_entry (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), ENTRY_KEY);
}

static void
update_label (GtkListBoxRow *row)
{
  HcDiaryDesk *desk = g_object_get_data (G_OBJECT (row), "hc-diary-desk");
  g_autofree char *words = hc_diary_words_dup_entry (desk, get_entry (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
new_row (HcDiaryDesk  *desk,
         HcDiaryEntry *entry,
         gboolean      shows_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = hc_diary_row_new (desk, shows_name, TRUE);

  gtk_widget_set_margin_start (words, PADDING);
  gtk_widget_set_margin_end (words, PADDING);
  gtk_widget_set_margin_top (words, PADDING);
  gtk_widget_set_margin_bottom (words, PADDING);
  hc_diary_row_show (HC_DIARY_ROW (words), entry);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  g_object_set_data_full (G_OBJECT (row), ENTRY_KEY, g_object_ref (entry), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "hc-diary-desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update_label), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update_label), row, G_CONNECT_SWAPPED);
  update_label (GTK_LIST_BOX_ROW (row));

  return row;
}

/**
 * hc_diary_recent_fill:
 * @list: a list for some entries
 * @desk: what the parts of the diary share
 * @entries: entries, the newest first
 * @n_rows: how many of them are shown at most
 * @shows_names: whether it is told what was written down, because no title does
 *
 * Shows the newest entries. A row of an entry that is there already stays, and keeps the keyboard.
 */
void
hc_diary_recent_fill (GtkListBox  *list,
                      HcDiaryDesk *desk,
                      GListModel  *entries,
                      guint        n_rows,
                      gboolean     shows_names)
{
  guint n;
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (G_IS_LIST_MODEL (entries));

  n = MIN (n_rows, g_list_model_get_n_items (entries));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryEntry) entry = g_list_model_get_item (entries, i);

      /* Rows before the next one that is to stay have gone. */
      while ((row = gtk_list_box_get_row_at_index (list, (int) i)) != NULL && get_entry (row) != entry)
        {
          GtkListBoxRow *next = gtk_list_box_get_row_at_index (list, (int) i + 1);

          if (next == NULL || get_entry (next) != entry)
            break;
          gtk_list_box_remove (list, GTK_WIDGET (row));
        }

      if (row == NULL || get_entry (row) != entry)
        gtk_list_box_insert (list, new_row (desk, entry, shows_names), (int) i);
    }

  while ((row = gtk_list_box_get_row_at_index (list, (int) n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

/**
 * hc_diary_recent_activate:
 * @list: a list that was filled
 * @row: one of its rows
 * @desk: what the parts of the diary share
 *
 * Shows the entry of a row, to be changed.
 */
void
hc_diary_recent_activate (GtkListBox    *list,
                          GtkListBoxRow *row,
                          HcDiaryDesk   *desk)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  hc_diary_show_entry (GTK_WIDGET (list), desk, get_entry (row));
}
