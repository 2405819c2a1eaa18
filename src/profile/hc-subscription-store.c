/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-subscription-store.h"

#include "hc-subscription-private.h"
#include "hc-timestamp.h"

/**
 * HcSubscriptionStore:
 *
 * The feeds that the person reads, a #GListModel of #HcSubscription, the newest first. It shows what the disk
 * holds.
 */
struct _HcSubscriptionStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcSubscriptionStore, hc_subscription_store, HC_TYPE_STORE)

static const char *const other_columns[] = { NULL };

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_subscription_get_fields (&n_fields);

  hc_statement_bind_text (statement, ":id", hc_subscription_get_id (item));
  hc_timestamp_bind (statement, ":created", hc_subscription_get_created (item));
  hc_timestamp_bind (statement, ":changed", hc_subscription_get_changed (item));

  return hc_text_fields_bind (fields, n_fields, statement, hc_subscription_get_details (item), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_subscription_get_fields (&n_fields);
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcSubscriptionDetails details = { 0 };
  HcSubscription *subscription;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  subscription = _hc_subscription_new_with_id (hc_statement_get_text (statement, "id"));
  hc_text_fields_read (fields, n_fields, statement, &details);
  _hc_subscription_set_saved (subscription, &details, created, changed);
  hc_text_fields_clear (fields, n_fields, &details);

  return subscription;
}

static const char *
get_key (gpointer item)
{
  return hc_subscription_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_subscription_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_subscription_set_saved (item, hc_subscription_get_details (saved), hc_subscription_get_created (saved),
                              hc_subscription_get_changed (saved));
}

static void
hc_subscription_store_class_init (HcSubscriptionStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);
  guint n_fields;
  const HcTextField *fields = _hc_subscription_get_fields (&n_fields);

  store_class->item_type = HC_TYPE_SUBSCRIPTION;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;
  store_class->tells_changes = TRUE;

  store_class->select_sql = "SELECT * FROM subscription ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM subscription WHERE id = :key";
  store_class->save_sql = hc_text_fields_dup_save (fields, n_fields, "subscription", other_columns);
}

static void
hc_subscription_store_init (HcSubscriptionStore *self)
{
}

/**
 * hc_subscription_store_save_async:
 * @self: the subscriptions
 * @subscription: a subscription, new, saved or removed
 * @details: what it is to say from now on, copied; no two have the same address
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a subscription. Only after that it says @details and is in the list. One that was removed comes back
 * with the dates that it had.
 */
void
hc_subscription_store_save_async (HcSubscriptionStore         *self,
                                  HcSubscription              *subscription,
                                  const HcSubscriptionDetails *details,
                                  GAsyncReadyCallback         callback,
                                  gpointer                    user_data)
{
  HcSubscription *wanted;

  g_return_if_fail (HC_IS_SUBSCRIPTION_STORE (self));
  g_return_if_fail (HC_IS_SUBSCRIPTION (subscription));
  g_return_if_fail (details != NULL);

  wanted = _hc_subscription_new_with_id (hc_subscription_get_id (subscription));
  _hc_subscription_set_saved (wanted, details, hc_subscription_get_created (subscription),
                              hc_subscription_get_changed (subscription));

  hc_store_save_async (HC_STORE (self), subscription, wanted, callback, user_data);
}

/**
 * hc_subscription_store_save_finish:
 * @self: the subscriptions
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the subscription is as it was before
 */
gboolean
hc_subscription_store_save_finish (HcSubscriptionStore  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_subscription_store_remove_async:
 * @self: the subscriptions
 * @subscription: one of them; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a subscription. To undo it, save @subscription again with the details that it has.
 */
void
hc_subscription_store_remove_async (HcSubscriptionStore  *self,
                                    HcSubscription       *subscription,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (HC_IS_SUBSCRIPTION (subscription));

  hc_store_remove_async (HC_STORE (self), subscription, callback, user_data);
}

/**
 * hc_subscription_store_remove_finish:
 * @self: the subscriptions
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the subscription is gone
 */
gboolean
hc_subscription_store_remove_finish (HcSubscriptionStore  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}

/**
 * hc_subscription_store_find:
 * @self: the subscriptions
 * @address: the address of a feed
 *
 * Returns: (transfer none) (nullable): the subscription to that address
 */
HcSubscription *
hc_subscription_store_find (HcSubscriptionStore *self,
                            const char          *address)
{
  guint n;

  g_return_val_if_fail (HC_IS_SUBSCRIPTION_STORE (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSubscription) subscription = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (hc_subscription_get_details (subscription)->address, address))
        return subscription;
    }

  return NULL;
}
