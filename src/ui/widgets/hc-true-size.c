/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-true-size.h"

#define MM_PER_INCH 25.4

/* What is assumed of a monitor that does not tell its size. */
#define ASSUMED_DPI 96.0

/* Monitors that tell nonsense, a size of 1 mm or that of a wall, are not believed. */
#define MIN_SCALE 1.0
#define MAX_SCALE 40.0

/**
 * hc_true_size_get_scale:
 * @widget: a widget
 *
 * Returns: the length of a millimeter, in pixels of the program, on the monitor that shows the widget, as
 *   the monitor tells it
 */
double
hc_true_size_get_scale (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor;
  GdkRectangle geometry;
  int width_mm;
  double scale;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), ASSUMED_DPI / MM_PER_INCH);

  monitor = surface != NULL
    ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface) : NULL;

  if (monitor == NULL)
    return ASSUMED_DPI / MM_PER_INCH;

  width_mm = gdk_monitor_get_width_mm (monitor);
  gdk_monitor_get_geometry (monitor, &geometry);
  scale = width_mm > 0 ? (double) geometry.width / width_mm : 0.0;

  return scale >= MIN_SCALE && scale <= MAX_SCALE ? scale : ASSUMED_DPI / MM_PER_INCH;
}
