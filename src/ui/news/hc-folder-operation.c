/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-folder-operation.h"

#include <glib/gi18n.h>

/* Another name for a folder, or none. A folder is nothing but a word that its feeds share: they change one after the
 * other, all or nothing. */

#define HC_TYPE_FOLDER_CHANGE (hc_folder_change_get_type ())

G_DECLARE_FINAL_TYPE (HcFolderChange, hc_folder_change, HC, FOLDER_CHANGE, GObject)

struct _HcFolderChange
{
  GObject    parent_instance;

  GPtrArray *subscriptions; /* of HcSubscription, those that are in the folder */
  char      *before;
  char      *after;
};

G_DEFINE_FINAL_TYPE (HcFolderChange, hc_folder_change, G_TYPE_OBJECT)

static void
hc_folder_change_finalize (GObject *object)
{
  HcFolderChange *self = HC_FOLDER_CHANGE (object);

  g_ptr_array_unref (self->subscriptions);
  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (hc_folder_change_parent_class)->finalize (object);
}

static void
hc_folder_change_class_init (HcFolderChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_folder_change_finalize;
}

static void
hc_folder_change_init (HcFolderChange *self)
{
  self->subscriptions = g_ptr_array_new_with_free_func (g_object_unref);
}

typedef struct
{
  HcFolderChange *change;
  guint           n_done;
  gboolean        is_back; /* whether they get their old folder again */
  GError         *error;   /* why not all could be saved */
} Move;

static void
move_free (Move *move)
{
  g_object_unref (move->change);
  g_clear_error (&move->error);
  g_free (move);
}

static void
put (HcSubscriptionStore *store,
     HcFolderChange      *change,
     guint                place,
     gboolean             is_back,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  HcSubscription *subscription = g_ptr_array_index (change->subscriptions, place);
  HcSubscriptionDetails details = *hc_subscription_get_details (subscription);

  details.folder = is_back ? change->before : change->after;
  hc_subscription_store_save_async (store, subscription, &details, callback, user_data);
}

/* Ends when all are as they were, as far as the disk lets. */
static void
take_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Move *move = g_task_get_task_data (task);
  HcSubscriptionStore *store = HC_SUBSCRIPTION_STORE (source);

  if (result != NULL)
    hc_subscription_store_save_finish (store, result, NULL);

  if (move->n_done == 0)
    g_task_return_error (task, g_steal_pointer (&move->error));
  else
    put (store, move->change, --move->n_done, !move->is_back, take_back_cb, g_steal_pointer (&task));
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Move *move = g_task_get_task_data (task);
  HcSubscriptionStore *store = HC_SUBSCRIPTION_STORE (source);

  if (!hc_subscription_store_save_finish (store, result, &move->error))
    take_back_cb (source, NULL, g_steal_pointer (&task));
  else if (++move->n_done < move->change->subscriptions->len)
    put (store, move->change, move->n_done, move->is_back, put_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
move_all (GObject             *store,
          GObject             *item,
          gboolean             is_back,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Move *move = g_new0 (Move, 1);

  move->change = g_object_ref (HC_FOLDER_CHANGE (item));
  move->is_back = is_back;
  g_task_set_source_tag (task, move_all);
  g_task_set_task_data (task, move, (GDestroyNotify) move_free);
  put (HC_SUBSCRIPTION_STORE (store), move->change, 0, is_back, put_cb, task);
}

static void
change_folder (GObject             *store,
               GObject             *item,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  move_all (store, item, FALSE, callback, user_data);
}

static void
change_folder_back (GObject             *store,
                    GObject             *item,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  move_all (store, item, TRUE, callback, user_data);
}

static gboolean
move_all_finish (GObject       *store,
                 GAsyncResult  *result,
                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_folder_operation_new:
 * @news: the news
 * @folder: the name of a folder
 * @name: what it is to be called; empty to have its feeds in no folder
 *
 * The name may be that of another folder: then the feeds of both stand together.
 *
 * Returns: (transfer full) (nullable): the operation that renames or removes it; %NULL when there is no such folder,
 *   or it is called so
 */
HcOperation *
hc_folder_operation_new (HcNews     *news,
                         const char *folder,
                         const char *name)
{
  static const HcOperationFuncs funcs = { change_folder, move_all_finish, change_folder_back, move_all_finish };
  g_autoptr (HcFolderChange) change = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) feeds = NULL;
  HcStore *store;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (folder != NULL && *folder != '\0', NULL);
  g_return_val_if_fail (name != NULL, NULL);

  store = HC_STORE (hc_profile_get_subscriptions (hc_news_get_profile (news)));
  feeds = hc_news_list_feeds (news, folder);
  if (feeds[0] == NULL || g_str_equal (folder, name))
    return NULL;

  change = g_object_new (HC_TYPE_FOLDER_CHANGE, NULL);
  change->before = g_strdup (folder);
  change->after = g_strdup (name);
  for (guint i = 0; feeds[i] != NULL; i++)
    g_ptr_array_add (change->subscriptions, g_object_ref (hc_store_lookup (store, feeds[i])));

  /* Translators: %s is the name of a folder with feeds. */
  words = *name == '\0' ? g_strdup_printf (_("Folder “%s” removed; its feeds stay"), folder)
                        /* Translators: %s is the name of a folder with feeds. */
                        : g_strdup_printf (_("Folder renamed to “%s”"), name);

  return hc_operation_new (words, G_OBJECT (store), G_OBJECT (change), &funcs);
}
