/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-http-error.h"
#include "hc-http-reply.h"
#include "hc-http-request.h"
#include "hc-network-consent.h"
#include "hc-network-log.h"

G_BEGIN_DECLS

#define HC_TYPE_HTTP_CLIENT (hc_http_client_get_type ())

G_DECLARE_FINAL_TYPE (HcHttpClient, hc_http_client, HC, HTTP_CLIENT, GObject)

/**
 * HcHttpWaitFunc:
 * @milliseconds: for how long a request would wait before it is sent again
 * @user_data: what was given with the function
 *
 * Returns: for how many milliseconds it waits indeed
 */
typedef guint (*HcHttpWaitFunc) (guint milliseconds, gpointer user_data);

HcHttpClient *hc_http_client_new              (HcNetworkConsent     *consent,
                                               HcNetworkLog         *log,
                                               HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
void          hc_http_client_set_tls_database (HcHttpClient         *self,
                                               GTlsDatabase         *database);
void          hc_http_client_add_route        (HcHttpClient         *self,
                                               const char           *host,
                                               guint16               port);
void          hc_http_client_set_wait         (HcHttpClient         *self,
                                               HcHttpWaitFunc        func,
                                               gpointer              user_data);
void          hc_http_client_set_limits       (HcHttpClient         *self,
                                               const HcHttpLimits   *limits);
HcNetworkConsent *hc_http_client_get_consent  (HcHttpClient         *self);
HcClock      *hc_http_client_get_clock        (HcHttpClient         *self);
guint         hc_http_client_count_running    (HcHttpClient         *self);
void          hc_http_client_stop             (HcHttpClient         *self);
void          hc_http_client_get_async        (HcHttpClient         *self,
                                               const HcHttpRequest  *request,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
HcHttpReply  *hc_http_client_get_finish       (HcHttpClient         *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
