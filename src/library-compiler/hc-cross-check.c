/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-cross-check.h"

#include "hc-drug-check.h"
#include "hc-picture-reader.h"
#include "hc-text-rules.h"

typedef struct
{
  HcContent   *content;
  HcFaultList *faults;
  GHashTable  *articles; /* of HcArticleDraft, of all kinds, by id */
  GHashTable  *terms;    /* of HcTermDraft, by id */
  GHashTable  *planned;  /* the ids of the articles that are still to be written */
} CrossCheck;

static void
check_topics (CrossCheck     *self,
              HcArticleDraft *article)
{
  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < self->content->topics->len && !found; j++)
        found = g_str_equal (((const HcTopic *) g_ptr_array_index (self->content->topics, j))->id,
                             article->topics[i]);

      if (!found)
        hc_fault_list_add (self->faults, article->file, article->topics_line,
                           "there is no topic “%s” in topics.txt", article->topics[i]);
    }
}

static gboolean
has_quiz (HcContent  *content,
          const char *id)
{
  for (guint i = 0; i < content->quizzes->len; i++)
    if (g_str_equal (((const HcQuizDraft *) g_ptr_array_index (content->quizzes, i))->id, id))
      return TRUE;

  return FALSE;
}

/* Where no pictures were read, nothing is known of them. */
static gboolean
has_picture (HcContent  *content,
             const char *id)
{
  for (guint i = 0; content->pictures != NULL && i < content->pictures->len; i++)
    if (g_str_equal (((const HcPictureDraft *) g_ptr_array_index (content->pictures, i))->id, id))
      return TRUE;

  return content->pictures == NULL;
}

static void
check_link (CrossCheck *self,
            const char *place,
            const char *id,
            const char *anchor,
            const char *file,
            int         line)
{
  const HcArticleDraft *target = g_hash_table_lookup (self->articles, id);

  if (g_str_equal (place, "term"))
    {
      if (!g_hash_table_contains (self->terms, id))
        hc_fault_list_add (self->faults, file, line, "there is no term “%s”", id);
    }
  else if (g_str_equal (place, "quiz"))
    {
      if (!has_quiz (self->content, id))
        hc_fault_list_add (self->faults, file, line, "there is no quiz “%s”", id);
    }
  else if (g_str_equal (place, "care") || g_str_equal (place, "community"))
    {
      if (self->content->care == NULL || !hc_care_draft_has_id (self->content->care, place, id))
        hc_fault_list_add (self->faults, file, line,
                           "there is nothing of the id “%s” in the care folder", id);
    }
  else if (g_str_equal (place, "picture"))
    {
      if (!has_picture (self->content, id))
        hc_fault_list_add (self->faults, file, line, "there is no picture “%s”", id);
    }
  else
    {
      if (target == NULL || !g_str_equal (hc_article_kind_to_string (target->kind), place))
        hc_fault_list_add (self->faults, file, line, "there is no %s “%s”", place, id);
      else if (anchor != NULL && !g_hash_table_contains (target->anchors, anchor))
        hc_fault_list_add (self->faults, file, line,
                           "the %s “%s” has no heading or table with the anchor “%s”", place, id, anchor);
    }
}

static void
check_links (CrossCheck     *self,
             HcArticleDraft *article)
{
  for (guint i = 0; i < article->links->len; i++)
    {
      const HcLinkDraft *link = g_ptr_array_index (article->links, i);

      if (!g_str_equal (link->place, "article") || !g_hash_table_contains (self->planned, link->id))
        check_link (self, link->place, link->id, link->anchor, article->file, link->line);
    }
}

static void
check_link_text (CrossCheck *self,
                 const char *text,
                 const char *file,
                 int         line)
{
  g_autoptr (HcLink) link = hc_text_rules_parse_library_link (text);

  if (link == NULL)
    hc_fault_list_add (self->faults, file, line,
                       "“%s” is not of the form health-center:article/ID#anchor", text);
  else
    check_link (self, link->place, link->id, link->anchor, file, line);
}

