/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-reader.h"

#include "hc-front-matter.h"
#include "hc-markdown.h"
#include "hc-text-rules.h"

/* So much fits on two lines below a title in the list of articles. */
#define MAX_SUMMARY_LENGTH 160

/* For what a key is. */
typedef enum {
  FOR_ARTICLE = 1 << 0, /* articles and answers */
  FOR_DRUG = 1 << 1,
  FOR_ALL = FOR_ARTICLE | FOR_DRUG,
} KeyFor;

typedef struct _Key Key;

/* A reader of the value of one key; the value is not empty. */
typedef void (*ReadValueFunc) (HcArticleDraft           *draft,
                               const Key                *key,
                               const HcFrontMatterEntry *entry,
                               HcFaultList              *faults);

struct _Key
{
  const char        *name;
  KeyFor             is_for;
  gboolean           required;
  gboolean           repeated;
  ReadValueFunc      read;
  gsize              field;     /* of choices and lists: where in a draft the text goes */
  const char *const *allowed;   /* of choices */
  const char        *separator; /* of lists */
};

static void
read_id (HcArticleDraft           *draft,
         const Key                *key,
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
            const Key                *key,
            const HcFrontMatterEntry *entry,
            HcFaultList              *faults)
{
  draft->title = g_strdup (entry->value);
}

static void
read_summary (HcArticleDraft           *draft,
              const Key                *key,
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
             const Key                *key,
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
              const Key                *key,
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
             const Key                *key,
             const HcFrontMatterEntry *entry,
             HcFaultList              *faults)
{
  if (!g_str_equal (entry->value, "none"))
    draft->review = g_strdup (entry->value);
}

static void
read_paged (HcArticleDraft           *draft,
            const Key                *key,
            const HcFrontMatterEntry *entry,
            HcFaultList              *faults)
{
  draft->paged = g_str_equal (entry->value, "yes");

  if (!draft->paged && !g_str_equal (entry->value, "no"))
    hc_fault_list_add (faults, draft->file, entry->line, "paged: “%s” is neither yes nor no", entry->value);
}

static void
read_source (HcArticleDraft           *draft,
             const Key                *key,
             const HcFrontMatterEntry *entry,
             HcFaultList              *faults)
{
  hc_source_draft_read (draft->sources, entry->value, draft->file, entry->line, faults);
}

/* Reads a list of words with commas, which is kept with spaces. */
static void
read_choices (HcArticleDraft           *draft,
              const Key                *key,
              const HcFrontMatterEntry *entry,
              HcFaultList              *faults)
{
  g_auto (GStrv) words = g_strsplit (entry->value, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);

      if (!g_strv_contains (key->allowed, words[i]))
        hc_fault_list_add (faults, draft->file, entry->line, "%s: “%s” is none of those there are",
                           entry->key, words[i]);

      for (guint j = 0; j < i; j++)
        if (g_str_equal (words[i], words[j]))
          hc_fault_list_add (faults, draft->file, entry->line, "%s: “%s” is named twice",
                             entry->key, words[i]);
    }

  G_STRUCT_MEMBER (char *, draft, key->field) = g_strjoinv (" ", words);
}

/* Reads a list with the separator of the key between its parts, which is kept without spaces around these. */
static void
read_list (HcArticleDraft           *draft,
           const Key                *key,
           const HcFrontMatterEntry *entry,
           HcFaultList              *faults)
{
  g_auto (GStrv) parts = g_strsplit (entry->value, key->separator, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) == '\0')
        hc_fault_list_add (faults, draft->file, entry->line, "%s: a part is empty", entry->key);

      for (guint j = 0; j < i; j++)
        if (g_str_equal (parts[i], parts[j]))
          hc_fault_list_add (faults, draft->file, entry->line, "%s: “%s” is named twice", entry->key, parts[i]);
    }

  G_STRUCT_MEMBER (char *, draft, key->field) = g_strjoinv (key->separator, parts);
}

static void
read_drug_kind (HcArticleDraft           *draft,
                const Key                *key,
                const HcFrontMatterEntry *entry,
                HcFaultList              *faults)
{
  static const char *const allowed[] = { "prescription", "otc", "supplement", "food", NULL };

  draft->drug.kind = g_strdup (entry->value);

  if (!g_strv_contains (allowed, entry->value))
    hc_fault_list_add (faults, draft->file, entry->line, "kind: “%s” is none of those there are", entry->value);
}

