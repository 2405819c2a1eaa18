/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-network-entry.h"

G_BEGIN_DECLS

/**
 * HC_NETWORK_LOG_LENGTH:
 *
 * So many requests are remembered, the last ones.
 */
#define HC_NETWORK_LOG_LENGTH 1000

#define HC_TYPE_NETWORK_LOG (hc_network_log_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkLog, hc_network_log, HC, NETWORK_LOG, GObject)

HcNetworkLog *hc_network_log_new      (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
void          hc_network_log_load     (HcNetworkLog    *self);
void          hc_network_log_add      (HcNetworkLog    *self,
                                       HcNetworkEntry  *entry);
gboolean      hc_network_log_is_loaded (HcNetworkLog   *self);
void          hc_network_log_clear    (HcNetworkLog    *self);
void          hc_network_log_restore  (HcNetworkLog    *self,
                                       GListModel      *entries);

G_END_DECLS
