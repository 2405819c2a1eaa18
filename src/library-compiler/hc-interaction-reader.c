/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction-reader.h"

#include <string.h>

#include "hc-text-rules.h"

/* What is read on a card, in characters. */
#define MAX_EFFECT 200
#define MAX_ACTION 240
#define MAX_WHY 200
#define MAX_TIMING 160
#define MAX_NOTE 200

/* Two weeks: no interaction is told of that needs more. */
#define MAX_HOURS 336

static void
substance_free (gpointer data)
{
  HcSubstanceDraft *substance = data;

  g_free (substance->id);
  g_free (substance);
}

static void
group_free (gpointer data)
{
  HcInteractionGroupDraft *group = data;

  g_strfreev (group->members);
  g_free (group);
}

static void
interaction_free (gpointer data)
{
  HcInteractionDraft *interaction = data;

  g_free (interaction->a);
  g_free (interaction->b);
  g_ptr_array_unref (interaction->sources);
  g_free (interaction);
}

static void
allergy_free (gpointer data)
{
  HcAllergyDraft *allergy = data;

  g_free (allergy->id);
  g_strfreev (allergy->members);
  g_ptr_array_unref (allergy->sources);
  g_free (allergy);
}

/**
 * hc_interaction_file_draft_free:
 * @self: (transfer full) (nullable): a file of interactions
 */
void
hc_interaction_file_draft_free (HcInteractionFileDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->substances);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->interactions);
  g_ptr_array_unref (self->allergies);
  hc_record_file_free (self->file);
  g_free (self);
}

static void
add_substance (HcInteractionFileDraft *self,
               HcRecord               *record,
               HcFaultList            *faults)
{
  static const char *const kinds[] = { "medicine", "supplement", "food", "vaccine", "other", NULL };
  static const HcRecordKey keys[] = {
    { "substance", TRUE, FALSE },
    { "also", FALSE, FALSE },
    { "kind", FALSE, FALSE },
    { "is", FALSE, FALSE },
  };
  HcSubstanceDraft *substance;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  substance = g_new0 (HcSubstanceDraft, 1);
  g_ptr_array_add (self->substances, substance);
  substance->line = record->line;
  substance->name = hc_record_get (record, "substance", NULL);
  substance->id = hc_text_rules_make_anchor (substance->name);
  substance->also = hc_record_get (record, "also", NULL);
  substance->kind = hc_record_get (record, "kind", NULL);
  substance->drug = hc_record_get (record, "is", NULL);

  if ((substance->kind == NULL) == (substance->drug == NULL) ||
      (substance->kind != NULL && !g_strv_contains (kinds, substance->kind)))
    hc_fault_list_add (faults, self->file->file, record->line,
                       "a substance has either a kind that there is or the medicine that it is");
}

/* Returns names with semicolons between them; none for NULL. */
static char **
split_members (HcInteractionFileDraft *self,
               HcRecord               *record,
               const char             *text,
               HcFaultList            *faults)
{
  char **members = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; members[i] != NULL; i++)
    if (*g_strstrip (members[i]) == '\0')
      hc_fault_list_add (faults, self->file->file, record->line, "a member without a name");

  return members;
}

static void
add_group (HcInteractionFileDraft *self,
           HcRecord               *record,
           HcFaultList            *faults)
{
  static const HcRecordKey keys[] = {
    { "group", TRUE, FALSE },
    { "name", TRUE, FALSE },
    { "members", TRUE, FALSE },
    { "twice", FALSE, FALSE },
  };
  HcInteractionGroupDraft *group;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  group = g_new0 (HcInteractionGroupDraft, 1);
  g_ptr_array_add (self->groups, group);
  group->line = record->line;
  group->id = hc_record_get (record, "group", NULL);
  group->name = hc_record_get (record, "name", NULL);
  group->twice = hc_record_get (record, "twice", NULL);
  group->members = split_members (self, record, hc_record_get (record, "members", NULL), faults);

  if (!hc_text_rules_is_id (group->id))
    hc_fault_list_add (faults, self->file->file, record->line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", group->id);
}

/* Returns the text of a key that is not longer than it may be. */
static const char *
get_text (HcInteractionFileDraft *self,
          HcRecord               *record,
          const char             *key,
          glong                   maximum,
          HcFaultList            *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, key, &line);

  if (text != NULL && g_utf8_strlen (text, -1) > maximum)
    hc_fault_list_add (faults, self->file->file, line, "%s has more than %ld characters", key, maximum);

  return text;
}

static void
add_allergy (HcInteractionFileDraft *self,
             HcRecord               *record,
             HcFaultList            *faults)
{
  static const HcRecordKey keys[] = {
    { "allergy", TRUE, FALSE },
    { "also", FALSE, FALSE },
    { "members", FALSE, FALSE },
    { "others", FALSE, FALSE },
    { "note", FALSE, FALSE },
    { "from", TRUE, FALSE },
  };
  HcAllergyDraft *allergy;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  allergy = g_new0 (HcAllergyDraft, 1);
  g_ptr_array_add (self->allergies, allergy);
  allergy->line = record->line;
  allergy->name = hc_record_get (record, "allergy", NULL);
  allergy->id = hc_text_rules_make_anchor (allergy->name);
  allergy->also = hc_record_get (record, "also", NULL);
  allergy->members = split_members (self, record, hc_record_get (record, "members", NULL), faults);
  allergy->others = hc_record_get (record, "others", NULL);
  allergy->note = get_text (self, record, "note", MAX_NOTE, faults);
  allergy->sources = hc_record_file_cite (self->file, record, faults);

  if (*allergy->members == NULL && allergy->others == NULL)
    hc_fault_list_add (faults, self->file->file, record->line, "an allergy has members or others");
}

