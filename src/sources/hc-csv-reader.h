/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label-error.h"

G_BEGIN_DECLS

/**
 * HcCsvRow:
 * @fields: (nullable) (array zero-terminated=1): the fields of a row; %NULL when the row is faulty
 * @n_fields: how many there are
 * @line: the line of the file in which the row begins, from 1
 * @error: (nullable): what is wrong with a faulty row
 */
typedef struct
{
  char         **fields;
  guint          n_fields;
  guint          line;
  const GError  *error;
} HcCsvRow;

/**
 * HcCsvFunc:
 * @row: a row
 * @user_data: what was given to hc_csv_reader_new()
 *
 * Takes a row that is not empty.
 *
 * Returns: whether to go on
 */
typedef gboolean (*HcCsvFunc) (const HcCsvRow *row, gpointer user_data);

/**
 * HcCsvReader:
 *
 * Reads comma-separated values (RFC 4180) as they come. A row that cannot be read is told of and left out;
 * the next line starts anew.
 */
typedef struct _HcCsvReader HcCsvReader;

HcCsvReader *hc_csv_reader_new    (HcCsvFunc     func,
                                   gpointer      user_data) G_GNUC_WARN_UNUSED_RESULT;
void         hc_csv_reader_free   (HcCsvReader  *self);
void         hc_csv_reader_set_separator (HcCsvReader *self,
                                          char         separator);
gboolean     hc_csv_reader_feed   (HcCsvReader  *self,
                                   const char   *data,
                                   gsize         length);
gboolean     hc_csv_reader_finish (HcCsvReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCsvReader, hc_csv_reader_free)

G_END_DECLS
