/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-tokenizer.h"

#include <sqlite3.h>

#include "hc-database.h"

/* A longer word is cut: nobody looks for it, and it has no stem. */
#define MAX_WORD_BYTES 64

typedef struct
{
  fts5_tokenizer  methods;
  Fts5Tokenizer  *instance;
} Tokenizer;

struct _HcSearchTokenizer
{
  /* The tokenizers belong to a connection; this one has no file. */
  sqlite3   *handle;
  Tokenizer  words;
  Tokenizer  stems;
  char       stem[MAX_WORD_BYTES + 1];
};

typedef struct
{
  HcSearchWordFunc func;
  gpointer         user_data;
} Walk;

static fts5_api *
find_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }

  sqlite3_finalize (statement);

  return api;
}

static gboolean
make_tokenizer (fts5_api    *api,
                const char  *name,
                const char **arguments,
                int          n_arguments,
                Tokenizer   *tokenizer)
{
  void *data = NULL;

  return api->xFindTokenizer (api, name, &data, &tokenizer->methods) == SQLITE_OK &&
         tokenizer->methods.xCreate (data, arguments, n_arguments, &tokenizer->instance) == SQLITE_OK;
}

/**
 * hc_search_tokenizer_new:
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a tokenizer; %NULL where SQLite has no FTS5
 */
HcSearchTokenizer *
hc_search_tokenizer_new (GError **error)
{
  const char *arguments[] = { "unicode61", "remove_diacritics", "2" };
  g_autoptr (HcSearchTokenizer) self = g_new0 (HcSearchTokenizer, 1);
  fts5_api *api = NULL;

  if (sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    api = find_api (self->handle);

  if (api == NULL ||
      !make_tokenizer (api, "unicode61", arguments + 1, 2, &self->words) ||
      !make_tokenizer (api, "porter", arguments, 3, &self->stems))
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED, "SQLite has no tokenizers");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * hc_search_tokenizer_free:
 * @self: (transfer full) (nullable): a tokenizer
 */
void
hc_search_tokenizer_free (HcSearchTokenizer *self)
{
  if (self == NULL)
    return;

  if (self->words.instance != NULL)
    self->words.methods.xDelete (self->words.instance);
  if (self->stems.instance != NULL)
    self->stems.methods.xDelete (self->stems.instance);

  sqlite3_close (self->handle);
  g_free (self);
}

static int
copy_token (char       *copy,
            const char *token,
            int         length)
{
  length = MIN (length, MAX_WORD_BYTES);
  /* Not within a letter. */
  while (length > 0 && length == MAX_WORD_BYTES && ((guchar) token[length] & 0xc0) == 0x80)
    length--;

  memcpy (copy, token, (gsize) length);
  copy[length] = '\0';

  return length;
}

static int
word_cb (void       *user_data,
         int         flags,
         const char *token,
         int         length,
         int         start,
         int         end)
{
  Walk *walk = user_data;
  char word[MAX_WORD_BYTES + 1];

  /* A mark that stands by itself leaves nothing when it is folded. */
  if (copy_token (word, token, length) == 0)
    return SQLITE_OK;

  return walk->func (word, (gsize) start, (gsize) end, walk->user_data) ? SQLITE_OK : SQLITE_DONE;
}

/**
 * hc_search_tokenizer_foreach:
 * @self: a tokenizer
 * @text: valid UTF-8
 * @length: its length in bytes, -1 up to the zero byte
 * @func: (scope call): what to do with each word
 * @user_data: passed to @func
 *
 * Walks through the words of a text.
 */
void
hc_search_tokenizer_foreach (HcSearchTokenizer *self,
                             const char        *text,
                             gssize             length,
                             HcSearchWordFunc   func,
                             gpointer           user_data)
{
  Walk walk = { .func = func, .user_data = user_data };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (func != NULL);

  if (length < 0)
    length = (gssize) strlen (text);

  self->words.methods.xTokenize (self->words.instance, &walk, FTS5_TOKENIZE_DOCUMENT, text,
                                 (int) MIN (length, G_MAXINT), word_cb);
}

/* FTS5 knows the characters of Unicode 6.1 and takes newer ones for letters: emoji among them, which
 * people type and no document has. */
static char *
part_words (const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);

  for (char *p = valid; *p != '\0'; )
    {
      gunichar c = g_utf8_get_char (p);
      char *next = g_utf8_next_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        memset (p, ' ', (gsize) (next - p));
      p = next;
    }

  return valid;
}

