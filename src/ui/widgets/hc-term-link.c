/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links to the glossary within a text: they look calm, and explain their word where it stands. */

#include "hc-term-link.h"

#include "hc-link.h"

#define PREFIX HC_LINK_SCHEME ":term/"

/**
 * hc_term_link_mark:
 * @markup: the markup of a text
 *
 * Returns: (transfer full): the same with the style class `term` for the links to the glossary
 */
char *
hc_term_link_mark (const char *markup)
{
  GString *marked;

  g_return_val_if_fail (markup != NULL, NULL);

  marked = g_string_new (markup);
  g_string_replace (marked, "<a href=\"" PREFIX, "<a class=\"term\" href=\"" PREFIX, 0);

  return g_string_free_and_steal (marked);
}

/* Where a link stands in the text of a markup, in bytes; -1 until that is known. */
typedef struct
{
  const char *uri;
  int         length;
  int         start;
  int         end;
} Search;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Search *search = user_data;

  for (guint i = 0; names[i] != NULL && search->start < 0; i++)
    if (g_str_equal (name, "a") && g_str_equal (names[i], "href") && g_str_equal (values[i], search->uri))
      search->start = search->length;
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Search *search = user_data;

  if (g_str_equal (name, "a") && search->start >= 0 && search->end < 0)
    search->end = search->length;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  ((Search *) user_data)->length += (int) length;
}

/**
 * hc_term_link_find:
 * @markup: the markup of a text
 * @uri: the address of a link in it
 * @start: (out): where the words of the first such link begin in the text without markup, in bytes
 * @end: (out): where they end
 *
 * Returns: whether there is such a link
 */
gboolean
hc_term_link_find (const char *markup,
                   const char *uri,
                   int        *start,
                   int        *end)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  Search search = { uri, 0, -1, -1 };
  g_autofree char *whole = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;

  g_return_val_if_fail (markup != NULL, FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);

  whole = g_strconcat ("<m>", markup, "</m>", NULL);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &search, NULL);

  if (!g_markup_parse_context_parse (context, whole, -1, NULL) || search.end <= search.start)
    return FALSE;

  *start = search.start;
  *end = search.end;

  return TRUE;
}

/* The place of the words on the label; of those on the first line when there are several. */
static void
find_place (GtkLabel     *label,
            const char   *uri,
            GdkRectangle *place)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoRectangle first, last;
  int start, end, x, y, left, right;

  *place = (GdkRectangle) {
    .width = gtk_widget_get_width (GTK_WIDGET (label)),
    .height = gtk_widget_get_height (GTK_WIDGET (label)),
  };

  if (!hc_term_link_find (gtk_label_get_label (label), uri, &start, &end))
    return;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_index_to_pos (layout, start, &first);
  pango_layout_index_to_pos (layout, end - 1, &last);
  if (last.y != first.y)
    last = first;

  /* From right to left the widths are negative. */
  left = MIN (MIN (first.x, first.x + first.width), MIN (last.x, last.x + last.width));
  right = MAX (MAX (first.x, first.x + first.width), MAX (last.x, last.x + last.width));
  *place = (GdkRectangle) { x + PANGO_PIXELS (left), y + PANGO_PIXELS (first.y),
                            PANGO_PIXELS (right - left), PANGO_PIXELS (first.height) };
}

/**
 * hc_term_link_follow:
 * @label: the label of a text
 * @uri: the address of a link in it
 *
 * Activates `article.show-term` with the id of the term and the place of the link in the window, for a
 * link to the glossary where somebody explains its words.
 *
 * Returns: whether somebody does
 */
gboolean
hc_term_link_follow (GtkLabel   *label,
                     const char *uri)
{
  GtkWidget *root;
  GdkRectangle place;
  graphene_point_t point;

  g_return_val_if_fail (GTK_IS_LABEL (label), FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);

  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (label)));

  if (!g_str_has_prefix (uri, PREFIX) || root == NULL)
    return FALSE;

  find_place (label, uri, &place);
  if (!gtk_widget_compute_point (GTK_WIDGET (label), root, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y),
                                 &point))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (label), "article.show-term", "(siiii)", uri + strlen (PREFIX),
                                     (int) point.x, (int) point.y, place.width, place.height);
}
