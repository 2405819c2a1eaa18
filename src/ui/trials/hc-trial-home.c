/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-home.h"

#include <glib/gi18n.h>

#include "hc-trial-chips.h"
#include "hc-trial-parts.h"
#include "hc-trial-update-group.h"
#include "hc-trial-words.h"

/**
 * HcTrialHome:
 *
 * What Clinical Trials begins with: what to know first, what is known of the person, how many trials may fit, what
 * was saved, and how trials come to this computer.
 */
struct _HcTrialHome
{
  AdwNavigationPage  parent_instance;

  HcTrialDesk       *desk;

  AdwBin            *parts_bin;
  AdwBin            *chips_bin;
  AdwActionRow      *matches_row;
  AdwActionRow      *saved_row;
  AdwBin            *update_bin;
};

G_DEFINE_FINAL_TYPE (HcTrialHome, hc_trial_home, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_matches (HcTrialHome *self)
{
  HcTrialMatches *matches = hc_trial_desk_get_matches (self->desk);
  g_autofree char *fit = NULL, *ask = NULL, *misfit = NULL;
  guint n_fit, n_ask, n_misfit;

  if (hc_trial_desk_get_error (self->desk) != NULL)
    return g_strdup (hc_trial_words_for_error (hc_trial_desk_get_error (self->desk)));

  if (hc_trial_desk_is_matching (self->desk) || matches == NULL)
    return g_strdup (_("Comparing the trials with what is known of you…"));

  n_fit = hc_trial_matches_count (matches, HC_TRIAL_MAY_FIT);
  n_ask = hc_trial_matches_count (matches, HC_TRIAL_ASK);
  n_misfit = hc_trial_matches_count (matches, HC_TRIAL_DOES_NOT_FIT);
  if (n_fit + n_ask + n_misfit == 0)
    return g_strdup (_("Here will be the trials that may fit. Fetch them below, or import a file."));

  /* Translators: how many trials are of a kind, with separators of thousands, here and below. */
  fit = g_strdup_printf (g_dngettext (NULL, "%'u may fit", "%'u may fit", n_fit), n_fit);
  ask = g_strdup_printf (g_dngettext (NULL, "%'u needs a question answered", "%'u need a question answered", n_ask),
                         n_ask);
  misfit = g_strdup_printf (g_dngettext (NULL, "%'u does not fit", "%'u do not fit", n_misfit), n_misfit);

  return g_strdup_printf ("%s, %s, %s", fit, ask, misfit);
}

static guint
count_saved (HcTrialHome *self)
{
  HcContext *context = hc_trial_desk_get_context (self->desk);
  GListModel *saved = G_LIST_MODEL (hc_profile_get_saved_trials (hc_context_get_profile (context)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (saved); i++)
    {
      g_autoptr (HcSavedTrial) trial = g_list_model_get_item (saved, i);

      n += hc_current_person_owns (hc_context_get_person (context), hc_saved_trial_get_details (trial)->person);
    }

  return n;
}

static void
update (HcTrialHome *self)
{
  g_autofree char *matches = dup_matches (self);
  guint n_saved = count_saved (self);
  g_autofree char *saved = n_saved > 0
    ? g_strdup_printf (g_dngettext (NULL, "%u trial, readable without the network",
                                    "%u trials, readable without the network", n_saved), n_saved)
    : g_strdup (_("None yet. What you save stays readable without the network."));

  adw_action_row_set_subtitle (self->matches_row, matches);
  adw_action_row_set_subtitle (self->saved_row, saved);
}

static void
hc_trial_home_dispose (GObject *object)
{
  HcTrialHome *self = HC_TRIAL_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TRIAL_HOME);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hc_trial_home_parent_class)->dispose (object);
}

static void
hc_trial_home_class_init (HcTrialHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_trial_home_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/trials/hc-trial-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTrialHome, parts_bin);
  gtk_widget_class_bind_template_child (widget_class, HcTrialHome, chips_bin);
  gtk_widget_class_bind_template_child (widget_class, HcTrialHome, matches_row);
  gtk_widget_class_bind_template_child (widget_class, HcTrialHome, saved_row);
  gtk_widget_class_bind_template_child (widget_class, HcTrialHome, update_bin);
}

static void
hc_trial_home_init (HcTrialHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->parts_bin, hc_trial_parts_new ());
}

/**
 * hc_trial_home_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): the page
 */
HcTrialHome *
hc_trial_home_new (HcTrialDesk *desk)
{
  HcTrialHome *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_HOME, NULL);
  self->desk = g_object_ref (desk);
  adw_bin_set_child (self->chips_bin, hc_trial_chips_new (desk));
  adw_bin_set_child (self->update_bin, hc_trial_update_group_new (desk));
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
