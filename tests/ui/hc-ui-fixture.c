/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-ui-fixture.h"

#include <glib/gstdio.h>

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
  HcUiFixture *self = g_new0 (HcUiFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (HC_TEST_LIBRARY, &error);
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_autoptr (HcProfile) profile = NULL;

  g_assert_no_error (error);

  self->folder = folder != NULL ? g_strdup (folder) : g_dir_make_tmp ("hc-ui-XXXXXX", NULL);
  profile = hc_profile_new (self->folder, clock);
  self->context = hc_context_new (library, profile, clock, settings);

  self->application = ADW_APPLICATION (adw_application_new ("io.github.health_center.HealthCenter.Test",
                                                            G_APPLICATION_NON_UNIQUE));
  g_object_set (self->application, "resource-base-path", "/io/github/health_center/HealthCenter", NULL);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);

  self->text_size = hc_text_size_new (settings, gdk_display_get_default ());
  hc_text_size_add_actions (self->text_size, G_ACTION_MAP (self->application));

  return self;
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

/* Ends the program: everything that was handed to the profile is on the disk afterwards. */
void
hc_ui_fixture_free (HcUiFixture *self)
{
  reset_settings (hc_context_get_settings (self->context));
  g_clear_object (&self->text_size);
  g_clear_object (&self->context);
  g_clear_object (&self->application);
  g_free (self->folder);
  g_free (self);

  while (g_main_context_iteration (NULL, FALSE))
    ;
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

void
hc_ui_fixture_close (HcWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
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
