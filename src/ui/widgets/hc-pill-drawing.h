/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-pill.h"

G_BEGIN_DECLS

/**
 * HcPillScale:
 * @HC_PILL_SCALE_FIT: as large as there is room
 * @HC_PILL_SCALE_TRUE: as large as the pill is
 *
 * How large a pill is drawn.
 */
typedef enum {
  HC_PILL_SCALE_FIT,
  HC_PILL_SCALE_TRUE,
} HcPillScale;

#define HC_TYPE_PILL_DRAWING (hc_pill_drawing_get_type ())

G_DECLARE_FINAL_TYPE (HcPillDrawing, hc_pill_drawing, HC, PILL_DRAWING, GtkWidget)

GtkWidget *hc_pill_drawing_new            (HcPill        *pill) G_GNUC_WARN_UNUSED_RESULT;
HcPill    *hc_pill_drawing_get_pill       (HcPillDrawing *self);
void       hc_pill_drawing_set_pill       (HcPillDrawing *self,
                                           HcPill        *pill);
void       hc_pill_drawing_set_both_sides (HcPillDrawing *self,
                                           gboolean       both_sides);
void       hc_pill_drawing_set_scale      (HcPillDrawing *self,
                                           HcPillScale    scale,
                                           double         calibration);

G_END_DECLS
