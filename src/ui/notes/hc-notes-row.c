/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-notes-row.h"

#include <glib/gi18n.h>

#include "hc-note-mark.h"

/**
 * HcNotesRow:
 *
 * A note or a bookmark in a list, with what can be done to it: `win.open-link`, and `notes.delete`
 * with the id of the note or `notes.remove-bookmark` with the link of the bookmark.
 */
struct _HcNotesRow
{
  GtkWidget  parent_instance;

  HcNote    *note; /* NULL for a bookmark */

  GtkWidget *words;
  GtkLabel  *text_label;
  GtkLabel  *details_label;
  GtkWidget *open_button;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (HcNotesRow, hc_notes_row, GTK_TYPE_WIDGET)

static void
set_action (GtkWidget  *button,
            const char *action,
            const char *target)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static char *
describe_note (HcNote *note)
{
  GDateTime *modified = hc_note_get_modified (note);
  g_autoptr (GDateTime) local = modified != NULL ? g_date_time_to_local (modified) : NULL;
  /* Translators: a day and a time of day. See the manual of g_date_time_format(). */
  g_autofree char *date = local != NULL ? g_date_time_format (local, _("%-d %B %Y, %H:%M")) : g_strdup ("");

  if (hc_note_get_title (note) == NULL)
    return g_steal_pointer (&date);

  /* Translators: the title of the article that a note is about, and when the note was written. */
  return g_strdup_printf (_("%s · %s"), hc_note_get_title (note), date);
}

static void
update_note (HcNotesRow *self)
{
  g_autofree char *details = describe_note (self->note);
  g_autofree char *words = hc_note_dup_words (self->note);

  gtk_label_set_label (self->text_label, words);
  gtk_label_set_label (self->details_label, details);
}

static void
set_note (HcNotesRow *self,
          HcNote     *note)
{
  if (self->note != NULL)
    g_signal_handlers_disconnect_by_func (self->note, update_note, self);

  g_set_object (&self->note, note);

  if (note != NULL)
    g_signal_connect_object (note, "notify::modified", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);
}

static void
hc_notes_row_dispose (GObject *object)
{
  HcNotesRow *self = HC_NOTES_ROW (object);

  set_note (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_NOTES_ROW);

  G_OBJECT_CLASS (hc_notes_row_parent_class)->dispose (object);
}

static void
hc_notes_row_class_init (HcNotesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_notes_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/notes/hc-notes-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNotesRow, words);
  gtk_widget_class_bind_template_child (widget_class, HcNotesRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, HcNotesRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, HcNotesRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, HcNotesRow, delete_button);
}

static void
hc_notes_row_init (HcNotesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_notes_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_notes_row_new (void)
{
  return g_object_new (HC_TYPE_NOTES_ROW, NULL);
}

/**
 * hc_notes_row_show_note:
 * @self: a row
 * @note: a saved note; the row follows its changes
 */
void
hc_notes_row_show_note (HcNotesRow *self,
                        HcNote     *note)
{
  g_return_if_fail (HC_IS_NOTES_ROW (self));
  g_return_if_fail (HC_IS_NOTE (note));

  set_note (self, note);
  update_note (self);

  gtk_widget_set_visible (self->open_button, hc_note_get_link (note) != NULL);
  if (hc_note_get_link (note) != NULL)
    set_action (self->open_button, "win.open-link", hc_note_get_link (note));
  set_action (self->delete_button, "notes.delete", hc_note_get_id (note));
}

/**
 * hc_notes_row_show_bookmark:
 * @self: a row
 * @bookmark: a bookmark
 */
void
hc_notes_row_show_bookmark (HcNotesRow *self,
                            HcBookmark *bookmark)
{
  g_return_if_fail (HC_IS_NOTES_ROW (self));
  g_return_if_fail (HC_IS_BOOKMARK (bookmark));

  set_note (self, NULL);
  gtk_label_set_label (self->text_label, hc_bookmark_get_title (bookmark));
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), FALSE);
  gtk_widget_set_visible (self->open_button, FALSE);
  gtk_widget_set_tooltip_text (self->delete_button, _("Remove Bookmark"));
  set_action (self->delete_button, "notes.remove-bookmark", hc_bookmark_get_link (bookmark));
}
