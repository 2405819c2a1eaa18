/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-preferences-dialog.h"
#include "hc-ui-fixture.h"
#include "portal-fixture.h"

/* The dialog with the preferences, and what the desktop makes of what is chosen. */

typedef struct
{
  HcUiFixture  *fixture;
  HcWindow     *window;
  HcBackground *background;
  AdwDialog    *dialog;
  GSettings    *settings;
} Preferences;

static Preferences *
preferences_open (void)
{
  Preferences *self = g_new0 (Preferences, 1);
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  self->fixture = hc_ui_fixture_new (NULL);
  self->settings = hc_context_get_settings (self->fixture->context);
  self->window = hc_ui_fixture_present (self->fixture, "health-center:articles", 360, 640);
  self->background = hc_background_new (connection, TRUE, "/nowhere");
  self->dialog = hc_preferences_dialog_new (self->fixture->context, self->background);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
  hc_ui_fixture_wait_frames (self->window, 5);

  return self;
}

static void
preferences_free (Preferences *self)
{
  gpointer left = self->background;

  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  hc_ui_fixture_close (self->window);

  /* What it was asked last may still wait for the answer. */
  g_object_add_weak_pointer (G_OBJECT (self->background), &left);
  g_object_unref (self->background);
  WAIT_FOR (left == NULL);
  hc_ui_fixture_free (self->fixture);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preferences, preferences_free)

static AdwSwitchRow *
find_row (Preferences *self,
          const char  *title)
{
  AdwSwitchRow *row = hc_ui_fixture_find (self->dialog, ADW_TYPE_SWITCH_ROW, title);

  g_assert_nonnull (row);

  return row;
}

static void
press (Preferences *self,
       const char  *title)
{
  g_signal_emit_by_name (find_row (self, title), "activate");
}

static const char *
get_words (Preferences *self,
           const char  *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (self, title)));
}

static void
test_rows (void)
{
  g_autoptr (Preferences) preferences = preferences_open ();
  g_autoptr (GPtrArray) headings = NULL;

  /* At first: reminders, but discreet ones, and only as long as the window is open. */
  g_assert_true (adw_switch_row_get_active (find_row (preferences, "_Remind of Medicines")));
  g_assert_false (adw_switch_row_get_active (find_row (preferences, "_Window")));
  g_assert_false (adw_switch_row_get_active (find_row (preferences, "_Names")));

  press (preferences, "_Names");
  g_assert_true (g_settings_get_boolean (preferences->settings, "show-names-in-notifications"));
  press (preferences, "_Remind of Medicines");
  g_assert_false (g_settings_get_boolean (preferences->settings, "remind"));

  /* The rest is of interest as long as there is anything to be reminded of. */
  g_assert_true (adw_switch_row_get_active (find_row (preferences, "Remind of _Appointments")));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_row (preferences, "_Window"))));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_row (preferences, "_Names"))));
  press (preferences, "Remind of _Appointments");
  g_assert_false (g_settings_get_boolean (preferences->settings, "remind-of-appointments"));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_row (preferences, "_Window"))));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_row (preferences, "_Names"))));
  press (preferences, "_Remind of Medicines");
  g_assert_true (g_settings_get_boolean (preferences->settings, "remind"));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_row (preferences, "_Window"))));
}

static void
test_granted (void)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new (PORTAL_GRANTS);
  g_autoptr (Preferences) preferences = preferences_open ();
  g_autofree char *words = g_strdup (get_words (preferences, "_Window"));
  g_autofree char *asked = NULL;

  press (preferences, "_Window");

  /* It holds when the desktop has allowed it, and not before. */
  g_assert_false (g_settings_get_boolean (preferences->settings, "remind-in-background"));
  WAIT_FOR (g_settings_get_boolean (preferences->settings, "remind-in-background"));
  WAIT_FOR (g_str_equal (get_words (preferences, "_Window"), words));
  g_assert_true (adw_switch_row_get_active (find_row (preferences, "_Window")));
  g_clear_pointer (&portal->options, g_variant_unref);

  press (preferences, "_Window");
  g_assert_false (g_settings_get_boolean (preferences->settings, "remind-in-background"));
  WAIT_FOR (portal->options != NULL);
  asked = portal_fixture_dup_text (portal);
  g_assert_cmpstr (asked, ==, "health-center --background");
}

static void
test_denied (void)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new (PORTAL_DENIES);
  g_autoptr (Preferences) preferences = preferences_open ();
  g_autofree char *announcement = NULL;

  press (preferences, "_Window");
  WAIT_FOR (!adw_switch_row_get_active (find_row (preferences, "_Window")));
  g_assert_nonnull (strstr (get_words (preferences, "_Window"), "the system does not allow it"));
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_nonnull (strstr (announcement, "the system does not allow it"));
  g_assert_false (g_settings_get_boolean (preferences->settings, "remind-in-background"));

  /* It can be tried again. */
  portal->manner = PORTAL_GRANTS;
  press (preferences, "_Window");
  WAIT_FOR (g_settings_get_boolean (preferences->settings, "remind-in-background"));
}

/* The person has closed the dialog before the desktop has answered. */
static void
test_closed (void)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new (PORTAL_GRANTS);
  g_autoptr (Preferences) preferences = preferences_open ();

  press (preferences, "_Window");
  adw_dialog_force_close (preferences->dialog);
  preferences->dialog = NULL;
  WAIT_FOR (g_settings_get_boolean (preferences->settings, "remind-in-background"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  portal_fixture_start_bus ();
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/preferences/rows", test_rows);
  g_test_add_func ("/preferences/granted", test_granted);
  g_test_add_func ("/preferences/denied", test_denied);
  g_test_add_func ("/preferences/closed", test_closed);

  result = g_test_run ();
  portal_fixture_stop_bus ();

  return result;
}
