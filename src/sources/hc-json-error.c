/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-json-error.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (hc-json-error-quark, hc_json_error)

/**
 * hc_json_error_to_words:
 * @code: an error
 *
 * Returns: (transfer none): the reason and what can be done, in words for the person, translated; fit for what a site
 *   sent and for a file that somebody chose
 */
const char *
hc_json_error_to_words (HcJsonError code)
{
  switch (code)
    {
    case HC_JSON_ERROR_CUT:
      return _("The data breaks off in the middle. Get it once more.");
    case HC_JSON_ERROR_TOO_DEEP:
      return _("The data is built in another way than it should be, so it was not read.");
    case HC_JSON_ERROR_TOO_LARGE:
      return _("The data is larger than this program takes, so it was not read.");
    case HC_JSON_ERROR_NOT_UTF8:
      return _("The data is not written in Unicode, so it cannot be read.");
    case HC_JSON_ERROR_OTHER:
      return _("The data is about something else than what was wanted.");
    case HC_JSON_ERROR_INCOMPLETE:
      return _("An entry has no number or no name, so it was left out.");
    case HC_JSON_ERROR_ARCHIVE:
      return _("The archive is damaged or has nothing in it that can be read. Get it once more.");
    case HC_JSON_ERROR_UNREADABLE:
      return _("The file cannot be opened. Check that it is still there and that you may read it.");
    case HC_JSON_ERROR_NOT_JSON:
    default:
      return _("The data is damaged or of another kind, so it cannot be read. Get it once more.");
    }
}
