/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reference-writer.h"

/**
 * hc_reference_writer_write_sources:
 * @database: the library
 * @owner: what relies on them, as in a link: `term/polyp`
 * @sources: (element-type HcSourceDraft): the sources in the order of their numbers
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they were written
 */
gboolean
hc_reference_writer_write_sources (HcDatabase  *database,
                                   const char  *owner,
                                   GPtrArray   *sources,
                                   GError     **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO source (owner, number, title, publisher, url, published, read, state) "
    "VALUES (:owner, :number, :title, :publisher, :url, :published, :read, :state)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      const HcSourceDraft *source = g_ptr_array_index (sources, i);

      hc_statement_bind_text (insert, ":owner", owner);
      hc_statement_bind_int64 (insert, ":number", i + 1);
      hc_statement_bind_text (insert, ":title", source->title);
      hc_statement_bind_text (insert, ":publisher", source->publisher);
      hc_statement_bind_text (insert, ":url", source->address);
      hc_statement_bind_text (insert, ":published", source->published);
      hc_statement_bind_text (insert, ":read", source->read);
      hc_statement_bind_text (insert, ":state", source->state);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_reference_writer_write_sources_of:
 * @database: the library
 * @place: the place of what relies on them, as in a link: `term`
 * @id: its id: `polyp`
 * @sources: (element-type HcSourceDraft): the sources in the order of their numbers
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they were written
 */
gboolean
hc_reference_writer_write_sources_of (HcDatabase  *database,
                                      const char  *place,
                                      const char  *id,
                                      GPtrArray   *sources,
                                      GError     **error)
{
  g_autofree char *owner = g_strdup_printf ("%s/%s", place, id);

  return hc_reference_writer_write_sources (database, owner, sources, error);
}

static gboolean
write_terms (HcDatabase  *database,
             HcGlossary  *glossary,
             GError     **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO term (id, position, name, also, definition, article) "
    "VALUES (:id, :position, :name, :also, :definition, :article)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < glossary->terms->len; i++)
    {
      const HcTermDraft *term = g_ptr_array_index (glossary->terms, i);

      hc_statement_bind_text (insert, ":id", term->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":name", term->name);
      hc_statement_bind_text (insert, ":also", term->also);
      hc_statement_bind_text (insert, ":definition", term->definition);
      hc_statement_bind_text (insert, ":article", term->article);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources_of (database, "term", term->id, term->sources, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_options (HcDatabase           *database,
               HcQuizQuestionDraft  *question,
               GError              **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO quiz_option (question, position, text, is_right) "
    "VALUES (:question, :position, :text, :is_right)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; question->options[i] != NULL; i++)
    {
      hc_statement_bind_text (insert, ":question", question->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":text", question->options[i]);
      hc_statement_bind_int64 (insert, ":is_right", i == question->right);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_questions (HcDatabase   *database,
                 HcQuizDraft  *quiz,
                 GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO quiz_question (id, quiz, position, text, why, link) "
    "VALUES (:id, :quiz, :position, :text, :why, :link)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < quiz->questions->len; i++)
    {
      HcQuizQuestionDraft *question = g_ptr_array_index (quiz->questions, i);

      hc_statement_bind_text (insert, ":id", question->id);
      hc_statement_bind_text (insert, ":quiz", quiz->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":text", question->text);
      hc_statement_bind_text (insert, ":why", question->why);
      hc_statement_bind_text (insert, ":link", question->link);

      if (!hc_statement_run (insert, error) ||
          !write_options (database, question, error) ||
          !hc_reference_writer_write_sources_of (database, "quiz-question", question->id, question->sources, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_quizzes (HcDatabase  *database,
               GPtrArray   *quizzes,
               GError     **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO quiz (id, position, title, summary) VALUES (:id, :position, :title, :summary)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < quizzes->len; i++)
    {
      HcQuizDraft *quiz = g_ptr_array_index (quizzes, i);

      hc_statement_bind_text (insert, ":id", quiz->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":title", quiz->title);
      hc_statement_bind_text (insert, ":summary", quiz->summary);

      if (!hc_statement_run (insert, error) || !write_questions (database, quiz, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_facts (HcDatabase    *database,
             HcFactsDraft  *facts,
             GError       **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO fact (id, position, text, link) VALUES (:id, :position, :text, :link)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < facts->facts->len; i++)
    {
      const HcFactDraft *fact = g_ptr_array_index (facts->facts, i);

      hc_statement_bind_text (insert, ":id", fact->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":text", fact->text);
      hc_statement_bind_text (insert, ":link", fact->link);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources_of (database, "fact", fact->id, fact->sources, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_health_options (HcDatabase         *database,
                      HcHealthStepDraft  *step,
                      GError            **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO health_option (step, id, position, text) VALUES (:step, :id, :position, :text)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; step->options[i] != NULL; i += 2)
    {
      hc_statement_bind_text (insert, ":step", step->id);
      hc_statement_bind_text (insert, ":id", step->options[i]);
      hc_statement_bind_int64 (insert, ":position", i / 2);
      hc_statement_bind_text (insert, ":text", step->options[i + 1]);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_health_steps (HcDatabase          *database,
                    HcHealthCheckDraft  *check,
                    GError             **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO health_step (id, position, kind, ask, detail, minimum, maximum, condition) "
    "VALUES (:id, :position, :kind, :ask, :detail, CAST (:minimum AS INTEGER), "
    "        CAST (:maximum AS INTEGER), :condition)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < check->steps->len; i++)
    {
      HcHealthStepDraft *step = g_ptr_array_index (check->steps, i);

      hc_statement_bind_text (insert, ":id", step->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":kind", step->kind);
      hc_statement_bind_text (insert, ":ask", step->ask);
      hc_statement_bind_text (insert, ":detail", step->detail);
      hc_statement_bind_text (insert, ":minimum", step->minimum);
      hc_statement_bind_text (insert, ":maximum", step->maximum);
      hc_statement_bind_text (insert, ":condition", step->condition);

      if (!hc_statement_run (insert, error) || !write_health_options (database, step, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_health_results (HcDatabase          *database,
                      HcHealthCheckDraft  *check,
                      GError             **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO health_result (id, position, grade, title, text, link, stops, condition) "
    "VALUES (:id, :position, :grade, :title, :text, :link, :stops, :condition)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < check->results->len; i++)
    {
      const HcHealthResultDraft *result = g_ptr_array_index (check->results, i);

      hc_statement_bind_text (insert, ":id", result->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":grade", result->grade);
      hc_statement_bind_text (insert, ":title", result->title);
      hc_statement_bind_text (insert, ":text", result->text);
      hc_statement_bind_text (insert, ":link", result->link);
      hc_statement_bind_int64 (insert, ":stops", result->stops);
      hc_statement_bind_text (insert, ":condition", result->condition);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources_of (database, "health-result", result->id, result->sources, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_reference_writer_write:
 * @database: the library, with its articles
 * @content: the content, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes the glossary, the quizzes, the facts and the health check.
 *
 * Returns: whether they were written
 */
gboolean
hc_reference_writer_write (HcDatabase  *database,
                           HcContent   *content,
                           GError     **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  return (content->glossary == NULL || write_terms (database, content->glossary, error)) &&
         write_quizzes (database, content->quizzes, error) &&
         (content->facts == NULL || write_facts (database, content->facts, error)) &&
         (content->health_check == NULL || (write_health_steps (database, content->health_check, error) &&
                                            write_health_results (database, content->health_check, error)));
}
