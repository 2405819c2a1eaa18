/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every program with libadwaita costs at least: a window with a header bar and a label. The
 * program is measured beside it. */

#include <adwaita.h>

static gboolean exit_after_startup = FALSE;

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), gtk_label_new ("Health Center"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_title (GTK_WINDOW (window), "Health Center");
  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 760);

  /* At the same moment as the program does it. */
  if (exit_after_startup)
    g_signal_connect_object (window, "map", G_CALLBACK (g_application_quit), application,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("io.github.health_center.BareWindow", G_APPLICATION_DEFAULT_FLAGS);
  const GOptionEntry entries[] = {
    { "exit-after-startup", 0, 0, G_OPTION_ARG_NONE, &exit_after_startup, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (application), entries);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
