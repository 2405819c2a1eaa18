/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-source.h"

/**
 * hc_source_free:
 * @self: (transfer full) (nullable): a source
 */
void
hc_source_free (HcSource *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->published);
  g_free (self->read);
  g_free (self->state);
  g_free (self);
}

