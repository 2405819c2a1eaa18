/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-operations.h"

#include <glib/gi18n.h>

static void
dismiss (GObject             *store,
         GObject             *item,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  hc_alert_store_set_state_async (HC_ALERT_STORE (store), HC_ALERT (item), HC_ALERT_DISMISSED, callback, user_data);
}

static void
make_read (GObject             *store,
           GObject             *item,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  hc_alert_store_set_state_async (HC_ALERT_STORE (store), HC_ALERT (item), HC_ALERT_READ, callback, user_data);
}

static void
make_unread (GObject             *store,
             GObject             *item,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  hc_alert_store_set_state_async (HC_ALERT_STORE (store), HC_ALERT (item), HC_ALERT_UNREAD, callback, user_data);
}

static gboolean
finish (GObject       *store,
        GAsyncResult  *result,
        GError       **error)
{
  return hc_alert_store_set_state_finish (HC_ALERT_STORE (store), result, error);
}

/**
 * hc_dismiss_alert_new:
 * @store: the alerts
 * @alert: one of them that was not dismissed
 *
 * Returns: (transfer full): the operation that dismisses the alert; undone, it is in the state that it is in now
 */
HcOperation *
hc_dismiss_alert_new (HcAlertStore *store,
                      HcAlert      *alert)
{
  static const HcOperationFuncs of_read = { dismiss, finish, make_read, finish };
  static const HcOperationFuncs of_unread = { dismiss, finish, make_unread, finish };

  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  return hc_operation_new (_("Alert dismissed"), G_OBJECT (store), G_OBJECT (alert),
                           hc_alert_get_state (alert) == HC_ALERT_UNREAD ? &of_unread : &of_read);
}
