/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "hc-library-writer.h"
#include "hc-readability.h"

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL, *schema_file = NULL, *output = NULL, *depfile = NULL, *schema = NULL;
  g_autofree char *illustrations = NULL;
  gboolean report = FALSE;
  const GOptionEntry entries[] = {
    { "content", 0, 0, G_OPTION_ARG_FILENAME, &folder, "The content folder", "DIR" },
    { "illustrations", 0, 0, G_OPTION_ARG_FILENAME, &illustrations, "The folder with the pictures", "DIR" },
    { "schema", 0, 0, G_OPTION_ARG_FILENAME, &schema_file, "The SQL that makes the tables", "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The library to be made", "FILE" },
    { "depfile", 0, 0, G_OPTION_ARG_FILENAME, &depfile, "Where to write what was read", "FILE" },
    { "report", 0, 0, G_OPTION_ARG_NONE, &report, "Print the length and grade of each article", NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFaultList) faults = hc_fault_list_new ();
  g_autoptr (HcContent) content = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || !folder || !schema_file || !output)
    {
      fprintf (stderr, "%s\n", error ? error->message : "--content, --schema and --output are needed");
      return 2;
    }

  content = hc_content_read (folder, illustrations, faults);

  if (hc_fault_list_get_length (faults) > 0)
    {
      g_autofree char *text = hc_fault_list_print (faults);
      fputs (text, stderr);
    }
  else if (!g_file_get_contents (schema_file, &schema, NULL, &error) ||
           !hc_library_writer_write (content, schema, output, &error) ||
           (depfile != NULL && !hc_content_write_depfile (content, depfile, output, &error)))
    {
      fprintf (stderr, "%s\n", error->message);
    }
  else
    {
      if (report)
        hc_readability_print_report (content->articles, stdout);
      return EXIT_SUCCESS;
    }

  g_unlink (output);

  return EXIT_FAILURE;
}
