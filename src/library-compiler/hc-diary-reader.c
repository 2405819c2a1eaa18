/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-reader.h"

#include <math.h>
#include <string.h>

#include "hc-text-rules.h"

/* What is read on a button or a card, in characters. */
#define MAX_NAME 40
#define MAX_QUESTION 100
#define MAX_WORD 130
#define MAX_TITLE 80
#define MAX_TEXT 280

#define MAX_HOURS (31 * 24)

static void
kind_free (gpointer data)
{
  HcDiaryKindDraft *kind = data;

  g_strfreev (kind->words);
  g_free (kind->other_unit);
  g_ptr_array_unref (kind->sources);
  g_free (kind);
}

static void
flag_free (gpointer data)
{
  HcRedFlagDraft *flag = data;

  g_strfreev (flag->conditions);
  g_ptr_array_unref (flag->sources);
  g_free (flag);
}

/**
 * hc_diary_draft_free:
 * @self: (transfer full) (nullable): what diary.txt says
 */
void
hc_diary_draft_free (HcDiaryDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->flags);
  g_strfreev (self->cold.avoid);
  g_clear_pointer (&self->cold.sources, g_ptr_array_unref);
  hc_record_file_free (self->file);
  g_free (self);
}

static void
add_fault (HcDiaryDraft *self,
           HcFaultList  *faults,
           int           line,
           const char   *fault)
{
  hc_fault_list_add (faults, self->file->file, line, "%s", fault);
}

/* Returns the text of a key that is not longer than it may be, or NULL. */
static const char *
get_text (HcDiaryDraft *self,
          HcRecord     *record,
          const char   *key,
          glong         maximum,
          HcFaultList  *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, key, &line);

  if (text != NULL && g_utf8_strlen (text, -1) > maximum)
    hc_fault_list_add (faults, self->file->file, line, "%s has more than %ld characters", key, maximum);

  return text;
}

/* Returns all values of a key, none of which is too long or stands twice. */
static char **
get_texts (HcDiaryDraft *self,
           HcRecord     *record,
           const char   *key,
           HcFaultList  *faults)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);

      if (!g_str_equal (entry->key, key))
        continue;

      if (g_utf8_strlen (entry->value, -1) > MAX_WORD)
        hc_fault_list_add (faults, self->file->file, entry->line, "%s has more than %d characters", key, MAX_WORD);
      if (!g_hash_table_add (known, entry->value))
        hc_fault_list_add (faults, self->file->file, entry->line, "“%s” stands twice", entry->value);

      g_strv_builder_add (texts, entry->value);
    }

  return g_strv_builder_end (texts);
}

/* Reads a number as it is written in English, without an exponent. */
static gboolean
parse_number (const char *text,
              double     *number)
{
  char *end;

  if (*text == '\0' || strspn (text, "0123456789.") != strlen (text))
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

/* Returns a whole number from 0 to @maximum, with a fault when it is none; 0 when the key is not there. */
static int
get_whole (HcDiaryDraft *self,
           HcRecord     *record,
           const char   *key,
           guint         maximum,
           const char   *unit,
           HcFaultList  *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, key, &line);
  g_auto (GStrv) words = NULL;
  guint64 number = 0;

  if (text == NULL)
    return 0;

  words = g_strsplit (text, " ", 2);
  if (!g_ascii_string_to_unsigned (words[0], 10, 0, maximum, &number, NULL) || g_strcmp0 (words[1], unit) != 0)
    hc_fault_list_add (faults, self->file->file, line, "%s: “%s” is no whole number from 0 to %u%s%s", key, text,
                       maximum, unit != NULL ? " with the word " : "", unit != NULL ? unit : "");

  return (int) number;
}

