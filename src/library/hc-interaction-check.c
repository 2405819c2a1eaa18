/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction-check.h"

/**
 * HcCheckedItem:
 *
 * Something that somebody takes, as they call it, and what acts in it.
 */
struct _HcCheckedItem
{
  GObject    parent_instance;

  char      *name;
  GPtrArray *substances; /* of HcSubstance; empty: nothing is known of it */
  GPtrArray *unknown;    /* of char *: what else acts in it */
};

G_DEFINE_FINAL_TYPE (HcCheckedItem, hc_checked_item, G_TYPE_OBJECT)

/**
 * HcFinding:
 *
 * What a check found about two things.
 */
struct _HcFinding
{
  GObject                   parent_instance;

  HcInteractionBook        *book; /* has the group */
  HcFindingKind             kind;
  HcSeverity                severity;
  HcCheckedItem            *items[2];
  HcSubstance              *substances[2];
  HcInteraction            *interaction;
  const HcInteractionGroup *group;
};

G_DEFINE_FINAL_TYPE (HcFinding, hc_finding, G_TYPE_OBJECT)

static void
hc_checked_item_finalize (GObject *object)
{
  HcCheckedItem *self = HC_CHECKED_ITEM (object);

  g_free (self->name);
  g_ptr_array_unref (self->substances);
  g_ptr_array_unref (self->unknown);

  G_OBJECT_CLASS (hc_checked_item_parent_class)->finalize (object);
}

static void
hc_checked_item_class_init (HcCheckedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_checked_item_finalize;
}

static void
hc_checked_item_init (HcCheckedItem *self)
{
  self->unknown = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hc_checked_item_new:
 * @name: what it is called
 * @substances: (element-type HcSubstance): what acts in it, with references
 *
 * Returns: (transfer full): an item
 */
HcCheckedItem *
hc_checked_item_new (const char *name,
                     GPtrArray  *substances)
{
  HcCheckedItem *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (substances != NULL, NULL);

  self = g_object_new (HC_TYPE_CHECKED_ITEM, NULL);
  self->name = g_strdup (name);
  self->substances = g_ptr_array_ref (substances);

  return self;
}

/**
 * hc_checked_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): what it is called
 */
const char *
hc_checked_item_get_name (HcCheckedItem *self)
{
  g_return_val_if_fail (HC_IS_CHECKED_ITEM (self), NULL);

  return self->name;
}

/**
 * hc_checked_item_get_substances:
 * @self: an item
 *
 * Returns: (transfer none) (element-type HcSubstance): what acts in it; empty when nothing is known of it
 */
GPtrArray *
hc_checked_item_get_substances (HcCheckedItem *self)
{
  g_return_val_if_fail (HC_IS_CHECKED_ITEM (self), NULL);

  return self->substances;
}

/**
 * hc_checked_item_add_unknown:
 * @self: an item
 * @name: the name of something that acts in it and that no interaction speaks of
 */
void
hc_checked_item_add_unknown (HcCheckedItem *self,
                             const char    *name)
{
  g_return_if_fail (HC_IS_CHECKED_ITEM (self));
  g_return_if_fail (name != NULL);

  g_ptr_array_add (self->unknown, g_strdup (name));
}

/**
 * hc_checked_item_get_unknown:
 * @self: an item
 *
 * Returns: (transfer none) (element-type utf8): what acts in it and no interaction speaks of
 */
GPtrArray *
hc_checked_item_get_unknown (HcCheckedItem *self)
{
  g_return_val_if_fail (HC_IS_CHECKED_ITEM (self), NULL);

  return self->unknown;
}

static void
hc_finding_finalize (GObject *object)
{
  HcFinding *self = HC_FINDING (object);

  g_clear_object (&self->book);
  g_clear_object (&self->interaction);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->items[i]);
      g_clear_object (&self->substances[i]);
    }

  G_OBJECT_CLASS (hc_finding_parent_class)->finalize (object);
}

static void
hc_finding_class_init (HcFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_finding_finalize;
}

static void
hc_finding_init (HcFinding *self)
{
}

/**
 * hc_finding_get_kind:
 * @self: a finding
 *
 * Returns: what was found
 */
HcFindingKind
hc_finding_get_kind (HcFinding *self)
{
  g_return_val_if_fail (HC_IS_FINDING (self), HC_FINDING_INTERACTION);

  return self->kind;
}

