/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-health-check-reader.h"

#include "hc-text-rules.h"

static void
step_free (gpointer data)
{
  HcHealthStepDraft *step = data;

  g_free (step->id);
  g_free (step->kind);
  g_free (step->ask);
  g_free (step->detail);
  g_strfreev (step->options);
  g_free (step->minimum);
  g_free (step->maximum);
  g_free (step->condition);
  g_free (step);
}

static void
result_free (gpointer data)
{
  HcHealthResultDraft *result = data;

  g_free (result->id);
  g_free (result->grade);
  g_free (result->title);
  g_free (result->text);
  g_free (result->link);
  g_free (result->condition);
  g_ptr_array_unref (result->sources);
  g_free (result);
}

/**
 * hc_health_check_draft_free:
 * @self: (transfer full) (nullable): a health check
 */
void
hc_health_check_draft_free (HcHealthCheckDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->results);
  hc_record_file_free (self->file);
  g_free (self);
}

static HcHealthStepDraft *
find_step (HcHealthCheckDraft *self,
           const char         *id)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      HcHealthStepDraft *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (step->id, id))
        return step;
    }

  return NULL;
}

static gboolean
has_option (HcHealthStepDraft *step,
            const char        *id)
{
  for (guint i = 0; step->options[i] != NULL; i += 2)
    if (g_str_equal (step->options[i], id))
      return TRUE;

  return FALSE;
}

/* A condition speaks of steps that come before it, and of options that they have. */
static void
check_condition (HcHealthCheckDraft *self,
                 const char         *text,
                 int                 line,
                 HcFaultList        *faults)
{
  g_autoptr (HcHealthCondition) condition = hc_health_condition_parse (text);

  if (condition == NULL)
    {
      hc_fault_list_add (faults, self->file->file, line,
                         "“%s” is no condition: step = option | option, step >= 45", text);
      return;
    }

  for (guint i = 0; i < hc_health_condition_get_n (condition); i++)
    {
      const char *const *values;
      const char *id = hc_health_condition_get (condition, i, &values);
      HcHealthStepDraft *step = find_step (self, id);

      if (step == NULL)
        {
          hc_fault_list_add (faults, self->file->file, line, "there is no step “%s” before this line", id);
          continue;
        }

      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        if (!has_option (step, values[j]))
          hc_fault_list_add (faults, self->file->file, line,
                             "the step “%s” has no option “%s”", id, values[j]);
    }
}

static char **
read_options (HcHealthCheckDraft *self,
              HcRecord           *record,
              HcFaultList        *faults)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);
      g_auto (GStrv) sides = NULL;

      if (!g_str_equal (entry->key, "option"))
        continue;

      sides = g_strsplit (entry->value, "|", 2);

      if (g_strv_length (sides) != 2 || !hc_text_rules_is_id (g_strstrip (sides[0])) ||
          *g_strstrip (sides[1]) == '\0')
        {
          hc_fault_list_add (faults, self->file->file, entry->line, "an option is written id | text");
          continue;
        }

      g_strv_builder_add_many (builder, sides[0], sides[1], NULL);
    }

  return g_strv_builder_end (builder);
}

