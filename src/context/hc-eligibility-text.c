/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-eligibility-text.h"

#include <string.h>

/* A heading is not longer. */
#define MAX_HEADING 100

/* Lists are nested three deep at the most; what goes deeper is shown there. */
#define MAX_DEPTH 4

static void
part_free (HcEligibilityPart *part)
{
  g_free (part->marker);
  g_free (part->text);
  g_free (part);
}

/* The registry writes Markdown: `\>` is `>`. A backslash before a letter is one. */
static char *
dup_plain (const char *text,
           gsize       length)
{
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\\' || i + 1 == length || !g_ascii_ispunct (text[i + 1]))
      g_string_append_c (plain, text[i]);
    else
      g_string_append_c (plain, text[++i]);

  return g_strstrip (g_string_free_and_steal (plain));
}

/* What the text says of the parts that follow a line, if it is a heading. */
static gboolean
find_kind (const char        *line,
           HcEligibilityKind *kind)
{
  g_autofree char *small = g_utf8_strdown (line, -1);
  const char *inclusion = strstr (small, "inclusion"), *exclusion = strstr (small, "exclusion");

  /* Some say what is not to be included. */
  if (strstr (small, "non-inclusion") != NULL || strstr (small, "non inclusion") != NULL)
    {
      inclusion = NULL;
      exclusion = small;
    }

  if ((inclusion == NULL) == (exclusion == NULL))
    return FALSE;

  *kind = inclusion != NULL ? HC_ELIGIBILITY_INCLUSION : HC_ELIGIBILITY_EXCLUSION;

  return strstr (small, "criteri") != NULL || g_str_has_suffix (small, ":") || strchr (small, ' ') == NULL;
}

static gboolean
is_heading (const char        *line,
            HcEligibilityKind *kind)
{
  return strlen (line) <= MAX_HEADING && !g_str_has_suffix (line, ".") && !g_str_has_suffix (line, ";") &&
         find_kind (line, kind);
}

/* Finds the end of a heading with which a line begins that goes on behind it: "Exclusion Criteria: none". */
static const char *
find_heading_end (const char        *line,
                  HcEligibilityKind *kind)
{
  const char *colon = strchr (line, ':');
  g_autofree char *start = NULL;

  if (colon == NULL || colon[1] != ' ' || colon - line > 40)
    return NULL;

  start = g_strndup (line, (gsize) (colon + 1 - line));

  return find_kind (start, kind) && strstr (start, "riteri") != NULL ? colon + 1 : NULL;
}

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, " \t");
}

/* Finds what stands before an item. Returns what follows it, or NULL when it is no item. */
static const char *
skip_marker (const char  *line,
             char       **marker)
{
  static const char *const bullets[] = {
    "* ", "- ", "+ ", "• ", "· ", "– ", "— ", "◦ ", "▪ ", "● ", "•\t", "*\t", "-\t",
  };
  const char *position = line;
  gsize digits;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return skip_blanks (line + strlen (bullets[i]));

  if (g_str_has_prefix (line, "•"))
    return skip_blanks (line + strlen ("•"));

  /* The words of the item are in the next line. */
  if (g_str_equal (line, "*") || g_str_equal (line, "-"))
    return line + 1;

  if (*position == '(')
    position++;
  digits = strspn (position, "0123456789");
  if (digits == 0 && g_ascii_isalpha (*position) && (position[1] == ')' ||
                                                     (position[1] == '.' && position[2] == ' ')))
    digits = 1;
  if (digits == 0 || digits > 2)
    return NULL;

  position += digits;
  if (*position == '\\')
    position++;
  if (*position != '.' && *position != ')')
    return NULL;

  /* "1.5 times" is no item, and "3.Age" is one. */
  if (g_ascii_isdigit (position[1]) || position[1] == '\0')
    return NULL;

  position++;
  *marker = dup_plain (line, (gsize) (position - line));

  return skip_blanks (position);
}

/* What is read. */
typedef struct
{
  GPtrArray         *parts;
  HcEligibilityKind  kind;
  guint              indents[MAX_DEPTH]; /* of the lists that are open */
  guint              n_indents;
  gboolean           is_parted;          /* whether a blank line came */
} Reading;

static HcEligibilityPart *
add_part (Reading    *reading,
          const char *text,
          gsize       length)
{
  HcEligibilityPart *part = g_new0 (HcEligibilityPart, 1);

  part->kind = reading->kind;
  part->text = dup_plain (text, length);
  g_ptr_array_add (reading->parts, part);

  return part;
}

static void
add_heading (Reading           *reading,
             const char        *text,
             gsize              length,
             HcEligibilityKind  kind)
{
  reading->kind = kind;
  reading->n_indents = 0;
  add_part (reading, text, length)->is_heading = TRUE;
}

/* Returns how deep an item is that stands so far from the margin. */
static guint
find_depth (Reading *reading,
            guint    indent)
{
  while (reading->n_indents > 0 && indent < reading->indents[reading->n_indents - 1])
    reading->n_indents--;

  if (reading->n_indents == 0 || (indent > reading->indents[reading->n_indents - 1] &&
                                  reading->n_indents < MAX_DEPTH))
    reading->indents[reading->n_indents++] = indent;

  return reading->n_indents - 1;
}