/* Returns whether a key says yes; nothing else may stand there. */
static gboolean
get_yes (HcDiaryDraft *self,
         HcRecord     *record,
         const char   *key,
         HcFaultList  *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, key, &line);

  if (text != NULL && !g_str_equal (text, "yes"))
    hc_fault_list_add (faults, self->file->file, line, "%s: “%s” is not yes", key, text);

  return g_strcmp0 (text, "yes") == 0;
}

static HcDiaryKindDraft *
find_kind (HcDiaryDraft *self,
           const char   *id)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      HcDiaryKindDraft *kind = g_ptr_array_index (self->kinds, i);

      if (g_str_equal (kind->details.id, id))
        return kind;
    }

  return NULL;
}

static void
check_id (HcDiaryDraft *self,
          const char   *id,
          gboolean      is_there,
          int           line,
          HcFaultList  *faults)
{
  if (!hc_text_rules_is_id (id))
    hc_fault_list_add (faults, self->file->file, line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", id);
  else if (is_there)
    hc_fault_list_add (faults, self->file->file, line, "the id “%s” stands twice", id);
}

/* Limits: least | greatest. */
static void
read_limits (HcDiaryDraft     *self,
             HcRecord         *record,
             HcDiaryKindDraft *kind,
             HcFaultList      *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, "limits", &line);
  g_auto (GStrv) sides = NULL;

  if (text == NULL)
    {
      add_fault (self, faults, record->line, "a number has limits: least | greatest");
      return;
    }

  sides = g_strsplit (text, " | ", -1);
  if (g_strv_length (sides) != 2 || !parse_number (sides[0], &kind->details.minimum) ||
      !parse_number (sides[1], &kind->details.maximum) || kind->details.minimum >= kind->details.maximum)
    hc_fault_list_add (faults, self->file->file, line,
                       "limits: “%s” is not of the form least | greatest", text);
}

/* Other unit: unit | factor | offset | decimals. */
static void
read_other_unit (HcDiaryDraft     *self,
                 HcRecord         *record,
                 HcDiaryKindDraft *kind,
                 HcFaultList      *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, "other-unit", &line);
  g_auto (GStrv) fields = NULL;
  guint64 digits = 0;

  if (text == NULL)
    return;

  fields = g_strsplit (text, " | ", -1);
  if (g_strv_length (fields) != 4 || *fields[0] == '\0' || !parse_number (fields[1], &kind->details.other_factor) ||
      kind->details.other_factor <= 0 || !parse_number (fields[2], &kind->details.other_offset) ||
      !g_ascii_string_to_unsigned (fields[3], 10, 0, 3, &digits, NULL))
    {
      hc_fault_list_add (faults, self->file->file, line,
                         "other-unit: “%s” is not of the form unit | factor | offset | decimals", text);
      return;
    }

  if (g_strcmp0 (fields[0], kind->details.unit) == 0 || kind->details.unit == NULL)
    add_fault (self, faults, line, "another unit is not that of the kind, which has one");

  kind->other_unit = g_strdup (fields[0]);
  kind->details.other_unit = kind->other_unit;
  kind->details.other_digits = (int) digits;
}

