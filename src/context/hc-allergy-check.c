/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-allergy-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* An allergy, as it was understood. */
typedef struct
{
  const char *words;
  char       *folded;
  GPtrArray  *groups;     /* of HcAllergyGroup: those that are named */
  GPtrArray  *substances; /* of HcSubstance: likewise */
} Allergy;

typedef struct
{
  HcAllergyBook  *book;
  HcAllergyCheck *check;
} Run;

static void
allergy_free (gpointer data)
{
  Allergy *allergy = data;

  g_free (allergy->folded);
  g_ptr_array_unref (allergy->groups);
  g_ptr_array_unref (allergy->substances);
  g_free (allergy);
}

static void
finding_free (gpointer data)
{
  HcAllergyFinding *finding = data;

  g_free (finding->allergy);
  g_clear_object (&finding->item);
  g_free (finding->name);
  g_free (finding);
}

static void
told_free (gpointer data)
{
  HcToldAllergy *told = data;

  g_free (told->words);
  g_free (told->read_as);
  g_free (told);
}

/* Returns the allergies of which a text tells, without empty ones: "penicillin (rash, fever); latex" tells of
 * two. */
static void
split_text (const char *text,
            GPtrArray  *pieces)
{
  const char *start = text;
  int depth = 0;

  for (const char *position = text; ; position++)
    {
      if (*position == '(')
        depth++;
      else if (*position == ')')
        depth = MAX (depth - 1, 0);

      if (*position == '\0' || (depth == 0 && strchr (",;\n", *position) != NULL))
        {
          g_autofree char *piece = g_strndup (start, (gsize) (position - start));

          if (*g_strstrip (piece) != '\0')
            g_ptr_array_add (pieces, g_steal_pointer (&piece));
          start = position + 1;
        }

      if (*position == '\0')
        break;
    }
}

static gboolean
add_named (Run        *self,
           Allergy    *allergy,
           const char *name,
           GString    *read_as)
{
  GPtrArray *groups = hc_allergy_book_find (self->book, name);
  HcSubstance *substance = hc_allergy_book_find_substance (self->book, name);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const HcAllergyGroup *group = g_ptr_array_index (groups, i);

      if (!g_ptr_array_find (allergy->groups, group, NULL))
        {
          g_ptr_array_add (allergy->groups, (gpointer) group);
          g_string_append_printf (read_as, "%s%s", read_as->len > 0 ? ", " : "", group->name);
        }
    }

  if (substance != NULL && !g_ptr_array_find (allergy->substances, substance, NULL))
    {
      g_ptr_array_add (allergy->substances, substance);
      if (groups == NULL)
        g_string_append_printf (read_as, "%s%s", read_as->len > 0 ? ", " : "",
                                hc_substance_get_name (substance));
    }

  return groups != NULL || substance != NULL;
}

/* Looks for all names that stand in what somebody wrote, the longest ones first: "codeine makes me sick". */
static Allergy *
read_allergy (Run        *self,
              const char *words)
{
  Allergy *allergy = g_new0 (Allergy, 1);
  g_autoptr (GString) read_as = g_string_new (NULL);
  HcToldAllergy *told = g_new0 (HcToldAllergy, 1);
  g_auto (GStrv) parts = NULL;
  guint n;

  allergy->words = words;
  allergy->folded = hc_interaction_book_fold (words);
  allergy->groups = g_ptr_array_new ();
  allergy->substances = g_ptr_array_new ();
  parts = g_strsplit (allergy->folded, " ", -1);
  n = g_strv_length (parts);

  for (guint start = 0; start < n; start++)
    for (guint end = n; end > start; end--)
      {
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
        g_auto (GStrv) phrase = NULL;
        g_autofree char *name = NULL;

        for (guint i = start; i < end; i++)
          g_strv_builder_add (builder, parts[i]);
        phrase = g_strv_builder_end (builder);
        name = g_strjoinv (" ", phrase);

        if (add_named (self, allergy, name, read_as))
          {
            start = end - 1;
            break;
          }
      }

  told->words = g_strdup (words);
  told->read_as = read_as->len > 0 ? g_strdup (read_as->str) : NULL;
  g_ptr_array_add (self->check->told, told);

  return allergy;
}

/* Finds what acts by a name from a label, which may go on: "cephalexin monohydrate". */
static HcSubstance *
find_active (Run        *self,
             const char *name)
{
  g_autofree char *shortened = g_strdup (name);
  HcSubstance *substance;
  char *blank;

  while ((substance = hc_allergy_book_find_substance (self->book, shortened)) == NULL &&
         (blank = strrchr (shortened, ' ')) != NULL)
    *blank = '\0';

  return substance;
}

