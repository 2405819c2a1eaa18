/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-error.h"

G_BEGIN_DECLS

/**
 * HcFeedProblem:
 * @HC_FEED_PROBLEM_NONE: the last try went well
 * @HC_FEED_PROBLEM_UNREACHABLE: there was no reply; what went wrong is for the network to say
 * @HC_FEED_PROBLEM_NOT_FOUND: the server knows no such feed (404)
 * @HC_FEED_PROBLEM_GONE: the server says that it is gone for ever (410); it is not asked any more
 * @HC_FEED_PROBLEM_MOVED: it is on another host now; the person is to agree
 * @HC_FEED_PROBLEM_REFUSED: the server does not want to show it (401, 403, 451 and others)
 * @HC_FEED_PROBLEM_BUSY: the server asks to come back later (429, 503)
 * @HC_FEED_PROBLEM_SERVER: the server has a fault (5xx)
 * @HC_FEED_PROBLEM_PAGE: what came is a page of the web: the sign-in of a network, or the feed has moved
 * @HC_FEED_PROBLEM_NOT_A_FEED: what came is something else
 * @HC_FEED_PROBLEM_DAMAGED: what came is broken, empty, hostile or too large
 * @HC_FEED_PROBLEM_INCOMPLETE: what came is broken after some items; these were taken
 * @HC_FEED_PROBLEM_NOT_SAVED: it could not be saved on this machine
 *
 * Why a feed is not up to date.
 */
typedef enum {
  HC_FEED_PROBLEM_NONE,
  HC_FEED_PROBLEM_UNREACHABLE,
  HC_FEED_PROBLEM_NOT_FOUND,
  HC_FEED_PROBLEM_GONE,
  HC_FEED_PROBLEM_MOVED,
  HC_FEED_PROBLEM_REFUSED,
  HC_FEED_PROBLEM_BUSY,
  HC_FEED_PROBLEM_SERVER,
  HC_FEED_PROBLEM_PAGE,
  HC_FEED_PROBLEM_NOT_A_FEED,
  HC_FEED_PROBLEM_DAMAGED,
  HC_FEED_PROBLEM_INCOMPLETE,
  HC_FEED_PROBLEM_NOT_SAVED,
} HcFeedProblem;

const char    *hc_feed_problem_to_string   (HcFeedProblem  problem);
HcFeedProblem  hc_feed_problem_from_string (const char    *string);
HcFeedProblem  hc_feed_problem_from_status (guint          status);
HcFeedProblem  hc_feed_problem_from_error  (const GError  *error);

/**
 * HcFeedStatus:
 * @id: the id of the feed
 * @address: where it was fetched last
 * @title: as it calls itself; empty: not known
 * @home: (nullable): the page that it belongs to
 * @description: what it says of itself; may be empty
 * @etag: (nullable): what the server wants to hear in If-None-Match
 * @last_modified: (nullable): likewise in If-Modified-Since
 * @fetched: (nullable): when it was fetched last, or found unchanged: the date of what there is of it
 * @tried: (nullable): when that was tried last
 * @problem: why it is not up to date
 * @status: the HTTP status of the last try; 0: there was no reply
 * @problem_since: (nullable): since when it has not gone well
 * @moved_to: (nullable): where the server says that it is now, for ever
 * @not_before: (nullable): the server does not want to be asked before
 *
 * How it stands with a feed.
 */
typedef struct
{
  char          *id;
  char          *address;
  char          *title;
  char          *home;
  char          *description;
  char          *etag;
  char          *last_modified;
  GDateTime     *fetched;
  GDateTime     *tried;
  HcFeedProblem  problem;
  guint          status;
  GDateTime     *problem_since;
  char          *moved_to;
  GDateTime     *not_before;
} HcFeedStatus;

HcFeedStatus *hc_feed_status_new  (const char   *id,
                                   const char   *address) G_GNUC_WARN_UNUSED_RESULT;
void          hc_feed_status_free (HcFeedStatus *self);
void          hc_feed_status_set_time    (GDateTime     **field,
                                          GDateTime      *time);
void          hc_feed_status_set_problem (HcFeedStatus   *self,
                                          HcFeedProblem   problem,
                                          GDateTime      *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFeedStatus, hc_feed_status_free)

G_END_DECLS