/* Reads "4", which is apart either way, or "2 before, 6 after", of which one may be left out. */
static gboolean
parse_hours (HcInteractionDraft *interaction,
             const char         *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, MAX_HOURS, &number, NULL))
    {
      interaction->hours_before = interaction->hours_after = (int) number;
      return TRUE;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", -1);
      int *hours;

      if (g_strv_length (words) != 2)
        return FALSE;

      hours = g_str_equal (words[1], "before") ? &interaction->hours_before : &interaction->hours_after;

      if ((hours == &interaction->hours_after && !g_str_equal (words[1], "after")) || *hours != 0 ||
          !g_ascii_string_to_unsigned (words[0], 10, 1, MAX_HOURS, &number, NULL))
        return FALSE;

      *hours = (int) number;
    }

  return TRUE;
}

static void
check_values (HcInteractionFileDraft *self,
              HcRecord               *record,
              HcInteractionDraft     *interaction,
              HcFaultList            *faults)
{
  static const char *const severities[] = { "major", "moderate", "minor", NULL };
  const char *file = self->file->file;
  const char *state, *timing, *hours;
  int line;

  interaction->severity = hc_record_get (record, "severity", &line);
  if (!g_strv_contains (severities, interaction->severity))
    hc_fault_list_add (faults, file, line, "“%s” is no severity", interaction->severity);

  state = hc_record_get (record, "state", &line);
  interaction->confirmed = g_str_equal (state, "confirmed");
  if (!interaction->confirmed && !g_str_equal (state, "unconfirmed"))
    hc_fault_list_add (faults, file, line, "state: “%s” is neither confirmed nor unconfirmed", state);

  timing = hc_record_get (record, "timing", &line);
  hours = hc_record_get (record, "hours", &line);
  if ((timing == NULL) != (hours == NULL))
    hc_fault_list_add (faults, file, line, "hours and timing belong together");
  else if (hours != NULL && !parse_hours (interaction, hours))
    hc_fault_list_add (faults, file, line, "hours: “%s” is neither a number nor of the form “2 before, 6 after”: "
                                           "1 to %d", hours, MAX_HOURS);
}

static void
add_interaction (HcInteractionFileDraft *self,
                 HcRecord               *record,
                 gboolean                is_rule,
                 HcFaultList            *faults)
{
  const HcRecordKey keys[] = {
    { is_rule ? "rule" : "pair", TRUE, FALSE },
    { "severity", TRUE, FALSE },
    { "effect", TRUE, FALSE },
    { "action", TRUE, FALSE },
    { "why", TRUE, FALSE },
    { "timing", FALSE, FALSE },
    { "hours", FALSE, FALSE },
    { "from", TRUE, FALSE },
    { "state", TRUE, FALSE },
  };
  HcInteractionDraft *interaction;
  g_auto (GStrv) sides = NULL;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  sides = g_strsplit (hc_record_get (record, keys[0].name, NULL), " + ", -1);
  if (g_strv_length (sides) != 2)
    {
      hc_fault_list_add (faults, self->file->file, record->line, "not of the form “%s: a + b”", keys[0].name);
      return;
    }

  interaction = g_new0 (HcInteractionDraft, 1);
  g_ptr_array_add (self->interactions, interaction);
  interaction->line = record->line;
  interaction->is_rule = is_rule;
  interaction->a = g_strdup (g_strstrip (sides[0]));
  interaction->b = g_strdup (g_strstrip (sides[1]));
  interaction->effect = get_text (self, record, "effect", MAX_EFFECT, faults);
  interaction->action = get_text (self, record, "action", MAX_ACTION, faults);
  interaction->why = get_text (self, record, "why", MAX_WHY, faults);
  interaction->timing = get_text (self, record, "timing", MAX_TIMING, faults);
  interaction->sources = hc_record_file_cite (self->file, record, faults);
  check_values (self, record, interaction, faults);
}

/**
 * hc_interaction_reader_read:
 * @file: (type filename): a file of interactions, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Reads records of five sorts, told apart by their first key: `substance`, `group`, `pair`, `rule` and
 * `allergy`.
 *
 * Returns: (transfer full): what stands in it
 */
HcInteractionFileDraft *
hc_interaction_reader_read (const char  *file,
                            const char  *text,
                            HcFaultList *faults)
{
  HcInteractionFileDraft *self = g_new0 (HcInteractionFileDraft, 1);

  self->file = hc_record_file_read (file, text, faults);
  self->substances = g_ptr_array_new_with_free_func (substance_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->interactions = g_ptr_array_new_with_free_func (interaction_free);
  self->allergies = g_ptr_array_new_with_free_func (allergy_free);

  for (guint i = 0; i < self->file->records->len; i++)
    {
      HcRecord *record = g_ptr_array_index (self->file->records, i);

      if (hc_record_get (record, "substance", NULL) != NULL)
        add_substance (self, record, faults);
      else if (hc_record_get (record, "group", NULL) != NULL)
        add_group (self, record, faults);
      else if (hc_record_get (record, "allergy", NULL) != NULL)
        add_allergy (self, record, faults);
      else
        add_interaction (self, record, hc_record_get (record, "rule", NULL) != NULL, faults);
    }

  hc_record_file_check_sources (self->file, faults);

  return self;
}
