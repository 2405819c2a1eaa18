/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-writer.h"

#include "hc-search-postings.h"
#include "hc-search-resources.h"
#include "hc-search-tokenizer.h"

#define SCHEMA "/io/github/health_center/HealthCenter/library/search.sql"

/* Lists are written when they have grown to this many bytes together, so that a large import needs no
 * more memory than a small one, but for its words. */
#define MAX_BUFFERED (32 * 1024 * 1024)

/* Words that begin with the same one or two letters have a list of their own: there are too many of
 * them to be put together with every letter that somebody types. */
#define N_LETTERS 2

/* The longest synonym, in words: "low anterior resection syndrome". Longer ones are not found. */
#define MAX_PHRASE_WORDS 6

/* How much a term says grows with how often it stands there, but less and less, and a long text has to
 * say it more often: the formula of BM25, with a fixed length as that of the average text, so that a
 * document weighs the same whatever others there are. */
#define SATURATION 1.2
#define LENGTH_SHARE 0.6
#define AVERAGE_WORDS 500.0
#define MAX_WORDS 4000.0
#define SUMMARY_TIMES 3.0
#define TITLE_TIMES 30.0

typedef struct
{
  char       *text;
  GByteArray *postings;
  guint32     first;
  guint32     last;
  GPtrArray  *phrases; /* of Phrase: those that end with this stem; NULL: none */

  /* Of the document that is being added. */
  guint       n_title;
  guint       n_summary;
  guint       n_body;
  gboolean    starts;
} Term;

typedef struct
{
  char    *text;
  Term    *stem;
  Term    *letters[N_LETTERS];
  guint32  frequency;
  guint32  last;
} Word;

typedef struct
{
  Term  *term;
  guint  n_stems;
  Term  *stems[MAX_PHRASE_WORDS];
} Phrase;

struct _HcSearchWriter
{
  HcDatabase        *database;
  HcSearchTokenizer *tokenizer;
  HcStatement       *insert_document;
  HcStatement       *insert_name;
  HcStatement       *insert_term;
  HcStatement       *insert_word;
  HcStatement       *insert_synonym;

  GHashTable        *words;   /* of Word by its text */
  GHashTable        *terms;   /* of Term by its text */
  GPtrArray         *touched; /* of Term: those in the document that is being added */
  gsize              n_buffered;
  guint32            n_documents;
  gint64             n_meanings;

  /* Where the text that is being read stands. */
  HcSearchField      field;
  guint              n_words;
  Term              *recent[MAX_PHRASE_WORDS];
};

static void
term_free (gpointer data)
{
  Term *self = data;

  g_free (self->text);
  g_clear_pointer (&self->postings, g_byte_array_unref);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_free (self);
}

static void
word_free (gpointer data)
{
  Word *self = data;

  g_free (self->text);
  g_free (self);
}

static gboolean
prepare (HcSearchWriter  *self,
         HcStatement    **statement,
         const char      *sql,
         GError         **error)
{
  *statement = hc_database_prepare (self->database, sql, error);

  return *statement != NULL;
}

/**
 * hc_search_writer_new:
 * @database: a database that has none of the tables yet
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes the tables. What is written belongs into one transaction with this.
 *
 * Returns: (transfer full) (nullable): a writer, to be freed before @database
 */
