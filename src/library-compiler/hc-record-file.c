/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-record-file.h"

#define SOURCE_KEY "source"
#define CITE_KEY "from"

static void
entry_free (gpointer data)
{
  HcFrontMatterEntry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
  g_free (entry);
}

static void
record_free (gpointer data)
{
  HcRecord *record = data;

  g_ptr_array_unref (record->entries);
  g_free (record);
}

/**
 * hc_record_file_free:
 * @self: (transfer full) (nullable): a file
 */
void
hc_record_file_free (HcRecordFile *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* Puts a line that begins with a space behind the value before it. */
static void
continue_value (HcRecord    *record,
                const char  *text,
                const char  *file,
                int          line,
                HcFaultList *faults)
{
  HcFrontMatterEntry *entry;
  g_autofree char *joined = NULL;

  if (record == NULL)
    {
      hc_fault_list_add (faults, file, line, "a line that begins with a space follows a line key: value");
      return;
    }

  entry = g_ptr_array_index (record->entries, record->entries->len - 1);
  joined = g_strconcat (entry->value, *entry->value != '\0' ? " " : "", text, NULL);
  g_free (entry->value);
  entry->value = g_steal_pointer (&joined);
}

/**
 * hc_record_file_read:
 * @file: (type filename): its path, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Reads records of lines `key: value`. A line that begins with a space goes on with the value of the
 * line before it, one that begins with # is a remark. Lines `source: ...` declare sources, in any
 * record.
 *
 * Returns: (transfer full): the file
 */
HcRecordFile *
hc_record_file_read (const char  *file,
                     const char  *text,
                     HcFaultList *faults)
{
  HcRecordFile *self;
  HcRecord *record = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self = g_new0 (HcRecordFile, 1);
  self->file = g_strdup (file);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_source_draft_free);
  self->records = g_ptr_array_new_with_free_func (record_free);
  lines = g_strsplit (text, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      gboolean indented = *lines[i] == ' ';
      HcFrontMatterEntry *entry;
      char *colon;

      if (*g_strstrip (lines[i]) == '\0')
        {
          record = NULL;
          continue;
        }

      if (*lines[i] == '#' && !indented)
        continue;

      if (indented)
        {
          continue_value (record, lines[i], file, i + 1, faults);
          continue;
        }

      if ((colon = strchr (lines[i], ':')) == NULL)
        {
          hc_fault_list_add (faults, file, i + 1, "not a line of the form key: value");
          continue;
        }

      *colon = '\0';

      if (g_str_equal (lines[i], SOURCE_KEY))
        {
          hc_source_draft_read (self->sources, g_strstrip (colon + 1), file, i + 1, faults);
          continue;
        }

      if (record == NULL)
        {
          record = g_new0 (HcRecord, 1);
          record->entries = g_ptr_array_new_with_free_func (entry_free);
          record->line = i + 1;
          g_ptr_array_add (self->records, record);
        }

      entry = g_new0 (HcFrontMatterEntry, 1);
      entry->key = g_strdup (lines[i]);
      entry->value = g_strdup (g_strstrip (colon + 1));
      entry->line = i + 1;
      g_ptr_array_add (record->entries, entry);
    }

  return self;
}

/**
 * hc_record_file_cite:
 * @self: a file
 * @record: one of its records, with a line `from: id, id`
 * @faults: takes what is wrong
 *
 * Returns: (transfer container) (element-type HcSourceDraft): the sources of the record
 */
GPtrArray *
hc_record_file_cite (HcRecordFile *self,
                     HcRecord     *record,
                     HcFaultList  *faults)
{
  g_autoptr (GPtrArray) cited = g_ptr_array_new ();
  g_auto (GStrv) ids = NULL;
  const char *value;
  int line;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  value = hc_record_get (record, CITE_KEY, &line);

  if (value == NULL)
    return g_steal_pointer (&cited);

  ids = g_strsplit (value, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      HcSourceDraft *source = hc_source_draft_find (self->sources, g_strstrip (ids[i]));

      if (source == NULL)
        {
          hc_fault_list_add (faults, self->file, line, "the source “%s” is not declared", ids[i]);
          continue;
        }

      /* Here a number says only that the source is in use. */
      source->number = 1;
      g_ptr_array_add (cited, source);
    }

  return g_steal_pointer (&cited);
}

/**
 * hc_record_file_check_sources:
 * @self: a file, after all its records have cited
 * @faults: takes the sources that none of them did
 */
void
hc_record_file_check_sources (HcRecordFile *self,
                              HcFaultList  *faults)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const HcSourceDraft *source = g_ptr_array_index (self->sources, i);

      if (source->number == 0)
        hc_fault_list_add (faults, self->file, source->line, "the source “%s” is never cited", source->id);
    }
}

/**
 * hc_record_check:
 * @self: a record
 * @keys: (array length=n_keys): the keys it may have
 * @n_keys: how many
 * @file: (type filename): its file
 * @faults: takes what is wrong
 *
 * Returns: whether the record has all that it must, and nothing else
 */
gboolean
hc_record_check (HcRecord          *self,
                 const HcRecordKey *keys,
                 guint              n_keys,
                 const char        *file,
                 HcFaultList       *faults)
{
  guint n_faults;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (keys != NULL, FALSE);

  n_faults = hc_fault_list_get_length (faults);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (self->entries, i);
      int first_line;
      guint key = 0;

      while (key < n_keys && !g_str_equal (keys[key].name, entry->key))
        key++;

      hc_record_get (self, entry->key, &first_line);

      if (key == n_keys)
        hc_fault_list_add (faults, file, entry->line, "there is no key “%s”", entry->key);
      else if (*entry->value == '\0')
        hc_fault_list_add (faults, file, entry->line, "the key “%s” has no value", entry->key);
      else if (first_line != entry->line && !keys[key].repeated)
        hc_fault_list_add (faults, file, entry->line,
                           "the key “%s” stands already in line %d", entry->key, first_line);
    }

  for (guint key = 0; key < n_keys; key++)
    if (keys[key].required && hc_record_get (self, keys[key].name, NULL) == NULL)
      hc_fault_list_add (faults, file, self->line, "the key “%s” is missing", keys[key].name);

  return hc_fault_list_get_length (faults) == n_faults;
}

/**
 * hc_record_get:
 * @self: a record
 * @key: a key
 * @line: (out) (optional): its line
 *
 * Returns: (nullable): the value of the first line with that key
 */
const char *
hc_record_get (HcRecord   *self,
               const char *key,
               int        *line)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (self->entries, i);

      if (!g_str_equal (entry->key, key))
        continue;

      if (line != NULL)
        *line = entry->line;

      return entry->value;
    }

  return NULL;
}
