/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <string.h>

#include "hc-opml.h"

static char *
print_entries (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const HcOpmlEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (g_str_has_prefix (entry->address, "https://"));
      g_assert_true (g_utf8_validate (entry->title, -1, NULL));
      g_assert_true (g_utf8_validate (entry->folder, -1, NULL));
      g_string_append_printf (text, "%s\n", entry->address);
    }

  return g_string_free_and_steal (text);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (((const HcOpmlEntry *) a)->address, ((const HcOpmlEntry *) b)->address);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): a list of feeds, or anything
 * @size: how many bytes
 *
 * Reads a list of feeds. What was read can be written, and read again with the same feeds in it.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) again_bytes = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (1795271875);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hc_opml_read (bytes, NULL, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *before = NULL, *after = NULL, *text = NULL;

  g_assert_true ((entries == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == HC_FEED_ERROR);
  if (entries == NULL)
    return 0;

  text = hc_opml_print (entries, "Title", now);
  again_bytes = g_bytes_new (text, strlen (text));
  again = hc_opml_read (again_bytes, NULL, &error);
  g_assert_no_error (error);

  /* Folders stand together then. */
  g_ptr_array_sort_values (entries, compare_entries);
  g_ptr_array_sort_values (again, compare_entries);
  before = print_entries (entries);
  after = print_entries (again);
  g_assert_cmpstr (after, ==, before);

  return 0;
}
