/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-route.h"

/**
 * HcHttpRoute:
 *
 * The address of a host that stands for a port of this computer: what is connected to is the server there, and its
 * certificate must be that of the host. The tests talk to a server of their own in this way.
 */
struct _HcHttpRoute
{
  GNetworkAddress  parent_instance;

  GSocketAddress  *address;
};

static void hc_http_route_init_connectable (GSocketConnectableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcHttpRoute, hc_http_route, G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE, hc_http_route_init_connectable))

static void
hc_http_route_finalize (GObject *object)
{
  g_clear_object (&HC_HTTP_ROUTE (object)->address);

  G_OBJECT_CLASS (hc_http_route_parent_class)->finalize (object);
}

static void
hc_http_route_class_init (HcHttpRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_http_route_finalize;
}

static void
hc_http_route_init (HcHttpRoute *self)
{
}

/* There is no proxy on the way to this computer. */
static GSocketAddressEnumerator *
enumerate (GSocketConnectable *connectable)
{
  return g_socket_connectable_enumerate (G_SOCKET_CONNECTABLE (HC_HTTP_ROUTE (connectable)->address));
}

static void
hc_http_route_init_connectable (GSocketConnectableIface *iface)
{
  iface->enumerate = enumerate;
  iface->proxy_enumerate = enumerate;
}

/**
 * hc_http_route_new:
 * @host: the name of a host
 * @port: a port of this computer
 *
 * Returns: (transfer full): the address of the host, which leads to that port
 */
HcHttpRoute *
hc_http_route_new (const char *host,
                   guint16     port)
{
  HcHttpRoute *self;

  g_return_val_if_fail (host != NULL, NULL);

  self = g_object_new (HC_TYPE_HTTP_ROUTE, "hostname", host, "port", 443, NULL);
  self->address = g_inet_socket_address_new_from_string ("127.0.0.1", port);

  return self;
}
