/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-alerts.h"

#include <glib/gi18n.h>

#include "hc-due-list.h"

/**
 * HcDueAlerts:
 *
 * The recalls and warnings about the medicines of the current person that nobody has read, for those who gather what
 * is due: a #GListModel of at most one #HcDueItem, which leads to all of them.
 */
struct _HcDueAlerts
{
  GObject          parent_instance;

  HcProfile       *profile;
  HcCurrentPerson *person;
  HcDueItem       *item; /* NULL: nothing is unread */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDueAlerts, hc_due_alerts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
hc_due_alerts_get_item_type (GListModel *model)
{
  return HC_TYPE_DUE_ITEM;
}

static guint
hc_due_alerts_get_n_items (GListModel *model)
{
  return HC_DUE_ALERTS (model)->item != NULL ? 1 : 0;
}

static gpointer
hc_due_alerts_get_item (GListModel *model,
                        guint       position)
{
  HcDueAlerts *self = HC_DUE_ALERTS (model);

  return position == 0 && self->item != NULL ? g_object_ref (self->item) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_due_alerts_get_item_type;
  iface->get_n_items = hc_due_alerts_get_n_items;
  iface->get_item = hc_due_alerts_get_item;
}

static void
hc_due_alerts_finalize (GObject *object)
{
  HcDueAlerts *self = HC_DUE_ALERTS (object);

  g_clear_object (&self->item);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (hc_due_alerts_parent_class)->finalize (object);
}

static void
hc_due_alerts_class_init (HcDueAlertsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_due_alerts_finalize;
}

static void
hc_due_alerts_init (HcDueAlerts *self)
{
}

/* Returns: (transfer full): the ids of the medicines of the person */
static GStrv
dup_medicines (HcDueAlerts *self)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (self->profile));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (hc_current_person_owns (self->person, hc_medicine_get_details (medicine)->person))
        g_strv_builder_add (ids, hc_medicine_get_id (medicine));
    }

  return g_strv_builder_end (ids);
}

static HcDueItem *
make_item (HcDueAlerts *self,
           guint        n)
{
  HcPerson *person = hc_current_person_get (self->person);
  g_autofree char *title = NULL;

  if (person == NULL || hc_person_get_details (person)->is_user)
    title = g_strdup_printf (ngettext ("%u new alert about your medicines", "%u new alerts about your medicines", n),
                             n);
  else
    title = g_strdup_printf (ngettext ("%u new alert about these medicines",
                                       "%u new alerts about these medicines", n), n);

  return hc_due_item_new (title, NULL, "dialog-warning-symbolic", "health-center:alerts", NULL);
}

static void
update (HcDueAlerts *self)
{
  g_auto (GStrv) medicines = dup_medicines (self);
  guint n = hc_alert_store_count_unread (hc_profile_get_alerts (self->profile), (const char *const *) medicines);
  guint n_before = self->item != NULL ? 1 : 0;

  g_clear_object (&self->item);
  if (n > 0)
    self->item = make_item (self, n);

  if (n_before > 0 || n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n > 0 ? 1 : 0);
}

/**
 * hc_due_alerts_new:
 * @profile: the alerts, and the medicines that they are about
 * @person: whose medicines they are
 *
 * Returns: (transfer full): what of the alerts waits to be read
 */
HcDueAlerts *
hc_due_alerts_new (HcProfile       *profile,
                   HcCurrentPerson *person)
{
  HcDueAlerts *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);

  self = g_object_new (HC_TYPE_DUE_ALERTS, NULL);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);

  g_signal_connect_object (hc_profile_get_alerts (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
