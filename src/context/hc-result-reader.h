/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-book.h"

G_BEGIN_DECLS

/* What a file may have at most. */
#define HC_RESULT_MAX_BYTES (1024 * 1024)
#define HC_RESULT_MAX_ROWS 5000

#define HC_RESULT_ERROR (hc_result_error_quark ())

/**
 * HcResultError:
 * @HC_RESULT_ERROR_TOO_LARGE: the file has more bytes or rows than are read
 * @HC_RESULT_ERROR_EMPTY: there is no row in it
 */
typedef enum {
  HC_RESULT_ERROR_TOO_LARGE,
  HC_RESULT_ERROR_EMPTY,
} HcResultError;

GQuark hc_result_error_quark (void);

/**
 * HcResultRow:
 * @line: its line in the file, from 1
 * @kind: what it is a result of
 * @time: when it was so
 * @value: the number, in the unit of @kind
 */
typedef struct
{
  guint        line;
  HcDiaryKind *kind;
  GDateTime   *time;
  double       value;
} HcResultRow;

/**
 * HcResultFault:
 * @line: a line in the file, from 1
 * @words: why it cannot be read, for a person
 */
typedef struct
{
  guint  line;
  char  *words;
} HcResultFault;

/**
 * HcResultSheet:
 * @rows: (element-type HcResultRow): what could be read, in the order of the file
 * @faults: (element-type HcResultFault): what could not
 *
 * What a file with results has.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *faults;
} HcResultSheet;

HcResultSheet *hc_result_sheet_read (HcDiaryBook    *book,
                                     const char     *data,
                                     gsize           length,
                                     GDateTime      *now,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           hc_result_sheet_free (HcResultSheet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcResultSheet, hc_result_sheet_free)

G_END_DECLS
