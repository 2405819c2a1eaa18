/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reading-place.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (HcReadingPlace, hc_reading_place, hc_reading_place_copy, hc_reading_place_free)

/**
 * hc_reading_place_new:
 * @link: what was read, without an anchor
 * @anchor: (nullable): the block at the top of the view
 * @offset: how far into that block; brought into 0 to 1
 * @finished: whether the end was reached once
 * @read_at: when it was read last
 *
 * Returns: (transfer full): a reading place
 */
HcReadingPlace *
hc_reading_place_new (const char *link,
                      const char *anchor,
                      double      offset,
                      gboolean    finished,
                      GDateTime  *read_at)
{
  HcReadingPlace *self;

  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail (read_at != NULL, NULL);

  self = g_new0 (HcReadingPlace, 1);
  self->link = g_strdup (link);
  self->anchor = g_strdup (anchor);
  /* A view that has no height yet may have divided by zero. */
  self->offset = isnan (offset) ? 0.0 : CLAMP (offset, 0.0, 1.0);
  self->finished = finished != FALSE;
  self->read_at = g_date_time_ref (read_at);

  return self;
}

/**
 * hc_reading_place_copy:
 * @self: a reading place
 *
 * Returns: (transfer full): a copy
 */
HcReadingPlace *
hc_reading_place_copy (const HcReadingPlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hc_reading_place_new (self->link, self->anchor, self->offset, self->finished, self->read_at);
}

/**
 * hc_reading_place_free:
 * @self: (transfer full) (nullable): a reading place
 */
void
hc_reading_place_free (HcReadingPlace *self)
{
  if (self == NULL)
    return;

  g_free (self->link);
  g_free (self->anchor);
  g_date_time_unref (self->read_at);
  g_free (self);
}
