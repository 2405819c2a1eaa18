/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_CLOCK (hc_clock_get_type ())

G_DECLARE_FINAL_TYPE (HcClock, hc_clock, HC, CLOCK, GObject)

HcClock   *hc_clock_new       (void) G_GNUC_WARN_UNUSED_RESULT;
HcClock   *hc_clock_new_fixed (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;
void       hc_clock_set_time  (HcClock   *self,
                               GDateTime *time);
gboolean   hc_clock_is_fixed  (HcClock   *self);
GDateTime *hc_clock_dup_time  (HcClock   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
