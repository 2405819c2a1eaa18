/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERT_STORE (hc_alert_store_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertStore, hc_alert_store, HC, ALERT_STORE, HcStore)

void      hc_alert_store_add_async        (HcAlertStore          *self,
                                           const HcAlertDetails  *details,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean  hc_alert_store_add_finish       (HcAlertStore          *self,
                                           GAsyncResult          *result,
                                           GError               **error);
void      hc_alert_store_set_state_async  (HcAlertStore          *self,
                                           HcAlert               *alert,
                                           HcAlertState           state,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean  hc_alert_store_set_state_finish (HcAlertStore          *self,
                                           GAsyncResult          *result,
                                           GError               **error);
HcAlert  *hc_alert_store_lookup           (HcAlertStore          *self,
                                           const char            *notice,
                                           const char            *medicine);
guint     hc_alert_store_count_unread     (HcAlertStore          *self,
                                           const char *const     *medicines);

G_END_DECLS
