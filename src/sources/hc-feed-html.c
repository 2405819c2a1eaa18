/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-html.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-charset.h"
#include "hc-html-element.h"
#include "hc-html-stream.h"
#include "hc-post-builder.h"

/* What is read of an item at most. */
#define MAX_HTML (1024 * 1024)

/* Longer cells are text that was laid out with a table. */
#define MAX_CELL 400
#define MAX_COLUMNS 12

typedef struct
{
  GPtrArray *rows;      /* of GPtrArray of the lines of cells */
  GString   *heads;     /* a character a row: 'h' when all its cells are heads */
  char      *caption;   /* its markup, or NULL */
  gboolean   in_cell;   /* or in the caption */
  gboolean   is_data;   /* not there to lay out text */
} Table;

typedef struct
{
  gboolean is_numbered;
  int      next;
} List;

typedef struct
{
  HcPostBuilder *builder;
  char          *base;
  guint          depth;
  guint          dropped_depth; /* of the element of which nothing is shown; 0: none */
  guint          n_quotes;
  guint          n_pres;
  GArray        *lists;         /* of List */
  GPtrArray     *tables;        /* of Table, the innermost last */
} Reducer;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->rows);
  g_string_free (table->heads, TRUE);
  g_free (table->caption);
  g_free (table);
}

static Table *
get_table (Reducer *self)
{
  return self->tables->len > 0 ? g_ptr_array_index (self->tables, self->tables->len - 1) : NULL;
}

static int
get_level (Reducer *self)
{
  return (int) MIN (self->lists->len, HC_POST_MAX_LEVEL);
}

/* Ends the line; the next one is what is usual at this place. */
static void
begin_block (Reducer *self)
{
  hc_post_builder_end_line (self->builder);

  if (self->lists->len > 0)
    hc_post_builder_set_kind (self->builder, HC_POST_LINE_MORE, get_level (self), 0);
  else
    hc_post_builder_set_kind (self->builder,
                              self->n_quotes > 0 ? HC_POST_LINE_QUOTE : HC_POST_LINE_PARAGRAPH, 0, 0);
}

static void
begin_heading (Reducer        *self,
               HcPostLineKind  kind)
{
  begin_block (self);
  if (self->lists->len == 0)
    hc_post_builder_set_kind (self->builder, kind, 0, 0);
}

static void
begin_list (Reducer               *self,
            const HcMarkupElement *element,
            gboolean               is_numbered)
{
  g_autofree char *start = hc_markup_element_dup (element, NULL, "start");
  List list = { .is_numbered = is_numbered, .next = 1 };

  if (start != NULL)
    list.next = (int) CLAMP (g_ascii_strtoll (start, NULL, 10), 0, HC_POST_MAX_NUMBER);

  hc_post_builder_end_line (self->builder);
  g_array_append_val (self->lists, list);
}

static void
begin_item (Reducer *self)
{
  int level = get_level (self);

  hc_post_builder_end_line (self->builder);

  if (level == 0)
    {
      hc_post_builder_set_kind (self->builder, HC_POST_LINE_BULLET, 1, 0);
      return;
    }

  {
    List *list = &g_array_index (self->lists, List, self->lists->len - 1);

    hc_post_builder_set_kind (self->builder, list->is_numbered ? HC_POST_LINE_NUMBER : HC_POST_LINE_BULLET,
                              level,
                              list->next++);
  }
}

static void
begin_table (Reducer *self)
{
  Table *outer = get_table (self);
  Table *table = g_new0 (Table, 1);

  if (outer != NULL)
    outer->is_data = FALSE;

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  table->heads = g_string_new (NULL);
  table->is_data = self->lists->len == 0;
  begin_block (self);
  g_ptr_array_add (self->tables, table);
}

static void
begin_row (Reducer *self)
{
  Table *table = get_table (self);

  if (table == NULL || table->in_cell)
    return;

  g_ptr_array_add (table->rows, g_ptr_array_new_with_free_func (g_free));
  g_string_append_c (table->heads, 'h');
}

static void
end_cell (Reducer    *self,
          const char *name)
{
  Table *table = get_table (self);
  char *lines;

  if (table == NULL || !table->in_cell)
    return;

  lines = hc_post_builder_pop (self->builder);
  table->in_cell = FALSE;

  if (g_str_equal (name, "caption"))
    {
      HcPostLine line;

      if (table->caption == NULL && strchr (lines, '\n') == NULL && hc_post_line_parse (lines, &line))
        table->caption = g_strdup (line.markup);
      g_free (lines);
      return;
    }

  if (strchr (lines, '\n') != NULL || strlen (lines) > MAX_CELL ||
      (*lines != '\0' && *lines != HC_POST_LINE_PARAGRAPH && *lines != HC_POST_LINE_QUOTE))
    table->is_data = FALSE;

  /* One that was opened as a caption. */
  if (table->rows->len == 0)
    begin_row (self);

  g_ptr_array_add (g_ptr_array_index (table->rows, table->rows->len - 1), lines);
  if (!g_str_equal (name, "th"))
    table->heads->str[table->heads->len - 1] = ' ';
}

