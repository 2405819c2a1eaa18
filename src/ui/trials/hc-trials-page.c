/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trials-page.h"

#include <glib/gi18n.h>

#include "hc-navigation.h"
#include "hc-trial-compare.h"
#include "hc-trial-home.h"
#include "hc-trial-page.h"
#include "hc-trial-results.h"
#include "hc-trial-saved-list.h"

/**
 * HcTrialsPage:
 *
 * Clinical Trials: what to know first, those that may fit, those that were saved. It opens `trials`, `trials?q=WORDS`
 * and `trials?show=results`, `saved` or `compare`, and `trial/NCT00000000`. Its actions are `trials.home`,
 * `trials.results`, `trials.saved`, `trials.compare` and `trials.clear-compared`.
 */
struct _HcTrialsPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation;
  HcTrialDesk       *desk;
  HcTrialHome       *home;
  HcTrialResults    *results;  /* NULL until they are opened, and so are those below */
  HcTrialSavedList  *saved;
  HcTrialCompare    *compare;
  HcTrialPage       *trial;
};

G_DEFINE_FINAL_TYPE (HcTrialsPage, hc_trials_page, HC_TYPE_PAGE)

static gboolean
is_visible (HcTrialsPage *self,
            gpointer      page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
update_link (HcTrialsPage *self)
{
  if (is_visible (self, self->trial))
    {
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":trial/", hc_trial_page_get_nct (self->trial), NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (is_visible (self, self->results))
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":trials?show=results");
  else if (is_visible (self, self->saved))
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":trials?show=saved");
  else
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":trials");
}

static void
show_results (HcTrialsPage *self)
{
  if (self->results == NULL)
    {
      self->results = hc_trial_results_new (self->desk);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->results));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->results));
}

static void
show_saved (HcTrialsPage *self)
{
  if (self->saved == NULL)
    {
      self->saved = hc_trial_saved_list_new (self->desk);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->saved));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->saved));
}

static void
show_compare (HcTrialsPage *self)
{
  if (self->compare == NULL)
    {
      self->compare = hc_trial_compare_new (self->desk);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->compare));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->compare));
}

static gboolean
show_trial (HcTrialsPage  *self,
            const char    *nct,
            GError       **error)
{
  if (nct == NULL || !hc_trial_nct_is_valid (nct))
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such trial"));
      return FALSE;
    }

  if (self->trial == NULL)
    {
      self->trial = hc_trial_page_new (self->desk);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->trial));
    }

  if (!hc_trial_page_show (self->trial, nct, error))
    return FALSE;

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->trial));

  return TRUE;
}

static gboolean
hc_trials_page_open (HcPage  *page,
                     HcLink  *link,
                     GError **error)
{
  HcTrialsPage *self = HC_TRIALS_PAGE (page);
  const char *text = g_hash_table_lookup (link->query, "q");
  const char *part = g_hash_table_lookup (link->query, "show");
  gboolean opened = TRUE;

  if (g_str_equal (link->place, "trial"))
    opened = show_trial (self, link->id, error);
  else if (text != NULL)
    {
      show_results (self);
      hc_trial_results_search (self->results, text);
    }
  else if (g_strcmp0 (part, "results") == 0)
    show_results (self);
  else if (g_strcmp0 (part, "saved") == 0)
    show_saved (self);
  else if (g_strcmp0 (part, "compare") == 0)
    show_compare (self);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "home");

  update_link (self);

  return opened;
}

static void
hc_trials_page_focus_search (HcPage *page)
{
  HcTrialsPage *self = HC_TRIALS_PAGE (page);

  show_results (self);
  hc_trial_results_focus_search (self->results);
}

static void
home_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  adw_navigation_view_pop_to_tag (HC_TRIALS_PAGE (widget)->navigation, "home");
}

static void
results_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_results (HC_TRIALS_PAGE (widget));
}

static void
saved_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  show_saved (HC_TRIALS_PAGE (widget));
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_compare (HC_TRIALS_PAGE (widget));
}

static void
clear_compared_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  HcTrialsPage *self = HC_TRIALS_PAGE (widget);
  GPtrArray *compared = hc_trial_desk_get_compared (self->desk);

  while (compared->len > 0)
    {
      g_autofree char *nct = g_strdup (g_ptr_array_index (compared, compared->len - 1));

      hc_trial_desk_set_compared (self->desk, nct, FALSE);
    }
}

static void
hc_trials_page_constructed (GObject *object)
{
  HcTrialsPage *self = HC_TRIALS_PAGE (object);

  G_OBJECT_CLASS (hc_trials_page_parent_class)->constructed (object);

  self->desk = hc_trial_desk_new (hc_page_get_context (HC_PAGE (self)));
  self->home = hc_trial_home_new (self->desk);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
}

static void
hc_trials_page_dispose (GObject *object)
{
  g_clear_object (&HC_TRIALS_PAGE (object)->desk);

  G_OBJECT_CLASS (hc_trials_page_parent_class)->dispose (object);
}

static void
hc_trials_page_class_init (HcTrialsPageClass *klass)
{
  static const char *const places[] = { "trials", "trial", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_trials_page_constructed;
  object_class->dispose = hc_trials_page_dispose;

  page_class->section = HC_SECTION_CONNECT;
  page_class->title = N_("Clinical Trials");
  page_class->icon_name = "hc-trials-symbolic";
  page_class->places = places;
  page_class->open = hc_trials_page_open;
  page_class->focus_search = hc_trials_page_focus_search;

  gtk_widget_class_install_action (widget_class, "trials.home", NULL, home_action);
  gtk_widget_class_install_action (widget_class, "trials.results", NULL, results_action);
  gtk_widget_class_install_action (widget_class, "trials.saved", NULL, saved_action);
  gtk_widget_class_install_action (widget_class, "trials.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "trials.clear-compared", NULL, clear_compared_action);
}

static void
hc_trials_page_init (HcTrialsPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