/* What an entry is made of depends on the input; what does not fit it is a fault. */
static void
read_input (HcDiaryDraft     *self,
            HcRecord         *record,
            HcDiaryKindDraft *kind,
            HcFaultList      *faults)
{
  static const char *const of_numbers[] = { "unit", "other-unit", "limits", "digits", "reference" };
  guint n_words = g_strv_length (kind->words);
  HcDiaryInput input = kind->details.input;
  int grades = get_whole (self, record, "grades", 4, NULL, faults);
  int line = record->line;

  if (input != HC_DIARY_INPUT_NUMBER && input != HC_DIARY_INPUT_COUNT)
    for (guint i = 0; i < G_N_ELEMENTS (of_numbers); i++)
      if (hc_record_get (record, of_numbers[i], &line) != NULL)
        hc_fault_list_add (faults, self->file->file, line, "only a number or a count has the key “%s”",
                           of_numbers[i]);

  if ((grades > 0) != (input == HC_DIARY_INPUT_GRADE))
    add_fault (self, faults, record->line, "a grade, and nothing else, says its highest: grades: 2 to 4");

  switch (input)
    {
    case HC_DIARY_INPUT_GRADE:
      kind->details.maximum = grades;
      if (grades < 2 || n_words != (guint) grades + 1)
        hc_fault_list_add (faults, self->file->file, record->line,
                           "each grade from 0 to %d has one word; here are %u", grades, n_words);
      return;
    case HC_DIARY_INPUT_CHOICE:
      kind->details.maximum = n_words - 1.0;
      if (n_words < 2 || n_words > 7)
        add_fault (self, faults, record->line, "a choice has two to seven words");
      return;
    case HC_DIARY_INPUT_SCALE10:
      kind->details.maximum = 10;
      if (n_words != 2)
        add_fault (self, faults, record->line, "a scale has a word for each end");
      return;
    case HC_DIARY_INPUT_NUMBER:
    case HC_DIARY_INPUT_COUNT:
      read_limits (self, record, kind, faults);
      read_other_unit (self, record, kind, faults);
      if (input == HC_DIARY_INPUT_COUNT && (kind->details.digits > 0 || kind->other_unit != NULL))
        add_fault (self, faults, record->line, "a count has neither decimals nor another unit");
      break;
    case HC_DIARY_INPUT_TEXT:
    default:
      break;
    }

  if (n_words > 0)
    add_fault (self, faults, record->line, "only a grade, a choice or a scale has words");
}

/* A number that is told wants a source; one that is asked for does not. */
static void
check_sourced (HcDiaryDraft     *self,
               HcDiaryKindDraft *kind,
               HcFaultList      *faults)
{
  const char *hint = kind->details.hint;
  gboolean number = kind->details.reference != NULL || kind->details.input == HC_DIARY_INPUT_GRADE;

  number = number || (hint != NULL && hc_text_rules_has_number (hint));
  for (guint i = 0; kind->words[i] != NULL; i++)
    number = number || hc_text_rules_has_number (kind->words[i]);

  if (number && kind->sources->len == 0)
    add_fault (self, faults, kind->line, "grades, a reference and numbers want a source");
}

static void
add_kind (HcDiaryDraft *self,
          HcRecord     *record,
          HcFaultList  *faults)
{
  static const HcRecordKey keys[] = {
    { "kind", TRUE, FALSE }, { "name", TRUE, FALSE }, { "group", TRUE, FALSE }, { "input", TRUE, FALSE },
    { "ask", TRUE, FALSE }, { "hint", FALSE, FALSE }, { "grades", FALSE, FALSE }, { "word", FALSE, TRUE },
    { "unit", FALSE, FALSE }, { "other-unit", FALSE, FALSE }, { "limits", FALSE, FALSE },
    { "digits", FALSE, FALSE }, { "better", FALSE, FALSE }, { "covered", FALSE, FALSE },
    { "reference", FALSE, FALSE }, { "link", FALSE, FALSE }, { "from", FALSE, FALSE },
  };
  HcDiaryKindDraft *kind;
  const HcDiaryKindDraft *before = self->kinds->len > 0 ? g_ptr_array_index (self->kinds, self->kinds->len - 1)
                                                        : NULL;
  int line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  kind = g_new0 (HcDiaryKindDraft, 1);
  kind->line = record->line;
  kind->details.id = hc_record_get (record, "kind", NULL);
  kind->details.name = get_text (self, record, "name", MAX_NAME, faults);
  kind->details.question = get_text (self, record, "ask", MAX_QUESTION, faults);
  kind->details.hint = get_text (self, record, "hint", MAX_TEXT, faults);
  kind->details.unit = hc_record_get (record, "unit", NULL);
  kind->details.digits = get_whole (self, record, "digits", 3, NULL, faults);
  kind->details.covered = get_yes (self, record, "covered", faults);
  kind->details.reference = get_text (self, record, "reference", MAX_TEXT, faults);
  kind->details.link = hc_record_get (record, "link", NULL);
  kind->words = get_texts (self, record, "word", faults);
  kind->sources = hc_record_file_cite (self->file, record, faults);
  check_id (self, kind->details.id, find_kind (self, kind->details.id) != NULL, record->line, faults);

  kind->belongs_to = hc_record_get (record, "group", &line);
  if (!hc_diary_group_from_string (kind->belongs_to, &kind->details.group))
    hc_fault_list_add (faults, self->file->file, line, "there is no group “%s”", kind->belongs_to);
  else if (before != NULL && before->details.group > kind->details.group)
    add_fault (self, faults, line, "the kinds stand group by group, in the order of the groups");

  kind->better = hc_record_get (record, "better", &line);
  if (kind->better == NULL)
    kind->better = "neither";
  else if (!hc_diary_better_from_string (kind->better, &kind->details.better))
    hc_fault_list_add (faults, self->file->file, line, "“%s” is neither neither nor lower nor higher", kind->better);

  kind->input = hc_record_get (record, "input", &line);
  if (!hc_diary_input_from_string (kind->input, &kind->details.input))
    hc_fault_list_add (faults, self->file->file, line, "there is no input “%s”", kind->input);
  else
    {
      read_input (self, record, kind, faults);
      check_sourced (self, kind, faults);
    }

  g_ptr_array_add (self->kinds, kind);
}

