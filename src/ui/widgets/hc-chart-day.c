/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-day.h"

#include <glib/gi18n.h>

#include "hc-chart-row.h"

/**
 * hc_chart_day_get_kind:
 * @day: a day
 *
 * Returns: what it looks like
 */
HcChartDayKind
hc_chart_day_get_kind (const HcChartDay *day)
{
  g_return_val_if_fail (day != NULL, HC_CHART_DAY_FREE);

  if (day->n_planned == 0)
    return HC_CHART_DAY_FREE;
  if (day->n_taken >= day->n_planned)
    return HC_CHART_DAY_ALL;
  if (day->n_taken > 0)
    return HC_CHART_DAY_PART;

  return day->n_skipped + day->n_missed > 0 ? HC_CHART_DAY_NONE : HC_CHART_DAY_OPEN;
}

/**
 * hc_chart_day_kind_words:
 * @kind: what a day looks like
 *
 * Returns: (transfer none): what that means
 */
const char *
hc_chart_day_kind_words (HcChartDayKind kind)
{
  switch (kind)
    {
    case HC_CHART_DAY_ALL:
      return _("All taken");
    case HC_CHART_DAY_PART:
      return _("Some taken");
    case HC_CHART_DAY_NONE:
      return _("None taken");
    case HC_CHART_DAY_OPEN:
      return _("Nothing recorded");
    case HC_CHART_DAY_FREE:
    default:
      return _("Nothing planned");
    }
}

/**
 * hc_chart_day_format:
 * @day: a day
 * @format: (nullable): a format of g_date_time_format(); %NULL for the whole date with the day of the week
 *
 * Returns: (transfer full): its date
 */
char *
hc_chart_day_format (const HcChartDay *day,
                     const char       *format)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (day != NULL && g_date_valid (&day->day), NULL);

  time = g_date_time_new_utc (g_date_get_year (&day->day), g_date_get_month (&day->day), g_date_get_day (&day->day),
                              0, 0, 0.0);

  /* Translators: a day, "Friday, 20 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (time, format != NULL ? format : _("%A, %-d %B %Y"));
}

/* Skipped, missed and not recorded, as far as there are any. */
static void
append_rest (GString *text,
             guint    n_skipped,
             guint    n_missed,
             guint    n_open)
{
  if (n_skipped > 0)
    g_string_append_printf (text, g_dngettext (NULL, ", %'u skipped", ", %'u skipped", n_skipped), n_skipped);
  if (n_missed > 0)
    g_string_append_printf (text, g_dngettext (NULL, ", %'u missed", ", %'u missed", n_missed), n_missed);
  if (n_open > 0)
    g_string_append_printf (text, g_dngettext (NULL, ", %'u not recorded", ", %'u not recorded", n_open), n_open);
}

static guint
count_open (const HcChartDay *day)
{
  guint n_recorded = day->n_taken + day->n_skipped + day->n_missed;

  return n_recorded < day->n_planned ? day->n_planned - n_recorded : 0;
}

/**
 * hc_chart_day_dup_doses:
 * @day: a day
 *
 * Returns: (transfer full): what was taken of what was planned
 */
char *
hc_chart_day_dup_doses (const HcChartDay *day)
{
  GString *text;

  g_return_val_if_fail (day != NULL, NULL);

  if (day->n_planned == 0 && day->n_taken == 0)
    return g_strdup (hc_chart_day_kind_words (HC_CHART_DAY_FREE));

  text = g_string_new (NULL);
  if (day->n_planned == 0)
    /* Translators: doses that were taken although none was planned. */
    g_string_append_printf (text, g_dngettext (NULL, "Nothing planned, %'u taken", "Nothing planned, %'u taken",
                                               day->n_taken), day->n_taken);
  else
    /* Translators: doses of a day: "1 of 2 taken, 1 missed". */
    g_string_append_printf (text, g_dngettext (NULL, "%'u of %'u taken", "%'u of %'u taken", day->n_planned),
                            day->n_taken, day->n_planned);
  append_rest (text, day->n_skipped, day->n_missed, count_open (day));

  return g_string_free_and_steal (text);
}

/**
 * hc_chart_day_describe:
 * @days: (element-type HcChartDay): the days up to today
 *
 * Returns: (transfer full): what was taken of what was planned on all of them
 */
char *
hc_chart_day_describe (GArray *days)
{
  guint n_planned = 0, n_taken = 0, n_skipped = 0, n_missed = 0, n_open = 0;
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *period = NULL;
  g_autofree char *doses = NULL;

  g_return_val_if_fail (days != NULL, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const HcChartDay *day = &g_array_index (days, HcChartDay, i);

      n_planned += day->n_planned;
      n_taken += day->n_taken;
      n_skipped += day->n_skipped;
      n_missed += day->n_missed;
      n_open += count_open (day);
    }

  period = g_strdup_printf (g_dngettext (NULL, "Last %u day", "Last %u days", days->len), days->len);

  if (n_planned == 0 && n_taken == 0)
    /* Translators: "Last 30 days: nothing was planned." */
    return g_strdup_printf (_("%s: nothing was planned."), period);

  if (n_planned == 0)
    /* Translators: doses that were taken although none was planned: "Last 30 days: 4 doses taken, none planned." */
    doses = g_strdup_printf (g_dngettext (NULL, "%'u dose taken, none planned", "%'u doses taken, none planned",
                                          n_taken), n_taken);
  else
    doses = g_strdup_printf (g_dngettext (NULL, "%'u of %'u dose taken", "%'u of %'u doses taken", n_planned),
                             n_taken, n_planned);
  append_rest (rest, n_skipped, n_missed, n_open);

  /* Translators: "Last 30 days: 52 of 58 doses taken, 4 skipped, 2 missed." The third part begins with a comma or
   * is empty. */
  return g_strdup_printf (_("%s: %s%s."), period, doses, rest->str);
}

/**
 * hc_chart_day_new_rows:
 * @days: (element-type HcChartDay): days in their order
 *
 * Returns: (transfer full): a list of #HcChartRow, the newest first
 */
GListModel *
hc_chart_day_new_rows (GArray *days)
{
  GListStore *rows = g_list_store_new (HC_TYPE_CHART_ROW);

  g_return_val_if_fail (days != NULL, G_LIST_MODEL (rows));

  for (guint i = days->len; i > 0; i--)
    {
      const HcChartDay *day = &g_array_index (days, HcChartDay, i - 1);
      g_autofree char *date = hc_chart_day_format (day, NULL);
      g_autofree char *doses = hc_chart_day_dup_doses (day);
      g_autoptr (HcChartRow) row = hc_chart_row_new (date, doses);

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}
