/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-order.h"

#include <glib/gi18n.h>

#include "hc-day-solver.h"

/* From six in the morning till eleven in the evening. */
static const HcDayOrderLimits usual_limits = {
  .earliest = 6 * 60,
  .latest = 23 * 60,
  .grid = 15,
  .slack = 60,
  .max_nodes = 100000,
};

/* How far two items are to be kept apart, after all that is said of what acts in them. */
typedef struct
{
  guint      a;
  guint      b;
  int        before; /* how many minutes before b at least a is taken; 0: nothing is said */
  int        after;
  HcFinding *before_from;
  HcFinding *after_from;
} Rule;

typedef struct
{
  const HcDayOrderItem   *items;
  guint                   n_items;
  const HcDayOrderLimits *limits;
  HcDayOrder             *order;
  GArray                 *firsts; /* of guint: the place of the first dose of each item */
  GArray                 *rules;  /* of Rule */
  GArray                 *bounds; /* of HcDayBound */
} Builder;

static void
conflict_free (gpointer data)
{
  HcDayConflict *conflict = data;

  g_object_unref (conflict->finding);
  g_free (conflict);
}

static void
add_doses (Builder *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      g_array_append_val (self->firsts, self->order->doses->len);

      for (guint j = 0; j < self->items[i].n_minutes; j++)
        {
          HcDayDose dose = { i, j, self->items[i].minutes[j], self->items[i].minutes[j] };

          g_array_append_val (self->order->doses, dose);
        }
    }
}

static HcDayDose *
get_dose (Builder *self,
          guint    item,
          guint    place)
{
  return &g_array_index (self->order->doses, HcDayDose, g_array_index (self->firsts, guint, item) + place);
}

static void
add_conflict (Builder   *self,
              HcDayDose *first,
              HcDayDose *second,
              int        wanted,
              gboolean   of_days,
              HcFinding *finding)
{
  HcDayDose *doses = (HcDayDose *) (gpointer) self->order->doses->data;
  HcDayConflict *conflict = g_new0 (HcDayConflict, 1);

  conflict->doses[0] = (guint) (first - doses);
  conflict->doses[1] = (guint) (second - doses);
  conflict->over_midnight = second->minutes < first->minutes;
  conflict->apart = second->minutes - first->minutes + (conflict->over_midnight ? HC_DAY_MINUTES : 0);
  conflict->wanted = wanted;
  conflict->of_days = of_days;
  conflict->finding = g_object_ref (finding);
  g_ptr_array_add (self->order->conflicts, conflict);
}

static Rule *
get_rule (Builder *self,
          guint    a,
          guint    b)
{
  Rule rule = { .a = a, .b = b };

  for (guint i = 0; i < self->rules->len; i++)
    {
      Rule *known = &g_array_index (self->rules, Rule, i);

      if (known->a == a && known->b == b)
        return known;
    }

  g_array_append_val (self->rules, rule);

  return &g_array_index (self->rules, Rule, self->rules->len - 1);
}

static void
widen (int        *minutes,
       HcFinding **from,
       int         new_minutes,
       HcFinding  *finding)
{
  if (new_minutes > *minutes)
    {
      *minutes = new_minutes;
      *from = finding;
    }
}

static void
add_rule (Builder   *self,
          guint      a,
          guint      b,
          HcFinding *finding)
{
  int before, after;
  Rule *rule;

  if (self->items[a].n_minutes == 0 || self->items[b].n_minutes == 0 ||
      !hc_finding_get_hours (finding, &before, &after))
    return;

  before *= 60;
  after *= 60;

  /* What is taken each day is never further than that from what is taken each day, too. */
  if (before + after > HC_DAY_MINUTES)
    {
      add_conflict (self, get_dose (self, a, 0), get_dose (self, b, 0), MAX (before, after), TRUE, finding);
      return;
    }

  rule = get_rule (self, MIN (a, b), MAX (a, b));
  widen (&rule->before, &rule->before_from, a < b ? before : after, finding);
  widen (&rule->after, &rule->after_from, a < b ? after : before, finding);
}

static void
add_rules (Builder            *self,
           HcInteractionCheck *check)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      HcFinding *finding = g_ptr_array_index (check->findings, i);

      for (guint a = 0; a < self->n_items; a++)
        for (guint b = 0; b < self->n_items; b++)
          if (self->items[a].item == hc_finding_get_item (finding, 0) &&
              self->items[b].item == hc_finding_get_item (finding, 1))
            add_rule (self, a, b, finding);
    }
}

/* Returns whether two doses are too near to each other, and tells so. */
static gboolean
check_doses (Builder    *self,
             const Rule *rule,
             HcDayDose  *a,
             HcDayDose  *b)
{
  int to_b = (b->minutes - a->minutes + HC_DAY_MINUTES) % HC_DAY_MINUTES;
  int to_a = HC_DAY_MINUTES - to_b;

  /* Together is neither before nor after; the nearer way is the one to be told. */
  if (to_b == 0)
    {
      gboolean b_first = rule->before == 0 || (rule->after > 0 && rule->after < rule->before);

      add_conflict (self, b_first ? b : a, b_first ? a : b, b_first ? rule->after : rule->before, FALSE,
                    b_first ? rule->after_from : rule->before_from);
      return TRUE;
    }

  if (to_b < rule->before)
    add_conflict (self, a, b, rule->before, FALSE, rule->before_from);
  else if (to_a < rule->after)
    add_conflict (self, b, a, rule->after, FALSE, rule->after_from);

  return to_b < rule->before || to_a < rule->after;
}

