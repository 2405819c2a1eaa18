/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "hc-background.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

/* The desktop may ask the person, who may be slow. */
#define PATIENCE_SECONDS 120

static const char *const command_line[] = { "health-center", "--background", NULL };

/**
 * HcBackground:
 *
 * Asks that the program may start with the session and go on without a window. In a sandbox that is asked of
 * the desktop, through the portal. Outside of one nobody needs to be asked, and the portal may take the program for
 * the terminal from which it was started: the file that starts it is written to the autostart folder.
 */
struct _HcBackground
{
  GObject          parent_instance;

  GDBusConnection *connection; /* NULL: there is no session bus */
  gboolean         is_sandboxed;
  char            *folder;     /* with what starts with the session */
  guint            patience;   /* in seconds */
};

G_DEFINE_FINAL_TYPE (HcBackground, hc_background, G_TYPE_OBJECT)

static void
hc_background_finalize (GObject *object)
{
  HcBackground *self = HC_BACKGROUND (object);

  g_clear_object (&self->connection);
  g_free (self->folder);

  G_OBJECT_CLASS (hc_background_parent_class)->finalize (object);
}

static void
hc_background_class_init (HcBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_background_finalize;
}

static void
hc_background_init (HcBackground *self)
{
  self->patience = PATIENCE_SECONDS;
}

/**
 * hc_background_new:
 * @connection: (nullable): the session bus, %NULL: there is none
 * @is_sandboxed: whether the program runs in a sandbox
 * @folder: the folder with what starts with the session; of no use in a sandbox
 *
 * Returns: (transfer full): what asks for permission
 */
HcBackground *
hc_background_new (GDBusConnection *connection,
                   gboolean         is_sandboxed,
                   const char      *folder)
{
  HcBackground *self;

  g_return_val_if_fail (connection == NULL || G_IS_DBUS_CONNECTION (connection), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (HC_TYPE_BACKGROUND, NULL);
  g_set_object (&self->connection, connection);
  self->is_sandboxed = is_sandboxed;
  self->folder = g_strdup (folder);

  return self;
}

/**
 * hc_background_set_patience:
 * @self: what asks for permission
 * @seconds: for how long to wait for the answer of the desktop
 */
void
hc_background_set_patience (HcBackground *self,
                            guint         seconds)
{
  g_return_if_fail (HC_IS_BACKGROUND (self));

  self->patience = seconds;
}

/* A question to the portal, the data of its task. */
typedef struct
{
  GDBusConnection *connection;
  char            *request;      /* the path of the object that answers */
  guint            subscription; /* to its answer; 0: it has come, or nothing is waited for any more */
  guint            timeout;
  gboolean         starts_at_login;
} Question;

static void
stop_waiting (Question *question)
{
  if (question->subscription != 0)
    g_dbus_connection_signal_unsubscribe (question->connection, question->subscription);
  question->subscription = 0;
  g_clear_handle_id (&question->timeout, g_source_remove);
}

static void
question_free (Question *question)
{
  stop_waiting (question);
  g_object_unref (question->connection);
  g_free (question->request);
  g_free (question);
}

/* The answer comes once, by whichever way. The task goes with it. */
static void
return_answer (GTask  *task,
               GError *error)
{
  stop_waiting (g_task_get_task_data (task));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);

  g_object_unref (task);
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  GTask *task = user_data;
  const Question *question = g_task_get_task_data (task);
  guint response;
  g_autoptr (GVariant) results = NULL;
  gboolean background = FALSE, autostart = FALSE;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &background);
  g_variant_lookup (results, "autostart", "b", &autostart);

  if (response == 0 && (!question->starts_at_login || (background && autostart)))
    return_answer (task, NULL);
  else
    return_answer (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "The portal denied it"));
}

