/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction-reader.h"

#include <string.h>

#include "hc-text-rules.h"

/* What is read on a card, in characters. */
#define MAX_EFFECT 200
#define MAX_ACTION 240
#define MAX_WHY 200
#define MAX_TIMING 160

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
  group->members = g_strsplit (hc_record_get (record, "members", NULL), ";", -1);

  for (guint i = 0; group->members[i] != NULL; i++)
    if (*g_strstrip (group->members[i]) == '\0')
      hc_fault_list_add (faults, self->file->file, record->line, "a member without a name");

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
check_values (HcInteractionFileDraft *self,
              HcRecord               *record,
              HcInteractionDraft     *interaction,
              HcFaultList            *faults)
{
  static const char *const severities[] = { "major", "moderate", "minor", NULL };
  const char *file = self->file->file;
  const char *state, *timing, *hours;
  guint64 number;
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
  if (hours != NULL && g_ascii_string_to_unsigned (hours, 10, 1, 72, &number, NULL))
    interaction->hours = (int) number;

  if ((timing != NULL || hours != NULL) && (timing == NULL || interaction->hours == 0))
    hc_fault_list_add (faults, file, line, "hours and timing belong together: 1 to 72");
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
 * Reads records of four sorts, told apart by their first key: `substance`, `group`, `pair` and `rule`.
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

  for (guint i = 0; i < self->file->records->len; i++)
    {
      HcRecord *record = g_ptr_array_index (self->file->records, i);

      if (hc_record_get (record, "substance", NULL) != NULL)
        add_substance (self, record, faults);
      else if (hc_record_get (record, "group", NULL) != NULL)
        add_group (self, record, faults);
      else
        add_interaction (self, record, hc_record_get (record, "rule", NULL) != NULL, faults);
    }

  hc_record_file_check_sources (self->file, faults);

  return self;
}
