/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-solver.h"

#include <string.h>

/* A search for new times of doses: which are the fewest that must move, and how can these move the least.
 *
 * Whatever is broken needs one of its two doses to move. So each step takes something that is broken and tries
 * all times for the one dose, then, with the first one staying, all times for the other. That is done for one
 * dose that moves, for two and so on: the first number for which there are times is the least one, and of these
 * times the nearest are kept. What is found is the same each time. */

typedef struct
{
  const HcDayProblem *problem;
  GPtrArray          *bounds;  /* of HcDayBound: those of the doses that depend on each other */
  GArray             *slots;   /* of int: the times to which a dose may move */
  int                *times;   /* where each dose is at this step */
  gboolean           *decided; /* whether it stays there in all further steps */
  gboolean           *counted; /* for count_moves () */
  int                *best;
  int                 best_cost;
  guint               n_nodes;
} Search;

static gboolean
holds (const HcDayProblem *problem,
       const HcDayBound   *bound,
       const int          *times)
{
  int a = times[bound->a], b = times[bound->b];
  int distance = b - a;

  if (a == problem->minutes[bound->a] && b == problem->minutes[bound->b])
    return !bound->broken;

  if (bound->around && distance < 0)
    distance += HC_DAY_MINUTES;

  return distance >= bound->least && distance <= bound->most;
}

/* Returns how many doses must move yet at least: as many as there are broken bounds that share no dose that can
 * move. @hardest becomes the broken one with the fewest such doses, NULL when none is broken. */
static guint
count_moves (Search            *self,
             const HcDayBound **hardest)
{
  guint n_moves = 0, least = 3;

  memset (self->counted, 0, self->problem->n_doses * sizeof (gboolean));
  *hardest = NULL;

  for (guint i = 0; i < self->bounds->len; i++)
    {
      const HcDayBound *bound = g_ptr_array_index (self->bounds, i);
      gboolean a_free = !self->decided[bound->a], b_free = !self->decided[bound->b];
      guint n_free = (guint) a_free + (guint) b_free;

      if (holds (self->problem, bound, self->times))
        continue;

      if (n_free < least)
        {
          *hardest = bound;
          least = n_free;
        }

      if ((a_free && self->counted[bound->a]) || (b_free && self->counted[bound->b]))
        continue;

      self->counted[bound->a] = self->counted[bound->b] = TRUE;
      n_moves++;
    }

  /* Nothing can move that would mend it. */
  return least == 0 ? G_MAXUINT : n_moves;
}

/* Whether a dose fits all others that will not move any more. */
static gboolean
fits (Search *self,
      guint   dose)
{
  for (guint i = 0; i < self->bounds->len; i++)
    {
      const HcDayBound *bound = g_ptr_array_index (self->bounds, i);

      if ((bound->a == dose && self->decided[bound->b]) || (bound->b == dose && self->decided[bound->a]))
        if (!holds (self->problem, bound, self->times))
          return FALSE;
    }

  return TRUE;
}

/* Sorts times by how near they are, of two that are as near the earlier one first. */
static int
compare_slots (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  int from = *(const int *) user_data;
  int first = *(const int *) a, second = *(const int *) b;

  if (ABS (first - from) != ABS (second - from))
    return ABS (first - from) - ABS (second - from);

  return first - second;
}

static void search (Search *self,
                    guint   moves_left,
                    int     cost);

static void
try_moves (Search *self,
           guint   dose,
           guint   moves_left,
           int     cost)
{
  int now = self->problem->minutes[dose];
  g_autoptr (GArray) slots = g_array_copy (self->slots);

  g_array_sort_with_data (slots, compare_slots, &now);
  self->decided[dose] = TRUE;

  for (guint i = 0; i < slots->len; i++)
    {
      int slot = g_array_index (slots, int, i);
      int new_cost = cost + ABS (slot - now);

      if (new_cost >= self->best_cost || self->n_nodes > self->problem->max_nodes)
        break;

      self->times[dose] = slot;
      if (slot != now && fits (self, dose))
        search (self, moves_left - 1, new_cost);
    }

  self->times[dose] = now;
  self->decided[dose] = FALSE;
}