static void
listen (GTask    *task,
        Question *question)
{
  if (question->subscription != 0)
    g_dbus_connection_signal_unsubscribe (question->connection, question->subscription);

  question->subscription =
    g_dbus_connection_signal_subscribe (question->connection, PORTAL_NAME, REQUEST_INTERFACE, "Response",
                                        question->request, NULL, G_DBUS_SIGNAL_FLAGS_NO_MATCH_RULE,
                                        response_cb, task, NULL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GTask *task = user_data;
  Question *question = g_task_get_task_data (task);

  question->timeout = 0;
  g_dbus_connection_call (question->connection, PORTAL_NAME, question->request, REQUEST_INTERFACE, "Close",
                          NULL, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  return_answer (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The portal did not answer"));

  return G_SOURCE_REMOVE;
}

static gboolean
is_without_portal (const GError *error)
{
  static const GDBusError codes[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER, G_DBUS_ERROR_UNKNOWN_METHOD,
    G_DBUS_ERROR_UNKNOWN_INTERFACE, G_DBUS_ERROR_UNKNOWN_OBJECT, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_DBUS_ERROR, (int) codes[i]))
      return TRUE;

  return FALSE;
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *request;

  /* The answer may have come before the reply, or too late. */
  if (question->subscription == 0)
    return;

  if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (error);
      if (is_without_portal (error))
        return_answer (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, error->message));
      else
        return_answer (task, g_steal_pointer (&error));
      return;
    }

  /* Portals before 0.9 choose the path themselves. */
  g_variant_get (reply, "(&o)", &request);
  if (!g_str_equal (request, question->request))
    {
      g_set_str (&question->request, request);
      listen (task, question);
    }
}

static char *
dup_request_path (GDBusConnection *connection,
                  const char      *token)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (connection) + 1), ".", '_');

  return g_strconcat (PORTAL_PATH "/request/", sender, "/", token, NULL);
}

/* Takes over @task. */
static void
ask_portal (HcBackground *self,
            gboolean      starts_at_login,
            GTask        *task)
{
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *token = g_strdup_printf ("health_center_%u", g_random_int ());
  Question *question = g_new0 (Question, 1);

  question->connection = g_object_ref (self->connection);
  question->request = dup_request_path (self->connection, token);
  question->starts_at_login = starts_at_login;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("Health Center reminds you of your medicines and appointments.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (starts_at_login));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command_line, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));

  listen (task, question);
  question->timeout = g_timeout_add_seconds (self->patience, timeout_cb, task);
  g_dbus_connection_call (self->connection, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background",
                          "RequestBackground", g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, called_cb, g_object_ref (task));
}

/* What is to be done with the file that starts the program, in a thread. */
static void
write_file (GTask        *task,
            gpointer      source,
            gpointer      starts_at_login,
            GCancellable *cancellable)
{
  HcBackground *self = source;
  g_autofree char *path = g_build_filename (self->folder, HC_APPLICATION_ID ".desktop", NULL);
  g_autofree char *command = g_strjoinv (" ", (char **) command_line);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_set_string (file, "Desktop Entry", "Type", "Application");
  g_key_file_set_string (file, "Desktop Entry", "Name", "Health Center");
  g_key_file_set_string (file, "Desktop Entry", "Exec", command);
  g_key_file_set_string (file, "Desktop Entry", "Icon", HC_APPLICATION_ID);

  if (GPOINTER_TO_INT (starts_at_login))
    {
      g_mkdir_with_parents (self->folder, 0700);
      g_key_file_save_to_file (file, path, &error);
    }
  else if (g_unlink (path) != 0 && errno != ENOENT)
    g_set_error_literal (&error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * hc_background_request_async:
 * @self: what asks for permission
 * @starts_at_login: whether the program is to start with the session and to go on without a window; %FALSE takes
 *   that back
 * @callback: (nullable): called with the answer
 * @user_data: passed to @callback
 *
 * Asks the desktop, which may ask the person.
 */
void
hc_background_request_async (HcBackground        *self,
                             gboolean             starts_at_login,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_BACKGROUND (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_background_request_async);

  if (!self->is_sandboxed)
    {
      g_task_set_task_data (task, GINT_TO_POINTER (starts_at_login), NULL);
      g_task_run_in_thread (task, write_file);
      g_object_unref (task);
    }
  else if (self->connection == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "There is no session bus");
      g_object_unref (task);
    }
  else
    ask_portal (self, starts_at_login, task);
}

/**
 * hc_background_request_finish:
 * @self: what asks for permission
 * @result: what the callback was given
 * @error: return location for an error, for hc_background_error_to_words()
 *
 * Returns: whether it is as it was asked for
 */
gboolean
hc_background_request_finish (HcBackground  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_background_request_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_background_error_to_words:
 * @error: an error of hc_background_request_finish()
 *
 * Returns: a sentence or two for a person: why it is not so, and what helps
 */
const char *
hc_background_error_to_words (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _("Not turned on: the system does not allow it. Look for Health Center among the apps in its settings.");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return _("Not turned on: this desktop has no way to start apps in the background. "
             "Reminders come while the window is open.");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return _("Not turned on: the system did not answer. Try again.");

  if (error->domain == G_FILE_ERROR)
    return _("Not turned on: the folder for apps that start with the session cannot be written.");

  return _("Not turned on: the system reported a fault. Try again.");
}
