/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void     (*HcOperationStart)  (GObject             *store,
                                       GObject             *item,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
typedef gboolean (*HcOperationFinish) (GObject             *store,
                                       GAsyncResult        *result,
                                       GError             **error);

/**
 * HcOperationFuncs:
 * @execute: starts the work on the item
 * @execute_finish: ends it
 * @undo: starts to take it back
 * @undo_finish: ends that
 *
 * What a kind of operation does. The callbacks are called with the store as their source.
 */
typedef struct
{
  HcOperationStart  execute;
  HcOperationFinish execute_finish;
  HcOperationStart  undo;
  HcOperationFinish undo_finish;
} HcOperationFuncs;

#define HC_TYPE_OPERATION (hc_operation_get_type ())

G_DECLARE_FINAL_TYPE (HcOperation, hc_operation, HC, OPERATION, GObject)

HcOperation *hc_operation_new             (const char             *description,
                                           GObject                *store,
                                           GObject                *item,
                                           const HcOperationFuncs *funcs) G_GNUC_WARN_UNUSED_RESULT;
const char  *hc_operation_get_description (HcOperation            *self);
void         hc_operation_execute_async   (HcOperation            *self,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
void         hc_operation_undo_async      (HcOperation            *self,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
gboolean     hc_operation_finish          (HcOperation            *self,
                                           GAsyncResult           *result,
                                           GError                **error);

G_END_DECLS