/* Adds a fault when something of that id was there before. */
static void
check_id (CrossCheck *self,
          GHashTable *lines,
          const char *id,
          const char *file,
          int         line)
{
  if (!g_hash_table_add (lines, (gpointer) id))
    hc_fault_list_add (self->faults, file, line, "the id “%s” stands twice", id);
}

static void
check_records (CrossCheck *self)
{
  HcContent *content = self->content;
  g_autoptr (GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) facts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) results = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; content->glossary != NULL && i < content->glossary->terms->len; i++)
    {
      const HcTermDraft *term = g_ptr_array_index (content->glossary->terms, i);

      if (term->article != NULL)
        check_link (self, "article", term->article, NULL, content->glossary->file->file, term->line);
    }

  for (guint i = 0; i < content->quizzes->len; i++)
    {
      const HcQuizDraft *quiz = g_ptr_array_index (content->quizzes, i);

      for (guint j = 0; j < quiz->questions->len; j++)
        {
          const HcQuizQuestionDraft *question = g_ptr_array_index (quiz->questions, j);

          check_id (self, questions, question->id, quiz->file->file, question->line);
          check_link_text (self, question->link, quiz->file->file, question->line);
        }
    }

  for (guint i = 0; content->health_check != NULL && i < content->health_check->results->len; i++)
    {
      const HcHealthResultDraft *result = g_ptr_array_index (content->health_check->results, i);

      check_id (self, results, result->id, content->health_check->file->file, result->line);

      if (result->link != NULL)
        check_link_text (self, result->link, content->health_check->file->file, result->line);
    }

  for (guint i = 0; content->facts != NULL && i < content->facts->facts->len; i++)
    {
      const HcFactDraft *fact = g_ptr_array_index (content->facts->facts, i);

      check_id (self, facts, fact->id, content->facts->file->file, fact->line);
      check_link_text (self, fact->link, content->facts->file->file, fact->line);
    }
}

static void
check_diary (CrossCheck         *self,
             const HcDiaryDraft *diary)
{
  const char *file = diary->file->file;

  for (guint i = 0; i < diary->kinds->len; i++)
    {
      const HcDiaryKindDraft *kind = g_ptr_array_index (diary->kinds, i);

      if (kind->details.link != NULL)
        check_link_text (self, kind->details.link, file, kind->line);
    }

  for (guint i = 0; i < diary->flags->len; i++)
    {
      const HcRedFlagDraft *flag = g_ptr_array_index (diary->flags, i);

      if (flag->details.link != NULL)
        check_link_text (self, flag->details.link, file, flag->line);
    }

  if (diary->cold.link != NULL)
    check_link_text (self, diary->cold.link, file, diary->cold.line);
}

static void
check_follow_up (CrossCheck            *self,
                 const HcFollowUpDraft *follow_up)
{
  for (guint i = 0; i < follow_up->checks->len; i++)
    {
      const HcFollowUpCheckDraft *check = g_ptr_array_index (follow_up->checks, i);

      if (check->link != NULL)
        check_link_text (self, check->link, follow_up->file->file, check->record->line);
    }
}

static void
check_care (CrossCheck  *self,
            HcCareDraft *care)
{
  for (guint i = 0; i < care->guides->len; i++)
    {
      const HcCareGuideDraft *guide = g_ptr_array_index (care->guides, i);

      for (guint link = 0; guide->details.links[link] != NULL; link++)
        check_link_text (self, guide->details.links[link], guide->file, guide->line);
    }
}

static void
check_pictures (CrossCheck *self)
{
  HcContent *content = self->content;

  for (guint i = 0; content->pictures != NULL && i < content->pictures->len; i++)
    {
      const HcPictureDraft *picture = g_ptr_array_index (content->pictures, i);

      if (picture->article != NULL)
        check_link (self, "article", picture->article, NULL, picture->words->file, picture->article_line);

      for (guint j = 0; j < picture->parts->len; j++)
        {
          const HcPicturePartDraft *part = g_ptr_array_index (picture->parts, j);

          if (part->link != NULL)
            check_link_text (self, part->link, picture->words->file, part->line);
        }
    }
}