static void
search (Search *self,
        guint   moves_left,
        int     cost)
{
  const HcDayBound *broken;
  guint n_moves = count_moves (self, &broken);
  gboolean a_free;

  self->n_nodes++;

  if (broken == NULL)
    {
      memcpy (self->best, self->times, self->problem->n_doses * sizeof (int));
      self->best_cost = cost;
      return;
    }

  if (n_moves > moves_left)
    return;

  a_free = !self->decided[broken->a];
  if (a_free)
    try_moves (self, broken->a, moves_left, cost);

  if (self->decided[broken->b])
    return;

  /* All was tried in which the first one moves. */
  self->decided[broken->a] = TRUE;
  try_moves (self, broken->b, moves_left, cost);
  self->decided[broken->a] = !a_free;
}

/* Collects what depends on a dose, by bounds between doses that can move. */
static GPtrArray *
collect_bounds (const HcDayProblem *problem,
                const HcDayBound   *start)
{
  GPtrArray *bounds = g_ptr_array_new ();
  g_autofree gboolean *reached = g_new0 (gboolean, problem->n_doses);
  gboolean grows = TRUE;

  reached[start->a] = !problem->fixed[start->a];
  reached[start->b] = !problem->fixed[start->b];

  while (grows)
    {
      grows = FALSE;

      for (guint i = 0; i < problem->n_bounds; i++)
        {
          const HcDayBound *bound = &problem->bounds[i];

          if (reached[bound->a] == reached[bound->b] || problem->fixed[bound->a] || problem->fixed[bound->b])
            continue;

          reached[bound->a] = reached[bound->b] = TRUE;
          grows = TRUE;
        }
    }

  for (guint i = 0; i < problem->n_bounds; i++)
    if (reached[problem->bounds[i].a] || reached[problem->bounds[i].b])
      g_ptr_array_add (bounds, (gpointer) &problem->bounds[i]);

  return bounds;
}

static gboolean
mend (const HcDayProblem *problem,
      const HcDayBound   *start,
      GArray             *slots,
      int                *proposed)
{
  g_autoptr (GPtrArray) bounds = collect_bounds (problem, start);
  g_autofree int *times = g_memdup2 (problem->minutes, problem->n_doses * sizeof (int));
  g_autofree int *best = g_new0 (int, problem->n_doses);
  g_autofree gboolean *decided = g_memdup2 (problem->fixed, problem->n_doses * sizeof (gboolean));
  g_autofree gboolean *counted = g_new0 (gboolean, problem->n_doses);
  Search self = { problem, bounds, slots, times, decided, counted, best, G_MAXINT, 0 };

  /* Nothing can move. */
  if (bounds->len == 0)
    return FALSE;

  for (guint n = 1; n <= problem->n_doses && self.best_cost == G_MAXINT && self.n_nodes <= problem->max_nodes; n++)
    search (&self, n, 0);

  if (self.best_cost == G_MAXINT)
    return FALSE;

  for (guint i = 0; i < problem->n_doses; i++)
    if (best[i] != problem->minutes[i])
      proposed[i] = best[i];

  return TRUE;
}

/**
 * hc_day_solver_run:
 * @problem: the times of a day and what must hold between them
 * @proposed: (out caller-allocates) (array): takes the new times, as many as there are doses
 *
 * Looks for times at which nothing is broken, moving as few doses as possible, and these as little as possible
 * altogether. When the steps are used up before all was tried, the best times that were found are taken.
 *
 * Returns: whether there are such times; @proposed is not complete otherwise
 */
gboolean
hc_day_solver_run (const HcDayProblem *problem,
                   int                *proposed)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (problem != NULL, FALSE);
  g_return_val_if_fail (problem->grid > 0, FALSE);
  g_return_val_if_fail (proposed != NULL, FALSE);

  for (int slot = 0; slot <= problem->latest; slot += problem->grid)
    if (slot >= problem->earliest)
      g_array_append_val (slots, slot);

  memcpy (proposed, problem->minutes, problem->n_doses * sizeof (int));

  /* Doses that do not depend on each other are looked at one after the other. */
  for (guint i = 0; i < problem->n_bounds; i++)
    if (!holds (problem, &problem->bounds[i], proposed) &&
        !mend (problem, &problem->bounds[i], slots, proposed))
      return FALSE;

  return TRUE;
}
