/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-schedule.h"

G_BEGIN_DECLS

#define EVERY_DAY ((HcDays) { .kind = HC_DAYS_EVERY })
#define NEW_YORK "America/New_York"
#define BERLIN "Europe/Berlin"

GDate       day        (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GDateTime  *moment     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
HcDays      cycle_days (const char *text,
                        int         length) G_GNUC_WARN_UNUSED_RESULT;
HcDays      week_days  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
HcSchedule *at_times   (const char *first,
                        HcDays      days,
                        double      amount,
                        const char *times) G_GNUC_WARN_UNUSED_RESULT;
HcSchedule *every      (const char *anchor,
                        int         minutes,
                        double      amount) G_GNUC_WARN_UNUSED_RESULT;
HcSchedule *as_needed  (const char *first,
                        double      amount) G_GNUC_WARN_UNUSED_RESULT;
void        add_lines  (HcSchedule *schedule,
                        HcDays      days,
                        double      amount,
                        const char *times);
void        add_step   (HcSchedule *schedule,
                        int         first_day,
                        int         n_days,
                        double      amount,
                        const char *times);
void        add_pause  (HcSchedule *schedule,
                        const char *first,
                        const char *last,
                        gboolean    shifts);
char       *doses_text (GPtrArray  *doses) G_GNUC_WARN_UNUSED_RESULT;
char       *dose_text  (HcDose     *dose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
