/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the search over more documents than are shipped. Prints one "name value unit" a line, and
 * leaves the documents and the queries in a folder, so that bench.py can measure others with the same.
 *
 * usage: bench-search LIBRARY-FILE FOLDER */

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>

#include "bench-queries.h"
#include "hc-search-index.h"
#include "hc-search-writer.h"

#define N_ROUNDS 3
#define SEED 20261121

/* A collection of documents.
 *
 * @copies: how often it has each document of the library; 0: the documents are made up
 * @limit: how many hits are asked for
 * @is_kept: whether others measure with it, too */
typedef struct
{
  const char *name;
  guint       copies;
  guint       n_documents;
  guint       n_title_words;
  guint       n_words;
  guint       limit;
  gboolean    is_kept;
} Collection;

static const Collection collections[] = {
  { .name = "library", .copies = 1, .limit = 50, .is_kept = TRUE },
  { .name = "library-100", .copies = 100, .limit = 50, .is_kept = TRUE },
  { .name = "documents", .n_documents = 13000, .n_title_words = 4, .n_words = 500, .limit = 20, .is_kept = TRUE },
};

/* The words of the library, the most frequent first, and how likely one of the first n is. */
typedef struct
{
  GPtrArray *words;
  GArray    *odds;
  GRand     *random;
} Vocabulary;

typedef struct
{
  const Collection *collection;
  HcDatabase       *library;
  Vocabulary       *vocabulary;
  FILE             *file; /* NULL: nobody else needs the documents */
} Source;

static void
check (gpointer  result,
       GError   *error)
{
  if (result == NULL || error != NULL)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* Words of a language are about as frequent as Zipf says: the tenth a tenth as much as the first. */
static Vocabulary *
read_vocabulary (HcDatabase *library)
{
  Vocabulary *self = g_new0 (Vocabulary, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcStatement) statement =
    hc_database_prepare (library, "SELECT word FROM search_word ORDER BY frequency DESC, word", &error);
  double sum = 0;

  check (statement, error);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->odds = g_array_new (FALSE, FALSE, sizeof (double));
  self->random = g_rand_new_with_seed (SEED);

  while (hc_statement_step (statement, &error) == HC_STEP_ROW)
    {
      g_ptr_array_add (self->words, g_strdup (hc_statement_get_text (statement, "word")));
      sum += 1.0 / self->words->len;
      g_array_append_val (self->odds, sum);
    }

  return self;
}

static const char *
draw_word (Vocabulary *self)
{
  double chance = g_rand_double_range (self->random, 0, g_array_index (self->odds, double, self->odds->len - 1));
  guint low = 0, high = self->odds->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->odds, double, middle) < chance)
        low = middle + 1;
      else
        high = middle;
    }

  return g_ptr_array_index (self->words, low);
}

static void
draw_words (Vocabulary *self,
            GString    *text,
            guint       n)
{
  g_string_truncate (text, 0);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", draw_word (self));
}

static void
add (Source           *source,
     HcSearchWriter   *writer,
     HcSearchDocument  document)
{
  g_autoptr (GError) error = NULL;

  if (!hc_search_writer_add (writer, &document, &error))
    g_error ("%s", error->message);

  if (source->file != NULL)
    {
      g_autofree char *text = g_strconcat (document.title, "\t", document.summary != NULL ? document.summary : "", " ",
                                           document.headings != NULL ? document.headings : "", " ",
                                           document.body, NULL);

      g_strdelimit (text, "\n", ' ');
      fprintf (source->file, "%s\n", text);
    }
}

static void
add_library (Source         *source,
             HcSearchWriter *writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcStatement) statement =
    hc_database_prepare (source->library,
                         "SELECT kind, target, title, also, summary, headings, body FROM search_document ORDER BY id",
                         &error);

  check (statement, error);

  for (guint i = 0; i < source->collection->copies; i++)
    while (hc_statement_step (statement, &error) == HC_STEP_ROW)
      {
        g_autofree char *title = i == 0 ? g_strdup (hc_statement_get_text (statement, "title"))
                                        : g_strdup_printf ("%s %u", hc_statement_get_text (statement, "title"), i);

        add (source, writer,
             (HcSearchDocument) {
               .kind = hc_statement_get_text (statement, "kind"),
               .target = hc_statement_get_text (statement, "target"),
               .title = title,
               .also = hc_statement_get_text (statement, "also"),
               .summary = hc_statement_get_text (statement, "summary"),
               .headings = hc_statement_get_text (statement, "headings"),
               .body = hc_statement_get_text (statement, "body"),
             });
      }
}

static void
add_made_up (Source         *source,
             HcSearchWriter *writer)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < source->collection->n_documents; i++)
    {
      draw_words (source->vocabulary, title, source->collection->n_title_words);
      draw_words (source->vocabulary, body, source->collection->n_words);

      add (source, writer,
           (HcSearchDocument) {
             .kind = "article", .target = "health-center:article/x", .title = title->str, .body = body->str,
           });
    }
}

