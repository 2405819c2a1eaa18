/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drawing-map.h"

#include <librsvg/rsvg.h>

/* A finger is wider than one cell of a map of this width. */
#define MAP_WIDTH 400

/* From here on a cell belongs to the part: the edge of a shape is drawn half transparent. */
#define MIN_ALPHA 64

#define NO_PART 255

struct _HcDrawingMap
{
  int     width;
  int     height;
  guint8 *cells; /* the number of the part there, or NO_PART */
};

/* The shape of one part. */
typedef struct
{
  cairo_surface_t *surface;
  guint            number;
  guint            area; /* in cells */
} Shape;

static void
shape_clear (gpointer data)
{
  cairo_surface_destroy (((Shape *) data)->surface);
}

/**
 * hc_drawing_map_free:
 * @self: (transfer full) (nullable): a map
 */
void
hc_drawing_map_free (HcDrawingMap *self)
{
  if (self == NULL)
    return;

  g_free (self->cells);
  g_free (self);
}

static gboolean
is_covered (const Shape *shape,
            int          x,
            int          y)
{
  const guint8 *data = cairo_image_surface_get_data (shape->surface);

  return data[y * cairo_image_surface_get_stride (shape->surface) + x] >= MIN_ALPHA;
}

static int
compare_shapes (gconstpointer a,
                gconstpointer b)
{
  const Shape *first = a, *second = b;

  return (first->area < second->area) - (first->area > second->area);
}

/* Where parts cover one another the smaller one is meant: the appendix, not the cecum behind it. */
static HcDrawingMap *
make_map (HcPicture  *picture,
          GError    **error)
{
  GPtrArray *parts = hc_picture_get_parts (picture);
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  g_autoptr (HcDrawingMap) self = g_new0 (HcDrawingMap, 1);
  gboolean is_done = TRUE;
  RsvgHandle *handle;
  RsvgRectangle viewport = { 0 };
  const guint8 *svg;
  gsize size;

  svg = g_bytes_get_data (hc_picture_get_svg (picture), &size);
  handle = rsvg_handle_new_from_data (svg, size, error);
  if (handle == NULL)
    return NULL;

  self->width = MAP_WIDTH;
  self->height = MAP_WIDTH * hc_picture_get_height (picture) / hc_picture_get_width (picture);
  self->cells = g_malloc ((gsize) self->width * (gsize) self->height);
  memset (self->cells, NO_PART, (gsize) self->width * (gsize) self->height);
  viewport.width = self->width;
  viewport.height = self->height;
  g_array_set_clear_func (shapes, shape_clear);

  for (guint i = 0; i < parts->len && i < NO_PART && is_done; i++)
    {
      const HcPicturePart *part = g_ptr_array_index (parts, i);
      g_autofree char *element = g_strconcat ("#part-", part->name, NULL);
      Shape shape = { cairo_image_surface_create (CAIRO_FORMAT_A8, self->width, self->height), i, 0 };
      cairo_t *cairo = cairo_create (shape.surface);

      is_done = rsvg_handle_render_layer (handle, cairo, element, &viewport, error);
      cairo_destroy (cairo);
      cairo_surface_flush (shape.surface);

      for (int y = 0; y < self->height; y++)
        for (int x = 0; x < self->width; x++)
          shape.area += is_covered (&shape, x, y);

      g_array_append_val (shapes, shape);
    }

  g_object_unref (handle);
  if (!is_done)
    return NULL;

  g_array_sort (shapes, compare_shapes);

  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape *shape = &g_array_index (shapes, Shape, i);

      for (int y = 0; y < self->height; y++)
        for (int x = 0; x < self->width; x++)
          if (is_covered (shape, x, y))
            self->cells[y * self->width + x] = (guint8) shape->number;
    }

  return g_steal_pointer (&self);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  HcDrawingMap *map = make_map (task_data, &error);

  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify) hc_drawing_map_free);
  else
    g_task_return_error (task, error);
}

/**
 * hc_drawing_map_make_async:
 * @picture: a picture
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds out where the parts of a picture are, in a thread.
 */
void
hc_drawing_map_make_async (HcPicture           *picture,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HC_IS_PICTURE (picture));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_drawing_map_make_async);
  g_task_set_task_data (task, g_object_ref (picture), g_object_unref);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * hc_drawing_map_make_finish:
 * @result: what the callback was given
 * @error: return location for an error of librsvg
 *
 * Returns: (transfer full) (nullable): the map
 */
HcDrawingMap *
hc_drawing_map_make_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_drawing_map_find:
 * @self: a map
 * @x: a place in the picture, from 0 at its left to 1 at its right
 * @y: the same, from 0 at the top to 1 at the bottom
 * @reach: how far beside a part is still meant for it, as a share of the width of the picture
 *
 * Returns: the number of the part at that place or next to it, -1 where there is none
 */
int
hc_drawing_map_find (HcDrawingMap *self,
                     double        x,
                     double        y,
                     double        reach)
{
  int column, row, radius, nearest = G_MAXINT;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  column = (int) (x * self->width);
  row = (int) (y * self->height);
  radius = (int) (reach * self->width);

  for (int dy = -radius; dy <= radius; dy++)
    for (int dx = -radius; dx <= radius; dx++)
      {
        int distance = dx * dx + dy * dy;
        int cell_x = column + dx, cell_y = row + dy;
        guint8 part;

        if (distance > radius * radius || distance >= nearest ||
            cell_x < 0 || cell_x >= self->width || cell_y < 0 || cell_y >= self->height)
          continue;

        part = self->cells[cell_y * self->width + cell_x];
        if (part != NO_PART)
          {
            found = part;
            nearest = distance;
          }
      }

  return found;
}
