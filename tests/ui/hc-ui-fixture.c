/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-ui-fixture.h"

#include "fixture.h"
#include "hc-ui-resources.h"

#define DEADLINE_SECONDS 30

static void
deadline_cb (gpointer what)
{
  g_error ("Waited %d seconds for %s", DEADLINE_SECONDS, (const char *) what);
}

guint
hc_ui_fixture_start_deadline (const char *what)
{
  return g_timeout_add_seconds_once (DEADLINE_SECONDS, deadline_cb, (gpointer) what);
}

void
hc_ui_fixture_done_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      is_done)
{
  *(gboolean *) is_done = TRUE;
}

/* What was announced last. It stands in the place of GTK's function: the test backend of GTK 4.18
 * crashes in it, and so the tests can see what a screen reader would say. */
static char *announcement = NULL;

void
gtk_accessible_announce (GtkAccessible                     *accessible,
                         const char                        *message,
                         GtkAccessibleAnnouncementPriority  priority)
{
  g_assert_true (GTK_IS_ACCESSIBLE (accessible));
  g_set_str (&announcement, message);
}

/* What was announced since the last call, NULL when nothing was. */
char *
hc_ui_fixture_take_announcement (void)
{
  return g_steal_pointer (&announcement);
}

/* Call it first in main(). */
void
hc_ui_fixture_init (int    *argc,
                    char ***argv)
{
  g_setenv ("GSETTINGS_SCHEMA_DIR", HC_TEST_SCHEMA_DIR, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);

  g_test_init (argc, argv, NULL);
  g_resources_register (hc_ui_get_resource ());
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* With the profile of a folder, which is not opened yet; NULL for a new temporary folder. */
HcUiFixture *
hc_ui_fixture_new (const char *folder)
{
  return hc_ui_fixture_new_full (folder, HC_TEST_LIBRARY);
}

static HcUiFixture *
make_fixture (const char *folder,
              const char *library_path,
              HcClock    *clock)
{
  static guint n_fixtures = 0;
  HcUiFixture *self = g_new0 (HcUiFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *application_id = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (library_path, &error);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_autoptr (HcProfile) profile = NULL;

  g_assert_no_error (error);
  g_settings_set_boolean (settings, "greeted", TRUE);

  self->is_temporary = folder == NULL;
  self->folder = folder != NULL ? g_strdup (folder) : fixture_make_folder ();
  profile = hc_profile_new (self->folder, clock);
  self->context = hc_context_new (library, profile, clock, settings);

  /* An application that was never run keeps its place on the bus until the program ends. */
  application_id = g_strdup_printf ("io.github.health_center.HealthCenter.Test%u", ++n_fixtures);
  self->application = ADW_APPLICATION (adw_application_new (application_id, G_APPLICATION_NON_UNIQUE));
  g_object_set (self->application, "resource-base-path", "/io/github/health_center/HealthCenter", NULL);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);

  self->text_size = hc_text_size_new (settings, gdk_display_get_default ());
  hc_text_size_add_actions (self->text_size, G_ACTION_MAP (self->application));

  return self;
}

/* The same with another library. */
HcUiFixture *
hc_ui_fixture_new_full (const char *folder,
                        const char *library_path)
{
  g_autoptr (HcClock) clock = hc_clock_new ();

  return make_fixture (folder, library_path, clock);
}

/* With a temporary profile and a clock that stands still at a local time, "2026-11-20T08:30:00". */
HcUiFixture *
hc_ui_fixture_new_at (const char *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, zone);
  g_autoptr (HcClock) clock = hc_clock_new_fixed (parsed);

  return make_fixture (NULL, HC_TEST_LIBRARY, clock);
}

static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static gboolean
idle_cb (gpointer user_data)
{
  gboolean *is_idle = user_data;

  *is_idle = TRUE;

  return G_SOURCE_REMOVE;
}

/* Whatever waits for the main loop to have time was done. Libadwaita does not take such work back when
 * its widget goes. */
void
hc_ui_fixture_wait_idle (void)
{
  gboolean is_idle = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, idle_cb, &is_idle, NULL);
  WAIT_FOR (is_idle);
}

/* Ends the program: everything that was handed to the profile is on the disk afterwards. */
void
hc_ui_fixture_free (HcUiFixture *self)
{
  GtkWindow *window;
  gpointer left = self->context;
  gpointer left_profile = hc_context_get_profile (self->context);

  hc_ui_fixture_wait_idle ();
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self->application))) != NULL)
    gtk_window_destroy (window);

  g_clear_pointer (&announcement, g_free);
  reset_settings (hc_context_get_settings (self->context));
  g_assert_finalize_object (g_steal_pointer (&self->text_size));

  /* Nothing may be left that holds on to the profile when the windows are gone. */
  g_object_add_weak_pointer (G_OBJECT (self->context), &left);
  g_object_add_weak_pointer (left_profile, &left_profile);
  g_clear_object (&self->context);
  WAIT_FOR (left == NULL && left_profile == NULL);
  g_clear_object (&self->application);

  if (self->is_temporary)
    fixture_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

