/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-for-you.h"

/* How much closer to a person an article is that names what is known of them. A stage says more than
 * a site, of which there are but two, and a biomarker more than a stage. */
#define SITE_POINTS 1
#define STAGE_POINTS 2
#define BIOMARKER_POINTS 4

/* What an article has when it is for somebody else. */
#define NOT_FOR_THEM -1

typedef struct
{
  HcArticle *article;
  int        points;
  guint      position;
} Candidate;

static gboolean
has_word (char       **words,
          const char  *word)
{
  return g_strv_contains ((const char *const *) words, word);
}

/* Looks at one thing that an article may be for: nobody is left out by what they did not tell. */
static int
weigh (const char *for_whom,
       const char *known,
       int         points)
{
  g_auto (GStrv) wanted = NULL;
  g_auto (GStrv) words = NULL;

  if (for_whom == NULL || *for_whom == '\0' || known == NULL || *known == '\0')
    return 0;

  wanted = g_strsplit (for_whom, " ", -1);
  words = g_strsplit (known, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (has_word (wanted, words[i]))
      return points;

  return NOT_FOR_THEM;
}

static int
count_points (const HcAudience      *audience,
              const HcPersonDetails *person)
{
  int site = weigh (audience->sites, person->site, SITE_POINTS);
  int stage = weigh (audience->stages, person->stage, STAGE_POINTS);
  int biomarkers = weigh (audience->biomarkers, person->biomarkers, BIOMARKER_POINTS);

  if (site == NOT_FOR_THEM || stage == NOT_FOR_THEM || biomarkers == NOT_FOR_THEM)
    return NOT_FOR_THEM;

  return site + stage + biomarkers;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->points != second->points)
    return second->points - first->points;

  return (first->position > second->position) - (first->position < second->position);
}

/**
 * hc_for_you_list:
 * @library: the library
 * @person: (nullable): what is known of a person
 *
 * Returns: (transfer container) (element-type HcArticle): the articles that name what is known of the
 *   person and nothing that is known to be otherwise, the closest first; empty when nothing is known
 */
GPtrArray *
hc_for_you_list (HcLibrary             *library,
                 const HcPersonDetails *person)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *articles;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  articles = hc_library_get_articles (library);

  for (guint i = 0; person != NULL && i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      Candidate candidate = {
        .article = article,
        .points = count_points (hc_article_get_audience (article), person),
        .position = i,
      };

      /* The list of the library keeps its reference. */
      if (candidate.points > 0)
        g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (list, g_object_ref (g_array_index (candidates, Candidate, i).article));

  return g_steal_pointer (&list);
}

/**
 * hc_for_you_pick:
 * @library: the library
 * @person: (nullable): what is known of a person
 * @day: the number of a day, counted from any day
 * @n: how many articles
 *
 * Picks articles for a day: the one that is closest to the person always, and others that change from
 * day to day, first among those for the person and then among all that are not for a biomarker.
 *
 * Returns: (transfer container) (element-type HcArticle): at most @n different articles
 */
GPtrArray *
hc_for_you_pick (HcLibrary             *library,
                 const HcPersonDetails *person,
                 guint                  day,
                 guint                  n)
{
  g_autoptr (GPtrArray) list = hc_for_you_list (library, person);
  g_autoptr (GPtrArray) picked = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *articles = hc_library_get_articles (library);
  guint n_articles = g_list_model_get_n_items (articles);
  /* Neighbors are about the same: the articles of a day come from all parts of the library. */
  guint step = n > 0 ? MAX (n_articles / n, 1) : 1;

  if (list->len > 0 && n > 0)
    g_ptr_array_add (picked, g_object_ref (g_ptr_array_index (list, 0)));

  for (guint i = 0; picked->len < n && picked->len < list->len; i++)
    {
      /* One article was picked already, and there are others. */
      HcArticle *article = g_ptr_array_index (list, 1 + (day * (n - 1) + i) % (list->len - 1));

      if (!g_ptr_array_find (picked, article, NULL))
        g_ptr_array_add (picked, g_object_ref (article));
    }

  for (guint i = 0; picked->len < n && i < n_articles; i++)
    {
      guint position = (day + i % n * step + i / n) % n_articles;
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, position);
      const HcAudience *audience = hc_article_get_audience (article);

      /* Few people have a certain biomarker: those who have it were given its article above. */
      if (!g_ptr_array_find (picked, article, NULL) && *audience->biomarkers == '\0' &&
          (person == NULL || count_points (audience, person) != NOT_FOR_THEM))
        g_ptr_array_add (picked, g_steal_pointer (&article));
    }

  return g_steal_pointer (&picked);
}
