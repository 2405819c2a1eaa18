/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz-article.h"

#define N_PARTS 16

/* Hands each file of a folder to the fuzz target, whole and cut off at several places. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n_files = 0;

  if (argc != 2 || (dir = g_dir_open (argv[1], 0, &error)) == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "The folder of the corpus is needed");
      return EXIT_FAILURE;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (path, &data, &length, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return EXIT_FAILURE;
        }

      /* A copy without a zero byte at its end: reading on is then an error that a tool can see. */
      for (gsize part = 0; part <= N_PARTS; part++)
        {
          gsize size = length * part / N_PARTS;
          g_autofree uint8_t *copy = g_malloc (MAX (size, 1));

          memcpy (copy, data, size);
          LLVMFuzzerTestOneInput (copy, size);
        }

      n_files++;
    }

  printf ("%u files\n", n_files);

  return n_files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
