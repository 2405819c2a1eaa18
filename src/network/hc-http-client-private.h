/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "hc-http-client.h"

G_BEGIN_DECLS

struct _HcHttpClient
{
  GObject           parent_instance;

  HcNetworkConsent *consent;
  HcNetworkLog     *log;
  HcClock          *clock;
  GTlsDatabase     *tls_database; /* NULL: that of the system */
  SoupSession      *session;      /* made when it is needed */
  GHashTable       *routed;       /* of SoupSession by host */
  GRand            *random;

  HcHttpWaitFunc    wait;         /* NULL: wait as long as is to be waited */
  gpointer          wait_data;
  HcHttpLimits      limits;       /* of all requests; a 0 is the usual one */

  GPtrArray        *running;      /* of GTask */
  gboolean          is_stopped;
};

SoupSession *hc_http_client_get_session (HcHttpClient *self,
                                         const char   *host);

/* A running request is a GTask of hc_http_client_get_async(). */
void         hc_http_get_cancel         (GTask        *task);
void         hc_http_get_check          (GTask        *task);

G_END_DECLS
