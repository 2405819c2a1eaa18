/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-marker.h"

/* How many words an excerpt has, and how many of them may stand before the first that was found. */
#define EXCERPT_WORDS 18
#define MAX_WORDS_BEFORE 8

/* The longest synonym that is marked, in words. */
#define MAX_STEMS 6

#define ELLIPSIS "…"

/* What is marked: a word with this stem, several of them one after another, or what begins so. */
typedef struct
{
  guint  group;
  guint  n_stems;
  char  *stems[MAX_STEMS];
  char  *beginning;
} Pattern;

/* A word of a text, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
} Span;

typedef struct
{
  guint first;  /* the number of its first word in the text */
  guint n_words;
  guint group;
} Match;

/* A text that was read. */
typedef struct
{
  Span   *words;
  guint   n_words;
  guint   n_allocated;
  GArray *matches; /* of Match */
} Reading;

struct _HcSearchMarker
{
  HcSearchTokenizer *tokenizer;
  GPtrArray         *patterns; /* of Pattern */
  guint              n_groups;
  /* Whether a word that begins with this letter may be one. */
  gboolean           may_begin[128];

  /* Kept from one excerpt to the next, since they grow to the length of a text. */
  Reading            summary;
  Reading            body;
};

static void
pattern_free (gpointer data)
{
  Pattern *self = data;

  for (guint i = 0; i < self->n_stems; i++)
    g_free (self->stems[i]);
  g_free (self->beginning);
  g_free (self);
}

static Reading
new_reading (void)
{
  return (Reading) {
    .matches = g_array_new (FALSE, FALSE, sizeof (Match)),
  };
}

static void
free_reading (Reading *reading)
{
  g_free (reading->words);
  g_array_unref (reading->matches);
}

static void
add_pattern (HcSearchMarker *self,
             guint           group,
             const char     *words,
             gboolean        is_beginning)
{
  Pattern *pattern = g_new0 (Pattern, 1);
  g_auto (GStrv) parts = g_strsplit (words, " ", MAX_STEMS + 1);

  pattern->group = group;

  if (is_beginning)
    pattern->beginning = g_strdup (words);
  else
    for (; parts[pattern->n_stems] != NULL && pattern->n_stems < MAX_STEMS; pattern->n_stems++)
      pattern->stems[pattern->n_stems] = hc_search_tokenizer_stem (self->tokenizer, parts[pattern->n_stems]);

  g_ptr_array_add (self->patterns, pattern);

  if ((guchar) words[0] < G_N_ELEMENTS (self->may_begin))
    self->may_begin[(guchar) words[0]] = TRUE;
}

/**
 * hc_search_marker_new:
 * @tokenizer: a tokenizer that outlives the marker
 * @query: what was looked for
 *
 * Returns: (transfer full): a marker
 */
HcSearchMarker *
hc_search_marker_new (HcSearchTokenizer *tokenizer,
                      HcSearchQuery     *query)
{
  HcSearchMarker *self = g_new0 (HcSearchMarker, 1);

  self->tokenizer = tokenizer;
  self->patterns = g_ptr_array_new_with_free_func (pattern_free);
  self->n_groups = query->groups->len;
  self->summary = new_reading ();
  self->body = new_reading ();

  for (guint i = 0; i < query->groups->len; i++)
    {
      HcSearchGroup *group = g_ptr_array_index (query->groups, i);
      g_autofree char *words = hc_search_query_print (query, group);

      /* Of a phrase the words by themselves may say something else: "throwing up" and "up". */
      add_pattern (self, i, words, FALSE);
      if (group->n_words == 1 && group->first + 1 == query->words->len)
        add_pattern (self, i, words, TRUE);

      for (guint j = 0; j < group->synonyms->len; j++)
        add_pattern (self, i, g_ptr_array_index (group->synonyms, j), FALSE);
    }

  return self;
}

/**
 * hc_search_marker_free:
 * @self: (transfer full) (nullable): a marker
 */