static void
begin_cell (Reducer    *self,
            const char *name)
{
  Table *table = get_table (self);

  if (table == NULL || table->in_cell)
    {
      begin_block (self);
      return;
    }

  if (table->rows->len == 0 && !g_str_equal (name, "caption"))
    begin_row (self);

  hc_post_builder_push (self->builder);
  table->in_cell = TRUE;
  begin_block (self);
}

/* Lines of a table, one a row. */
static void
write_rows (GString *lines,
            Table   *table)
{
  if (table->caption != NULL)
    g_string_append_printf (lines, "%c%s", HC_POST_LINE_CAPTION, table->caption);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (table->rows, i);

      if (cells->len == 0)
        continue;

      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append_c (lines, table->heads->str[i] == 'h' ? HC_POST_LINE_HEADER : HC_POST_LINE_ROW);

      for (guint j = 0; j < cells->len; j++)
        {
          const char *cell = g_ptr_array_index (cells, j);

          g_string_append_printf (lines, "%s%s", j > 0 ? "\t" : "", *cell != '\0' ? cell + 1 : "");
        }
    }
}

/* Text that was laid out with a table stands one cell below the other. */
static void
write_cells (GString *lines,
             Table   *table)
{
  if (table->caption != NULL)
    g_string_append_printf (lines, "%c%s", HC_POST_LINE_PARAGRAPH, table->caption);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < cells->len; j++)
        {
          const char *cell = g_ptr_array_index (cells, j);

          if (*cell != '\0')
            g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", cell);
        }
    }
}

static void
end_table (Reducer *self)
{
  Table *table = get_table (self);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_columns = 0;

  if (table == NULL)
    return;

  if (table->in_cell)
    end_cell (self, "td");

  for (guint i = 0; i < table->rows->len; i++)
    n_columns = MAX (n_columns, ((const GPtrArray *) g_ptr_array_index (table->rows, i))->len);

  if (table->is_data && n_columns > 1 && n_columns <= MAX_COLUMNS)
    write_rows (lines, table);
  else
    write_cells (lines, table);

  hc_post_builder_add_lines (self->builder, lines->str);
  g_ptr_array_set_size (self->tables, (int) self->tables->len - 1);
  begin_block (self);
}

static void
begin_link (Reducer               *self,
            const HcMarkupElement *element)
{
  g_autofree char *reference = hc_markup_element_dup (element, NULL, "href");
  g_autofree char *address = NULL;

  /* A place in the same text is no place to go to. */
  if (reference == NULL || *g_strstrip (reference) == '#')
    return;

  address = hc_feed_address_resolve (self->base, reference);
  if (address != NULL)
    hc_post_builder_open (self->builder, self->depth, "a", address);
}

static void
begin_picture (Reducer               *self,
               const HcMarkupElement *element)
{
  g_autofree char *alternative = hc_markup_element_dup (element, NULL, "alt");

  if (alternative != NULL && g_utf8_validate (alternative, -1, NULL))
    {
      g_strdelimit (alternative, "\n\t\r", ' ');
      hc_post_builder_append_picture (self->builder, alternative);
    }
}

static gboolean
open_cb (const HcMarkupElement *element,
         gpointer               data)
{
  Reducer *self = data;
  const char *tag;
  HcHtmlElement kind = hc_html_element_find (element->name, &tag);

  self->depth++;
  if (self->dropped_depth > 0)
    return TRUE;

  switch (kind)
    {
    case HC_HTML_DROPPED:
      self->dropped_depth = self->depth;
      break;
    case HC_HTML_BLOCK:
      /* The paragraph in an item is the item. */
      if (self->lists->len == 0)
        begin_block (self);
      else
        hc_post_builder_end_line (self->builder);
      break;
    case HC_HTML_HEADING:
    case HC_HTML_SUBHEADING:
      begin_heading (self, kind == HC_HTML_HEADING ? HC_POST_LINE_HEADING : HC_POST_LINE_SUBHEADING);
      break;
    case HC_HTML_QUOTE:
      self->n_quotes++;
      begin_block (self);
      break;
    case HC_HTML_BULLETS:
    case HC_HTML_NUMBERS:
      begin_list (self, element, kind == HC_HTML_NUMBERS);
      break;
    case HC_HTML_ITEM:
      begin_item (self);
      break;
    case HC_HTML_PRE:
      begin_block (self);
      self->n_pres++;
      hc_post_builder_open (self->builder, self->depth, tag, NULL);
      break;
    case HC_HTML_BREAK:
      hc_post_builder_append_break (self->builder);
      break;
    case HC_HTML_PICTURE:
      begin_picture (self, element);
      break;
    case HC_HTML_LINK:
      begin_link (self, element);
      break;
    case HC_HTML_INLINE:
      hc_post_builder_open (self->builder, self->depth, tag, NULL);
      break;
    case HC_HTML_TABLE:
      begin_table (self);
      break;
    case HC_HTML_ROW:
      begin_row (self);
      break;
    case HC_HTML_CELL:
    case HC_HTML_CAPTION:
      begin_cell (self, element->name);
      break;
    case HC_HTML_UNKNOWN:
    default:
      break;
    }

  return !hc_post_builder_is_full (self->builder);
}

