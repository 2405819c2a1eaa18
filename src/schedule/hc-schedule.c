/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-private.h"

G_DEFINE_QUARK (hc-schedule-error-quark, hc_schedule_error)

/**
 * hc_schedule_new:
 * @kind: how it is told when the medicine is taken
 *
 * Returns: (transfer full): a schedule that still needs all the rest
 */
HcSchedule *
hc_schedule_new (HcScheduleKind kind)
{
  HcSchedule *self = g_new0 (HcSchedule, 1);

  self->kind = kind;
  g_date_clear (&self->first, 1);
  g_date_clear (&self->last, 1);
  self->lines = g_array_new (FALSE, TRUE, sizeof (HcScheduleLine));
  self->pauses = g_array_new (FALSE, TRUE, sizeof (HcSchedulePause));

  return self;
}

/**
 * hc_schedule_copy:
 * @self: a schedule
 *
 * Returns: (transfer full): a copy that can be changed without changing @self
 */
HcSchedule *
hc_schedule_copy (const HcSchedule *self)
{
  HcSchedule *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->lines = g_array_copy (self->lines);
  copy->pauses = g_array_copy (self->pauses);
  copy->zone = g_strdup (self->zone);

  return copy;
}

/**
 * hc_schedule_free:
 * @self: (nullable) (transfer full): a schedule
 */
void
hc_schedule_free (HcSchedule *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->lines);
  g_array_unref (self->pauses);
  g_free (self->zone);
  g_free (self);
}

static gboolean
date_equal (const GDate *a,
            const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);

  return g_date_compare (a, b) == 0;
}

static gboolean
line_equal (const HcScheduleLine *a,
            const HcScheduleLine *b)
{
  return hc_days_equal (&a->days, &b->days) && a->minute == b->minute && a->amount == b->amount
         && a->first_day == b->first_day && a->n_days == b->n_days;
}

static gboolean
lines_equal (const GArray *a,
             const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!line_equal (&g_array_index (a, HcScheduleLine, i), &g_array_index (b, HcScheduleLine, i)))
      return FALSE;

  return TRUE;
}

static gboolean
pauses_equal (const GArray *a,
              const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const HcSchedulePause *one = &g_array_index (a, HcSchedulePause, i);
      const HcSchedulePause *other = &g_array_index (b, HcSchedulePause, i);

      if (!date_equal (&one->first, &other->first) || !date_equal (&one->last, &other->last)
          || !one->shifts != !other->shifts)
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_schedule_equal:
 * @a: a schedule
 * @b: a schedule
 *
 * Returns: whether they are told in the same way and say the same
 */
gboolean
hc_schedule_equal (const HcSchedule *a,
                   const HcSchedule *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind || !date_equal (&a->first, &b->first) || !date_equal (&a->last, &b->last)
      || !pauses_equal (a->pauses, b->pauses) || g_strcmp0 (a->zone, b->zone) != 0)
    return FALSE;

  switch (a->kind)
    {
    case HC_SCHEDULE_AT_TIMES:
      return lines_equal (a->lines, b->lines);

    case HC_SCHEDULE_EVERY_N_HOURS:
      return a->interval_minutes == b->interval_minutes && a->anchor == b->anchor && a->amount == b->amount;

    case HC_SCHEDULE_AS_NEEDED:
      return a->amount == b->amount && a->daily_max == b->daily_max && a->min_minutes == b->min_minutes;

    default:
      return FALSE;
    }
}

/* Which day of the schedule a day is, 0: the first. Days of a pause that shifts are not counted. Returns -1
 * when the schedule has not begun, has ended or is paused. */
int
hc_schedule_get_day (const HcSchedule *self,
                     guint32           julian)
{
  guint32 first = g_date_get_julian (&self->first);
  int day = (int) ((gint64) julian - first);

  if (day < 0 || (g_date_valid (&self->last) && julian > g_date_get_julian (&self->last)))
    return -1;

  for (guint i = 0; i < self->pauses->len; i++)
    {
      const HcSchedulePause *pause = &g_array_index (self->pauses, HcSchedulePause, i);
      guint32 pause_first = MAX (g_date_get_julian (&pause->first), first);
      guint32 pause_last = g_date_get_julian (&pause->last);

      if (julian >= pause_first && julian <= pause_last)
        return -1;

      if (pause->shifts && julian > pause_last && pause_last >= pause_first)
        day -= (int) (pause_last - pause_first) + 1;
    }

  return day;
}

/* Whether a line has a dose on a day of the schedule, which is a day of the calendar. */
gboolean
hc_schedule_line_is_on (const HcScheduleLine *line,
                        int                   day,
                        guint32               julian)
{
  GDateWeekday weekday = (GDateWeekday) ((julian - 1) % 7 + G_DATE_MONDAY);

  return day >= line->first_day && (line->n_days == 0 || day - line->first_day < line->n_days)
         && hc_days_has (&line->days, day, weekday);
}

/**
 * hc_schedule_is_active_on:
 * @self: a schedule that has been checked
 * @date: a day
 *
 * Returns: whether the schedule holds on that day: it has begun and not ended, also not by the last step of a
 *   taper, and is not paused. There need not be a dose.
 */
gboolean
hc_schedule_is_active_on (const HcSchedule *self,
                          const GDate      *date)
{
  int day;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (g_date_valid (date), FALSE);

  day = hc_schedule_get_day (self, g_date_get_julian (date));

  if (day < 0 || self->kind != HC_SCHEDULE_AT_TIMES)
    return day >= 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (self->lines, HcScheduleLine, i);

      if (line->n_days == 0 || day < line->first_day + line->n_days)
        return TRUE;
    }

  return FALSE;
}
