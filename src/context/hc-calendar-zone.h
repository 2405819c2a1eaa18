/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

typedef struct _HcCalendarZones HcCalendarZones;

HcCalendarZones *hc_calendar_zones_new      (GPtrArray             *texts) G_GNUC_WARN_UNUSED_RESULT;
void             hc_calendar_zones_free     (HcCalendarZones       *self);
GTimeZone       *hc_calendar_zones_dup      (HcCalendarZones       *self,
                                             const char            *id,
                                             char                 **name) G_GNUC_WARN_UNUSED_RESULT;
gboolean         hc_calendar_zones_to_utc   (HcCalendarZones       *self,
                                             const char            *id,
                                             struct icaltimetype    time,
                                             gint64                *unix_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCalendarZones, hc_calendar_zones_free)

G_END_DECLS
