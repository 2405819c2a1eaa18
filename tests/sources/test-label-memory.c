/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bad-fixture.h"

#include <string.h>

/* However many labels are imported, there is never more than one in memory: the peak of a large import is that of a
 * small one. A program of its own, because a peak never falls. */

#define N_FEW 200
#define N_MANY 800

/* All labels together have 64 MiB more in the larger import. */
#define LABEL_LENGTH (108 * 1024)
#define BOUND_KIB (16 * 1024)

static guint64
read_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);

  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10);
}

static void
write_labels (BadFixture *fixture,
              guint       from,
              guint       to)
{
  for (guint i = from; i < to; i++)
    {
      g_autoptr (GString) text = g_string_new (LABEL_DECLARATION LABEL_OPEN LABEL_KIND);
      g_autofree char *name = g_strdup_printf ("label-%u.xml", i);

      g_string_append_printf (text, "<setId root=\"10000000-0000-0000-0000-%012u\"/>" LABEL_PRODUCT ("5")
                              "<component><structuredBody><component><section><code code=\"34067-9\"/>"
                              "<title>Uses</title><text><paragraph>", i);
      for (guint word = i; text->len < LABEL_LENGTH; word = word * 7 + 1)
        g_string_append_printf (text, "word%u ", word % 5000);
      g_string_append (text, "</paragraph></text></section></component></structuredBody></component>" LABEL_CLOSE);
      bad_fixture_write (fixture, name, text->str, (gssize) text->len);
    }
}

static void
test_peak (BadFixture    *fixture,
           gconstpointer  data)
{
  guint64 few, many;

  write_labels (fixture, 0, N_FEW);
  bad_fixture_import_folder (fixture);
  g_assert_cmpuint (fixture->report->n_added, ==, N_FEW + 2);
  few = read_peak ();

  write_labels (fixture, N_FEW, N_MANY);
  bad_fixture_import_folder (fixture);
  g_assert_cmpuint (fixture->report->n_added, ==, N_MANY - N_FEW);
  g_assert_cmpuint (fixture->report->n_unchanged, ==, N_FEW + 2);
  many = read_peak ();

  g_test_message ("%" G_GUINT64_FORMAT " KiB, then %" G_GUINT64_FORMAT " KiB", few, many);

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("The sanitizer keeps what was freed");
#else
  g_assert_cmpuint (many, <=, few + BOUND_KIB);
#endif
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/label-memory/peak", BadFixture, NULL, bad_fixture_set_up, test_peak, bad_fixture_tear_down);

  return g_test_run ();
}
