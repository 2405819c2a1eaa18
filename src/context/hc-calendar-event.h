/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcCalendarEvent:
 * @uid: how the calendar calls it; of one that comes again with its time
 * @summary: what it is, in one line; may be empty
 * @location: where; may be empty
 * @description: more about it; may be empty
 * @begins: what the clock of the place shows when it begins, `2026-12-01T10:30`
 * @ends: the same for its end; empty: not told
 * @zone: the name of the time zone of the place; empty: that of the person
 * @begin: the moment when it begins, in that zone
 * @is_all_day: whether only the day was told
 * @is_cancelled: whether it was canceled
 * @is_repeated: whether it is one of several of the same event
 * @sequence: how often its time was changed
 * @problem: (nullable): what is to be looked at, in words; %NULL: nothing
 *
 * An event of a calendar file.
 */
typedef struct
{
  char      *uid;
  char      *summary;
  char      *location;
  char      *description;
  char      *begins;
  char      *ends;
  char      *zone;
  GDateTime *begin;
  gboolean   is_all_day;
  gboolean   is_cancelled;
  gboolean   is_repeated;
  int        sequence;
  char      *problem;
} HcCalendarEvent;

HcCalendarEvent *hc_calendar_event_ref   (HcCalendarEvent *self) G_GNUC_WARN_UNUSED_RESULT;
void             hc_calendar_event_unref (HcCalendarEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCalendarEvent, hc_calendar_event_unref)

G_END_DECLS
