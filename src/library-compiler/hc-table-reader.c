/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-table-reader.h"

#include "hc-inline-markup.h"
#include "hc-text-rules.h"

#define TABLE_WORD "table"

/* Splits `| a | b |` at the bars that have no backslash before them. Returns NULL when there is no
 * bar at either end. */
static GPtrArray *
split_row (const char *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  gsize length = strlen (text);
  g_autoptr (GPtrArray) cells = NULL;
  gsize start = 1;

  if (length < 2 || text[0] != '|' || text[length - 1] != '|' || text[length - 2] == '\\')
    return NULL;

  cells = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 1; i < length; i++)
    if (text[i] == '|' && text[i - 1] != '\\')
      {
        g_ptr_array_add (cells, g_strstrip (g_strndup (text + start, i - start)));
        start = i + 1;
      }

  return g_steal_pointer (&cells);
}

static gboolean
is_line_of_dashes (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (!g_regex_match_simple ("^:?-{2,}:?$", g_ptr_array_index (cells, i),
                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
      return FALSE;

  return TRUE;
}

static HcBlock *
read_row (HcArticleDraft *draft,
          GPtrArray      *cells,
          gboolean        is_header,
          int             line,
          HcFaultList    *faults)
{
  HcBlock *row = hc_block_new (HC_BLOCK_TABLE_ROW);

  for (guint i = 0; i < cells->len; i++)
    {
      HcBlock *cell = hc_block_new (HC_BLOCK_TABLE_CELL);

      cell->level = is_header ? 1 : 0;
      cell->markup = hc_inline_markup_read_text (draft, g_ptr_array_index (cells, i), line, faults);
      g_ptr_array_add (row->children, cell);
    }

  return row;
}

static void
read_rows (HcArticleDraft *draft,
           HcBlock        *table,
           const char     *text,
           int             line,
           HcFaultList    *faults)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_columns = 0;
  guint n_rows = 0;

  /* What follows the last line end is no line. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_autoptr (GPtrArray) cells = split_row (lines[i]);
      int row_line = line + 1 + (int) i;

      if (cells == NULL)
        {
          hc_fault_list_add (faults, draft->file, row_line, "a row of a table starts and ends with |");
          continue;
        }

      if (is_line_of_dashes (cells))
        {
          hc_fault_list_add (faults, draft->file, row_line,
                             "a line of dashes: the first row of a table is the header as it is");
          continue;
        }

      if (n_rows++ == 0)
        n_columns = cells->len;
      else if (cells->len != n_columns)
        hc_fault_list_add (faults, draft->file, row_line,
                           "a row of %u cells, where the header has %u", cells->len, n_columns);

      g_ptr_array_add (table->children, read_row (draft, cells, n_rows == 1, row_line, faults));
    }

  if (n_rows < 2)
    hc_fault_list_add (faults, draft->file, line, "a table has a header and at least one row below it");
}

static void
read_caption (HcArticleDraft *draft,
              HcBlock        *table,
              const char     *caption,
              int             line,
              HcFaultList    *faults)
{
  g_autofree char *anchor = NULL;

  /* The same reading as that of the text gives it the same quotes and dashes. */
  table->markup = hc_inline_markup_read_text (draft, caption, line, faults);

  if (strchr (table->markup, '<') != NULL)
    hc_fault_list_add (faults, draft->file, line,
                       "a caption is plain text, without emphasis, links and citations");

  table->detail = hc_block_dup_text (table);
  g_clear_pointer (&table->markup, g_free);
  anchor = hc_text_rules_make_anchor (table->detail);

  if (*anchor == '\0')
    {
      hc_fault_list_add (faults, draft->file, line, "a table without a caption");
      return;
    }

  table->anchor = g_strconcat ("table-", anchor, NULL);

  if (!g_hash_table_add (draft->anchors, g_strdup (table->anchor)))
    hc_fault_list_add (faults, draft->file, line,
                       "the anchor “%s” stands twice in the article", table->anchor);
}

/**
 * hc_table_reader_read:
 * @draft: the article; takes citations, links and the anchor
 * @node: a block of code
 * @lines_before: how many lines of the file come before the text that cmark was given
 * @faults: takes what is wrong
 *
 * Returns: (transfer full) (nullable): the table; %NULL with a fault when it is a block of code
 */
HcBlock *
hc_table_reader_read (HcArticleDraft *draft,
                      cmark_node     *node,
                      int             lines_before,
                      HcFaultList    *faults)
{
  g_autoptr (HcBlock) table = NULL;
  const char *info, *text;
  int line, n_lines;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  info = cmark_node_get_fence_info (node);
  text = cmark_node_get_literal (node);
  line = lines_before + cmark_node_get_start_line (node);

  if (!g_str_has_prefix (info, TABLE_WORD) ||
      (info[strlen (TABLE_WORD)] != ' ' && info[strlen (TABLE_WORD)] != '\0'))
    {
      hc_fault_list_add (faults, draft->file, line,
                         "a block of code (a fenced block without the word table, or an indented text)");
      return NULL;
    }

  /* Between the first and the last line of a closed block stands its text and no other line. */
  n_lines = cmark_node_get_end_line (node) - cmark_node_get_start_line (node) - 1;

  for (const char *newline = text; (newline = strchr (newline, '\n')) != NULL; newline++)
    n_lines--;

  if (n_lines < 0)
    {
      hc_fault_list_add (faults, draft->file, line, "the table is not closed by ```");
      return NULL;
    }

  table = hc_block_new (HC_BLOCK_TABLE);
  read_caption (draft, table, info + strlen (TABLE_WORD), line, faults);
  read_rows (draft, table, text, line, faults);

  return g_steal_pointer (&table);
}
