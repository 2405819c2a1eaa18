/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-inline-markup.h"

#include "hc-link.h"
#include "hc-text-rules.h"

#define CITATION_END "</sup></a>"

/* A comma and a narrow no-break space between citations in a row. It is raised like the numbers, for
 * hc_block_dup_text() leaves out what is raised. */
#define CITATION_SEPARATOR "<sup>,\u202f</sup>"

typedef struct
{
  HcArticleDraft *draft;
  HcFaultList    *faults;
  GString        *markup;
  int             lines_before;
  int             line;
  gboolean        in_link;
} InlineReader;

static void
append_escaped (InlineReader *self,
                const char   *text,
                gssize        length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (self->markup, escaped);
}

static void
append_citation (InlineReader *self,
                 const char   *id)
{
  int number = hc_article_draft_cite (self->draft, id);

  if (number == 0)
    hc_fault_list_add (self->faults, self->draft->file, self->line, "the source “%s” is not declared", id);
  else if (self->in_link)
    hc_fault_list_add (self->faults, self->draft->file, self->line, "a citation inside a link");

  if (number == 0 || self->in_link)
    return;

  if (g_str_has_suffix (self->markup->str, CITATION_END))
    g_string_append (self->markup, CITATION_SEPARATOR);

  g_string_append_printf (self->markup, "<a href=\"source:%d\"><sup>%d" CITATION_END, number, number);
}

