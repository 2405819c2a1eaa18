/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note-mark.h"

#include <glib/gi18n.h>

/**
 * hc_note_dup_words:
 * @note: a saved note
 *
 * Returns: (transfer full): its text, or for a highlight the words that were highlighted
 */
char *
hc_note_dup_words (HcNote *note)
{
  const char *text = hc_note_get_text (note);

  if (text != NULL && *text == '\0' && hc_note_get_quote (note) != NULL)
    /* Translators: %s are words of an article that were highlighted. */
    return g_strdup_printf (_("“%s”"), hc_note_get_quote (note));

  return g_strdup (text);
}

static void
update_label (GtkWidget  *button,
              GParamSpec *pspec,
              HcNote     *note)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *words = hc_note_dup_words (note);
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (label), words);

  /* Translators: what a screen reader says of the mark of a note; %s is the text of the note. */
  name = g_strdup_printf (_("Note: %s"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
note_changed_cb (HcNote     *note,
                 GParamSpec *pspec,
                 GtkWidget  *button)
{
  update_label (button, pspec, note);
}

/**
 * hc_note_mark_new:
 * @note: a saved note
 *
 * Makes the mark of a note: its first line, to be pressed. It activates `article.edit-note` with
 * the id of the note.
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *
hc_note_mark_new (HcNote *note)
{
  GtkWidget *button, *box, *label;

  g_return_val_if_fail (HC_IS_NOTE (note), NULL);

  label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE,
                                               "icon-name", "hc-note-symbolic",
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
  gtk_box_append (GTK_BOX (box), label);

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "note-mark");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.edit-note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hc_note_get_id (note));

  g_signal_connect_object (note, "notify::text", G_CALLBACK (note_changed_cb), button, G_CONNECT_DEFAULT);
  update_label (button, NULL, note);

  return button;
}