/**
 * hc_finding_get_severity:
 * @self: a finding
 *
 * Returns: how much it matters. The same ingredient twice is major: it may be too much with the next dose.
 *   Two of a group are moderate
 */
HcSeverity
hc_finding_get_severity (HcFinding *self)
{
  g_return_val_if_fail (HC_IS_FINDING (self), HC_SEVERITY_MODERATE);

  return self->severity;
}

/**
 * hc_finding_get_item:
 * @self: a finding
 * @place: 0 or 1
 *
 * Returns: (transfer none): one of the two things
 */
HcCheckedItem *
hc_finding_get_item (HcFinding *self,
                     guint      place)
{
  g_return_val_if_fail (HC_IS_FINDING (self), NULL);
  g_return_val_if_fail (place < 2, NULL);

  return self->items[place];
}

/**
 * hc_finding_get_substance:
 * @self: a finding
 * @place: 0 or 1
 *
 * Returns: (transfer none): what acts in it and is meant
 */
HcSubstance *
hc_finding_get_substance (HcFinding *self,
                          guint      place)
{
  g_return_val_if_fail (HC_IS_FINDING (self), NULL);
  g_return_val_if_fail (place < 2, NULL);

  return self->substances[place];
}

/**
 * hc_finding_get_interaction:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the entry or the rule, for a %HC_FINDING_INTERACTION
 */
HcInteraction *
hc_finding_get_interaction (HcFinding *self)
{
  g_return_val_if_fail (HC_IS_FINDING (self), NULL);

  return self->interaction;
}

/**
 * hc_finding_get_group:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the group, for a %HC_FINDING_SAME_GROUP
 */
const HcInteractionGroup *
hc_finding_get_group (HcFinding *self)
{
  g_return_val_if_fail (HC_IS_FINDING (self), NULL);

  return self->group;
}

/* Whether the first substance is the one that the interaction names first. */
static gboolean
stands_as_named (HcFinding                  *self,
                 const HcInteractionDetails *details,
                 guint                       first)
{
  HcSubstance *a = self->substances[first], *b = self->substances[1 - first];

  if (details->is_rule)
    return hc_interaction_book_is_member (self->book, a, details->a) &&
           hc_interaction_book_is_member (self->book, b, details->b);

  return g_strcmp0 (hc_substance_get_id (a), details->a) == 0;
}

/**
 * hc_finding_get_hours:
 * @self: a finding
 * @before: (out): how many hours before the second thing at least the first one is to be taken, 0 when nothing
 *   is said
 * @after: (out): likewise, how many hours after it
 *
 * Tells how far the two things are to be kept apart, whichever of them the interaction names first.
 *
 * Returns: whether anything is said
 */
