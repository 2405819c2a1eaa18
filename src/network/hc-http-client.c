/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-client-private.h"

#include "hc-http-route.h"

/* The same for everybody, and of every version. */
#define USER_AGENT "HealthCenter"
#define LANGUAGE "en"

/**
 * HcHttpClient:
 *
 * Asks other computers over HTTPS, as far as the person allows it. It sends no cookies, no name of a page and no
 * language but English; it follows redirects within the host only; it asks again when a service is busy, and writes
 * each request down.
 */
G_DEFINE_FINAL_TYPE (HcHttpClient, hc_http_client, G_TYPE_OBJECT)

static void
hc_http_client_dispose (GObject *object)
{
  HcHttpClient *self = HC_HTTP_CLIENT (object);

  hc_http_client_stop (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->routed, g_hash_table_unref);

  G_OBJECT_CLASS (hc_http_client_parent_class)->dispose (object);
}

static void
hc_http_client_finalize (GObject *object)
{
  HcHttpClient *self = HC_HTTP_CLIENT (object);

  g_clear_object (&self->consent);
  g_clear_object (&self->log);
  g_clear_object (&self->clock);
  g_clear_object (&self->tls_database);
  g_ptr_array_unref (self->running);
  g_rand_free (self->random);

  G_OBJECT_CLASS (hc_http_client_parent_class)->finalize (object);
}

static void
hc_http_client_class_init (HcHttpClientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_http_client_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_http_client_finalize;
}

static void
hc_http_client_init (HcHttpClient *self)
{
  self->routed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->running = g_ptr_array_new ();
  self->random = g_rand_new ();
}

/* What is on its way and not allowed any more is ended. */
static void
consent_changed_cb (HcHttpClient *self)
{
  for (guint i = 0; i < self->running->len; i++)
    hc_http_get_check (g_ptr_array_index (self->running, i));
}

/**
 * hc_http_client_new:
 * @consent: what the person allows
 * @log: where each request is written down
 * @clock: tells the time
 *
 * Returns: (transfer full): a client for the thread that makes it
 */
HcHttpClient *
hc_http_client_new (HcNetworkConsent *consent,
                    HcNetworkLog     *log,
                    HcClock          *clock)
{
  HcHttpClient *self;

  g_return_val_if_fail (HC_IS_NETWORK_CONSENT (consent), NULL);
  g_return_val_if_fail (HC_IS_NETWORK_LOG (log), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_HTTP_CLIENT, NULL);
  self->consent = g_object_ref (consent);
  self->log = g_object_ref (log);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (consent, "changed", G_CALLBACK (consent_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* @route is NULL for all hosts that are asked where they are. */
static SoupSession *
make_session (HcHttpClient *self,
              HcHttpRoute  *route)
{
  /* It brings along the unpacking of replies, and neither cookies nor a cache. It has no limits of time of its own:
   * those of the request count. */
  SoupSession *session = soup_session_new_with_options ("user-agent", USER_AGENT,
                                                        "accept-language", LANGUAGE,
                                                        "max-conns-per-host", 2,
                                                        "timeout", 0,
                                                        "remote-connectable", route,
                                                        NULL);

  if (self->tls_database != NULL)
    soup_session_set_tls_database (session, self->tls_database);

  return session;
}

/**
 * hc_http_client_set_tls_database:
 * @self: a client that was not used yet
 * @database: (nullable): the certificates that are trusted; %NULL for those of the system
 *
 * Is for tests, whose server has a certificate of their own.
 */
void
hc_http_client_set_tls_database (HcHttpClient *self,
                                 GTlsDatabase *database)
{
  g_return_if_fail (HC_IS_HTTP_CLIENT (self));
  g_return_if_fail (database == NULL || G_IS_TLS_DATABASE (database));

  g_set_object (&self->tls_database, database);
}

/**
 * hc_http_client_add_route:
 * @self: a client whose certificates were set
 * @host: the name of a host
 * @port: a port of this computer
 *
 * Lets a server on this computer stand for a host. Is for tests, which never ask anybody else.
 */
void
hc_http_client_add_route (HcHttpClient *self,
                          const char   *host,
                          guint16       port)
{
  g_autoptr (HcHttpRoute) route = NULL;

  g_return_if_fail (HC_IS_HTTP_CLIENT (self));
  g_return_if_fail (host != NULL);

  route = hc_http_route_new (host, port);
  g_hash_table_insert (self->routed, g_strdup (host), make_session (self, route));
}

/**
 * hc_http_client_set_wait:
 * @self: a client
 * @func: (nullable): is told how long a request would wait before it is sent again, and says how long it does; %NULL
 *   to wait as long as is to be waited
 * @user_data: for @func
 *
 * Is for tests, which do not wait.
 */
void
hc_http_client_set_wait (HcHttpClient   *self,
                         HcHttpWaitFunc  func,
                         gpointer        user_data)
{
  g_return_if_fail (HC_IS_HTTP_CLIENT (self));

  self->wait = func;
  self->wait_data = user_data;
}

/**
 * hc_http_client_set_limits:
 * @self: a client
 * @limits: what a request bears that says nothing of that itself
 *
 * Is for tests, which do not wait as long as somebody does who reads.
 */
void
hc_http_client_set_limits (HcHttpClient       *self,
                           const HcHttpLimits *limits)
{
  g_return_if_fail (HC_IS_HTTP_CLIENT (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
}

/**
 * hc_http_client_get_consent:
 * @self: a client
 *
 * Returns: (transfer none): what the person allows
 */
HcNetworkConsent *
hc_http_client_get_consent (HcHttpClient *self)
{
  g_return_val_if_fail (HC_IS_HTTP_CLIENT (self), NULL);

  return self->consent;
}

/**
 * hc_http_client_get_clock:
 * @self: a client
 *
 * Returns: (transfer none): its clock
 */
HcClock *
hc_http_client_get_clock (HcHttpClient *self)
{
  g_return_val_if_fail (HC_IS_HTTP_CLIENT (self), NULL);

  return self->clock;
}

/**
 * hc_http_client_count_running:
 * @self: a client
 *
 * Returns: how many requests have not ended yet
 */
guint
hc_http_client_count_running (HcHttpClient *self)
{
  g_return_val_if_fail (HC_IS_HTTP_CLIENT (self), 0);

  return self->running->len;
}

/**
 * hc_http_client_stop:
 * @self: a client
 *
 * Ends all requests with %G_IO_ERROR_CANCELLED, and takes no more: the program is about to end.
 */
void
hc_http_client_stop (HcHttpClient *self)
{
  g_return_if_fail (HC_IS_HTTP_CLIENT (self));

  self->is_stopped = TRUE;
  for (guint i = 0; i < self->running->len; i++)
    hc_http_get_cancel (g_ptr_array_index (self->running, i));
}

/*
 * hc_http_client_get_session:
 * @self: a client
 * @host: who is to be asked
 *
 * Returns: (transfer none): the session that asks them
 */
SoupSession *
hc_http_client_get_session (HcHttpClient *self,
                            const char   *host)
{
  SoupSession *routed = g_hash_table_lookup (self->routed, host);

  if (routed != NULL)
    return routed;

  if (self->session == NULL)
    self->session = make_session (self, NULL);

  return self->session;
}
