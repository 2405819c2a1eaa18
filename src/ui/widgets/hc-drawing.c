/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drawing.h"

#include <adwaita.h>
#include <librsvg/rsvg.h>
#include <math.h>

#define STYLE_FOLDER "/io/github/health_center/HealthCenter/illustrations/"

/* The frame around a part that was chosen, in units of the drawing, and how many copies of the part
 * make it. */
#define FRAME_WIDTH 7.0
#define HALO_WIDTH 11.0
#define N_COPIES 32

/* How a style colors what the style sheets say nothing of. */
typedef struct
{
  const char *sheet;
  GdkRGBA     frame;
  GdkRGBA     halo;
} Style;

static const Style styles[] = {
  [HC_DRAWING_LIGHT] = { "light.css", { 0.04f, 0.35f, 0.33f, 1.0f }, { 1.0f, 1.0f, 1.0f, 1.0f } },
  [HC_DRAWING_DARK] = { "dark.css", { 0.45f, 0.91f, 0.86f, 1.0f }, { 0.1f, 0.1f, 0.12f, 1.0f } },
  [HC_DRAWING_CONTRAST] = { "contrast.css", { 0.0f, 0.25f, 0.65f, 1.0f }, { 1.0f, 1.0f, 1.0f, 1.0f } },
};

/* What a thread needs to render a picture, or only the frame around one of its parts. */
typedef struct
{
  HcPicture      *picture;
  HcDrawingStyle  style;
  char           *part;
  int             width;
  int             height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->picture);
  g_free (job->part);
  g_free (job);
}

/**
 * hc_drawing_get_style:
 *
 * Returns: the style that goes with what the person has chosen for the desktop
 */
HcDrawingStyle
hc_drawing_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return HC_DRAWING_CONTRAST;

  return adw_style_manager_get_dark (manager) ? HC_DRAWING_DARK : HC_DRAWING_LIGHT;
}

/* A handle must not be shared between threads; making one takes a millisecond. */
static RsvgHandle *
make_handle (HcPicture       *picture,
             HcDrawingStyle   style,
             GError         **error)
{
  g_autofree char *path = g_strconcat (STYLE_FOLDER, styles[style].sheet, NULL);
  g_autoptr (GBytes) sheet = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  RsvgHandle *handle;
  const guint8 *data;
  gsize size;

  if (sheet == NULL)
    return NULL;

  data = g_bytes_get_data (hc_picture_get_svg (picture), &size);
  handle = rsvg_handle_new_from_data (data, size, error);
  if (handle == NULL)
    return NULL;

  data = g_bytes_get_data (sheet, &size);

  if (!rsvg_handle_set_stylesheet (handle, data, size, error))
    g_clear_object (&handle);

  return handle;
}

/**
 * hc_drawing_draw:
 * @picture: a picture
 * @style: its colors
 * @cairo: where it is drawn, with its upper left corner at the origin
 * @width: how wide; its height follows
 * @error: return location for an error of librsvg
 *
 * Draws a picture at once, for paper.
 *
 * Returns: whether it was drawn
 */
gboolean
hc_drawing_draw (HcPicture       *picture,
                 HcDrawingStyle   style,
                 cairo_t         *cairo,
                 double           width,
                 GError         **error)
{
  RsvgRectangle viewport = { .width = width };
  RsvgHandle *handle;
  gboolean is_done;

  g_return_val_if_fail (HC_IS_PICTURE (picture), FALSE);
  g_return_val_if_fail (cairo != NULL, FALSE);

  viewport.height = width * hc_picture_get_height (picture) / hc_picture_get_width (picture);
  handle = make_handle (picture, style, error);
  is_done = handle != NULL && rsvg_handle_render_document (handle, cairo, &viewport, error);
  g_clear_object (&handle);

  return is_done;
}

/* Draws the shape of a part in one color, @distance wider to all sides. */
static void
draw_wider (cairo_t         *cairo,
            cairo_surface_t *shape,
            const GdkRGBA   *color,
            double           distance)
{
  gdk_cairo_set_source_rgba (cairo, color);

  for (int i = 0; i < N_COPIES; i++)
    cairo_mask_surface (cairo, shape, distance * cos (2.0 * G_PI * i / N_COPIES),
                        distance * sin (2.0 * G_PI * i / N_COPIES));
}

/* The part once more, above its own place, with a frame around its outline. */
static gboolean
render_part (RsvgHandle  *handle,
             cairo_t     *cairo,
             const Job   *job,
             GError     **error)
{
  const RsvgRectangle viewport = { .width = job->width, .height = job->height };
  double unit = (double) job->width / hc_picture_get_width (job->picture);
  g_autofree char *element = g_strconcat ("#part-", job->part, NULL);
  cairo_surface_t *shape = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cairo_t *shape_cairo = cairo_create (shape);
  gboolean is_done = rsvg_handle_render_layer (handle, shape_cairo, element, &viewport, error);

  cairo_destroy (shape_cairo);

  if (is_done)
    {
      draw_wider (cairo, shape, &styles[job->style].halo, HALO_WIDTH * unit);
      draw_wider (cairo, shape, &styles[job->style].frame, FRAME_WIDTH * unit);
      cairo_set_source_surface (cairo, shape, 0.0, 0.0);
      cairo_paint (cairo);
    }

  cairo_surface_destroy (shape);

  return is_done;
}

static void
render_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Job *job = task_data;
  const RsvgRectangle viewport = { .width = job->width, .height = job->height };
  GError *error = NULL;
  RsvgHandle *handle = make_handle (job->picture, job->style, &error);
  cairo_surface_t *surface;
  cairo_t *cairo;
  gboolean is_done;

  if (handle == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cairo = cairo_create (surface);
  is_done = job->part != NULL ? render_part (handle, cairo, job, &error)
                              : rsvg_handle_render_document (handle, cairo, &viewport, &error);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  g_object_unref (handle);

  if (is_done)
    {
      int stride = cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes =
        g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) job->height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);

      g_task_return_pointer (task, gdk_memory_texture_new (job->width, job->height, GDK_MEMORY_DEFAULT,
                                                           bytes, (gsize) stride), g_object_unref);
    }
  else
    {
      cairo_surface_destroy (surface);
      g_task_return_error (task, error);
    }
}

/**
 * hc_drawing_render_async:
 * @picture: a picture
 * @style: its colors
 * @part: (nullable): the name of the part that is to be drawn, framed, without the rest of the picture;
 *   %NULL for the whole picture
 * @width: the width of the whole, in pixels
 * @height: its height
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Renders a picture in a thread.
 */
void
hc_drawing_render_async (HcPicture           *picture,
                         HcDrawingStyle       style,
                         const char          *part,
                         int                  width,
                         int                  height,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (HC_IS_PICTURE (picture));
  g_return_if_fail (width > 0 && height > 0);

  job = g_new0 (Job, 1);
  job->picture = g_object_ref (picture);
  job->style = style;
  job->part = g_strdup (part);
  job->width = width;
  job->height = height;

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_drawing_render_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * hc_drawing_render_finish:
 * @result: what the callback was given
 * @error: return location for an error of librsvg
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
hc_drawing_render_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