void
hc_ui_fixture_open_profile (HcUiFixture *self)
{
  gboolean is_done = FALSE;

  hc_profile_open_async (hc_context_get_profile (self->context), hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;

  return G_SOURCE_CONTINUE;
}

/* What a window shows is settled when some frames were drawn: its size, the reading place and the
 * sizes of lists are found one after the other. */
void
hc_ui_fixture_wait_frames (gpointer widget,
                           guint    n)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, frame_cb, &n_frames, NULL);

  WAIT_FOR (n_frames >= n);
  gtk_widget_remove_tick_callback (widget, tick);
  hc_ui_fixture_wait_idle ();
}

HcWindow *
hc_ui_fixture_present (HcUiFixture *self,
                       const char  *link,
                       int          width,
                       int          height)
{
  HcWindow *window = hc_window_new (self->application, self->context);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  hc_window_open_link (window, link);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));
  hc_ui_fixture_wait_frames (window, 6);

  return window;
}

/* Destroys a window without asking it, and waits until nothing holds on to it. */
void
hc_ui_fixture_close (HcWindow *window)
{
  gpointer left = window;

  hc_ui_fixture_wait_idle ();
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (left == NULL);
}

/* The rows of a query on profile.db, over a connection of its own. */
char *
hc_ui_fixture_query (HcUiFixture *self,
                     const char  *sql)
{
  g_autofree char *path = g_build_filename (self->folder, "profile.db", NULL);

  return fixture_query (path, sql);
}

/* The text of the toast that is shown, NULL when there is none. Toasts that are shown or wait for
 * their turn are dismissed. */
char *
hc_ui_fixture_take_toast (HcWindow *window)
{
  GtkWidget *toast = hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? hc_ui_fixture_find (toast, GTK_TYPE_LABEL, NULL) : NULL;
  char *text = label != NULL ? g_strdup (gtk_label_get_text (GTK_LABEL (label))) : NULL;

  adw_toast_overlay_dismiss_all (hc_ui_fixture_find (window, ADW_TYPE_TOAST_OVERLAY, NULL));
  WAIT_FOR (hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL) == NULL);

  return text;
}

/* Presses the button with that label, once it can be seen. */
void
hc_ui_fixture_press (gpointer    widget,
                     const char *label)
{
  WAIT_FOR (hc_ui_fixture_find (widget, GTK_TYPE_BUTTON, label) != NULL);
  g_signal_emit_by_name (hc_ui_fixture_find (widget, GTK_TYPE_BUTTON, label), "clicked");
}

/* Every widget of that type that can be seen, in the order of the tree. */
GPtrArray *
hc_ui_fixture_find_all (gpointer widget,
                        GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_extend_and_steal (found, hc_ui_fixture_find_all (child, type));

  return found;
}

void
hc_ui_fixture_save_note (HcUiFixture *self,
                         HcNote      *note,
                         const char  *text)
{
  gboolean is_done = FALSE;

  hc_note_store_save_async (hc_profile_get_notes (hc_context_get_profile (self->context)), note, text,
                            hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  /* A label that goes on in the next line is a child of its button. */
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return NULL;
}

/* The first widget of that type that can be seen, and whose text contains the words, if any. */
gpointer
hc_ui_fixture_find (gpointer    widget,
                    GType       type,
                    const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) &&
      (text == NULL || (get_text (widget) != NULL && strstr (get_text (widget), text) != NULL)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = hc_ui_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Every widget of that role that can be seen, in the order of the tree. */
GPtrArray *
hc_ui_fixture_find_role (gpointer          widget,
                         GtkAccessibleRole role)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (widget, GTK_TYPE_WIDGET);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (gtk_accessible_get_accessible_role (g_ptr_array_index (all, i)) == role)
      g_ptr_array_add (found, g_ptr_array_index (all, i));

  return found;
}

/* A content folder that the real compiler has made into library.db. */
CompilerFixture *
hc_ui_fixture_make_library (const char *alpha)
{
  CompilerFixture *content = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  if (alpha != NULL)
    compiler_fixture_write (content, "content/articles/alpha.md", alpha, -1);

  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  return content;
}

/* The program with a library that hc_ui_fixture_make_library() has made. */
HcUiFixture *
hc_ui_fixture_new_for_content (CompilerFixture *content)
{
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);

  return hc_ui_fixture_new_full (NULL, path);
}
