/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-glossary.h"

#include "hc-text-rules.h"

/* A definition is read in a small popover. */
#define MAX_DEFINITION_LENGTH 400

/* The longest term that is looked for in the articles, in words. */
#define MAX_TERM_WORDS 5

static void
term_free (gpointer data)
{
  HcTermDraft *term = data;

  g_free (term->id);
  g_free (term->name);
  g_free (term->also);
  g_free (term->definition);
  g_free (term->article);
  g_ptr_array_unref (term->sources);
  g_free (term);
}

/**
 * hc_glossary_free:
 * @self: (transfer full) (nullable): a glossary
 */
void
hc_glossary_free (HcGlossary *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->capitals);
  g_ptr_array_unref (self->terms);
  hc_record_file_free (self->file);
  g_free (self);
}

/* An abbreviation: nothing but capitals, digits and signs. */
static gboolean
is_in_capitals (const char *text)
{
  gboolean has_capital = FALSE;

  for (const char *position = text; *position != '\0'; position = g_utf8_next_char (position))
    {
      if (g_unichar_islower (g_utf8_get_char (position)))
        return FALSE;
      has_capital |= g_unichar_isupper (g_utf8_get_char (position));
    }

  return has_capital;
}

static void
add_form (HcGlossary  *self,
          HcTermDraft *term,
          const char  *text,
          HcFaultList *faults)
{
  g_autofree char *form = hc_text_rules_fold_term (text);
  const HcTermDraft *other = g_hash_table_lookup (self->forms, form);

  if (*form == '\0')
    hc_fault_list_add (faults, self->file->file, term->line, "a name without letters and digits");
  else if (other != NULL)
    hc_fault_list_add (faults, self->file->file, term->line,
                       "“%s” stands already in line %d", text, other->line);
  else
    g_hash_table_insert (self->forms, g_strdup (form), term);

  if (is_in_capitals (text))
    g_hash_table_add (self->capitals, g_steal_pointer (&form));
}

static void
add_term (HcGlossary  *self,
          HcRecord    *record,
          HcFaultList *faults)
{
  static const HcRecordKey keys[] = {
    { "term", TRUE, FALSE },
    { "also", FALSE, FALSE },
    { "definition", TRUE, FALSE },
    { "article", FALSE, FALSE },
    { "from", TRUE, FALSE },
  };
  HcTermDraft *term;
  const char *also;
  int line = record->line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  also = hc_record_get (record, "also", NULL);
  term = g_new0 (HcTermDraft, 1);
  term->name = g_strdup (hc_record_get (record, "term", NULL));
  term->id = hc_text_rules_make_anchor (term->name);
  term->also = g_strdup (also != NULL ? also : "");
  term->definition = g_strdup (hc_record_get (record, "definition", &line));
  term->article = g_strdup (hc_record_get (record, "article", NULL));
  term->sources = hc_record_file_cite (self->file, record, faults);
  term->line = record->line;
  g_ptr_array_add (self->terms, term);

  if (g_utf8_strlen (term->definition, -1) > MAX_DEFINITION_LENGTH)
    hc_fault_list_add (faults, self->file->file, line, "the definition has more than %d characters",
                       MAX_DEFINITION_LENGTH);

  add_form (self, term, term->name, faults);

  if (also != NULL)
    {
      g_auto (GStrv) forms = g_strsplit (also, ",", -1);

      for (guint i = 0; forms[i] != NULL; i++)
        add_form (self, term, g_strstrip (forms[i]), faults);
    }
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const HcTermDraft *) a)->id, ((const HcTermDraft *) b)->id);
}

/**
 * hc_glossary_read:
 * @file: (type filename): glossary.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the glossary
 */
HcGlossary *
hc_glossary_read (const char  *file,
                  const char  *text,
                  HcFaultList *faults)
{
  HcGlossary *self = g_new0 (HcGlossary, 1);

  self->file = hc_record_file_read (file, text, faults);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->capitals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->file->records->len; i++)
    add_term (self, g_ptr_array_index (self->file->records, i), faults);

  hc_record_file_check_sources (self->file, faults);
  g_ptr_array_sort_values (self->terms, compare_terms);

  return self;
}

static gboolean
is_word_character (const char *position)
{
  gunichar character = g_utf8_get_char (position);

  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Returns the end of the longest term that starts at @start, a word within markup; it has no tag and
 * nothing but spaces and dashes between its words. */
static const char *
find_term (HcGlossary   *self,
           const char   *start,
           HcTermDraft **term)
{
  const char *found = NULL;
  const char *end = start;

  for (int n_words = 1; n_words <= MAX_TERM_WORDS; n_words++)
    {
      g_autofree char *phrase = NULL;
      g_autofree char *form = NULL;
      HcTermDraft *candidate;

      while (is_word_character (end))
        end = g_utf8_next_char (end);

      phrase = g_strndup (start, (gsize) (end - start));
      form = hc_text_rules_fold_term (phrase);
      candidate = g_hash_table_lookup (self->forms, form);

      if (candidate != NULL && (!g_hash_table_contains (self->capitals, form) || is_in_capitals (phrase)))
        {
          found = end;
          *term = candidate;
        }

      if ((*end != ' ' && *end != '-') || !is_word_character (end + 1))
        break;

      end++;
    }

  return found;
}

/* Makes links of the terms that are not in @seen and puts them there. */
static char *
mark_markup (HcGlossary *self,
             const char *markup,
             GHashTable *seen)
{
  GString *marked = g_string_new (NULL);
  gboolean in_link = FALSE;
  const char *position = markup;

  while (*position != '\0')
    {
      const char *end = position;
      HcTermDraft *term = NULL;

      if (*position == '<' || *position == '&')
        {
          in_link = g_str_has_prefix (position, "<a ") || (in_link && !g_str_has_prefix (position, "</a>"));
          end = strchr (position, *position == '<' ? '>' : ';');
          end = end != NULL ? end + 1 : position + strlen (position);
        }
      else if (!is_word_character (position))
        {
          end = g_utf8_next_char (position);
        }
      else if (!in_link && (end = find_term (self, position, &term)) != NULL &&
               g_hash_table_add (seen, term))
        {
          g_string_append_printf (marked, "<a href=\"health-center:term/%s\">", term->id);
          g_string_append_len (marked, position, end - position);
          g_string_append (marked, "</a>");
          position = end;
          continue;
        }
      else if (end == NULL || in_link)
        {
          for (end = position; is_word_character (end); end = g_utf8_next_char (end))
            ;
        }

      g_string_append_len (marked, position, end - position);
      position = end;
    }

  return g_string_free_and_steal (marked);
}

static void
mark_blocks (HcGlossary *self,
             GPtrArray  *blocks,
             GHashTable *seen)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == HC_BLOCK_PARAGRAPH)
        {
          char *marked = mark_markup (self, block->markup, seen);

          g_free (block->markup);
          block->markup = marked;
        }
      else if (block->kind != HC_BLOCK_TABLE)
        {
          mark_blocks (self, block->children, seen);
        }
    }
}

/**
 * hc_glossary_mark:
 * @self: a glossary
 * @article: an article
 *
 * Makes a link of the first mention of each term in the paragraphs of an article. Headings and tables
 * are left alone.
 */
void
hc_glossary_mark (HcGlossary     *self,
                  HcArticleDraft *article)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_if_fail (self != NULL);
  g_return_if_fail (article != NULL);

  mark_blocks (self, article->blocks, seen);
}
