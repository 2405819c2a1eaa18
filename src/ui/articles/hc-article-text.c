/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article as plain text, to be sent to somebody or read anywhere. */

#include "hc-article-text.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"

#define INDENT "   "

/* Markup on its way to text. */
typedef struct
{
  GString *text;
  char    *address; /* of the link that is open; NULL outside */
  gsize    start;   /* where its words begin */
} Inline;

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Inline *self = user_data;

  if (g_str_equal (element, "sup"))
    g_string_append_c (self->text, '[');

  if (!g_str_equal (element, "a"))
    return;

  self->start = self->text->len;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "href"))
      g_set_str (&self->address, values[i]);
}

/* What cannot be clicked is written out. The words of a telephone link are the number already. */
static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              user_data,
        GError              **error)
{
  Inline *self = user_data;

  if (g_str_equal (element, "sup"))
    g_string_append_c (self->text, ']');

  if (!g_str_equal (element, "a"))
    return;

  if (self->address != NULL && (g_str_has_prefix (self->address, "http") || g_str_has_prefix (self->address, "mailto")))
    {
      const char *plain = g_str_has_prefix (self->address, "mailto:") ? self->address + strlen ("mailto:")
                                                                      : self->address;

      if (!g_str_equal (self->text->str + self->start, plain))
        g_string_append_printf (self->text, " (%s)", plain);
    }

  g_clear_pointer (&self->address, g_free);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  g_string_append_len (((Inline *) user_data)->text, text, (gssize) length);
}

static char *
markup_to_text (const char *markup)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  Inline self = { .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &self, NULL);

  if (!g_markup_parse_context_parse (context, "<p>", -1, NULL) ||
      !g_markup_parse_context_parse (context, markup, -1, NULL) ||
      !g_markup_parse_context_parse (context, "</p>", -1, NULL))
    g_critical ("The library holds broken markup: %s", markup);

  g_free (self.address);

  return g_string_free_and_steal (self.text);
}

/* @first is put before the first line, @indent before the others. */
static void
append_lines (GString    *out,
              const char *first,
              const char *indent,
              const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s\n", i == 0 ? first : indent, lines[i]);
}

static void
append_title (GString    *out,
              const char *title,
              char        rule)
{
  g_autofree char *line = g_strnfill ((gsize) g_utf8_strlen (title, -1), rule);

  g_string_append_printf (out, "%s\n%s\n", title, line);
}

static void append_blocks (GString    *out,
                           GPtrArray  *blocks,
                           const char *indent);

static void
append_list (GString    *out,
             HcBlock    *list,
             const char *indent)
{
  g_autofree char *inner = g_strconcat (indent, INDENT, NULL);

  for (guint i = 0; i < list->children->len; i++)
    {
      HcBlock *item = g_ptr_array_index (list->children, i);
      g_autofree char *marker = list->level > 0 ? g_strdup_printf ("%s%u. ", indent, (guint) list->level + i)
                                                : g_strdup_printf ("%s•  ", indent);

      for (guint j = 0; j < item->children->len; j++)
        {
          HcBlock *block = g_ptr_array_index (item->children, j);
          g_autofree char *text = block->markup != NULL ? markup_to_text (block->markup) : NULL;

          if (text != NULL)
            append_lines (out, j == 0 ? marker : inner, inner, text);
          else
            append_list (out, block, inner);
        }
    }
}

/* The rows one below the other, each cell with its name: it reads well in letters of any width. */
static void
append_table (GString    *out,
              HcBlock    *table,
              const char *indent)
{
  HcBlock *header = g_ptr_array_index (table->children, 0);
  g_autofree char *first = g_strconcat (indent, "•  ", NULL);
  g_autofree char *inner = g_strconcat (indent, INDENT, NULL);

  g_string_append_printf (out, "%s%s\n", indent, table->detail);

  for (guint i = 1; i < table->children->len; i++)
    {
      HcBlock *row = g_ptr_array_index (table->children, i);

      for (guint j = 0; j < row->children->len; j++)
        {
          g_autofree char *name = markup_to_text (((HcBlock *) g_ptr_array_index (header->children, j))->markup);
          g_autofree char *cell = markup_to_text (((HcBlock *) g_ptr_array_index (row->children, j))->markup);

          g_string_append_printf (out, "%s%s: %s\n", j == 0 ? first : inner, name, cell);
        }
    }
}

