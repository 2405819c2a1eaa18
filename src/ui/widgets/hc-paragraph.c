/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-paragraph.h"

#include <glib/gi18n.h>

#include "hc-note-mark.h"
#include "hc-term-link.h"
#include "hc-wrapped-label.h"

/* Narrow enough for the largest letters in the narrowest window. */
#define MIN_CHARACTERS 6

/* The tint of words that were highlighted or noted: yellow, through which any text can be read. */
#define TINT_RED 0xf5f5
#define TINT_GREEN 0xc2c2
#define TINT_BLUE 0x1111
#define TINT_ALPHA 0x5555

/**
 * HcParagraph:
 *
 * A paragraph of text that can be selected, with its links, and the notes on it: a mark below the
 * text for each note with words, a tint of the words that a note is about. A note without words is a
 * highlight.
 *
 * It needs two actions of those around it: `article.add-note` with an anchor and a quotation (both
 * may be empty), and `win.open-link` with an address. A link `source:3` activates
 * `article.show-source`.
 */
struct _HcParagraph
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *marks; /* NULL while there are none */
  GPtrArray *notes; /* of HcNote */
  char      *anchor;

  PangoAttrList *found; /* the marks of what was found in the text; NULL while there are none */
};

G_DEFINE_FINAL_TYPE (HcParagraph, hc_paragraph, GTK_TYPE_WIDGET)

static gboolean
link_activated_cb (HcParagraph *self,
                   const char  *uri)
{
  return hc_paragraph_follow_link (GTK_WIDGET (self), uri, self->anchor);
}

static void note_changed_cb (HcParagraph *self);

static void
forget_notes (HcParagraph *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->notes, i), note_changed_cb, self);

  g_ptr_array_set_size (self->notes, 0);
}

static void
hc_paragraph_dispose (GObject *object)
{
  HcParagraph *self = HC_PARAGRAPH (object);

  g_clear_pointer (&self->marks, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  forget_notes (self);

  G_OBJECT_CLASS (hc_paragraph_parent_class)->dispose (object);
}

static void
hc_paragraph_finalize (GObject *object)
{
  HcParagraph *self = HC_PARAGRAPH (object);

  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->found, pango_attr_list_unref);
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

  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->label = hc_wrapped_label_new (NULL, NULL);
  /* GTK lays the text out at the smallest width, too. One letter a line takes half of the time in
   * which an article opens. */
  gtk_label_set_width_chars (GTK_LABEL (self->label), MIN_CHARACTERS);
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
  g_autofree char *marked = hc_term_link_mark (markup);

  self->anchor = g_strdup (anchor);
  gtk_label_set_markup (GTK_LABEL (self->label), marked);

  if (anchor != NULL)
    set_menu (self);

  return GTK_WIDGET (self);
}

/**
 * hc_paragraph_follow_link:
 * @widget: a paragraph or a label with a part of the text of an article
 * @uri: the address of a link in it
 * @anchor: (nullable): the anchor of that part
 *
 * Activates `article.show-source` for a citation, `article.show-term` for a word of the glossary and
 * `win.open-link` for all else.
 *
 * Returns: whether there was somebody to follow the link
 */
gboolean
hc_paragraph_follow_link (GtkWidget  *widget,
                          const char *uri,
                          const char *anchor)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);

  if (hc_term_link_follow (GTK_LABEL (HC_IS_PARAGRAPH (widget) ? HC_PARAGRAPH (widget)->label : widget), uri))
    return TRUE;

  if (g_str_has_prefix (uri, "source:"))
    return gtk_widget_activate_action (widget, "article.show-source", "(us)",
                                       (guint) g_ascii_strtoull (uri + strlen ("source:"), NULL, 10),
                                       anchor != NULL ? anchor : "");

  return gtk_widget_activate_action (widget, "win.open-link", "s", uri);
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

static gboolean
is_highlight (HcNote *note)
{
  return hc_note_get_text (note) != NULL && *hc_note_get_text (note) == '\0';
}

/* Where the words of a note stand in the text, in bytes. A note on the whole paragraph has no place
 * of its own, but a highlight has. */
static gboolean
find_words (HcParagraph *self,
            HcNote      *note,
            gsize       *start,
            gsize       *end)
{
  const char *text = gtk_label_get_text (GTK_LABEL (self->label));
  const char *quote = hc_note_get_quote (note);
  const char *found = quote != NULL && *quote != '\0' ? strstr (text, quote) : NULL;

  if (found == NULL || (strlen (quote) == strlen (text) && !is_highlight (note)))
    return FALSE;

  *start = (gsize) (found - text);
  *end = *start + strlen (quote);

  return TRUE;
}

