/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-status.h"

#include "hc-database.h"

/* The names are stored in sources.db. */
static const char *const names[] = {
  [HC_FEED_PROBLEM_NONE] = "",
  [HC_FEED_PROBLEM_UNREACHABLE] = "unreachable",
  [HC_FEED_PROBLEM_NOT_FOUND] = "not-found",
  [HC_FEED_PROBLEM_GONE] = "gone",
  [HC_FEED_PROBLEM_MOVED] = "moved",
  [HC_FEED_PROBLEM_REFUSED] = "refused",
  [HC_FEED_PROBLEM_BUSY] = "busy",
  [HC_FEED_PROBLEM_SERVER] = "server",
  [HC_FEED_PROBLEM_PAGE] = "page",
  [HC_FEED_PROBLEM_NOT_A_FEED] = "not-a-feed",
  [HC_FEED_PROBLEM_DAMAGED] = "damaged",
  [HC_FEED_PROBLEM_INCOMPLETE] = "incomplete",
  [HC_FEED_PROBLEM_NOT_SAVED] = "not-saved",
};

/**
 * hc_feed_problem_to_string:
 * @problem: a problem
 *
 * Returns: its name in the database
 */
const char *
hc_feed_problem_to_string (HcFeedProblem problem)
{
  g_return_val_if_fail (problem < G_N_ELEMENTS (names), NULL);

  return names[problem];
}

/**
 * hc_feed_problem_from_string:
 * @string: (nullable): a name
 *
 * Returns: the problem of that name; %HC_FEED_PROBLEM_NONE when there is none
 */
HcFeedProblem
hc_feed_problem_from_string (const char *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], string) == 0)
      return (HcFeedProblem) i;

  return HC_FEED_PROBLEM_NONE;
}

/**
 * hc_feed_problem_from_status:
 * @status: an HTTP status; 0: there was no reply
 *
 * Returns: what it means for a feed (RFC 9110, 15); %HC_FEED_PROBLEM_NONE for 200 and 304
 */
HcFeedProblem
hc_feed_problem_from_status (guint status)
{
  switch (status)
    {
    case 0:
      return HC_FEED_PROBLEM_UNREACHABLE;
    case 200:
    case 203:
    case 226:
    case 304:
      return HC_FEED_PROBLEM_NONE;
    case 404:
      return HC_FEED_PROBLEM_NOT_FOUND;
    case 410:
      return HC_FEED_PROBLEM_GONE;
    case 408:
    case 425:
    case 429:
    case 503:
      return HC_FEED_PROBLEM_BUSY;
    default:
      break;
    }

  if (status >= 300 && status < 400)
    return HC_FEED_PROBLEM_MOVED;

  return status >= 400 && status < 500 ? HC_FEED_PROBLEM_REFUSED : HC_FEED_PROBLEM_SERVER;
}

/**
 * hc_feed_problem_from_error:
 * @error: why it was not fetched, read or saved
 *
 * Returns: what it means for a feed
 */
HcFeedProblem
hc_feed_problem_from_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, HC_FEED_PROBLEM_NONE);

  if (error->domain == HC_DATABASE_ERROR)
    return HC_FEED_PROBLEM_NOT_SAVED;

  if (error->domain != HC_FEED_ERROR)
    return HC_FEED_PROBLEM_UNREACHABLE;

  switch ((HcFeedError) error->code)
    {
    case HC_FEED_ERROR_HTML:
      return HC_FEED_PROBLEM_PAGE;
    case HC_FEED_ERROR_NOT_A_FEED:
      return HC_FEED_PROBLEM_NOT_A_FEED;
    case HC_FEED_ERROR_EMPTY:
    case HC_FEED_ERROR_NOT_WELL_FORMED:
    case HC_FEED_ERROR_HAS_DECLARATIONS:
    case HC_FEED_ERROR_TOO_DEEP:
    case HC_FEED_ERROR_TOO_LARGE:
    case HC_FEED_ERROR_NOT_TEXT:
    default:
      return HC_FEED_PROBLEM_DAMAGED;
    }
}

/**
 * hc_feed_status_new:
 * @id: the id of a feed
 * @address: its address
 *
 * Returns: (transfer full): that of a feed that was never fetched
 */
HcFeedStatus *
hc_feed_status_new (const char *id,
                    const char *address)
{
  HcFeedStatus *self = g_new0 (HcFeedStatus, 1);

  self->id = g_strdup (id);
  self->address = g_strdup (address);
  self->title = g_strdup ("");
  self->description = g_strdup ("");

  return self;
}

/**
 * hc_feed_status_free:
 * @self: (transfer full) (nullable): a status
 */
void
hc_feed_status_free (HcFeedStatus *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->address);
  g_free (self->title);
  g_free (self->home);
  g_free (self->description);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->moved_to);
  g_clear_pointer (&self->fetched, g_date_time_unref);
  g_clear_pointer (&self->tried, g_date_time_unref);
  g_clear_pointer (&self->problem_since, g_date_time_unref);
  g_clear_pointer (&self->not_before, g_date_time_unref);
  g_free (self);
}

/**
 * hc_feed_status_set_time:
 * @field: (inout): a time of a status
 * @time: (nullable): what it is to be
 *
 * Sets a time.
 */
void
hc_feed_status_set_time (GDateTime **field,
                         GDateTime  *time)
{
  g_return_if_fail (field != NULL);

  if (time != NULL)
    g_date_time_ref (time);

  g_clear_pointer (field, g_date_time_unref);
  *field = time;
}

/**
 * hc_feed_status_set_problem:
 * @self: a status
 * @problem: how the last try went
 * @now: the time
 *
 * Notes a problem. Since when there is one stays as it was, whatever the reason was at first.
 */
void
hc_feed_status_set_problem (HcFeedStatus  *self,
                            HcFeedProblem  problem,
                            GDateTime     *now)
{
  g_return_if_fail (self != NULL);

  if (problem == HC_FEED_PROBLEM_NONE)
    hc_feed_status_set_time (&self->problem_since, NULL);
  else if (self->problem == HC_FEED_PROBLEM_NONE || self->problem_since == NULL)
    hc_feed_status_set_time (&self->problem_since, now);

  self->problem = problem;
}
