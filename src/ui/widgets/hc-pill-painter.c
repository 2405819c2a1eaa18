/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-painter.h"

#include <math.h>

#include "hc-pill-outline.h"

/* The outline is of a gray that stands out from white and from black. */
#define OUTLINE_GRAY 0.48f
#define OUTLINE_WIDTH 1.5f

/* How much of an ink is black or white; the rest is the color of the pill. */
#define INK_STRENGTH 0.92f

/* From this luminance on black is read better than white, which is how WCAG counts contrast. */
#define MIDDLE_LUMINANCE 0.179

/* A pill that is this much wider than high is broken across. */
#define LONG_RATIO 1.35f

/* No letter is higher than this part of the pill. */
#define MAX_LETTER 0.43

/* The size, in pixels, at which texts are measured. */
#define TRIAL_SIZE 100.0

#define MAX_CELLS 4

static void
get_color (HcPillColor  color,
           GdkRGBA     *rgba)
{
  guint32 rgb = hc_pill_color_get_rgb (color);

  *rgba = (GdkRGBA) {
    (float) (rgb >> 16 & 0xff) / 255.0f,
    (float) (rgb >> 8 & 0xff) / 255.0f,
    (float) (rgb & 0xff) / 255.0f,
    1.0f,
  };
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static gboolean
is_light (const GdkRGBA *rgba)
{
  return 0.2126 * to_linear (rgba->red) + 0.7152 * to_linear (rgba->green) + 0.0722 * to_linear (rgba->blue) >
         MIDDLE_LUMINANCE;
}

/**
 * hc_pill_painter_get_ink:
 * @color: a color of a pill
 * @ink: (out): the color of an imprint on it: a very dark or a very light tone of the same color
 */
void
hc_pill_painter_get_ink (HcPillColor  color,
                         GdkRGBA     *ink)
{
  GdkRGBA base;
  float target;

  g_return_if_fail (ink != NULL);

  get_color (color, &base);
  target = is_light (&base) ? 0.0f : 1.0f;

  *ink = (GdkRGBA) {
    base.red + (target - base.red) * INK_STRENGTH,
    base.green + (target - base.green) * INK_STRENGTH,
    base.blue + (target - base.blue) * INK_STRENGTH,
    1.0f,
  };
}

static gboolean
has_two_colors (const HcPillLook *look)
{
  return look->colors[1] != HC_PILL_COLOR_UNKNOWN && look->colors[1] != look->colors[0];
}

static gboolean
is_long (const HcPillPart *part)
{
  return part->bounds.size.width > LONG_RATIO * part->bounds.size.height;
}

static float
get_middle (const HcPillPart *part)
{
  return part->bounds.origin.x + part->bounds.size.width / 2.0f;
}

static void
paint_body (const HcPillPart *part,
            GskPath          *path,
            GtkSnapshot      *snapshot)
{
  graphene_rect_t half;
  GdkRGBA color = part->foreground;

  if (part->look->colors[0] != HC_PILL_COLOR_UNKNOWN)
    get_color (part->look->colors[0], &color);
  else
    color.alpha *= 0.07f;

  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);

  if (!has_two_colors (part->look))
    return;

  half = part->bounds;
  half.origin.x = get_middle (part);
  half.size.width /= 2.0f;
  get_color (part->look->colors[1], &color);
  gtk_snapshot_push_clip (snapshot, &half);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
  gtk_snapshot_pop (snapshot);
}

/* Light from above: the upper edge is lighter and the lower one darker, the middle has the color itself. */
static void
paint_shading (const HcPillPart *part,
               GskPath          *path,
               GtkSnapshot      *snapshot)
{
  static const GskColorStop stops[] = {
    { 0.0f, { 1.0f, 1.0f, 1.0f, 0.34f } },
    { 0.44f, { 1.0f, 1.0f, 1.0f, 0.0f } },
    { 0.56f, { 0.0f, 0.0f, 0.0f, 0.0f } },
    { 0.80f, { 0.0f, 0.0f, 0.0f, 0.05f } },
    { 1.0f, { 0.0f, 0.0f, 0.0f, 0.17f } },
  };
  static const GdkRGBA rim = { 0.0f, 0.0f, 0.0f, 0.08f };
  const graphene_rect_t *bounds = &part->bounds;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (0.09f * bounds->size.height);

  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  gtk_snapshot_append_linear_gradient (snapshot, bounds, &bounds->origin,
                                       &GRAPHENE_POINT_INIT (bounds->origin.x,
                                                             bounds->origin.y + bounds->size.height),
                                       stops, G_N_ELEMENTS (stops));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &rim);
  gtk_snapshot_pop (snapshot);
}

