/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-error.h"

#include <glib/gi18n.h>

#include "hc-json-error.h"

G_DEFINE_QUARK (hc-trial-error-quark, hc_trial_error)

/**
 * hc_trial_error_to_words:
 * @code: why something was not read
 *
 * Returns: (transfer none): that in a sentence for a person
 */
const char *
hc_trial_error_to_words (HcTrialError code)
{
  switch (code)
    {
    case HC_TRIAL_ERROR_UNREADABLE:
      return _("The file cannot be read.");
    case HC_TRIAL_ERROR_NOT_WELL_FORMED:
      return _("The file is damaged or was not received to its end.");
    case HC_TRIAL_ERROR_NOT_UTF8:
      return _("The text is not written in UTF-8.");
    case HC_TRIAL_ERROR_TOO_DEEP:
      return _("The file is nested too deep to be a list of trials.");
    case HC_TRIAL_ERROR_TOO_LARGE:
      return _("A part of the file is larger than any trial.");
    case HC_TRIAL_ERROR_WEB_PAGE:
      return _("A web page came in place of the list of trials. Does the network ask you to sign in first?");
    case HC_TRIAL_ERROR_NOT_TRIALS:
      return _("This is not a list of trials of ClinicalTrials.gov.");
    case HC_TRIAL_ERROR_INCOMPLETE:
      return _("A trial has no number or no title.");
    case HC_TRIAL_ERROR_WRONG_HEADER:
      return _("The first line of the table is not that of ClinicalTrials.gov.");
    case HC_TRIAL_ERROR_WRONG_ROW:
      return _("A row of the table does not fit its first line.");
    case HC_TRIAL_ERROR_DAMAGED_ARCHIVE:
      return _("The archive is damaged.");
    case HC_TRIAL_ERROR_UNSAFE_NAME:
      return _("A name in the archive leads out of it.");
    case HC_TRIAL_ERROR_ENCRYPTED:
      return _("A file in the archive is encrypted.");
    case HC_TRIAL_ERROR_EMPTY:
      return _("There is no trial in it.");
    case HC_TRIAL_ERROR_ENDLESS:
      return _("The registry sent the same page again, so that the list may not be complete.");
    case HC_TRIAL_ERROR_NOT_SAVED:
      return _("It could not be saved on this computer.");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hc_trial_error_from_json:
 * @error: a %HC_JSON_ERROR
 *
 * Returns: (transfer full): what it means for a list of trials
 */
GError *
hc_trial_error_from_json (const GError *error)
{
  HcTrialError code = HC_TRIAL_ERROR_NOT_WELL_FORMED;

  g_return_val_if_fail (error != NULL && error->domain == HC_JSON_ERROR, NULL);

  switch ((HcJsonError) error->code)
    {
    case HC_JSON_ERROR_TOO_DEEP:
      code = HC_TRIAL_ERROR_TOO_DEEP;
      break;
    case HC_JSON_ERROR_TOO_LARGE:
      code = HC_TRIAL_ERROR_TOO_LARGE;
      break;
    case HC_JSON_ERROR_NOT_UTF8:
      code = HC_TRIAL_ERROR_NOT_UTF8;
      break;
    case HC_JSON_ERROR_OTHER:
    case HC_JSON_ERROR_INCOMPLETE:
      code = HC_TRIAL_ERROR_INCOMPLETE;
      break;
    case HC_JSON_ERROR_NOT_JSON:
    case HC_JSON_ERROR_CUT:
    case HC_JSON_ERROR_ARCHIVE:
    case HC_JSON_ERROR_UNREADABLE:
    default:
      break;
    }

  return g_error_new_literal (HC_TRIAL_ERROR, (int) code, error->message);
}
