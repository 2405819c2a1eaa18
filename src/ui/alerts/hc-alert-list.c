/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-list.h"

#include <string.h>

#include "hc-alert-words.h"

/**
 * HcAlertList:
 *
 * The alerts about the medicines of the current person: unread ones first, then read and dismissed ones, in each
 * part the gravest first. Those of medicines that were removed are left out. It emits `changed` when there are
 * others, or others were read.
 */
struct _HcAlertList
{
  GObject             parent_instance;

  GtkFilterListModel *mine;       /* all of the person */
  GtkFilterListModel *shown;      /* without those that were dismissed */
  GtkSortListModel   *sorted;
  GtkFilter          *filter;     /* of mine */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAlertList, hc_alert_list, G_TYPE_OBJECT)

static void
hc_alert_list_finalize (GObject *object)
{
  HcAlertList *self = HC_ALERT_LIST (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->shown);
  g_clear_object (&self->mine);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (hc_alert_list_parent_class)->finalize (object);
}

static void
hc_alert_list_class_init (HcAlertListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_alert_list_finalize;

  /**
   * HcAlertList::changed:
   *
   * There are other alerts, or others were read or dismissed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_alert_list_init (HcAlertList *self)
{
}

static gboolean
is_mine (gpointer item,
         gpointer context)
{
  HcMedicineStore *medicines = hc_profile_get_medicines (hc_context_get_profile (context));
  HcMedicine *medicine = hc_store_lookup (HC_STORE (medicines), hc_alert_get_details (item)->medicine);

  return medicine != NULL &&
         hc_current_person_owns (hc_context_get_person (context), hc_medicine_get_details (medicine)->person);
}

static gboolean
is_not_dismissed (gpointer item,
                  gpointer user_data)
{
  return hc_alert_get_state (item) != HC_ALERT_DISMISSED;
}

/* Of one state the gravest first, then the newest; the key makes the order certain. */
static int
compare_alerts (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  HcAlert *first = (HcAlert *) a;
  HcAlert *second = (HcAlert *) b;
  int order = (int) hc_alert_get_state (first) - (int) hc_alert_get_state (second);

  if (order == 0)
    order = (int) hc_alert_words_get_rank (first) - (int) hc_alert_words_get_rank (second);

  if (order == 0)
    order = strcmp (hc_alert_get_details (second)->published, hc_alert_get_details (first)->published);

  return order != 0 ? order : strcmp (hc_alert_get_key (first), hc_alert_get_key (second));
}

static void
filter_again (HcAlertList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
mine_changed_cb (HcAlertList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_alert_list_new:
 * @context: the profile and the current person
 *
 * Returns: (transfer full): a list, without those that were dismissed
 */
HcAlertList *
hc_alert_list_new (HcContext *context)
{
  HcAlertList *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_ALERT_LIST, NULL);
  profile = hc_context_get_profile (context);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_mine, g_object_ref (context), g_object_unref));
  self->mine = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (hc_profile_get_alerts (profile))),
                                          g_object_ref (self->filter));
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->mine)), NULL);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->shown)),
                                          GTK_SORTER (gtk_custom_sorter_new (compare_alerts, NULL, NULL)));
  hc_alert_list_set_with_dismissed (self, FALSE);

  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (filter_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (filter_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mine, "items-changed", G_CALLBACK (mine_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_alert_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none): the #HcAlert
 */
GListModel *
hc_alert_list_get_model (HcAlertList *self)
{
  g_return_val_if_fail (HC_IS_ALERT_LIST (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * hc_alert_list_set_with_dismissed:
 * @self: a list
 * @with_dismissed: whether the model has those, too, that were dismissed
 */
void
hc_alert_list_set_with_dismissed (HcAlertList *self,
                                  gboolean     with_dismissed)
{
  g_autoptr (GtkCustomFilter) filter = NULL;

  g_return_if_fail (HC_IS_ALERT_LIST (self));

  if (!with_dismissed)
    filter = gtk_custom_filter_new (is_not_dismissed, NULL, NULL);

  gtk_filter_list_model_set_filter (self->shown, GTK_FILTER (filter));
}

/**
 * hc_alert_list_count:
 * @self: a list
 * @state: whether they were seen
 *
 * Returns: how many alerts of the person there are in that state, also when the model has them not
 */
guint
hc_alert_list_count (HcAlertList  *self,
                     HcAlertState  state)
{
  GListModel *mine;
  guint count = 0;

  g_return_val_if_fail (HC_IS_ALERT_LIST (self), 0);

  mine = G_LIST_MODEL (self->mine);
  for (guint i = 0; i < g_list_model_get_n_items (mine); i++)
    {
      g_autoptr (HcAlert) alert = g_list_model_get_item (mine, i);

      count += hc_alert_get_state (alert) == state;
    }

  return count;
}