static void
add_text (Reading    *reading,
          const char *text)
{
  HcEligibilityPart *last = reading->parts->len > 0 ? g_ptr_array_index (reading->parts,
                                                                         reading->parts->len - 1) : NULL;

  /* A line that was broken goes on. */
  if (last != NULL && !last->is_heading && !reading->is_parted)
    {
      g_autofree char *before = last->text;
      g_autofree char *plain = dup_plain (text, strlen (text));

      last->text = *before != '\0' ? g_strconcat (before, " ", plain, NULL) : g_steal_pointer (&plain);
      return;
    }

  add_part (reading, text, strlen (text));
}

static void
read_line (Reading    *reading,
           const char *line)
{
  gsize indent = strspn (line, " \t");
  const char *text = line + indent, *rest, *heading, *heading_end;
  g_autofree char *marker = NULL;
  HcEligibilityKind kind = HC_ELIGIBILITY_OTHER;

  if (*text == '\0')
    {
      reading->is_parted = TRUE;
      return;
    }

  rest = skip_marker (text, &marker);
  /* A number before a heading is part of it, a bullet is not. */
  heading = rest != NULL && marker == NULL ? rest : text;
  heading_end = find_heading_end (rest != NULL ? rest : text, &kind);

  if (heading_end != NULL)
    {
      add_heading (reading, heading, (gsize) (heading_end - heading), kind);
      reading->is_parted = TRUE;
      read_line (reading, heading_end);
    }
  else if (is_heading (rest != NULL ? rest : text, &kind))
    {
      add_heading (reading, heading, strlen (heading), kind);
    }
  else if (rest != NULL)
    {
      guint depth = find_depth (reading, (guint) indent);
      HcEligibilityPart *part = add_part (reading, rest, strlen (rest));

      part->is_item = TRUE;
      part->depth = depth;
      part->marker = g_steal_pointer (&marker);
    }
  else
    {
      if (reading->is_parted && indent == 0)
        reading->n_indents = 0;
      add_text (reading, text);
    }

  reading->is_parted = FALSE;
}

/**
 * hc_eligibility_text_split:
 * @text: (nullable): who can take part, as the registry has it
 *
 * Splits the text into headings, paragraphs and items. No word is lost: the markers and texts of the parts,
 * one after the other, are the words of @text without bullets and the backslashes of Markdown.
 *
 * Returns: (transfer full) (element-type HcEligibilityPart): the parts
 */
GPtrArray *
hc_eligibility_text_split (const char *text)
{
  Reading reading = { .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free) };
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reading, g_strdelimit (g_strchomp (lines[i]), "\r", ' '));

  /* A bullet without words says nothing. */
  for (guint i = reading.parts->len; i-- > 0;)
    {
      const HcEligibilityPart *part = g_ptr_array_index (reading.parts, i);

      if (*part->text == '\0' && part->marker == NULL)
        g_ptr_array_remove_index (reading.parts, i);
    }

  return reading.parts;
}

static HcBlock *
new_paragraph (const char *marker,
               const char *text)
{
  HcBlock *block = hc_block_new (HC_BLOCK_PARAGRAPH);

  block->markup = marker != NULL ? g_markup_printf_escaped ("%s %s", marker, text)
  : g_markup_escape_text (text, -1);

  return block;
}

static gint64
get_number (const HcEligibilityPart *part)
{
  return part->marker != NULL ? g_ascii_strtoll (part->marker, NULL, 10) : 0;
}

/* Numbers that go up by one are those of a numbered list. */
static gboolean
continues (const HcEligibilityPart *first,
           const HcEligibilityPart *part,
           guint                    n_before)
{
  return get_number (first) > 0 ? get_number (part) == get_number (first) + n_before : get_number (part) == 0;
}

/* Makes lists of the items from *@position on that are at least so deep. */
static void
add_lists (GPtrArray *blocks,
           GPtrArray *parts,
           guint     *position,
           guint      depth)
{
  const HcEligibilityPart *first = NULL;
  HcBlock *list = NULL, *item = NULL;

  while (*position < parts->len)
    {
      const HcEligibilityPart *part = g_ptr_array_index (parts, *position);

      if (!part->is_item || part->depth < depth)
        return;

      if (part->depth > depth && item != NULL)
        {
          add_lists (item->children, parts, position, part->depth);
          continue;
        }

      if (list == NULL || !continues (first, part, list->children->len))
        {
          list = hc_block_new (HC_BLOCK_LIST);
          list->level = (int) get_number (part);
          first = part;
          g_ptr_array_add (blocks, list);
        }

      item = hc_block_new (HC_BLOCK_LIST_ITEM);
      g_ptr_array_add (item->children, new_paragraph (list->level > 0 ? NULL : part->marker, part->text));
      g_ptr_array_add (list->children, item);
      (*position)++;
    }
}

/**
 * hc_eligibility_text_blocks:
 * @text: (nullable): who can take part, as the registry has it
 *
 * Returns: (transfer full) (element-type HcBlock): it as an article is shown: headings, paragraphs and lists
 */
GPtrArray *
hc_eligibility_text_blocks (const char *text)
{
  g_autoptr (GPtrArray) parts = hc_eligibility_text_split (text);
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);
  guint position = 0;

  while (position < parts->len)
    {
      const HcEligibilityPart *part = g_ptr_array_index (parts, position);

      if (part->is_item)
        {
          add_lists (blocks, parts, &position, part->depth);
          continue;
        }

      if (part->is_heading)
        {
          HcBlock *block = hc_block_new (HC_BLOCK_HEADING);

          block->level = 2;
          block->markup = g_markup_escape_text (part->text, -1);
          g_ptr_array_add (blocks, block);
        }
      else
        {
          g_ptr_array_add (blocks, new_paragraph (NULL, part->text));
        }
      position++;
    }

  return blocks;
}