static void
append_text (InlineReader *self,
             const char   *text)
{
  gunichar hidden = hc_text_rules_find_hidden (text, -1);
  const char *mark;

  /* One that stands in the file was found before; this one was written as an entity. */
  if (hidden != 0)
    hc_fault_list_add (self->faults, self->draft->file, self->line,
                       "a control character or an invisible one, U+%04X", hidden);

  if (g_regex_match_simple ("\\[![A-Z]", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    hc_fault_list_add (self->faults, self->draft->file, self->line,
                       "a call-out mark inside the text: it stands at the start of a block quote, "
                       "with an empty line before the quote");

  while ((mark = strstr (text, "[^")) != NULL)
    {
      const char *end = strchr (mark, ']');
      g_autofree char *id = NULL;

      append_escaped (self, text, mark - text);

      if (end == NULL)
        {
          hc_fault_list_add (self->faults, self->draft->file, self->line,
                             "a citation is written [^source-id], without anything else in the brackets");
          return;
        }

      id = g_strndup (mark + 2, (gsize) (end - mark - 2));
      append_citation (self, id);
      text = end + 1;
    }

  append_escaped (self, text, -1);
}

static void
check_library_link (InlineReader *self,
                    const char   *url)
{
  g_autoptr (HcLink) link = hc_text_rules_parse_library_link (url);

  if (link == NULL)
    hc_fault_list_add (self->faults, self->draft->file, self->line,
                       "“%s” is not of the form health-center:article/ID#anchor", url);
  else
    hc_article_draft_add_link (self->draft, link->place, link->id, link->anchor, self->line);
}

static void
check_link (InlineReader *self,
            cmark_node   *node)
{
  const char *url = cmark_node_get_url (node);
  const char *scheme = g_uri_peek_scheme (url);

  if (cmark_node_first_child (node) == NULL)
    hc_fault_list_add (self->faults, self->draft->file, self->line, "a link without a text");

  if (*cmark_node_get_title (node) != '\0')
    hc_fault_list_add (self->faults, self->draft->file, self->line, "a link has no title in quotes");

  if (g_strcmp0 (scheme, HC_LINK_SCHEME) == 0)
    {
      check_library_link (self, url);
    }
  else if (g_strcmp0 (scheme, "https") == 0)
    {
      if (!hc_text_rules_is_https_address (url))
        hc_fault_list_add (self->faults, self->draft->file, self->line,
                           "“%s” is not a complete https address", url);
    }
  else if (g_strcmp0 (scheme, "tel") == 0)
    {
      if (!g_regex_match_simple ("^tel:\\+?[0-9]{3,15}$", url, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT))
        hc_fault_list_add (self->faults, self->draft->file, self->line,
                           "“%s” is not a telephone number of digits, tel:+18000000000", url);
    }
  else
    {
      hc_fault_list_add (self->faults, self->draft->file, self->line,
                         "“%s” is no link of https, tel or health-center", url);
    }
}

static void
append_link (InlineReader *self,
             cmark_node   *node,
             gboolean      entering)
{
  g_autofree char *url = NULL;

  self->in_link = entering;

  if (!entering)
    {
      g_string_append (self->markup, "</a>");
      return;
    }

  check_link (self, node);
  url = g_markup_escape_text (cmark_node_get_url (node), -1);
  g_string_append_printf (self->markup, "<a href=\"%s\">", url);
}

/* Adds a fault for what an article may not have, and goes past all that is within it. */
static void
refuse (InlineReader *self,
        cmark_iter   *iter,
        const char   *words)
{
  cmark_node *node = cmark_iter_get_node (iter);

  hc_fault_list_add (self->faults, self->draft->file, self->line, "%s", words);

  if (cmark_node_first_child (node) != NULL)
    cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
}

static void
append_node (InlineReader *self,
             cmark_iter   *iter,
             gboolean      entering)
{
  cmark_node *node = cmark_iter_get_node (iter);
  int node_line = cmark_node_get_start_line (node);

  /* Breaks have no line of their own. */
  if (entering && node_line > 0)
    self->line = self->lines_before + node_line;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (self->markup, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      hc_fault_list_add (self->faults, self->draft->file, self->line,
                         "a forced line break (two spaces or a backslash at the end of the line)");
      break;
    case CMARK_NODE_STRONG:
      g_string_append (self->markup, entering ? "<b>" : "</b>");
      break;
    case CMARK_NODE_EMPH:
      g_string_append (self->markup, entering ? "<i>" : "</i>");
      break;
    case CMARK_NODE_LINK:
      append_link (self, node, entering);
      break;
    case CMARK_NODE_CODE:
      refuse (self, iter, "code between backquotes");
      break;
    case CMARK_NODE_HTML_INLINE:
      refuse (self, iter, "raw HTML");
      break;
    case CMARK_NODE_IMAGE:
      if (entering)
        refuse (self, iter, "an image in the text: a picture is a paragraph of its own");
      break;
    default:
      break;
    }
}

/**
 * hc_inline_markup_read:
 * @draft: the article; takes citations and links
 * @block: a paragraph or a heading, with its text nodes joined
 * @lines_before: how many lines of the file come before the text that cmark was given
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the text within @block as Pango markup
 */
char *
hc_inline_markup_read (HcArticleDraft *draft,
                       cmark_node     *block,
                       int             lines_before,
                       HcFaultList    *faults)
{
  InlineReader self = { .draft = draft, .faults = faults, .lines_before = lines_before };
  g_autoptr (cmark_iter) iter = NULL;
  cmark_event_type event;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self.markup = g_string_new (NULL);
  self.line = lines_before + cmark_node_get_start_line (block);
  iter = cmark_iter_new (block);

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node (iter) != block)
      append_node (&self, iter, event == CMARK_EVENT_ENTER);

  return g_string_free_and_steal (self.markup);
}

/**
 * hc_inline_markup_read_text:
 * @draft: the article; takes citations and links
 * @text: a text of one line, the cell of a table
 * @line: its line
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the text as Pango markup
 */
char *
hc_inline_markup_read_text (HcArticleDraft *draft,
                            const char     *text,
                            int             line,
                            HcFaultList    *faults)
{
  g_autofree char *heading = NULL;
  g_autoptr (cmark_node) document = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* In a heading nothing is a list, a quote or a rule: a cell may be "-" or "1." */
  heading = g_strdup_printf ("# %s #", text);
  document = cmark_parse_document (heading, strlen (heading), HC_MARKDOWN_OPTIONS);
  cmark_consolidate_text_nodes (document);

  return hc_inline_markup_read (draft, cmark_node_first_child (document), line - 1, faults);
}
