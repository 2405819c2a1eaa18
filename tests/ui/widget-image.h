/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WidgetImage:
 *
 * The pixels of what was drawn.
 */
typedef struct
{
  guchar *pixels;
  int     width;
  int     height;
} WidgetImage;

WidgetImage *widget_image_new   (GtkWidget       *widget) G_GNUC_WARN_UNUSED_RESULT;
WidgetImage *widget_image_take  (GskRenderNode   *node,
                                 GdkDisplay      *display,
                                 int              width,
                                 int              height) G_GNUC_WARN_UNUSED_RESULT;
void         widget_image_free  (WidgetImage     *self);
gboolean     widget_image_has   (WidgetImage     *self,
                                 double           x,
                                 double           y,
                                 const GdkRGBA   *color);
guint        widget_image_count (WidgetImage     *self,
                                 double           x,
                                 double           y,
                                 double           width,
                                 double           height,
                                 const GdkRGBA   *color);
gboolean     widget_press_key   (gpointer         widget,
                                 guint            key,
                                 GdkModifierType  modifiers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WidgetImage, widget_image_free)

G_END_DECLS
