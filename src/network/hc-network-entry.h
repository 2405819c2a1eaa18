/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "hc-http-error.h"
#include "hc-service.h"

G_BEGIN_DECLS

#define HC_TYPE_NETWORK_ENTRY (hc_network_entry_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkEntry, hc_network_entry, HC, NETWORK_ENTRY, GObject)

HcNetworkEntry *hc_network_entry_new          (GDateTime        *time,
                                               const HcService  *service,
                                               const char       *method,
                                               GUri             *uri) G_GNUC_WARN_UNUSED_RESULT;
HcNetworkEntry *hc_network_entry_new_stored   (GDateTime        *time,
                                               const HcService  *service,
                                               const char       *method,
                                               const char       *host,
                                               const char       *path) G_GNUC_WARN_UNUSED_RESULT;
void            hc_network_entry_set_result   (HcNetworkEntry   *self,
                                               guint             status,
                                               const char       *fault,
                                               guint64           n_bytes,
                                               guint             milliseconds);
GDateTime      *hc_network_entry_get_time     (HcNetworkEntry   *self);
const HcService *hc_network_entry_get_service (HcNetworkEntry   *self);
const char     *hc_network_entry_get_method   (HcNetworkEntry   *self);
const char     *hc_network_entry_get_host     (HcNetworkEntry   *self);
const char     *hc_network_entry_get_path     (HcNetworkEntry   *self);
guint           hc_network_entry_get_status   (HcNetworkEntry   *self);
const char     *hc_network_entry_get_fault    (HcNetworkEntry   *self);
guint64         hc_network_entry_get_n_bytes  (HcNetworkEntry   *self);
guint           hc_network_entry_get_duration (HcNetworkEntry   *self);
char           *hc_network_entry_dup_words    (HcNetworkEntry   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
