/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "hc-application.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

#include "hc-about-dialog.h"
#include "hc-alert-notifier.h"
#include "hc-appointment-notifier.h"
#include "hc-background.h"
#include "hc-context.h"
#include "hc-link-dialogs.h"
#include "hc-preferences-dialog.h"
#include "hc-reminder-notifier.h"
#include "hc-search-provider.h"
#include "hc-text-size.h"
#include "hc-ui-resources.h"
#include "hc-window.h"

/* So long the program stays when it was only asked what it finds: the next letter comes soon. */
#define IDLE_MS 10000

/**
 * HcApplication:
 *
 * The program: one instance, its options, the things that its window shares, and the actions that
 * need no window. `health-center LINK` opens a link in the running window. `health-center --background` opens none,
 * and waits for what is to be reminded of.
 */
struct _HcApplication
{
  AdwApplication  parent_instance;

  char           *library_path; /* of --library; NULL: the one that was installed */
  gboolean        exit_after_startup;
  gboolean        in_background; /* the first window is not to be opened yet */

  HcContext      *context;      /* NULL when there is no library */
  HcTextSize     *text_size;
  HcAlertNotifier *alert_notifier; /* NULL until there is a window */
  int             exit_status;
  gboolean        is_quitting;   /* as soon as the window is closed, whatever is to be reminded of */

  HcSearchProvider   *search_provider;
  HcReminderNotifier *notifier;   /* this and the next two are NULL when there is no library */
  HcAppointmentNotifier *appointment_notifier;
  HcBackground       *background;
};

G_DEFINE_FINAL_TYPE (HcApplication, hc_application, ADW_TYPE_APPLICATION)

static void open_link (HcApplication *self,
                       const char    *link);

/* What is told outside of a window leads into it. */
static void
open_link_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  open_link (user_data, g_variant_get_string (parameter, NULL));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  HcApplication *self = user_data;

  adw_dialog_present (hc_about_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  HcApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* Through the window, so that a note that could not be saved can object. */
  self->is_quitting = TRUE;
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (self));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  HcApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->context != NULL && window != NULL)
    adw_dialog_present (hc_preferences_dialog_new (self->context, self->background), GTK_WIDGET (window));
}

/* From a notification: the medicines of the person who was reminded. */
static void
show_medicines_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  HcApplication *self = user_data;
  const char *person = g_variant_get_string (parameter, NULL);

  if (self->context != NULL && g_uuid_string_is_valid (person))
    hc_current_person_choose (hc_context_get_person (self->context), person);

  open_link (self, HC_LINK_SCHEME ":medicines");
}

static void
add_actions (HcApplication *self)
{
  static const GActionEntry entries[] = {
    { "about", about_action },
    { "preferences", preferences_action },
    { "quit", quit_action },
    { "open-link", open_link_action, "s" },
    { "show-medicines", show_medicines_action, "s" },
  };
  static const struct {
    const char *action;
    const char *accels[4];
  } accels[] = {
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "app.text-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "app.text-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
    { "app.text-normal", { "<Control>0", "<Control>KP_0" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

/* Without its library the program is of no use. It says so on the terminal and in a window, since
 * most people start it from neither. */
static void
load_library (HcApplication *self)
{
  const char *path = self->library_path != NULL ? self->library_path : HC_LIBRARY_FILE;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "health-center", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (path, &error);
  g_autoptr (HcClock) clock = NULL;
  g_autoptr (HcProfile) profile = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (library == NULL)
    {
      g_printerr (_("The library of Health Center cannot be read: %s\nInstall the program again.\n"), error->message);
      self->exit_status = EXIT_FAILURE;
      return;
    }

  clock = hc_clock_new ();
  profile = hc_profile_new (folder, clock);
  settings = g_settings_new (HC_APPLICATION_ID);
  self->context = hc_context_new (library, profile, clock, settings);
}

static void
present_failure (HcApplication *self)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("The Articles Are Missing"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("A part of Health Center is missing or damaged. Install the program again. "
                                     "Your notes are safe."));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_title (GTK_WINDOW (window), _("Health Center"));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 420);
  gtk_window_present (GTK_WINDOW (window));
}

/* They wait for a window, the option --background, or the answer to a notification: what the search of the shell
 * asks does not need the profile. */
static void
add_reminders (HcApplication *self)
{
  g_autofree char *autostart = g_build_filename (g_get_user_config_dir (), "autostart", NULL);

  self->notifier = hc_reminder_notifier_new (self->context, G_APPLICATION (self));
  self->appointment_notifier = hc_appointment_notifier_new (self->context, G_APPLICATION (self));
  self->background = hc_background_new (g_application_get_dbus_connection (G_APPLICATION (self)),
                                        g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS), autostart);
}

static void
hc_application_startup (GApplication *application)
{
  HcApplication *self = HC_APPLICATION (application);

  G_APPLICATION_CLASS (hc_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (HC_APPLICATION_ID);

  add_actions (self);
  load_library (self);

  if (self->context == NULL)
    return;

  self->text_size = hc_text_size_new (hc_context_get_settings (self->context), gdk_display_get_default ());
  hc_text_size_add_actions (self->text_size, G_ACTION_MAP (self));
  hc_search_provider_set_library (self->search_provider, hc_context_get_library (self->context));
  add_reminders (self);
}

static GtkWindow *
make_window (HcApplication *self)
{
  GtkWindow *window;

  if (self->alert_notifier == NULL)
    self->alert_notifier = hc_alert_notifier_new (hc_context_get_profile (self->context), G_APPLICATION (self));

  hc_reminder_notifier_start (self->notifier);
  hc_appointment_notifier_start (self->appointment_notifier);
  hc_recall_watch_start (hc_context_get_recall_watch (self->context));
  hc_news_updater_start_due (hc_context_get_news_updater (self->context));
  window = GTK_WINDOW (hc_window_new (ADW_APPLICATION (self), self->context));

  /* From now on the program lives as long as its window. */
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);

  return window;
}

static char *
dup_day (HcApplication *self)
{
  g_autoptr (GDateTime) time = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) now = g_date_time_to_local (time);

  return g_date_time_format (now, "%F");
}

