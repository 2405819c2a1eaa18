/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-picture.h"

G_BEGIN_DECLS

/**
 * HcDrawingStyle:
 * @HC_DRAWING_LIGHT: on white, also for paper
 * @HC_DRAWING_DARK: for the dark style
 * @HC_DRAWING_CONTRAST: few colors and strong outlines, for high contrast
 *
 * The colors of a drawing.
 */
typedef enum {
  HC_DRAWING_LIGHT,
  HC_DRAWING_DARK,
  HC_DRAWING_CONTRAST,
} HcDrawingStyle;

HcDrawingStyle  hc_drawing_get_style     (void);
gboolean        hc_drawing_draw          (HcPicture            *picture,
                                          HcDrawingStyle        style,
                                          cairo_t              *cairo,
                                          double                width,
                                          GError              **error);
void            hc_drawing_render_async  (HcPicture            *picture,
                                          HcDrawingStyle        style,
                                          const char           *part,
                                          int                   width,
                                          int                   height,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GdkTexture     *hc_drawing_render_finish (GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