static void
add_step (HcHealthCheckDraft *self,
          HcRecord           *record,
          HcFaultList        *faults)
{
  static const HcRecordKey keys[] = {
    { "step", TRUE, FALSE },
    { "kind", TRUE, FALSE },
    { "ask", TRUE, FALSE },
    { "detail", FALSE, FALSE },
    { "option", FALSE, TRUE },
    { "minimum", FALSE, FALSE },
    { "maximum", FALSE, FALSE },
    { "when", FALSE, FALSE },
  };
  const char *file = self->file->file;
  HcHealthStepKind kind = HC_HEALTH_STEP_ONE;
  HcHealthStepDraft *step;
  gboolean has_range;
  int line = record->line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), file, faults))
    return;

  step = g_new0 (HcHealthStepDraft, 1);
  step->id = g_strdup (hc_record_get (record, "step", NULL));
  step->kind = g_strdup (hc_record_get (record, "kind", NULL));
  step->ask = g_strdup (hc_record_get (record, "ask", NULL));
  step->detail = g_strdup (hc_record_get (record, "detail", NULL));
  step->minimum = g_strdup (hc_record_get (record, "minimum", NULL));
  step->maximum = g_strdup (hc_record_get (record, "maximum", NULL));
  step->condition = g_strdup (hc_record_get (record, "when", &line));
  step->options = read_options (self, record, faults);
  has_range = step->minimum != NULL && step->maximum != NULL &&
              hc_text_rules_is_id (step->minimum) && hc_text_rules_is_id (step->maximum);

  if (!hc_text_rules_is_id (step->id))
    hc_fault_list_add (faults, file, record->line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", step->id);
  else if (find_step (self, step->id) != NULL)
    hc_fault_list_add (faults, file, record->line, "the id “%s” stands twice", step->id);

  if (!hc_health_step_kind_from_string (step->kind, &kind))
    hc_fault_list_add (faults, file, record->line, "“%s” is neither one nor any nor number", step->kind);
  else if (kind == HC_HEALTH_STEP_NUMBER ? !has_range || step->options[0] != NULL
                                         : g_strv_length (step->options) < 4 || step->minimum != NULL)
    hc_fault_list_add (faults, file, record->line,
                       "a number has a minimum and a maximum, other steps two options or more");

  if (step->condition != NULL)
    check_condition (self, step->condition, line, faults);

  g_ptr_array_add (self->steps, step);
}

static void
add_result (HcHealthCheckDraft *self,
            HcRecord           *record,
            HcFaultList        *faults)
{
  static const HcRecordKey keys[] = {
    { "result", TRUE, FALSE },
    { "grade", TRUE, FALSE },
    { "title", TRUE, FALSE },
    { "text", TRUE, FALSE },
    { "when", TRUE, FALSE },
    { "stop", FALSE, FALSE },
    { "link", FALSE, FALSE },
    { "from", TRUE, FALSE },
  };
  const char *file = self->file->file;
  HcHealthGrade grade;
  HcHealthResultDraft *result;
  const char *stop;
  int line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), file, faults))
    return;

  stop = hc_record_get (record, "stop", NULL);
  result = g_new0 (HcHealthResultDraft, 1);
  result->id = g_strdup (hc_record_get (record, "result", NULL));
  result->grade = g_strdup (hc_record_get (record, "grade", NULL));
  result->title = g_strdup (hc_record_get (record, "title", NULL));
  result->text = g_strdup (hc_record_get (record, "text", NULL));
  result->link = g_strdup (hc_record_get (record, "link", NULL));
  result->condition = g_strdup (hc_record_get (record, "when", &line));
  result->stops = g_strcmp0 (stop, "yes") == 0;
  result->sources = hc_record_file_cite (self->file, record, faults);
  result->line = record->line;
  g_ptr_array_add (self->results, result);

  if (!hc_text_rules_is_id (result->id))
    hc_fault_list_add (faults, file, record->line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", result->id);

  if (!hc_health_grade_from_string (result->grade, &grade))
    hc_fault_list_add (faults, file, record->line,
                       "“%s” is neither emergency nor call nor visit nor know", result->grade);

  if (stop != NULL && !result->stops)
    hc_fault_list_add (faults, file, record->line, "stop: “%s” is not yes", stop);

  check_condition (self, result->condition, line, faults);
}

/**
 * hc_health_check_reader_read:
 * @file: (type filename): health-check.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the health check, as much of it as could be read
 */
HcHealthCheckDraft *
hc_health_check_reader_read (const char  *file,
                             const char  *text,
                             HcFaultList *faults)
{
  HcHealthCheckDraft *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcHealthCheckDraft, 1);
  self->file = hc_record_file_read (file, text, faults);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->results = g_ptr_array_new_with_free_func (result_free);

  for (guint i = 0; i < self->file->records->len; i++)
    {
      HcRecord *record = g_ptr_array_index (self->file->records, i);

      if (hc_record_get (record, "step", NULL) != NULL)
        add_step (self, record, faults);
      else
        add_result (self, record, faults);
    }

  hc_record_file_check_sources (self->file, faults);

  return self;
}
