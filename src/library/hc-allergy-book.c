/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-allergy-book.h"

#include "hc-library-private.h"

/**
 * HcAllergyBook:
 *
 * What the library knows of the words by which people name allergies, in memory.
 */
struct _HcAllergyBook
{
  GObject            parent_instance;

  HcInteractionBook *interactions;
  GPtrArray         *groups;  /* of HcAllergyGroup */
  GHashTable        *by_id;   /* of HcAllergyGroup, by id */
  GHashTable        *by_name; /* of GPtrArray of HcAllergyGroup, by each of their names, folded */
  GHashTable        *others;  /* of HcSubstance, by their names, folded: those of which no interaction speaks */
};

G_DEFINE_FINAL_TYPE (HcAllergyBook, hc_allergy_book, G_TYPE_OBJECT)

static void
group_free (gpointer data)
{
  HcAllergyGroup *group = data;

  g_free (group->id);
  g_free (group->name);
  g_free (group->note);
  g_ptr_array_unref (group->members);
  g_free (group);
}

static void
hc_allergy_book_finalize (GObject *object)
{
  HcAllergyBook *self = HC_ALLERGY_BOOK (object);

  g_hash_table_unref (self->others);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->groups);
  g_clear_object (&self->interactions);

  G_OBJECT_CLASS (hc_allergy_book_parent_class)->finalize (object);
}

static void
hc_allergy_book_class_init (HcAllergyBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_allergy_book_finalize;
}

static void
hc_allergy_book_init (HcAllergyBook *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* Several groups may have the same name: "sulfa" means antibiotics, and may mean others. */
static void
add_name (HcAllergyBook  *self,
          HcAllergyGroup *group,
          const char     *name)
{
  g_autofree char *folded = hc_interaction_book_fold (name);
  GPtrArray *groups = g_hash_table_lookup (self->by_name, folded);

  if (groups == NULL)
    {
      groups = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), groups);
    }

  if (!g_ptr_array_find (groups, group, NULL))
    g_ptr_array_add (groups, group);
}

/* Adds a member that can stand on an imported label, and of which the library knows nothing else. */
static void
add_other (HcAllergyBook  *self,
           HcAllergyGroup *group,
           const char     *name)
{
  g_autofree char *folded = hc_interaction_book_fold (name);
  HcSubstance *substance = g_hash_table_lookup (self->others, folded);

  if (substance == NULL)
    {
      substance = hc_substance_new (folded, name, "", "other", NULL);
      g_hash_table_insert (self->others, g_strdup (folded), substance);
    }

  g_ptr_array_add (group->members, g_object_ref (substance));
}

static gboolean
read_groups (HcAllergyBook  *self,
             HcDatabase     *database,
             GError        **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, "SELECT * FROM allergy ORDER BY id", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcAllergyGroup *group = g_new0 (HcAllergyGroup, 1);
      g_auto (GStrv) also = g_strsplit (hc_statement_get_text (statement, "also"), ",", -1);
      g_auto (GStrv) others = g_strsplit (hc_statement_get_text (statement, "others"), ";", -1);

      group->id = g_strdup (hc_statement_get_text (statement, "id"));
      group->name = g_strdup (hc_statement_get_text (statement, "name"));
      group->note = g_strdup (hc_statement_get_text (statement, "note"));
      group->members = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_id, group->id, group);

      add_name (self, group, group->name);
      for (guint i = 0; also[i] != NULL; i++)
        add_name (self, group, also[i]);
      for (guint i = 0; others[i] != NULL; i++)
        add_other (self, group, g_strstrip (others[i]));
    }

  return step == HC_STEP_DONE;
}

static gboolean
read_members (HcAllergyBook  *self,
              HcDatabase     *database,
              GError        **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, "SELECT * FROM allergy_member", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcAllergyGroup *group = g_hash_table_lookup (self->by_id, hc_statement_get_text (statement, "member_of"));
      HcSubstance *substance = hc_interaction_book_get_substance (self->interactions,
                                                                  hc_statement_get_text (statement, "substance"));

      if (group != NULL && substance != NULL)
        g_ptr_array_add (group->members, g_object_ref (substance));
    }

  return step == HC_STEP_DONE;
}

/**
 * hc_allergy_book_new:
 * @library: the library; it is not needed any more afterwards
 * @interactions: what the same library knows of interactions
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what it knows of allergies
 */
HcAllergyBook *
hc_allergy_book_new (HcLibrary          *library,
                     HcInteractionBook  *interactions,
                     GError            **error)
{
  g_autoptr (HcAllergyBook) self = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (interactions), NULL);

  self = g_object_new (HC_TYPE_ALLERGY_BOOK, NULL);
  self->interactions = g_object_ref (interactions);
  database = hc_library_get_database (library);

  if (!read_groups (self, database, error) || !read_members (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_allergy_book_get_interactions:
 * @self: a book
 *
 * Returns: (transfer none): what the same library knows of interactions
 */
HcInteractionBook *
hc_allergy_book_get_interactions (HcAllergyBook *self)
{
  g_return_val_if_fail (HC_IS_ALLERGY_BOOK (self), NULL);

  return self->interactions;
}

/**
 * hc_allergy_book_get_groups:
 * @self: a book
 *
 * Returns: (transfer none) (element-type HcAllergyGroup): all groups
 */
GPtrArray *
hc_allergy_book_get_groups (HcAllergyBook *self)
{
  g_return_val_if_fail (HC_IS_ALLERGY_BOOK (self), NULL);

  return self->groups;
}

/**
 * hc_allergy_book_find:
 * @self: a book
 * @name: what somebody says that they are allergic to, in any letters
 *
 * Returns: (transfer none) (nullable) (element-type HcAllergyGroup): the groups that are called so, %NULL when
 *   there is none
 */
GPtrArray *
hc_allergy_book_find (HcAllergyBook *self,
                      const char    *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (HC_IS_ALLERGY_BOOK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = hc_interaction_book_fold (name);

  return g_hash_table_lookup (self->by_name, folded);
}

/**
 * hc_allergy_book_find_substance:
 * @self: a book
 * @name: a name, a brand name or another one, in any letters
 *
 * Returns: (transfer none) (nullable): the substance that is called so, also one of which no interaction speaks
 */
HcSubstance *
hc_allergy_book_find_substance (HcAllergyBook *self,
                                const char    *name)
{
  g_autofree char *folded = NULL;
  HcSubstance *substance;

  g_return_val_if_fail (HC_IS_ALLERGY_BOOK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  substance = hc_interaction_book_find (self->interactions, name);
  folded = hc_interaction_book_fold (name);

  return substance != NULL ? substance : g_hash_table_lookup (self->others, folded);
}

/**
 * hc_allergy_group_load_sources:
 * @self: a group
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so
 */
GPtrArray *
hc_allergy_group_load_sources (const HcAllergyGroup  *self,
                               HcLibrary             *library,
                               GError               **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strconcat ("allergy/", self->id, NULL);

  return hc_library_read_sources (library, owner, error);
}
