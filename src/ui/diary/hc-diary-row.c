/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-row.h"

#include <glib/gi18n.h>

#include "hc-diary-operations.h"
#include "hc-diary-words.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define LINE_SPACE 3
#define MAX_LINES 4

/**
 * HcDiaryRow:
 *
 * What an entry of the diary says. Of one that is covered there is only the day, in the widgets, too.
 */
struct _HcDiaryRow
{
  GtkBox        parent_instance;

  HcDiaryDesk  *desk;
  HcDiaryEntry *entry;      /* NULL between two */
  gboolean      shows_name; /* where no title says it */
  gboolean      shows_day;  /* where no heading says it */

  GtkWidget    *words;
  GtkWidget    *name;
  GtkWidget    *value;
  GtkWidget    *when;

  /* Few entries need them, and a list has hundreds of rows: NULL until one does. */
  GtkWidget    *note;
  GtkWidget    *uncover;
};

G_DEFINE_FINAL_TYPE (HcDiaryRow, hc_diary_row, GTK_TYPE_BOX)

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
show_note (HcDiaryRow *self,
           const char *text)
{
  if (self->note == NULL && *text == '\0')
    return;

  if (self->note == NULL)
    {
      self->note = hc_wrapped_label_new (NULL, NULL);
      g_object_set (self->note, "lines", MAX_LINES, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      gtk_box_insert_child_after (GTK_BOX (self->words), self->note, self->value);
    }

  set_text (self->note, text);
}

static void
uncover_cb (HcDiaryRow *self)
{
  hc_diary_present_cover (GTK_WIDGET (self), self->desk, self->entry);
}

static void
show_uncover (HcDiaryRow *self,
              gboolean    is_covered)
{
  if (self->uncover == NULL && !is_covered)
    return;

  if (self->uncover == NULL)
    {
      self->uncover = hc_wrapped_button_new (_("_Uncover"));
      gtk_widget_set_halign (self->uncover, GTK_ALIGN_START);
      gtk_widget_set_margin_top (self->uncover, LINE_SPACE);
      g_signal_connect_swapped (self->uncover, "clicked", G_CALLBACK (uncover_cb), self);
      gtk_box_append (GTK_BOX (self->words), self->uncover);
    }

  gtk_widget_set_visible (self->uncover, is_covered);
}

static void
update (HcDiaryRow *self)
{
  const HcDiaryEntryDetails *details;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *value = NULL, *when = NULL;
  gboolean is_covered;

  if (self->entry == NULL)
    return;

  details = hc_diary_entry_get_details (self->entry);
  now = hc_diary_desk_dup_now (self->desk);
  local = g_date_time_to_timezone (details->time, g_date_time_get_timezone (now));
  is_covered = hc_diary_desk_is_covered (self->desk, self->entry);

  value = is_covered ? hc_diary_words_dup_covered (details->time, now)
                     : hc_diary_desk_dup_value (self->desk, self->entry);
  when = self->shows_day ? hc_diary_words_dup_when (details->time, now) : hc_diary_words_dup_clock (local);
  set_text (self->name, self->shows_name ? hc_diary_desk_get_name (self->desk, details->kind) : "");
  set_text (self->value, value);
  show_note (self, is_covered ? "" : details->text);
  set_text (self->when, is_covered ? "" : when);
  show_uncover (self, is_covered);
}

static void
let_go (HcDiaryRow *self)
{
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, update, self);
  g_clear_object (&self->entry);
}

static void
hc_diary_row_dispose (GObject *object)
{
  HcDiaryRow *self = HC_DIARY_ROW (object);

  let_go (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hc_diary_row_parent_class)->dispose (object);
}

static void
hc_diary_row_class_init (HcDiaryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_diary_row_dispose;
}

static void
hc_diary_row_init (HcDiaryRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACE);
  self->name = hc_wrapped_label_new (NULL, "heading");
  self->value = hc_wrapped_label_new (NULL, NULL);
  self->when = hc_wrapped_label_new (NULL, "dimmed");

  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (self->words), self->name);
  gtk_box_append (GTK_BOX (self->words), self->value);
  gtk_box_append (GTK_BOX (self->words), self->when);
  gtk_box_append (GTK_BOX (self), self->words);
}

/**
 * hc_diary_row_new:
 * @desk: what the parts of the diary share
 * @shows_name: whether it is told what was written down, because no title does
 * @shows_day: whether the day is told, because no heading does
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_diary_row_new (HcDiaryDesk *desk,
                  gboolean     shows_name,
                  gboolean     shows_day)
{
  HcDiaryRow *self;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_DIARY_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->shows_name = shows_name;
  self->shows_day = shows_day;
  if (!shows_name)
    gtk_widget_add_css_class (self->value, "heading");
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * hc_diary_row_show:
 * @self: a row
 * @entry: (nullable): an entry of the person that is shown, %NULL for none
 *
 * Shows what the entry says, and follows it.
 */
void
hc_diary_row_show (HcDiaryRow   *self,
                   HcDiaryEntry *entry)
{
  g_return_if_fail (HC_IS_DIARY_ROW (self));
  g_return_if_fail (entry == NULL || HC_IS_DIARY_ENTRY (entry));

  let_go (self);
  if (entry == NULL)
    return;

  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
