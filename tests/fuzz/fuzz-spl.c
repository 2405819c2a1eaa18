/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include "fuzz-labels.h"
#include "hc-spl-reader.h"

#define PIECE 61

/* Returns: (transfer full) (nullable): the label in a document that comes in pieces of so many bytes */
static HcLabel *
read_label (const uint8_t *data,
            size_t         size,
            size_t         piece)
{
  g_autoptr (HcSplReader) reader = hc_spl_reader_new ();
  g_autoptr (GError) error = NULL;
  gboolean go_on = TRUE;
  HcLabel *label = NULL;

  for (size_t start = 0; start < size && go_on; start += piece)
    go_on = hc_spl_reader_feed (reader, (const char *) data + start, MIN (piece, size - start), &error);

  if (go_on)
    label = hc_spl_reader_finish (reader, &error);

  g_assert_true ((label == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == HC_LABEL_ERROR);

  return label;
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): a document of Structured Product Labeling, or anything
 * @size: how many bytes
 *
 * Reads a document. It is a label that keeps the rules or an error, however many pieces it comes in, and the label
 * can be saved.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (HcLabel) whole = read_label (data, size, MAX (size, 1));
  g_autoptr (HcLabel) pieces = read_label (data, size, PIECE);
  g_autofree char *text = NULL, *same = NULL;

  if (whole == NULL || pieces == NULL)
    {
      g_assert_true (whole == pieces);
      return 0;
    }

  text = fuzz_labels_print (whole);
  same = fuzz_labels_print (pieces);
  g_assert_cmpstr (text, ==, same);

  fuzz_labels_check (whole);
  fuzz_labels_save (whole);

  return 0;
}
