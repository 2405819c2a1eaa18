/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-kind-page.h"

#include <glib/gi18n.h>

#include "hc-diary-model.h"
#include "hc-diary-recent.h"
#include "hc-error-words.h"
#include "hc-trend-chart.h"
#include "hc-wrapped-button.h"

/* What stands below the chart; the rest is on a page of its own. */
#define N_ROWS 10

/**
 * HcDiaryKindPage:
 *
 * How one kind of entry has gone: a chart with the infusions and the changes of medicines, what is usual, and the
 * entries. What is covered is neither in the chart nor in its words.
 */
struct _HcDiaryKindPage
{
  AdwNavigationPage parent_instance;

  HcDiaryDesk      *desk;
  HcDiaryKind      *kind;
  HcDiaryModel     *entries;   /* of that kind */
  HcDiaryModel     *infusions; /* marks in the chart */
  gboolean          is_filling; /* the switch is set, not by the person */

  GtkWidget        *add_button;
  GtkLabel         *fault_label;
  GtkWidget        *ranges;
  GtkToggleButton  *month_button;
  GtkToggleButton  *quarter_button;
  GtkToggleButton  *year_button;
  HcTrendChart     *chart;
  GtkLabel         *reference_label;
  GtkLabel         *covered_label;
  GtkWidget        *cover_list;
  AdwSwitchRow     *cover_row;
  GtkWidget        *more_button;
  GtkWidget        *values_title;
  GtkListBox       *list;
  GtkWidget        *all_entries_button;
};

G_DEFINE_FINAL_TYPE (HcDiaryKindPage, hc_diary_kind_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
uses_other (HcDiaryKindPage *self)
{
  return hc_diary_desk_uses_other_unit (self->desk, hc_diary_kind_get_details (self->kind)->id);
}

static double
convert (HcDiaryKindPage *self,
         double           value)
{
  return uses_other (self) ? hc_diary_kind_to_other (self->kind, value) : value;
}

/* The values that the red flags know of this kind alone. */
static void
add_thresholds (HcDiaryKindPage *self,
                HcChartSeries   *series)
{
  const HcDiaryKindDetails *kind = hc_diary_kind_get_details (self->kind);
  GPtrArray *flags = hc_diary_book_get_flags (hc_diary_desk_get_book (self->desk));

  if (kind->input != HC_DIARY_INPUT_NUMBER && kind->input != HC_DIARY_INPUT_COUNT)
    return;

  for (guint i = 0; i < flags->len; i++)
    {
      const HcRedFlagDetails *flag = hc_red_flag_get_details (g_ptr_array_index (flags, i));
      const HcRedFlagCondition *condition = g_ptr_array_index (flag->conditions, 0);

      if (flag->conditions->len == 1 && g_str_equal (condition->kind, kind->id))
        hc_chart_series_add_threshold (series, convert (self, condition->value), flag->title);
    }
}

static void
add_infusions (HcDiaryKindPage *self,
               HcChartSeries   *series)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->infusions));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->infusions), i);
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
      /* Translators: %s is a medicine. */
      g_autofree char *words = *details->text != '\0' ? g_strdup_printf (_("Infusion: %s"), details->text)
                                                      : g_strdup (_("Infusion"));

      if (!hc_diary_desk_is_covered (self->desk, entry))
        hc_chart_series_add_mark (series, details->time, words);
    }
}

/* What of a medicine is changed begins another regimen; the first one is its beginning. */
static void
add_medicines (HcDiaryKindPage *self,
               HcChartSeries   *series)
{
  HcContext *context = hc_diary_desk_get_context (self->desk);
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (context)));
  guint n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);
      const HcMedicineDetails *details = hc_medicine_get_details (medicine);

      if (details->course == NULL || !hc_current_person_owns (hc_context_get_person (context), details->person))
        continue;

      for (guint j = 0; j < details->course->regimens->len; j++)
        {
          const HcRegimen *regimen = g_ptr_array_index (details->course->regimens, j);
          /* Translators: %s is a medicine. */
          g_autofree char *words = g_strdup_printf (j == 0 ? _("%s started") : _("%s changed"), details->name);

          hc_chart_series_add_mark (series, regimen->from, words);
        }
    }
}

static void
update_chart (HcDiaryKindPage *self)
{
  const HcDiaryKindDetails *kind = hc_diary_kind_get_details (self->kind);
  gboolean in_other = uses_other (self) && kind->other_unit != NULL;
  g_autoptr (HcChartSeries) series = NULL;
  g_autofree char *covered = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries)), n_covered = 0;
  int digits = in_other ? kind->other_digits : kind->digits;

  series = hc_chart_series_new (kind->name, in_other ? kind->other_unit : kind->unit,
                                kind->input == HC_DIARY_INPUT_NUMBER ? (guint) digits : 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);

      if (hc_diary_desk_is_covered (self->desk, entry))
        n_covered++;
      else if (details->has_value)
        hc_chart_series_add (series, details->time, convert (self, details->value));
    }

  add_thresholds (self, series);
  add_infusions (self, series);
  add_medicines (self, series);
  hc_trend_chart_set_series (self->chart, series);

  covered = g_strdup_printf (g_dngettext (NULL, "%u covered result is not shown here.",
                                          "%u covered results are not shown here.", n_covered), n_covered);
  gtk_label_set_label (self->covered_label, covered);
  gtk_widget_set_visible (GTK_WIDGET (self->covered_label), n_covered > 0);
}