static void
update_tint (HcParagraph *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < self->notes->len; i++)
    {
      PangoAttribute *tint[2];
      gsize start, end;

      if (!find_words (self, g_ptr_array_index (self->notes, i), &start, &end))
        continue;

      tint[0] = pango_attr_background_new (TINT_RED, TINT_GREEN, TINT_BLUE);
      tint[1] = pango_attr_background_alpha_new (TINT_ALPHA);

      for (guint j = 0; j < G_N_ELEMENTS (tint); j++)
        {
          tint[j]->start_index = (guint) start;
          tint[j]->end_index = (guint) end;
          pango_attr_list_insert (attributes, tint[j]);
        }
    }

  /* What was found is marked also where a note tints the words. */
  if (self->found != NULL)
    {
      GSList *marks = pango_attr_list_get_attributes (self->found);

      for (GSList *mark = marks; mark != NULL; mark = mark->next)
        pango_attr_list_change (attributes, mark->data);
      g_slist_free (marks);
    }

  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  pango_attr_list_unref (attributes);
}

/**
 * hc_paragraph_set_marks:
 * @self: a paragraph
 * @marks: (nullable): attributes of what was found in its text, shown beside those of its notes
 */
void
hc_paragraph_set_marks (HcParagraph   *self,
                        PangoAttrList *marks)
{
  g_return_if_fail (HC_IS_PARAGRAPH (self));

  if (marks == self->found)
    return;

  g_clear_pointer (&self->found, pango_attr_list_unref);
  self->found = marks != NULL ? pango_attr_list_ref (marks) : NULL;
  update_tint (self);
}

static void
append_mark (HcParagraph *self,
             HcNote      *note)
{
  if (self->marks == NULL)
    {
      self->marks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
    }

  gtk_box_append (GTK_BOX (self->marks), hc_note_mark_new (note));
}

/* A mark follows its note; only when a highlight was given words there is one more. */
static void
note_changed_cb (HcParagraph *self)
{
  GListModel *marks = self->marks != NULL ? gtk_widget_observe_children (self->marks) : NULL;
  guint n_marks = marks != NULL ? g_list_model_get_n_items (marks) : 0;
  guint n_needed = 0;

  for (guint i = 0; i < self->notes->len; i++)
    n_needed += !is_highlight (g_ptr_array_index (self->notes, i));

  g_clear_object (&marks);
  update_tint (self);

  if (n_marks == n_needed)
    return;

  g_clear_pointer (&self->marks, gtk_widget_unparent);
  for (guint i = 0; i < self->notes->len; i++)
    if (!is_highlight (g_ptr_array_index (self->notes, i)))
      append_mark (self, g_ptr_array_index (self->notes, i));
}

/**
 * hc_paragraph_add_note:
 * @self: a paragraph
 * @note: a note on it
 *
 * Tints the words that the note is about, and marks the note below the text when it has words.
 */
void
hc_paragraph_add_note (HcParagraph *self,
                       HcNote      *note)
{
  g_return_if_fail (HC_IS_PARAGRAPH (self));
  g_return_if_fail (HC_IS_NOTE (note));

  g_ptr_array_add (self->notes, g_object_ref (note));
  g_signal_connect_object (note, "notify::text", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);

  update_tint (self);
  if (!is_highlight (note))
    append_mark (self, note);
}

/**
 * hc_paragraph_clear_notes:
 * @self: a paragraph
 *
 * Takes all notes away.
 */
void
hc_paragraph_clear_notes (HcParagraph *self)
{
  g_return_if_fail (HC_IS_PARAGRAPH (self));

  if (self->notes->len == 0)
    return;

  forget_notes (self);
  g_clear_pointer (&self->marks, gtk_widget_unparent);
  update_tint (self);
}

/**
 * hc_paragraph_get_selected_highlight:
 * @self: a paragraph
 *
 * Returns: (transfer none) (nullable): a highlight of which some words are selected
 */
HcNote *
hc_paragraph_get_selected_highlight (HcParagraph *self)
{
  const char *text;
  int first, last;

  g_return_val_if_fail (HC_IS_PARAGRAPH (self), NULL);

  if (!gtk_label_get_selection_bounds (GTK_LABEL (self->label), &first, &last))
    return NULL;

  text = gtk_label_get_text (GTK_LABEL (self->label));

  for (guint i = 0; i < self->notes->len; i++)
    {
      HcNote *note = g_ptr_array_index (self->notes, i);
      gsize start, end;

      if (is_highlight (note) && find_words (self, note, &start, &end) &&
          g_utf8_offset_to_pointer (text, first) < text + end &&
          g_utf8_offset_to_pointer (text, last) > text + start)
        return note;
    }

  return NULL;
}
