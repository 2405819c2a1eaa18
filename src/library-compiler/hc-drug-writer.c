/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-writer.h"

#include "hc-pill-writer.h"
#include "hc-reference-writer.h"

static gboolean
write_drug (HcStatement           *insert,
            const HcArticleDraft  *article,
            GError               **error)
{
  hc_statement_bind_text (insert, ":id", article->id);
  hc_statement_bind_text (insert, ":brands", article->drug.brands);
  hc_statement_bind_text (insert, ":also", article->drug.also);
  hc_statement_bind_text (insert, ":kind", article->drug.kind);
  hc_statement_bind_text (insert, ":classes", article->drug.classes);
  hc_statement_bind_text (insert, ":conditions", article->drug.conditions);
  hc_statement_bind_text (insert, ":forms", article->drug.forms);

  return hc_statement_run (insert, error);
}

/* Each medicine is a substance, too. */
static gboolean
write_drugs (HcDatabase  *database,
             HcContent   *content,
             GError     **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO drug (id, brands, also, kind, classes, conditions, forms) "
    "VALUES (:id, ifnull (:brands, ''), ifnull (:also, ''), :kind, :classes, :conditions, :forms)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < content->articles->len; i++)
    {
      const HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      if (article->kind == HC_ARTICLE_KIND_DRUG && !write_drug (insert, article, error))
        return FALSE;
    }

  return hc_database_execute (database,
    "INSERT INTO substance (id, name, also, kind, drug) "
    "SELECT id, title, brands || iif (brands != '' AND also != '', ',', '') || also, "
    "       CASE drug.kind WHEN 'supplement' THEN 'supplement' WHEN 'food' THEN 'food' ELSE 'medicine' END, id "
    "FROM drug JOIN article USING (id)", error);
}

