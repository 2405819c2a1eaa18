/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-text-match.h"

/* A text and the same text folded: what differs only in case, accents or the shape of quotation marks
 * and dashes is the same there. */
typedef struct
{
  GString *shown;
  GString *folded;
  GArray  *places; /* of guint: where the letter of a byte of the folded text stands in the shown one */
} Text;

static void
text_clear (Text *self)
{
  g_string_free (self->shown, TRUE);
  g_string_free (self->folded, TRUE);
  g_array_unref (self->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static Text
text_new (void)
{
  return (Text) {
    .shown = g_string_new (NULL),
    .folded = g_string_new (NULL),
    .places = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
}

/* What keyboards have in the place of what is printed. */
static gunichar
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201a: case 0x2032:
      return '\'';
    case 0x201c: case 0x201d: case 0x201e: case 0x00ab: case 0x00bb:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

static gboolean
is_ignorable (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_folded (Text     *self,
               gunichar  c)
{
  char utf8[6];
  g_autofree char *folded = NULL;

  if (c < 0x80)
    {
      g_string_append_c (self->folded, g_ascii_tolower ((char) c));
      return;
    }

  folded = g_utf8_casefold (utf8, g_unichar_to_utf8 (c, utf8));
  g_string_append (self->folded, folded);
}

static void
fold_letter (Text     *self,
             gunichar  c)
{
  guint place = (guint) self->shown->len;
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  c = plain_letter (c);
  if (c == ' ' && (self->folded->len == 0 || self->folded->str[self->folded->len - 1] == ' '))
    return;

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (!is_ignorable (parts[i]))
      append_folded (self, parts[i]);

  while (self->places->len < self->folded->len)
    g_array_append_val (self->places, place);
}

static void
append (Text       *self,
        const char *text,
        gsize       length,
        gboolean    is_folded)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      if (is_folded)
        fold_letter (self, g_utf8_get_char (p));
      g_string_append_len (self->shown, p, g_utf8_next_char (p) - p);
    }
}

/* Nobody looks for the number of a citation, but it stands in the text. */
static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  append (user_data, text, length, !g_str_equal (g_markup_parse_context_get_element (context), "sup"));
}

/* Its own text, not that of the blocks within it: of a table and of a figure the caption. */
static Text
read_text (HcBlock *block)
{
  Text self = text_new ();

  if (block->markup != NULL)
    {
      static const GMarkupParser parser = { .text = text_cb };
      g_autoptr (GMarkupParseContext) context =
        g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &self, NULL);

      if (!g_markup_parse_context_parse (context, "<p>", -1, NULL) ||
          !g_markup_parse_context_parse (context, block->markup, -1, NULL) ||
          !g_markup_parse_context_parse (context, "</p>", -1, NULL))
        g_critical ("The library holds broken markup: %s", block->markup);
    }
  else if (block->detail != NULL && (block->kind == HC_BLOCK_TABLE || block->kind == HC_BLOCK_FIGURE))
    {
      append (&self, block->detail, strlen (block->detail), TRUE);
    }

  return self;
}

/* The end of the letter that stands there, with the accents that follow it by themselves. */
static guint
end_of_letter (Text  *self,
               guint  place)
{
  const char *p = g_utf8_next_char (self->shown->str + place);

  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return (guint) (p - self->shown->str);
}

static void
find_in_block (HcBlock    *block,
               guint       top,
               const char *words,
               GArray     *matches)
{
  g_auto (Text) text = read_text (block);
  const char *found = text.folded->str;

  while ((found = strstr (found, words)) != NULL)
    {
      gsize first = (gsize) (found - text.folded->str);
      gsize last = first + strlen (words) - 1;
      HcTextMatch match = {
        .block = block,
        .top = top,
        .start = g_array_index (text.places, guint, first),
        .end = end_of_letter (&text, g_array_index (text.places, guint, last)),
      };

      g_array_append_val (matches, match);

      /* A letter that became two, like ß, counts once. */
      do
        found++;
      while (*found != '\0' &&
             g_array_index (text.places, guint, (gsize) (found - text.folded->str)) < match.end);
    }

  for (guint i = 0; i < block->children->len; i++)
    find_in_block (g_ptr_array_index (block->children, i), top, words, matches);
}

/**
 * hc_article_find_text:
 * @article: an article with its text
 * @words: what to look for, anything at all
 *
 * Finds a text in all pages of an article: in headings, paragraphs, lists, tables, call-outs and
 * captions. Case, accents, and the shape of quotation marks, dashes and spaces do not matter, and the
 * numbers of citations are left out.
 *
 * Returns: (transfer full) (element-type HcTextMatch): what was found, in the order of the text
 */
GArray *
hc_article_find_text (HcArticle  *article,
                      const char *words)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (HcTextMatch));
  g_autofree char *valid = NULL;
  g_auto (Text) text = text_new ();
  GPtrArray *blocks;

  g_return_val_if_fail (HC_IS_ARTICLE (article) && hc_article_has_content (article), matches);
  g_return_val_if_fail (words != NULL, matches);

  valid = g_utf8_make_valid (words, -1);
  append (&text, valid, strlen (valid), TRUE);
  g_strstrip (text.folded->str);
  if (*text.folded->str == '\0')
    return matches;

  blocks = hc_article_get_blocks (article);
  for (guint i = 0; i < blocks->len; i++)
    find_in_block (g_ptr_array_index (blocks, i), i, text.folded->str, matches);

  return matches;
}

/**
 * hc_block_dup_shown_text:
 * @block: a block of an article
 *
 * Returns: (transfer full): the text of the block itself as it is shown, without markup and with the
 *   numbers of citations; the caption of a table or a figure
 */
char *
hc_block_dup_shown_text (HcBlock *block)
{
  Text text;

  g_return_val_if_fail (block != NULL, NULL);

  text = read_text (block);
  g_string_free (text.folded, TRUE);
  g_array_unref (text.places);

  return g_string_free_and_steal (text.shown);
}
