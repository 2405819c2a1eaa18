/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-view.h"

#include <adwaita.h>
#include <math.h>

#include "hc-drawing.h"

#define NATURAL_WIDTH 640
#define MIN_WIDTH 64
#define CORNER_RADIUS 12.0f

/* More pixels are not worth their memory: 4096 by 3072 are 48 MiB. */
#define MAX_PIXELS 4096

/* What is drawn one above the other. */
enum {
  LAYER_PICTURE,
  LAYER_PART,
  N_LAYERS,
};

typedef struct
{
  GdkTexture *texture; /* NULL before the first one is there */
  char       *shown;   /* what the texture shows, see dup_key(); NULL for nothing */
  char       *pending; /* what is being rendered; NULL while nothing is */
} Layer;

/**
 * HcPictureView:
 *
 * Shows a picture in the colors of the desktop's style, as sharp as the screen is. It is rendered in
 * a thread; until that is done, what was there before is shown in the new size. What nobody sees is
 * not kept.
 */
struct _HcPictureView
{
  GtkWidget  parent_instance;

  HcPicture *picture;
  char      *part;
  Layer      layers[N_LAYERS];
};

/* What the callback of a thread needs. */
typedef struct
{
  HcPictureView *view;
  guint          layer;
} Request;

G_DEFINE_FINAL_TYPE (HcPictureView, hc_picture_view, GTK_TYPE_WIDGET)

static void update (HcPictureView *self);

static void
layer_clear (Layer *layer)
{
  g_clear_object (&layer->texture);
  g_clear_pointer (&layer->shown, g_free);
}

/* The size in pixels. */
static void
get_pixels (HcPictureView *self,
            int           *width,
            int           *height)
{
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  double longer = MAX (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  scale = MIN (scale, MAX_PIXELS / MAX (longer, 1.0));
  *width = (int) ceil (gtk_widget_get_width (GTK_WIDGET (self)) * scale);
  *height = (int) ceil (gtk_widget_get_height (GTK_WIDGET (self)) * scale);
}

/* What a layer is to show now; NULL for nothing. */
static char *
dup_key (HcPictureView *self,
         guint          layer)
{
  int width, height;

  if (self->picture == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      (layer == LAYER_PART && self->part == NULL))
    return NULL;

  get_pixels (self, &width, &height);

  if (width == 0 || height == 0)
    return NULL;

  return g_strdup_printf ("%s %u %dx%d %s", hc_picture_get_id (self->picture), hc_drawing_get_style (),
                          width, height, layer == LAYER_PART ? self->part : "");
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (HcPictureView) self = request->view;
  Layer *layer = &self->layers[request->layer];
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = hc_drawing_render_finish (result, &error);
  g_autofree char *key = g_steal_pointer (&layer->pending);
  g_autofree char *wanted = dup_key (self, request->layer);

  if (texture == NULL)
    g_warning ("A picture was not drawn: %s", error->message);

  /* Something else is wanted by now; still the picture is better than nothing while it is made. A part
   * is not: it is that of another choice. */
  if (wanted != NULL && (request->layer == LAYER_PICTURE || g_str_equal (wanted, key)))
    {
      g_set_object (&layer->texture, texture);
      g_set_str (&layer->shown, key);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  update (self);
}

static void
update (HcPictureView *self)
{
  for (guint i = 0; i < N_LAYERS; i++)
    {
      Layer *layer = &self->layers[i];
      g_autofree char *key = dup_key (self, i);
      Request *request;
      int width, height;

      if (key == NULL)
        {
          layer_clear (layer);
          gtk_widget_queue_draw (GTK_WIDGET (self));
          continue;
        }

      /* One at a time: while a window is resized, not every size is worth it. */
      if (layer->pending != NULL || g_strcmp0 (layer->shown, key) == 0)
        continue;

      /* The frame of another part must not stay. */
      if (i == LAYER_PART)
        layer_clear (layer);

      request = g_new0 (Request, 1);
      request->view = g_object_ref (self);
      request->layer = i;
      layer->pending = g_steal_pointer (&key);
      get_pixels (self, &width, &height);
      hc_drawing_render_async (self->picture, hc_drawing_get_style (), i == LAYER_PART ? self->part : NULL,
                               width, height, rendered_cb, request);
    }
}

static GtkSizeRequestMode
hc_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hc_picture_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  HcPictureView *self = HC_PICTURE_VIEW (widget);
  int width = for_size < 0 ? NATURAL_WIDTH : for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->picture == NULL)
    {
      *minimum = *natural = 0;
    }
  else
    {
      *minimum = *natural = width * hc_picture_get_height (self->picture) / hc_picture_get_width (self->picture);
    }
}

