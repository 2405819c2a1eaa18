/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-drawing.h"

#include "hc-pill-outline.h"
#include "hc-pill-painter.h"
#include "hc-pill-words.h"
#include "hc-true-size.h"

/* In pixels, of one side: whoever wants it larger says so. */
#define MIN_LENGTH 24
#define NATURAL_LENGTH 48

/* Between the sides. */
#define GAP 12.0

/* Room for the outline, which lies on the edge. */
#define MARGIN 1.0

/* In millimeters: what is drawn in the true size although nobody knows it. */
#define ASSUMED_LENGTH 12.0

/**
 * HcPillDrawing:
 *
 * A drawing of a pill, one side or both beside each other; of what is known of only one side one is drawn.
 * What is not known, the shape or the color, has a dashed outline. To a screen reader it is an image with all
 * of it in words.
 */
struct _HcPillDrawing
{
  GtkWidget    parent_instance;

  HcPill      *pill;
  gboolean     both_sides;
  HcPillScale  scale;
  double       calibration;
};

enum {
  PROP_0,
  PROP_PILL,
  PROP_BOTH_SIDES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcPillDrawing, hc_pill_drawing, GTK_TYPE_WIDGET)

static gboolean
has_text (const char *text)
{
  return *text != '\0';
}

static guint
count_sides (HcPillDrawing *self)
{
  const HcPillLook *look = hc_pill_get_look (self->pill);

  return self->both_sides && has_text (look->front) && has_text (look->back) ? 2 : 1;
}

/* The size of one side, in pixels, when it is as large as the pill. */
static void
get_true_size (HcPillDrawing *self,
               double        *width,
               double        *height)
{
  const HcPillLook *look = hc_pill_get_look (self->pill);
  double ratio = hc_pill_outline_get_ratio (look->shape);
  double length = (look->size > 0.0 ? look->size : ASSUMED_LENGTH) * hc_true_size_get_scale (GTK_WIDGET (self)) *
                  self->calibration;

  *width = ratio >= 1.0 ? length : length * ratio;
  *height = *width / ratio;
}

/* The size of one side in the room that there is. */
static void
get_size (HcPillDrawing *self,
          guint          n_sides,
          double        *width,
          double        *height)
{
  double ratio = hc_pill_outline_get_ratio (hc_pill_get_look (self->pill)->shape);
  double room = (gtk_widget_get_width (GTK_WIDGET (self)) - (n_sides - 1) * GAP) / n_sides - 2.0 * MARGIN;

  if (self->scale == HC_PILL_SCALE_TRUE)
    {
      get_true_size (self, width, height);
      return;
    }

  *width = MAX (1.0, MIN (room, (gtk_widget_get_height (GTK_WIDGET (self)) - 2.0 * MARGIN) * ratio));
  *height = *width / ratio;
}

static void
hc_pill_drawing_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  HcPillDrawing *self = HC_PILL_DRAWING (widget);
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;
  double n_sides, gap, width, height;

  if (self->pill == NULL)
    {
      *minimum = *natural = 0;
      return;
    }

  n_sides = is_width ? count_sides (self) : 1;
  gap = (n_sides - 1.0) * GAP;

  if (self->scale == HC_PILL_SCALE_TRUE)
    {
      get_true_size (self, &width, &height);
      *minimum = *natural = (int) (n_sides * ((is_width ? width : height) + 2.0 * MARGIN) + gap + 1.0);
    }
  else
    {
      *minimum = (int) (n_sides * MIN_LENGTH + gap);
      *natural = is_width ? (int) (n_sides * NATURAL_LENGTH + gap) : NATURAL_LENGTH;
    }
}

static void
hc_pill_drawing_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HcPillDrawing *self = HC_PILL_DRAWING (widget);
  const HcPillLook *look;
  HcPillPart part;
  guint n_sides, scored;
  double width, height, x, y;

  if (self->pill == NULL)
    return;

  look = hc_pill_get_look (self->pill);
  n_sides = count_sides (self);
  get_size (self, n_sides, &width, &height);
  x = (gtk_widget_get_width (widget) - n_sides * width - (n_sides - 1) * (GAP + 2.0 * MARGIN)) / 2.0;
  y = (gtk_widget_get_height (widget) - height) / 2.0;

  part.look = look;
  gtk_widget_get_color (widget, &part.foreground);

  /* Nobody tells which side the line is on: that which has more room for it. */
  scored = n_sides == 2 && strlen (look->back) < strlen (look->front) ? 1 : 0;

  for (guint i = 0; i < n_sides; i++)
    {
      part.imprint = i == 1 || !has_text (look->front) ? look->back : look->front;
      part.has_score = look->score > 1 && i == scored;
      graphene_rect_init (&part.bounds, (float) (x + i * (width + GAP + 2.0 * MARGIN)), (float) y,
                          (float) width, (float) height);
      hc_pill_painter_paint (&part, gtk_widget_get_pango_context (widget), snapshot);
    }
}

