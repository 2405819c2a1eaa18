/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <glib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz-labels.h"
#include "hc-label-scanner.h"

static gboolean
take_label_cb (HcLabel    *label,
               const char *file,
               gpointer    user_data)
{
  g_autoptr (HcLabel) owned = label;
  guint *n_found = user_data;

  (*n_found)++;
  g_assert_true (g_utf8_validate (file, -1, NULL));
  fuzz_labels_check (owned);
  fuzz_labels_save (owned);

  return TRUE;
}

static void
take_problem_cb (const char   *file,
                 const GError *error,
                 gpointer      user_data)
{
  guint *n_found = user_data;

  (*n_found)++;
  g_assert_true (g_utf8_validate (file, -1, NULL));
  g_assert_nonnull (error);
  g_assert_true (error->domain == HC_LABEL_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_null (strstr (error->message, "(null)"));
}

static gboolean
take_progress_cb (double   fraction,
                  gpointer user_data)
{
  g_assert_true (fraction >= 0 && fraction <= 1);

  return TRUE;
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): an archive, or anything
 * @size: how many bytes
 *
 * Scans a file that somebody chose. There are labels in it or it is told why there are none.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const HcLabelScannerFuncs funcs = { take_label_cb, take_problem_cb, take_progress_cb };
  int file = memfd_create ("labels", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  const char *paths[] = { path, NULL };
  guint n_found = 0;

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, data, size), ==, (gssize) size);
  g_assert_true (hc_label_scanner_scan (paths, &funcs, &n_found));
  g_assert_cmpint (close (file), ==, 0);

  /* A table without rows is complete. */
  g_assert_true (n_found > 0 || (size > 0 && data[0] != 'P'));

  return 0;
}