static void
hc_picture_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  update (HC_PICTURE_VIEW (widget));
}

static void
hc_picture_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HcPictureView *self = HC_PICTURE_VIEW (widget);
  graphene_rect_t bounds;
  GskRoundedRect outline;

  graphene_rect_init (&bounds, 0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, CORNER_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);

  for (guint i = 0; i < N_LAYERS; i++)
    if (self->layers[i].texture != NULL)
      gtk_snapshot_append_texture (snapshot, self->layers[i].texture, &bounds);

  gtk_snapshot_pop (snapshot);
}

static void
hc_picture_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hc_picture_view_parent_class)->map (widget);

  update (HC_PICTURE_VIEW (widget));
}

static void
hc_picture_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hc_picture_view_parent_class)->unmap (widget);

  update (HC_PICTURE_VIEW (widget));
}

static void
hc_picture_view_dispose (GObject *object)
{
  HcPictureView *self = HC_PICTURE_VIEW (object);

  for (guint i = 0; i < N_LAYERS; i++)
    layer_clear (&self->layers[i]);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (hc_picture_view_parent_class)->dispose (object);
}

static void
hc_picture_view_finalize (GObject *object)
{
  HcPictureView *self = HC_PICTURE_VIEW (object);

  g_free (self->part);

  G_OBJECT_CLASS (hc_picture_view_parent_class)->finalize (object);
}

static void
hc_picture_view_class_init (HcPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_picture_view_dispose;
  object_class->finalize = hc_picture_view_finalize;
  widget_class->get_request_mode = hc_picture_view_get_request_mode;
  widget_class->measure = hc_picture_view_measure;
  widget_class->size_allocate = hc_picture_view_size_allocate;
  widget_class->snapshot = hc_picture_view_snapshot;
  widget_class->map = hc_picture_view_map;
  widget_class->unmap = hc_picture_view_unmap;

  gtk_widget_class_set_css_name (widget_class, "picture-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hc_picture_view_init (HcPictureView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
}

/**
 * hc_picture_view_new:
 * @picture: (nullable): a picture
 *
 * Returns: (transfer floating): a view of it, an image to screen readers
 */
GtkWidget *
hc_picture_view_new (HcPicture *picture)
{
  GtkWidget *self = g_object_new (HC_TYPE_PICTURE_VIEW, NULL);

  if (picture != NULL)
    hc_picture_view_set_picture (HC_PICTURE_VIEW (self), picture);

  return self;
}

/**
 * hc_picture_view_set_picture:
 * @self: a view
 * @picture: (nullable): the picture to be shown, with no part chosen
 */
void
hc_picture_view_set_picture (HcPictureView *self,
                             HcPicture     *picture)
{
  g_return_if_fail (HC_IS_PICTURE_VIEW (self));
  g_return_if_fail (picture == NULL || HC_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  g_clear_pointer (&self->part, g_free);
  for (guint i = 0; i < N_LAYERS; i++)
    layer_clear (&self->layers[i]);

  if (picture != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, hc_picture_get_title (picture),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hc_picture_get_alternative (picture),
                                    -1);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

/**
 * hc_picture_view_get_picture:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the picture that it shows
 */
HcPicture *
hc_picture_view_get_picture (HcPictureView *self)
{
  g_return_val_if_fail (HC_IS_PICTURE_VIEW (self), NULL);

  return self->picture;
}

/**
 * hc_picture_view_set_part:
 * @self: a view
 * @part: (nullable): the name of the part that is to stand out, %NULL for none
 */
void
hc_picture_view_set_part (HcPictureView *self,
                          const char    *part)
{
  g_return_if_fail (HC_IS_PICTURE_VIEW (self));

  if (g_set_str (&self->part, part))
    update (self);
}

/**
 * hc_picture_view_is_drawn:
 * @self: a view
 *
 * Returns: whether all that is to be seen has been rendered
 */
gboolean
hc_picture_view_is_drawn (HcPictureView *self)
{
  g_return_val_if_fail (HC_IS_PICTURE_VIEW (self), FALSE);

  for (guint i = 0; i < N_LAYERS; i++)
    {
      g_autofree char *wanted = dup_key (self, i);

      if (g_strcmp0 (wanted, self->layers[i].shown) != 0)
        return FALSE;
    }

  return TRUE;
}