HcSearchWriter *
hc_search_writer_new (HcDatabase  *database,
                      GError     **error)
{
  g_autoptr (HcSearchWriter) self = NULL;
  g_autoptr (GBytes) schema = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (HcSearchWriter, 1);
  self->database = g_object_ref (database);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, word_free);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, term_free);
  self->touched = g_ptr_array_new ();

  if (hc_search_get_resource () == NULL)
    hc_search_register_resource ();

  /* The data of a resource ends with a zero byte. */
  schema = g_resource_lookup_data (hc_search_get_resource (), SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (schema == NULL ||
      !hc_database_execute (database, g_bytes_get_data (schema, NULL), error) ||
      (self->tokenizer = hc_search_tokenizer_new (error)) == NULL ||
      !prepare (self, &self->insert_document,
                "INSERT INTO search_document (id, kind, target, title, also, summary, headings, body) "
                "VALUES (:id, :kind, :target, :title, ifnull(:also, ''), ifnull(:summary, ''), "
                "        ifnull(:headings, ''), ifnull(:body, ''))", error) ||
      !prepare (self, &self->insert_name,
                "INSERT OR IGNORE INTO search_name (name, document) VALUES (:name, :document)", error) ||
      !prepare (self, &self->insert_term,
                "INSERT INTO search_term (term, first, postings) VALUES (:term, :first, :postings)", error) ||
      !prepare (self, &self->insert_word,
                "INSERT INTO search_word (word, stem, frequency) VALUES (:word, :stem, :frequency)", error) ||
      !prepare (self, &self->insert_synonym,
                "INSERT INTO synonym (term, meaning) VALUES (:term, :meaning)", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_search_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
hc_search_writer_free (HcSearchWriter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->insert_document, hc_statement_free);
  g_clear_pointer (&self->insert_name, hc_statement_free);
  g_clear_pointer (&self->insert_term, hc_statement_free);
  g_clear_pointer (&self->insert_word, hc_statement_free);
  g_clear_pointer (&self->insert_synonym, hc_statement_free);
  g_clear_pointer (&self->tokenizer, hc_search_tokenizer_free);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->terms);
  g_ptr_array_unref (self->touched);
  g_object_unref (self->database);
  g_free (self);
}

static Term *
get_term (HcSearchWriter *self,
          const char     *text)
{
  Term *term = g_hash_table_lookup (self->terms, text);

  if (term == NULL)
    {
      term = g_new0 (Term, 1);
      term->text = g_strdup (text);
      g_hash_table_insert (self->terms, term->text, term);
    }

  return term;
}

static Word *
get_word (HcSearchWriter *self,
          const char     *text)
{
  Word *word = g_hash_table_lookup (self->words, text);
  const char *end = text;

  if (word != NULL)
    return word;

  word = g_new0 (Word, 1);
  word->text = g_strdup (text);
  word->stem = get_term (self, hc_search_tokenizer_get_stem (self->tokenizer, text, strlen (text)));

  for (guint i = 0; i < N_LETTERS && *end != '\0'; i++)
    {
      g_autofree char *letters = NULL;

      end = g_utf8_next_char (end);
      letters = g_strdup_printf ("%.*s*", (int) (end - text), text);
      word->letters[i] = get_term (self, letters);
    }

  g_hash_table_insert (self->words, word->text, word);

  return word;
}

/**
 * hc_search_writer_add_synonyms:
 * @self: a writer that has no document yet
 * @terms: (array zero-terminated=1): terms that mean the same
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Adds terms of which each finds all the others.
 *
 * Returns: whether they were written
 */
gboolean
hc_search_writer_add_synonyms (HcSearchWriter     *self,
                               const char *const  *terms,
                               GError            **error)
{
  g_return_val_if_fail (self != NULL && self->n_documents == 0, FALSE);
  g_return_val_if_fail (terms != NULL, FALSE);

  self->n_meanings++;

  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autofree char *term = hc_search_tokenizer_fold (self->tokenizer, terms[i]);
      g_autofree char *stem = hc_search_tokenizer_stem (self->tokenizer, term);
      g_auto (GStrv) stems = g_strsplit (stem, " ", -1);
      Phrase *phrase;

      hc_statement_reset (self->insert_synonym);
      hc_statement_bind_text (self->insert_synonym, ":term", term);
      hc_statement_bind_int64 (self->insert_synonym, ":meaning", self->n_meanings);

      if (!hc_statement_run (self->insert_synonym, error))
        return FALSE;

      if (g_strv_length (stems) < 2 || g_strv_length (stems) > MAX_PHRASE_WORDS ||
          g_hash_table_contains (self->terms, stem))
        continue;

      phrase = g_new0 (Phrase, 1);
      phrase->term = get_term (self, stem);
      for (; stems[phrase->n_stems] != NULL; phrase->n_stems++)
        phrase->stems[phrase->n_stems] = get_term (self, stems[phrase->n_stems]);

      {
        Term *last = phrase->stems[phrase->n_stems - 1];

        if (last->phrases == NULL)
          last->phrases = g_ptr_array_new_with_free_func (g_free);
        g_ptr_array_add (last->phrases, phrase);
      }
    }

  return TRUE;
}

