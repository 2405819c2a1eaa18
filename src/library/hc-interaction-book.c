/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction-book.h"

#include <string.h>

#include "hc-library-private.h"

/**
 * HcInteractionBook:
 *
 * All that the library knows of interactions, in memory: it is asked for hundreds of pairs at once.
 */
struct _HcInteractionBook
{
  GObject     parent_instance;

  GListStore *substances; /* of HcSubstance, by their names */
  GHashTable *by_id;      /* of HcSubstance, by id */
  GHashTable *by_name;    /* of HcSubstance, by each of their names, folded */
  GHashTable *pairs;      /* of HcInteraction, by "a+b", with the lesser id first */
  GHashTable *rules;      /* likewise, of groups */
  GHashTable *groups;     /* of HcInteractionGroup, by id */
  GHashTable *members;    /* of GPtrArray of HcInteractionGroup, by the id of a substance */
};

G_DEFINE_FINAL_TYPE (HcInteractionBook, hc_interaction_book, G_TYPE_OBJECT)

static void
group_free (gpointer data)
{
  HcInteractionGroup *group = data;

  g_free (group->id);
  g_free (group->name);
  g_free (group->twice);
  g_free (group);
}

static void
hc_interaction_book_finalize (GObject *object)
{
  HcInteractionBook *self = HC_INTERACTION_BOOK (object);

  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->rules);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->groups);
  g_clear_object (&self->substances);

  G_OBJECT_CLASS (hc_interaction_book_parent_class)->finalize (object);
}

static void
hc_interaction_book_class_init (HcInteractionBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_interaction_book_finalize;
}

static void
hc_interaction_book_init (HcInteractionBook *self)
{
  self->substances = g_list_store_new (HC_TYPE_SUBSTANCE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, group_free);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/* As they are typed and printed, some by mistake. */
static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == '`' || character == 0x2018 || character == 0x2019 || character == 0x02bc;
}

/**
 * hc_interaction_book_fold:
 * @name: a name
 *
 * Returns: (transfer full): its letters and digits in small letters, with single blanks between the words: "St.
 *   John's Wort" and "st johns wort" are the same
 */
char *
hc_interaction_book_fold (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *normalized = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *small = g_utf8_casefold (normalized, -1);
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *position = small; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (g_unichar_ismark (character) || is_apostrophe (character))
        continue;

      if (!g_unichar_isalnum (character))
        {
          space = TRUE;
          continue;
        }

      if (space && folded->len > 0)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_unichar (folded, character);
    }

  return g_string_free_and_steal (folded);
}

static char *
make_key (const char *a,
          const char *b)
{
  return strcmp (a, b) <= 0 ? g_strconcat (a, "+", b, NULL) : g_strconcat (b, "+", a, NULL);
}

/* The first one that has a name keeps it. */
static void
add_name (HcInteractionBook *self,
          HcSubstance       *substance,
          const char        *name)
{
  g_autofree char *folded = hc_interaction_book_fold (name);

  if (*folded != '\0' && !g_hash_table_contains (self->by_name, folded))
    g_hash_table_insert (self->by_name, g_steal_pointer (&folded), substance);
}

static gboolean
read_substances (HcInteractionBook  *self,
                 HcDatabase         *database,
                 GError            **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT * FROM substance ORDER BY name COLLATE NOCASE, id", error);
  guint n;
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcSubstance) substance = hc_substance_new (hc_statement_get_text (statement, "id"),
                                                            hc_statement_get_text (statement, "name"),
                                                            hc_statement_get_text (statement, "also"),
                                                            hc_statement_get_text (statement, "kind"),
                                                            hc_statement_get_text (statement, "drug"));

      g_list_store_append (self->substances, substance);
      g_hash_table_insert (self->by_id, (gpointer) hc_substance_get_id (substance), substance);
      add_name (self, substance, hc_substance_get_name (substance));
    }

  /* Other names after all names: a name goes before what is only called so, too. */
  n = g_list_model_get_n_items (G_LIST_MODEL (self->substances));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSubstance) substance = g_list_model_get_item (G_LIST_MODEL (self->substances), i);
      const char *const *also = hc_substance_get_also (substance);

      add_name (self, substance, hc_substance_get_id (substance));
      for (guint j = 0; also[j] != NULL; j++)
        add_name (self, substance, also[j]);
    }

  return step == HC_STEP_DONE;
}

