/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * HcDayGrid:
 * @n_days: how many days there are
 * @n_columns: how many stand beside each other: whole weeks where the days take more rows than one
 * @n_rows: how many rows that makes
 * @size: the width and height of the square of a day, with the space around it, in pixels
 * @left: where the days begin: to the right of the words, or 0 when there is no room for these
 * @width: the width of everything
 * @is_mirrored: whether time goes from right to left
 *
 * Where each day of some stands.
 */
typedef struct
{
  guint    n_days;
  guint    n_columns;
  guint    n_rows;
  float    size;
  float    left;
  float    width;
  gboolean is_mirrored;
} HcDayGrid;

void     hc_day_grid_init (HcDayGrid       *self,
                           guint            n_days,
                           float            width,
                           float            words_width,
                           gboolean         is_mirrored);
void     hc_day_grid_get  (const HcDayGrid *self,
                           guint            index,
                           graphene_rect_t *bounds);
gboolean hc_day_grid_find (const HcDayGrid *self,
                           double           x,
                           double           y,
                           guint           *index);

G_END_DECLS