static void
count_term (HcSearchWriter *self,
            Term           *term,
            guint           position)
{
  if (term->n_title + term->n_summary + term->n_body == 0)
    g_ptr_array_add (self->touched, term);

  switch (self->field)
    {
    case HC_SEARCH_FIELD_START:
    case HC_SEARCH_FIELD_TITLE:
      term->n_title++;
      term->starts = term->starts || position == 0;
      break;
    case HC_SEARCH_FIELD_SUMMARY:
      term->n_summary++;
      break;
    case HC_SEARCH_FIELD_BODY:
    default:
      term->n_body++;
      break;
    }
}

/* The stem of the word that was just read is the last one of @self->recent. */
static void
count_phrases (HcSearchWriter *self,
               GPtrArray      *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      Phrase *phrase = g_ptr_array_index (phrases, i);

      if (self->n_words >= phrase->n_stems &&
          memcmp (self->recent + MAX_PHRASE_WORDS - phrase->n_stems, phrase->stems,
                  phrase->n_stems * sizeof (Term *)) == 0)
        count_term (self, phrase->term, self->n_words - phrase->n_stems);
    }
}

static gboolean
read_word_cb (const char *text,
              gsize       start,
              gsize       end,
              gpointer    user_data)
{
  HcSearchWriter *self = user_data;
  Word *word = get_word (self, text);

  if (word->last != self->n_documents)
    {
      word->last = self->n_documents;
      word->frequency++;
    }

  count_term (self, word->stem, self->n_words);
  for (guint i = 0; i < N_LETTERS && word->letters[i] != NULL; i++)
    count_term (self, word->letters[i], self->n_words);

  self->n_words++;
  memmove (self->recent, self->recent + 1, (MAX_PHRASE_WORDS - 1) * sizeof (Term *));
  self->recent[MAX_PHRASE_WORDS - 1] = word->stem;
  if (word->stem->phrases != NULL)
    count_phrases (self, word->stem->phrases);

  return TRUE;
}

/* Returns the number of words. */
static guint
read_field (HcSearchWriter *self,
            HcSearchField   field,
            const char     *text)
{
  self->field = field;
  self->n_words = 0;

  if (text != NULL)
    hc_search_tokenizer_foreach (self->tokenizer, text, -1, read_word_cb, self);

  return self->n_words;
}

static guint8
weigh (const Term *term,
       guint       n_title_words,
       guint       n_words)
{
  HcSearchField field = term->starts          ? HC_SEARCH_FIELD_START
                        : term->n_title > 0   ? HC_SEARCH_FIELD_TITLE
                        : term->n_summary > 0 ? HC_SEARCH_FIELD_SUMMARY
                                              : HC_SEARCH_FIELD_BODY;
  double times = term->n_body + SUMMARY_TIMES * term->n_summary;
  double length = MIN (n_words, MAX_WORDS) / AVERAGE_WORDS;

  /* The fewer words a title has, the more each one says. */
  if (term->n_title > 0)
    times += TITLE_TIMES / (2 + n_title_words);

  return HC_SEARCH_VALUE (field, 1 + (guint) ((HC_SEARCH_MAX_WEIGHT - 1) * times /
                                              (times + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length))));
}

static void
add_postings (HcSearchWriter *self,
              guint           n_title_words,
              guint           n_words)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      Term *term = g_ptr_array_index (self->touched, i);
      guint length;

      if (term->postings == NULL)
        {
          term->postings = g_byte_array_new ();
          term->first = self->n_documents;
          term->last = 0;
        }

      length = term->postings->len;
      hc_search_postings_append (term->postings, term->last, self->n_documents,
                                 weigh (term, n_title_words, n_words));
      self->n_buffered += term->postings->len - length;

      term->last = self->n_documents;
      term->n_title = term->n_summary = term->n_body = 0;
      term->starts = FALSE;
    }

  g_ptr_array_set_size (self->touched, 0);
}

static gboolean
add_name (HcSearchWriter  *self,
          const char      *text,
          GError         **error)
{
  g_autofree char *name = hc_search_tokenizer_fold (self->tokenizer, text);

  if (*name == '\0')
    return TRUE;

  hc_statement_reset (self->insert_name);
  hc_statement_bind_text (self->insert_name, ":name", name);
  hc_statement_bind_int64 (self->insert_name, ":document", self->n_documents);

  return hc_statement_run (self->insert_name, error);
}

