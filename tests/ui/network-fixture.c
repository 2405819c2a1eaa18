/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "network-fixture.h"

#define NOW "2026-11-21T12:00:00"

/* Nobody waits. */
static guint
wait_cb (guint    milliseconds,
         gpointer user_data)
{
  return 0;
}

/* Lets the server stand for the FDA. */
void
network_fixture_route (NetworkFixture *self)
{
  hc_http_client_add_route (hc_context_get_http (self->fixture->context), "api.fda.gov",
                            http_server_get_port (self->server));
}

static NetworkFixture *
open_window (const char *link,
             int         width,
             gboolean    is_routed)
{
  NetworkFixture *self = g_new0 (NetworkFixture, 1);
  HcHttpClient *client;

  self->server = http_server_new ("server.pem");
  self->fixture = hc_ui_fixture_new_at (NOW);
  hc_ui_fixture_open_profile (self->fixture);

  client = hc_context_get_http (self->fixture->context);
  hc_http_client_set_tls_database (client, http_server_get_authority (self->server));
  hc_http_client_set_wait (client, wait_cb, NULL);
  if (is_routed)
    network_fixture_route (self);

  self->window = hc_ui_fixture_present (self->fixture, link, width, 760);

  return self;
}

NetworkFixture *
network_fixture_open (const char *link,
                      int         width)
{
  return open_window (link, width, TRUE);
}

/* The same without anybody who stands for a host: whoever is asked must be looked for. */
NetworkFixture *
network_fixture_open_without_route (const char *link,
                                    int         width)
{
  return open_window (link, width, FALSE);
}

void
network_fixture_free (NetworkFixture *self)
{
  hc_ui_fixture_free (self->fixture);
  http_server_free (self->server);
  g_free (self);
}

HcNetworkConsent *
network_fixture_get_consent (NetworkFixture *self)
{
  return hc_context_get_consent (self->fixture->context);
}

gpointer
network_fixture_find (NetworkFixture *self,
                      GType           type,
                      const char     *text)
{
  return hc_ui_fixture_find (self->window, type, text);
}

gboolean
network_fixture_says (NetworkFixture *self,
                      const char     *text)
{
  return network_fixture_find (self, GTK_TYPE_LABEL, text) != NULL;
}

/* Writes a request for recalls down, as the client does, half a minute past noon. */
void
network_fixture_log (NetworkFixture *self,
                     const char     *path,
                     guint           status,
                     const char     *fault,
                     guint64         n_bytes)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 12, 0, 30);
  g_autofree char *address = g_strconcat ("https://api.fda.gov", path, NULL);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (HcNetworkEntry) entry = hc_network_entry_new (time, hc_service_get (HC_SERVICE_RECALLS), "GET", uri);

  hc_network_entry_set_result (entry, status, fault, n_bytes, 100);
  hc_network_log_add (hc_context_get_network_log (self->fixture->context), entry);
}
