/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-schedule.h"

G_BEGIN_DECLS

#define HC_TYPE_PAUSE_ROW (hc_pause_row_get_type ())

G_DECLARE_FINAL_TYPE (HcPauseRow, hc_pause_row, HC, PAUSE_ROW, GtkBox)

GtkWidget *hc_pause_row_new           (const HcSchedulePause *pause) G_GNUC_WARN_UNUSED_RESULT;
void       hc_pause_row_set_removable (HcPauseRow            *self,
                                       gboolean               is_removable);
gboolean   hc_pause_row_read          (HcPauseRow            *self,
                                       GArray                *pauses);
void       hc_pause_row_set_fault     (HcPauseRow            *self,
                                       const char            *fault);

G_END_DECLS
