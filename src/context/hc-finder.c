/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-finder.h"

#include "hc-link.h"
#include "hc-search-marker.h"
#include "hc-search-query.h"
#include "hc-search-tokenizer.h"

/* A word in the middle of what was typed is also found in another form when this much of it is left
 * without its ending. */
#define MIN_STEM_LETTERS 4

/* The title of a note is its beginning, up to this many letters. */
#define MAX_TITLE_LETTERS 60

/**
 * HcFinder:
 *
 * One search over everything: the library and what the person has written and marked. What is asked of
 * the library is told there; of their own words all that were typed have to be in a note, whatever
 * their case and accents.
 *
 * The list is put together of what several sources find, by the rank of each hit. Something else that
 * can be searched is one more function among the sources.
 */
struct _HcFinder
{
  GObject            parent_instance;

  HcLibrary         *library;
  HcProfile         *profile;
  HcSearchTokenizer *tokenizer;
};

/* What somebody looks for in their own words. */
typedef struct
{
  HcSearchQuery  *query;
  HcSearchMarker *marker;
  GPtrArray      *stems; /* of char *: those of the words of the query */
} Wanted;

/* The words of a note or a bookmark, kept with it as long as it says the same: it is not parted into
 * words with every letter that somebody types. */
typedef struct
{
  char *text;
  char *words;
} Folded;

typedef void (*OwnSource) (HcFinder     *self,
                           const Wanted *wanted,
                           GPtrArray    *hits);

G_DEFINE_FINAL_TYPE (HcFinder, hc_finder, G_TYPE_OBJECT)

static GQuark
folded_quark (void)
{
  return g_quark_from_static_string ("hc-finder-folded");
}

static void
hc_finder_finalize (GObject *object)
{
  HcFinder *self = HC_FINDER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->tokenizer, hc_search_tokenizer_free);

  G_OBJECT_CLASS (hc_finder_parent_class)->finalize (object);
}

static void
hc_finder_class_init (HcFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_finder_finalize;
}

static void
hc_finder_init (HcFinder *self)
{
}

/**
 * hc_finder_new:
 * @library: the reference
 * @profile: the person's own data, which need not be open yet
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a finder
 */
HcFinder *
hc_finder_new (HcLibrary  *library,
               HcProfile  *profile,
               GError    **error)
{
  g_autoptr (HcFinder) self = NULL;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (HC_TYPE_FINDER, NULL);
  self->library = g_object_ref (library);
  self->profile = g_object_ref (profile);
  self->tokenizer = hc_search_tokenizer_new (error);

  return self->tokenizer != NULL ? g_steal_pointer (&self) : NULL;
}

static void
wanted_clear (Wanted *self)
{
  g_clear_pointer (&self->marker, hc_search_marker_free);
  g_clear_pointer (&self->query, hc_search_query_free);
  g_clear_pointer (&self->stems, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static Wanted
read_wanted (HcFinder   *self,
             const char *text)
{
  Wanted wanted = {
    .query = hc_search_query_new (self->tokenizer, NULL, text, NULL),
    .stems = g_ptr_array_new_with_free_func (g_free),
  };

  for (guint i = 0; i < wanted.query->words->len; i++)
    g_ptr_array_add (wanted.stems,
                     hc_search_tokenizer_stem (self->tokenizer, g_ptr_array_index (wanted.query->words, i)));

  wanted.marker = hc_search_marker_new (self->tokenizer, wanted.query);

  return wanted;
}

static void
folded_free (gpointer data)
{
  Folded *self = data;

  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

/* The words of @text, each with a blank before it and after it. */
static const char *
fold (HcFinder   *self,
      GObject    *item,
      const char *text)
{
  Folded *folded = g_object_get_qdata (item, folded_quark ());

  if (folded == NULL || !g_str_equal (folded->text, text))
    {
      g_autofree char *words = hc_search_tokenizer_fold (self->tokenizer, text);

      folded = g_new0 (Folded, 1);
      folded->text = g_strdup (text);
      folded->words = g_strconcat (" ", words, " ", NULL);
      g_object_set_qdata_full (item, folded_quark (), folded, folded_free);
    }

  return folded->words;
}

static gboolean
has_word (const char *words,
          const char *word,
          const char *stem,
          gboolean    may_be_incomplete)
{
  g_autofree char *whole = g_strconcat (" ", word, may_be_incomplete ? NULL : " ", NULL);
  g_autofree char *beginning = g_strconcat (" ", stem, NULL);

  return strstr (words, whole) != NULL ||
         (g_utf8_strlen (stem, -1) >= MIN_STEM_LETTERS && strstr (words, beginning) != NULL);
}

static gboolean
has_all_words (HcFinder     *self,
               const Wanted *wanted,
               gpointer      item,
               const char   *text)
{
  const char *words = fold (self, item, text);

  for (guint i = 0; i < wanted->query->groups->len; i++)
    {
      /* Without synonyms each group is one word. */
      guint place = ((const HcSearchGroup *) g_ptr_array_index (wanted->query->groups, i))->first;

      if (!has_word (words, g_ptr_array_index (wanted->query->words, place), g_ptr_array_index (wanted->stems, place),
                     place + 1 == wanted->query->words->len))
        return FALSE;
    }

  return wanted->query->groups->len > 0;
}

/* How a note begins: it has no title of its own. */
static char *
make_title (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));

  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= MAX_TITLE_LETTERS)
    return g_steal_pointer (&line);

  *g_utf8_offset_to_pointer (line, MAX_TITLE_LETTERS) = '\0';
  if (strrchr (line, ' ') != NULL)
    *strrchr (line, ' ') = '\0';

  return g_strconcat (line, "…", NULL);
}