static gboolean
read_groups (HcInteractionBook  *self,
             HcDatabase         *database,
             GError            **error)
{
  g_autoptr (HcStatement) groups = hc_database_prepare (database, "SELECT * FROM interaction_group", error);
  g_autoptr (HcStatement) members =
    groups != NULL ? hc_database_prepare (database, "SELECT * FROM interaction_member", error) : NULL;
  HcStep step;

  if (members == NULL)
    return FALSE;

  while ((step = hc_statement_step (groups, error)) == HC_STEP_ROW)
    {
      HcInteractionGroup *group = g_new0 (HcInteractionGroup, 1);

      group->id = g_strdup (hc_statement_get_text (groups, "id"));
      group->name = g_strdup (hc_statement_get_text (groups, "name"));
      group->twice = g_strdup (hc_statement_get_text (groups, "twice"));
      g_hash_table_insert (self->groups, group->id, group);
    }

  if (step == HC_STEP_ERROR)
    return FALSE;

  while ((step = hc_statement_step (members, error)) == HC_STEP_ROW)
    {
      const char *substance = hc_statement_get_text (members, "substance");
      GPtrArray *of_substance = g_hash_table_lookup (self->members, substance);

      if (of_substance == NULL)
        {
          of_substance = g_ptr_array_new ();
          g_hash_table_insert (self->members, g_strdup (substance), of_substance);
        }

      g_ptr_array_add (of_substance,
                       g_hash_table_lookup (self->groups, hc_statement_get_text (members, "member_of")));
    }

  return step == HC_STEP_DONE;
}

static gboolean
read_interactions (HcInteractionBook  *self,
                   HcDatabase         *database,
                   GError            **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, "SELECT * FROM interaction", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      gboolean is_rule = hc_statement_get_int64 (statement, "is_rule") != 0;
      char *key = make_key (hc_statement_get_text (statement, "a"), hc_statement_get_text (statement, "b"));

      g_hash_table_insert (is_rule ? self->rules : self->pairs, key, hc_interaction_new (&(HcInteractionDetails) {
        .id = hc_statement_get_int64 (statement, "id"),
        .severity = hc_severity_from_string (hc_statement_get_text (statement, "severity")),
        .effect = hc_statement_get_text (statement, "effect"),
        .action = hc_statement_get_text (statement, "action"),
        .why = hc_statement_get_text (statement, "why"),
        .a = hc_statement_get_text (statement, "a"),
        .b = hc_statement_get_text (statement, "b"),
        .timing = hc_statement_get_text (statement, "timing"),
        .hours = (int) hc_statement_get_int64 (statement, "hours"),
        .hours_before = (int) hc_statement_get_int64 (statement, "hours_before"),
        .hours_after = (int) hc_statement_get_int64 (statement, "hours_after"),
        .is_rule = is_rule,
        .confirmed = hc_statement_get_int64 (statement, "confirmed") != 0,
      }));
    }

  return step == HC_STEP_DONE;
}

/**
 * hc_interaction_book_new:
 * @library: the library; it is not needed any more afterwards
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what it knows of interactions
 */
