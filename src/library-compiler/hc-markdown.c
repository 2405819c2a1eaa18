/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-markdown.h"

#include "hc-inline-markup.h"
#include "hc-table-reader.h"
#include "hc-text-rules.h"

#define MAX_LIST_DEPTH 2

/* So many digits of a checksum tell the paragraphs of an article apart. */
#define HASH_LENGTH 8

/* The anchor of what stands before the first heading. */
#define INTRO_ANCHOR "intro"

typedef struct
{
  HcArticleDraft *draft;
  HcFaultList    *faults;
  int             lines_before;
  char           *section; /* the anchor of the last heading */
  int             level;   /* its level, 0 before the first one */
  GHashTable     *hashes;  /* of a hash: how many paragraphs have it */
  gboolean        in_ask;  /* inside a call-out of questions to ask */
  gboolean        in_cited_list; /* inside a list after a paragraph that cites a source */
  gboolean        was_cited; /* whether the last paragraph or table cites a source */
} MarkdownReader;

static void read_children (MarkdownReader *self,
                           cmark_node     *node,
                           GPtrArray      *blocks,
                           int             list_depth);

static int
get_line (MarkdownReader *self,
          cmark_node     *node)
{
  return self->lines_before + cmark_node_get_start_line (node);
}

static void
add_fault (MarkdownReader *self,
           cmark_node     *node,
           const char     *words)
{
  hc_fault_list_add (self->faults, self->draft->file, get_line (self, node), "%s", words);
}

static HcBlock *
read_text_block (MarkdownReader *self,
                 cmark_node     *node,
                 HcBlockKind     kind)
{
  HcBlock *block = hc_block_new (kind);

  block->markup = hc_inline_markup_read (self->draft, node, self->lines_before, self->faults);

  return block;
}

static HcBlock *
read_heading (MarkdownReader *self,
              cmark_node     *node)
{
  HcBlock *block = read_text_block (self, node, HC_BLOCK_HEADING);
  g_autofree char *text = hc_block_dup_text (block);

  block->level = cmark_node_get_heading_level (node);
  block->anchor = hc_text_rules_make_anchor (text);

  if (block->level < 2 || block->level > 3)
    add_fault (self, node, "a heading has level 2 or 3, ## or ###");
  else if (block->level == 3 && self->level == 0)
    add_fault (self, node, "a heading of level 3 before any of level 2");

  if (*block->anchor == '\0')
    add_fault (self, node, "a heading without words");
  else if (!g_hash_table_add (self->draft->anchors, g_strdup (block->anchor)))
    hc_fault_list_add (self->faults, self->draft->file, get_line (self, node),
                       "the anchor “%s” stands twice in the article", block->anchor);

  self->level = block->level;
  g_free (self->section);
  self->section = g_strdup (block->anchor);

  return block;
}

/* A paragraph is found again by the words that it is made of, wherever it has moved to. */
static HcBlock *
read_paragraph (MarkdownReader *self,
                cmark_node     *node)
{
  HcBlock *block = read_text_block (self, node, HC_BLOCK_PARAGRAPH);
  g_autofree char *text = hc_block_dup_text (block);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  guint n_same;

  hash[HASH_LENGTH] = '\0';
  n_same = GPOINTER_TO_UINT (g_hash_table_lookup (self->hashes, hash)) + 1;
  block->anchor = n_same == 1 ? g_strdup_printf ("%s.%s", self->section, hash)
                              : g_strdup_printf ("%s.%s-%u", self->section, hash, n_same);
  g_hash_table_insert (self->hashes, g_steal_pointer (&hash), GUINT_TO_POINTER (n_same));

  return block;
}

static HcBlock *
read_list (MarkdownReader *self,
           cmark_node     *node,
           int             depth)
{
  HcBlock *list;

  if (depth > MAX_LIST_DEPTH)
    {
      add_fault (self, node, "a list inside a list inside a list: two levels are the most");
      return NULL;
    }

  list = hc_block_new (HC_BLOCK_LIST);

  if (depth == 1)
    self->in_cited_list = self->was_cited;

  if (cmark_node_get_list_type (node) == CMARK_ORDERED_LIST)
    {
      list->level = cmark_node_get_list_start (node);

      if (list->level == 0)
        add_fault (self, node, "a numbered list does not start with 0");
    }

  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    {
      HcBlock *item = hc_block_new (HC_BLOCK_LIST_ITEM);

      if (cmark_node_first_child (child) == NULL)
        add_fault (self, child, "an empty item of a list");

      read_children (self, child, item->children, depth);
      g_ptr_array_add (list->children, item);
    }

  if (depth == 1)
    self->in_cited_list = FALSE;

  return list;
}

/* Takes the mark `[!KEY]` off the start of a block quote. Returns its kind, NULL with a fault when
 * there is none. */
