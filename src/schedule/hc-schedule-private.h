/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-schedule.h"

G_BEGIN_DECLS

#define HC_SCHEDULE_MAX_TEXT (64 * 1024) /* bytes */

int      hc_schedule_get_day    (const HcSchedule     *self,
                                 guint32               julian);
gboolean hc_schedule_line_is_on (const HcScheduleLine *line,
                                 int                   day,
                                 guint32               julian);

G_END_DECLS