static const char *const sites[] = { "colon", "rectal", NULL };
static const char *const stages[] = { "0", "1", "2", "3", "4", "recurrent", NULL };
static const char *const biomarkers[] = {
  "msi-h", "ras-mutated", "ras-wild", "braf-v600e", "kras-g12c", "her2", "ntrk", NULL
};

#define FIELD(name) .field = G_STRUCT_OFFSET (HcArticleDraft, name)

static const Key keys[] = {
  { "id", FOR_ALL, TRUE, FALSE, read_id },
  { "title", FOR_ARTICLE, TRUE, FALSE, read_title },
  { "name", FOR_DRUG, TRUE, FALSE, read_title },
  { "summary", FOR_ALL, TRUE, FALSE, read_summary },
  { "topics", FOR_ARTICLE, TRUE, FALSE, read_topics },
  { "brands", FOR_DRUG, FALSE, FALSE, read_list, FIELD (drug.brands), .separator = "," },
  { "also", FOR_DRUG, FALSE, FALSE, read_list, FIELD (drug.also), .separator = "," },
  { "kind", FOR_DRUG, TRUE, FALSE, read_drug_kind },
  { "class", FOR_DRUG, TRUE, FALSE, read_list, FIELD (drug.classes), .separator = "," },
  { "conditions", FOR_DRUG, TRUE, FALSE, read_list, FIELD (drug.conditions), .separator = "," },
  { "forms", FOR_DRUG, TRUE, FALSE, read_list, FIELD (drug.forms), .separator = ";" },
  { "checked", FOR_ALL, TRUE, FALSE, read_checked },
  { "review", FOR_ALL, TRUE, FALSE, read_review },
  { "paged", FOR_ARTICLE, FALSE, FALSE, read_paged },
  { "sites", FOR_ARTICLE, FALSE, FALSE, read_choices, FIELD (sites), .allowed = sites },
  { "stages", FOR_ARTICLE, FALSE, FALSE, read_choices, FIELD (stages), .allowed = stages },
  { "biomarkers", FOR_ARTICLE, FALSE, FALSE, read_choices, FIELD (biomarkers), .allowed = biomarkers },
  { "source", FOR_ALL, TRUE, TRUE, read_source },
};

#undef FIELD

static void
read_front_matter (HcArticleDraft *draft,
                   HcFrontMatter  *front_matter,
                   HcFaultList    *faults)
{
  KeyFor wanted = draft->kind == HC_ARTICLE_KIND_DRUG ? FOR_DRUG : FOR_ARTICLE;
  int first_lines[G_N_ELEMENTS (keys)] = { 0 };

  for (guint i = 0; i < front_matter->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (front_matter->entries, i);
      guint key = 0;

      while (key < G_N_ELEMENTS (keys) &&
             (!g_str_equal (keys[key].name, entry->key) || (keys[key].is_for & wanted) == 0))
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
        keys[key].read (draft, &keys[key], entry, faults);
    }

  for (guint key = 0; key < G_N_ELEMENTS (keys); key++)
    if (keys[key].required && (keys[key].is_for & wanted) != 0 && first_lines[key] == 0)
      hc_fault_list_add (faults, draft->file, 1, "the key “%s” is missing", keys[key].name);
}

/**
 * hc_article_reader_read:
 * @kind: what it is
 * @file: (type filename): the path of an article, for its id and for the faults; it is not opened
 * @data: (array length=length): what stands in it, trusted in nothing
 * @length: how many bytes
 * @faults: takes what is wrong with it, as far as that can be told without the other articles
 *
 * Returns: (transfer full): the article, as much of it as could be read
 */
HcArticleDraft *
hc_article_reader_read (HcArticleKind  kind,
                        const char    *file,
                        const char    *data,
                        gsize          length,
                        HcFaultList   *faults)
{
  g_autoptr (HcArticleDraft) draft = NULL;
  g_autoptr (HcFrontMatter) front_matter = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  draft = hc_article_draft_new (kind, file);

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
