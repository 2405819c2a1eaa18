/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-check.h"

#include "hc-text-rules.h"

typedef struct
{
  HcContent   *content;
  HcFaultList *faults;
  GHashTable  *drugs;      /* the ids of medicines */
  GHashTable  *substances; /* the ids of substances, those of medicines among them */
  GHashTable  *names;      /* ids of substances, by folded names */
  GHashTable  *groups;     /* the ids of groups */
  GHashTable  *allergies;  /* the ids of allergies */
} DrugCheck;

static void
add_name (DrugCheck  *self,
          const char *name,
          const char *id)
{
  g_autofree char *folded = hc_text_rules_fold_term (name);

  g_hash_table_insert (self->names, g_steal_pointer (&folded), (gpointer) id);
}

static void
collect_drugs (DrugCheck *self)
{
  for (guint i = 0; i < self->content->articles->len; i++)
    {
      const HcArticleDraft *article = g_ptr_array_index (self->content->articles, i);

      if (article->kind != HC_ARTICLE_KIND_DRUG || article->title == NULL)
        continue;

      g_hash_table_add (self->drugs, article->id);
      g_hash_table_add (self->substances, article->id);
      add_name (self, article->title, article->id);
      add_name (self, article->id, article->id);
    }
}

static void
collect_substances (DrugCheck                    *self,
                    const HcInteractionFileDraft *file)
{
  for (guint i = 0; i < file->substances->len; i++)
    {
      const HcSubstanceDraft *substance = g_ptr_array_index (file->substances, i);

      if (substance->drug != NULL && !g_hash_table_contains (self->drugs, substance->drug))
        hc_fault_list_add (self->faults, file->file->file, substance->line, "there is no medicine “%s”",
                           substance->drug);
      else if (substance->drug == NULL && !g_hash_table_add (self->substances, substance->id))
        hc_fault_list_add (self->faults, file->file->file, substance->line, "there is a substance “%s” already",
                           substance->id);

      add_name (self, substance->name, substance->drug != NULL ? substance->drug : substance->id);
    }
}

/* Returns the id of the substance of that name, or NULL with a fault. */
static char *
dup_substance (DrugCheck                    *self,
               const HcInteractionFileDraft *file,
               const char                   *name,
               int                           line)
{
  g_autofree char *folded = hc_text_rules_fold_term (name);
  const char *id = g_hash_table_lookup (self->names, folded);

  if (id == NULL)
    hc_fault_list_add (self->faults, file->file->file, line, "there is no substance “%s”", name);

  return g_strdup (id);
}

/* Replaces the names of members by the ids of substances. */
static void
check_members (DrugCheck                     *self,
               const HcInteractionFileDraft  *file,
               char                         **members,
               int                            line)
{
  for (guint i = 0; members[i] != NULL; i++)
    {
      char *id = dup_substance (self, file, members[i], line);

      if (id == NULL)
        continue;

      g_free (members[i]);
      members[i] = id;

      for (guint j = 0; j < i; j++)
        if (g_str_equal (members[j], id))
          hc_fault_list_add (self->faults, file->file->file, line, "“%s” is a member twice", id);
    }
}

static void
check_groups (DrugCheck                    *self,
              const HcInteractionFileDraft *file)
{
  for (guint i = 0; i < file->groups->len; i++)
    {
      const HcInteractionGroupDraft *group = g_ptr_array_index (file->groups, i);

      if (!g_hash_table_add (self->groups, (gpointer) group->id))
        hc_fault_list_add (self->faults, file->file->file, group->line, "the group “%s” stands twice", group->id);

      check_members (self, file, group->members, group->line);
    }
}