static char *
take_call_out_mark (MarkdownReader *self,
                    cmark_node     *quote)
{
  static const char *const kinds[] = { "KEY", "ASK", "CALL", "DIFFER", NULL };
  cmark_node *paragraph = cmark_node_first_child (quote);
  cmark_node *text = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *rest = NULL;
  const char *literal, *end;

  if (paragraph != NULL && cmark_node_get_type (paragraph) == CMARK_NODE_PARAGRAPH)
    text = cmark_node_first_child (paragraph);

  literal = "";

  if (text != NULL && cmark_node_get_type (text) == CMARK_NODE_TEXT)
    literal = cmark_node_get_literal (text);

  if (!g_str_has_prefix (literal, "[!") || (end = strchr (literal, ']')) == NULL)
    {
      add_fault (self, quote, "a block quote starts with [!KEY], [!ASK], [!CALL] or [!DIFFER]");
      return NULL;
    }

  kind = g_strndup (literal + 2, (gsize) (end - literal - 2));
  rest = g_strchug (g_strdup (end + 1));

  /* A boxed warning is that of a label: only medicines have one. */
  if (!g_strv_contains (kinds, kind) &&
      (self->draft->kind != HC_ARTICLE_KIND_DRUG || !g_str_equal (kind, "BOXED")))
    {
      hc_fault_list_add (self->faults, self->draft->file, get_line (self, quote),
                         "there is no call-out mark [!%s], only [!KEY], [!ASK], [!CALL] and [!DIFFER]", kind);
      return NULL;
    }

  cmark_node_set_literal (text, rest);

  /* The mark may have a line or a paragraph of its own. */
  if (*rest == '\0')
    {
      cmark_node *next = cmark_node_next (text);

      if (next != NULL && cmark_node_get_type (next) == CMARK_NODE_SOFTBREAK)
        cmark_node_free (next);

      cmark_node_free (text);

      if (cmark_node_first_child (paragraph) == NULL)
        cmark_node_free (paragraph);
    }

  return g_ascii_strdown (kind, -1);
}

static HcBlock *
read_call_out (MarkdownReader *self,
               cmark_node     *node)
{
  g_autofree char *kind = take_call_out_mark (self, node);
  HcBlock *call_out;

  if (kind == NULL)
    return NULL;

  if (cmark_node_first_child (node) == NULL)
    add_fault (self, node, "a call-out without a text");

  call_out = hc_block_new (HC_BLOCK_CALL_OUT);
  call_out->detail = g_steal_pointer (&kind);
  self->in_ask = g_str_equal (call_out->detail, "ask");
  read_children (self, node, call_out->children, 0);
  self->in_ask = FALSE;

  return call_out;
}

/* Returns the image that is all of a paragraph, or NULL. */
static cmark_node *
find_only_image (cmark_node *paragraph)
{
  cmark_node *child = cmark_node_first_child (paragraph);

  return child != NULL && cmark_node_next (child) == NULL && cmark_node_get_type (child) == CMARK_NODE_IMAGE
         ? child : NULL;
}

/* A picture of the app, with its caption: ![Caption.](health-center:picture/ID). */
static HcBlock *
read_figure (MarkdownReader *self,
             cmark_node     *node,
             cmark_node     *image)
{
  g_autoptr (HcLink) link = hc_text_rules_parse_library_link (cmark_node_get_url (image));
  g_autoptr (HcBlock) figure = hc_block_new (HC_BLOCK_FIGURE);

  if (link == NULL || !g_str_equal (link->place, "picture") || link->anchor != NULL)
    {
      add_fault (self, node, "a picture is written ![Caption.](health-center:picture/ID)");
      return NULL;
    }

  if (*cmark_node_get_title (image) != '\0')
    add_fault (self, node, "a picture has no title in quotes");

  figure->markup = hc_inline_markup_read (self->draft, image, self->lines_before, self->faults);
  figure->detail = hc_block_dup_text (figure);

  if (strchr (figure->markup, '<') != NULL)
    add_fault (self, node, "a caption is plain text, without emphasis, links and citations");
  else if (*figure->detail == '\0')
    add_fault (self, node, "a picture without a caption");

  g_clear_pointer (&figure->markup, g_free);
  figure->target = g_strdup (link->id);
  figure->anchor = g_strconcat ("figure-", link->id, NULL);
  hc_article_draft_add_link (self->draft, link->place, link->id, NULL, get_line (self, node));

  if (!g_hash_table_add (self->draft->anchors, g_strdup (figure->anchor)))
    hc_fault_list_add (self->faults, self->draft->file, get_line (self, node),
                       "the picture “%s” stands twice in the article", link->id);

  return g_steal_pointer (&figure);
}

