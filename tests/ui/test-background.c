/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-background.h"
#include "portal-fixture.h"

/* What the desktop is asked for, and what comes of its answers. */

static gboolean
request (HcBackground  *background,
         gboolean       starts_at_login,
         GError       **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_background_request_async (background, starts_at_login, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_background_request_finish (background, result, error);
}

static HcBackground *
make_background (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);

  return hc_background_new (connection, TRUE, "/nowhere");
}

static void
test_granted (gconstpointer data)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new ((PortalManner) GPOINTER_TO_UINT (data));
  g_autoptr (HcBackground) background = make_background ();
  g_autoptr (GError) error = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *taken_back = NULL;

  request (background, TRUE, &error);
  g_assert_no_error (error);
  asked = portal_fixture_dup_text (portal);
  g_assert_cmpstr (asked, ==, "health-center --background at login");

  request (background, FALSE, &error);
  g_assert_no_error (error);
  taken_back = portal_fixture_dup_text (portal);
  g_assert_cmpstr (taken_back, ==, "health-center --background");
  g_assert_cmpuint (portal->n_closed, ==, 0);
}

static void
test_denied (gconstpointer data)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new ((PortalManner) GPOINTER_TO_UINT (data));
  g_autoptr (HcBackground) background = make_background ();
  g_autoptr (GError) error = NULL;

  g_assert_false (request (background, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (hc_background_error_to_words (error), "does not allow"));
}

static void
test_fails (void)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new (PORTAL_FAILS);
  g_autoptr (HcBackground) background = make_background ();
  g_autoptr (GError) error = NULL;

  g_assert_false (request (background, TRUE, &error));
  g_assert_nonnull (strstr (hc_background_error_to_words (error), "a fault"));
}

static void
test_no_portal (void)
{
  g_autoptr (HcBackground) background = make_background ();
  g_autoptr (HcBackground) without_bus = hc_background_new (NULL, TRUE, "/nowhere");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  g_assert_false (request (background, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (hc_background_error_to_words (error), "no way"));
  g_assert_false (request (without_bus, TRUE, &other_error));
  g_assert_error (other_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* The question is closed, so that the desktop does not go on asking. */
static void
test_silent (void)
{
  g_autoptr (PortalFixture) portal = portal_fixture_new (PORTAL_IS_SILENT);
  g_autoptr (HcBackground) background = make_background ();
  g_autoptr (GError) error = NULL;

  hc_background_set_patience (background, 1);
  g_assert_false (request (background, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_nonnull (strstr (hc_background_error_to_words (error), "did not answer"));
  while (portal->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Outside of a sandbox. GKeyFile writes the file; another reader of desktop files reads it. */
static void
test_file (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *autostart = g_build_filename (folder, "config", "autostart", NULL);
  g_autofree char *path = g_build_filename (autostart, "io.github.health_center.HealthCenter.desktop", NULL);
  g_autoptr (HcBackground) background = hc_background_new (NULL, FALSE, autostart);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing to take back is no fault. */
  request (background, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (autostart, G_FILE_TEST_EXISTS));

  request (background, TRUE, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bytes, ==,
                   "[Desktop Entry]\nType=Application\nName=Health Center\nExec=health-center --background\n"
                   "Icon=io.github.health_center.HealthCenter\n");

  request (background, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  fixture_remove_folder (folder);
}

static void
test_file_fails (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *file = g_build_filename (folder, "autostart", NULL);
  g_autoptr (HcBackground) background = hc_background_new (NULL, FALSE, file);
  g_autoptr (GError) error = NULL;

  fixture_write_file (folder, "autostart", "not a folder", -1);
  g_assert_false (request (background, TRUE, &error));
  g_assert_nonnull (strstr (hc_background_error_to_words (error), "cannot be written"));

  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  portal_fixture_start_bus ();

  g_test_add_data_func ("/background/granted", GUINT_TO_POINTER (PORTAL_GRANTS), test_granted);
  g_test_add_data_func ("/background/granted-early", GUINT_TO_POINTER (PORTAL_GRANTS_EARLY), test_granted);
  g_test_add_data_func ("/background/granted-elsewhere", GUINT_TO_POINTER (PORTAL_GRANTS_ELSEWHERE), test_granted);
  g_test_add_data_func ("/background/denied", GUINT_TO_POINTER (PORTAL_DENIES), test_denied);
  g_test_add_data_func ("/background/denied-autostart", GUINT_TO_POINTER (PORTAL_DENIES_AUTOSTART), test_denied);
  g_test_add_data_func ("/background/cancelled", GUINT_TO_POINTER (PORTAL_IS_CANCELLED), test_denied);
  g_test_add_func ("/background/fails", test_fails);
  g_test_add_func ("/background/no-portal", test_no_portal);
  g_test_add_func ("/background/silent", test_silent);
  g_test_add_func ("/background/file", test_file);
  g_test_add_func ("/background/file-fails", test_file_fails);

  result = g_test_run ();
  portal_fixture_stop_bus ();

  return result;
}
