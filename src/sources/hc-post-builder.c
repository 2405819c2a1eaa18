/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-builder.h"

#include <string.h>

/* Nobody reads more, and each line becomes a widget. A line that is longer becomes two. */
#define MAX_TEXT (300 * 1000)
#define MAX_LINES 2000
#define MAX_LINE 8000

/* More inline elements within one another say nothing more. */
#define MAX_INLINES 12

typedef struct
{
  guint       depth;   /* of the element that it is */
  const char *tag;     /* of Pango, static */
  char       *address; /* of a link, escaped; or NULL */
} Inline;

struct _HcPostBuilder
{
  GPtrArray      *outputs;   /* of GString; the last one takes the lines */
  GString        *line;      /* the markup of the line that grows */
  gsize           n_visible; /* characters of that line, counted in bytes, that can be seen */
  gboolean        has_blank; /* one comes before the next word */
  gboolean        has_break; /* likewise */
  HcPostLineKind  kind;      /* of that line */
  int             level;
  int             number;
  GArray         *inlines;   /* of Inline; those of which the line has the beginning come first */
  guint           n_written; /* how many these are */
  gsize           n_text;    /* of all lines */
  guint           n_lines;
};

static void
clear_inline (gpointer data)
{
  g_free (((Inline *) data)->address);
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * hc_post_builder_new:
 *
 * Returns: (transfer full): a builder without lines
 */
HcPostBuilder *
hc_post_builder_new (void)
{
  HcPostBuilder *self = g_new0 (HcPostBuilder, 1);

  self->outputs = g_ptr_array_new_with_free_func (free_string);
  g_ptr_array_add (self->outputs, g_string_new (NULL));
  self->line = g_string_new (NULL);
  self->kind = HC_POST_LINE_PARAGRAPH;
  self->inlines = g_array_new (FALSE, FALSE, sizeof (Inline));
  g_array_set_clear_func (self->inlines, clear_inline);

  return self;
}

/**
 * hc_post_builder_free:
 * @self: (transfer full) (nullable): a builder
 */
void
hc_post_builder_free (HcPostBuilder *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->outputs);
  g_string_free (self->line, TRUE);
  g_array_unref (self->inlines);
  g_free (self);
}

static void
write_inline (HcPostBuilder *self,
              guint          i,
              gboolean       ends)
{
  const Inline *one = &g_array_index (self->inlines, Inline, i);

  if (ends)
    g_string_append_printf (self->line, "</%s>", one->tag);
  else if (one->address != NULL)
    g_string_append_printf (self->line, "<a href=\"%s\">", one->address);
  else
    g_string_append_printf (self->line, "<%s>", one->tag);
}

static const Inline *
get_last (HcPostBuilder *self)
{
  return &g_array_index (self->inlines, Inline, self->inlines->len - 1);
}

/* Elements begin only where there is something in them. */
static void
write_inlines (HcPostBuilder *self)
{
  while (self->n_written < self->inlines->len)
    write_inline (self, self->n_written++, FALSE);
}

/* Characters that change the direction of others could make a link read as another one. */
static gboolean
is_dropped (gunichar character)
{
  return character < 0x20 || (character >= 0x7f && character < 0xa0) ||
         (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069) || character == 0xfffc || character == 0xfeff ||
         character == 0xfffe || character == 0xffff;
}

static void
append_escaped (GString    *text,
                gunichar    character)
{
  switch (character)
    {
    case '&':
      g_string_append (text, "&amp;");
      break;
    case '<':
      g_string_append (text, "&lt;");
      break;
    case '>':
      g_string_append (text, "&gt;");
      break;
    case '"':
      g_string_append (text, "&quot;");
      break;
    default:
      g_string_append_unichar (text, character);
      break;
    }
}

/* What is between two words is written when the second one comes. */
static void
begin_word (HcPostBuilder *self)
{
  if (self->n_visible > 0 && self->has_break)
    g_string_append (self->line, HC_POST_BREAK);
  else if (self->n_visible > 0 && self->has_blank)
    g_string_append_c (self->line, ' ');

  self->has_blank = FALSE;
  self->has_break = FALSE;
  write_inlines (self);
}

