/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-grid.h"

#define DAYS_PER_WEEK 7

/* Of the square of a day with the space around it, in pixels. It is the same in any width: what grew with it would
 * be higher in more room, which GTK does not expect. */
#define SIZE 36.0f

static guint
count_rows (guint n_days,
            guint n_columns)
{
  return (n_days + n_columns - 1) / n_columns;
}

/**
 * hc_day_grid_init:
 * @self: (out): a grid
 * @n_days: how many days there are
 * @width: how much room there is, in pixels
 * @words_width: how much of it the words before each row take, when there is a week's room beside them
 * @is_mirrored: whether time goes from right to left
 *
 * Places days in one row where they fit, else in as few as possible of one week or some.
 */
void
hc_day_grid_init (HcDayGrid *self,
                  guint      n_days,
                  float      width,
                  float      words_width,
                  gboolean   is_mirrored)
{
  guint n_fitting;

  g_return_if_fail (self != NULL);
  g_return_if_fail (width >= 0.0f && words_width >= 0.0f);

  self->n_days = n_days;
  self->width = width;
  self->is_mirrored = is_mirrored;
  self->size = SIZE;
  self->left = width - words_width >= DAYS_PER_WEEK * SIZE ? words_width : 0.0f;
  n_fitting = MAX (1, (guint) ((width - self->left) / SIZE));

  /* Without words there are no more days in a row than with them. */
  if (self->left < words_width)
    n_fitting = MIN (n_fitting, DAYS_PER_WEEK);

  if (n_days <= n_fitting)
    {
      self->n_columns = MAX (1, n_days);
    }
  else if (n_fitting < DAYS_PER_WEEK)
    {
      self->n_columns = n_fitting;
    }
  else
    {
      guint n_weeks = n_fitting / DAYS_PER_WEEK;

      /* The last row is not to be much shorter than the others. */
      while (n_weeks > 1 && count_rows (n_days, (n_weeks - 1) * DAYS_PER_WEEK) ==
                            count_rows (n_days, n_weeks * DAYS_PER_WEEK))
        n_weeks--;
      self->n_columns = n_weeks * DAYS_PER_WEEK;
    }

  self->n_rows = count_rows (n_days, self->n_columns);
}

/**
 * hc_day_grid_get:
 * @self: a grid
 * @index: the number of a day
 * @bounds: (out): where it is, with the space around it
 */
void
hc_day_grid_get (const HcDayGrid *self,
                 guint            index,
                 graphene_rect_t *bounds)
{
  float x, y;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bounds != NULL);

  x = self->left + (float) (index % self->n_columns) * self->size;
  y = (float) (index / self->n_columns) * self->size;
  graphene_rect_init (bounds, self->is_mirrored ? self->width - x - self->size : x, y, self->size, self->size);
}

/**
 * hc_day_grid_find:
 * @self: a grid
 * @x: a place, in pixels
 * @y: the same
 * @index: (out): the number of the day that is there
 *
 * Returns: whether there is one
 */
gboolean
hc_day_grid_find (const HcDayGrid *self,
                  double           x,
                  double           y,
                  guint           *index)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  if (self->is_mirrored)
    x = self->width - x;
  x -= self->left;

  if (x < 0.0 || y < 0.0 || x >= self->n_columns * self->size || y >= self->n_rows * self->size)
    return FALSE;

  *index = (guint) (y / self->size) * self->n_columns + (guint) (x / self->size);

  return *index < self->n_days;
}
