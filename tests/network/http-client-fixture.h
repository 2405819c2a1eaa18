/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "http-server.h"

G_BEGIN_DECLS

/* A server, a client that asks it, and what it is asked with. */
typedef struct
{
  HttpServer    *server;
  HcHttpClient  *client;
  HcHttpRequest  request; /* for recalls, JSON; without an address */
  GError        *error;   /* of the last request */
} Fixture;

void         fixture_set_up           (Fixture       *fixture,
                                       gconstpointer  data);
void         fixture_tear_down        (Fixture       *fixture,
                                       gconstpointer  data);
HcHttpReply *fixture_get              (Fixture       *fixture,
                                       const char    *address,
                                       GCancellable  *cancellable);
void         fixture_assert_error     (Fixture       *fixture,
                                       HcHttpError    code);
void         fixture_assert_log       (Fixture       *fixture,
                                       const char    *expected);
guint64      fixture_get_logged_bytes (Fixture       *fixture,
                                       guint          position);
void         fixture_assert_headers   (const char    *request,
                                       const char    *expected);

G_END_DECLS
