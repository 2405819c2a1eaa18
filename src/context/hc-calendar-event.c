/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calendar-event.h"

/**
 * hc_calendar_event_ref:
 * @self: an event
 *
 * Returns: (transfer full): @self
 */
HcCalendarEvent *
hc_calendar_event_ref (HcCalendarEvent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HcCalendarEvent *self = data;

  g_free (self->uid);
  g_free (self->summary);
  g_free (self->location);
  g_free (self->description);
  g_free (self->begins);
  g_free (self->ends);
  g_free (self->zone);
  g_clear_pointer (&self->begin, g_date_time_unref);
  g_free (self->problem);
}

/**
 * hc_calendar_event_unref:
 * @self: (transfer full): an event
 */
void
hc_calendar_event_unref (HcCalendarEvent *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