static void
find_notes (HcFinder     *self,
            const Wanted *wanted,
            GPtrArray    *hits)
{
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (self->profile));
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcNote) note = g_list_model_get_item (notes, i);
      const char *text = hc_note_get_text (note) != NULL ? hc_note_get_text (note) : "";
      const char *quote = hc_note_get_quote (note) != NULL ? hc_note_get_quote (note) : "";
      const char *about = hc_note_get_title (note) != NULL ? hc_note_get_title (note) : "";
      g_autofree char *all = g_strconcat (text, "\n", quote, "\n", about, NULL);

      if (has_all_words (self, wanted, note, all))
        {
          g_autoptr (HcLink) link = hc_link_new ("note", hc_note_get_id (note), NULL);
          g_autofree char *printed = hc_link_print (link);
          g_autofree char *title = make_title (text);
          g_autofree char *excerpt = hc_search_marker_make_excerpt (wanted->marker, text, quote);

          g_ptr_array_add (hits, hc_search_hit_new (HC_SEARCH_RANK_OWN, "note", printed, title, excerpt));
        }
    }
}

static gboolean
has_link (GPtrArray  *hits,
          const char *link)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (hc_search_hit_get_link (g_ptr_array_index (hits, i)), link))
      return TRUE;

  return FALSE;
}

/* A place that the library has found is not listed a second time. */
static void
find_bookmarks (HcFinder     *self,
                const Wanted *wanted,
                GPtrArray    *hits)
{
  GListModel *bookmarks = G_LIST_MODEL (hc_profile_get_bookmarks (self->profile));
  guint n = g_list_model_get_n_items (bookmarks);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcBookmark) bookmark = g_list_model_get_item (bookmarks, i);
      const char *link = hc_bookmark_get_link (bookmark);
      const char *title = hc_bookmark_get_title (bookmark);

      if (has_all_words (self, wanted, bookmark, title) && !has_link (hits, link))
        {
          g_autofree char *excerpt = hc_search_marker_make_excerpt (wanted->marker, title, "");

          g_ptr_array_add (hits, hc_search_hit_new (HC_SEARCH_RANK_OWN, "bookmark", link, title, excerpt));
        }
    }
}

static const OwnSource own_sources[] = { find_notes, find_bookmarks };

static void
find_own (HcFinder   *self,
          const char *text,
          GPtrArray  *hits)
{
  g_auto (Wanted) wanted = read_wanted (self, text);

  for (guint i = 0; i < G_N_ELEMENTS (own_sources); i++)
    own_sources[i] (self, &wanted, hits);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  HcSearchRank rank_a = hc_search_hit_get_rank (*(HcSearchHit *const *) a);
  HcSearchRank rank_b = hc_search_hit_get_rank (*(HcSearchHit *const *) b);

  return (rank_a > rank_b) - (rank_a < rank_b);
}

static void
add_all (GPtrArray  *hits,
         GListModel *model)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (hits, g_list_model_get_item (model, i));
}

/**
 * hc_finder_find:
 * @self: a finder
 * @text: what a person typed, anything at all
 * @limit: how many hits at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds what has all the words of @text: what is called so, what has them in its title, then what the
 * person has written and marked, and then what mentions them. It takes far less than a frame.
 *
 * Returns: (transfer full) (nullable): the hits, none when there is no word in @text
 */
HcSearchHits *
hc_finder_find (HcFinder    *self,
                const char  *text,
                guint        limit,
                GError     **error)
{
  g_autoptr (GListModel) found = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  const char *corrected_text;
  guint n_library;

  g_return_val_if_fail (HC_IS_FINDER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = hc_library_search (self->library, text, limit, error);
  if (found == NULL)
    return NULL;

  corrected_text = hc_search_hits_get_corrected_text (HC_SEARCH_HITS (found));
  if (corrected_text == NULL)
    add_all (hits, found);

  n_library = hits->len;
  find_own (self, text, hits);

  /* What stands in a note is no mistake, however the library would write it. */
  if (corrected_text != NULL && hits->len > n_library)
    {
      corrected_text = NULL;
    }
  else if (corrected_text != NULL)
    {
      add_all (hits, found);
      find_own (self, corrected_text, hits);
    }

  /* This keeps the order of those with the same rank. */
  g_ptr_array_sort (hits, compare_ranks);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);

  return hc_search_hits_new (g_steal_pointer (&hits), corrected_text);
}
