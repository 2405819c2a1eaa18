/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"
#include "http-server.h"

G_BEGIN_DECLS

/* A window of the program at noon of the 21st of November 2026, with an open profile, whose requests go to a server
 * on this computer. Nothing is turned on. */
typedef struct
{
  HcUiFixture *fixture;
  HttpServer  *server;
  HcWindow    *window;
} NetworkFixture;

NetworkFixture   *network_fixture_open         (const char     *link,
                                                int             width);
NetworkFixture   *network_fixture_open_without_route
                                               (const char     *link,
                                                int             width);
void              network_fixture_route        (NetworkFixture *self);
void              network_fixture_free         (NetworkFixture *self);
HcNetworkConsent *network_fixture_get_consent  (NetworkFixture *self);
gpointer          network_fixture_find         (NetworkFixture *self,
                                                GType           type,
                                                const char     *text);
gboolean          network_fixture_says         (NetworkFixture *self,
                                                const char     *text);
void              network_fixture_log          (NetworkFixture *self,
                                                const char     *path,
                                                guint           status,
                                                const char     *fault,
                                                guint64         n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetworkFixture, network_fixture_free)

G_END_DECLS