static void
close_cb (const char *name,
          gpointer    data)
{
  Reducer *self = data;
  const char *tag;
  HcHtmlElement kind = hc_html_element_find (name, &tag);

  if (self->dropped_depth > 0)
    {
      if (self->depth-- == self->dropped_depth)
        self->dropped_depth = 0;
      return;
    }

  switch (kind)
    {
    case HC_HTML_QUOTE:
      if (self->n_quotes > 0)
        self->n_quotes--;
      begin_block (self);
      break;
    case HC_HTML_BULLETS:
    case HC_HTML_NUMBERS:
      if (self->lists->len > 0)
        g_array_set_size (self->lists, self->lists->len - 1);
      begin_block (self);
      break;
    case HC_HTML_PRE:
      if (self->n_pres > 0)
        self->n_pres--;
      begin_block (self);
      break;
    case HC_HTML_BLOCK:
    case HC_HTML_HEADING:
    case HC_HTML_SUBHEADING:
    case HC_HTML_ITEM:
      begin_block (self);
      break;
    case HC_HTML_CELL:
    case HC_HTML_CAPTION:
      end_cell (self, name);
      break;
    case HC_HTML_TABLE:
      end_table (self);
      break;
    case HC_HTML_UNKNOWN:
    case HC_HTML_DROPPED:
    case HC_HTML_BREAK:
    case HC_HTML_PICTURE:
    case HC_HTML_LINK:
    case HC_HTML_INLINE:
    case HC_HTML_ROW:
    default:
      break;
    }

  hc_post_builder_close (self->builder, self->depth);
  self->depth--;
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  Reducer *self = data;

  if (self->dropped_depth == 0)
    hc_post_builder_append (self->builder, text, length, self->n_pres > 0);
}

/* Returns a copy that is valid and not too long. */
static char *
dup_html (const char *html,
          gboolean   *is_cut)
{
  char *text = g_utf8_make_valid (html, -1);

  hc_feed_charset_shorten_runs (text);

  *is_cut = strlen (text) > MAX_HTML;
  if (*is_cut)
    *g_utf8_find_prev_char (text, text + MAX_HTML) = '\0';

  return text;
}

/**
 * hc_feed_html_reduce:
 * @html: HTML or a piece of it, trusted in nothing
 * @base: (nullable): the address to which those in it are relative
 * @is_cut: (out) (optional): whether not all was taken
 *
 * Makes the text of a post of HTML: paragraphs, headings, lists, quotes, tables, and links that lead to the
 * web or write a mail. Of pictures the words that describe them stay. All else goes: scripts, styles, forms,
 * frames, films, whatever would be fetched from somewhere. Nothing of the markup is taken over.
 *
 * Returns: (transfer full): the text, see #HcPostLine; it may be empty
 */
char *
hc_feed_html_reduce (const char *html,
                     const char *base,
                     gboolean   *is_cut)
{
  static const HcMarkupHandler handler = { open_cb, close_cb, text_cb };
  g_autoptr (HcPostBuilder) builder = hc_post_builder_new ();
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);
  g_autofree char *text = NULL, *base_copy = g_strdup (base);
  Reducer self = { .builder = builder, .base = base_copy, .lists = lists, .tables = tables };
  gboolean is_long, is_whole;

  g_return_val_if_fail (html != NULL, NULL);

  text = dup_html (html, &is_long);
  is_whole = hc_html_stream_read (text, &handler, &self);

  while (tables->len > 0)
    end_table (&self);

  hc_post_builder_end_line (builder);
  if (is_cut != NULL)
    *is_cut = is_long || !is_whole || hc_post_builder_is_full (builder);

  return hc_post_builder_pop (builder);
}

/**
 * hc_feed_html_dup_plain:
 * @html: HTML or a piece of it, trusted in nothing
 * @max_chars: how many characters are wanted at most, with "…" at the end when there are more; -1 for all
 *
 * Returns: (transfer full): its words in one line
 */
char *
hc_feed_html_dup_plain (const char *html,
                        glong       max_chars)
{
  g_autofree char *text = hc_feed_html_reduce (html, NULL, NULL);

  return hc_post_text_dup_plain (text, max_chars);
}
