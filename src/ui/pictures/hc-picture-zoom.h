/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_PICTURE_MAX_ZOOM 4.0

/**
 * HcPictureZoom:
 * @frame_width: the width of the frame, in px
 * @frame_height: its height
 * @ratio: the height of the picture divided by its width
 * @zoom: how much larger than its frame the picture is: from 1, where it fits, to %HC_PICTURE_MAX_ZOOM
 * @center_x: the place of the picture in the middle of the frame, from 0 at its left to 1 at its right
 * @center_y: the same, from 0 at the top to 1 at the bottom
 *
 * Which part of a picture is seen in a frame.
 */
typedef struct
{
  double frame_width;
  double frame_height;
  double ratio;
  double zoom;
  double center_x;
  double center_y;
} HcPictureZoom;

void     hc_picture_zoom_reset     (HcPictureZoom       *self,
                                    double               ratio);
void     hc_picture_zoom_resize    (HcPictureZoom       *self,
                                    double               width,
                                    double               height);
void     hc_picture_zoom_get_box   (const HcPictureZoom *self,
                                    double              *x,
                                    double              *y,
                                    double              *width,
                                    double              *height);
gboolean hc_picture_zoom_zoom      (HcPictureZoom       *self,
                                    double               zoom,
                                    double               x,
                                    double               y);
gboolean hc_picture_zoom_pan       (HcPictureZoom       *self,
                                    double               dx,
                                    double               dy);

G_END_DECLS