/* A condition speaks of a kind that stands before it, and of a number that it can have. */
static void
check_condition (HcDiaryDraft *self,
                 const char   *text,
                 int           line,
                 HcFaultList  *faults)
{
  g_autoptr (HcRedFlagCondition) condition = hc_red_flag_condition_parse (text);
  const HcDiaryKindDraft *kind;
  const HcDiaryKindDetails *details;

  if (condition == NULL)
    {
      hc_fault_list_add (faults, self->file->file, line, "“%s” is no condition: kind >= 38.0", text);
      return;
    }

  kind = find_kind (self, condition->kind);
  if (kind == NULL)
    {
      hc_fault_list_add (faults, self->file->file, line, "there is no kind “%s” before this line", condition->kind);
      return;
    }

  details = &kind->details;
  if (details->input == HC_DIARY_INPUT_TEXT || condition->value < details->minimum ||
      condition->value > details->maximum ||
      (details->input != HC_DIARY_INPUT_NUMBER && condition->value != floor (condition->value)))
    hc_fault_list_add (faults, self->file->file, line, "no entry of the kind “%s” can be compared with that",
                       condition->kind);
}

static gboolean
has_flag (HcDiaryDraft *self,
          const char   *id)
{
  for (guint i = 0; i < self->flags->len; i++)
    if (g_str_equal (((const HcRedFlagDraft *) g_ptr_array_index (self->flags, i))->details.id, id))
      return TRUE;

  return FALSE;
}

