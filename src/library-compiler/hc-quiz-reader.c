/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-quiz-reader.h"

#include "hc-text-rules.h"

#define MIN_WRONG 2
#define MAX_WRONG 4

static void
question_free (gpointer data)
{
  HcQuizQuestionDraft *question = data;

  g_free (question->id);
  g_free (question->text);
  g_strfreev (question->options);
  g_free (question->why);
  g_free (question->link);
  g_ptr_array_unref (question->sources);
  g_free (question);
}

static void
fact_free (gpointer data)
{
  HcFactDraft *fact = data;

  g_free (fact->id);
  g_free (fact->text);
  g_free (fact->link);
  g_ptr_array_unref (fact->sources);
  g_free (fact);
}

/**
 * hc_quiz_draft_free:
 * @self: (transfer full) (nullable): a quiz
 */
void
hc_quiz_draft_free (HcQuizDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->questions);
  hc_record_file_free (self->file);
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self);
}

/**
 * hc_facts_draft_free:
 * @self: (transfer full) (nullable): facts
 */
void
hc_facts_draft_free (HcFactsDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->facts);
  hc_record_file_free (self->file);
  g_free (self);
}

static void
check_id (HcRecord    *record,
          const char  *file,
          HcFaultList *faults)
{
  int line;
  const char *id = hc_record_get (record, "id", &line);

  if (!hc_text_rules_is_id (id))
    hc_fault_list_add (faults, file, line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", id);
}

/* Puts the right answer among the wrong ones, at a place that follows from the id: the writer, who
 * likes to put it first, has no say, and each build does the same. */
static void
mix_options (HcQuizQuestionDraft *question,
             HcRecord            *record,
             const char          *file,
             HcFaultList         *faults)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_wrong = 0, n_added = 0;

  for (guint i = 0; i < record->entries->len; i++)
    n_wrong += g_str_equal (((HcFrontMatterEntry *) g_ptr_array_index (record->entries, i))->key, "wrong");

  if (n_wrong < MIN_WRONG || n_wrong > MAX_WRONG)
    hc_fault_list_add (faults, file, question->line, "a question has %d to %d wrong answers, this one %u",
                       MIN_WRONG, MAX_WRONG, n_wrong);

  question->right = g_str_hash (question->id) % (n_wrong + 1);

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);

      if (!g_str_equal (entry->key, "wrong"))
        continue;

      if (n_added++ == question->right)
        g_strv_builder_add (builder, hc_record_get (record, "right", NULL));

      g_strv_builder_add (builder, entry->value);
    }

  if (n_added == question->right)
    g_strv_builder_add (builder, hc_record_get (record, "right", NULL));

  question->options = g_strv_builder_end (builder);
}

static void
add_question (HcQuizDraft *self,
              HcRecord    *record,
              HcFaultList *faults)
{
  static const HcRecordKey keys[] = {
    { "id", TRUE, FALSE },
    { "question", TRUE, FALSE },
    { "right", TRUE, FALSE },
    { "wrong", TRUE, TRUE },
    { "why", TRUE, FALSE },
    { "link", TRUE, FALSE },
    { "from", TRUE, FALSE },
  };
  HcQuizQuestionDraft *question;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  check_id (record, self->file->file, faults);

  question = g_new0 (HcQuizQuestionDraft, 1);
  question->id = g_strdup (hc_record_get (record, "id", NULL));
  question->text = g_strdup (hc_record_get (record, "question", NULL));
  question->why = g_strdup (hc_record_get (record, "why", NULL));
  question->link = g_strdup (hc_record_get (record, "link", NULL));
  question->sources = hc_record_file_cite (self->file, record, faults);
  question->line = record->line;
  mix_options (question, record, self->file->file, faults);
  g_ptr_array_add (self->questions, question);
}

/**
 * hc_quiz_reader_read:
 * @file: (type filename): a file of quiz/, for its id and the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Reads a quiz: a record with its title and summary, and then one for each question.
 *
 * Returns: (transfer full): the quiz, as much of it as could be read
 */
HcQuizDraft *
hc_quiz_reader_read (const char  *file,
                     const char  *text,
                     HcFaultList *faults)
{
  static const HcRecordKey head_keys[] = {
    { "title", TRUE, FALSE },
    { "summary", TRUE, FALSE },
  };
  HcQuizDraft *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcQuizDraft, 1);
  self->file = hc_record_file_read (file, text, faults);
  self->id = g_path_get_basename (file);
  self->questions = g_ptr_array_new_with_free_func (question_free);

  if (g_str_has_suffix (self->id, ".txt"))
    self->id[strlen (self->id) - strlen (".txt")] = '\0';

  if (!hc_text_rules_is_id (self->id))
    hc_fault_list_add (faults, file, 1, "the name of the file is no id, of a-z, digits and single dashes");

  if (self->file->records->len < 2)
    {
      hc_fault_list_add (faults, file, 1, "a quiz has a title, a summary and at least one question");
      return self;
    }

  if (hc_record_check (g_ptr_array_index (self->file->records, 0),
                       head_keys, G_N_ELEMENTS (head_keys), file, faults))
    {
      self->title = g_strdup (hc_record_get (g_ptr_array_index (self->file->records, 0), "title", NULL));
      self->summary = g_strdup (hc_record_get (g_ptr_array_index (self->file->records, 0), "summary", NULL));
    }

  for (guint i = 1; i < self->file->records->len; i++)
    add_question (self, g_ptr_array_index (self->file->records, i), faults);

  hc_record_file_check_sources (self->file, faults);

  return self;
}

/**
 * hc_quiz_reader_read_facts:
 * @file: (type filename): facts.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the facts, one for a day
 */
HcFactsDraft *
hc_quiz_reader_read_facts (const char  *file,
                           const char  *text,
                           HcFaultList *faults)
{
  static const HcRecordKey keys[] = {
    { "id", TRUE, FALSE },
    { "fact", TRUE, FALSE },
    { "link", TRUE, FALSE },
    { "from", TRUE, FALSE },
  };
  HcFactsDraft *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcFactsDraft, 1);
  self->file = hc_record_file_read (file, text, faults);
  self->facts = g_ptr_array_new_with_free_func (fact_free);

  for (guint i = 0; i < self->file->records->len; i++)
    {
      HcRecord *record = g_ptr_array_index (self->file->records, i);
      HcFactDraft *fact;

      if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), file, faults))
        continue;

      check_id (record, file, faults);

      fact = g_new0 (HcFactDraft, 1);
      fact->id = g_strdup (hc_record_get (record, "id", NULL));
      fact->text = g_strdup (hc_record_get (record, "fact", NULL));
      fact->link = g_strdup (hc_record_get (record, "link", NULL));
      fact->sources = hc_record_file_cite (self->file, record, faults);
      fact->line = record->line;
      g_ptr_array_add (self->facts, fact);
    }

  hc_record_file_check_sources (self->file, faults);

  return self;
}