/* Other names of a medicine are added to those it has. */
static gboolean
write_substances (HcDatabase              *database,
                  HcInteractionFileDraft  *file,
                  GError                 **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO substance (id, name, also, kind) VALUES (:id, :name, ifnull (:also, ''), :kind)", error);
  g_autoptr (HcStatement) add = insert == NULL ? NULL : hc_database_prepare (database,
    "UPDATE substance SET also = also || iif (also = '', '', ',') || :name || ifnull (',' || :also, '') "
    "WHERE id = :id", error);

  if (add == NULL)
    return FALSE;

  for (guint i = 0; i < file->substances->len; i++)
    {
      const HcSubstanceDraft *substance = g_ptr_array_index (file->substances, i);
      HcStatement *statement = substance->drug != NULL ? add : insert;

      hc_statement_bind_text (statement, ":id", substance->drug != NULL ? substance->drug : substance->id);
      hc_statement_bind_text (statement, ":name", substance->name);
      hc_statement_bind_text (statement, ":also", substance->also);
      if (substance->drug == NULL)
        hc_statement_bind_text (statement, ":kind", substance->kind);

      if (!hc_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_groups (HcDatabase              *database,
              HcInteractionFileDraft  *file,
              GError                 **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO interaction_group (id, name, twice) VALUES (:id, :name, :twice)", error);
  g_autoptr (HcStatement) insert_member = insert == NULL ? NULL : hc_database_prepare (database,
    "INSERT INTO interaction_member (member_of, substance) VALUES (:group, :substance)", error);

  if (insert_member == NULL)
    return FALSE;

  for (guint i = 0; i < file->groups->len; i++)
    {
      const HcInteractionGroupDraft *group = g_ptr_array_index (file->groups, i);

      hc_statement_bind_text (insert, ":id", group->id);
      hc_statement_bind_text (insert, ":name", group->name);
      hc_statement_bind_text (insert, ":twice", group->twice);

      if (!hc_statement_run (insert, error))
        return FALSE;

      for (guint j = 0; group->members[j] != NULL; j++)
        {
          hc_statement_bind_text (insert_member, ":group", group->id);
          hc_statement_bind_text (insert_member, ":substance", group->members[j]);

          if (!hc_statement_run (insert_member, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_allergies (HcDatabase              *database,
                 HcInteractionFileDraft  *file,
                 GError                 **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO allergy (id, name, also, others, note) "
    "VALUES (:id, :name, ifnull (:also, ''), ifnull (:others, ''), :note)", error);
  g_autoptr (HcStatement) insert_member = insert == NULL ? NULL : hc_database_prepare (database,
    "INSERT INTO allergy_member (member_of, substance) VALUES (:allergy, :substance)", error);

  if (insert_member == NULL)
    return FALSE;

  for (guint i = 0; i < file->allergies->len; i++)
    {
      const HcAllergyDraft *allergy = g_ptr_array_index (file->allergies, i);
      g_autofree char *owner = g_strconcat ("allergy/", allergy->id, NULL);

      hc_statement_bind_text (insert, ":id", allergy->id);
      hc_statement_bind_text (insert, ":name", allergy->name);
      hc_statement_bind_text (insert, ":also", allergy->also);
      hc_statement_bind_text (insert, ":others", allergy->others);
      hc_statement_bind_text (insert, ":note", allergy->note);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources (database, owner, allergy->sources, error))
        return FALSE;

      for (guint j = 0; allergy->members[j] != NULL; j++)
        {
          hc_statement_bind_text (insert_member, ":allergy", allergy->id);
          hc_statement_bind_text (insert_member, ":substance", allergy->members[j]);

          if (!hc_statement_run (insert_member, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_interactions (HcDatabase              *database,
                    HcInteractionFileDraft  *file,
                    gint64                  *id,
                    GError                 **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO interaction (id, is_rule, a, b, severity, effect, action, why, timing, hours_before, "
    "hours_after, confirmed) "
    "VALUES (:id, :is_rule, :a, :b, :severity, :effect, :action, :why, :timing, :hours_before, "
    ":hours_after, :confirmed)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < file->interactions->len; i++)
    {
      const HcInteractionDraft *interaction = g_ptr_array_index (file->interactions, i);
      g_autofree char *owner = g_strdup_printf ("interaction/%" G_GINT64_FORMAT, ++*id);

      hc_statement_bind_int64 (insert, ":id", *id);
      hc_statement_bind_int64 (insert, ":is_rule", interaction->is_rule);
      hc_statement_bind_text (insert, ":a", interaction->a);
      hc_statement_bind_text (insert, ":b", interaction->b);
      hc_statement_bind_text (insert, ":severity", interaction->severity);
      hc_statement_bind_text (insert, ":effect", interaction->effect);
      hc_statement_bind_text (insert, ":action", interaction->action);
      hc_statement_bind_text (insert, ":why", interaction->why);
      hc_statement_bind_text (insert, ":timing", interaction->timing);
      hc_statement_bind_int64 (insert, ":hours_before", interaction->hours_before);
      hc_statement_bind_int64 (insert, ":hours_after", interaction->hours_after);
      hc_statement_bind_int64 (insert, ":confirmed", interaction->confirmed);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources (database, owner, interaction->sources, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
find_drug_name (HcContent  *content,
                const char *id)
{
  for (guint i = 0; i < content->articles->len; i++)
    {
      const HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      if (article->kind == HC_ARTICLE_KIND_DRUG && g_str_equal (article->id, id))
        return article->title;
    }

  return id;
}

static gboolean
write_pills (HcDatabase  *database,
             HcContent   *content,
             GError     **error)
{
  g_autoptr (HcPillWriter) writer = hc_pill_writer_new (database, error);

  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < content->pills->pills->len; i++)
    {
      const HcPillDraft *draft = g_ptr_array_index (content->pills->pills, i);
      g_autofree char *target = g_strdup_printf ("health-center:drug/%s", draft->drug);
      g_autofree char *source = g_strdup_printf ("%s. %s", draft->source->title, draft->source->publisher);
      g_autoptr (HcPill) pill = hc_pill_new (&draft->look, &(HcPillDetails) {
        .target = target,
        .name = find_drug_name (content, draft->drug),
        .brand = draft->brand,
        .strength = draft->strength,
        .form = draft->form,
        .maker = draft->maker,
        .source = source,
        .url = draft->source->address,
        .confirmed = draft->confirmed,
        .remark = draft->remark,
      });

      if (!hc_pill_writer_add (writer, pill, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_drug_writer_write:
 * @database: the library, with its articles
 * @content: the content, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes what is told of medicines beside their texts: names, pills, interactions.
 *
 * Returns: whether it was written
 */
gboolean
hc_drug_writer_write (HcDatabase  *database,
                      HcContent   *content,
                      GError     **error)
{
  gint64 id = 0;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  if (!write_drugs (database, content, error) || !hc_pill_writer_make_table (database, error) ||
      (content->pills != NULL && !write_pills (database, content, error)))
    return FALSE;

  for (guint i = 0; i < content->interactions->len; i++)
    if (!write_substances (database, g_ptr_array_index (content->interactions, i), error))
      return FALSE;

  for (guint i = 0; i < content->interactions->len; i++)
    if (!write_groups (database, g_ptr_array_index (content->interactions, i), error) ||
        !write_allergies (database, g_ptr_array_index (content->interactions, i), error) ||
        !write_interactions (database, g_ptr_array_index (content->interactions, i), &id, error))
      return FALSE;

  return TRUE;
}