/* Looks at one article that topics.txt names. Returns it, or NULL with a fault. */
static HcArticleDraft *
check_entry (CrossCheck         *self,
             const HcTopic      *topic,
             const HcTopicEntry *entry,
             GHashTable         *listed)
{
  HcArticleDraft *article = g_hash_table_lookup (self->articles, entry->article);
  const char *file = self->content->topics_file;

  if (entry->planned)
    {
      if (article != NULL)
        hc_fault_list_add (self->faults, file, entry->line, "the article “%s” is written: take the brackets off",
                           entry->article);
      return NULL;
    }

  if (article == NULL || article->kind != HC_ARTICLE_KIND_ARTICLE)
    {
      hc_fault_list_add (self->faults, file, entry->line, "there is no article “%s”", entry->article);
      return NULL;
    }

  if (!g_hash_table_add (listed, article))
    {
      hc_fault_list_add (self->faults, file, entry->line, "the article “%s” stands twice", entry->article);
      return NULL;
    }

  if (article->topics != NULL && !g_str_equal (article->topics[0], topic->id))
    hc_fault_list_add (self->faults, file, entry->line, "the main topic of the article “%s” is “%s”",
                       entry->article, article->topics[0]);

  return article;
}

static int
compare_drugs (gconstpointer a,
               gconstpointer b)
{
  const HcArticleDraft *first = a, *second = b;
  int order = g_ascii_strcasecmp (first->title, second->title);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static int
get_topic_place (HcContent      *content,
                 HcArticleDraft *article)
{
  for (guint i = 0; article->topics != NULL && i < content->topics->len; i++)
    if (g_str_equal (((const HcTopic *) g_ptr_array_index (content->topics, i))->id, article->topics[0]))
      return (int) i;

  return G_MAXINT;
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  HcArticleDraft *first = *(HcArticleDraft **) a, *second = *(HcArticleDraft **) b;
  int places[] = { get_topic_place (user_data, first), get_topic_place (user_data, second) };

  return places[0] != places[1] ? places[0] - places[1] : strcmp (first->id, second->id);
}

/* Puts the articles in the order of topics.txt, behind them the answers by their main topics, and behind
 * these the medicines by their names. */
static void
check_order (CrossCheck *self)
{
  HcContent *content = self->content;
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  g_autoptr (GPtrArray) drugs = g_ptr_array_new ();
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < content->topics->len; i++)
    {
      const HcTopic *topic = g_ptr_array_index (content->topics, i);

      for (guint j = 0; j < topic->articles->len; j++)
        {
          HcArticleDraft *article = check_entry (self, topic, g_ptr_array_index (topic->articles, j), listed);

          if (article != NULL)
            g_ptr_array_add (ordered, article);
        }
    }

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      if (article->kind == HC_ARTICLE_KIND_QUESTION)
        g_ptr_array_add (answers, article);
      else if (article->kind == HC_ARTICLE_KIND_DRUG)
        g_ptr_array_add (drugs, article);
      else if (article->has_front_matter && !g_hash_table_contains (listed, article))
        hc_fault_list_add (self->faults, article->file, 1, "the article stands under no topic in topics.txt");
    }

  if (hc_fault_list_get_length (self->faults) > 0)
    return;

  g_ptr_array_sort_with_data (answers, compare_answers, content);
  g_ptr_array_extend (ordered, answers, NULL, NULL);
  g_ptr_array_sort_values (drugs, compare_drugs);
  g_ptr_array_extend (ordered, drugs, NULL, NULL);

  g_ptr_array_set_free_func (content->articles, NULL);
  g_ptr_array_set_size (content->articles, 0);
  g_ptr_array_extend (content->articles, ordered, NULL, NULL);
  g_ptr_array_set_free_func (content->articles, (GDestroyNotify) hc_article_draft_free);
}

