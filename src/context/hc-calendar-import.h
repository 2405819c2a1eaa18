/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-calendar-event.h"

G_BEGIN_DECLS

#define HC_CALENDAR_IMPORT_MAX_BYTES (32 * 1024 * 1024)

/* Of what comes again the days are taken that lie so many days around the present one, and not more than so many. */
#define HC_CALENDAR_IMPORT_DAYS_BACK 31
#define HC_CALENDAR_IMPORT_DAYS_AHEAD 400
#define HC_CALENDAR_IMPORT_MAX_REPEATS 100

/**
 * HcCalendarImport:
 * @events: (element-type HcCalendarEvent): the events, by their times
 * @problems: (element-type utf8): what could not be taken, in words
 *
 * What was read of a calendar file.
 */
typedef struct
{
  GPtrArray *events;
  GPtrArray *problems;
} HcCalendarImport;

HcCalendarImport *hc_calendar_import_read   (GBytes               *bytes,
                                             GDateTime            *now,
                                             GCancellable         *cancellable,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void              hc_calendar_import_async  (GFile                *file,
                                             GDateTime            *now,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HcCalendarImport *hc_calendar_import_finish (GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void              hc_calendar_import_free   (HcCalendarImport     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCalendarImport, hc_calendar_import_free)

G_END_DECLS
