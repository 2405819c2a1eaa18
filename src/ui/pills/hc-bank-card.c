/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-bank-card.h"

#include "hc-true-size.h"

/* ISO/IEC 7810, ID-1, in millimeters. */
#define WIDTH 85.6
#define HEIGHT 53.98
#define CORNER 3.18

#define FRAME 2.0f

/**
 * HcBankCard:
 *
 * The outline of a bank card in its true size, to be matched with a real one. To a screen reader it is an
 * image.
 */
struct _HcBankCard
{
  GtkWidget parent_instance;

  double    calibration;
};

enum {
  PROP_0,
  PROP_CALIBRATION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcBankCard, hc_bank_card, GTK_TYPE_WIDGET)

static double
get_scale (HcBankCard *self)
{
  return hc_true_size_get_scale (GTK_WIDGET (self)) * self->calibration;
}

static void
hc_bank_card_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int) (length * get_scale (HC_BANK_CARD (widget)) + 0.5);
}

static void
hc_bank_card_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  GskRoundedRect outline;
  GdkRGBA color;
  const float widths[] = { FRAME, FRAME, FRAME, FRAME };

  gtk_widget_get_color (widget, &color);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) (CORNER * get_scale (HC_BANK_CARD (widget))));
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[]) { color, color, color, color });
  color.alpha *= 0.1f;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hc_bank_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hc_bank_card_parent_class)->map (widget);

  /* Only now it is known on which monitor it is. */
  gtk_widget_queue_resize (widget);
}

static void
hc_bank_card_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CALIBRATION:
      g_value_set_double (value, HC_BANK_CARD (object)->calibration);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_bank_card_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CALIBRATION:
      HC_BANK_CARD (object)->calibration = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_bank_card_class_init (HcBankCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hc_bank_card_get_property;
  object_class->set_property = hc_bank_card_set_property;
  widget_class->measure = hc_bank_card_measure;
  widget_class->snapshot = hc_bank_card_snapshot;
  widget_class->map = hc_bank_card_map;

  /**
   * HcBankCard:calibration:
   *
   * By how much the monitor is wrong about its size: 1 when it is right.
   */
  properties[PROP_CALIBRATION] = g_param_spec_double ("calibration", NULL, NULL, 0.1, 10.0, 1.0,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "bank-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hc_bank_card_init (HcBankCard *self)
{
  self->calibration = 1.0;
}
