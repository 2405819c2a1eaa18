/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-row.h"

/**
 * HcChartRow:
 *
 * What a chart shows at one place, in words: a row of its list.
 */
struct _HcChartRow
{
  GObject  parent_instance;

  char    *when;
  char    *what;
};

G_DEFINE_FINAL_TYPE (HcChartRow, hc_chart_row, G_TYPE_OBJECT)

static void
hc_chart_row_finalize (GObject *object)
{
  HcChartRow *self = HC_CHART_ROW (object);

  g_free (self->when);
  g_free (self->what);

  G_OBJECT_CLASS (hc_chart_row_parent_class)->finalize (object);
}

static void
hc_chart_row_class_init (HcChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_chart_row_finalize;
}

static void
hc_chart_row_init (HcChartRow *self)
{
}

/**
 * hc_chart_row_new:
 * @when: a day, or a day and a time
 * @what: what there was
 *
 * Returns: (transfer full): a row
 */
HcChartRow *
hc_chart_row_new (const char *when,
                  const char *what)
{
  HcChartRow *self;

  g_return_val_if_fail (when != NULL, NULL);
  g_return_val_if_fail (what != NULL, NULL);

  self = g_object_new (HC_TYPE_CHART_ROW, NULL);
  self->when = g_strdup (when);
  self->what = g_strdup (what);

  return self;
}

/**
 * hc_chart_row_get_when:
 * @self: a row
 *
 * Returns: (transfer none): a day, or a day and a time
 */
const char *
hc_chart_row_get_when (HcChartRow *self)
{
  g_return_val_if_fail (HC_IS_CHART_ROW (self), NULL);

  return self->when;
}

/**
 * hc_chart_row_get_what:
 * @self: a row
 *
 * Returns: (transfer none): what there was
 */
const char *
hc_chart_row_get_what (HcChartRow *self)
{
  g_return_val_if_fail (HC_IS_CHART_ROW (self), NULL);

  return self->what;
}
