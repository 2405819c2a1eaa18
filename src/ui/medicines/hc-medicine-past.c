/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-past.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-medicine-words.h"

/* What ended at once was a mistake that was put right, and never held. */
static gboolean
is_past (const HcRegimen *regimen,
         GDateTime       *now)
{
  return regimen->until != NULL && g_date_time_compare (regimen->until, now) <= 0 &&
         g_date_time_compare (regimen->from, regimen->until) < 0;
}

/**
 * hc_medicine_past_new:
 * @medicine: a medicine
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer floating) (nullable): a list of how it was taken before, the newest first; %NULL when it was
 *   never changed
 */
GtkWidget *
hc_medicine_past_new (HcMedicine *medicine,
                      GDateTime  *now)
{
  const HcMedicineDetails *details;
  GtkWidget *list = NULL;

  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  details = hc_medicine_get_details (medicine);
  for (guint i = details->course != NULL ? details->course->regimens->len : 0; i > 0; i--)
    {
      const HcRegimen *regimen = g_ptr_array_index (details->course->regimens, i - 1);
      g_autofree char *title = NULL, *subtitle = NULL;

      if (!is_past (regimen, now))
        continue;

      if (list == NULL)
        {
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What Was Before"),
                                          -1);
        }

      title = hc_medicine_words_regimen (regimen, details->unit);
      subtitle = hc_medicine_words_span (regimen, g_date_time_get_timezone (now));
      gtk_list_box_append (GTK_LIST_BOX (list), g_object_new (ADW_TYPE_ACTION_ROW,
                                                              "use-markup", FALSE,
                                                              "title", title,
                                                              "subtitle", subtitle,
                                                              NULL));
    }

  return list;
}
