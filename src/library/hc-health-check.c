/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-health-check.h"

#include "hc-library-private.h"

/**
 * HcHealthCheck:
 *
 * A walk through a few questions that ends in what recommendations say about the answers. The signs
 * of danger are asked first and end it. Nothing of it is kept.
 */
struct _HcHealthCheck
{
  GObject     parent_instance;

  GPtrArray  *steps;   /* of HcHealthStep */
  GPtrArray  *results; /* of HcHealthResult */
  GHashTable *answers; /* of GStrv, by the ids of the steps */
  GArray     *path;    /* of guint: the steps that were answered, in their order */
  guint       step;    /* the one that is asked now; the number of steps: none */
};

G_DEFINE_QUARK (hc-health-check-error-quark, hc_health_check_error)

G_DEFINE_FINAL_TYPE (HcHealthCheck, hc_health_check, G_TYPE_OBJECT)

static gboolean
find_name (const char        *string,
           const char *const *names,
           guint             *found)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *found = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_health_step_kind_from_string:
 * @string: a name, as in library.db
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is such a kind
 */
gboolean
hc_health_step_kind_from_string (const char       *string,
                                 HcHealthStepKind *kind)
{
  static const char *const names[] = { "one", "any", "number", NULL };

  return find_name (string, names, kind);
}

/**
 * hc_health_grade_from_string:
 * @string: a name, as in library.db
 * @grade: (out): the grade of that name
 *
 * Returns: whether there is such a grade
 */
gboolean
hc_health_grade_from_string (const char    *string,
                             HcHealthGrade *grade)
{
  static const char *const names[] = { "emergency", "call", "visit", "know", NULL };

  return find_name (string, names, grade);
}

static void
option_free (gpointer data)
{
  HcHealthOption *option = data;

  g_free (option->id);
  g_free (option->text);
  g_free (option);
}

static void
step_free (gpointer data)
{
  HcHealthStep *step = data;

  g_free (step->id);
  g_free (step->ask);
  g_free (step->detail);
  g_ptr_array_unref (step->options);
  hc_health_condition_free (step->when);
  g_free (step);
}

static void
result_free (gpointer data)
{
  HcHealthResult *result = data;

  g_free (result->id);
  g_free (result->title);
  g_free (result->text);
  g_free (result->link);
  g_clear_pointer (&result->sources, g_ptr_array_unref);
  hc_health_condition_free (result->when);
  g_free (result);
}

static void
hc_health_check_finalize (GObject *object)
{
  HcHealthCheck *self = HC_HEALTH_CHECK (object);

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->results);
  g_hash_table_unref (self->answers);
  g_array_unref (self->path);

  G_OBJECT_CLASS (hc_health_check_parent_class)->finalize (object);
}

static void
hc_health_check_class_init (HcHealthCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_health_check_finalize;
}