/* Returns whether anything is too near to each other. */
static gboolean
check_rules (Builder *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);
      int before = rule->before, after = rule->after;

      /* Where nothing is said of one way, no dose is moved to stand nearer there than the other way allows. */
      if (before == 0 && 2 * after <= HC_DAY_MINUTES)
        before = after;
      if (after == 0 && 2 * before <= HC_DAY_MINUTES)
        after = before;

      for (guint j = 0; j < self->items[rule->a].n_minutes; j++)
        for (guint k = 0; k < self->items[rule->b].n_minutes; k++)
          {
            HcDayBound bound = {
              .a = g_array_index (self->firsts, guint, rule->a) + j,
              .b = g_array_index (self->firsts, guint, rule->b) + k,
              .around = TRUE,
              .least = MAX (before, 1),
              .most = HC_DAY_MINUTES - after,
              .broken = check_doses (self, rule, get_dose (self, rule->a, j), get_dose (self, rule->b, k)),
            };

            found |= bound.broken;
            g_array_append_val (self->bounds, bound);
          }
    }

  return found;
}

/* Returns how far two doses of one thing stay apart at least. */
static int
keep_apart (Builder *self,
            int      gap)
{
  return MIN (gap, MAX (gap - self->limits->slack, self->limits->grid));
}

/* The doses of one thing stay in their order, and as far apart as they were, or nearly so. */
static void
add_gaps (Builder *self,
          guint    item)
{
  const HcDayOrderItem *details = &self->items[item];
  guint first = g_array_index (self->firsts, guint, item);
  guint last = details->n_minutes - 1;

  for (guint i = 0; i < last; i++)
    {
      int gap = details->minutes[i + 1] - details->minutes[i];
      HcDayBound bound = {
        .a = first + i,
        .b = first + i + 1,
        .least = keep_apart (self, gap),
        .most = HC_DAY_MINUTES,
      };

      g_array_append_val (self->bounds, bound);
    }

  if (last > 0)
    {
      int night = details->minutes[0] + HC_DAY_MINUTES - details->minutes[last];
      HcDayBound bound = {
        .a = first,
        .b = first + last,
        .most = HC_DAY_MINUTES - keep_apart (self, night),
      };

      g_array_append_val (self->bounds, bound);
    }
}

static gboolean
solve (Builder *self)
{
  GArray *doses = self->order->doses;
  g_autofree int *minutes = g_new0 (int, doses->len);
  g_autofree int *proposed = g_new0 (int, doses->len);
  g_autofree gboolean *fixed = g_new0 (gboolean, doses->len);
  HcDayProblem problem = {
    .minutes = minutes,
    .fixed = fixed,
    .n_doses = doses->len,
    .bounds = (const HcDayBound *) (gconstpointer) self->bounds->data,
    .n_bounds = self->bounds->len,
    .earliest = self->limits->earliest,
    .latest = self->limits->latest,
    .grid = self->limits->grid,
    .max_nodes = self->limits->max_nodes,
  };

  for (guint i = 0; i < doses->len; i++)
    {
      const HcDayDose *dose = &g_array_index (doses, HcDayDose, i);

      minutes[i] = dose->minutes;
      fixed[i] = !self->items[dose->item].movable;
    }

  if (!hc_day_solver_run (&problem, proposed))
    return FALSE;

  for (guint i = 0; i < doses->len; i++)
    {
      HcDayDose *dose = &g_array_index (doses, HcDayDose, i);

      dose->proposed = proposed[i];
      self->order->n_moved += dose->proposed != dose->minutes;
    }

  return TRUE;
}

/**
 * hc_day_order_new:
 * @items: (array length=n_items): what is taken on a day that is like the day before and the day after
 * @n_items: how much that is
 * @check: what is known of them together
 * @limits: (nullable): how doses may move; %NULL: within the usual hours of being awake, by quarters of an hour
 *
 * Lays the rules of @check about times over the times of a day, and looks for times that keep all of them: as
 * few doses as possible move, and these as little as possible, on the same day. What is found is a proposal, to
 * be shown with hc_day_order_get_notice().
 *
 * Returns: (transfer full): what was found
 */
HcDayOrder *
hc_day_order_new (const HcDayOrderItem   *items,
                  guint                   n_items,
                  HcInteractionCheck     *check,
                  const HcDayOrderLimits *limits)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (HcDayBound));
  g_autoptr (HcDayOrder) self = NULL;
  Builder builder = { items, n_items, limits != NULL ? limits : &usual_limits, NULL, firsts, rules, bounds };

  g_return_val_if_fail (items != NULL || n_items == 0, NULL);
  g_return_val_if_fail (check != NULL, NULL);

  self = g_new0 (HcDayOrder, 1);
  self->doses = g_array_new (FALSE, FALSE, sizeof (HcDayDose));
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  builder.order = self;

  add_doses (&builder);
  add_rules (&builder, check);
  if (!check_rules (&builder))
    return g_steal_pointer (&self);

  for (guint i = 0; i < n_items; i++)
    if (items[i].movable && items[i].n_minutes > 0)
      add_gaps (&builder, i);

  self->result = solve (&builder) ? HC_DAY_ORDER_PROPOSED : HC_DAY_ORDER_NONE;

  return g_steal_pointer (&self);
}

/**
 * hc_day_order_free:
 * @self: (transfer full) (nullable): what was found
 */
void
hc_day_order_free (HcDayOrder *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->doses);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

/**
 * hc_day_order_get_notice:
 *
 * Returns: (transfer none): what stands beside each proposal, in the language of the person
 */
const char *
hc_day_order_get_notice (void)
{
  return _("Ask your pharmacist before you change times.");
}
