/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-reader.h"

#include "hc-front-matter.h"
#include "hc-markdown.h"
#include "hc-text-rules.h"

/* So much fits on two lines below a title in the list of articles. */
#define MAX_SUMMARY_LENGTH 160

#define N_SOURCE_FIELDS 6

/* A reader of the value of one key; the value is not empty. */
typedef void (*ReadValueFunc) (HcArticleDraft           *draft,
                               const HcFrontMatterEntry *entry,
                               HcFaultList              *faults);

static void
read_id (HcArticleDraft           *draft,
         const HcFrontMatterEntry *entry,
         HcFaultList              *faults)
{
  if (!hc_text_rules_is_id (entry->value))
    hc_fault_list_add (faults, draft->file, entry->line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", entry->value);
  else if (!g_str_equal (entry->value, draft->id))
    hc_fault_list_add (faults, draft->file, entry->line,
                       "the id “%s” is not the name of the file, “%s”", entry->value, draft->id);
}

static void
read_title (HcArticleDraft           *draft,
            const HcFrontMatterEntry *entry,
            HcFaultList              *faults)
{
  draft->title = g_strdup (entry->value);
}

static void
read_summary (HcArticleDraft           *draft,
              const HcFrontMatterEntry *entry,
              HcFaultList              *faults)
{
  glong length = g_utf8_strlen (entry->value, -1);

  draft->summary = g_strdup (entry->value);

  if (length > MAX_SUMMARY_LENGTH)
    hc_fault_list_add (faults, draft->file, entry->line,
                       "the summary has %ld characters; %d are the most", length, MAX_SUMMARY_LENGTH);
}

static void
read_topics (HcArticleDraft           *draft,
             const HcFrontMatterEntry *entry,
             HcFaultList              *faults)
{
  draft->topics = g_strsplit (entry->value, ",", -1);
  draft->topics_line = entry->line;

  for (guint i = 0; draft->topics[i] != NULL; i++)
    {
      g_strstrip (draft->topics[i]);

      for (guint j = 0; j < i; j++)
        if (g_str_equal (draft->topics[i], draft->topics[j]))
          hc_fault_list_add (faults, draft->file, entry->line,
                             "the topic “%s” is named twice", draft->topics[i]);
    }
}

static void
read_checked (HcArticleDraft           *draft,
              const HcFrontMatterEntry *entry,
              HcFaultList              *faults)
{
  const char *fault = hc_text_rules_find_date_fault (entry->value, TRUE);

  draft->checked = g_strdup (entry->value);

  if (fault != NULL)
    hc_fault_list_add (faults, draft->file, entry->line, "checked: “%s” %s", entry->value, fault);
}

static void
read_review (HcArticleDraft           *draft,
             const HcFrontMatterEntry *entry,
             HcFaultList              *faults)
{
  if (!g_str_equal (entry->value, "none"))
    draft->review = g_strdup (entry->value);
}

static void
read_paged (HcArticleDraft           *draft,
            const HcFrontMatterEntry *entry,
            HcFaultList              *faults)
{
  draft->paged = g_str_equal (entry->value, "yes");

  if (!draft->paged && !g_str_equal (entry->value, "no"))
    hc_fault_list_add (faults, draft->file, entry->line, "paged: “%s” is neither yes nor no", entry->value);
}

static void
read_next (HcArticleDraft           *draft,
           const HcFrontMatterEntry *entry,
           HcFaultList              *faults)
{
  draft->next = g_strdup (entry->value);
  draft->next_line = entry->line;
}

static void
check_source (HcArticleDraft *draft,
              HcSourceDraft  *source,
              HcFaultList    *faults)
{
  const char *fault;

  if (!hc_text_rules_is_id (source->id))
    hc_fault_list_add (faults, draft->file, source->line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", source->id);

  if (!hc_text_rules_is_https_address (source->address))
    hc_fault_list_add (faults, draft->file, source->line,
                       "“%s” is not an https address", source->address);

  if (source->published != NULL &&
      (fault = hc_text_rules_find_date_fault (source->published, FALSE)) != NULL)
    hc_fault_list_add (faults, draft->file, source->line,
                       "the date of the source, “%s”, %s", source->published, fault);

  if ((fault = hc_text_rules_find_date_fault (source->read, TRUE)) != NULL)
    hc_fault_list_add (faults, draft->file, source->line,
                       "the date on which the source was read, “%s”, %s", source->read, fault);
}

static void
read_source (HcArticleDraft           *draft,
             const HcFrontMatterEntry *entry,
             HcFaultList              *faults)
{
  g_auto (GStrv) fields = g_strsplit (entry->value, "|", -1);
  guint n_fields = g_strv_length (fields);
  HcSourceDraft *first, *source;

  if (n_fields != N_SOURCE_FIELDS)
    {
      hc_fault_list_add (faults, draft->file, entry->line,
                         "a source has %d fields: id | title | publisher | address | its date | "
                         "the date on which it was read; here are %u", N_SOURCE_FIELDS, n_fields);
      return;
    }

  for (guint i = 0; i < n_fields; i++)
    if (*g_strstrip (fields[i]) == '\0')
      {
        hc_fault_list_add (faults, draft->file, entry->line, "field %u of the source is empty", i + 1);
        return;
      }

  if ((first = hc_article_draft_find_source (draft, fields[0])) != NULL)
    {
      hc_fault_list_add (faults, draft->file, entry->line,
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
  source->line = entry->line;
  g_ptr_array_add (draft->sources, source);

  check_source (draft, source, faults);
}

static const struct {
  const char    *name;
  gboolean       required;
  gboolean       repeated;
  ReadValueFunc  read;
} keys[] = {
  { "id", TRUE, FALSE, read_id },
  { "title", TRUE, FALSE, read_title },
  { "summary", TRUE, FALSE, read_summary },
  { "topics", TRUE, FALSE, read_topics },
  { "checked", TRUE, FALSE, read_checked },
  { "review", TRUE, FALSE, read_review },
  { "paged", TRUE, FALSE, read_paged },
  { "next", FALSE, FALSE, read_next },
  { "source", TRUE, TRUE, read_source },
};

static void
read_front_matter (HcArticleDraft *draft,
                   HcFrontMatter  *front_matter,
                   HcFaultList    *faults)
{
  int first_lines[G_N_ELEMENTS (keys)] = { 0 };

  for (guint i = 0; i < front_matter->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (front_matter->entries, i);
      guint key = 0;

      while (key < G_N_ELEMENTS (keys) && !g_str_equal (keys[key].name, entry->key))
        key++;

      if (key == G_N_ELEMENTS (keys))
        {
          hc_fault_list_add (faults, draft->file, entry->line, "there is no key “%s”", entry->key);
          continue;
        }

      if (first_lines[key] != 0 && !keys[key].repeated)
        {
          hc_fault_list_add (faults, draft->file, entry->line,
                             "the key “%s” stands already in line %d", entry->key, first_lines[key]);
          continue;
        }

      first_lines[key] = entry->line;

      if (*entry->value == '\0')
        hc_fault_list_add (faults, draft->file, entry->line, "the key “%s” has no value", entry->key);
      else
        keys[key].read (draft, entry, faults);
    }

  for (guint key = 0; key < G_N_ELEMENTS (keys); key++)
    if (keys[key].required && first_lines[key] == 0)
      hc_fault_list_add (faults, draft->file, 1, "the key “%s” is missing", keys[key].name);
}

/**
 * hc_article_reader_read:
 * @file: (type filename): the path of an article, for its id and for the faults; it is not opened
 * @data: (array length=length): what stands in it, trusted in nothing
 * @length: how many bytes
 * @faults: takes what is wrong with it, as far as that can be told without the other articles
 *
 * Returns: (transfer full): the article, as much of it as could be read
 */
HcArticleDraft *
hc_article_reader_read (const char  *file,
                        const char  *data,
                        gsize        length,
                        HcFaultList *faults)
{
  g_autoptr (HcArticleDraft) draft = NULL;
  g_autoptr (HcFrontMatter) front_matter = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  draft = hc_article_draft_new (file);

  if (!hc_text_rules_check (data, length, file, faults))
    return g_steal_pointer (&draft);

  text = g_strndup (data, length);
  front_matter = hc_front_matter_read (text, file, faults);

  if (front_matter == NULL)
    return g_steal_pointer (&draft);

  draft->has_front_matter = TRUE;
  read_front_matter (draft, front_matter, faults);
  hc_markdown_read (draft, front_matter->body, front_matter->n_lines, faults);

  for (guint i = 0; i < draft->sources->len; i++)
    {
      const HcSourceDraft *source = g_ptr_array_index (draft->sources, i);

      if (source->number == 0)
        hc_fault_list_add (faults, file, source->line, "the source “%s” is never cited", source->id);
    }

  return g_steal_pointer (&draft);
}