/* Whether the words of an allergy stand in a name, as whole words. */
static gboolean
has_words (Allergy    *allergy,
           const char *name)
{
  g_autofree char *folded = hc_interaction_book_fold (name);
  g_autofree char *text = g_strdup_printf (" %s ", folded);
  g_autofree char *wanted = g_strdup_printf (" %s ", allergy->folded);

  return *allergy->folded != '\0' && strstr (text, wanted) != NULL;
}

static gboolean
has_member (const HcAllergyGroup *group,
            HcSubstance          *substance)
{
  return g_ptr_array_find (group->members, substance, NULL);
}

static const HcAllergyGroup *
find_related (Run         *self,
              Allergy     *allergy,
              HcSubstance *substance)
{
  GPtrArray *groups = hc_allergy_book_get_groups (self->book);

  for (guint i = 0; i < groups->len; i++)
    {
      const HcAllergyGroup *group = g_ptr_array_index (groups, i);

      if (group->note == NULL || !has_member (group, substance))
        continue;

      for (guint j = 0; j < allergy->substances->len; j++)
        if (has_member (group, g_ptr_array_index (allergy->substances, j)))
          return group;
    }

  return NULL;
}

static void
add_finding (Run                  *self,
             Allergy              *allergy,
             HcAllergyMatch        match,
             HcCheckedItem        *item,
             const char           *name,
             const HcAllergyGroup *group)
{
  HcAllergyFinding *finding = g_new0 (HcAllergyFinding, 1);

  finding->allergy = g_strdup (allergy->words);
  finding->match = match;
  finding->item = item != NULL ? g_object_ref (item) : NULL;
  finding->name = g_strdup (name);
  finding->group = group;
  g_ptr_array_add (self->check->findings, finding);
}

/* Returns whether anything was found. @name is that of the ingredient, or of what acts in @item. */
static gboolean
check_substance (Run           *self,
                 Allergy       *allergy,
                 HcCheckedItem *item,
                 HcSubstance   *substance,
                 const char    *name)
{
  const HcAllergyGroup *group;

  if (g_ptr_array_find (allergy->substances, substance, NULL))
    {
      add_finding (self, allergy, HC_ALLERGY_SAME, item, name, NULL);
      return TRUE;
    }

  for (guint i = 0; i < allergy->groups->len; i++)
    if (has_member (g_ptr_array_index (allergy->groups, i), substance))
      {
        add_finding (self, allergy, HC_ALLERGY_MEMBER, item, name, g_ptr_array_index (allergy->groups, i));
        return TRUE;
      }

  if ((group = find_related (self, allergy, substance)) != NULL)
    add_finding (self, allergy, HC_ALLERGY_RELATED, item, name, group);

  return group != NULL;
}

/* Looks at something of which only the name is known. */
static void
check_name (Run           *self,
            Allergy       *allergy,
            HcCheckedItem *item,
            const char    *name)
{
  HcSubstance *substance = find_active (self, name);

  if (substance != NULL && check_substance (self, allergy, item, substance, name))
    return;

  if (has_words (allergy, name))
    add_finding (self, allergy, HC_ALLERGY_SAME, item, name, NULL);
}

static void
check_item (Run           *self,
            Allergy       *allergy,
            HcCheckedItem *item)
{
  GPtrArray *substances = hc_checked_item_get_substances (item);
  GPtrArray *unknown = hc_checked_item_get_unknown (item);

  for (guint i = 0; i < substances->len; i++)
    check_substance (self, allergy, item, g_ptr_array_index (substances, i),
                     hc_substance_get_name (g_ptr_array_index (substances, i)));

  for (guint i = 0; i < unknown->len; i++)
    check_name (self, allergy, item, g_ptr_array_index (unknown, i));

  if (substances->len == 0 && unknown->len == 0)
    check_name (self, allergy, item, hc_checked_item_get_name (item));
}

static HcAllergyCheck *
run (HcAllergyBook     *book,
     const char *const *allergies,
     GPtrArray         *items,
     const char *const *ingredients)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  HcAllergyCheck *check = g_new0 (HcAllergyCheck, 1);
  Run self = { book, check };

  check->findings = g_ptr_array_new_with_free_func (finding_free);
  check->told = g_ptr_array_new_with_free_func (told_free);

  for (guint i = 0; allergies[i] != NULL; i++)
    split_text (allergies[i], pieces);

  for (guint i = 0; i < pieces->len; i++)
    {
      Allergy *allergy = read_allergy (&self, g_ptr_array_index (pieces, i));

      for (guint j = 0; items != NULL && j < items->len; j++)
        check_item (&self, allergy, g_ptr_array_index (items, j));

      for (guint j = 0; ingredients != NULL && ingredients[j] != NULL; j++)
        check_name (&self, allergy, NULL, ingredients[j]);

      allergy_free (allergy);
    }

  return check;
}

