/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-zoom.h"

#include <math.h>

/* The size of the whole picture, in px. */
static void
get_size (const HcPictureZoom *self,
          double              *width,
          double              *height)
{
  *width = MIN (self->frame_width, self->frame_height / self->ratio) * self->zoom;
  *height = *width * self->ratio;
}

/* No space is shown beside the picture where it could fill the frame. */
static double
limit_center (double center,
              double size,
              double frame)
{
  double margin = size > 0.0 ? MIN (frame / 2.0 / size, 0.5) : 0.5;

  return CLAMP (center, margin, 1.0 - margin);
}

static void
limit (HcPictureZoom *self)
{
  double width, height;

  get_size (self, &width, &height);
  self->center_x = limit_center (self->center_x, width, self->frame_width);
  self->center_y = limit_center (self->center_y, height, self->frame_height);
}

/**
 * hc_picture_zoom_reset:
 * @self: a zoom
 * @ratio: the height of the picture divided by its width
 *
 * Makes a picture fit its frame.
 */
void
hc_picture_zoom_reset (HcPictureZoom *self,
                       double         ratio)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (ratio > 0.0);

  self->ratio = ratio;
  self->zoom = 1.0;
  self->center_x = self->center_y = 0.5;
}

/**
 * hc_picture_zoom_resize:
 * @self: a zoom
 * @width: the new width of the frame
 * @height: its new height
 *
 * The middle stays where it is.
 */
void
hc_picture_zoom_resize (HcPictureZoom *self,
                        double         width,
                        double         height)
{
  g_return_if_fail (self != NULL);

  self->frame_width = width;
  self->frame_height = height;
  limit (self);
}

/**
 * hc_picture_zoom_get_box:
 * @self: a zoom
 * @x: (out): the left of the whole picture within the frame; less than 0 where it is larger
 * @y: (out): its top
 * @width: (out): its width
 * @height: (out): its height
 */
void
hc_picture_zoom_get_box (const HcPictureZoom *self,
                         double              *x,
                         double              *y,
                         double              *width,
                         double              *height)
{
  g_return_if_fail (self != NULL);

  get_size (self, width, height);
  *x = self->frame_width / 2.0 - self->center_x * *width;
  *y = self->frame_height / 2.0 - self->center_y * *height;
}

/**
 * hc_picture_zoom_zoom:
 * @self: a zoom
 * @zoom: the new zoom, brought into its limits
 * @x: a place in the frame: what is there stays there, as far as there is picture beside it
 * @y: the same
 *
 * Returns: whether anything changed
 */
gboolean
hc_picture_zoom_zoom (HcPictureZoom *self,
                      double         zoom,
                      double         x,
                      double         y)
{
  double left, top, width, height, place_x, place_y;

  g_return_val_if_fail (self != NULL, FALSE);

  zoom = CLAMP (zoom, 1.0, HC_PICTURE_MAX_ZOOM);
  if (G_APPROX_VALUE (zoom, self->zoom, 0.001))
    return FALSE;

  hc_picture_zoom_get_box (self, &left, &top, &width, &height);
  self->zoom = zoom;

  if (width > 0.0 && height > 0.0)
    {
      place_x = (x - left) / width;
      place_y = (y - top) / height;
      get_size (self, &width, &height);
      self->center_x = place_x + (self->frame_width / 2.0 - x) / width;
      self->center_y = place_y + (self->frame_height / 2.0 - y) / height;
    }

  limit (self);

  return TRUE;
}

/**
 * hc_picture_zoom_pan:
 * @self: a zoom
 * @dx: how far to look to the right, in px
 * @dy: how far to look down, in px
 *
 * Returns: whether there was more to be seen there
 */
gboolean
hc_picture_zoom_pan (HcPictureZoom *self,
                     double         dx,
                     double         dy)
{
  double width, height;
  double old_x, old_y;

  g_return_val_if_fail (self != NULL, FALSE);

  get_size (self, &width, &height);
  if (width <= 0.0 || height <= 0.0)
    return FALSE;

  old_x = self->center_x;
  old_y = self->center_y;
  self->center_x += dx / width;
  self->center_y += dy / height;
  limit (self);

  return fabs (self->center_x - old_x) * width > 0.5 || fabs (self->center_y - old_y) * height > 0.5;
}
