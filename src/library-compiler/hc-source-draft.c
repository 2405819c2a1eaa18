/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-source-draft.h"

#include "hc-text-rules.h"

#define N_FIELDS 7

/**
 * hc_source_draft_free:
 * @self: (transfer full) (nullable): a source
 */
void
hc_source_draft_free (HcSourceDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->address);
  g_free (self->published);
  g_free (self->read);
  g_free (self->state);
  g_free (self);
}

/**
 * hc_source_draft_find:
 * @sources: (element-type HcSourceDraft): the sources of a file
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
HcSourceDraft *
hc_source_draft_find (GPtrArray  *sources,
                      const char *id)
{
  g_return_val_if_fail (sources != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      HcSourceDraft *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->id, id))
        return source;
    }

  return NULL;
}

static void
check (HcSourceDraft *source,
       const char    *file,
       HcFaultList   *faults)
{
  static const char *const states[] = { "read", "copy", "abstract", NULL };
  const char *fault;

  if (!hc_text_rules_is_id (source->id))
    hc_fault_list_add (faults, file, source->line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", source->id);

  if (!hc_text_rules_is_https_address (source->address))
    hc_fault_list_add (faults, file, source->line, "“%s” is not an https address", source->address);

  if (source->published != NULL &&
      (fault = hc_text_rules_find_date_fault (source->published, FALSE)) != NULL)
    hc_fault_list_add (faults, file, source->line,
                       "the date of the source, “%s”, %s", source->published, fault);

  if ((fault = hc_text_rules_find_date_fault (source->read, TRUE)) != NULL)
    hc_fault_list_add (faults, file, source->line,
                       "the date on which the source was read, “%s”, %s", source->read, fault);

  if (!g_strv_contains (states, source->state))
    hc_fault_list_add (faults, file, source->line,
                       "the state of the source, “%s”, is neither read nor copy nor abstract", source->state);
}

/**
 * hc_source_draft_read:
 * @sources: (element-type HcSourceDraft): the sources of the file so far; takes the new one
 * @value: what stands after `source:`
 * @file: (type filename): the file
 * @line: the line
 * @faults: takes what is wrong
 *
 * Reads the declaration of a source.
 */
void
hc_source_draft_read (GPtrArray   *sources,
                      const char  *value,
                      const char  *file,
                      int          line,
                      HcFaultList *faults)
{
  g_auto (GStrv) fields = NULL;
  guint n_fields;
  HcSourceDraft *first, *source;

  g_return_if_fail (sources != NULL);
  g_return_if_fail (value != NULL);
  g_return_if_fail (faults != NULL);

  fields = g_strsplit (value, "|", -1);
  n_fields = g_strv_length (fields);

  if (n_fields != N_FIELDS)
    {
      hc_fault_list_add (faults, file, line,
                         "a source has %d fields: id | title | publisher | address | its date | the date "
                         "on which it was read | read, copy or abstract; here are %u", N_FIELDS, n_fields);
      return;
    }

  for (guint i = 0; i < n_fields; i++)
    if (*g_strstrip (fields[i]) == '\0')
      {
        hc_fault_list_add (faults, file, line, "field %u of the source is empty", i + 1);
        return;
      }

  if ((first = hc_source_draft_find (sources, fields[0])) != NULL)
    {
      hc_fault_list_add (faults, file, line,
                         "the source “%s” is declared already in line %d", fields[0], first->line);
      return;
    }

  source = g_new0 (HcSourceDraft, 1);
  source->id = g_strdup (fields[0]);
  source->title = g_strdup (fields[1]);
  source->publisher = g_strdup (fields[2]);
  source->address = g_strdup (fields[3]);
  source->published = g_str_equal (fields[4], "undated") ? NULL : g_strdup (fields[4]);
  source->read = g_strdup (fields[5]);
  source->state = g_strdup (fields[6]);
  source->line = line;
  g_ptr_array_add (sources, source);

  check (source, file, faults);
}