static void
check_allergies (DrugCheck                    *self,
                 const HcInteractionFileDraft *file)
{
  for (guint i = 0; i < file->allergies->len; i++)
    {
      const HcAllergyDraft *allergy = g_ptr_array_index (file->allergies, i);

      if (!g_hash_table_add (self->allergies, allergy->id))
        hc_fault_list_add (self->faults, file->file->file, allergy->line, "the allergy “%s” stands twice", allergy->id);

      check_members (self, file, allergy->members, allergy->line);
    }
}

static void
replace_name (DrugCheck                     *self,
              const HcInteractionFileDraft  *file,
              char                         **name,
              int                            line)
{
  char *id = dup_substance (self, file, *name, line);

  if (id != NULL)
    {
      g_free (*name);
      *name = id;
    }
}

static void
check_interactions (DrugCheck                    *self,
                    const HcInteractionFileDraft *file,
                    GHashTable                   *known)
{
  for (guint i = 0; i < file->interactions->len; i++)
    {
      HcInteractionDraft *interaction = g_ptr_array_index (file->interactions, i);
      const char *path = file->file->file;
      g_autofree char *key = NULL;

      if (!interaction->is_rule)
        {
          replace_name (self, file, &interaction->a, interaction->line);
          replace_name (self, file, &interaction->b, interaction->line);
        }
      else
        {
          if (!g_hash_table_contains (self->groups, interaction->a))
            hc_fault_list_add (self->faults, path, interaction->line, "there is no group “%s”", interaction->a);
          if (!g_hash_table_contains (self->groups, interaction->b))
            hc_fault_list_add (self->faults, path, interaction->line, "there is no group “%s”", interaction->b);
        }

      /* The lesser one is the first, so that a pair has one key. */
      if (g_strcmp0 (interaction->a, interaction->b) > 0)
        {
          char *a = interaction->a;
          int hours_before = interaction->hours_before;

          interaction->a = interaction->b;
          interaction->b = a;
          interaction->hours_before = interaction->hours_after;
          interaction->hours_after = hours_before;
        }

      key = g_strdup_printf ("%d %s + %s", interaction->is_rule, interaction->a, interaction->b);
      if (!interaction->is_rule && g_str_equal (interaction->a, interaction->b))
        hc_fault_list_add (self->faults, path, interaction->line, "“%s” with itself", interaction->a);
      else if (!g_hash_table_add (known, g_steal_pointer (&key)))
        hc_fault_list_add (self->faults, path, interaction->line, "%s + %s stands twice", interaction->a,
                           interaction->b);
    }
}

static void
check_pills (DrugCheck          *self,
             const HcPillsDraft *pills)
{
  for (guint i = 0; i < pills->pills->len; i++)
    {
      const HcPillDraft *pill = g_ptr_array_index (pills->pills, i);

      if (!g_hash_table_contains (self->drugs, pill->drug))
        hc_fault_list_add (self->faults, pills->file->file, pill->line, "there is no medicine “%s”", pill->drug);
    }
}

/**
 * hc_drug_check:
 * @content: the content; where names of substances are known they are replaced by their ids
 * @faults: takes what is wrong
 *
 * Checks what interactions and pills say of medicines.
 */
void
hc_drug_check (HcContent   *content,
               HcFaultList *faults)
{
  g_autoptr (GHashTable) drugs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) substances = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) allergies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DrugCheck self = { content, faults, drugs, substances, names, groups, allergies };

  g_return_if_fail (content != NULL);
  g_return_if_fail (faults != NULL);

  collect_drugs (&self);

  for (guint i = 0; i < content->interactions->len; i++)
    collect_substances (&self, g_ptr_array_index (content->interactions, i));

  for (guint i = 0; i < content->interactions->len; i++)
    {
      check_groups (&self, g_ptr_array_index (content->interactions, i));
      check_allergies (&self, g_ptr_array_index (content->interactions, i));
    }

  for (guint i = 0; i < content->interactions->len; i++)
    check_interactions (&self, g_ptr_array_index (content->interactions, i), known);

  if (content->pills != NULL)
    check_pills (&self, content->pills);
}