/* Makes plain text of the links to articles that are still to be written. */
static void
unlink_planned (CrossCheck *self,
                GPtrArray  *blocks)
{
  static const char pattern[] = "<a href=\"health-center:article/([a-z0-9-]+)[^\"]*\">(.*?)</a>";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GMatchInfo) match = NULL;

      unlink_planned (self, block->children);

      if (block->markup == NULL)
        continue;

      g_regex_match (regex, block->markup, G_REGEX_MATCH_DEFAULT, &match);

      while (g_match_info_matches (match))
        {
          g_autofree char *link = g_match_info_fetch (match, 0);
          g_autofree char *id = g_match_info_fetch (match, 1);
          g_autofree char *text = g_match_info_fetch (match, 2);

          g_match_info_next (match, NULL);

          if (g_hash_table_contains (self->planned, id))
            {
              g_autoptr (GString) markup = g_string_new (block->markup);

              g_string_replace (markup, link, text, 1);
              g_clear_pointer (&match, g_match_info_free);
              g_free (block->markup);
              block->markup = g_string_free_and_steal (g_steal_pointer (&markup));
              g_regex_match (regex, block->markup, G_REGEX_MATCH_DEFAULT, &match);
            }
        }
    }
}

/* A library that is made without pictures has no room for them. */
static void
leave_out_figures (GPtrArray *blocks)
{
  for (guint i = blocks->len; i > 0; i--)
    if (((const HcBlock *) g_ptr_array_index (blocks, i - 1))->kind == HC_BLOCK_FIGURE)
      g_ptr_array_remove_index (blocks, i - 1);
}

/**
 * hc_cross_check:
 * @content: the content; where there is no fault at all, its articles are put in their order and the
 *   terms of the glossary are made links in them
 * @faults: takes what is wrong
 *
 * Checks what the parts of the content say of one another.
 */
void
hc_cross_check (HcContent   *content,
                HcFaultList *faults)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) terms = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);
  CrossCheck self = {
    .content = content, .faults = faults, .articles = articles, .terms = terms, .planned = planned,
  };

  g_return_if_fail (content != NULL);
  g_return_if_fail (faults != NULL);

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      if (g_hash_table_contains (articles, article->id))
        hc_fault_list_add (faults, article->file, 1, "the id “%s” is that of an article, too", article->id);
      else
        g_hash_table_insert (articles, article->id, article);
    }

  for (guint i = 0; content->glossary != NULL && i < content->glossary->terms->len; i++)
    {
      HcTermDraft *term = g_ptr_array_index (content->glossary->terms, i);

      g_hash_table_insert (terms, term->id, term);
    }

  for (guint i = 0; i < content->topics->len; i++)
    {
      const HcTopic *topic = g_ptr_array_index (content->topics, i);

      for (guint j = 0; j < topic->articles->len; j++)
        {
          const HcTopicEntry *entry = g_ptr_array_index (topic->articles, j);

          if (entry->planned)
            g_hash_table_add (planned, entry->article);
        }
    }

  for (guint i = 0; i < content->articles->len; i++)
    {
      check_topics (&self, g_ptr_array_index (content->articles, i));
      check_links (&self, g_ptr_array_index (content->articles, i));
    }

  check_records (&self);
  if (content->diary != NULL)
    check_diary (&self, content->diary);
  if (content->follow_up != NULL)
    check_follow_up (&self, content->follow_up);
  if (content->care != NULL)
    check_care (&self, content->care);
  check_pictures (&self);
  hc_drug_check (content, faults);
  check_order (&self);

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      unlink_planned (&self, article->blocks);

      if (content->pictures == NULL)
        leave_out_figures (article->blocks);

      if (content->glossary != NULL)
        hc_glossary_mark (content->glossary, article);
    }
}
