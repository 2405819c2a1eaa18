/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_TYPE_HTTP_ROUTE (hc_http_route_get_type ())

G_DECLARE_FINAL_TYPE (HcHttpRoute, hc_http_route, HC, HTTP_ROUTE, GNetworkAddress)

HcHttpRoute *hc_http_route_new (const char *host,
                                guint16     port) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