static void
paint_outline (const HcPillPart *part,
               GskPath          *path,
               GtkSnapshot      *snapshot)
{
  static const GdkRGBA gray = { OUTLINE_GRAY, OUTLINE_GRAY, OUTLINE_GRAY, 1.0f };
  static const float dashes[] = { 5.0f, 4.0f };
  g_autoptr (GskStroke) stroke = gsk_stroke_new (OUTLINE_WIDTH);

  /* What is not known is not drawn as if it was. */
  if (part->look->colors[0] == HC_PILL_COLOR_UNKNOWN || part->look->shape == HC_PILL_SHAPE_UNKNOWN)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));

  gtk_snapshot_append_stroke (snapshot, path, stroke, &gray);
}

static void
get_ink_at (const HcPillPart *part,
            float             x,
            GdkRGBA          *ink)
{
  if (part->look->colors[0] == HC_PILL_COLOR_UNKNOWN)
    *ink = part->foreground;
  else
    hc_pill_painter_get_ink (part->look->colors[has_two_colors (part->look) && x > get_middle (part) ? 1 : 0], ink);
}

static void
add_line (GskPathBuilder   *builder,
          const HcPillPart *part,
          double            x1,
          double            y1,
          double            x2,
          double            y2)
{
  const graphene_rect_t *bounds = &part->bounds;

  gsk_path_builder_move_to (builder, bounds->origin.x + (float) x1 * bounds->size.width,
                            bounds->origin.y + (float) y1 * bounds->size.height);
  gsk_path_builder_line_to (builder, bounds->origin.x + (float) x2 * bounds->size.width,
                            bounds->origin.y + (float) y2 * bounds->size.height);
}

/* A groove: dark, with light on its lower edge. What is long is broken across, what is round through its
 * middle. The lines end at the outline. */
static void
paint_lines (const HcPillPart *part,
             GskPath          *path,
             GtkSnapshot      *snapshot)
{
  int n_parts = part->has_score ? part->look->score : 1;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) lines = NULL;
  float width = MAX (1.0f, 0.028f * part->bounds.size.height);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);
  GdkRGBA dark, light;

  if (has_two_colors (part->look))
    add_line (builder, part, 0.5, 0.0, 0.5, 1.0);

  if (is_long (part))
    {
      for (int i = 1; i < n_parts; i++)
        add_line (builder, part, (double) i / n_parts, 0.0, (double) i / n_parts, 1.0);
    }
  else if (n_parts == 3)
    {
      add_line (builder, part, 0.5, 0.5, 0.5, 0.0);
      add_line (builder, part, 0.5, 0.5, 0.0, 0.79);
      add_line (builder, part, 0.5, 0.5, 1.0, 0.79);
    }
  else if (n_parts > 1)
    {
      add_line (builder, part, 0.0, 0.5, 1.0, 0.5);
      if (n_parts > 2)
        add_line (builder, part, 0.5, 0.0, 0.5, 1.0);
    }

  lines = gsk_path_builder_to_path (builder);
  if (gsk_path_is_empty (lines))
    return;

  get_ink_at (part, 0.0f, &dark);
  dark.alpha = 0.62f;
  light = is_light (&dark) ? (GdkRGBA) { 0.0f, 0.0f, 0.0f, 0.4f } : (GdkRGBA) { 1.0f, 1.0f, 1.0f, 0.5f };

  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  gtk_snapshot_append_stroke (snapshot, lines, stroke, &dark);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, width));
  gtk_snapshot_append_stroke (snapshot, lines, stroke, &light);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
set_cell (graphene_rect_t       *cell,
          const graphene_rect_t *room,
          double                 x,
          double                 y,
          double                 width,
          double                 height)
{
  graphene_rect_init (cell,
                      room->origin.x + (float) x * room->size.width, room->origin.y + (float) y * room->size.height,
                      (float) width * room->size.width, (float) height * room->size.height);
}