static void
append_character (HcPostBuilder *self,
                  gunichar       character)
{
  if (self->n_visible >= MAX_LINE)
    hc_post_builder_end_line (self);

  if (hc_post_builder_is_full (self))
    return;

  begin_word (self);
  append_escaped (self->line, character);
  self->n_visible++;
}

/**
 * hc_post_builder_append:
 * @self: a builder
 * @text: valid UTF-8
 * @length: how many bytes
 * @keeps_blanks: whether blanks and ends of lines stay as they are
 *
 * Appends words to the line.
 */
void
hc_post_builder_append (HcPostBuilder *self,
                        const char    *text,
                        gsize          length,
                        gboolean       keeps_blanks)
{
  const char *end = text + length;

  for (const char *c = text; c < end; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char_validated (c, end - c);

      /* A parser gave a piece of a character. */
      if (character == (gunichar) -1 || character == (gunichar) -2)
        return;

      if (keeps_blanks && character == '\n')
        hc_post_builder_append_break (self);
      else if (keeps_blanks && (character == ' ' || character == '\t') && self->n_visible > 0)
        append_character (self, 0xa0);
      else if (character == ' ' || (character >= '\t' && character <= '\r') || character == 0x85 ||
               character == 0x2028 || character == 0x2029)
        self->has_blank = TRUE;
      else if (!is_dropped (character))
        append_character (self, character);
    }
}

/**
 * hc_post_builder_append_break:
 * @self: a builder
 *
 * Breaks the line, if there is something in it; two breaks end the paragraph.
 */
void
hc_post_builder_append_break (HcPostBuilder *self)
{
  if (self->n_visible == 0)
    return;

  if (self->has_break)
    {
      HcPostLineKind kind = self->kind;
      int level = self->level;

      hc_post_builder_end_line (self);
      hc_post_builder_set_kind (self, level > 0 ? HC_POST_LINE_MORE : kind, level, 0);
      return;
    }

  self->has_break = TRUE;
}

/**
 * hc_post_builder_append_picture:
 * @self: a builder
 * @alternative: what a picture shows, in words
 *
 * Appends these words, as those of a picture.
 */
void
hc_post_builder_append_picture (HcPostBuilder *self,
                                const char    *alternative)
{
  g_autofree char *words = g_strstrip (g_strdup (alternative));

  if (*words == '\0' || hc_post_builder_is_full (self))
    return;

  begin_word (self);
  g_string_append (self->line, HC_POST_PICTURE);
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    if (!is_dropped (g_utf8_get_char (c)))
      append_escaped (self->line, g_utf8_get_char (c));
  g_string_append (self->line, HC_POST_PICTURE);
  self->n_visible += strlen (words);
  self->has_blank = TRUE;
}

/**
 * hc_post_builder_open:
 * @self: a builder
 * @depth: how deep the element is that begins
 * @tag: its tag in Pango markup, a static string
 * @address: (nullable): where it leads to, for `a`
 *
 * What is appended from now on is in that element, until hc_post_builder_close().
 */
void
hc_post_builder_open (HcPostBuilder *self,
                      guint          depth,
                      const char    *tag,
                      const char    *address)
{
  Inline one = { .depth = depth, .tag = tag };

  for (guint i = 0; i < self->inlines->len; i++)
    if (g_str_equal (g_array_index (self->inlines, Inline, i).tag, tag))
      {
        /* Nothing changes by saying it twice. */
        if (address == NULL)
          return;

        /* A link ends where another one begins. */
        while (self->n_written > i)
          write_inline (self, --self->n_written, TRUE);
        g_array_remove_index (self->inlines, i);
        break;
      }

  if (self->inlines->len >= MAX_INLINES)
    return;

  one.address = address != NULL ? g_markup_escape_text (address, -1) : NULL;
  g_array_append_val (self->inlines, one);
}