/* A day begins with the page of that name; later in the day the person comes back to where they were. */
static char *
dup_start_link (HcApplication *self)
{
  GSettings *settings = hc_context_get_settings (self->context);
  g_autofree char *day = dup_day (self);
  g_autofree char *last_day = g_settings_get_string (settings, "last-day");
  g_autofree char *link = g_settings_get_string (settings, "last-link");

  return g_strdup (g_str_equal (day, last_day) && *link != '\0' ? link : HC_LINK_SCHEME ":today");
}

/* The search and the dialogs, above the page where the person was. */
static gboolean
stands_above (const char *link)
{
  g_autoptr (HcLink) parsed = hc_link_parse (link, NULL);

  return parsed != NULL && (g_str_equal (parsed->place, "search") || hc_link_dialogs_has (parsed->place));
}

static void
open_link (HcApplication *self,
           const char    *link)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->in_background = FALSE;
  self->is_quitting = FALSE;

  if (self->context == NULL)
    {
      if (window == NULL)
        present_failure (self);
      return;
    }

  if (window == NULL)
    {
      g_autofree char *start_link = dup_start_link (self);
      g_autofree char *day = dup_day (self);

      window = make_window (self);
      g_settings_set_string (hc_context_get_settings (self->context), "last-day", day);

      if (stands_above (link))
        hc_window_open_link (HC_WINDOW (window), start_link);
    }

  if (self->exit_after_startup)
    g_signal_connect_object (window, "map", G_CALLBACK (g_application_quit), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  hc_window_open_link (HC_WINDOW (window), link);
  gtk_window_present (window);
}

static void
hc_application_activate (GApplication *application)
{
  HcApplication *self = HC_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *start_link = NULL;

  /* It may have been switched off without the desktop having noticed. */
  if (self->in_background)
    {
      self->in_background = FALSE;
      if (self->notifier != NULL && (hc_reminder_notifier_is_wanted (self->notifier) ||
                                     hc_appointment_notifier_is_wanted (self->appointment_notifier)))
        {
          hc_reminder_notifier_start (self->notifier);
          hc_appointment_notifier_start (self->appointment_notifier);
        }
      return;
    }

  self->is_quitting = FALSE;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  if (self->context != NULL)
    start_link = dup_start_link (self);

  open_link (self, start_link != NULL ? start_link : HC_LINK_SCHEME ":today");
}

static void
hc_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  /* Only one place can be shown: the last one asked for. */
  g_autofree char *link = g_file_get_uri (files[n_files - 1]);

  open_link (HC_APPLICATION (application), link);
}