/* Another monitor may have other millimeters. */
static void
hc_pill_drawing_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hc_pill_drawing_parent_class)->map (widget);

  if (HC_PILL_DRAWING (widget)->scale == HC_PILL_SCALE_TRUE)
    gtk_widget_queue_resize (widget);
}

static void
hc_pill_drawing_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HcPillDrawing *self = HC_PILL_DRAWING (object);

  switch (prop_id)
    {
    case PROP_PILL:
      g_value_set_object (value, self->pill);
      break;
    case PROP_BOTH_SIDES:
      g_value_set_boolean (value, self->both_sides);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_pill_drawing_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  HcPillDrawing *self = HC_PILL_DRAWING (object);

  switch (prop_id)
    {
    case PROP_PILL:
      hc_pill_drawing_set_pill (self, g_value_get_object (value));
      break;
    case PROP_BOTH_SIDES:
      hc_pill_drawing_set_both_sides (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_pill_drawing_dispose (GObject *object)
{
  g_clear_object (&HC_PILL_DRAWING (object)->pill);

  G_OBJECT_CLASS (hc_pill_drawing_parent_class)->dispose (object);
}

static void
hc_pill_drawing_class_init (HcPillDrawingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hc_pill_drawing_get_property;
  object_class->set_property = hc_pill_drawing_set_property;
  object_class->dispose = hc_pill_drawing_dispose;
  widget_class->measure = hc_pill_drawing_measure;
  widget_class->snapshot = hc_pill_drawing_snapshot;
  widget_class->map = hc_pill_drawing_map;

  /**
   * HcPillDrawing:pill:
   *
   * What is drawn.
   */
  properties[PROP_PILL] =
    g_param_spec_object ("pill", NULL, NULL, HC_TYPE_PILL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * HcPillDrawing:both-sides:
   *
   * Whether both sides are drawn, where both have an imprint.
   */
  properties[PROP_BOTH_SIDES] =
    g_param_spec_boolean ("both-sides", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "pill-drawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hc_pill_drawing_init (HcPillDrawing *self)
{
  self->calibration = 1.0;
}

/**
 * hc_pill_drawing_new:
 * @pill: (nullable): a pill
 *
 * Returns: (transfer floating): a drawing of one of its sides
 */
GtkWidget *
hc_pill_drawing_new (HcPill *pill)
{
  g_return_val_if_fail (pill == NULL || HC_IS_PILL (pill), NULL);

  return g_object_new (HC_TYPE_PILL_DRAWING, "pill", pill, NULL);
}

/**
 * hc_pill_drawing_get_pill:
 * @self: a drawing
 *
 * Returns: (transfer none) (nullable): the pill that it shows
 */
HcPill *
hc_pill_drawing_get_pill (HcPillDrawing *self)
{
  g_return_val_if_fail (HC_IS_PILL_DRAWING (self), NULL);

  return self->pill;
}

/**
 * hc_pill_drawing_set_pill:
 * @self: a drawing
 * @pill: (nullable): what it is to show
 */
void
hc_pill_drawing_set_pill (HcPillDrawing *self,
                          HcPill        *pill)
{
  g_return_if_fail (HC_IS_PILL_DRAWING (self));
  g_return_if_fail (pill == NULL || HC_IS_PILL (pill));

  if (!g_set_object (&self->pill, pill))
    return;

  if (pill != NULL)
    {
      g_autofree char *words = hc_pill_words_describe (pill);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PILL]);
}

/**
 * hc_pill_drawing_set_both_sides:
 * @self: a drawing
 * @both_sides: whether to draw both sides beside each other, where both have an imprint
 */
void
hc_pill_drawing_set_both_sides (HcPillDrawing *self,
                                gboolean       both_sides)
{
  g_return_if_fail (HC_IS_PILL_DRAWING (self));

  if (self->both_sides == both_sides)
    return;

  self->both_sides = both_sides;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOTH_SIDES]);
}

/**
 * hc_pill_drawing_set_scale:
 * @self: a drawing
 * @scale: how large the pill is drawn
 * @calibration: for the true size, by how much the monitor is wrong about its own: 1 when it is right
 */
void
hc_pill_drawing_set_scale (HcPillDrawing *self,
                           HcPillScale    scale,
                           double         calibration)
{
  g_return_if_fail (HC_IS_PILL_DRAWING (self));
  g_return_if_fail (calibration > 0.0);

  self->scale = scale;
  self->calibration = calibration;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