/**
 * hc_post_builder_close:
 * @self: a builder
 * @depth: how deep the element was that ends
 */
void
hc_post_builder_close (HcPostBuilder *self,
                       guint          depth)
{
  while (self->inlines->len > 0 && get_last (self)->depth >= depth)
    {
      if (self->n_written == self->inlines->len)
        write_inline (self, --self->n_written, TRUE);

      g_array_set_size (self->inlines, self->inlines->len - 1);
    }
}

/**
 * hc_post_builder_set_kind:
 * @self: a builder whose line is empty
 * @kind: what the line is to be
 * @level: the level of an item, 0 for what is none
 * @number: the number of an item
 */
void
hc_post_builder_set_kind (HcPostBuilder  *self,
                          HcPostLineKind  kind,
                          int             level,
                          int             number)
{
  self->kind = kind;
  self->level = level;
  self->number = CLAMP (number, 0, HC_POST_MAX_NUMBER);
}

static GString *
get_output (HcPostBuilder *self)
{
  return g_ptr_array_index (self->outputs, self->outputs->len - 1);
}

/**
 * hc_post_builder_end_line:
 * @self: a builder
 *
 * Ends the line; one that says nothing is none, and the next one is what it was to be. Otherwise the next one
 * is a paragraph, or another one of the item.
 */
void
hc_post_builder_end_line (HcPostBuilder *self)
{
  GString *output = get_output (self);

  self->has_blank = FALSE;
  self->has_break = FALSE;

  while (self->n_written > 0)
    write_inline (self, --self->n_written, TRUE);

  if (self->n_visible > 0)
    {
      gsize length = output->len;

      if (output->len > 0)
        g_string_append_c (output, '\n');
      g_string_append_c (output, (char) self->kind);
      if (self->level > 0)
        g_string_append_printf (output, "%d", self->level);
      if (self->kind == HC_POST_LINE_NUMBER)
        g_string_append_printf (output, "%d ", self->number);
      g_string_append (output, self->line->str);
      self->n_text += output->len - length;
      self->n_lines++;

      if (self->kind == HC_POST_LINE_BULLET || self->kind == HC_POST_LINE_NUMBER)
        self->kind = HC_POST_LINE_MORE;
    }

  g_string_truncate (self->line, 0);
  self->n_visible = 0;
}

/**
 * hc_post_builder_push:
 * @self: a builder
 *
 * The lines from now on go elsewhere, until hc_post_builder_pop() gives them.
 */
void
hc_post_builder_push (HcPostBuilder *self)
{
  hc_post_builder_end_line (self);
  g_ptr_array_add (self->outputs, g_string_new (NULL));
}

/**
 * hc_post_builder_pop:
 * @self: a builder
 *
 * Returns: (transfer full): the lines since hc_post_builder_push(), or all
 */
char *
hc_post_builder_pop (HcPostBuilder *self)
{
  char *lines;

  hc_post_builder_end_line (self);
  lines = g_strdup (get_output (self)->str);

  if (self->outputs->len > 1)
    g_ptr_array_set_size (self->outputs, (int) self->outputs->len - 1);

  return lines;
}

/**
 * hc_post_builder_add_lines:
 * @self: a builder
 * @lines: lines that hc_post_builder_pop() gave, or are made of these
 */
void
hc_post_builder_add_lines (HcPostBuilder *self,
                           const char    *lines)
{
  GString *output = get_output (self);

  hc_post_builder_end_line (self);
  if (*lines == '\0')
    return;

  if (output->len > 0)
    g_string_append_c (output, '\n');
  g_string_append (output, lines);
}

/**
 * hc_post_builder_is_full:
 * @self: a builder
 *
 * Returns: whether nothing more is taken
 */
gboolean
hc_post_builder_is_full (HcPostBuilder *self)
{
  return self->n_lines >= MAX_LINES || self->n_text + self->line->len >= MAX_TEXT;
}
