/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "hc-http-client.h"

G_BEGIN_DECLS

/* A server on this computer that answers over TLS what a test wants, and a client that takes it for the hosts of all
 * services. Nobody else is asked. */
typedef struct _HttpServer HttpServer;

/* Answers one request; @body is NULL-terminated text that was given with it. */
typedef void (*HttpServerFunc) (SoupServerMessage *message, gpointer user_data);

HttpServer       *http_server_new             (const char      *certificate) G_GNUC_WARN_UNUSED_RESULT;
void              http_server_free            (HttpServer      *self);
guint16           http_server_get_port        (HttpServer      *self);
GTlsDatabase     *http_server_get_authority   (HttpServer      *self);
void              http_server_answer          (HttpServer      *self,
                                               guint            status,
                                               const char      *headers,
                                               const char      *body,
                                               gssize           length);
void              http_server_answer_with     (HttpServer      *self,
                                               HttpServerFunc   func,
                                               gpointer         user_data);
GBytes           *http_server_pack            (const char      *text,
                                               gsize            n_blanks) G_GNUC_WARN_UNUSED_RESULT;
guint             http_server_count           (HttpServer      *self);
const char       *http_server_get_request     (HttpServer      *self,
                                               guint            position);

HcHttpClient     *http_server_make_client     (HttpServer      *self,
                                               HcServiceId      service) G_GNUC_WARN_UNUSED_RESULT;
GSettings        *http_server_get_settings    (HttpServer      *self);
HcNetworkLog     *http_server_get_log         (HttpServer      *self);
GArray           *http_server_get_waits       (HttpServer      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HttpServer, http_server_free)

G_END_DECLS