HcInteractionBook *
hc_interaction_book_new (HcLibrary  *library,
                         GError    **error)
{
  g_autoptr (HcInteractionBook) self = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_INTERACTION_BOOK, NULL);
  database = hc_library_get_database (library);

  if (!read_substances (self, database, error) || !read_groups (self, database, error) ||
      !read_interactions (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_interaction_book_get_substances:
 * @self: a book
 *
 * Returns: (transfer none): all #HcSubstance, by their names
 */
GListModel *
hc_interaction_book_get_substances (HcInteractionBook *self)
{
  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (self), NULL);

  return G_LIST_MODEL (self->substances);
}

/**
 * hc_interaction_book_get_substance:
 * @self: a book
 * @id: the id of a substance
 *
 * Returns: (transfer none) (nullable): the substance
 */
HcSubstance *
hc_interaction_book_get_substance (HcInteractionBook *self,
                                   const char        *id)
{
  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hc_interaction_book_find:
 * @self: a book
 * @name: a name, a brand name or another one, in any letters
 *
 * Returns: (transfer none) (nullable): the substance that is called so
 */
HcSubstance *
hc_interaction_book_find (HcInteractionBook *self,
                          const char        *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = hc_interaction_book_fold (name);

  return g_hash_table_lookup (self->by_name, folded);
}

static GPtrArray *
get_groups (HcInteractionBook *self,
            HcSubstance       *substance)
{
  return g_hash_table_lookup (self->members, hc_substance_get_id (substance));
}

/**
 * hc_interaction_book_is_member:
 * @self: a book
 * @substance: a substance
 * @group: the id of a group
 *
 * Returns: whether @substance belongs to @group
 */
gboolean
hc_interaction_book_is_member (HcInteractionBook *self,
                               HcSubstance       *substance,
                               const char        *group)
{
  GPtrArray *groups;

  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (self), FALSE);
  g_return_val_if_fail (HC_IS_SUBSTANCE (substance), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);

  groups = get_groups (self, substance);

  return groups != NULL &&
         g_ptr_array_find (groups, g_hash_table_lookup (self->groups, group), NULL);
}

/**
 * hc_interaction_book_list_pair:
 * @self: a book
 * @a: a substance
 * @b: another one
 *
 * Lists what is known of two substances: the entry about just these two, and the rules for groups that have
 * one of them each. A rule is left out when the entry is at least as severe: it says the same less exactly.
 *
 * Returns: (transfer full) (element-type HcInteraction): the worst first; empty when nothing is known
 */
GPtrArray *
hc_interaction_book_list_pair (HcInteractionBook *self,
                               HcSubstance       *a,
                               HcSubstance       *b)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *key = NULL;
  GPtrArray *groups_a, *groups_b;
  HcInteraction *pair;

  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (self), NULL);
  g_return_val_if_fail (HC_IS_SUBSTANCE (a) && HC_IS_SUBSTANCE (b), NULL);

  key = make_key (hc_substance_get_id (a), hc_substance_get_id (b));
  pair = g_hash_table_lookup (self->pairs, key);
  groups_a = get_groups (self, a);
  groups_b = get_groups (self, b);

  for (guint i = 0; groups_a != NULL && groups_b != NULL && i < groups_a->len; i++)
    for (guint j = 0; j < groups_b->len; j++)
      {
        const HcInteractionGroup *group_a = g_ptr_array_index (groups_a, i);
        const HcInteractionGroup *group_b = g_ptr_array_index (groups_b, j);
        g_autofree char *rule_key = make_key (group_a->id, group_b->id);
        HcInteraction *rule = g_hash_table_lookup (self->rules, rule_key);

        if (rule == NULL || g_ptr_array_find (found, rule, NULL) ||
            (pair != NULL &&
             hc_interaction_get_details (pair)->severity <= hc_interaction_get_details (rule)->severity))
          continue;

        g_ptr_array_add (found, g_object_ref (rule));
      }

  if (pair != NULL)
    g_ptr_array_add (found, g_object_ref (pair));

  g_ptr_array_sort_values (found, hc_interaction_compare);

  return g_steal_pointer (&found);
}

/**
 * hc_interaction_book_find_twice:
 * @self: a book
 * @a: a substance
 * @b: another one
 *
 * Returns: (transfer none) (nullable): a group that has both, where taking two is something to ask about
 */
const HcInteractionGroup *
hc_interaction_book_find_twice (HcInteractionBook *self,
                                HcSubstance       *a,
                                HcSubstance       *b)
{
  GPtrArray *groups_a, *groups_b;

  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (self), NULL);
  g_return_val_if_fail (HC_IS_SUBSTANCE (a) && HC_IS_SUBSTANCE (b), NULL);

  groups_a = get_groups (self, a);
  groups_b = get_groups (self, b);

  for (guint i = 0; groups_a != NULL && groups_b != NULL && i < groups_a->len; i++)
    {
      const HcInteractionGroup *group = g_ptr_array_index (groups_a, i);

      if (group->twice != NULL && g_ptr_array_find (groups_b, group, NULL))
        return group;
    }

  return NULL;
}
