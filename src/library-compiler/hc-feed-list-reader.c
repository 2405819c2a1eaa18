/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-list-reader.h"

#include "hc-text-rules.h"

#define MAX_ABOUT 160

static const HcRecordKey keys[] = {
  { "feed", TRUE, FALSE },
  { "title", TRUE, FALSE },
  { "address", TRUE, FALSE },
  { "format", TRUE, FALSE },
  { "publisher", TRUE, FALSE },
  { "group", TRUE, FALSE },
  { "for", TRUE, FALSE },
  { "about", TRUE, FALSE },
  { "seen", TRUE, FALSE },
  { "checked", TRUE, FALSE },
  { "state", TRUE, FALSE },
};

/**
 * hc_feed_list_draft_free:
 * @self: (transfer full) (nullable): a list
 */
void
hc_feed_list_draft_free (HcFeedListDraft *self)
{
  if (self == NULL)
    return;

  hc_record_file_free (self->file);
  g_ptr_array_unref (self->feeds);
  g_free (self);
}

static void
check_choice (HcRecord          *record,
              const char        *key,
              const char *const *choices,
              const char        *file,
              HcFaultList       *faults)
{
  g_autofree char *all = NULL;
  int line;
  const char *value = hc_record_get (record, key, &line);

  if (g_strv_contains (choices, value))
    return;

  all = g_strjoinv (", ", (char **) choices);
  hc_fault_list_add (faults, file, line, "“%s” is none of %s", value, all);
}

static void
check_unique (HcRecord    *record,
              const char  *key,
              GHashTable  *seen,
              const char  *file,
              HcFaultList *faults)
{
  int line;
  const char *value = hc_record_get (record, key, &line);

  if (!g_hash_table_add (seen, (gpointer) value))
    hc_fault_list_add (faults, file, line, "“%s” stands already in another record", value);
}

static void
check_feed (HcRecord    *record,
            const char  *file,
            HcFaultList *faults)
{
  static const char *const formats[] = { "rss", "atom", "json", NULL };
  static const char *const audiences[] = { "everyone", "clinicians", NULL };
  static const char *const states[] = { "confirmed", "unconfirmed", NULL };
  const char *fault;
  int line;

  check_choice (record, "format", formats, file, faults);
  check_choice (record, "for", audiences, file, faults);
  check_choice (record, "state", states, file, faults);

  if (!hc_text_rules_is_id (hc_record_get (record, "feed", &line)))
    hc_fault_list_add (faults, file, line, "an id has small letters, digits and dashes only");

  if (!hc_text_rules_is_https_address (hc_record_get (record, "address", &line)))
    hc_fault_list_add (faults, file, line, "the address does not begin with https://");

  fault = hc_text_rules_find_date_fault (hc_record_get (record, "checked", &line), TRUE);
  if (fault != NULL)
    hc_fault_list_add (faults, file, line, "%s", fault);

  if (g_utf8_strlen (hc_record_get (record, "about", &line), -1) > MAX_ABOUT)
    hc_fault_list_add (faults, file, line, "it is longer than %d characters", MAX_ABOUT);
}

/**
 * hc_feed_list_reader_read:
 * @file: (type filename): feeds.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the feeds
 */
HcFeedListDraft *
hc_feed_list_reader_read (const char  *file,
                          const char  *text,
                          HcFaultList *faults)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);
  HcFeedListDraft *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcFeedListDraft, 1);
  self->file = hc_record_file_read (file, text, faults);
  self->feeds = g_ptr_array_new ();

  for (guint i = 0; i < self->file->records->len; i++)
    {
      HcRecord *record = g_ptr_array_index (self->file->records, i);

      if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), file, faults))
        continue;

      check_feed (record, file, faults);
      check_unique (record, "feed", ids, file, faults);
      check_unique (record, "address", addresses, file, faults);
      g_ptr_array_add (self->feeds, record);
    }

  return self;
}
