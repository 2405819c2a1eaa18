/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-unit-drop-down.h"

#include <glib/gi18n.h>

/* By HcDoseUnit, which is also the order of the list. */
static const char *const names[HC_DOSE_N_UNITS] = {
  [HC_DOSE_UNIT_TABLET] = N_("Tablets"),
  [HC_DOSE_UNIT_CAPSULE] = N_("Capsules"),
  [HC_DOSE_UNIT_MILLILITER] = N_("Milliliters"),
  [HC_DOSE_UNIT_DROP] = N_("Drops"),
  [HC_DOSE_UNIT_PUFF] = N_("Puffs"),
  [HC_DOSE_UNIT_PATCH] = N_("Patches"),
  [HC_DOSE_UNIT_INJECTION] = N_("Injections"),
  [HC_DOSE_UNIT_SACHET] = N_("Sachets"),
  [HC_DOSE_UNIT_SUPPOSITORY] = N_("Suppositories"),
  [HC_DOSE_UNIT_SPOON] = N_("Spoons"),
  [HC_DOSE_UNIT_UNIT] = N_("Units"),
  [HC_DOSE_UNIT_MILLIGRAM] = N_("Milligrams"),
  [HC_DOSE_UNIT_OTHER] = N_("Doses"),
};

/**
 * hc_dose_unit_drop_down_new:
 * @unit: the one that is chosen
 *
 * Returns: (transfer floating): a #GtkDropDown of what doses are counted in
 */
GtkWidget *
hc_dose_unit_drop_down_new (HcDoseUnit unit)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (list, _(names[i]));

  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  hc_dose_unit_drop_down_set (GTK_DROP_DOWN (drop_down), unit);

  return drop_down;
}

/**
 * hc_dose_unit_drop_down_set:
 * @drop_down: what hc_dose_unit_drop_down_new() has made
 * @unit: the one that is chosen from now on
 */
void
hc_dose_unit_drop_down_set (GtkDropDown *drop_down,
                            HcDoseUnit   unit)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (unit < HC_DOSE_N_UNITS);

  gtk_drop_down_set_selected (drop_down, unit);
}

/**
 * hc_dose_unit_drop_down_get:
 * @drop_down: what hc_dose_unit_drop_down_new() has made
 *
 * Returns: the one that is chosen
 */
HcDoseUnit
hc_dose_unit_drop_down_get (GtkDropDown *drop_down)
{
  guint selected;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), HC_DOSE_UNIT_OTHER);

  selected = gtk_drop_down_get_selected (drop_down);

  return selected < HC_DOSE_N_UNITS ? (HcDoseUnit) selected : HC_DOSE_UNIT_OTHER;
}