static void
add_flag (HcDiaryDraft *self,
          HcRecord     *record,
          HcFaultList  *faults)
{
  static const HcRecordKey keys[] = {
    { "flag", TRUE, FALSE }, { "level", TRUE, FALSE }, { "title", TRUE, FALSE }, { "do", TRUE, FALSE },
    { "why", TRUE, FALSE }, { "when", TRUE, TRUE }, { "within", TRUE, FALSE }, { "lasting", FALSE, FALSE },
    { "latest", FALSE, FALSE }, { "link", FALSE, FALSE }, { "from", TRUE, FALSE },
  };
  HcRedFlagDraft *flag;
  const HcRedFlagDraft *before = self->flags->len > 0 ? g_ptr_array_index (self->flags, self->flags->len - 1) : NULL;
  int line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  flag = g_new0 (HcRedFlagDraft, 1);
  flag->line = record->line;
  flag->details.id = hc_record_get (record, "flag", NULL);
  flag->details.title = get_text (self, record, "title", MAX_TITLE, faults);
  flag->details.what_to_do = get_text (self, record, "do", MAX_TEXT, faults);
  flag->details.why = get_text (self, record, "why", MAX_TEXT, faults);
  flag->details.link = hc_record_get (record, "link", NULL);
  flag->details.window = get_whole (self, record, "within", MAX_HOURS, "hours", faults);
  flag->details.lasting = get_whole (self, record, "lasting", MAX_HOURS, "hours", faults);
  flag->details.latest = get_yes (self, record, "latest", faults);
  flag->conditions = get_texts (self, record, "when", faults);
  flag->sources = hc_record_file_cite (self->file, record, faults);
  check_id (self, flag->details.id, has_flag (self, flag->details.id), record->line, faults);

  flag->level = hc_record_get (record, "level", &line);
  if (!hc_red_flag_level_from_string (flag->level, &flag->details.level))
    hc_fault_list_add (faults, self->file->file, line,
                       "“%s” is neither emergency nor call-now nor call-today", flag->level);
  else if (before != NULL && before->details.level > flag->details.level)
    add_fault (self, faults, line, "the flags stand by their levels, the most urgent first");

  /* What lasts longer than the window could never be seen. */
  if (flag->details.window < 1 || flag->details.lasting >= flag->details.window)
    add_fault (self, faults, record->line, "within is an hour or more, and more than lasting");

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);

      if (g_str_equal (entry->key, "when"))
        check_condition (self, entry->value, entry->line, faults);
    }

  g_ptr_array_add (self->flags, flag);
}

static void
read_cold (HcDiaryDraft *self,
           HcRecord     *record,
           HcFaultList  *faults)
{
  static const HcRecordKey keys[] = {
    { "cold-avoidance", TRUE, FALSE }, { "text", TRUE, FALSE }, { "avoid", TRUE, TRUE },
    { "link", FALSE, FALSE }, { "from", TRUE, FALSE },
  };

  if (self->cold.line > 0)
    {
      add_fault (self, faults, record->line, "cold-avoidance stands twice");
      return;
    }

  self->cold.line = record->line;
  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  self->cold.days = get_whole (self, record, "cold-avoidance", 31, "days", faults);
  self->cold.text = get_text (self, record, "text", MAX_TEXT, faults);
  self->cold.avoid = get_texts (self, record, "avoid", faults);
  self->cold.link = hc_record_get (record, "link", NULL);
  self->cold.sources = hc_record_file_cite (self->file, record, faults);

  if (self->cold.days == 0)
    add_fault (self, faults, record->line, "cold-avoidance is a day or more");
}

/**
 * hc_diary_reader_read:
 * @file: (type filename): diary.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Reads records of three sorts, told apart by their first key: `kind`, `flag` and `cold-avoidance`.
 *
 * Returns: (transfer full): what it says, as much as could be read
 */
HcDiaryDraft *
hc_diary_reader_read (const char  *file,
                      const char  *text,
                      HcFaultList *faults)
{
  HcDiaryDraft *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcDiaryDraft, 1);
  self->file = hc_record_file_read (file, text, faults);
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  self->flags = g_ptr_array_new_with_free_func (flag_free);

  for (guint i = 0; i < self->file->records->len; i++)
    {
      HcRecord *record = g_ptr_array_index (self->file->records, i);

      if (hc_record_get (record, "flag", NULL) != NULL)
        add_flag (self, record, faults);
      else if (hc_record_get (record, "cold-avoidance", NULL) != NULL)
        read_cold (self, record, faults);
      else
        add_kind (self, record, faults);
    }

  if (self->cold.line == 0)
    add_fault (self, faults, 1, "there is no cold-avoidance");

  hc_record_file_check_sources (self->file, faults);

  return self;
}
