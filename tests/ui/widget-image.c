/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a widget has drawn, looked at pixel by pixel, and what its keys do. */

#include "widget-image.h"

#include <math.h>

/* Of a channel, in 1/255: two colors that differ less are the same. */
#define TOLERANCE 12

WidgetImage *
widget_image_take (GskRenderNode *node,
                   GdkDisplay    *display,
                   int            width,
                   int            height)
{
  WidgetImage *self = g_new0 (WidgetImage, 1);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;

  g_assert_true (gsk_renderer_realize_for_display (renderer, display, NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  gsk_renderer_unrealize (renderer);

  self->width = width;
  self->height = height;
  self->pixels = g_malloc ((gsize) width * (gsize) height * 4);
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  gdk_texture_downloader_download_into (downloader, self->pixels, (gsize) width * 4);

  return self;
}

WidgetImage *
widget_image_new (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);

  return widget_image_take (node, gtk_widget_get_display (widget), width, height);
}

void
widget_image_free (WidgetImage *self)
{
  g_free (self->pixels);
  g_free (self);
}

/* A color of the style may be brighter than a screen can show. */
static gboolean
is_near (guchar byte,
         float  channel)
{
  return fabs (byte - CLAMP (channel, 0.0f, 1.0f) * 255.0) <= TOLERANCE;
}

/* Whether the pixel has that color, and is not transparent. */
gboolean
widget_image_has (WidgetImage   *self,
                  double         x,
                  double         y,
                  const GdkRGBA *color)
{
  const guchar *pixel;

  g_assert_true (x >= 0.0 && x < self->width && y >= 0.0 && y < self->height);
  pixel = self->pixels + 4 * ((gsize) y * (gsize) self->width + (gsize) x);

  return pixel[3] > 200 && is_near (pixel[0], color->red) && is_near (pixel[1], color->green) &&
         is_near (pixel[2], color->blue);
}

/* How many pixels of a box have that color. */
guint
widget_image_count (WidgetImage   *self,
                    double         x,
                    double         y,
                    double         width,
                    double         height,
                    const GdkRGBA *color)
{
  guint n = 0;

  for (int row = (int) MAX (0.0, y); row < MIN (self->height, (int) (y + height)); row++)
    for (int column = (int) MAX (0.0, x); column < MIN (self->width, (int) (x + width)); column++)
      n += widget_image_has (self, column, row, color) ? 1 : 0;

  return n;
}

/* Does what the key is bound to in the class of the widget; returns whether it is. */
gboolean
widget_press_key (gpointer         widget,
                  guint            key,
                  GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}