static void
append_block (GString    *out,
              HcBlock    *block,
              const char *indent)
{
  g_autofree char *text = block->markup != NULL ? markup_to_text (block->markup) : NULL;
  g_autofree char *inner = g_strconcat (indent, INDENT, NULL);

  switch (block->kind)
    {
    case HC_BLOCK_HEADING:
      if (block->level == 2)
        append_title (out, text, '-');
      else
        g_string_append_printf (out, "%s\n", text);
      break;

    case HC_BLOCK_PARAGRAPH:
      append_lines (out, indent, indent, text);
      break;

    case HC_BLOCK_LIST:
      append_list (out, block, indent);
      break;

    case HC_BLOCK_TABLE:
      append_table (out, block, indent);
      break;

    case HC_BLOCK_CALL_OUT:
      g_string_append_printf (out, "%s%s:\n", indent, hc_call_out_get_title (block->detail));
      append_blocks (out, block->children, inner);
      break;

    case HC_BLOCK_FIGURE:
      /* Translators: a picture within a text that cannot show it; %s is its caption. */
      g_string_append_printf (out, _("[Picture: %s]"), block->detail);
      g_string_append_c (out, '\n');
      break;

    case HC_BLOCK_LIST_ITEM:
    case HC_BLOCK_TABLE_ROW:
    case HC_BLOCK_TABLE_CELL:
    default:
      g_return_if_reached ();
    }
}

static void
append_blocks (GString    *out,
               GPtrArray  *blocks,
               const char *indent)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      append_block (out, g_ptr_array_index (blocks, i), indent);
    }
}

static void
append_sources (GString   *out,
                GPtrArray *sources)
{
  append_title (out, _("Sources"), '-');

  for (guint i = 0; i < sources->len; i++)
    {
      HcSource *source = g_ptr_array_index (sources, i);
      g_autofree char *details = hc_source_dup_details (source);

      g_string_append_printf (out, "[%u] %s\n    %s\n    %s\n", i + 1, source->title, details, source->url);
    }
}

/**
 * hc_article_dup_date_words:
 * @article: an article
 *
 * Returns: (transfer full) (nullable): the day on which its facts were checked, as a sentence without its point;
 *   since when a label has been in effect, which nobody here has checked; %NULL when that is not told
 */
char *
hc_article_dup_date_words (HcArticle *article)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (HC_IS_ARTICLE (article), NULL);

  if (hc_article_get_checked (article) == NULL)
    return NULL;

  date = hc_date_to_words (hc_article_get_checked (article));

  if (hc_article_get_kind (article) == HC_ARTICLE_KIND_LABEL)
    /* Translators: %s is the day since when the label of a medicine has been in effect. */
    return g_strdup_printf (_("In effect since %s"), date);

  if (hc_article_get_kind (article) == HC_ARTICLE_KIND_POST)
    /* Translators: %s is the day on which a piece of news was published. */
    return g_strdup_printf (_("Published on %s"), date);

  /* Translators: %s is the day on which the facts of an article were checked. */
  return g_strdup_printf (_("Checked on %s"), date);
}

/**
 * hc_article_to_text:
 * @article: an article with its text
 *
 * Returns: (transfer full): the whole article as plain text: title, when its facts were checked, the
 *   text with its tables and call-outs, and the sources with their addresses
 */
char *
hc_article_to_text (HcArticle *article)
{
  g_autofree char *date = NULL;
  GString *out;

  g_return_val_if_fail (HC_IS_ARTICLE (article) && hc_article_has_content (article), NULL);

  date = hc_article_dup_date_words (article);

  out = g_string_new (NULL);
  append_title (out, hc_article_get_title (article), '=');
  g_string_append_printf (out, "\n%s\n\n%s%s%s.\n\n", hc_article_get_summary (article),
                          date != NULL ? date : "", date != NULL ? ". " : "",
                          hc_article_get_review (article) != NULL
                          ? hc_article_get_review (article)
                          : _("Compiled from the sources named at the end, not reviewed by a clinician"));
  append_blocks (out, hc_article_get_blocks (article), "");

  g_string_append_c (out, '\n');
  if (hc_article_get_sources (article)->len > 0)
    {
      append_sources (out, hc_article_get_sources (article));
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "%s\n", _("From Health Center. It does not replace the advice of your care team."));

  return g_string_free_and_steal (out);
}