void
hc_search_marker_free (HcSearchMarker *self)
{
  if (self == NULL)
    return;

  free_reading (&self->summary);
  free_reading (&self->body);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The end of a stretch of letters, or of what is between two of them. Most bytes are ASCII. */
static const char *
skip (const char *p,
      gboolean    letters)
{
  while (*p != '\0')
    if ((guchar) *p < 0x80)
      {
        if (g_ascii_isalnum (*p) != letters)
          break;
        p++;
      }
    else
      {
        if (is_in_word (g_utf8_get_char (p)) != letters)
          break;
        p = g_utf8_next_char (p);
      }

  return p;
}

/* The words of the tokenizer are these, but it is slow when only a few of them matter. */
static gboolean
next_word (const char *text,
           gsize       from,
           Span       *word)
{
  const char *start = skip (text + from, FALSE);

  word->start = (gsize) (start - text);
  word->end = (gsize) (skip (start, TRUE) - text);

  return word->end > word->start;
}

/* A stem differs from its word only at the end: most words need no stemming to be told from it. */
static gboolean
has_stem (HcSearchMarker *self,
          const char     *text,
          const Span     *word,
          const char     *stem)
{
  for (gsize i = 0; i < 2 && stem[i] != '\0' && word->start + i < word->end; i++)
    {
      guchar letter = (guchar) text[word->start + i];

      if (letter >= 0x80)
        break;
      if (g_ascii_tolower ((char) letter) != stem[i])
        return FALSE;
    }

  return g_str_equal (hc_search_tokenizer_get_stem (self->tokenizer, text + word->start,
                                                    word->end - word->start),
                      stem);
}

static gboolean
begins_with (HcSearchMarker *self,
             const char     *text,
             const Span     *word,
             const char     *beginning)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;
  gsize i;

  /* Most texts need no folding but of capitals. */
  for (i = 0; beginning[i] != '\0' && word->start + i < word->end; i++)
    {
      guchar letter = (guchar) text[word->start + i];

      if (letter >= 0x80)
        break;
      if (g_ascii_tolower ((char) letter) != beginning[i])
        return FALSE;
    }

  if (beginning[i] == '\0')
    return TRUE;
  if (word->start + i == word->end)
    return FALSE;

  copy = g_strndup (text + word->start, word->end - word->start);
  folded = hc_search_tokenizer_fold (self->tokenizer, copy);

  return g_str_has_prefix (folded, beginning);
}