/* Where the parts of the imprint go: between the lines. */
static guint
get_cells (const HcPillPart *part,
           graphene_rect_t   cells[MAX_CELLS])
{
  int n_parts = part->has_score ? CLAMP (part->look->score, 1, MAX_CELLS) : 1;
  graphene_rect_t room;

  hc_pill_outline_get_room (part->look->shape, &part->bounds, &room);

  if (n_parts == 1 && has_two_colors (part->look))
    n_parts = 2;

  if (n_parts == 1)
    {
      cells[0] = room;
    }
  else if (is_long (part) || has_two_colors (part->look))
    {
      double step = 1.0 / n_parts;

      for (int i = 0; i < n_parts; i++)
        set_cell (&cells[i], &room, step * (i + 0.13), 0.0, step * 0.74, 1.0);
    }
  else if (n_parts == 2)
    {
      set_cell (&cells[0], &room, 0.05, 0.0, 0.9, 0.42);
      set_cell (&cells[1], &room, 0.05, 0.58, 0.9, 0.42);
    }
  else
    {
      set_cell (&cells[0], &room, 0.02, 0.08, 0.42, 0.36);
      set_cell (&cells[1], &room, 0.56, 0.08, 0.42, 0.36);
      set_cell (&cells[2], &room, n_parts == 3 ? 0.29 : 0.02, n_parts == 3 ? 0.64 : 0.58, 0.42, 0.36);
      set_cell (&cells[3], &room, 0.56, 0.58, 0.42, 0.36);
    }

  return (guint) n_parts;
}

static void
set_size (PangoLayout *layout,
          double       size)
{
  PangoFontDescription *font = pango_font_description_copy (
                                 pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* Returns the size in which a text just fits. */
static double
fit_text (PangoLayout           *layout,
          const char            *text,
          const graphene_rect_t *cell,
          double                 max_size)
{
  PangoRectangle ink;

  pango_layout_set_text (layout, text, -1);
  set_size (layout, TRIAL_SIZE);
  pango_layout_get_pixel_extents (layout, &ink, NULL);

  if (ink.width <= 0 || ink.height <= 0)
    return 0.0;

  return MIN (max_size, TRIAL_SIZE * MIN ((double) cell->size.width / ink.width,
                                          (double) cell->size.height / ink.height));
}

static void
paint_text (const HcPillPart      *part,
            char                 **words,
            const graphene_rect_t *cell,
            PangoContext          *context,
            GtkSnapshot           *snapshot)
{
  g_autofree char *line = g_strjoinv (" ", words);
  g_autofree char *column = g_strjoinv ("\n", words);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  double max_size = MAX_LETTER * part->bounds.size.height / 0.72;
  double size, column_size;
  PangoRectangle ink;
  graphene_point_t place;
  GdkRGBA color, relief;
  float depth;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  column_size = fit_text (layout, column, cell, max_size);
  size = fit_text (layout, line, cell, max_size);
  if (column_size > size)
    pango_layout_set_text (layout, column, -1);
  size = MAX (size, column_size);

  if (size <= 0.0)
    return;

  set_size (layout, size);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  get_ink_at (part, cell->origin.x + cell->size.width / 2.0f, &color);
  relief = is_light (&color) ? (GdkRGBA) { 0.0f, 0.0f, 0.0f, 0.30f } : (GdkRGBA) { 1.0f, 1.0f, 1.0f, 0.45f };
  depth = MAX (0.5f, (float) size * 0.035f);

  graphene_rect_get_center (cell, &place);
  graphene_point_init (&place, place.x - (float) ink.width / 2.0f - (float) ink.x,
                       place.y - (float) ink.height / 2.0f - (float) ink.y);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (depth, depth));
  gtk_snapshot_append_layout (snapshot, layout, &relief);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_imprint (const HcPillPart *part,
               PangoContext     *context,
               GtkSnapshot      *snapshot)
{
  g_auto (GStrv) words = g_strsplit (part->imprint, ";", -1);
  guint n_words = g_strv_length (words);
  graphene_rect_t cells[MAX_CELLS];
  guint n_cells = get_cells (part, cells);

  /* As many in each as there are, the first ones first; one word alone begins at the left. */
  for (guint i = 0, next = 0; i < n_cells && next < n_words; i++)
    {
      guint left = n_words - next;
      guint n = (left + n_cells - i - 1) / (n_cells - i);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) some = NULL;

      for (guint j = 0; j < n; j++)
        g_strv_builder_add (builder, words[next++]);
      some = g_strv_builder_end (builder);
      paint_text (part, some, &cells[i], context, snapshot);
    }
}

/**
 * hc_pill_painter_paint:
 * @part: one side of a pill
 * @context: makes the texts
 * @snapshot: what is painted on
 */
void
hc_pill_painter_paint (const HcPillPart *part,
                       PangoContext     *context,
                       GtkSnapshot      *snapshot)
{
  g_autoptr (GskPath) path = NULL;

  g_return_if_fail (part != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  path = hc_pill_outline_new (part->look->shape, &part->bounds);
  paint_body (part, path, snapshot);
  if (part->look->colors[0] != HC_PILL_COLOR_UNKNOWN)
    paint_shading (part, path, snapshot);
  paint_lines (part, path, snapshot);
  paint_outline (part, path, snapshot);
  paint_imprint (part, context, snapshot);
}
