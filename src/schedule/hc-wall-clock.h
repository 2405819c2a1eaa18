/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_WALL_CLOCK_DAY (24 * 60 * 60)

gint64     hc_wall_clock_read      (GTimeZone *zone,
                                    gint64     instant);
gint64     hc_wall_clock_find      (GTimeZone *zone,
                                    gint64     wall);
guint32    hc_wall_clock_to_date   (gint64     wall);
gint64     hc_wall_clock_of_date   (guint32    julian);
guint32    hc_wall_clock_read_date (GTimeZone *zone,
                                    GDateTime *time);
GDateTime *hc_wall_clock_dup_begin (GTimeZone *zone,
                                    guint32    julian) G_GNUC_WARN_UNUSED_RESULT;
void       hc_wall_clock_get_day   (GDateTime *time,
                                    GDate     *day);

G_END_DECLS
