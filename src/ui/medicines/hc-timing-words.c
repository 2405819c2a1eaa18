/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-timing-words.h"

#include <glib/gi18n.h>

#include "hc-schedule-words.h"

static char *
dup_span (int minutes)
{
  g_autofree char *hours = NULL, *rest = NULL;

  if (minutes >= 60)
    hours = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) minutes / 60), minutes / 60);
  if (minutes % 60 > 0)
    rest = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes % 60), minutes % 60);

  if (hours != NULL && rest != NULL)
    /* Translators: hours and minutes: "1 hour 30 minutes". */
    return g_strdup_printf (_("%s %s"), hours, rest);

  return hours != NULL ? g_steal_pointer (&hours) : g_steal_pointer (&rest);
}

static const char *
get_name (HcTimingPlan    *plan,
          const HcDayDose *dose)
{
  const HcTimedMedicine *timed = g_ptr_array_index (plan->medicines, dose->item);

  return hc_medicine_get_details (timed->medicine)->name;
}

static char *
dup_distance (const HcDayConflict *conflict)
{
  g_autofree char *apart = NULL;

  if (conflict->apart == 0)
    return g_strdup (_("Now they are taken together."));

  apart = dup_span (conflict->apart);

  /* Translators: %s is a time: "1 hour". */
  return g_strdup_printf (_("Now there is %s between them."), apart);
}

/**
 * hc_timing_words_conflict:
 * @plan: a plan
 * @conflict: one of its conflicts
 *
 * Returns: (transfer full): what is too near to each other, and how far it is to be apart, in sentences
 */
char *
hc_timing_words_conflict (HcTimingPlan        *plan,
                          const HcDayConflict *conflict)
{
  const HcDayDose *first, *second;
  g_autofree char *from = NULL, *to = NULL, *wanted = NULL, *distance = NULL, *doses = NULL;

  g_return_val_if_fail (plan != NULL && conflict != NULL, NULL);

  first = &g_array_index (plan->order->doses, HcDayDose, conflict->doses[0]);
  second = &g_array_index (plan->order->doses, HcDayDose, conflict->doses[1]);
  wanted = dup_span (conflict->wanted);

  if (conflict->of_days)
    /* Translators: two medicines, and a time: "36 hours". */
    return g_strdup_printf (_("%s and %s: there should be %s between them, which no times of one day can keep. "
                              "Ask your pharmacist on which days to take them."),
                            get_name (plan, first), get_name (plan, second), wanted);

  from = hc_schedule_dup_minute (first->minutes);
  to = hc_schedule_dup_minute (second->minutes);
  distance = dup_distance (conflict);
  if (conflict->over_midnight)
    /* Translators: a medicine and its time, and another one on the day after. */
    doses = g_strdup_printf (_("%s at %s, then %s at %s on the next day."), get_name (plan, first), from,
                             get_name (plan, second), to);
  else
    /* Translators: a medicine and its time, and another one later on the same day. */
    doses = g_strdup_printf (_("%s at %s, then %s at %s."), get_name (plan, first), from, get_name (plan, second), to);

  /* Translators: what is taken when, how far that is apart, and how far it should be at least: "4 hours". */
  return g_strdup_printf (_("%s %s There should be at least %s."), doses, distance, wanted);
}

static char *
dup_times (HcTimingPlan *plan,
           guint         place,
           gboolean      proposed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) times = NULL;

  for (guint i = 0; i < plan->order->doses->len; i++)
    {
      const HcDayDose *dose = &g_array_index (plan->order->doses, HcDayDose, i);

      if (dose->item == place)
        g_strv_builder_take (builder, hc_schedule_dup_minute (proposed ? dose->proposed : dose->minutes));
    }
  times = g_strv_builder_end (builder);

  /* Translators: stands between times of the day: "08:00, 20:00". */
  return g_strjoinv (_(", "), times);
}

/**
 * hc_timing_words_now:
 * @plan: a plan
 * @place: the place of a medicine
 *
 * Returns: (transfer full): its times now: "08:00, 20:00"
 */
char *
hc_timing_words_now (HcTimingPlan *plan,
                     guint         place)
{
  g_return_val_if_fail (plan != NULL && place < plan->medicines->len, NULL);

  return dup_times (plan, place, FALSE);
}

/**
 * hc_timing_words_proposed:
 * @plan: a plan
 * @place: the place of a medicine
 *
 * Returns: (transfer full) (nullable): the times that are proposed for it; %NULL when they are those of now
 */
char *
hc_timing_words_proposed (HcTimingPlan *plan,
                          guint         place)
{
  g_autofree char *now = NULL, *proposed = NULL;

  g_return_val_if_fail (plan != NULL && place < plan->medicines->len, NULL);

  now = dup_times (plan, place, FALSE);
  proposed = dup_times (plan, place, TRUE);

  return g_str_equal (now, proposed) ? NULL : g_steal_pointer (&proposed);
}