/**
 * hc_allergy_check_run:
 * @book: what is known of allergies
 * @allergies: (array zero-terminated=1): allergies, as the person wrote them; one text may tell of several
 * @items: (element-type HcCheckedItem): what is taken, or may be
 *
 * Looks for what somebody is allergic to: the same substance, members of a group that is named, and members of
 * groups of which a source says that one stands for the others. That nothing is found does not mean that
 * something is safe.
 *
 * Returns: (transfer full): what was found; it needs @book
 */
HcAllergyCheck *
hc_allergy_check_run (HcAllergyBook     *book,
                      const char *const *allergies,
                      GPtrArray         *items)
{
  g_return_val_if_fail (HC_IS_ALLERGY_BOOK (book), NULL);
  g_return_val_if_fail (allergies != NULL, NULL);
  g_return_val_if_fail (items != NULL, NULL);

  return run (book, allergies, items, NULL);
}

/**
 * hc_allergy_check_run_ingredients:
 * @book: what is known of allergies
 * @allergies: (array zero-terminated=1): allergies, as the person wrote them; one text may tell of several
 * @ingredients: (array zero-terminated=1): the names of the ingredients of something, inactive ones among them
 *
 * Looks at ingredients by their names, as hc_allergy_check_run() does.
 *
 * Returns: (transfer full): what was found; it needs @book
 */
HcAllergyCheck *
hc_allergy_check_run_ingredients (HcAllergyBook     *book,
                                  const char *const *allergies,
                                  const char *const *ingredients)
{
  g_return_val_if_fail (HC_IS_ALLERGY_BOOK (book), NULL);
  g_return_val_if_fail (allergies != NULL, NULL);
  g_return_val_if_fail (ingredients != NULL, NULL);

  return run (book, allergies, NULL, ingredients);
}

/**
 * hc_allergy_check_free:
 * @self: (transfer full) (nullable): what was found
 */
void
hc_allergy_check_free (HcAllergyCheck *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->told);
  g_free (self);
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *first = hc_interaction_book_fold (a);
  g_autofree char *second = hc_interaction_book_fold (b);

  return g_str_equal (first, second);
}

static char *
say_same (const HcAllergyFinding *self,
          const char             *item)
{
  if (self->item == NULL)
    /* Translators: an allergy and the name of an ingredient */
    return g_strdup_printf (_("You told of an allergy to %s. One of the ingredients is: %s."), self->allergy,
                            self->name);

  if (is_same_name (item, self->allergy))
    /* Translators: both are the same: "You told of an allergy to aspirin. This is Aspirin." */
    return g_strdup_printf (_("You told of an allergy to %s. This is %s."), self->allergy, item);

  if (is_same_name (item, self->name))
    /* Translators: an allergy and the name of a medicine */
    return g_strdup_printf (_("You told of an allergy to %s. %s is the same."), self->allergy, item);

  /* Translators: an allergy, the name of a medicine, and what acts in it */
  return g_strdup_printf (_("You told of an allergy to %s. In %s there is: %s."), self->allergy, item, self->name);
}

/**
 * hc_allergy_finding_dup_words:
 * @self: a finding
 *
 * Returns: (transfer full): what was found, in the language of the person; hc_allergy_finding_get_action() tells
 *   what to do
 */
char *
hc_allergy_finding_dup_words (const HcAllergyFinding *self)
{
  g_autofree char *words = NULL;
  const char *item;

  g_return_val_if_fail (self != NULL, NULL);

  item = self->item != NULL ? hc_checked_item_get_name (self->item) : self->name;
  if (self->match == HC_ALLERGY_SAME)
    return say_same (self, item);

  if (self->match == HC_ALLERGY_MEMBER)
    /* Translators: an allergy, the name of a medicine, and that of a group of medicines */
    words = g_strdup_printf (_("You told of an allergy to %s. %s belongs to: %s."), self->allergy, item,
                             self->group->name);
  else
    /* Translators: an allergy, the name of a medicine, and that of a group of medicines */
    words = g_strdup_printf (_("You told of an allergy to %s. %s belongs to the same group: %s."), self->allergy,
                             item, self->group->name);

  return self->group->note != NULL ? g_strconcat (words, " ", self->group->note, NULL) : g_steal_pointer (&words);
}

/**
 * hc_allergy_finding_get_action:
 *
 * Returns: (transfer none): what to do about a finding, in the language of the person
 */
const char *
hc_allergy_finding_get_action (void)
{
  return _("Trouble breathing, or a swollen face or throat: call 911 (elsewhere: your local emergency number). "
           "Do not take it before you have asked your care team or your pharmacist: call them today.");
}
