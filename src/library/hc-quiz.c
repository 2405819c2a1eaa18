/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-quiz.h"

#include "hc-library-private.h"

/**
 * HcQuiz:
 *
 * A set of questions to test oneself with.
 */
struct _HcQuiz
{
  GObject    parent_instance;

  char      *id;
  char      *title;
  char      *summary;
  GPtrArray *questions; /* of HcQuizQuestion */
};

G_DEFINE_FINAL_TYPE (HcQuiz, hc_quiz, G_TYPE_OBJECT)

static void
question_free (gpointer data)
{
  HcQuizQuestion *question = data;

  g_free (question->id);
  g_free (question->text);
  g_strfreev (question->options);
  g_free (question->why);
  g_free (question->link);
  g_clear_pointer (&question->sources, g_ptr_array_unref);
  g_free (question);
}

/**
 * hc_fact_free:
 * @self: (transfer full) (nullable): a fact
 */
void
hc_fact_free (HcFact *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->link);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

static void
hc_quiz_finalize (GObject *object)
{
  HcQuiz *self = HC_QUIZ (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->questions);

  G_OBJECT_CLASS (hc_quiz_parent_class)->finalize (object);
}

static void
hc_quiz_class_init (HcQuizClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_quiz_finalize;
}

static void
hc_quiz_init (HcQuiz *self)
{
  self->questions = g_ptr_array_new_with_free_func (question_free);
}

static gboolean
load_options (HcDatabase      *database,
              HcQuizQuestion  *question,
              GError         **error)
{
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database,
                         "SELECT position, text, is_right FROM quiz_option WHERE question = :question "
                         "ORDER BY position",
                         error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":question", question->id);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_strv_builder_add (options, hc_statement_get_text (statement, "text"));

      if (hc_statement_get_int64 (statement, "is_right") != 0)
        question->right = (guint) hc_statement_get_int64 (statement, "position");
    }

  question->options = g_strv_builder_end (options);

  return step == HC_STEP_DONE;
}

static gboolean
load_questions (HcQuiz     *self,
                HcLibrary  *library,
                GError    **error)
{
  HcDatabase *database = hc_library_get_database (library);
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database,
                         "SELECT id, text, why, link FROM quiz_question WHERE quiz = :quiz ORDER BY position",
                         error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":quiz", self->id);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcQuizQuestion *question = g_new0 (HcQuizQuestion, 1);
      g_autofree char *owner = NULL;

      question->id = g_strdup (hc_statement_get_text (statement, "id"));
      question->text = g_strdup (hc_statement_get_text (statement, "text"));
      question->why = g_strdup (hc_statement_get_text (statement, "why"));
      question->link = g_strdup (hc_statement_get_text (statement, "link"));
      g_ptr_array_add (self->questions, question);

      owner = g_strconcat ("quiz-question/", question->id, NULL);

      if (!load_options (database, question, error) ||
          (question->sources = hc_library_read_sources (library, owner, error)) == NULL)
        return FALSE;
    }

  return step == HC_STEP_DONE;
}

static HcQuiz *
read_quiz (HcStatement  *statement,
           HcLibrary    *library,
           GError      **error)
{
  g_autoptr (HcQuiz) quiz = g_object_new (HC_TYPE_QUIZ, NULL);

  quiz->id = g_strdup (hc_statement_get_text (statement, "id"));
  quiz->title = g_strdup (hc_statement_get_text (statement, "title"));
  quiz->summary = g_strdup (hc_statement_get_text (statement, "summary"));

  return load_questions (quiz, library, error) ? g_steal_pointer (&quiz) : NULL;
}

/**
 * hc_quiz_load_all:
 * @library: the library
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the #HcQuiz of the library with their questions
 */
GListModel *
hc_quiz_load_all (HcLibrary  *library,
                  GError    **error)
{
  g_autoptr (GListStore) quizzes = g_list_store_new (HC_TYPE_QUIZ);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statement = hc_database_prepare (hc_library_get_database (library),
                                   "SELECT id, title, summary FROM quiz ORDER BY position", error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcQuiz) quiz = read_quiz (statement, library, error);

      if (quiz == NULL)
        return NULL;

      g_list_store_append (quizzes, quiz);
    }

  return step == HC_STEP_DONE ? G_LIST_MODEL (g_steal_pointer (&quizzes)) : NULL;
}

