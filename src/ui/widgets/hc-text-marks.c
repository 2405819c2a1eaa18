/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks in the text of an article what was found in it. The widgets that show text say of which blocks
 * it is; so a match finds its label whatever the widgets around it are. */

#include "hc-text-marks.h"

#include "hc-paragraph.h"

#define SOURCES_KEY "hc-text-sources"

/* Orange, which notes are not: a tint through which any text can be read, and for the match at which the
 * reader is a full ground with black letters. The lines below say it without color. */
#define RED 0xffff
#define GREEN 0x9999
#define BLUE 0x3333
#define TINT_ALPHA 0x6666

/**
 * hc_text_marks_add_source:
 * @widget: a #GtkLabel or an #HcParagraph
 * @block: a block of an article, whose text the widget shows; it lives as long as the widget
 *
 * Says what the text of a widget is. One that shows several blocks names them in the order of its text.
 */
void
hc_text_marks_add_source (GtkWidget *widget,
                          HcBlock   *block)
{
  GPtrArray *sources;

  g_return_if_fail (GTK_IS_LABEL (widget) || HC_IS_PARAGRAPH (widget));
  g_return_if_fail (block != NULL);

  sources = g_object_get_data (G_OBJECT (widget), SOURCES_KEY);
  if (sources == NULL)
    {
      sources = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (widget), SOURCES_KEY, sources, (GDestroyNotify) g_ptr_array_unref);
    }

  g_ptr_array_add (sources, block);
}

static GtkLabel *
get_label (GtkWidget *widget)
{
  return GTK_LABEL (HC_IS_PARAGRAPH (widget) ? gtk_widget_get_first_child (widget) : widget);
}

/* Where the text of a source begins in the text of its label, in bytes; @text goes on behind it. */
static guint
find_source (HcBlock     *block,
             const char  *whole,
             const char **text)
{
  g_autofree char *own = hc_block_dup_shown_text (block);
  const char *found = strstr (*text, own);

  if (found == NULL)
    return (guint) (*text - whole);

  *text = found + strlen (own);

  return (guint) (found - whole);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_mark (PangoAttrList *attributes,
          guint          start,
          guint          end,
          gboolean       is_current)
{
  add_attribute (attributes, pango_attr_background_new (RED, GREEN, BLUE), start, end);
  add_attribute (attributes, pango_attr_background_alpha_new (is_current ? G_MAXUINT16 : TINT_ALPHA), start, end);
  add_attribute (attributes, pango_attr_underline_new (is_current ? PANGO_UNDERLINE_DOUBLE : PANGO_UNDERLINE_SINGLE),
                 start, end);
  if (is_current)
    add_attribute (attributes, pango_attr_foreground_new (0, 0, 0), start, end);
}

static void
mark_widget (GtkWidget *widget,
             GPtrArray *sources,
             GArray    *matches,
             guint      current)
{
  const char *whole = gtk_label_get_text (get_label (widget));
  const char *text = whole;
  PangoAttrList *attributes = NULL;

  for (guint i = 0; matches != NULL && i < sources->len; i++)
    {
      HcBlock *block = g_ptr_array_index (sources, i);
      guint offset = 0;

      if (sources->len > 1)
        offset = find_source (block, whole, &text);

      for (guint j = 0; j < matches->len; j++)
        {
          HcTextMatch *match = &g_array_index (matches, HcTextMatch, j);

          if (match->block != block)
            continue;

          if (attributes == NULL)
            attributes = pango_attr_list_new ();
          add_mark (attributes, offset + match->start, offset + match->end, j == current);
        }
    }

  if (HC_IS_PARAGRAPH (widget))
    hc_paragraph_set_marks (HC_PARAGRAPH (widget), attributes);
  else if (attributes != NULL || gtk_label_get_attributes (GTK_LABEL (widget)) != NULL)
    gtk_label_set_attributes (GTK_LABEL (widget), attributes);

  g_clear_pointer (&attributes, pango_attr_list_unref);
}

/**
 * hc_text_marks_show:
 * @root: a widget
 * @matches: (element-type HcTextMatch) (nullable): what was found
 * @current: the number of the match at which the reader is
 *
 * Marks the matches in all text within a widget, in the place of those that were marked before.
 */
void
hc_text_marks_show (GtkWidget *root,
                    GArray    *matches,
                    guint      current)
{
  GPtrArray *sources;

  g_return_if_fail (GTK_IS_WIDGET (root));

  sources = g_object_get_data (G_OBJECT (root), SOURCES_KEY);
  if (sources != NULL)
    {
      mark_widget (root, sources, matches, current);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    hc_text_marks_show (child, matches, current);
}

/**
 * hc_text_marks_clear:
 * @root: a widget
 *
 * Takes the marks away.
 */
void
hc_text_marks_clear (GtkWidget *root)
{
  hc_text_marks_show (root, NULL, 0);
}

static gboolean
locate_in_widget (GtkWidget         *widget,
                  GPtrArray         *sources,
                  const HcTextMatch *match,
                  GtkWidget         *relative,
                  graphene_rect_t   *bounds)
{
  GtkLabel *label = get_label (widget);
  const char *whole = gtk_label_get_text (label);
  const char *text = whole;

  for (guint i = 0; i < sources->len; i++)
    {
      guint offset = sources->len > 1 ? find_source (g_ptr_array_index (sources, i), whole, &text) : 0;
      graphene_point_t origin;
      PangoRectangle place;
      int x, y;

      if (g_ptr_array_index (sources, i) != match->block)
        continue;

      pango_layout_index_to_pos (gtk_label_get_layout (label), (int) (offset + match->start), &place);
      pango_extents_to_pixels (&place, NULL);
      gtk_label_get_layout_offsets (label, &x, &y);
      if (!gtk_widget_compute_point (GTK_WIDGET (label), relative,
                                     &GRAPHENE_POINT_INIT ((float) (x + place.x), (float) (y + place.y)), &origin))
        return FALSE;

      *bounds = GRAPHENE_RECT_INIT (origin.x, origin.y, (float) place.width, (float) place.height);
      return TRUE;
    }

  return FALSE;
}

/**
 * hc_text_marks_locate:
 * @root: a widget
 * @match: what was found
 * @relative: an ancestor of the text
 * @bounds: (out caller-allocates): where the first letter of the match stands in @relative
 *
 * Returns: whether there is a widget with that text that can be seen and has a size
 */
gboolean
hc_text_marks_locate (GtkWidget         *root,
                      const HcTextMatch *match,
                      GtkWidget         *relative,
                      graphene_rect_t   *bounds)
{
  GPtrArray *sources;

  g_return_val_if_fail (GTK_IS_WIDGET (root), FALSE);
  g_return_val_if_fail (match != NULL && bounds != NULL, FALSE);

  sources = g_object_get_data (G_OBJECT (root), SOURCES_KEY);
  if (sources != NULL)
    return gtk_widget_get_mapped (root) && gtk_widget_get_height (root) > 0 &&
           locate_in_widget (root, sources, match, relative, bounds);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    if (hc_text_marks_locate (child, match, relative, bounds))
      return TRUE;

  return FALSE;
}
