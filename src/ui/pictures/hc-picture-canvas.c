/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-canvas.h"

#include <math.h>

#include "hc-drawing-map.h"
#include "hc-picture-view.h"
#include "hc-picture-zoom.h"

#define NATURAL_WIDTH 640
#define MIN_WIDTH 200
#define MIN_HEIGHT 120

/* How far beside a part a pointer or a finger still means it, in px. */
#define POINTER_REACH 4.0
#define FINGER_REACH 20.0

/* A drag becomes one only here: before, it may be a tap. In px. */
#define DRAG_THRESHOLD 8.0

/* How far the picture is dragged aside for the next one to come, in px. */
#define SWIPE_DISTANCE 60.0

#define SCROLL_ZOOM 1.1
#define SCROLL_STEP 40.0

/**
 * HcPictureCanvas:
 *
 * A picture in a frame, as large as fits, or larger and moved about in it. It tells which of its parts
 * is pointed at or tapped.
 */
struct _HcPictureCanvas
{
  GtkWidget      parent_instance;

  HcPictureView *view;
  HcPicture     *picture;
  HcDrawingMap  *map;       /* NULL until it is made, and without parts */
  int            hovered;   /* the part that the pointer is at, -1 for none */

  HcPictureZoom  zoom;
  double         begin_zoom; /* that when the pinch began */
  double         drag_x;    /* how far the drag has moved the picture so far */
  double         drag_y;
  gboolean       is_dragged;
  double         pointer_x;
  double         pointer_y;
};

enum {
  PROP_0,
  PROP_ZOOM,
  N_PROPS,
};

enum {
  SIGNAL_POINTED,
  SIGNAL_TAPPED,
  SIGNAL_SWIPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPictureCanvas, hc_picture_canvas, GTK_TYPE_WIDGET)

/* The place of the picture that is at (x, y) stays there. */
static void
zoom_at (HcPictureCanvas *self,
         double           zoom,
         double           x,
         double           y)
{
  if (self->picture == NULL || !hc_picture_zoom_zoom (&self->zoom, zoom, x, y))
    return;

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static int
find_part (HcPictureCanvas *self,
           double           x,
           double           y,
           double           reach)
{
  double left, top, width, height;

  if (self->map == NULL)
    return -1;

  hc_picture_zoom_get_box (&self->zoom, &left, &top, &width, &height);
  if (width <= 0.0)
    return -1;

  return hc_drawing_map_find (self->map, (x - left) / width, (y - top) / height, reach / width);
}

static void
set_hovered (HcPictureCanvas *self,
             int              part)
{
  if (part == self->hovered)
    return;

  self->hovered = part;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), part >= 0 ? "pointer" : NULL);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, part);
}

static void
motion_cb (HcPictureCanvas *self,
           double           x,
           double           y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  set_hovered (self, find_part (self, x, y, POINTER_REACH));
}

static void
leave_cb (HcPictureCanvas *self)
{
  set_hovered (self, -1);
}

static void
released_cb (HcPictureCanvas *self,
             int              n_presses,
             double           x,
             double           y,
             GtkGesture      *click)
{
  GdkDevice *device = gtk_gesture_get_device (click);
  gboolean is_finger = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  int part = find_part (self, x, y, is_finger ? FINGER_REACH : POINTER_REACH);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (part >= 0)
    g_signal_emit (self, signals[SIGNAL_TAPPED], 0, part);
}

static void
drag_begin_cb (HcPictureCanvas *self)
{
  self->drag_x = self->drag_y = 0.0;
  self->is_dragged = FALSE;
}

/* A picture that fits is not moved up and down: that is left to what scrolls around it. */
static void
drag_update_cb (HcPictureCanvas *self,
                double           x,
                double           y,
                GtkGesture      *drag)
{
  if (!self->is_dragged)
    {
      if (self->zoom.zoom > 1.0 ? hypot (x, y) < DRAG_THRESHOLD
                                : fabs (x) < DRAG_THRESHOLD || fabs (x) < fabs (y))
        return;

      self->is_dragged = TRUE;
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
    }

  if (self->zoom.zoom > 1.0)
    hc_picture_canvas_pan (self, self->drag_x - x, self->drag_y - y);

  self->drag_x = x;
  self->drag_y = y;
}

static void
drag_end_cb (HcPictureCanvas *self,
             double           x,
             double           y)
{
  if (self->is_dragged && self->zoom.zoom <= 1.0 && fabs (x) >= SWIPE_DISTANCE && fabs (x) > fabs (y))
    g_signal_emit (self, signals[SIGNAL_SWIPED], 0,
                   (x < 0.0) == (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL) ? 1 : -1);
}

