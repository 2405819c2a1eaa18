/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-saved-list.h"

#include <glib/gi18n.h>

#include "hc-trial-changes.h"
#include "hc-trial-json.h"
#include "hc-trial-operations.h"
#include "hc-trial-row.h"
#include "hc-trial-words.h"
#include "hc-wrapped-button.h"

#define TRIAL_KEY "hc-saved-trial-handler"

/**
 * HcTrialSavedList:
 *
 * The trials that the person whose data is shown has saved, the newest first, with their notes.
 */
struct _HcTrialSavedList
{
  AdwNavigationPage  parent_instance;

  HcTrialDesk       *desk;
  GtkCustomFilter   *filter;
  GListModel        *trials; /* HcSavedTrial of the person */

  GtkStack          *stack;
  GtkListView       *view;
  GtkButton         *compare_button;
  GtkWidget         *see_button;
};

G_DEFINE_FINAL_TYPE (HcTrialSavedList, hc_trial_saved_list, ADW_TYPE_NAVIGATION_PAGE)

static void
update (HcTrialSavedList *self)
{
  guint n = hc_trial_desk_get_compared (self->desk)->len;
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "Compare %u Trial", "Compare %u Trials", n), n);

  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->trials) > 0 ? "list" : "empty");
  gtk_button_set_label (self->compare_button, label);
  hc_wrapped_button_set (GTK_WIDGET (self->compare_button));
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), n > 0);
}

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  HcTrialSavedList *self = user_data;
  HcCurrentPerson *person = hc_context_get_person (hc_trial_desk_get_context (self->desk));

  return hc_current_person_owns (person, hc_saved_trial_get_details (item)->person);
}

static void
person_changed_cb (HcTrialSavedList *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static gboolean
has_changed (const HcTrial *copy,
             const HcTrial *now)
{
  g_autoptr (HcTrialChanges) changes = hc_trial_changes_new (copy, now);

  return g_strcmp0 (copy->updated, now->updated) <= 0 && !hc_trial_changes_is_empty (changes);
}

/* When it was saved, whether it says something else now, and the note. */
static char *
dup_remark (HcSavedTrial  *saved,
            const HcTrial *copy,
            const HcTrial *now)
{
  const char *note = hc_saved_trial_get_details (saved)->note;
  g_autofree char *day = hc_trial_words_dup_day (hc_saved_trial_get_created (saved));
  GString *words = g_string_new (NULL);

  /* Translators: %s is a day. */
  g_string_append_printf (words, _("Saved on %s."), day);
  if (copy != NULL && now != NULL && has_changed (copy, now))
    g_string_append_printf (words, " %s", _("It has changed since then."));
  if (note != NULL && *note != '\0')
    {
      g_string_append_c (words, '\n');
      /* Translators: %s is what the person has written down. */
      g_string_append_printf (words, _("My note: %s"), note);
    }

  return g_string_free_and_steal (words);
}

static void
show_item (HcTrialSavedList *self,
           GtkListItem      *item)
{
  HcSavedTrial *saved = gtk_list_item_get_item (item);
  const HcSavedTrialDetails *details = hc_saved_trial_get_details (saved);
  HcTrialRow *row = HC_TRIAL_ROW (gtk_list_item_get_child (item));
  gboolean is_listed = FALSE;
  g_autoptr (HcTrial) copy = hc_trial_json_read (details->copy, NULL);
  g_autoptr (HcTrial) now = hc_trial_load (self->desk, details->nct, &is_listed);
  g_autofree char *remark = dup_remark (saved, copy, now);
  g_autoptr (HcTrialMatch) match = NULL;
  g_autofree char *words = NULL, *all = NULL;

  if (now == NULL)
    {
      /* A copy that came with a damaged backup: its note can still be read. */
      now = hc_trial_new ();
      now->nct = g_strdup (details->nct);
      now->title = g_strdup (details->title);
    }

  match = hc_trial_desk_match_trial (self->desk, now, is_listed);
  words = hc_trial_words_dup_match (match);
  all = g_strconcat (words, ". ", remark, NULL);
  hc_trial_row_show (row, match, remark);
  gtk_list_item_set_accessible_label (item, all);
}

static void
item_changed_cb (HcSavedTrial *saved,
                 GtkListItem  *item)
{
  HcTrialSavedList *self = g_object_get_data (G_OBJECT (item), TRIAL_KEY);

  if (gtk_list_item_get_item (item) == saved)
    show_item (self, item);
}

/* Other trials are here, or something else is known of the person. */
static void
matched_cb (GtkListItem *item)
{
  if (gtk_list_item_get_item (item) != NULL)
    show_item (g_object_get_data (G_OBJECT (item), TRIAL_KEY), item);
}

static void
setup_cb (HcTrialSavedList *self,
          GtkListItem      *item)
{
  g_object_set_data (G_OBJECT (item), TRIAL_KEY, self);
  g_signal_connect_object (self->desk, "matched", G_CALLBACK (matched_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, hc_trial_row_new (self->desk));
}

static void
bind_cb (HcTrialSavedList *self,
         GtkListItem      *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (item_changed_cb), item,
                           G_CONNECT_DEFAULT);
  show_item (self, item);
}

static void
unbind_cb (HcTrialSavedList *self,
           GtkListItem      *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), item_changed_cb, item);
  hc_trial_row_show (HC_TRIAL_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
activated_cb (HcTrialSavedList *self,
              guint             position)
{
  g_autoptr (HcSavedTrial) saved = g_list_model_get_item (self->trials, position);
  g_autofree char *link = saved != NULL
    ? g_strconcat (HC_LINK_SCHEME ":trial/", hc_saved_trial_get_details (saved)->nct, NULL) : NULL;

  if (link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
hc_trial_saved_list_dispose (GObject *object)
{
  HcTrialSavedList *self = HC_TRIAL_SAVED_LIST (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TRIAL_SAVED_LIST);
  g_clear_object (&self->filter);
  g_clear_object (&self->trials);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hc_trial_saved_list_parent_class)->dispose (object);
}

static void
hc_trial_saved_list_class_init (HcTrialSavedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_trial_saved_list_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/trials/hc-trial-saved-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTrialSavedList, stack);
  gtk_widget_class_bind_template_child (widget_class, HcTrialSavedList, view);
  gtk_widget_class_bind_template_child (widget_class, HcTrialSavedList, compare_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialSavedList, see_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
hc_trial_saved_list_init (HcTrialSavedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->see_button);
}

/**
 * hc_trial_saved_list_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): the page
 */
HcTrialSavedList *
hc_trial_saved_list_new (HcTrialDesk *desk)
{
  HcTrialSavedList *self;
  HcContext *context;
  GListModel *store;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_SAVED_LIST, NULL);
  self->desk = g_object_ref (desk);
  context = hc_trial_desk_get_context (desk);
  store = G_LIST_MODEL (hc_profile_get_saved_trials (hc_context_get_profile (context)));
  self->filter = gtk_custom_filter_new (filter_func, self, NULL);
  self->trials = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (store),
                                                          GTK_FILTER (g_object_ref (self->filter))));
  selection = gtk_no_selection_new (g_object_ref (self->trials));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