static gboolean
has_stems (HcSearchMarker *self,
           const char     *text,
           Span            word,
           const Pattern  *pattern)
{
  for (guint i = 0; i < pattern->n_stems; i++)
    {
      if (i > 0 && !next_word (text, word.end, &word))
        return FALSE;
      if (!has_stem (self, text, &word, pattern->stems[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether the last matches of all groups stand so close together that an excerpt has room for them. */
static gboolean
is_complete (HcSearchMarker *self,
             const guint    *last,
             guint           here)
{
  for (guint i = 0; i < self->n_groups; i++)
    if (last[i] == 0 || last[i] + EXCERPT_WORDS - MAX_WORDS_BEFORE <= here)
      return FALSE;

  return TRUE;
}

static void
append_word (Reading *reading,
             Span     word)
{
  if (reading->n_words == reading->n_allocated)
    {
      reading->n_allocated = MAX (reading->n_allocated * 2, 1024);
      reading->words = g_renew (Span, reading->words, reading->n_allocated);
    }

  reading->words[reading->n_words++] = word;
}

/* Finds the words of the query in a text until all of them stand close together, and what else is in
 * the excerpt then. */
static void
read_text (HcSearchMarker *self,
           const char     *text,
           Reading        *reading)
{
  g_autofree guint *last = g_new0 (guint, self->n_groups); /* by group: the number of the word, from 1 */
  guint n_wanted = G_MAXUINT;
  Span word = { 0 };

  reading->n_words = 0;
  g_array_set_size (reading->matches, 0);

  while (reading->n_words < n_wanted && next_word (text, word.end, &word))
    {
      guchar letter = (guchar) text[word.start];

      append_word (reading, word);

      if (letter < 0x80 && !self->may_begin[(guchar) g_ascii_tolower ((char) letter)])
        continue;

      for (guint i = 0; i < self->patterns->len; i++)
        {
          const Pattern *pattern = g_ptr_array_index (self->patterns, i);
          Match match = {
            .first = reading->n_words - 1,
            .n_words = MAX (pattern->n_stems, 1),
            .group = pattern->group,
          };

          if (pattern->beginning != NULL ? begins_with (self, text, &word, pattern->beginning)
                                         : has_stems (self, text, word, pattern))
            {
              g_array_append_val (reading->matches, match);
              last[match.group] = reading->n_words;
              break;
            }
        }

      if (n_wanted == G_MAXUINT && is_complete (self, last, reading->n_words))
        n_wanted = reading->n_words + EXCERPT_WORDS + MAX_STEMS;
    }
}

/* How many groups have a match among the words of an excerpt that begins with this match. */
static guint
count_groups (GArray *matches,
              guint   first)
{
  guint start = g_array_index (matches, Match, first).first;
  guint32 seen = 0;
  guint n = 0;

  for (guint i = first; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (match->first >= start + EXCERPT_WORDS - MAX_WORDS_BEFORE)
        break;
      if ((seen & (1u << match->group)) == 0)
        n++;
      seen |= 1u << match->group;
    }

  return n;
}

/* Returns how many groups are in the best excerpt, and with which match it begins. */
static guint
find_best (GArray *matches,
           guint  *best)
{
  guint most = 0;

  *best = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      guint n = count_groups (matches, i);

      if (n > most)
        {
          most = n;
          *best = i;
        }
    }

  return most;
}

static gboolean
begins_sentence (const char *text,
                 gsize       end_before,
                 gsize       start)
{
  for (gsize i = end_before; i < start; i++)
    if (strchr (".!?:\n", text[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The beginning of the sentence or paragraph where that is near, and else a few words before. */
static guint
find_start (const char *text,
            const Span *words,
            guint       first)
{
  for (guint n = 0; n <= MAX_WORDS_BEFORE; n++)
    if (first == n || begins_sentence (text, words[first - n - 1].end,
                                       words[first - n].start))
      return first - n;

  return first - MAX_WORDS_BEFORE / 2;
}

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       start,
                gsize       end)
{
  g_autofree char *escaped = g_markup_escape_text (text + start, (gssize) (end - start));
  const char *p = escaped;

  for (; *p != '\0'; p++)
    g_string_append_c (markup, *p == '\n' ? ' ' : *p);
}

static char *
print_excerpt (const char    *text,
               const Reading *reading,
               guint          best)
{
  const Span *words = reading->words;
  guint n_words = reading->n_words;
  GArray *matches = reading->matches;
  GString *markup = g_string_new (NULL);
  guint first = 0, last;
  gsize position, end;

  if (n_words == 0)
    return g_string_free_and_steal (markup);

  if (matches->len > 0)
    first = find_start (text, words, g_array_index (matches, Match, best).first);

  last = MIN (first + EXCERPT_WORDS, n_words) - 1;
  position = first > 0 ? words[first].start : 0;
  end = last + 1 < n_words ? words[last].end : strlen (text);

  if (first > 0)
    g_string_append (markup, ELLIPSIS);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      gsize match_start = words[match->first].start;
      gsize match_end = words[MIN (match->first + match->n_words, n_words) - 1].end;

      if (match_start < position || match->first > last)
        continue;

      append_escaped (markup, text, position, match_start);
      g_string_append (markup, "<b>");
      append_escaped (markup, text, match_start, match_end);
      g_string_append (markup, "</b>");
      position = match_end;
    }

  append_escaped (markup, text, position, MAX (position, end));
  if (last + 1 < n_words)
    g_string_append (markup, ELLIPSIS);

  return g_string_free_and_steal (markup);
}

/**
 * hc_search_marker_make_excerpt:
 * @self: a marker
 * @summary: a short text
 * @body: a long text
 *
 * Looks for the place where most of what was looked for stands together: in @body where it is more
 * there than in @summary.
 *
 * Returns: (transfer full): Pango markup in one line: the words around that place, with what was found in
 *   bold; the beginning of @summary where nothing of it is found
 */
char *
hc_search_marker_make_excerpt (HcSearchMarker *self,
                               const char     *summary,
                               const char     *body)
{
  guint n_found, best, body_best;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (summary != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  read_text (self, summary, &self->summary);
  n_found = find_best (self->summary.matches, &best);

  if (n_found < self->n_groups)
    {
      read_text (self, body, &self->body);

      if (find_best (self->body.matches, &body_best) > n_found || self->summary.n_words == 0)
        return print_excerpt (body, &self->body, body_best);
    }

  return print_excerpt (summary, &self->summary, best);
}
