/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-history.h"

#include <glib/gi18n.h>

#include "hc-adherence.h"
#include "hc-chart-table.h"
#include "hc-day-chart.h"
#include "hc-error-words.h"
#include "hc-medicine-days.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define SHORT 30 /* days */
#define LONG 90

/**
 * HcMedicineHistory:
 *
 * What was taken of a medicine in the last days: in a sentence, as a chart, and as a list that can be unfolded.
 */
struct _HcMedicineHistory
{
  AdwBin          parent_instance;

  HcContext      *context;  /* NULL until something is shown */
  HcMedicine     *medicine;
  GCancellable   *counting; /* NULL when nothing is counted */

  AdwToggleGroup *length;
  GtkWidget      *words;
  AdwBin         *chart_bin;
  AdwBin         *table_bin;
};

G_DEFINE_FINAL_TYPE (HcMedicineHistory, hc_medicine_history, ADW_TYPE_BIN)

static HcDoseLog *
get_log (HcMedicineHistory *self)
{
  return hc_profile_get_dose_log (hc_context_get_profile (self->context));
}

/* A day without a plan tells what was taken all the same. */
static GArray *
make_chart_days (GArray *days)
{
  GArray *chart = g_array_new (FALSE, FALSE, sizeof (HcChartDay));

  for (guint i = 0; i < days->len; i++)
    {
      const HcAdherenceDay *day = &g_array_index (days, HcAdherenceDay, i);
      HcChartDay chart_day = {
        .day = day->day,
        .n_planned = day->n_planned,
        .n_taken = day->n_planned > 0 ? day->n_taken : day->n_extra,
        .n_skipped = day->n_skipped,
        .n_missed = day->n_missed,
      };

      g_array_append_val (chart, chart_day);
    }

  return chart;
}

static void
show_days (HcMedicineHistory *self,
           GArray            *days)
{
  g_autofree char *title = hc_medicine_dup_title (self->medicine);
  GtkWidget *chart = hc_day_chart_new (title);
  GtkWidget *table = hc_chart_table_new (title);
  g_autoptr (GArray) chart_days = make_chart_days (days);
  g_autoptr (GListModel) rows = hc_chart_day_new_rows (chart_days);
  g_autofree char *words = NULL;

  hc_day_chart_set_days (HC_DAY_CHART (chart), chart_days);
  hc_chart_table_set_rows (HC_CHART_TABLE (table), rows);
  words = hc_day_chart_dup_words (HC_DAY_CHART (chart));
  gtk_label_set_label (GTK_LABEL (self->words), words);
  adw_bin_set_child (self->chart_bin, chart);
  adw_bin_set_child (self->table_bin, table);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HcMedicineHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = hc_adherence_count_finish (HC_DOSE_LOG (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->medicine == NULL)
    return;

  g_clear_object (&self->counting);
  if (days != NULL)
    show_days (self, days);
  else
    gtk_label_set_label (GTK_LABEL (self->words), hc_error_to_words (error));
}

static void
update (HcMedicineHistory *self)
{
  g_autoptr (GPtrArray) medicines = NULL;
  g_autoptr (GDateTime) now = NULL;
  GDate first, last;

  if (self->medicine == NULL)
    return;

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();

  medicines = g_ptr_array_new ();
  g_ptr_array_add (medicines, self->medicine);
  now = hc_clock_dup_time (hc_context_get_clock (self->context));
  hc_medicine_days_get_today (hc_context_get_clock (self->context), &last);
  first = last;
  g_date_subtract_days (&first, adw_toggle_group_get_active (self->length) == 0 ? SHORT - 1 : LONG - 1);
  hc_adherence_count_async (get_log (self), medicines, &first, &last, now, self->counting, counted_cb,
                            g_object_ref (self));
}

static void
log_changed_cb (HcMedicineHistory *self,
                const char        *medicine)
{
  if (self->medicine != NULL && (medicine == NULL || g_str_equal (medicine, hc_medicine_get_id (self->medicine))))
    update (self);
}

static void
hc_medicine_history_dispose (GObject *object)
{
  HcMedicineHistory *self = HC_MEDICINE_HISTORY (object);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->medicine);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_medicine_history_parent_class)->dispose (object);
}

static void
hc_medicine_history_class_init (HcMedicineHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_medicine_history_dispose;
}

static void
add_length (HcMedicineHistory *self,
            int                days)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *label = g_strdup_printf (ngettext ("%d Day", "%d Days", (gulong) days), days);

  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->length, toggle);
}

static void
hc_medicine_history_init (HcMedicineHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  self->length = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->length), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->length), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How Long Ago"), -1);
  add_length (self, SHORT);
  add_length (self, LONG);

  self->words = hc_wrapped_label_new (NULL, NULL);
  self->chart_bin = ADW_BIN (adw_bin_new ());
  self->table_bin = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->length));
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart_bin));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table_bin));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->length, "notify::active", G_CALLBACK (update), self);
}

/**
 * hc_medicine_history_show:
 * @self: a history
 * @context: the profile and the clock, always the same
 * @medicine: a medicine
 *
 * Shows what was taken of the medicine, and follows what is recorded.
 */
void
hc_medicine_history_show (HcMedicineHistory *self,
                          HcContext         *context,
                          HcMedicine        *medicine)
{
  g_return_if_fail (HC_IS_MEDICINE_HISTORY (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      g_signal_connect_object (get_log (self), "changed", G_CALLBACK (log_changed_cb), self, G_CONNECT_SWAPPED);
    }

  /* What was there of another medicine must not stand below the name of this one. */
  if (g_set_object (&self->medicine, medicine))
    {
      gtk_label_set_label (GTK_LABEL (self->words), "");
      adw_bin_set_child (self->chart_bin, NULL);
      adw_bin_set_child (self->table_bin, NULL);
    }

  update (self);
}
