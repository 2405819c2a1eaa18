/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-card-side.h"

#include <glib/gi18n.h>

/* In half points: what can be read without a lens is the limit. */
#define MAX_SIZE 20
#define MIN_SIZE 13

typedef struct
{
  char      *lead;    /* of a text; the heading of a list */
  char      *text;    /* NULL for a list */
  GPtrArray *items;   /* of char *; NULL for a text */
  guint      n_shown; /* of the items */
} Block;

struct _HcCardSide
{
  GPtrArray *blocks; /* of Block */
};

static void
block_free (Block *block)
{
  g_free (block->lead);
  g_free (block->text);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_free (block);
}

/**
 * hc_card_side_new:
 *
 * Returns: (transfer full): a side with nothing on it
 */
HcCardSide *
hc_card_side_new (void)
{
  HcCardSide *self = g_new0 (HcCardSide, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);

  return self;
}

/**
 * hc_card_side_free:
 * @self: (nullable) (transfer full): a side
 */
void
hc_card_side_free (HcCardSide *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * hc_card_side_add_text:
 * @self: a side
 * @lead: (nullable): what stands before it, in bold
 * @text: a short text that is never left out
 */
void
hc_card_side_add_text (HcCardSide *self,
                       const char *lead,
                       const char *text)
{
  Block *block = g_new0 (Block, 1);

  block->lead = g_strdup (lead);
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
}

/**
 * hc_card_side_add_list:
 * @self: a side
 * @heading: what stands above it, in bold
 * @items: (element-type utf8): short texts, the most important first
 *
 * Adds a list, of which the last items are left out when there is no room; lists that were added later give way
 * first.
 */
void
hc_card_side_add_list (HcCardSide *self,
                       const char *heading,
                       GPtrArray  *items)
{
  Block *block = g_new0 (Block, 1);

  block->lead = g_strdup (heading);
  block->items = g_ptr_array_ref (items);
  block->n_shown = items->len;
  g_ptr_array_add (self->blocks, block);
}

static void
append_block (GString     *markup,
              const Block *block)
{
  g_autofree char *lead = block->lead != NULL ? g_markup_escape_text (block->lead, -1) : NULL;
  guint n_left = block->items != NULL ? block->items->len - block->n_shown : 0;

  if (markup->len > 0)
    g_string_append_c (markup, '\n');
  if (lead != NULL)
    g_string_append_printf (markup, "<b>%s</b>", lead);

  if (block->text != NULL)
    {
      g_autofree char *text = g_markup_escape_text (block->text, -1);

      g_string_append_printf (markup, "%s%s", lead != NULL ? " " : "", text);
    }

  for (guint i = 0; i < block->n_shown; i++)
    {
      g_autofree char *item = g_markup_escape_text (g_ptr_array_index (block->items, i), -1);

      g_string_append_printf (markup, "\n%s", item);
    }

  if (n_left > 0)
    {
      g_string_append_c (markup, '\n');
      g_string_append_printf (markup, ngettext ("and %u more, see the list", "and %u more, see the list", n_left),
                              n_left);
    }
}

static void
fill_layout (HcCardSide  *self,
             PangoLayout *layout,
             int          size)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    append_block (markup, g_ptr_array_index (self->blocks, i));

  /* A hyphen would look like a part of a name. */
  text = g_strdup_printf ("<span insert_hyphens=\"no\">%s</span>", markup->str);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE / 2.0);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_markup (layout, text, -1);
}

static gboolean
fits (PangoLayout *layout,
      double       height)
{
  int text_height;

  pango_layout_get_size (layout, NULL, &text_height);

  return pango_units_to_double (text_height) <= height;
}

/* Leaves out one item more; FALSE when there is none that can be. */
static gboolean
leave_out (HcCardSide *self)
{
  for (guint i = self->blocks->len; i > 0; i--)
    {
      Block *block = g_ptr_array_index (self->blocks, i - 1);

      if (block->items != NULL && block->n_shown > 1)
        {
          block->n_shown--;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hc_card_side_draw:
 * @self: a side
 * @cairo: where to draw, from its origin
 * @width: of the side, in points
 * @height: likewise
 *
 * Draws the text as large as it fits. What does not fit in the smallest letters is left out at the end of the
 * lists, which say how much that is.
 */
void
hc_card_side_draw (HcCardSide *self,
                   cairo_t    *cairo,
                   double      width,
                   double      height)
{
  g_autoptr (PangoLayout) layout = NULL;
  int size = MAX_SIZE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cairo != NULL);

  layout = pango_cairo_create_layout (cairo);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);

      block->n_shown = block->items != NULL ? block->items->len : 0;
    }

  fill_layout (self, layout, size);
  while (!fits (layout, height) && size > MIN_SIZE)
    fill_layout (self, layout, --size);
  while (!fits (layout, height) && leave_out (self))
    fill_layout (self, layout, size);

  /* Texts that are too long even so must not be drawn over what is beside the card. */
  cairo_save (cairo);
  cairo_rectangle (cairo, 0.0, 0.0, width, height);
  cairo_clip (cairo);
  pango_cairo_show_layout (cairo, layout);
  cairo_restore (cairo);
}
