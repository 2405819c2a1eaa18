/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-timestamp.h"

#include "hc-database.h"

/**
 * hc_timestamp_print:
 * @time: a time in any zone
 *
 * Returns: (transfer full): the form in which the database keeps it, in UTC and to the microsecond,
 *   `2026-11-20T23:11:54.000000Z`; the texts sort like the times
 */
char *
hc_timestamp_print (GDateTime *time)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  utc = g_date_time_to_utc (time);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.%fZ");
}

/**
 * hc_timestamp_parse:
 * @text: (nullable): what the database keeps
 * @error: return location for %HC_DATABASE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the time, in UTC
 */
GDateTime *
hc_timestamp_parse (const char  *text,
                    GError     **error)
{
  GDateTime *time;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (time == NULL)
    g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED,
                         "The database holds a time that is none");

  return time;
}

/**
 * hc_timestamp_bind:
 * @statement: a statement
 * @parameter: the name of a parameter of it
 * @time: (nullable): a time in any zone
 *
 * Binds the form in which the database keeps @time, or NULL.
 */
void
hc_timestamp_bind (HcStatement *statement,
                   const char  *parameter,
                   GDateTime   *time)
{
  g_autofree char *text = time != NULL ? hc_timestamp_print (time) : NULL;

  hc_statement_bind_text (statement, parameter, text);
}

/**
 * hc_timestamp_bind_range:
 * @statement: a statement with the parameters `:from` and `:until`
 * @from: (nullable): the first time, %NULL for the beginning
 * @until: (nullable): the time after the last, %NULL for the end
 *
 * Binds a span of time, so that `time >= :from AND time < :until` holds for what is in it.
 */
void
hc_timestamp_bind_range (HcStatement *statement,
                         GDateTime   *from,
                         GDateTime   *until)
{
  g_autofree char *first = from != NULL ? hc_timestamp_print (from) : g_strdup ("");
  /* It begins with no digit and sorts after all that do. */
  g_autofree char *end = until != NULL ? hc_timestamp_print (until) : g_strdup ("end");

  hc_statement_bind_text (statement, ":from", first);
  hc_statement_bind_text (statement, ":until", end);
}

/**
 * hc_timestamp_set:
 * @field: (inout) (nullable): a time that somebody keeps
 * @time: (nullable): what it is from now on
 */
void
hc_timestamp_set (GDateTime **field,
                  GDateTime  *time)
{
  g_return_if_fail (field != NULL);

  if (time != NULL)
    g_date_time_ref (time);

  g_clear_pointer (field, g_date_time_unref);
  *field = time;
}
