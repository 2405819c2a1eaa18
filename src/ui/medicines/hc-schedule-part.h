/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-dose-unit.h"
#include "hc-schedule.h"

G_BEGIN_DECLS

/**
 * HcPartBegin:
 * @HC_PART_BEGIN_FIRST: with the first day of the schedule
 * @HC_PART_BEGIN_AFTER: when the part before ends
 * @HC_PART_BEGIN_DAY: with another day of the schedule
 *
 * When a part of a schedule begins. The numbers are the places in the choice.
 */
typedef enum {
  HC_PART_BEGIN_FIRST,
  HC_PART_BEGIN_AFTER,
  HC_PART_BEGIN_DAY,
} HcPartBegin;

#define HC_TYPE_SCHEDULE_PART (hc_schedule_part_get_type ())

G_DECLARE_FINAL_TYPE (HcSchedulePart, hc_schedule_part, HC, SCHEDULE_PART, GtkBox)

GtkWidget *hc_schedule_part_new        (HcDoseUnit            unit) G_GNUC_WARN_UNUSED_RESULT;
void       hc_schedule_part_set_unit   (HcSchedulePart       *self,
                                        HcDoseUnit            unit);
void       hc_schedule_part_set_place  (HcSchedulePart       *self,
                                        guint                 place,
                                        guint                 n_parts);
void       hc_schedule_part_set_days   (HcSchedulePart       *self,
                                        const HcScheduleLine *line,
                                        int                   end_before);
void       hc_schedule_part_set_begin  (HcSchedulePart       *self,
                                        HcPartBegin           begin);
void       hc_schedule_part_set_limited (HcSchedulePart      *self);
void       hc_schedule_part_add_time   (HcSchedulePart       *self,
                                        int                   minute,
                                        double                amount);
gboolean   hc_schedule_part_read       (HcSchedulePart       *self,
                                        int                  *end_before,
                                        GArray               *lines);

G_END_DECLS