static gboolean
hc_application_dbus_register (GApplication     *application,
                              GDBusConnection  *connection,
                              const char       *path,
                              GError          **error)
{
  HcApplication *self = HC_APPLICATION (application);
  g_autofree char *provider_path = g_strconcat (path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (hc_application_parent_class)->dbus_register (application, connection, path, error) &&
         hc_search_provider_export (self->search_provider, connection, provider_path, error);
}

static void
hc_application_dbus_unregister (GApplication    *application,
                                GDBusConnection *connection,
                                const char      *path)
{
  hc_search_provider_unexport (HC_APPLICATION (application)->search_provider);

  G_APPLICATION_CLASS (hc_application_parent_class)->dbus_unregister (application, connection, path);
}

/* Without a window the time to stay begins anew. */
static void
search_requested_cb (HcApplication *self)
{
  if (gtk_application_get_active_window (GTK_APPLICATION (self)) != NULL)
    return;

  g_application_set_inactivity_timeout (G_APPLICATION (self), IDLE_MS);
  g_application_hold (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

static int
hc_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Health Center %s\nGTK %u.%u.%u, libadwaita %u.%u.%u, SQLite %s\n", HC_VERSION,
               gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
               adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
               sqlite3_libversion ());
      return EXIT_SUCCESS;
    }

  /* A program that runs already is not to open its window. */
  if (HC_APPLICATION (application)->in_background && g_application_register (application, NULL, NULL) &&
      g_application_get_is_remote (application))
    return EXIT_SUCCESS;

  return -1;
}

static void
hc_application_window_removed (GtkApplication *application,
                               GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (hc_application_parent_class)->window_removed (application, window);

  if (HC_APPLICATION (application)->is_quitting && gtk_application_get_windows (application) == NULL)
    g_application_quit (G_APPLICATION (application));
}

/* Everything that was written is on the disk when the program ends, whoever may still hold on to the
 * profile. */
static void
hc_application_shutdown (GApplication *application)
{
  HcApplication *self = HC_APPLICATION (application);

  g_clear_object (&self->appointment_notifier);
  g_clear_object (&self->notifier);
  if (self->context != NULL)
    {
      hc_context_stop_network (self->context);
      hc_profile_close (hc_context_get_profile (self->context));
    }

  G_APPLICATION_CLASS (hc_application_parent_class)->shutdown (application);
}

static void
hc_application_finalize (GObject *object)
{
  HcApplication *self = HC_APPLICATION (object);

  g_clear_object (&self->search_provider);
  g_clear_object (&self->text_size);
  g_clear_object (&self->alert_notifier);
  g_clear_object (&self->background);
  g_clear_object (&self->context);
  g_free (self->library_path);

  G_OBJECT_CLASS (hc_application_parent_class)->finalize (object);
}

static void
hc_application_class_init (HcApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_application_finalize;

  application_class->startup = hc_application_startup;
  application_class->shutdown = hc_application_shutdown;
  application_class->activate = hc_application_activate;
  application_class->open = hc_application_open;
  application_class->dbus_register = hc_application_dbus_register;
  application_class->dbus_unregister = hc_application_dbus_unregister;
  application_class->handle_local_options = hc_application_handle_local_options;

  GTK_APPLICATION_CLASS (klass)->window_removed = hc_application_window_removed;
}

static void
hc_application_init (HcApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &self->library_path, N_("Read another library"), N_("FILE") },
    { "background", 0, 0, G_OPTION_ARG_NONE, &self->in_background,
      N_("Remind of medicines and appointments, without a window"), NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &self->exit_after_startup, NULL, NULL },
    { NULL },
  };

  /* The linker drops the constructor of a resource in a static library. */
  g_resources_register (hc_ui_get_resource ());

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[LINK]"));

  self->search_provider = hc_search_provider_new ();
  g_signal_connect_object (self->search_provider, "requested", G_CALLBACK (search_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_provider, "open-link", G_CALLBACK (open_link), self, G_CONNECT_SWAPPED);
}

/**
 * hc_application_new:
 *
 * Returns: (transfer full): the application
 */
HcApplication *
hc_application_new (void)
{
  return g_object_new (HC_TYPE_APPLICATION,
                       "application-id", HC_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/health_center/HealthCenter",
                       NULL);
}

/**
 * hc_application_get_exit_status:
 * @self: an application that has run
 *
 * Returns: 0, or 1 when the library could not be read
 */
int
hc_application_get_exit_status (HcApplication *self)
{
  g_return_val_if_fail (HC_IS_APPLICATION (self), EXIT_FAILURE);

  return self->exit_status;
}
