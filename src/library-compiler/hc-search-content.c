/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-content.h"

#include "hc-care-search.h"
#include "hc-picture-reader.h"
#include "hc-search-writer.h"

static gboolean
add (HcSearchWriter    *writer,
     HcSearchDocument   document,
     const char        *id,
     GError           **error)
{
  g_autofree char *target = g_strdup_printf ("health-center:%s/%s", document.kind, id);

  document.target = target;

  return hc_search_writer_add (writer, &document, error);
}

/* A medicine is found by its brands, its class and what it is taken for, too. */
static gboolean
add_drug (HcSearchWriter  *writer,
          HcArticleDraft  *article,
          GError         **error)
{
  const char *brands = article->drug.brands != NULL ? article->drug.brands : "";
  const char *other = article->drug.also != NULL ? article->drug.also : "";
  g_autofree char *also = g_strdup_printf ("%s\n%s", brands, other);
  g_autofree char *headings = g_strdup_printf ("%s\n%s", article->drug.conditions, article->drug.classes);
  g_autofree char *body = hc_article_draft_dup_body (article);

  return add (writer,
              (HcSearchDocument) {
                .kind = hc_article_kind_to_string (article->kind),
                .title = article->title,
                .also = g_strdelimit (also, ",", '\n'),
                .summary = article->summary,
                .headings = g_strdelimit (headings, ",", '\n'),
                .body = body,
              },
              article->id, error);
}

static gboolean
add_article (HcSearchWriter  *writer,
             HcArticleDraft  *article,
             GError         **error)
{
  g_autofree char *headings = hc_article_draft_dup_headings (article);
  g_autofree char *body = hc_article_draft_dup_body (article);

  return add (writer,
              (HcSearchDocument) {
                .kind = hc_article_kind_to_string (article->kind),
                .title = article->title,
                .summary = article->summary,
                .headings = headings,
                .body = body,
              },
              article->id, error);
}

static gboolean
add_term (HcSearchWriter  *writer,
          HcTermDraft     *term,
          GError         **error)
{
  g_auto (GStrv) also = g_strsplit (term->also, ",", -1);
  g_autofree char *lines = g_strjoinv ("\n", also);

  return add (writer,
              (HcSearchDocument) {
                .kind = "term",
                .title = term->name,
                .also = lines,
                .summary = term->definition,
              },
              term->id, error);
}

static gboolean
add_picture (HcSearchWriter  *writer,
             HcPictureDraft  *picture,
             GError         **error)
{
  g_autoptr (GString) headings = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (picture->alternative);

  for (guint i = 0; i < picture->parts->len; i++)
    {
      const HcPicturePartDraft *part = g_ptr_array_index (picture->parts, i);

      g_string_append_printf (headings, "%s\n", part->title);
      g_string_append_printf (body, "\n%s: %s", part->title, part->text);
    }

  return add (writer,
              (HcSearchDocument) {
                .kind = "picture",
                .title = picture->title,
                .summary = picture->caption,
                .headings = headings->str,
                .body = body->str,
              },
              picture->id, error);
}

/* Only what is asked: the answers would be given away. */
static gboolean
add_quiz (HcSearchWriter  *writer,
          HcQuizDraft     *quiz,
          GError         **error)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < quiz->questions->len; i++)
    g_string_append_printf (body, "%s\n",
                            ((const HcQuizQuestionDraft *) g_ptr_array_index (quiz->questions, i))->text);

  return add (writer,
              (HcSearchDocument) {
                .kind = "quiz",
                .title = quiz->title,
                .summary = quiz->summary,
                .body = body->str,
              },
              quiz->id, error);
}

/**
 * hc_search_content_write:
 * @database: library.db, in a transaction
 * @content: the content, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes what can be found: articles in the order of reading, answers, medicines, terms, pictures, quizzes
 * and the care folder. Of two that fit equally well the first one is found first.
 *
 * Returns: whether it was written
 */
gboolean
hc_search_content_write (HcDatabase  *database,
                         HcContent   *content,
                         GError     **error)
{
  g_autoptr (HcSearchWriter) writer = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  writer = hc_search_writer_new (database, error);
  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < content->synonyms->len; i++)
    if (!hc_search_writer_add_synonyms (writer, g_ptr_array_index (content->synonyms, i), error))
      return FALSE;

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      if (!(article->kind == HC_ARTICLE_KIND_DRUG ? add_drug : add_article) (writer, article, error))
        return FALSE;
    }

  for (guint i = 0; content->glossary != NULL && i < content->glossary->terms->len; i++)
    if (!add_term (writer, g_ptr_array_index (content->glossary->terms, i), error))
      return FALSE;

  for (guint i = 0; content->pictures != NULL && i < content->pictures->len; i++)
    if (!add_picture (writer, g_ptr_array_index (content->pictures, i), error))
      return FALSE;

  for (guint i = 0; i < content->quizzes->len; i++)
    if (!add_quiz (writer, g_ptr_array_index (content->quizzes, i), error))
      return FALSE;

  if (content->care != NULL && !hc_care_search_write (writer, content->care, error))
    return FALSE;

  return hc_search_writer_finish (writer, error);
}
