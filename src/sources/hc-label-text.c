/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-text.h"

#include <string.h>

struct _HcLabelText
{
  GString     *text;       /* the lines that are complete */
  GString     *line;       /* the one that is not */
  HcLabelLine  kind;       /* of that */
  guint        n_items;    /* how many items of lists are open */
  guint        n_tables;   /* how many tables, one in a cell of the other */
  guint        n_cells;    /* of the row that is open */
  gboolean     is_header;  /* whether that row is one of the header */
  gboolean     has_data;   /* whether a cell of that row is no header */
  gboolean     space;      /* whether a blank comes before the next letter */
  guint        n_above;    /* how many sup elements are open */
  guint        n_below;    /* how many sub elements */
};

/**
 * hc_label_text_new:
 *
 * Returns: (transfer full): an empty text
 */
HcLabelText *
hc_label_text_new (void)
{
  HcLabelText *self = g_new0 (HcLabelText, 1);

  self->text = g_string_new (NULL);
  self->line = g_string_new (NULL);
  self->kind = HC_LABEL_LINE_PARAGRAPH;

  return self;
}

/**
 * hc_label_text_free:
 * @self: (transfer full) (nullable): a text
 */
void
hc_label_text_free (HcLabelText *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

static gboolean
is_blank (GString *line)
{
  for (gsize i = 0; i < line->len; i++)
    if (line->str[i] != '\t' && line->str[i] != ' ')
      return FALSE;

  return TRUE;
}

static void
end_line (HcLabelText *self)
{
  if (!is_blank (self->line))
    {
      if (self->text->len > 0)
        g_string_append_c (self->text, '\n');
      g_string_append_c (self->text, (char) self->kind);
      g_string_append_len (self->text, self->line->str, (gssize) self->line->len);
    }

  g_string_truncate (self->line, 0);
  self->space = FALSE;
  self->kind = self->n_items > 0 ? HC_LABEL_LINE_ITEM : HC_LABEL_LINE_PARAGRAPH;
}

static void
open_cell (HcLabelText *self,
           gboolean     is_header)
{
  /* The cells of a table in a cell are words of that. */
  if (self->n_tables != 1)
    {
      self->space = TRUE;
      return;
    }

  if (self->n_cells++ > 0)
    g_string_append_c (self->line, '\t');

  self->has_data |= !is_header;
  self->space = FALSE;
}

static void
open_row (HcLabelText *self)
{
  if (self->n_tables != 1)
    return;

  end_line (self);
  self->n_cells = 0;
  self->has_data = FALSE;
}

static void
close_row (HcLabelText *self)
{
  if (self->n_tables != 1)
    return;

  self->kind = self->is_header || !self->has_data ? HC_LABEL_LINE_HEADER : HC_LABEL_LINE_ROW;
  end_line (self);
  self->n_cells = 0;
}

/* Starts a line, except within the cell of a table. */
static void
break_line (HcLabelText *self,
            HcLabelLine  kind)
{
  if (self->n_tables > 0 && self->n_cells > 0)
    {
      self->space = TRUE;
      return;
    }

  end_line (self);
  self->kind = kind;
}

/**
 * hc_label_text_open:
 * @self: a text
 * @element: the name of an element that begins
 */
void
hc_label_text_open (HcLabelText *self,
                    const char  *element)
{
  HcLabelLine plain = self->n_items > 0 ? HC_LABEL_LINE_ITEM : HC_LABEL_LINE_PARAGRAPH;

  if (g_str_equal (element, "paragraph") || g_str_equal (element, "br") || g_str_equal (element, "list"))
    {
      break_line (self, plain);
    }
  else if (g_str_equal (element, "item"))
    {
      self->n_items++;
      break_line (self, HC_LABEL_LINE_ITEM);
    }
  else if (g_str_equal (element, "caption"))
    {
      break_line (self, HC_LABEL_LINE_HEADING);
    }
  else if (g_str_equal (element, "table"))
    {
      if (self->n_tables == 0)
        end_line (self);
      self->n_tables++;
    }
  else if (g_str_equal (element, "thead"))
    {
      self->is_header = self->n_tables == 1 || self->is_header;
    }
  else if (g_str_equal (element, "tr"))
    {
      open_row (self);
    }
  else if (g_str_equal (element, "td") || g_str_equal (element, "th"))
    {
      open_cell (self, g_str_equal (element, "th"));
    }
  else if (g_str_equal (element, "sup"))
    {
      self->n_above++;
    }
  else if (g_str_equal (element, "sub"))
    {
      self->n_below++;
    }
  else if (g_str_equal (element, "footnote"))
    {
      hc_label_text_append (self, " [", 2);
    }
}

/**
 * hc_label_text_close:
 * @self: a text
 * @element: the name of the element that ends, one that was opened
 */
void
hc_label_text_close (HcLabelText *self,
                     const char  *element)
{
  if (g_str_equal (element, "item"))
    self->n_items--;

  if (g_str_equal (element, "paragraph") || g_str_equal (element, "item") || g_str_equal (element, "list") ||
      g_str_equal (element, "caption"))
    {
      break_line (self, self->n_items > 0 ? HC_LABEL_LINE_ITEM : HC_LABEL_LINE_PARAGRAPH);
    }
  else if (g_str_equal (element, "table"))
    {
      if (--self->n_tables == 0)
        {
          end_line (self);
          self->is_header = FALSE;
          self->n_cells = 0;
        }
    }
  else if (g_str_equal (element, "thead"))
    {
      self->is_header = self->n_tables > 1 && self->is_header;
    }
  else if (g_str_equal (element, "tr"))
    {
      close_row (self);
    }
  else if (g_str_equal (element, "sup"))
    {
      self->n_above--;
    }
  else if (g_str_equal (element, "sub"))
    {
      self->n_below--;
    }
  else if (g_str_equal (element, "footnote"))
    {
      self->space = FALSE;
      hc_label_text_append (self, "]", 1);
    }
}

/* A power of ten must not become a number: 10 to the 9th is not 109. */
static gunichar
raise_or_lower (gunichar character,
                gboolean raise)
{
  static const char plain[] = "0123456789+-=()";
  static const gunichar above[] = {
    0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079, 0x207a, 0x207b, 0x207c, 0x207d, 0x207e
  };
  static const gunichar below[] = {
    0x2080, 0x2081, 0x2082, 0x2083, 0x2084, 0x2085, 0x2086, 0x2087, 0x2088, 0x2089, 0x208a, 0x208b, 0x208c, 0x208d,
    0x208e
  };
  const char *found;

  /* Minus signs of all sorts. */
  if (character == 0x2212 || character == 0x2013 || character == 0x2010)
    character = '-';

  if (character >= 0x80 || character == 0 || (found = strchr (plain, (int) character)) == NULL)
    return character;

  return raise ? above[found - plain] : below[found - plain];
}

static void
append_space (HcLabelText *self)
{
  if (self->space && self->line->len > 0 && self->line->str[self->line->len - 1] != '\t')
    g_string_append_c (self->line, ' ');

  self->space = FALSE;
}

static void
append_character (HcLabelText *self,
                  gunichar     character)
{
  if (self->n_above > 0 || self->n_below > 0)
    {
      gunichar small = raise_or_lower (character, self->n_above > 0);

      /* It belongs to what stands before it. */
      self->space &= small == character;
      character = small;
    }

  append_space (self);
  g_string_append_unichar (self->line, character);
}

/**
 * hc_label_text_append:
 * @self: a text
 * @text: (array length=length): valid UTF-8, may end in the middle of a word
 * @length: how many bytes
 */
void
hc_label_text_append (HcLabelText *self,
                      const char  *text,
                      gsize        length)
{
  const char *end = text + length;

  /* What stands between the cells of a table is layout. */
  if (self->n_tables == 1 && self->n_cells == 0 && self->kind != HC_LABEL_LINE_HEADING)
    return;

  for (const char *position = text; position < end;)
    {
      const char *start = position;

      /* A run of ordinary letters is copied as it is. */
      while (position < end && (guchar) *position > ' ' && (guchar) *position < 0x80 &&
             self->n_above == 0 && self->n_below == 0)
        position++;

      if (position == start)
        {
          gunichar character = g_utf8_get_char (position);

          position = g_utf8_next_char (position);

          if (character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == 0xa0)
            {
              self->space = TRUE;
              continue;
            }

          append_character (self, character);
          continue;
        }

      append_space (self);
      g_string_append_len (self->line, start, position - start);
    }
}

/**
 * hc_label_text_take:
 * @self: a text of which all that was opened was closed
 *
 * Returns: (transfer full): its lines, each with the letter of an #HcLabelLine before it; @self is empty then
 */
char *
hc_label_text_take (HcLabelText *self)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  end_line (self);
  text = g_strndup (self->text->str, self->text->len);
  g_string_truncate (self->text, 0);

  return text;
}