static gboolean
scroll_cb (HcPictureCanvas    *self,
           double              dx,
           double              dy,
           GtkEventController *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (scroll);
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (scroll));
  double step = unit == GDK_SCROLL_UNIT_WHEEL ? SCROLL_STEP : 1.0;

  if (state & GDK_CONTROL_MASK)
    {
      zoom_at (self, self->zoom.zoom * pow (SCROLL_ZOOM, -dy * step / SCROLL_STEP),
               self->pointer_x, self->pointer_y);
      return GDK_EVENT_STOP;
    }

  return hc_picture_canvas_pan (self, dx * step, dy * step) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
pinch_begin_cb (HcPictureCanvas *self)
{
  self->begin_zoom = self->zoom.zoom;
}

static void
pinch_cb (HcPictureCanvas *self,
          double           scale,
          GtkGesture      *pinch)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;

  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  zoom_at (self, self->begin_zoom * scale, x, y);
}

static GtkSizeRequestMode
hc_picture_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hc_picture_canvas_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  HcPictureCanvas *self = HC_PICTURE_CANVAS (widget);
  int width = for_size < 0 ? NATURAL_WIDTH : for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = MIN_HEIGHT;
      *natural = MIN_HEIGHT;
      if (self->picture != NULL)
        *natural = MAX (MIN_HEIGHT, (int) (width * self->zoom.ratio));
    }
}

static void
hc_picture_canvas_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  HcPictureCanvas *self = HC_PICTURE_CANVAS (widget);
  GskTransform *transform;
  double x, y, view_width, view_height;
  int min_width, min_height;

  if (self->picture == NULL)
    return;

  hc_picture_zoom_resize (&self->zoom, width, height);
  hc_picture_zoom_get_box (&self->zoom, &x, &y, &view_width, &view_height);

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  min_width = MAX (min_width, (int) round (view_width));
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, min_width, &min_height, NULL, NULL, NULL);

  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_widget_allocate (GTK_WIDGET (self->view), min_width, MAX (min_height, (int) round (view_height)), -1, transform);
}

static void
hc_picture_canvas_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, HC_PICTURE_CANVAS (object)->zoom.zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_picture_canvas_dispose (GObject *object)
{
  HcPictureCanvas *self = HC_PICTURE_CANVAS (object);

  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->view));
  self->view = NULL;
  g_clear_object (&self->picture);
  g_clear_pointer (&self->map, hc_drawing_map_free);

  G_OBJECT_CLASS (hc_picture_canvas_parent_class)->dispose (object);
}