static void
hc_health_check_init (HcHealthCheck *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->results = g_ptr_array_new_with_free_func (result_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  self->path = g_array_new (FALSE, FALSE, sizeof (guint));
}

static HcHealthCondition *
read_condition (HcStatement *statement)
{
  const char *text = hc_statement_get_text (statement, "condition");

  return text != NULL ? hc_health_condition_parse (text) : NULL;
}

static gboolean
load_options (HcDatabase    *database,
              HcHealthStep  *step,
              GError       **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT id, text FROM health_option WHERE step = :step ORDER BY position", error);
  HcStep state;

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":step", step->id);

  while ((state = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcHealthOption *option = g_new0 (HcHealthOption, 1);

      option->id = g_strdup (hc_statement_get_text (statement, "id"));
      option->text = g_strdup (hc_statement_get_text (statement, "text"));
      g_ptr_array_add (step->options, option);
    }

  return state == HC_STEP_DONE;
}

static gboolean
load_steps (HcHealthCheck  *self,
            HcDatabase     *database,
            GError        **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database,
                         "SELECT id, kind, ask, detail, minimum, maximum, condition "
                         "FROM health_step ORDER BY position",
                         error);
  HcStep state;

  if (statement == NULL)
    return FALSE;

  while ((state = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcHealthStep *step = g_new0 (HcHealthStep, 1);

      step->id = g_strdup (hc_statement_get_text (statement, "id"));
      hc_health_step_kind_from_string (hc_statement_get_text (statement, "kind"), &step->kind);
      step->ask = g_strdup (hc_statement_get_text (statement, "ask"));
      step->detail = g_strdup (hc_statement_get_text (statement, "detail"));
      step->minimum = (int) hc_statement_get_int64 (statement, "minimum");
      step->maximum = (int) hc_statement_get_int64 (statement, "maximum");
      step->when = read_condition (statement);
      step->options = g_ptr_array_new_with_free_func (option_free);
      g_ptr_array_add (self->steps, step);

      if (!load_options (database, step, error))
        return FALSE;
    }

  return state == HC_STEP_DONE;
}

static gboolean
load_results (HcHealthCheck  *self,
              HcLibrary      *library,
              GError        **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (hc_library_get_database (library),
                         "SELECT id, grade, title, text, link, stops, condition "
                         "FROM health_result ORDER BY position",
                         error);
  HcStep state;

  if (statement == NULL)
    return FALSE;

  while ((state = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcHealthResult *result = g_new0 (HcHealthResult, 1);
      g_autofree char *owner = NULL;

      result->id = g_strdup (hc_statement_get_text (statement, "id"));
      hc_health_grade_from_string (hc_statement_get_text (statement, "grade"), &result->grade);
      result->title = g_strdup (hc_statement_get_text (statement, "title"));
      result->text = g_strdup (hc_statement_get_text (statement, "text"));
      result->link = g_strdup (hc_statement_get_text (statement, "link"));
      result->stops = hc_statement_get_int64 (statement, "stops") != 0;
      result->when = read_condition (statement);
      g_ptr_array_add (self->results, result);

      owner = g_strconcat ("health-result/", result->id, NULL);
      if ((result->sources = hc_library_read_sources (library, owner, error)) == NULL)
        return FALSE;
    }

  return state == HC_STEP_DONE;
}

/* Goes on to the first step from @step on that is to be asked. */
static void
seek_step (HcHealthCheck *self,
           guint          step)
{
  for (; step < self->steps->len; step++)
    {
      HcHealthStep *candidate = g_ptr_array_index (self->steps, step);

      if (candidate->when == NULL || hc_health_condition_is_met (candidate->when, self->answers))
        break;
    }

  self->step = step;
}

/**
 * hc_health_check_new:
 * @library: the library
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a health check at its first step
 */
HcHealthCheck *
hc_health_check_new (HcLibrary  *library,
                     GError    **error)
{
  g_autoptr (HcHealthCheck) self = NULL;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (HC_TYPE_HEALTH_CHECK, NULL);

  if (!load_steps (self, hc_library_get_database (library), error) || !load_results (self, library, error))
    return NULL;

  seek_step (self, 0);

  return g_steal_pointer (&self);
}

/**
 * hc_health_check_get_step:
 * @self: a health check
 *
 * Returns: (nullable): what is asked now; %NULL when all was asked, or an answer ended it
 */
const HcHealthStep *
hc_health_check_get_step (HcHealthCheck *self)
{
  g_return_val_if_fail (HC_IS_HEALTH_CHECK (self), NULL);

  return self->step < self->steps->len ? g_ptr_array_index (self->steps, self->step) : NULL;
}

/**
 * hc_health_check_get_progress:
 * @self: a health check
 *
 * Returns: how far it has come, from 0 to 1
 */
double
hc_health_check_get_progress (HcHealthCheck *self)
{
  g_return_val_if_fail (HC_IS_HEALTH_CHECK (self), 0);

  return self->steps->len > 0 ? (double) self->step / self->steps->len : 1;
}

/**
 * hc_health_check_get_answer:
 * @self: a health check
 *
 * Returns: (nullable) (array zero-terminated=1): what was answered to the step that is asked now,
 *   before going back to it
 */
const char *const *
hc_health_check_get_answer (HcHealthCheck *self)
{
  const HcHealthStep *step;

  g_return_val_if_fail (HC_IS_HEALTH_CHECK (self), NULL);

  step = hc_health_check_get_step (self);

  return step != NULL ? g_hash_table_lookup (self->answers, step->id) : NULL;
}

static gboolean
has_stopped (HcHealthCheck *self)
{
  for (guint i = 0; i < self->results->len; i++)
    {
      HcHealthResult *result = g_ptr_array_index (self->results, i);

      if (result->stops && hc_health_condition_is_met (result->when, self->answers))
        return TRUE;
    }

  return FALSE;
}

/* What was answered to later steps before going back may not fit any more. */
static void
forget_later_answers (HcHealthCheck *self)
{
  for (guint i = self->step + 1; i < self->steps->len; i++)
    g_hash_table_remove (self->answers, ((HcHealthStep *) g_ptr_array_index (self->steps, i))->id);
}

/**
 * hc_health_check_answer:
 * @self: a health check that asks something
 * @options: (array zero-terminated=1): the ids of the options that were chosen, or the number; empty
 *   for none of them
 *
 * Answers what is asked, and goes on to the next step, or to the end when the answer calls for
 * something to be done at once.
 */
void
hc_health_check_answer (HcHealthCheck      *self,
                        const char *const  *options)
{
  const HcHealthStep *step;

  g_return_if_fail (HC_IS_HEALTH_CHECK (self));
  g_return_if_fail (options != NULL);

  step = hc_health_check_get_step (self);
  g_return_if_fail (step != NULL);

  g_hash_table_insert (self->answers, step->id, g_strdupv ((char **) options));
  forget_later_answers (self);
  g_array_append_val (self->path, self->step);

  if (has_stopped (self))
    self->step = self->steps->len;
  else
    seek_step (self, self->step + 1);
}

/**
 * hc_health_check_answer_number:
 * @self: a health check that asks for a number
 * @text: what was entered
 * @error: return location for a %HC_HEALTH_CHECK_ERROR
 *
 * Answers what is asked, when the text is a number that can be.
 *
 * Returns: whether it was answered
 */
gboolean
hc_health_check_answer_number (HcHealthCheck  *self,
                               const char     *text,
                               GError        **error)
{
  const HcHealthStep *step;
  g_autofree char *stripped = NULL;
  g_autofree char *printed = NULL;
  guint64 number;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HC_IS_HEALTH_CHECK (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  step = hc_health_check_get_step (self);
  g_return_val_if_fail (step != NULL && step->kind == HC_HEALTH_STEP_NUMBER, FALSE);

  stripped = g_strstrip (g_strdup (text));

  if (!g_ascii_string_to_unsigned (stripped, 10, (guint64) step->minimum, (guint64) step->maximum,
                                   &number, &local_error))
    {
      if (g_error_matches (local_error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
        g_set_error (error, HC_HEALTH_CHECK_ERROR, HC_HEALTH_CHECK_ERROR_OUT_OF_RANGE,
                     "Not a number from %d to %d", step->minimum, step->maximum);
      else
        g_set_error (error, HC_HEALTH_CHECK_ERROR, HC_HEALTH_CHECK_ERROR_NOT_A_NUMBER, "Not a whole number");

      return FALSE;
    }

  printed = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  hc_health_check_answer (self, (const char *const[]) { printed, NULL });

  return TRUE;
}

/**
 * hc_health_check_can_go_back:
 * @self: a health check
 *
 * Returns: whether something was answered
 */
gboolean
hc_health_check_can_go_back (HcHealthCheck *self)
{
  g_return_val_if_fail (HC_IS_HEALTH_CHECK (self), FALSE);

  return self->path->len > 0;
}

/**
 * hc_health_check_go_back:
 * @self: a health check
 *
 * Asks again what was answered last; the answer is still there.
 */
void
hc_health_check_go_back (HcHealthCheck *self)
{
  g_return_if_fail (HC_IS_HEALTH_CHECK (self));
  g_return_if_fail (hc_health_check_can_go_back (self));

  self->step = g_array_index (self->path, guint, self->path->len - 1);
  g_array_set_size (self->path, self->path->len - 1);
}

/**
 * hc_health_check_restart:
 * @self: a health check
 *
 * Forgets all answers.
 */
void
hc_health_check_restart (HcHealthCheck *self)
{
  g_return_if_fail (HC_IS_HEALTH_CHECK (self));

  g_hash_table_remove_all (self->answers);
  g_array_set_size (self->path, 0);
  seek_step (self, 0);
}

/**
 * hc_health_check_list_results:
 * @self: a health check at its end
 *
 * Returns: (transfer container) (element-type HcHealthResult): what recommendations say, the most
 *   urgent first; when something is to be done at once nothing else
 */
GPtrArray *
hc_health_check_list_results (HcHealthCheck *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  gboolean stopped;

  g_return_val_if_fail (HC_IS_HEALTH_CHECK (self), NULL);

  stopped = has_stopped (self);

  for (guint grade = HC_HEALTH_GRADE_EMERGENCY; grade <= HC_HEALTH_GRADE_KNOW; grade++)
    for (guint i = 0; i < self->results->len; i++)
      {
        HcHealthResult *result = g_ptr_array_index (self->results, i);

        if (result->grade == grade && result->stops == stopped &&
            hc_health_condition_is_met (result->when, self->answers))
          g_ptr_array_add (list, result);
      }

  return g_steal_pointer (&list);
}
