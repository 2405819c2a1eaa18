/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include "fuzz-labels.h"
#include "hc-pillbox-reader.h"

#define PIECE 7

static gboolean
take_label_cb (HcLabel  *label,
               gpointer  user_data)
{
  g_autoptr (HcLabel) owned = label;
  g_autofree char *printed = fuzz_labels_print (owned);

  g_string_append (user_data, printed);
  fuzz_labels_check (owned);
  fuzz_labels_save (owned);

  return TRUE;
}

static void
take_fault_cb (const GError *error,
               guint         line,
               gpointer      user_data)
{
  g_assert_true (error->domain == HC_LABEL_ERROR);
  g_string_append_printf (user_data, "%u: %s\n", line, error->message);
}

/* Returns: (transfer full): what a reader makes of a file that comes in pieces of so many bytes */
static char *
read_table (const uint8_t *data,
            size_t         size,
            size_t         piece)
{
  static const HcPillboxFuncs funcs = { take_label_cb, take_fault_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HcPillboxReader) reader = hc_pillbox_reader_new (&funcs, text);
  g_autoptr (GError) error = NULL;
  gboolean go_on = TRUE;
  guint n_unnamed = 0;

  for (size_t start = 0; start < size && go_on; start += piece)
    go_on = hc_pillbox_reader_feed (reader, (const char *) data + start, MIN (piece, size - start), &error);

  if (go_on)
    go_on = hc_pillbox_reader_finish (reader, &n_unnamed, &error);

  g_assert_true (go_on == (error == NULL));
  g_string_append_printf (text, "%u unnamed, %s", n_unnamed, error != NULL ? error->message : "good");

  return g_strdup (text->str);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): a table of the Pillbox, or anything
 * @size: how many bytes
 *
 * Reads a table. However many pieces it comes in, it has the same labels and faults, and the labels can be saved.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *whole = read_table (data, size, MAX (size, 1));
  g_autofree char *pieces = read_table (data, size, PIECE);

  g_assert_cmpstr (whole, ==, pieces);

  return 0;
}
