/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_READING_PLACE (hc_reading_place_get_type ())

/**
 * HcReadingPlace:
 * @link: what was read, without an anchor
 * @anchor: (nullable): the block at the top of the view, %NULL for the beginning
 * @offset: how far into that block, from 0 (its top) to 1 (its end)
 * @finished: whether the end was reached once
 * @read_at: when it was read last
 *
 * Where a person stopped reading.
 */
typedef struct
{
  char      *link;
  char      *anchor;
  double     offset;
  gboolean   finished;
  GDateTime *read_at;
} HcReadingPlace;

GType           hc_reading_place_get_type (void);
HcReadingPlace *hc_reading_place_new      (const char           *link,
                                           const char           *anchor,
                                           double                offset,
                                           gboolean              finished,
                                           GDateTime            *read_at) G_GNUC_WARN_UNUSED_RESULT;
HcReadingPlace *hc_reading_place_copy     (const HcReadingPlace *self) G_GNUC_WARN_UNUSED_RESULT;
void            hc_reading_place_free     (HcReadingPlace       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcReadingPlace, hc_reading_place_free)

G_END_DECLS