static void
update_range (HcDiaryKindPage *self)
{
  g_autoptr (GDateTime) until = hc_diary_desk_dup_now (self->desk);
  g_autoptr (GDateTime) from = NULL;

  if (gtk_toggle_button_get_active (self->month_button))
    from = g_date_time_add_months (until, -1);
  else if (gtk_toggle_button_get_active (self->quarter_button))
    from = g_date_time_add_months (until, -3);
  else if (gtk_toggle_button_get_active (self->year_button))
    from = g_date_time_add_years (until, -1);

  hc_trend_chart_set_range (self->chart, from, from != NULL ? until : NULL);
}

static void
update (HcDiaryKindPage *self)
{
  const HcDiaryKindDetails *kind;
  const GError *error;
  gboolean has_chart;
  guint n;

  if (self->kind == NULL)
    return;

  kind = hc_diary_kind_get_details (self->kind);
  has_chart = kind->input != HC_DIARY_INPUT_TEXT;
  error = hc_diary_model_get_error (self->entries);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  gtk_label_set_label (self->fault_label, error != NULL ? hc_error_to_words (error) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), error != NULL);
  gtk_widget_set_visible (self->ranges, has_chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), has_chart);
  update_chart (self);

  self->is_filling = TRUE;
  adw_switch_row_set_active (self->cover_row, hc_diary_desk_shows_always (self->desk, kind->id));
  self->is_filling = FALSE;

  hc_diary_recent_fill (self->list, self->desk, G_LIST_MODEL (self->entries), N_ROWS, FALSE);
  gtk_widget_set_visible (self->values_title, n > 0);
  gtk_widget_set_visible (self->all_entries_button, n > N_ROWS);
}

static void
range_toggled_cb (HcDiaryKindPage *self,
                  GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button) && self->desk != NULL)
    update_range (self);
}

static void
cover_toggled_cb (HcDiaryKindPage *self)
{
  if (!self->is_filling && self->kind != NULL)
    hc_diary_desk_set_shows_always (self->desk, hc_diary_kind_get_details (self->kind)->id,
                                    adw_switch_row_get_active (self->cover_row));
}

static void
activated_cb (HcDiaryKindPage *self,
              GtkListBoxRow   *row)
{
  hc_diary_recent_activate (self->list, row, self->desk);
}

static void
all_entries_cb (HcDiaryKindPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "diary.entries", "s", hc_diary_kind_get_details (self->kind)->id);
}

static void
hc_diary_kind_page_dispose (GObject *object)
{
  HcDiaryKindPage *self = HC_DIARY_KIND_PAGE (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->infusions);
  g_clear_object (&self->kind);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DIARY_KIND_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hc_diary_kind_page_parent_class)->dispose (object);
}

static void
hc_diary_kind_page_class_init (HcDiaryKindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_diary_kind_page_dispose;
  g_type_ensure (HC_TYPE_TREND_CHART);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-diary-kind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, fault_label);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, ranges);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, quarter_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, year_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, chart);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, reference_label);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, covered_label);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, cover_list);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, cover_row);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, values_title);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, list);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryKindPage, all_entries_button);
  gtk_widget_class_bind_template_callback (widget_class, range_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cover_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_entries_cb);
}

static void
hc_diary_kind_page_init (HcDiaryKindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->more_button);
  hc_wrapped_button_set (self->all_entries_button);
}

/**
 * hc_diary_kind_page_new:
 * @desk: what the parts of the diary share
 *
 * Returns: (transfer floating): a page that shows no kind yet
 */
HcDiaryKindPage *
hc_diary_kind_page_new (HcDiaryDesk *desk)
{
  HcDiaryKindPage *self;
  HcContext *context;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  context = hc_diary_desk_get_context (desk);
  self = g_object_new (HC_TYPE_DIARY_KIND_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->infusions = hc_diary_model_new (desk, HC_DIARY_INFUSION, 0);
  g_signal_connect_object (self->infusions, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_diary_kind_page_set_kind:
 * @self: a page
 * @kind: a kind of entry
 *
 * Shows the entries of that kind.
 */
void
hc_diary_kind_page_set_kind (HcDiaryKindPage *self,
                             HcDiaryKind     *kind)
{
  const HcDiaryKindDetails *details;

  g_return_if_fail (HC_IS_DIARY_KIND_PAGE (self));
  g_return_if_fail (HC_IS_DIARY_KIND (kind));

  details = hc_diary_kind_get_details (kind);
  g_set_object (&self->kind, kind);

  if (self->entries == NULL)
    {
      self->entries = hc_diary_model_new (self->desk, details->id, 0);
      g_signal_connect_object (self->entries, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  else
    hc_diary_model_set_kind (self->entries, details->id);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), details->name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "s", details->id);
  gtk_label_set_label (self->reference_label, details->reference != NULL ? details->reference : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reference_label), details->reference != NULL);
  gtk_widget_set_visible (self->cover_list, details->covered);
  gtk_widget_set_visible (self->more_button, details->link != NULL);
  if (details->link != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more_button), "s", details->link);

  update_range (self);
  update (self);
}

/**
 * hc_diary_kind_page_get_kind:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HcDiaryKind *
hc_diary_kind_page_get_kind (HcDiaryKindPage *self)
{
  g_return_val_if_fail (HC_IS_DIARY_KIND_PAGE (self), NULL);

  return self->kind;
}