gboolean
hc_finding_get_hours (HcFinding *self,
                      int       *before,
                      int       *after)
{
  const HcInteractionDetails *details;

  g_return_val_if_fail (HC_IS_FINDING (self), FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  *before = *after = 0;
  if (self->interaction == NULL)
    return FALSE;

  /* Of two that are in both groups each is either one. */
  details = hc_interaction_get_details (self->interaction);
  if (stands_as_named (self, details, 0))
    {
      *before = details->hours_before;
      *after = details->hours_after;
    }
  if (stands_as_named (self, details, 1))
    {
      *before = MAX (*before, details->hours_after);
      *after = MAX (*after, details->hours_before);
    }

  return *before > 0 || *after > 0;
}

typedef struct
{
  HcInteractionBook  *book;
  HcInteractionCheck *check;
  HcCheckedItem      *items[2];
} PairCheck;

static HcFinding *
add_finding (PairCheck     *pair,
             HcFindingKind  kind,
             HcSeverity     severity,
             HcSubstance   *a,
             HcSubstance   *b)
{
  HcFinding *finding = g_object_new (HC_TYPE_FINDING, NULL);

  finding->book = g_object_ref (pair->book);
  finding->kind = kind;
  finding->severity = severity;
  finding->items[0] = g_object_ref (pair->items[0]);
  finding->items[1] = g_object_ref (pair->items[1]);
  finding->substances[0] = g_object_ref (a);
  finding->substances[1] = g_object_ref (b);
  g_ptr_array_add (pair->check->findings, finding);

  return finding;
}

/* Returns whether anything is known. */
static gboolean
check_substances (PairCheck   *pair,
                  HcSubstance *a,
                  HcSubstance *b)
{
  g_autoptr (GPtrArray) interactions = NULL;
  const HcInteractionGroup *group;

  if (a == b)
    {
      add_finding (pair, HC_FINDING_SAME_INGREDIENT, HC_SEVERITY_MAJOR, a, b);
      return TRUE;
    }

  interactions = hc_interaction_book_list_pair (pair->book, a, b);
  group = hc_interaction_book_find_twice (pair->book, a, b);

  for (guint i = 0; i < interactions->len; i++)
    {
      HcInteraction *interaction = g_ptr_array_index (interactions, i);
      HcFinding *finding = add_finding (pair, HC_FINDING_INTERACTION,
                                        hc_interaction_get_details (interaction)->severity, a, b);

      finding->interaction = g_object_ref (interaction);
    }

  /* What is said of the two says that they are alike, too. */
  if (group != NULL && interactions->len == 0)
    add_finding (pair, HC_FINDING_SAME_GROUP, HC_SEVERITY_MODERATE, a, b)->group = group;

  return group != NULL || interactions->len > 0;
}

static void
check_items (HcInteractionBook  *book,
             HcInteractionCheck *check,
             HcCheckedItem      *a,
             HcCheckedItem      *b)
{
  PairCheck pair = { book, check, { a, b } };
  gboolean known = FALSE;

  for (guint i = 0; i < a->substances->len; i++)
    for (guint j = 0; j < b->substances->len; j++)
      known |= check_substances (&pair, g_ptr_array_index (a->substances, i), g_ptr_array_index (b->substances, j));

  if (!known)
    check->n_unknown++;
}

static void
note_unknown (HcInteractionCheck *check,
              HcCheckedItem      *item)
{
  if (item->substances->len == 0 || item->unknown->len > 0)
    g_ptr_array_add (check->unknown, g_object_ref (item));
}

static HcInteractionCheck *
check_new (void)
{
  HcInteractionCheck *self = g_new0 (HcInteractionCheck, 1);

  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->unknown = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  HcFinding *first = (HcFinding *) a, *second = (HcFinding *) b;

  if (first->severity != second->severity)
    return (int) first->severity - (int) second->severity;

  return (int) second->kind - (int) first->kind;
}

/**
 * hc_interaction_check_run:
 * @book: what is known of interactions
 * @items: (element-type HcCheckedItem): what somebody takes
 *
 * Looks at each two of @items: entries, rules, the same ingredient twice, two of a group.
 *
 * Returns: (transfer full): what was found
 */
HcInteractionCheck *
hc_interaction_check_run (HcInteractionBook *book,
                          GPtrArray         *items)
{
  HcInteractionCheck *self;

  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (book), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  self = check_new ();

  for (guint i = 0; i < items->len; i++)
    {
      note_unknown (self, g_ptr_array_index (items, i));

      for (guint j = i + 1; j < items->len; j++)
        check_items (book, self, g_ptr_array_index (items, i), g_ptr_array_index (items, j));
    }

  g_ptr_array_sort_values (self->findings, compare_findings);

  return self;
}

/**
 * hc_interaction_check_run_with:
 * @book: what is known of interactions
 * @item: something that somebody may take
 * @others: (element-type HcCheckedItem): what they take already
 *
 * Looks at @item together with each of @others, but not at these among themselves. @item is the first of the
 * two things of each finding.
 *
 * Returns: (transfer full): what was found
 */
HcInteractionCheck *
hc_interaction_check_run_with (HcInteractionBook *book,
                               HcCheckedItem     *item,
                               GPtrArray         *others)
{
  HcInteractionCheck *self;

  g_return_val_if_fail (HC_IS_INTERACTION_BOOK (book), NULL);
  g_return_val_if_fail (HC_IS_CHECKED_ITEM (item), NULL);
  g_return_val_if_fail (others != NULL, NULL);

  self = check_new ();
  note_unknown (self, item);

  for (guint i = 0; i < others->len; i++)
    {
      note_unknown (self, g_ptr_array_index (others, i));
      check_items (book, self, item, g_ptr_array_index (others, i));
    }

  g_ptr_array_sort_values (self->findings, compare_findings);

  return self;
}

/**
 * hc_interaction_check_free:
 * @self: (transfer full) (nullable): what was found
 */
void
hc_interaction_check_free (HcInteractionCheck *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}