/**
 * hc_quiz_load_of_day:
 * @library: the library
 * @day: the number of a day, counted from any day
 * @number: (out): which of its questions is that of the day
 * @error: return location for %HC_LIBRARY_ERROR_NOT_FOUND or a %HC_DATABASE_ERROR
 *
 * The quizzes take turns, and so do the questions of each: all come before any comes again in a quiz.
 *
 * Returns: (transfer full) (nullable): the quiz of that day
 */
HcQuiz *
hc_quiz_load_of_day (HcLibrary  *library,
                     guint       day,
                     guint      *number,
                     GError    **error)
{
  g_autoptr (HcQuiz) quiz = NULL;
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (number != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statement = hc_database_prepare (hc_library_get_database (library),
                                   "SELECT id, title, summary, n_quizzes FROM quiz, "
                                   "  (SELECT count(*) AS n_quizzes FROM quiz) "
                                   "ORDER BY position LIMIT 1 OFFSET :day % max (1, (SELECT count(*) FROM quiz))",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_int64 (statement, ":day", day);
  step = hc_statement_step (statement, error);

  if (step == HC_STEP_DONE)
    g_set_error (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, "The library has no quizzes");

  if (step != HC_STEP_ROW)
    return NULL;

  quiz = read_quiz (statement, library, error);
  if (quiz != NULL)
    *number = day / (guint) hc_statement_get_int64 (statement, "n_quizzes") % hc_quiz_get_length (quiz);

  return g_steal_pointer (&quiz);
}

/**
 * hc_quiz_load_fact:
 * @library: the library
 * @day: the number of a day, counted from any day
 * @error: return location for %HC_LIBRARY_ERROR_NOT_FOUND or a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the fact of that day; each comes before any comes again
 */
HcFact *
hc_quiz_load_fact (HcLibrary  *library,
                   guint       day,
                   GError    **error)
{
  g_autoptr (HcFact) fact = NULL;
  g_autoptr (HcStatement) statement = NULL;
  g_autofree char *owner = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statement = hc_database_prepare (hc_library_get_database (library),
                                   "SELECT id, text, link FROM fact "
                                   "WHERE position = :day % (SELECT count(*) FROM fact)",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_int64 (statement, ":day", day);
  step = hc_statement_step (statement, error);

  if (step == HC_STEP_DONE)
    g_set_error (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, "The library has no facts");

  if (step != HC_STEP_ROW)
    return NULL;

  fact = g_new0 (HcFact, 1);
  fact->text = g_strdup (hc_statement_get_text (statement, "text"));
  fact->link = g_strdup (hc_statement_get_text (statement, "link"));
  owner = g_strconcat ("fact/", hc_statement_get_text (statement, "id"), NULL);

  if ((fact->sources = hc_library_read_sources (library, owner, error)) == NULL)
    return NULL;

  return g_steal_pointer (&fact);
}

/**
 * hc_quiz_get_id:
 * @self: a quiz
 *
 * Returns: its name in links
 */
const char *
hc_quiz_get_id (HcQuiz *self)
{
  g_return_val_if_fail (HC_IS_QUIZ (self), NULL);

  return self->id;
}

/**
 * hc_quiz_get_title:
 * @self: a quiz
 *
 * Returns: its title
 */
const char *
hc_quiz_get_title (HcQuiz *self)
{
  g_return_val_if_fail (HC_IS_QUIZ (self), NULL);

  return self->title;
}

/**
 * hc_quiz_get_summary:
 * @self: a quiz
 *
 * Returns: one sentence that says what it is about
 */
const char *
hc_quiz_get_summary (HcQuiz *self)
{
  g_return_val_if_fail (HC_IS_QUIZ (self), NULL);

  return self->summary;
}

/**
 * hc_quiz_get_length:
 * @self: a quiz
 *
 * Returns: how many questions it has
 */
guint
hc_quiz_get_length (HcQuiz *self)
{
  g_return_val_if_fail (HC_IS_QUIZ (self), 0);

  return self->questions->len;
}

/**
 * hc_quiz_get_question:
 * @self: a quiz
 * @number: the number of a question, from 0
 *
 * Returns: (transfer none): the question
 */
const HcQuizQuestion *
hc_quiz_get_question (HcQuiz *self,
                      guint   number)
{
  g_return_val_if_fail (HC_IS_QUIZ (self), NULL);
  g_return_val_if_fail (number < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, number);
}
