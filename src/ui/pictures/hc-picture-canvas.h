/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-picture.h"

G_BEGIN_DECLS

#define HC_TYPE_PICTURE_CANVAS (hc_picture_canvas_get_type ())

G_DECLARE_FINAL_TYPE (HcPictureCanvas, hc_picture_canvas, HC, PICTURE_CANVAS, GtkWidget)

void       hc_picture_canvas_set_picture (HcPictureCanvas *self,
                                          HcPicture       *picture);
void       hc_picture_canvas_set_part    (HcPictureCanvas *self,
                                          const char      *part);
double     hc_picture_canvas_get_zoom    (HcPictureCanvas *self);
void       hc_picture_canvas_set_zoom    (HcPictureCanvas *self,
                                          double           zoom);
gboolean   hc_picture_canvas_pan         (HcPictureCanvas *self,
                                          double           dx,
                                          double           dy);
void       hc_picture_canvas_get_pan     (HcPictureCanvas *self,
                                          double          *x,
                                          double          *y);
int        hc_picture_canvas_find_part   (HcPictureCanvas *self,
                                          double           x,
                                          double           y);

G_END_DECLS
