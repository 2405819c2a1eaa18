/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-words.h"

#include <glib/gi18n.h>

#include "hc-database.h"
#include "hc-error-words.h"
#include "hc-json-error.h"

/**
 * hc_recall_words_dup_time:
 * @time: a moment
 *
 * Returns: (transfer full): the day and the time of day where the person is
 */
char *
hc_recall_words_dup_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);

  /* Translators: a day and a time of day. See the manual of g_date_time_format(). */
  return g_date_time_format (local, _("%-d %B %Y, %H:%M"));
}

/**
 * hc_recall_words_dup_checked:
 * @watch: what keeps the recalls new
 *
 * Returns: (transfer full): when all recalls had come for the last time, a line without a full stop
 */
char *
hc_recall_words_dup_checked (HcRecallWatch *watch)
{
  g_autoptr (GDateTime) checked = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (HC_IS_RECALL_WATCH (watch), NULL);

  checked = hc_recall_watch_dup_checked (watch);
  if (checked == NULL)
    return g_strdup (_("Recalls were not checked yet"));

  time = hc_recall_words_dup_time (checked);

  /* Translators: %s is a day and a time of day. */
  return g_strdup_printf (_("Recalls last checked on %s"), time);
}

static char *
dup_fetch_progress (HcRecallWatch *watch)
{
  guint n_received;
  double fraction = hc_recall_watch_get_progress (watch, &n_received);

  if (n_received == 0)
    return g_strdup (_("Asking the FDA for recalls…"));

  if (fraction < 0)
    return g_strdup_printf (g_dngettext (NULL, "%'u recall received", "%'u recalls received", n_received), n_received);

  /* Translators: how many recalls came, and how much of all that is, in percent. */
  return g_strdup_printf (g_dngettext (NULL, "%'u recall received, %d %%", "%'u recalls received, %d %%", n_received),
                          n_received, (int) (fraction * 100));
}

/**
 * hc_recall_words_dup_progress:
 * @watch: what keeps the recalls new
 *
 * Returns: (transfer full): what it does and how far it is, empty when it does nothing
 */
char *
hc_recall_words_dup_progress (HcRecallWatch *watch)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (watch), NULL);

  switch (hc_recall_watch_get_phase (watch))
    {
    case HC_RECALL_FETCHING:
      return dup_fetch_progress (watch);
    case HC_RECALL_IMPORTING:
      return g_strdup (_("Reading the file…"));
    case HC_RECALL_MATCHING:
      return g_strdup (_("Comparing the recalls with the medicines…"));
    case HC_RECALL_IDLE:
    default:
      return g_strdup ("");
    }
}

