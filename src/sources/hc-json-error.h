/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_JSON_ERROR (hc_json_error_quark ())

/**
 * HcJsonError:
 * @HC_JSON_ERROR_NOT_JSON: it is something else, or has a mistake
 * @HC_JSON_ERROR_CUT: it ends before its end
 * @HC_JSON_ERROR_TOO_DEEP: it is nested deeper than anything that is read here
 * @HC_JSON_ERROR_TOO_LARGE: it, or one item of it, is larger than anything that is read here
 * @HC_JSON_ERROR_NOT_UTF8: the text is not UTF-8
 * @HC_JSON_ERROR_OTHER: it is JSON about something else
 * @HC_JSON_ERROR_INCOMPLETE: what an item cannot do without is missing
 * @HC_JSON_ERROR_ARCHIVE: the archive in which it lies is damaged, or empty
 * @HC_JSON_ERROR_UNREADABLE: the file cannot be opened or read
 *
 * Why JSON, or an item of it, was not read. The message is for those who look closely.
 */
typedef enum {
  HC_JSON_ERROR_NOT_JSON,
  HC_JSON_ERROR_CUT,
  HC_JSON_ERROR_TOO_DEEP,
  HC_JSON_ERROR_TOO_LARGE,
  HC_JSON_ERROR_NOT_UTF8,
  HC_JSON_ERROR_OTHER,
  HC_JSON_ERROR_INCOMPLETE,
  HC_JSON_ERROR_ARCHIVE,
  HC_JSON_ERROR_UNREADABLE,
} HcJsonError;

GQuark      hc_json_error_quark    (void);
const char *hc_json_error_to_words (HcJsonError code);

G_END_DECLS
