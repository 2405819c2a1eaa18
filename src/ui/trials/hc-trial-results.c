/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-results.h"

#include <glib/gi18n.h>

#include "hc-navigation.h"
#include "hc-trial-filter.h"
#include "hc-trial-row.h"
#include "hc-trial-words.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

/* So many trials are looked for with words. */
#define MAX_FOUND 300

/**
 * HcTrialResults:
 *
 * The trials in three groups by how they fit, or those of them that have the words that were typed. The trials are
 * compared with the person in a thread; until then the list shows what it showed before.
 */
struct _HcTrialResults
{
  AdwNavigationPage  parent_instance;

  HcTrialDesk       *desk;
  HcTrialMatches    *found;     /* what has the words; NULL without words */
  HcTrialMatches    *shown;     /* of the desk, or what was found */
  GCancellable      *searching; /* NULL: nothing is under way */
  GError            *error;     /* of the search */
  GtkCustomFilter   *filter;
  GListModel        *trials;    /* HcTrialMatch, in sections, filtered */
  GListStore        *groups;    /* of GListModel */

  GtkEditable       *search_entry;
  GtkDropDown       *status_down;
  GtkDropDown       *phase_down;
  GtkDropDown       *distance_down;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkListView       *view;
  AdwStatusPage     *fault_page;
  GtkRevealer       *compare_revealer;
  GtkButton         *compare_button;
  GtkWidget         *clear_button;
};

G_DEFINE_FINAL_TYPE (HcTrialResults, hc_trial_results, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_searched (HcTrialResults *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  return *text != '\0';
}

static gboolean
has_filter (HcTrialResults *self)
{
  return gtk_drop_down_get_selected (self->status_down) > 0 || gtk_drop_down_get_selected (self->phase_down) > 0 ||
         gtk_drop_down_get_selected (self->distance_down) > 0;
}

static void
update_compared (HcTrialResults *self)
{
  guint n = hc_trial_desk_get_compared (self->desk)->len;
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "Compare %u Trial", "Compare %u Trials", n), n);

  gtk_revealer_set_reveal_child (self->compare_revealer, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_revealer), n > 0);
  gtk_button_set_label (self->compare_button, label);
  hc_wrapped_button_set (GTK_WIDGET (self->compare_button));
}

static void
update (HcTrialResults *self)
{
  const GError *error = self->error != NULL ? self->error : hc_trial_desk_get_error (self->desk);
  gboolean has_city = hc_trial_desk_get_city (self->desk) != NULL;
  const char *name;

  update_compared (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->distance_down), has_city);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->distance_down),
                               has_city ? NULL : _("Choose a city in My Match first"));
  if (!has_city)
    gtk_drop_down_set_selected (self->distance_down, 0);

  if (error != NULL)
    {
      adw_status_page_set_description (self->fault_page, hc_trial_words_for_error (error));
      name = "fault";
    }
  else if (g_list_model_get_n_items (self->trials) > 0)
    name = "list";
  else if (self->shown == NULL || self->searching != NULL || hc_trial_desk_is_matching (self->desk))
    name = "wait";
  else
    name = is_searched (self) || has_filter (self) ? "nothing" : "empty";

  if (g_str_equal (name, "list") && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0)
    hc_navigation_begin_at_top (self->scroller);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
announce (HcTrialResults *self)
{
  guint n = g_list_model_get_n_items (self->trials);
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u trial", "%u trials", n), n);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/* Shows other trials; a group is a section of the list. */
static void
show (HcTrialResults *self,
      HcTrialMatches *matches)
{
  gpointer groups[HC_TRIAL_N_FITS];

  if (!g_set_object (&self->shown, matches))
    return;

  for (guint i = 0; matches != NULL && i < HC_TRIAL_N_FITS; i++)
    groups[i] = hc_trial_matches_get_group (matches, (HcTrialFit) i);

  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->groups)), groups,
                       matches != NULL ? HC_TRIAL_N_FITS : 0);
  if (g_list_model_get_n_items (self->trials) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  hc_navigation_begin_at_top (self->scroller);
}

static void
stop (HcTrialResults *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcTrialResults) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialMatches) matches = hc_trial_matches_load_finish (result, &error);

  /* Other words were typed meanwhile, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;

  g_clear_object (&self->searching);
  self->error = g_steal_pointer (&error);
  if (matches != NULL)
    {
      g_set_object (&self->found, matches);
      show (self, matches);
    }
  update (self);
  announce (self);
}

/* The words are looked up at once, and what has them is compared with the person in a thread. */
static void
search (HcTrialResults *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  HcTrialCatalog *catalog = hc_trial_desk_get_catalog (self->desk);
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_auto (GStrv) ncts = NULL;
  HcTrialPatient patient;

  stop (self);
  g_clear_error (&self->error);

  if (*text == '\0')
    {
      g_clear_object (&self->found);
      show (self, hc_trial_desk_get_matches (self->desk));
      update (self);
      return;
    }

  items = hc_trial_catalog_search (catalog, text, MAX_FOUND, &self->error);
  if (items == NULL)
    {
      update (self);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HcTrialItem) item = g_list_model_get_item (items, i);

      g_strv_builder_add (numbers, hc_trial_item_get_details (item)->nct);
    }

  ncts = g_strv_builder_end (numbers);
  self->searching = g_cancellable_new ();
  hc_trial_desk_fill_patient (self->desk, &patient);
  hc_trial_matches_load_async (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (catalog)), (const char *const *) ncts,
                               &patient, MAX_FOUND, self->searching, found_cb, g_object_ref (self));
}

static void
search_changed_cb (HcTrialResults *self)
{
  search (self);
}

