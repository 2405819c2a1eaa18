/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-cycle-strip.h"

#include <glib/gi18n.h>

#define N_A_LINE 7 /* a week */
#define MIN_CELL 18
#define MAX_CELL 34
#define GAP 4
#define ROUND 6
#define FAINT 0.35

/**
 * HcCycleStrip:
 *
 * The days of a treatment cycle, drawn a week a line: filled where something is taken. It shows what was
 * understood of what somebody typed.
 */
struct _HcCycleStrip
{
  GtkWidget parent_instance;

  HcDays    days; /* n is 0 when there is nothing to be shown */
};

G_DEFINE_FINAL_TYPE (HcCycleStrip, hc_cycle_strip, GTK_TYPE_WIDGET)

static int
count_lines (HcCycleStrip *self)
{
  return (self->days.n + N_A_LINE - 1) / N_A_LINE;
}

static int
fit_cell (int width)
{
  return CLAMP ((width + GAP) / N_A_LINE - GAP, MIN_CELL, MAX_CELL);
}

static GtkSizeRequestMode
hc_cycle_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hc_cycle_strip_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  HcCycleStrip *self = HC_CYCLE_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = N_A_LINE * (MIN_CELL + GAP) - GAP;
      *natural = N_A_LINE * (MAX_CELL + GAP) - GAP;
    }
  else
    {
      int cell = for_size >= 0 ? fit_cell (for_size) : MAX_CELL;

      *minimum = *natural = MAX (count_lines (self) * (cell + GAP) - GAP, 0);
    }
}

static void
draw_number (HcCycleStrip          *self,
             GtkSnapshot           *snapshot,
             int                    day,
             const graphene_rect_t *cell,
             const GdkRGBA         *color)
{
  g_autofree char *text = g_strdup_printf ("%d", day);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;
  double scale;

  pango_layout_get_pixel_size (layout, &width, &height);
  scale = MIN (1, MIN ((cell->size.width - GAP) / width, cell->size.height / height));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (cell->origin.x + (float) (cell->size.width - width * scale) / 2,
                                                cell->origin.y + (float) (cell->size.height - height * scale) / 2));
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_day (HcCycleStrip          *self,
          GtkSnapshot           *snapshot,
          int                    day, /* 0: the first */
          const graphene_rect_t *cell)
{
  GskRoundedRect outline;
  GdkRGBA accent, color, faint;

  /* The accent of the program, see style.css. */
  adw_accent_color_to_rgba (ADW_ACCENT_COLOR_TEAL, &accent);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  faint = color;
  faint.alpha *= (float) FAINT;
  gsk_rounded_rect_init_from_rect (&outline, cell, ROUND);

  if (hc_days_has (&self->days, day, G_DATE_MONDAY))
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &accent, cell);
      gtk_snapshot_pop (snapshot);
      draw_number (self, snapshot, day + 1, cell, &(GdkRGBA) { 1, 1, 1, 1 });
    }
  else
    {
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { faint, faint, faint, faint });
      draw_number (self, snapshot, day + 1, cell, &color);
    }
}

static void
hc_cycle_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  HcCycleStrip *self = HC_CYCLE_STRIP (widget);
  int cell = fit_cell (gtk_widget_get_width (widget));
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (int day = 0; day < self->days.n; day++)
    {
      int column = is_mirrored ? N_A_LINE - 1 - day % N_A_LINE : day % N_A_LINE;

      draw_day (self, snapshot, day, &GRAPHENE_RECT_INIT ((float) (column * (cell + GAP)),
                                                          (float) (day / N_A_LINE * (cell + GAP)),
                                                          (float) cell, (float) cell));
    }
}

static void
hc_cycle_strip_class_init (HcCycleStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = hc_cycle_strip_get_request_mode;
  widget_class->measure = hc_cycle_strip_measure;
  widget_class->snapshot = hc_cycle_strip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hc_cycle_strip_init (HcCycleStrip *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  hc_cycle_strip_set_days (self, NULL);
}

/**
 * hc_cycle_strip_set_days:
 * @self: a strip
 * @days: (nullable): days of a cycle; %NULL shows nothing
 */
void
hc_cycle_strip_set_days (HcCycleStrip *self,
                         const HcDays *days)
{
  g_autofree char *list = NULL, *words = NULL;

  g_return_if_fail (HC_IS_CYCLE_STRIP (self));

  self->days = days != NULL ? *days : (HcDays) { .kind = HC_DAYS_OF_CYCLE };
  gtk_widget_set_visible (GTK_WIDGET (self), days != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  list = hc_days_dup_cycle (&self->days);
  /* Translators: days of a treatment cycle, "1-14", and its length in days. */
  words = g_strdup_printf (_("A cycle of %2$d days with a dose on the days %1$s"), list, self->days.n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
