/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_TRIAL_ERROR (hc_trial_error_quark ())

/**
 * HcTrialError:
 * @HC_TRIAL_ERROR_UNREADABLE: the file cannot be opened or read
 * @HC_TRIAL_ERROR_NOT_WELL_FORMED: the JSON is cut off or otherwise not well-formed
 * @HC_TRIAL_ERROR_NOT_UTF8: the text is not UTF-8
 * @HC_TRIAL_ERROR_TOO_DEEP: values or archives are nested too deep
 * @HC_TRIAL_ERROR_TOO_LARGE: a trial is larger than any
 * @HC_TRIAL_ERROR_WEB_PAGE: it is a web page, such as a hotel shows before one is let into the network
 * @HC_TRIAL_ERROR_NOT_TRIALS: it is something else
 * @HC_TRIAL_ERROR_INCOMPLETE: a trial has no number or no title
 * @HC_TRIAL_ERROR_WRONG_HEADER: the first line of a CSV file is not that of the registry
 * @HC_TRIAL_ERROR_WRONG_ROW: a row of a CSV file does not fit its first line
 * @HC_TRIAL_ERROR_DAMAGED_ARCHIVE: an archive is damaged
 * @HC_TRIAL_ERROR_UNSAFE_NAME: the name of a file in an archive leads out of the archive
 * @HC_TRIAL_ERROR_ENCRYPTED: a file in an archive is encrypted
 * @HC_TRIAL_ERROR_EMPTY: there is nothing to import
 * @HC_TRIAL_ERROR_ENDLESS: the registry gave the same page again, or more pages than there can be
 * @HC_TRIAL_ERROR_NOT_SAVED: it could not be saved
 *
 * Why a file, a page of the registry or a part of these was not read.
 */
typedef enum {
  HC_TRIAL_ERROR_UNREADABLE,
  HC_TRIAL_ERROR_NOT_WELL_FORMED,
  HC_TRIAL_ERROR_NOT_UTF8,
  HC_TRIAL_ERROR_TOO_DEEP,
  HC_TRIAL_ERROR_TOO_LARGE,
  HC_TRIAL_ERROR_WEB_PAGE,
  HC_TRIAL_ERROR_NOT_TRIALS,
  HC_TRIAL_ERROR_INCOMPLETE,
  HC_TRIAL_ERROR_WRONG_HEADER,
  HC_TRIAL_ERROR_WRONG_ROW,
  HC_TRIAL_ERROR_DAMAGED_ARCHIVE,
  HC_TRIAL_ERROR_UNSAFE_NAME,
  HC_TRIAL_ERROR_ENCRYPTED,
  HC_TRIAL_ERROR_EMPTY,
  HC_TRIAL_ERROR_ENDLESS,
  HC_TRIAL_ERROR_NOT_SAVED,
} HcTrialError;

GQuark      hc_trial_error_quark     (void);
const char *hc_trial_error_to_words  (HcTrialError  code);
GError     *hc_trial_error_from_json (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
