/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-clock.h"
#include "hc-database-worker.h"

G_BEGIN_DECLS

#define HC_TYPE_STORE (hc_store_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcStore, hc_store, HC, STORE, GObject)

/**
 * HcStoreClass:
 * @item_type: the type of the items
 * @select_sql: gives all rows, the newest first
 * @save_sql: writes the row of an item and returns what the database holds then; `:now` is the time
 * @get_save_sql: (nullable): gives what is used in place of @save_sql for an item of which only a part is to be
 *   written, %NULL for any other
 * @delete_sql: deletes the row of `:key`
 * @keeps_shown: whether of two items with one key the one that is shown stays; otherwise the one
 *   that was saved takes its place
 * @tells_changes: whether the list says that it changed at the place of an item that was saved again, so that
 *   it is sorted and filtered anew; otherwise only the item itself says it
 * @get_key: gives what tells an item from all others and never changes
 * @get_time: gives the time by which the items are sorted; it does not change while one is shown
 * @apply: makes an item say what one says that was read
 * @bind_item: binds the parameters of @save_sql but `:now`; fails for values that may not be saved
 * @read_row: makes an item of a row of @select_sql or @save_sql
 *
 * What a subclass sets. @get_save_sql, @bind_item and @read_row are called in the thread of the database, for items
 * that nobody else has; the others in the main thread.
 */
struct _HcStoreClass
{
  GObjectClass  parent_class;

  GType         item_type;
  const char   *select_sql;
  const char   *save_sql;
  const char   *delete_sql;
  gboolean      keeps_shown;
  gboolean      tells_changes;

  const char * (*get_key)   (gpointer      item);
  GDateTime  * (*get_time)  (gpointer      item);
  const char * (*get_save_sql) (gpointer   item);
  void         (*apply)     (gpointer      item,
                             gpointer      saved);
  gboolean     (*bind_item) (HcStatement  *statement,
                             gpointer      item,
                             GError      **error);
  gpointer     (*read_row)  (HcStatement  *statement,
                             GError      **error);
};

HcStore   *hc_store_new           (GType                 type,
                                   HcDatabaseWorker     *worker,
                                   HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hc_store_read_all      (HcStore              *self,
                                   HcDatabase           *database,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void       hc_store_fill          (HcStore              *self,
                                   GPtrArray            *items);
gpointer   hc_store_lookup        (HcStore              *self,
                                   const char           *key);
void       hc_store_save_async    (HcStore              *self,
                                   gpointer              item,
                                   gpointer              wanted,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean   hc_store_save_finish   (HcStore              *self,
                                   GAsyncResult         *result,
                                   GError              **error);
void       hc_store_remove_async  (HcStore              *self,
                                   gpointer              item,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean   hc_store_remove_finish (HcStore              *self,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
