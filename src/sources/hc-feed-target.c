/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-target.h"

/**
 * hc_feed_target_new:
 * @id: the id of a feed
 * @address: its address
 * @saved: (nullable) (array zero-terminated=1): the keys of items that are kept
 *
 * Returns: (transfer full): a feed to be refreshed
 */
HcFeedTarget *
hc_feed_target_new (const char        *id,
                    const char        *address,
                    const char *const *saved)
{
  HcFeedTarget *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  self = g_new0 (HcFeedTarget, 1);
  self->id = g_strdup (id);
  self->address = g_strdup (address);
  self->saved = g_strdupv ((char **) saved);

  return self;
}

/**
 * hc_feed_target_free:
 * @self: (transfer full) (nullable): a target
 */
void
hc_feed_target_free (HcFeedTarget *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->address);
  g_strfreev (self->saved);
  g_free (self);
}

/**
 * hc_feed_refresh_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
hc_feed_refresh_report_free (HcFeedRefreshReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->statuses);
  g_free (self);
}
