/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell-fixture.h"

#include "fixture.h"
#include "portal-fixture.h"

/* The part of a desktop that shows notifications, on a bus of the test: what it gets is what a person sees. */

static const char introspection[] =
  "<node><interface name='org.gtk.Notifications'>"
  "<method name='AddNotification'><arg type='s'/><arg type='s'/><arg type='a{sv}'/></method>"
  "<method name='RemoveNotification'><arg type='s'/><arg type='s'/></method>"
  "</interface></node>";

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  ShellFixture *self = user_data;
  const char *id;
  GVariant *notification = NULL;

  if (g_str_equal (method, "AddNotification"))
    {
      g_variant_get (parameters, "(&s&s@a{sv})", NULL, &id, &notification);
      g_hash_table_replace (self->shown, g_strdup (id), notification);
      self->n_shown++;
    }
  else
    {
      g_variant_get (parameters, "(&s&s)", NULL, &id);
      g_hash_table_remove (self->shown, id);
    }

  g_dbus_method_invocation_return_value (invocation, NULL);
}

ShellFixture *
shell_fixture_new (void)
{
  static const GDBusInterfaceVTable vtable = { called_cb, NULL, NULL, { NULL } };
  ShellFixture *self = g_new0 (ShellFixture, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->connection = portal_fixture_connect ("org.gtk.Notifications");
  self->object = g_dbus_connection_register_object (self->connection, "/org/gtk/Notifications", node->interfaces[0],
                                                    &vtable, self, NULL, NULL);

  return self;
}

void
shell_fixture_free (ShellFixture *self)
{
  g_dbus_connection_unregister_object (self->connection, self->object);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_hash_table_unref (self->shown);
  g_free (self);
}

/* All that a notification says, in a fixed order. */
char *
shell_fixture_dup_text (GVariant *notification)
{
  static const char *const keys[] = { "title", "body", "priority", "default-action" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GVariant) target = g_variant_lookup_value (notification, "default-action-target", NULL);
  g_autoptr (GVariant) buttons = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = "";

      g_variant_lookup (notification, keys[i], "&s", &value);
      g_string_append_printf (text, "%s\n", value);
    }
  if (target != NULL)
    g_string_append_printf (text, "%s\n", g_variant_get_string (target, NULL));

  for (gsize i = 0; buttons != NULL && i < g_variant_n_children (buttons); i++)
    {
      g_autoptr (GVariant) button = g_variant_get_child_value (buttons, i);
      const char *label = "", *action = "";

      g_variant_lookup (button, "label", "&s", &label);
      g_variant_lookup (button, "action", "&s", &action);
      g_string_append_printf (text, "[%s] %s\n", label, action);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The one notification that is shown. */
char *
shell_fixture_dup_shown (ShellFixture *self)
{
  GHashTableIter iter;
  gpointer notification;

  g_assert_cmpuint (g_hash_table_size (self->shown), ==, 1);
  g_hash_table_iter_init (&iter, self->shown);
  g_hash_table_iter_next (&iter, NULL, &notification);

  return shell_fixture_dup_text (notification);
}

/* What a button of the one notification would send. */
GVariant *
shell_fixture_get_target (ShellFixture *self,
                          gsize         button)
{
  GHashTableIter iter;
  gpointer notification;
  g_autoptr (GVariant) buttons = NULL;
  g_autoptr (GVariant) dict = NULL;

  g_hash_table_iter_init (&iter, self->shown);
  g_assert_true (g_hash_table_iter_next (&iter, NULL, &notification));
  buttons = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  dict = g_variant_get_child_value (buttons, button);

  return g_variant_lookup_value (dict, "target", NULL);
}

/* As the shell does it when a button was pressed. Returns: whether the application takes it */
gboolean
shell_fixture_send (ShellFixture *self,
                    GApplication *application,
                    const char   *action,
                    GVariant     *target)
{
  GVariantBuilder targets = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  GVariantBuilder data = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) reply = NULL;

  g_variant_builder_add (&targets, "v", target);
  g_dbus_connection_call (self->connection,
                          g_dbus_connection_get_unique_name (g_application_get_dbus_connection (application)),
                          g_application_get_dbus_object_path (application), "org.freedesktop.Application",
                          "ActivateAction", g_variant_new ("(sava{sv})", action, &targets, &data), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  reply = g_dbus_connection_call_finish (self->connection, result, NULL);

  return reply != NULL;
}