static char *
dup_report (const HcRecallReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how many recalls are new, say something else than before, or were there already. */
  g_string_append_printf (text, _("%'u new, %'u changed, %'u as before."), report->n_added, report->n_updated,
                          report->n_unchanged);

  if (report->n_faults > 0)
    g_string_append_printf (text, g_dngettext (NULL, " %'u entry could not be read and was left out.",
                                               " %'u entries could not be read and were left out.", report->n_faults),
                            report->n_faults);

  if (!report->is_complete)
    g_string_append (text, _(" The list of the site broke off. Try again later."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hc_recall_words_is_trouble:
 * @watch: what keeps the recalls new
 *
 * Returns: whether the last fetch or import did not do what was wanted, so that it may be tried again
 */
gboolean
hc_recall_words_is_trouble (HcRecallWatch *watch)
{
  const HcRecallReport *report;

  g_return_val_if_fail (HC_IS_RECALL_WATCH (watch), FALSE);

  report = hc_recall_watch_get_report (watch);

  switch (hc_recall_watch_get_end (watch))
    {
    case HC_RECALL_FETCH_FAILED:
    case HC_RECALL_IMPORT_FAILED:
    case HC_RECALL_MATCH_FAILED:
      return TRUE;
    case HC_RECALL_FETCHED:
    case HC_RECALL_IMPORTED:
      return report != NULL && !report->is_complete;
    case HC_RECALL_CANCELED:
    case HC_RECALL_NOT_RUN:
    default:
      return FALSE;
    }
}

/**
 * hc_recall_words_get_end:
 * @watch: what keeps the recalls new
 *
 * Returns: (transfer none): how the last fetch or import ended as a heading, %NULL when there was none
 */
const char *
hc_recall_words_get_end (HcRecallWatch *watch)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (watch), NULL);

  switch (hc_recall_watch_get_end (watch))
    {
    case HC_RECALL_FETCHED:
      return hc_recall_words_is_trouble (watch) ? _("Not All Recalls Came") : _("Recalls Checked");
    case HC_RECALL_IMPORTED:
      return hc_recall_words_is_trouble (watch) ? _("Not All Recalls Came") : _("Recalls Imported");
    case HC_RECALL_FETCH_FAILED:
      return _("Recalls Could Not Be Checked");
    case HC_RECALL_IMPORT_FAILED:
      return _("The File Could Not Be Read");
    case HC_RECALL_MATCH_FAILED:
      return _("The Alerts Could Not Be Saved");
    case HC_RECALL_CANCELED:
      return _("Canceled");
    case HC_RECALL_NOT_RUN:
    default:
      return NULL;
    }
}

/**
 * hc_recall_words_dup_details:
 * @watch: what keeps the recalls new
 *
 * Returns: (transfer full): why the last fetch or import failed and what helps, or what became of it; a few sentences
 */
char *
hc_recall_words_dup_details (HcRecallWatch *watch)
{
  const HcRecallReport *report;
  const GError *error;

  g_return_val_if_fail (HC_IS_RECALL_WATCH (watch), NULL);

  report = hc_recall_watch_get_report (watch);
  error = hc_recall_watch_get_error (watch);

  if (error != NULL)
    return g_strdup (hc_recall_watch_get_end (watch) == HC_RECALL_MATCH_FAILED ? hc_error_to_words (error)
                                                                               : hc_recall_words_for_error (error));

  return report != NULL ? dup_report (report) : g_strdup (_("What had come before that is kept."));
}

/* The file with what was fetched has nothing that is the person's own: words for their own data would frighten. */
static const char *
get_database_words (const GError *error)
{
  switch ((HcDatabaseError) error->code)
    {
    case HC_DATABASE_ERROR_FOREIGN:
      return _("The file in the place of the recalls belongs to another program. It was not changed. "
               "Move it to another place, then try again.");
    case HC_DATABASE_ERROR_NEWER:
      return _("Recalls were saved by a newer version of Health Center. Update the program to use them.");
    case HC_DATABASE_ERROR_DAMAGED:
    case HC_DATABASE_ERROR_NOT_A_DATABASE:
      return _("The file with the recalls is damaged and could not be made anew. "
               "Look whether the disk can be written, then try again.");
    case HC_DATABASE_ERROR_FULL:
    case HC_DATABASE_ERROR_READ_ONLY:
    case HC_DATABASE_ERROR_CANNOT_OPEN:
    case HC_DATABASE_ERROR_BUSY:
    case HC_DATABASE_ERROR_INPUT_OUTPUT:
    case HC_DATABASE_ERROR_CLOSED:
    case HC_DATABASE_ERROR_CONSTRAINT:
    case HC_DATABASE_ERROR_FAILED:
    default:
      return hc_error_to_words (error);
    }
}

/**
 * hc_recall_words_for_error:
 * @error: why recalls could not be fetched, read or saved
 *
 * Returns: (transfer none): the reason and what helps, a sentence or two
 */
const char *
hc_recall_words_for_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HC_HTTP_ERROR)
    return hc_http_error_to_words ((HcHttpError) error->code);
  if (error->domain == HC_JSON_ERROR)
    return hc_json_error_to_words ((HcJsonError) error->code);
  if (error->domain == HC_DATABASE_ERROR)
    return get_database_words (error);

  return hc_error_to_words (error);
}