static void
matched_cb (HcTrialResults *self)
{
  if (is_searched (self))
    search (self);
  else
    show (self, hc_trial_desk_get_matches (self->desk));
  update (self);
}

static void
filter_changed_cb (HcTrialResults *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
  announce (self);
}

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  HcTrialResults *self = user_data;

  return hc_trial_filter_matches (item, gtk_drop_down_get_selected (self->status_down),
                                  gtk_drop_down_get_selected (self->phase_down),
                                  gtk_drop_down_get_selected (self->distance_down));
}

static void
clear_cb (HcTrialResults *self)
{
  gtk_drop_down_set_selected (self->status_down, 0);
  gtk_drop_down_set_selected (self->phase_down, 0);
  gtk_drop_down_set_selected (self->distance_down, 0);
  gtk_editable_set_text (self->search_entry, "");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
stop_search_cb (HcTrialResults *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
retry_cb (HcTrialResults *self)
{
  search (self);
  hc_trial_desk_match (self->desk);
}

static void
activated_cb (HcTrialResults *self,
              guint           position)
{
  g_autoptr (HcTrialMatch) match = g_list_model_get_item (self->trials, position);
  g_autofree char *link = match != NULL
    ? g_strconcat (HC_LINK_SCHEME ":trial/", hc_trial_match_get_nct (match), NULL) : NULL;

  if (link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
search_activated_cb (HcTrialResults *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
setup_cb (HcTrialResults *self,
          GtkListItem    *item)
{
  gtk_list_item_set_child (item, hc_trial_row_new (self->desk));
}

static void
bind_cb (HcTrialResults *self,
         GtkListItem    *item)
{
  HcTrialMatch *match = gtk_list_item_get_item (item);
  g_autofree char *words = hc_trial_words_dup_match (match);

  hc_trial_row_show (HC_TRIAL_ROW (gtk_list_item_get_child (item)), match, NULL);
  gtk_list_item_set_accessible_label (item, words);
}

static void
unbind_cb (HcTrialResults *self,
           GtkListItem    *item)
{
  hc_trial_row_show (HC_TRIAL_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* The name of a group, and below it what that means. */
static void
setup_heading_cb (HcTrialResults *self,
                  GtkListHeader  *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new_heading ("", "heading"));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (NULL, "body"));
  gtk_list_header_set_child (header, box);
}

/* How many of a group there are; of very many only the nearest are listed. */
static void
bind_heading_cb (HcTrialResults *self,
                 GtkListHeader  *header)
{
  HcTrialFit fit = hc_trial_match_get_fit (gtk_list_header_get_item (header));
  guint n = gtk_list_header_get_n_items (header), n_all = hc_trial_matches_count (self->shown, fit);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  g_autofree char *title = NULL;

  if (n == n_all)
    /* Translators: a group of trials, "May fit", and how many they are. */
    title = g_strdup_printf (_("%s: %'u"), hc_trial_words_for_fit (fit), n);
  else
    /* Translators: a group of trials, "May fit", how many of them are listed, and how many there are. */
    title = g_strdup_printf (_("%s: %'u of %'u"), hc_trial_words_for_fit (fit), n, n_all);

  gtk_label_set_label (GTK_LABEL (heading), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (heading)), hc_trial_words_for_group (fit));
}

static void
hc_trial_results_dispose (GObject *object)
{
  HcTrialResults *self = HC_TRIAL_RESULTS (object);

  stop (self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TRIAL_RESULTS);
  g_clear_object (&self->filter);
  g_clear_object (&self->trials);
  g_clear_object (&self->groups);
  g_clear_object (&self->found);
  g_clear_object (&self->shown);
  g_clear_object (&self->desk);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hc_trial_results_parent_class)->dispose (object);
}

static void
hc_trial_results_class_init (HcTrialResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_trial_results_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/trials/hc-trial-results.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, status_down);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, phase_down);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, distance_down);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, stack);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, view);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, fault_page);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, compare_revealer);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, compare_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialResults, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading_cb);
}

static void
set_choices (GtkDropDown   *down,
             GtkStringList *choices)
{
  gtk_drop_down_set_model (down, G_LIST_MODEL (choices));
  g_object_unref (choices);
}

static void
hc_trial_results_init (HcTrialResults *self)
{
  GtkFlattenListModel *all;
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->clear_button);
  set_choices (self->status_down, hc_trial_filter_list_statuses ());
  set_choices (self->phase_down, hc_trial_filter_list_phases ());
  set_choices (self->distance_down, hc_trial_filter_list_distances ());

  self->groups = g_list_store_new (G_TYPE_LIST_MODEL);
  self->filter = gtk_custom_filter_new (filter_func, self, NULL);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->groups)));
  self->trials = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (all),
                                                          GTK_FILTER (g_object_ref (self->filter))));
  selection = gtk_no_selection_new (g_object_ref (self->trials));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->stack));
}

/**
 * hc_trial_results_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): the page
 */
HcTrialResults *
hc_trial_results_new (HcTrialDesk *desk)
{
  HcTrialResults *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_RESULTS, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "matched", G_CALLBACK (matched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  matched_cb (self);

  return self;
}

/**
 * hc_trial_results_search:
 * @self: a page
 * @text: what is looked for
 *
 * Searches as if it had been typed.
 */
void
hc_trial_results_search (HcTrialResults *self,
                         const char     *text)
{
  g_return_if_fail (HC_IS_TRIAL_RESULTS (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->search_entry, text);
  search (self);
}

/**
 * hc_trial_results_focus_search:
 * @self: a page
 *
 * Puts the cursor into the entry that searches.
 */
void
hc_trial_results_focus_search (HcTrialResults *self)
{
  g_return_if_fail (HC_IS_TRIAL_RESULTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
