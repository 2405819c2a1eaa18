/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "portal-fixture.h"

#define OBJECT_PATH "/org/freedesktop/portal/desktop"

/* As in the documentation of the portals. */
static const char introspection[] =
  "<node>"
  "  <interface name='org.freedesktop.portal.Background'>"
  "    <method name='RequestBackground'>"
  "      <arg type='s' name='parent_window' direction='in'/>"
  "      <arg type='a{sv}' name='options' direction='in'/>"
  "      <arg type='o' name='handle' direction='out'/>"
  "    </method>"
  "  </interface>"
  "  <interface name='org.freedesktop.portal.Request'>"
  "    <method name='Close'/>"
  "  </interface>"
  "</node>";

/* It is never freed: GTK keeps its connection to the bus, and a GTestDBus that goes waits for the end of it. */
static GTestDBus *bus = NULL;

/* A session bus for the test alone. Call it before anything that may use the bus. */
void
portal_fixture_start_bus (void)
{
  /* GTestDBus takes them away, and GTK needs them. */
  static const char *const names[] = { "DISPLAY", "XDG_RUNTIME_DIR" };
  g_autofree char *values[G_N_ELEMENTS (names)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    values[i] = g_strdup (g_getenv (names[i]));

  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (values[i] != NULL)
      g_setenv (names[i], values[i], TRUE);
}

void
portal_fixture_stop_bus (void)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_test_dbus_stop (bus);
}

GDBusConnection *
portal_fixture_connect (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  GDBusConnection *connection =
    g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", name, 4u),
                                       G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
close_cb (GDBusConnection       *connection,
          const char            *sender,
          const char            *path,
          const char            *interface,
          const char            *method,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               user_data)
{
  PortalFixture *self = user_data;

  self->n_closed++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
respond (PortalFixture *self)
{
  GVariantBuilder results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  gboolean wanted = FALSE;
  g_autoptr (GError) error = NULL;

  g_variant_lookup (self->options, "autostart", "b", &wanted);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (self->manner != PORTAL_DENIES));
  g_variant_builder_add (&results, "{sv}", "autostart",
                         g_variant_new_boolean (wanted && self->manner != PORTAL_DENIES &&
                                                self->manner != PORTAL_DENIES_AUTOSTART));

  g_dbus_connection_emit_signal (self->connection, self->asker, self->handle,
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", self->manner == PORTAL_IS_CANCELLED ? 1u : 0u, &results),
                                 &error);
  g_assert_no_error (error);
}

static gboolean
again_cb (gpointer user_data)
{
  respond (user_data);

  return G_SOURCE_CONTINUE;
}

static void
request_cb (GDBusConnection       *connection,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  static const GDBusInterfaceVTable vtable = { close_cb, NULL, NULL, { NULL } };
  PortalFixture *self = user_data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autofree char *token = NULL;
  g_autofree char *address = g_strdelimit (g_strdup (sender + 1), ".", '_');

  g_clear_handle_id (&self->again, g_source_remove);
  g_clear_pointer (&self->options, g_variant_unref);
  g_variant_get (parameters, "(s@a{sv})", NULL, &self->options);
  if (self->manner == PORTAL_FAILS)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.Failed", "No");
      return;
    }

  g_assert_true (g_variant_lookup (self->options, "handle_token", "s", &token));
  g_set_str (&self->asker, sender);
  g_free (self->handle);
  self->handle = g_strconcat (OBJECT_PATH "/request/", address, "/",
                              self->manner == PORTAL_GRANTS_ELSEWHERE ? "t_1" : token, NULL);
  if (self->request != 0)
    g_dbus_connection_unregister_object (connection, self->request);
  self->request = g_dbus_connection_register_object (connection, self->handle, node->interfaces[1], &vtable, self,
                                                     NULL, NULL);

  if (self->manner == PORTAL_GRANTS_EARLY)
    respond (self);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", self->handle));

  /* Whoever asked must have read first where the answer comes. */
  if (self->manner == PORTAL_GRANTS_ELSEWHERE)
    self->again = g_timeout_add (10, again_cb, self);
  else if (self->manner != PORTAL_GRANTS_EARLY && self->manner != PORTAL_IS_SILENT)
    respond (self);
}

PortalFixture *
portal_fixture_new (PortalManner manner)
{
  static const GDBusInterfaceVTable vtable = { request_cb, NULL, NULL, { NULL } };
  PortalFixture *self = g_new0 (PortalFixture, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;

  self->manner = manner;
  self->connection = portal_fixture_connect ("org.freedesktop.portal.Desktop");
  self->object = g_dbus_connection_register_object (self->connection, OBJECT_PATH, node->interfaces[0], &vtable,
                                                    self, NULL, &error);
  g_assert_no_error (error);

  return self;
}

void
portal_fixture_free (PortalFixture *self)
{
  g_clear_handle_id (&self->again, g_source_remove);
  g_dbus_connection_unregister_object (self->connection, self->object);
  if (self->request != 0)
    g_dbus_connection_unregister_object (self->connection, self->request);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_clear_pointer (&self->options, g_variant_unref);
  g_free (self->asker);
  g_free (self->handle);
  g_free (self);
}

/* What was asked for, without what differs each time. */
char *
portal_fixture_dup_text (PortalFixture *self)
{
  g_autofree const char **command = NULL;
  g_autofree char *joined = NULL;
  const char *reason = NULL;
  gboolean autostart = FALSE, activatable = TRUE;

  g_assert_nonnull (self->options);
  g_assert_true (g_variant_lookup (self->options, "reason", "&s", &reason));
  g_assert_true (g_variant_lookup (self->options, "autostart", "b", &autostart));
  g_assert_true (g_variant_lookup (self->options, "dbus-activatable", "b", &activatable));
  g_assert_true (g_variant_lookup (self->options, "commandline", "^a&s", &command));
  g_assert_false (activatable);
  g_assert_cmpuint (strlen (reason), >, 10);
  joined = g_strjoinv (" ", (char **) command);

  return g_strdup_printf ("%s%s", joined, autostart ? " at login" : "");
}