static gboolean
write_cb (HcDatabase  *database,
          gpointer     user_data,
          GError     **error)
{
  Source *source = user_data;
  g_autoptr (HcSearchWriter) writer = hc_search_writer_new (database, error);
  g_autoptr (HcStatement) synonyms = NULL;

  if (writer == NULL)
    return FALSE;

  synonyms = hc_database_prepare (source->library,
                                  "SELECT group_concat (term, '|') AS terms FROM synonym GROUP BY meaning", error);
  if (synonyms == NULL)
    return FALSE;

  while (hc_statement_step (synonyms, error) == HC_STEP_ROW)
    {
      g_auto (GStrv) terms = g_strsplit (hc_statement_get_text (synonyms, "terms"), "|", -1);

      if (!hc_search_writer_add_synonyms (writer, (const char *const *) terms, error))
        return FALSE;
    }

  if (source->collection->copies > 0)
    add_library (source, writer);
  else
    add_made_up (source, writer);

  return hc_search_writer_finish (writer, error);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *time_a = a, *time_b = b;

  return (*time_a > *time_b) - (*time_a < *time_b);
}

static gint64
get_median (GArray *times)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, gint64, times->len / 2);
}

static gint64
time_search (HcSearchIndex *index,
             const char    *text,
             guint          limit)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchHits) hits = hc_search_index_search (index, NULL, text, limit, &error);

  check (hits, error);

  return g_get_monotonic_time () - start;
}

/* Each keystroke counts with the median of its rounds: the worst one is slow by itself. */
static void
measure (HcSearchIndex    *index,
         const Collection *collection)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *worst_text = NULL;
  gint64 worst = 0, median;

  for (guint i = 0; i < G_N_ELEMENTS (bench_queries); i++)
    for (gsize n = 1; n <= strlen (bench_queries[i]); n++)
      {
        g_autofree char *text = g_strndup (bench_queries[i], n);
        g_autoptr (GArray) rounds = g_array_new (FALSE, FALSE, sizeof (gint64));

        for (guint round = 0; round < N_ROUNDS; round++)
          {
            gint64 us = time_search (index, text, collection->limit);

            g_array_append_val (rounds, us);
          }

        median = get_median (rounds);
        g_array_append_val (times, median);
        if (median > worst)
          {
            worst = median;
            g_set_str (&worst_text, text);
          }
      }

  g_print ("%s-median %.3f ms\n", collection->name, (double) get_median (times) / 1000.0);
  g_print ("%s-worst %.3f ms\n", collection->name, (double) worst / 1000.0);
  g_print ("%s-worst-text %s\n", collection->name, g_strdelimit (worst_text, " ", '_'));
}

static void
measure_collection (HcDatabase       *library,
                    Vocabulary       *vocabulary,
                    const char       *folder,
                    const Collection *collection)
{
  Source source = { .collection = collection, .library = library, .vocabulary = vocabulary };
  g_autofree char *base = g_build_filename (folder, collection->name, NULL);
  g_autofree char *path = g_strconcat (base, ".db", NULL);
  g_autofree char *documents = g_strconcat (base, ".tsv", NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchIndex) index = NULL;
  GStatBuf status;

  if (collection->is_kept && (source.file = g_fopen (documents, "w")) == NULL)
    g_error ("%s cannot be written", documents);

  {
    g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_READ_WRITE, &error);

    check (database, error);
    if (!hc_database_transaction (database, write_cb, &source, &error))
      g_error ("%s", error->message);
  }

  if (source.file != NULL && fclose (source.file) != 0)
    g_error ("%s cannot be written", documents);

  g_print ("%s-made %.1f s\n", collection->name, (double) (g_get_monotonic_time () - start) / 1e6);
  if (g_stat (path, &status) == 0)
    g_print ("%s-size %.1f MiB\n", collection->name, (double) status.st_size / 1048576.0);

  {
    g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_IMMUTABLE, &error);

    check (database, error);
    index = hc_search_index_new (database, &error);
    check (index, error);
  }

  measure (index, collection);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) library = NULL;
  g_autofree char *queries = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  Vocabulary *vocabulary;

  if (argc < 3)
    {
      g_printerr ("usage: bench-search LIBRARY-FILE FOLDER [NAME]\n");
      return 2;
    }

  library = hc_database_new (argv[1], HC_DATABASE_IMMUTABLE, &error);
  check (library, error);
  vocabulary = read_vocabulary (library);

  for (guint i = 0; i < G_N_ELEMENTS (bench_queries); i++)
    g_string_append_printf (lines, "%s\n", bench_queries[i]);
  queries = g_build_filename (argv[2], "queries.txt", NULL);
  if (!g_file_set_contents (queries, lines->str, -1, &error))
    g_error ("%s", error->message);

  for (guint i = 0; i < G_N_ELEMENTS (collections); i++)
    if (argc == 3 || g_str_equal (argv[3], collections[i].name))
      measure_collection (library, vocabulary, argv[2], &collections[i]);

  g_ptr_array_unref (vocabulary->words);
  g_array_unref (vocabulary->odds);
  g_rand_free (vocabulary->random);
  g_free (vocabulary);

  return EXIT_SUCCESS;
}
