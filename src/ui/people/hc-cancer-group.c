/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-cancer-group.h"

#include <glib/gi18n.h>

#include "hc-person-words.h"

/* In the order of the rows, after "I don't know yet". */
static const char *const sites[] = { NULL, "colon", "rectal" };

/**
 * HcCancerGroup:
 *
 * What is known of the cancer of a person: where it began, its stage and its biomarkers. It emits `changed` when
 * the person has changed something.
 */
struct _HcCancerGroup
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *switches;   /* of AdwSwitchRow, one a biomarker */
  gboolean             is_filling; /* what changes is not done by the person */

  AdwComboRow         *site_row;
  AdwComboRow         *stage_row;
  AdwPreferencesGroup *biomarkers;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcCancerGroup, hc_cancer_group, ADW_TYPE_PREFERENCES_GROUP)

static void
changed_cb (HcCancerGroup *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
hc_cancer_group_dispose (GObject *object)
{
  HcCancerGroup *self = HC_CANCER_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CANCER_GROUP);
  g_clear_pointer (&self->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_cancer_group_parent_class)->dispose (object);
}

static void
hc_cancer_group_class_init (HcCancerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_cancer_group_dispose;

  /**
   * HcCancerGroup::changed:
   *
   * The person has changed something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/people/hc-cancer-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCancerGroup, site_row);
  gtk_widget_class_bind_template_child (widget_class, HcCancerGroup, stage_row);
  gtk_widget_class_bind_template_child (widget_class, HcCancerGroup, biomarkers);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* The first one is there already: that it is not known. */
static void
add_stages (HcCancerGroup *self)
{
  const HcPersonWord *stages = hc_person_words_get_stages ();
  GtkStringList *titles = GTK_STRING_LIST (adw_combo_row_get_model (self->stage_row));

  for (guint i = 0; stages[i].word != NULL; i++)
    gtk_string_list_append (titles, _(stages[i].title));
}

static void
add_biomarkers (HcCancerGroup *self)
{
  const HcPersonWord *biomarkers = hc_person_words_get_biomarkers ();

  for (guint i = 0; biomarkers[i].word != NULL; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_SWITCH_ROW, "title", _(biomarkers[i].title), NULL);

      g_signal_connect_object (row, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->biomarkers, row);
      g_ptr_array_add (self->switches, row);
    }
}

static void
hc_cancer_group_init (HcCancerGroup *self)
{
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_stages (self);
  add_biomarkers (self);
}

/* The row of a site, 0 for none. */
static guint
find_site (const char *site)
{
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    if (g_strcmp0 (sites[i], site) == 0)
      return i;

  return 0;
}

/* The row of a stage, 0 for none. */
static guint
find_stage (const char *stage)
{
  const HcPersonWord *stages = hc_person_words_get_stages ();

  for (guint i = 0; stages[i].word != NULL; i++)
    if (g_strcmp0 (stages[i].word, stage) == 0)
      return i + 1;

  return 0;
}

/**
 * hc_cancer_group_show:
 * @self: a group
 * @details: what is known of a person
 */
void
hc_cancer_group_show (HcCancerGroup         *self,
                      const HcPersonDetails *details)
{
  const HcPersonWord *biomarkers = hc_person_words_get_biomarkers ();
  g_auto (GStrv) words = NULL;

  g_return_if_fail (HC_IS_CANCER_GROUP (self));
  g_return_if_fail (details != NULL);

  words = g_strsplit (details->biomarkers != NULL ? details->biomarkers : "", " ", -1);

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->site_row, find_site (details->site));
  adw_combo_row_set_selected (self->stage_row, find_stage (details->stage));
  for (guint i = 0; i < self->switches->len; i++)
    adw_switch_row_set_active (g_ptr_array_index (self->switches, i),
                               g_strv_contains ((const char *const *) words, biomarkers[i].word));
  self->is_filling = FALSE;
}

/**
 * hc_cancer_group_get_site:
 * @self: a group
 *
 * Returns: (nullable): where it began, as in #HcPersonDetails
 */
const char *
hc_cancer_group_get_site (HcCancerGroup *self)
{
  g_return_val_if_fail (HC_IS_CANCER_GROUP (self), NULL);

  return sites[adw_combo_row_get_selected (self->site_row)];
}

/**
 * hc_cancer_group_get_stage:
 * @self: a group
 *
 * Returns: (nullable): the stage, as in #HcPersonDetails
 */
const char *
hc_cancer_group_get_stage (HcCancerGroup *self)
{
  guint row;

  g_return_val_if_fail (HC_IS_CANCER_GROUP (self), NULL);

  row = adw_combo_row_get_selected (self->stage_row);

  return row > 0 ? hc_person_words_get_stages ()[row - 1].word : NULL;
}

/**
 * hc_cancer_group_dup_biomarkers:
 * @self: a group
 *
 * Returns: (transfer full): the biomarkers, as in #HcPersonDetails
 */
char *
hc_cancer_group_dup_biomarkers (HcCancerGroup *self)
{
  const HcPersonWord *biomarkers = hc_person_words_get_biomarkers ();
  g_autoptr (GStrvBuilder) words = NULL;
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (HC_IS_CANCER_GROUP (self), NULL);

  words = g_strv_builder_new ();
  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->switches, i)))
      g_strv_builder_add (words, biomarkers[i].word);

  list = g_strv_builder_end (words);

  return g_strjoinv (" ", list);
}
