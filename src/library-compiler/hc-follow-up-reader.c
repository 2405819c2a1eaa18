/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-follow-up-reader.h"

#include "hc-care-fields.h"
#include "hc-follow-up-check.h"
#include "hc-reference-writer.h"

/* What is read in a row, in characters. */
#define MAX_NAME 60
#define MAX_TEXT 280

static void
check_free (gpointer data)
{
  HcFollowUpCheckDraft *check = data;

  g_ptr_array_unref (check->sources);
  g_free (check);
}

/**
 * hc_follow_up_draft_free:
 * @self: (transfer full) (nullable): what follow-up.txt says
 */
void
hc_follow_up_draft_free (HcFollowUpDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->checks);
  hc_record_file_free (self->file);
  g_free (self);
}

static gboolean
has_check (HcFollowUpDraft *self,
           const char      *id)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const HcFollowUpCheckDraft *check = g_ptr_array_index (self->checks, i);

      if (g_strcmp0 (hc_record_get (check->record, "check", NULL), id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One of two words. */
static void
check_word (HcFollowUpDraft *self,
            HcRecord        *record,
            const char      *key,
            const char      *first,
            const char      *second,
            HcFaultList     *faults)
{
  int line = record->line;
  const char *text = hc_record_get (record, key, &line);

  if (!g_str_equal (text, first) && !g_str_equal (text, second))
    hc_fault_list_add (faults, self->file->file, line, "%s is %s or %s", key, first, second);
}

static void
check_spans (HcFollowUpDraft *self,
             HcRecord        *record,
             HcFaultList     *faults)
{
  int end = 0;

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);
      HcFollowUpSpan span;

      if (!g_str_equal (entry->key, "span"))
        continue;

      if (!hc_follow_up_span_parse (entry->value, &span))
        hc_fault_list_add (faults, self->file->file, entry->line,
                           "“%s” is no span of months: 0-24 every 3-6", entry->value);
      else if (span.from < end)
        hc_fault_list_add (faults, self->file->file, entry->line, "the span begins before the end of the one above");
      else
        end = span.until;
    }
}

static void
add_check (HcFollowUpDraft *self,
           HcRecord        *record,
           HcFaultList     *faults)
{
  static const HcRecordKey keys[] = {
    { "check", TRUE, FALSE }, { "subject", TRUE, FALSE }, { "kind", TRUE, FALSE }, { "name", TRUE, FALSE },
    { "site", TRUE, FALSE }, { "stages", TRUE, FALSE }, { "guideline", TRUE, FALSE }, { "span", TRUE, TRUE },
    { "note", FALSE, FALSE }, { "link", FALSE, FALSE }, { "from", TRUE, FALSE },
  };
  HcCareFields fields = { self->file, record, faults };
  HcFollowUpCheckDraft *check;
  const char *id, *stages;
  guint bits;
  int line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  id = hc_record_get (record, "check", &line);
  hc_care_fields_get_id (&fields, "check");
  hc_care_fields_get_id (&fields, "subject");
  if (has_check (self, id))
    hc_fault_list_add (faults, self->file->file, line, "the id “%s” stands twice", id);

  stages = hc_record_get (record, "stages", &line);
  if (!hc_follow_up_stages_parse (stages, &bits))
    hc_fault_list_add (faults, self->file->file, line, "“%s” are no stages: 2 3 4", stages);

  check_word (self, record, "kind", "follow-up", "test", faults);
  check_word (self, record, "site", "colon", "rectal", faults);
  hc_care_fields_get_text (&fields, "name", MAX_NAME);
  hc_care_fields_get_text (&fields, "guideline", MAX_NAME);
  hc_care_fields_get_text (&fields, "note", MAX_TEXT);
  check_spans (self, record, faults);

  check = g_new0 (HcFollowUpCheckDraft, 1);
  check->record = record;
  check->link = hc_record_get (record, "link", NULL);
  check->sources = hc_record_file_cite (self->file, record, faults);
  g_ptr_array_add (self->checks, check);
}

/**
 * hc_follow_up_reader_read:
 * @file: (type filename): follow-up.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): what it says, as much as could be read
 */
HcFollowUpDraft *
hc_follow_up_reader_read (const char  *file,
                          const char  *text,
                          HcFaultList *faults)
{
  HcFollowUpDraft *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcFollowUpDraft, 1);
  self->file = hc_record_file_read (file, text, faults);
  self->checks = g_ptr_array_new_with_free_func (check_free);

  for (guint i = 0; i < self->file->records->len; i++)
    add_check (self, g_ptr_array_index (self->file->records, i), faults);

  hc_record_file_check_sources (self->file, faults);

  return self;
}

static gboolean
write_spans (HcDatabase   *database,
             HcRecord     *record,
             GError      **error)
{
  g_autoptr (HcStatement) insert = NULL;
  guint position = 0;

  insert = hc_database_prepare (database,
                                "INSERT INTO follow_up_span (follow_up, position, span)"
                                " VALUES (:id, :position, :span)",
                                error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);

      if (!g_str_equal (entry->key, "span"))
        continue;

      hc_statement_bind_text (insert, ":id", hc_record_get (record, "check", NULL));
      hc_statement_bind_int64 (insert, ":position", position++);
      hc_statement_bind_text (insert, ":span", entry->value);
      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_follow_up_draft_write:
 * @self: what follow-up.txt says, without a fault
 * @database: the library, with its articles
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
hc_follow_up_draft_write (HcFollowUpDraft  *self,
                          HcDatabase       *database,
                          GError          **error)
{
  static const char *const columns[] = { "subject", "kind", "name", "site", "stages", "guideline", "note", "link" };
  g_autoptr (HcStatement) insert = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);

  insert = hc_database_prepare (database,
                                "INSERT INTO follow_up (id, position, subject, kind, name, site, stages, guideline,"
                                " note, link) VALUES (:id, :position, :subject, :kind, :name, :site, :stages,"
                                " :guideline, :note, :link)",
                                error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    {
      const HcFollowUpCheckDraft *check = g_ptr_array_index (self->checks, i);
      const char *id = hc_record_get (check->record, "check", NULL);

      hc_statement_bind_text (insert, ":id", id);
      hc_statement_bind_int64 (insert, ":position", i);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          g_autofree char *parameter = g_strconcat (":", columns[j], NULL);

          hc_statement_bind_text (insert, parameter, hc_record_get (check->record, columns[j], NULL));
        }

      if (!hc_statement_run (insert, error) || !write_spans (database, check->record, error) ||
          !hc_reference_writer_write_sources_of (database, "follow-up", id, check->sources, error))
        return FALSE;
    }

  return TRUE;
}
