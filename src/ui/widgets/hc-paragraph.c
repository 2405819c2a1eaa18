/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-paragraph.h"

#include <glib/gi18n.h>

#include "hc-note-mark.h"

/**
 * HcParagraph:
 *
 * A paragraph of text that can be selected, with its links, and the marks of the notes on it. It
 * needs two actions of those around it: `article.add-note` with an anchor and a quotation (both may
 * be empty), and `win.open-link` with an address. A link `source:3` activates `article.show-source`.
 */
struct _HcParagraph
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *notes;
  char      *anchor;
};

G_DEFINE_FINAL_TYPE (HcParagraph, hc_paragraph, GTK_TYPE_WIDGET)

static gboolean
link_activated_cb (HcParagraph *self,
                   const char  *uri)
{
  if (g_str_has_prefix (uri, "source:"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "article.show-source", "(us)",
                                       (guint) g_ascii_strtoull (uri + strlen ("source:"), NULL, 10),
                                       self->anchor != NULL ? self->anchor : "");

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", uri);
}

static void
hc_paragraph_dispose (GObject *object)
{
  HcParagraph *self = HC_PARAGRAPH (object);

  g_clear_pointer (&self->notes, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (hc_paragraph_parent_class)->dispose (object);
}

static void
hc_paragraph_finalize (GObject *object)
{
  HcParagraph *self = HC_PARAGRAPH (object);

  g_free (self->anchor);

  G_OBJECT_CLASS (hc_paragraph_parent_class)->finalize (object);
}

static void
hc_paragraph_class_init (HcParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_paragraph_dispose;
  object_class->finalize = hc_paragraph_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "paragraph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
hc_paragraph_init (HcParagraph *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_swapped (self->label, "activate-link", G_CALLBACK (link_activated_cb), self);
}

static void
set_menu (HcParagraph *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Add _Note…"), NULL);

  g_menu_item_set_action_and_target (item, "article.add-note", "(ss)", self->anchor, "");
  g_menu_append_item (menu, item);
  gtk_label_set_extra_menu (GTK_LABEL (self->label), G_MENU_MODEL (menu));
}

/**
 * hc_paragraph_new:
 * @markup: its text as Pango markup
 * @anchor: (nullable): its anchor; without one it takes no notes
 *
 * Returns: (transfer floating): a paragraph
 */
GtkWidget *
hc_paragraph_new (const char *markup,
                  const char *anchor)
{
  HcParagraph *self = g_object_new (HC_TYPE_PARAGRAPH, NULL);

  self->anchor = g_strdup (anchor);
  gtk_label_set_markup (GTK_LABEL (self->label), markup);

  if (anchor != NULL)
    set_menu (self);

  return GTK_WIDGET (self);
}

/**
 * hc_paragraph_get_anchor:
 * @self: a paragraph
 *
 * Returns: (nullable): its anchor in the article
 */
const char *
hc_paragraph_get_anchor (HcParagraph *self)
{
  g_return_val_if_fail (HC_IS_PARAGRAPH (self), NULL);

  return self->anchor;
}

/**
 * hc_paragraph_is_selected:
 * @self: a paragraph
 *
 * Returns: whether a part of its text is selected
 */
gboolean
hc_paragraph_is_selected (HcParagraph *self)
{
  g_return_val_if_fail (HC_IS_PARAGRAPH (self), FALSE);

  return gtk_label_get_selection_bounds (GTK_LABEL (self->label), NULL, NULL);
}

/**
 * hc_paragraph_dup_quote:
 * @self: a paragraph
 *
 * Returns: (transfer full): the selected part of its text, or all of it
 */
char *
hc_paragraph_dup_quote (HcParagraph *self)
{
  const char *text;
  int start, end;

  g_return_val_if_fail (HC_IS_PARAGRAPH (self), NULL);

  text = gtk_label_get_text (GTK_LABEL (self->label));

  if (!gtk_label_get_selection_bounds (GTK_LABEL (self->label), &start, &end))
    return g_strdup (text);

  return g_utf8_substring (text, start, end);
}

/**
 * hc_paragraph_add_note:
 * @self: a paragraph
 * @note: a note on it, to be marked below the text
 */
void
hc_paragraph_add_note (HcParagraph *self,
                       HcNote      *note)
{
  g_return_if_fail (HC_IS_PARAGRAPH (self));
  g_return_if_fail (HC_IS_NOTE (note));

  if (self->notes == NULL)
    {
      self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_parent (self->notes, GTK_WIDGET (self));
    }

  gtk_box_append (GTK_BOX (self->notes), hc_note_mark_new (note));
}

/**
 * hc_paragraph_clear_notes:
 * @self: a paragraph
 *
 * Takes the marks of all notes away.
 */
void
hc_paragraph_clear_notes (HcParagraph *self)
{
  g_return_if_fail (HC_IS_PARAGRAPH (self));

  g_clear_pointer (&self->notes, gtk_widget_unparent);
}