static gboolean
has_citation (HcBlock *block)
{
  if (block->markup != NULL && strstr (block->markup, "<a href=\"source:") != NULL)
    return TRUE;

  for (guint i = 0; i < block->children->len; i++)
    if (has_citation (g_ptr_array_index (block->children, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_number (HcBlock *block)
{
  if (block->markup != NULL && hc_text_rules_has_number (block->markup))
    return TRUE;

  for (guint i = 0; i < block->children->len; i++)
    if (has_number (g_ptr_array_index (block->children, i)))
      return TRUE;

  return FALSE;
}

/* A number that somebody may rely on names its source where it stands; for a table and a list the
 * paragraph before it may do so. What to ask is no statement. */
static void
check_numbers (MarkdownReader *self,
               cmark_node     *node,
               HcBlock        *block)
{
  gboolean cited;

  if (block->kind != HC_BLOCK_PARAGRAPH && block->kind != HC_BLOCK_TABLE)
    return;

  cited = has_citation (block);

  if (!cited && !self->in_ask && !(block->kind == HC_BLOCK_TABLE ? self->was_cited : self->in_cited_list) &&
      has_number (block))
    add_fault (self, node, block->kind == HC_BLOCK_TABLE
                           ? "a table with a number and no citation in it or in the paragraph before it"
                           : "a paragraph with a number and no citation");

  self->was_cited = cited;
}

/* Returns NULL with a fault for what an article may not have. */
static HcBlock *
read_block (MarkdownReader *self,
            cmark_node     *node,
            int             list_depth)
{
  gboolean at_top = cmark_node_get_type (cmark_node_parent (node)) == CMARK_NODE_DOCUMENT;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      if (find_only_image (node) == NULL)
        return read_paragraph (self, node);
      if (at_top)
        return read_figure (self, node, find_only_image (node));
      add_fault (self, node, "a picture inside a list or a call-out");
      return NULL;
    case CMARK_NODE_LIST:
      return read_list (self, node, list_depth + 1);
    case CMARK_NODE_HEADING:
      if (at_top)
        return read_heading (self, node);
      add_fault (self, node, "a heading inside a list or a call-out");
      return NULL;
    case CMARK_NODE_BLOCK_QUOTE:
      if (at_top)
        return read_call_out (self, node);
      add_fault (self, node, "a block quote inside a list or a call-out");
      return NULL;
    case CMARK_NODE_CODE_BLOCK:
      if (at_top)
        return hc_table_reader_read (self->draft, node, self->lines_before, self->faults);
      add_fault (self, node, "a table or a block of code inside a list or a call-out");
      return NULL;
    case CMARK_NODE_HTML_BLOCK:
      add_fault (self, node, "raw HTML");
      return NULL;
    case CMARK_NODE_THEMATIC_BREAK:
      add_fault (self, node, "a line across the page (---, *** or ___)");
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
read_children (MarkdownReader *self,
               cmark_node     *node,
               GPtrArray      *blocks,
               int             list_depth)
{
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    {
      HcBlock *block = read_block (self, child, list_depth);

      if (block == NULL)
        continue;

      check_numbers (self, child, block);
      g_ptr_array_add (blocks, block);
    }
}

/* Adds a fault for each place where the first group of a pattern is found. */
static void
refuse_pattern (MarkdownReader *self,
                const char     *body,
                const char     *pattern,
                const char     *words)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE | G_REGEX_DOTALL,
                                          G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *counted = body;
  int line = self->lines_before + 1;

  for (g_regex_match (regex, body, G_REGEX_MATCH_DEFAULT, &match);
       g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start = 0;

      g_match_info_fetch_pos (match, 1, &start, NULL);

      for (; counted < body + start; counted++)
        line += *counted == '\n';

      hc_fault_list_add (self->faults, self->draft->file, line, "%s", words);
    }
}

/* Finds what cannot be told from the tree that cmark makes. */
static void
refuse_patterns (MarkdownReader *self,
                 const char     *body)
{
  /* CommonMark takes `[label]: address` at the start of a paragraph out of the text. Nobody would see
   * that it is missing. */
  refuse_pattern (self, body, "^[ \\t>*+\\-0-9.)]*+(\\[(?:[^\\[\\]\\\\]|\\\\.)++\\]:)",
                  "a definition of a link or a note, [...]: at the start of a line");

  /* cmark does not count these line ends: all lines after them would be named wrongly. */
  refuse_pattern (self, body, "(\\]\\([ ]*[^()\\s]*[ ]*\\n)",
                  "the address of a link stands between its brackets without a line end");
}

/**
 * hc_markdown_read:
 * @draft: the article, with its sources; takes the blocks, anchors, links and citations
 * @body: the text, CommonMark
 * @lines_before: how many lines of the file come before it
 * @faults: takes what is wrong
 *
 * Reads the text of an article.
 */
void
hc_markdown_read (HcArticleDraft *draft,
                  const char     *body,
                  int             lines_before,
                  HcFaultList    *faults)
{
  MarkdownReader self = { .draft = draft, .faults = faults, .lines_before = lines_before };
  g_autoptr (cmark_node) document = NULL;

  g_return_if_fail (draft != NULL);
  g_return_if_fail (body != NULL);
  g_return_if_fail (faults != NULL);

  self.section = g_strdup (INTRO_ANCHOR);
  self.hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  refuse_patterns (&self, body);

  document = cmark_parse_document (body, strlen (body), HC_MARKDOWN_OPTIONS);
  cmark_consolidate_text_nodes (document);

  if (cmark_node_first_child (document) == NULL)
    hc_fault_list_add (faults, draft->file, lines_before, "there is no text after this line");

  read_children (&self, document, draft->blocks, 0);

  g_hash_table_unref (self.hashes);
  g_free (self.section);
}
