/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-operations.h"

#include <glib/gi18n.h>

/* The log is in memory: what is done to it is done at once. */
static void
end (GObject             *store,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

static void
clear (GObject             *store,
       GObject             *item,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  hc_network_log_clear (HC_NETWORK_LOG (store));
  end (store, callback, user_data);
}

static void
restore (GObject             *store,
         GObject             *item,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  hc_network_log_restore (HC_NETWORK_LOG (store), G_LIST_MODEL (item));
  end (store, callback, user_data);
}

static gboolean
finish (GObject       *store,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_clear_network_log_new:
 * @log: a log
 *
 * Returns: (transfer full): the operation that clears the log; undone, it brings back what is in it now
 */
HcOperation *
hc_clear_network_log_new (HcNetworkLog *log)
{
  static const HcOperationFuncs funcs = { clear, finish, restore, finish };
  g_autoptr (GListStore) entries = g_list_store_new (HC_TYPE_NETWORK_ENTRY);

  g_return_val_if_fail (HC_IS_NETWORK_LOG (log), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (log)); i++)
    {
      g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (G_LIST_MODEL (log), i);

      g_list_store_append (entries, entry);
    }

  return hc_operation_new (_("Network log cleared"), G_OBJECT (log), G_OBJECT (entries), &funcs);
}
