/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text that the database keeps: a GVariant, so that GLib reads and writes it, with a version in front. */

#include "hc-schedule-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define VERSION 1
#define DAYS "(sus)" /* kind; n or week; cycle */
#define LINES "a(" DAYS "idii)"
#define PAUSES "a(ssb)"
#define FORMAT "(usssms" LINES PAUSES "ixddi)"

static const char *kinds[] = {
  [HC_SCHEDULE_AT_TIMES] = "at-times",
  [HC_SCHEDULE_EVERY_N_HOURS] = "every-n-hours",
  [HC_SCHEDULE_AS_NEEDED] = "as-needed",
};

static const char *days_kinds[] = {
  [HC_DAYS_EVERY] = "every",
  [HC_DAYS_EVERY_N] = "every-n",
  [HC_DAYS_OF_WEEK] = "of-week",
  [HC_DAYS_OF_CYCLE] = "of-cycle",
};

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *name,
           guint             *index)
{
  for (*index = 0; *index < n_names; (*index)++)
    if (strcmp (names[*index], name) == 0)
      return TRUE;

  return FALSE;
}

/* 2026-11-20, or nothing. */
static char *
print_date (const GDate *date)
{
  if (!g_date_valid (date))
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), (int) g_date_get_month (date),
                          g_date_get_day (date));
}

static gboolean
parse_date (const char *text,
            GDate      *date)
{
  g_autofree char *moment = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  g_date_clear (date, 1);

  if (*text == '\0')
    return TRUE;

  time = g_date_time_new_from_iso8601 (moment, NULL);

  if (time == NULL)
    return FALSE;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

static void
add_line (GVariantBuilder      *builder,
          const HcScheduleLine *line)
{
  const HcDays *days = &line->days;
  g_autofree char *cycle = days->kind == HC_DAYS_OF_CYCLE ? hc_days_dup_cycle (days) : g_strdup ("");
  guint number = 0;

  if (days->kind == HC_DAYS_OF_WEEK)
    number = days->week;
  else if (days->kind != HC_DAYS_EVERY)
    number = (guint) days->n;

  g_variant_builder_add (builder, "(" DAYS "idii)", days_kinds[days->kind], number, cycle,
                         line->minute, line->amount, line->first_day, line->n_days);
}

/**
 * hc_schedule_print:
 * @self: a schedule that has been checked
 *
 * Returns: (transfer full): the form in which the database keeps it, less than 64 KiB
 */
char *
hc_schedule_print (const HcSchedule *self)
{
  gboolean at_times, hours, need;
  g_autofree char *first = NULL, *last = NULL;
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder lines, pauses;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) self->kind < G_N_ELEMENTS (kinds), NULL);

  at_times = self->kind == HC_SCHEDULE_AT_TIMES;
  hours = self->kind == HC_SCHEDULE_EVERY_N_HOURS;
  need = self->kind == HC_SCHEDULE_AS_NEEDED;
  first = print_date (&self->first);
  last = print_date (&self->last);
  g_variant_builder_init (&lines, G_VARIANT_TYPE (LINES));
  g_variant_builder_init (&pauses, G_VARIANT_TYPE (PAUSES));

  for (guint i = 0; at_times && i < self->lines->len; i++)
    add_line (&lines, &g_array_index (self->lines, HcScheduleLine, i));

  for (guint i = 0; i < self->pauses->len; i++)
    {
      const HcSchedulePause *pause = &g_array_index (self->pauses, HcSchedulePause, i);
      g_autofree char *pause_first = print_date (&pause->first);
      g_autofree char *pause_last = print_date (&pause->last);

      g_variant_builder_add (&pauses, "(ssb)", pause_first, pause_last, pause->shifts);
    }

  variant = g_variant_ref_sink (g_variant_new (FORMAT, VERSION, kinds[self->kind], first, last, self->zone,
                                               &lines, &pauses,
                                               hours ? self->interval_minutes : 0,
                                               hours ? self->anchor : G_GINT64_CONSTANT (0),
                                               at_times ? 0.0 : self->amount,
                                               need ? self->daily_max : 0.0,
                                               need ? self->min_minutes : 0));

  return g_variant_print (variant, TRUE);
}

static gboolean
read_days (const char *kind,
           guint       number,
           const char *cycle,
           HcDays     *days)
{
  guint index;

  if (!find_name (days_kinds, G_N_ELEMENTS (days_kinds), kind, &index) || number > G_MAXINT)
    return FALSE;

  if (index == HC_DAYS_OF_CYCLE)
    return hc_days_parse_cycle (cycle, (int) number, days, NULL);

  days->kind = (HcDaysKind) index;

  if (days->kind == HC_DAYS_OF_WEEK)
    days->week = number;
  else
    days->n = (int) number;

  return TRUE;
}

static gboolean
read_lines (HcSchedule   *self,
            GVariantIter *lines)
{
  const char *kind, *cycle;
  HcScheduleLine line = { 0 };
  guint number;

  while (g_variant_iter_next (lines, "((&su&s)idii)", &kind, &number, &cycle, &line.minute, &line.amount,
                              &line.first_day, &line.n_days))
    {
      line.days = (HcDays) { 0 };

      if (!read_days (kind, number, cycle, &line.days))
        return FALSE;

      g_array_append_val (self->lines, line);
    }

  return TRUE;
}

static gboolean
read_pauses (HcSchedule   *self,
             GVariantIter *pauses)
{
  const char *first, *last;
  HcSchedulePause pause;

  while (g_variant_iter_next (pauses, "(&s&sb)", &first, &last, &pause.shifts))
    {
      if (!parse_date (first, &pause.first) || !parse_date (last, &pause.last))
        return FALSE;

      g_array_append_val (self->pauses, pause);
    }

  return TRUE;
}

static HcSchedule *
read_variant (GVariant *variant)
{
  g_autoptr (HcSchedule) self = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (GVariantIter) lines = NULL, pauses = NULL;
  const char *kind, *first, *last;
  guint version, index;

  g_variant_get (variant, "(u&s&s&sms" LINES PAUSES "ixddi)", &version, &kind, &first, &last, &self->zone,
                 &lines, &pauses, &self->interval_minutes, &self->anchor, &self->amount, &self->daily_max,
                 &self->min_minutes);

  if (version != VERSION || !find_name (kinds, G_N_ELEMENTS (kinds), kind, &index)
      || !parse_date (first, &self->first) || !parse_date (last, &self->last)
      || g_variant_iter_n_children (lines) > HC_SCHEDULE_MAX_LINES
      || g_variant_iter_n_children (pauses) > HC_SCHEDULE_MAX_PAUSES
      || !read_lines (self, lines) || !read_pauses (self, pauses))
    return NULL;

  self->kind = (HcScheduleKind) index;

  return g_steal_pointer (&self);
}

/**
 * hc_schedule_parse:
 * @text: what the database keeps; it may come from anywhere
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_TEXT, or for what hc_schedule_check() says
 *
 * Returns: (transfer full) (nullable): the schedule, checked
 */
HcSchedule *
hc_schedule_parse (const char  *text,
                   GError     **error)
{
  g_autoptr (HcSchedule) self = NULL;
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strlen (text) <= HC_SCHEDULE_MAX_TEXT && g_utf8_validate (text, -1, NULL))
    variant = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);

  if (variant != NULL)
    self = read_variant (variant);

  if (self == NULL)
    {
      g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_TEXT,
                           _("The schedule that was saved cannot be read."));
      return NULL;
    }

  return hc_schedule_check (self, error) ? g_steal_pointer (&self) : NULL;
}