typedef struct
{
  GPtrArray *words;
  guint      limit;
} Split;

static gboolean
split_cb (const char *word,
          gsize       start,
          gsize       end,
          gpointer    user_data)
{
  Split *split = user_data;

  if (split->words->len < split->limit)
    g_ptr_array_add (split->words, g_strdup (word));

  return split->words->len < split->limit;
}

/**
 * hc_search_tokenizer_split:
 * @self: a tokenizer
 * @text: anything at all
 * @limit: how many words at the most
 *
 * Returns: (transfer full) (element-type utf8): the first words of @text
 */
GPtrArray *
hc_search_tokenizer_split (HcSearchTokenizer *self,
                           const char        *text,
                           guint              limit)
{
  Split split = { .words = g_ptr_array_new_with_free_func (g_free), .limit = limit };
  g_autofree char *valid = NULL;

  g_return_val_if_fail (self != NULL, split.words);
  g_return_val_if_fail (text != NULL, split.words);

  valid = part_words (text);
  hc_search_tokenizer_foreach (self, valid, -1, split_cb, &split);

  return split.words;
}

static gboolean
fold_cb (const char *word,
         gsize       start,
         gsize       end,
         gpointer    user_data)
{
  GString *folded = user_data;

  if (folded->len > 0)
    g_string_append_c (folded, ' ');
  g_string_append (folded, word);

  return TRUE;
}

/**
 * hc_search_tokenizer_fold:
 * @self: a tokenizer
 * @text: anything at all
 *
 * Returns: (transfer full): all words of @text with a blank between them
 */
char *
hc_search_tokenizer_fold (HcSearchTokenizer *self,
                          const char        *text)
{
  g_autofree char *valid = NULL;
  GString *folded;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  valid = part_words (text);
  folded = g_string_new (NULL);
  hc_search_tokenizer_foreach (self, valid, -1, fold_cb, folded);

  return g_string_free_and_steal (folded);
}

static int
stem_cb (void       *user_data,
         int         flags,
         const char *token,
         int         length,
         int         start,
         int         end)
{
  copy_token (user_data, token, length);

  return SQLITE_DONE;
}

/**
 * hc_search_tokenizer_get_stem:
 * @self: a tokenizer
 * @word: a word
 * @length: its length in bytes
 *
 * Returns: (transfer none): its stem, without accents and in small letters, valid until the next one;
 *   empty when it is no word
 */
const char *
hc_search_tokenizer_get_stem (HcSearchTokenizer *self,
                              const char        *word,
                              gsize              length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (word != NULL, NULL);

  self->stem[0] = '\0';
  self->stems.methods.xTokenize (self->stems.instance, self->stem, FTS5_TOKENIZE_DOCUMENT, word,
                                 (int) MIN (length, G_MAXINT), stem_cb);

  return self->stem;
}

/**
 * hc_search_tokenizer_stem:
 * @self: a tokenizer
 * @words: words with blanks between them, as hc_search_tokenizer_fold() makes them
 *
 * Returns: (transfer full): their stems with blanks between them
 */
char *
hc_search_tokenizer_stem (HcSearchTokenizer *self,
                          const char        *words)
{
  GString *stems;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  stems = g_string_new (NULL);

  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");

      if (stems->len > 0)
        g_string_append_c (stems, ' ');
      g_string_append (stems, hc_search_tokenizer_get_stem (self, words, length));

      words += length;
      words += strspn (words, " ");
    }

  return g_string_free_and_steal (stems);
}
