/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "hc-http-reply.h"
#include "hc-http-request.h"

G_BEGIN_DECLS

void         hc_http_exchange_run_async  (SoupSession          *session,
                                          SoupMessage          *message,
                                          const HcHttpRequest  *request,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
HcHttpReply *hc_http_exchange_run_finish (SoupSession          *session,
                                          GAsyncResult         *result,
                                          guint64              *n_bytes,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