static void
hc_picture_canvas_class_init (HcPictureCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_picture_canvas_dispose;
  object_class->get_property = hc_picture_canvas_get_property;
  widget_class->get_request_mode = hc_picture_canvas_get_request_mode;
  widget_class->measure = hc_picture_canvas_measure;
  widget_class->size_allocate = hc_picture_canvas_size_allocate;

  /**
   * HcPictureCanvas:zoom:
   *
   * How much larger than its frame the picture is, from 1 to %HC_PICTURE_MAX_ZOOM.
   */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1.0, HC_PICTURE_MAX_ZOOM, 1.0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HcPictureCanvas::pointed:
   * @self: the canvas
   * @part: the number of a part, -1 for none
   *
   * The pointer came to a part, or left one.
   */
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", HC_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * HcPictureCanvas::tapped:
   * @self: the canvas
   * @part: the number of a part
   *
   * A part was tapped or clicked.
   */
  signals[SIGNAL_TAPPED] = g_signal_new ("tapped", HC_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * HcPictureCanvas::swiped:
   * @self: the canvas
   * @distance: 1 for the next picture, -1 for the one before
   *
   * A picture that fits was pushed aside.
   */
  signals[SIGNAL_SWIPED] = g_signal_new ("swiped", HC_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "picture-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (HcPictureCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
hc_picture_canvas_init (HcPictureCanvas *self)
{
  /* The canvas itself is what a screen reader finds: it has the focus and the words. */
  self->view = g_object_new (HC_TYPE_PICTURE_VIEW,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "can-target", FALSE,
                             NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  gtk_widget_set_child_visible (GTK_WIDGET (self->view), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  hc_picture_zoom_reset (&self->zoom, 1.0);
  self->hovered = -1;
  add_controllers (self);
}

/* What the callback of the thread needs. */
typedef struct
{
  HcPictureCanvas *canvas;
  HcPicture       *picture;
} MapRequest;

static void
map_made_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree MapRequest *request = user_data;
  g_autoptr (HcPictureCanvas) self = request->canvas;
  g_autoptr (HcPicture) picture = request->picture;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDrawingMap) map = hc_drawing_map_make_finish (result, &error);

  if (map == NULL)
    {
      g_warning ("The parts of a picture were not found: %s", error->message);
    }
  else if (picture == self->picture)
    {
      g_clear_pointer (&self->map, hc_drawing_map_free);
      self->map = g_steal_pointer (&map);
    }
}

static void
make_map (HcPictureCanvas *self)
{
  MapRequest *request;

  if (hc_picture_get_parts (self->picture)->len == 0)
    return;

  request = g_new0 (MapRequest, 1);
  request->canvas = g_object_ref (self);
  request->picture = g_object_ref (self->picture);
  hc_drawing_map_make_async (self->picture, map_made_cb, request);
}

/**
 * hc_picture_canvas_set_picture:
 * @self: a canvas
 * @picture: the picture to be shown, as large as fits and with no part chosen
 */
void
hc_picture_canvas_set_picture (HcPictureCanvas *self,
                               HcPicture       *picture)
{
  g_return_if_fail (HC_IS_PICTURE_CANVAS (self));
  g_return_if_fail (HC_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  g_clear_pointer (&self->map, hc_drawing_map_free);
  set_hovered (self, -1);
  hc_picture_zoom_reset (&self->zoom, (double) hc_picture_get_height (picture) / hc_picture_get_width (picture));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);

  hc_picture_view_set_picture (self->view, picture);
  gtk_widget_set_child_visible (GTK_WIDGET (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hc_picture_get_title (picture),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hc_picture_get_alternative (picture),
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  make_map (self);
}

/**
 * hc_picture_canvas_set_part:
 * @self: a canvas
 * @part: (nullable): the name of the part that is to stand out, %NULL for none
 */
void
hc_picture_canvas_set_part (HcPictureCanvas *self,
                            const char      *part)
{
  g_return_if_fail (HC_IS_PICTURE_CANVAS (self));

  hc_picture_view_set_part (self->view, part);
}

/**
 * hc_picture_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how much larger than its frame the picture is
 */
double
hc_picture_canvas_get_zoom (HcPictureCanvas *self)
{
  g_return_val_if_fail (HC_IS_PICTURE_CANVAS (self), 1.0);

  return self->zoom.zoom;
}

/**
 * hc_picture_canvas_set_zoom:
 * @self: a canvas
 * @zoom: how much larger than its frame the picture is to be; brought into its limits
 *
 * The middle stays where it is.
 */
void
hc_picture_canvas_set_zoom (HcPictureCanvas *self,
                            double           zoom)
{
  g_return_if_fail (HC_IS_PICTURE_CANVAS (self));

  zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * hc_picture_canvas_pan:
 * @self: a canvas
 * @dx: how far to look to the right, in px
 * @dy: how far to look down, in px
 *
 * Returns: whether there was more to be seen there
 */
gboolean
hc_picture_canvas_pan (HcPictureCanvas *self,
                       double           dx,
                       double           dy)
{
  g_return_val_if_fail (HC_IS_PICTURE_CANVAS (self), FALSE);

  if (self->picture == NULL || !hc_picture_zoom_pan (&self->zoom, dx, dy))
    return FALSE;

  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return TRUE;
}

/**
 * hc_picture_canvas_get_pan:
 * @self: a canvas
 * @x: (out): the place of the picture that is in the middle, from 0 at its left to 1 at its right
 * @y: (out): the same, from 0 at the top to 1 at the bottom
 */
void
hc_picture_canvas_get_pan (HcPictureCanvas *self,
                           double          *x,
                           double          *y)
{
  g_return_if_fail (HC_IS_PICTURE_CANVAS (self));

  *x = self->zoom.center_x;
  *y = self->zoom.center_y;
}

/**
 * hc_picture_canvas_find_part:
 * @self: a canvas
 * @x: a place in the canvas, in px
 * @y: the same
 *
 * Returns: the number of the part there, -1 where there is none or before the parts are known
 */
int
hc_picture_canvas_find_part (HcPictureCanvas *self,
                             double           x,
                             double           y)
{
  g_return_val_if_fail (HC_IS_PICTURE_CANVAS (self), -1);

  return find_part (self, x, y, POINTER_REACH);
}
