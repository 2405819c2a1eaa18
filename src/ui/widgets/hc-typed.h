/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hc_typed_read_number (const char *text,
                                  double     *number);
const char *hc_typed_read_count  (const char *text,
                                  int        *count);
const char *hc_typed_read_time   (const char *text,
                                  int        *minute);
const char *hc_typed_read_date   (const char *text,
                                  GDate      *date);
const char *hc_typed_check_name  (const char *text);
char       *hc_typed_dup_number  (double      number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