/**
 * hc_search_writer_add:
 * @self: a writer
 * @document: something that can be found; the more important comes first
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
hc_search_writer_add (HcSearchWriter          *self,
                      const HcSearchDocument  *document,
                      GError                 **error)
{
  g_auto (GStrv) also = NULL;
  guint n_title_words, n_words;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (document->kind != NULL && document->target != NULL && document->title != NULL, FALSE);

  also = g_strsplit (document->also != NULL ? document->also : "", "\n", -1);

  hc_statement_reset (self->insert_document);
  hc_statement_bind_int64 (self->insert_document, ":id", ++self->n_documents);
  hc_statement_bind_text (self->insert_document, ":kind", document->kind);
  hc_statement_bind_text (self->insert_document, ":target", document->target);
  hc_statement_bind_text (self->insert_document, ":title", document->title);
  hc_statement_bind_text (self->insert_document, ":also", document->also);
  hc_statement_bind_text (self->insert_document, ":summary", document->summary);
  hc_statement_bind_text (self->insert_document, ":headings", document->headings);
  hc_statement_bind_text (self->insert_document, ":body", document->body);

  if (!hc_statement_run (self->insert_document, error) || !add_name (self, document->title, error))
    return FALSE;

  n_title_words = read_field (self, HC_SEARCH_FIELD_TITLE, document->title);
  for (guint i = 0; also[i] != NULL; i++)
    {
      if (!add_name (self, also[i], error))
        return FALSE;
      read_field (self, HC_SEARCH_FIELD_TITLE, also[i]);
    }

  n_words = read_field (self, HC_SEARCH_FIELD_SUMMARY, document->summary);
  n_words += read_field (self, HC_SEARCH_FIELD_SUMMARY, document->headings);
  n_words += read_field (self, HC_SEARCH_FIELD_BODY, document->body);
  add_postings (self, n_title_words, n_words);

  return self->n_buffered < MAX_BUFFERED || hc_search_writer_flush (self, error);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In their order: the same documents give the same file. */
static GPtrArray *
list_keys (GHashTable *table)
{
  GPtrArray *keys = g_hash_table_get_keys_as_ptr_array (table);

  g_ptr_array_sort (keys, compare_texts);

  return keys;
}

/**
 * hc_search_writer_flush:
 * @self: a writer
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes the lists that were gathered, as it is done when they need much memory. What is added after
 * it is found as well, a little more slowly.
 *
 * Returns: whether they were written
 */
gboolean
hc_search_writer_flush (HcSearchWriter  *self,
                        GError         **error)
{
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  keys = list_keys (self->terms);

  for (guint i = 0; i < keys->len; i++)
    {
      Term *term = g_hash_table_lookup (self->terms, g_ptr_array_index (keys, i));

      if (term->postings == NULL)
        continue;

      hc_statement_reset (self->insert_term);
      hc_statement_bind_text (self->insert_term, ":term", term->text);
      hc_statement_bind_int64 (self->insert_term, ":first", term->first);
      hc_statement_bind_bytes (self->insert_term, ":postings", term->postings->data, term->postings->len);

      if (!hc_statement_run (self->insert_term, error))
        return FALSE;

      g_clear_pointer (&term->postings, g_byte_array_unref);
    }

  self->n_buffered = 0;

  return TRUE;
}

/**
 * hc_search_writer_finish:
 * @self: a writer that has all documents
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether all is written
 */
gboolean
hc_search_writer_finish (HcSearchWriter  *self,
                         GError         **error)
{
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!hc_search_writer_flush (self, error))
    return FALSE;

  keys = list_keys (self->words);

  for (guint i = 0; i < keys->len; i++)
    {
      Word *word = g_hash_table_lookup (self->words, g_ptr_array_index (keys, i));

      hc_statement_reset (self->insert_word);
      hc_statement_bind_text (self->insert_word, ":word", word->text);
      hc_statement_bind_text (self->insert_word, ":stem", word->stem->text);
      hc_statement_bind_int64 (self->insert_word, ":frequency", word->frequency);

      if (!hc_statement_run (self->insert_word, error))
        return FALSE;
    }

  return TRUE;
}
