/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "hc-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HcApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (HC_GETTEXT_PACKAGE, HC_LOCALE_DIR);
  bind_textdomain_codeset (HC_GETTEXT_PACKAGE, "UTF-8");
  textdomain (HC_GETTEXT_PACKAGE);

  application = hc_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : hc_application_get_exit_status (application);
}
