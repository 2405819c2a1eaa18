/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-status.h"

G_BEGIN_DECLS

/**
 * HcFeedTarget:
 * @id: the id of a feed
 * @address: its address, as the person subscribed to it
 * @saved: (nullable) (array zero-terminated=1): the keys of its items that are kept however old they are
 *
 * A feed that is to be refreshed.
 */
typedef struct
{
  char   *id;
  char   *address;
  char  **saved;
} HcFeedTarget;

HcFeedTarget *hc_feed_target_new  (const char         *id,
                                   const char         *address,
                                   const char *const  *saved) G_GNUC_WARN_UNUSED_RESULT;
void          hc_feed_target_free (HcFeedTarget       *self);

/**
 * HcFeedRefreshReport:
 * @n_new: how many items are new
 * @n_fresh: how many feeds are up to date
 * @n_failed: how many are not; their status says why
 * @n_skipped: how many were not asked: they are gone, or their server asked for patience
 * @statuses: (element-type HcFeedStatus): how it stands with the feeds that were asked, in the order of their
 *   replies
 *
 * What became of a refresh.
 */
typedef struct
{
  guint      n_new;
  guint      n_fresh;
  guint      n_failed;
  guint      n_skipped;
  GPtrArray *statuses;
} HcFeedRefreshReport;

void hc_feed_refresh_report_free (HcFeedRefreshReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFeedRefreshReport, hc_feed_refresh_report_free)

G_END_DECLS
