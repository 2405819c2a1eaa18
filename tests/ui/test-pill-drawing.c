/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-drawing.h"
#include "hc-pill-outline.h"
#include "hc-pill-painter.h"
#include "hc-pill-words.h"
#include "hc-true-size.h"
#include "hc-ui-fixture.h"

#include <math.h>

/* What is drawn, looked at pixel by pixel, and what is said of it. The picture of all shapes in all colors
 * stays in the folder of the build, to be looked at. */

#define CELL_WIDTH 100
#define CELL_HEIGHT 56

typedef struct
{
  guchar *pixels;
  int     width, height;
} Image;

static void
image_free (Image *image)
{
  g_free (image->pixels);
  g_free (image);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Image, image_free)

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (child) && gtk_widget_get_width (child) > 0);
  hc_ui_fixture_wait_frames (window, 3);

  return window;
}

static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (widget), NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                                                              (float) gtk_widget_get_height (widget)));
  gsk_renderer_unrealize (renderer);

  return texture;
}

static Image *
take_image (GtkWidget *widget)
{
  Image *image = g_new0 (Image, 1);
  g_autoptr (GdkTexture) texture = render (widget);
  g_autoptr (GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);

  image->width = gdk_texture_get_width (texture);
  image->height = gdk_texture_get_height (texture);
  image->pixels = g_malloc ((gsize) image->width * (gsize) image->height * 4);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  gdk_texture_downloader_download_into (downloader, image->pixels, (gsize) image->width * 4);

  return image;
}

/* As 0xRRGGBB, or -1 where nothing is drawn. */
static int
get_pixel (Image *image,
           int    x,
           int    y)
{
  const guchar *pixel = image->pixels + 4 * ((gsize) y * (gsize) image->width + (gsize) x);

  return pixel[3] < 128 ? -1 : pixel[0] << 16 | pixel[1] << 8 | pixel[2];
}

static int
count_drawn (Image *image)
{
  int n = 0;

  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      if (get_pixel (image, x, y) >= 0)
        n++;

  return n;
}

static HcPill *
make_pill (const HcPillLook *look)
{
  return hc_pill_new (look, &(HcPillDetails) { .name = "Test" });
}

static GtkWidget *
make_drawing (const HcPillLook *look,
              int               width,
              int               height)
{
  g_autoptr (HcPill) pill = make_pill (look);
  GtkWidget *drawing = hc_pill_drawing_new (pill);

  gtk_widget_set_size_request (drawing, width, height);
  gtk_widget_set_halign (drawing, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (drawing, GTK_ALIGN_CENTER);

  return drawing;
}

/* The image of one pill; its window is gone again. */
static Image *
draw (const HcPillLook *look,
      int               width,
      int               height)
{
  GtkWidget *drawing = make_drawing (look, width, height);
  GtkWidget *window = show (drawing);
  Image *image = take_image (drawing);

  g_assert_cmpint (image->width, ==, width);
  g_assert_cmpint (image->height, ==, height);
  gtk_window_destroy (GTK_WINDOW (window));

  return image;
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);

  for (int shape = 1; shape < HC_PILL_N_SHAPES; shape++)
    for (int color = 1; color < HC_PILL_N_COLORS; color++)
      gtk_grid_attach (GTK_GRID (grid),
                       make_drawing (&(HcPillLook) { .shape = (HcPillShape) shape, .colors = { (HcPillColor) color } },
                                     CELL_WIDTH, CELL_HEIGHT),
                       color, shape, 1, 1);

  return grid;
}

static GtkWidget *
get_cell (GtkWidget *grid,
          int        shape,
          int        color)
{
  return gtk_grid_get_child_at (GTK_GRID (grid), color, shape);
}

/* On white and on black, beside each other. */
static void
save_picture (GtkWidget *grid)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "pill-drawings.png", NULL);
  g_autoptr (GdkTexture) texture = render (grid);
  float width = (float) gdk_texture_get_width (texture), height = (float) gdk_texture_get_height (texture);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) picture = NULL;

  for (guint i = 0; i < 2; i++)
    {
      float x = (float) i * width;
      float gray = i == 0 ? 1.0f : 0.0f;

      gtk_snapshot_append_color (snapshot, &(GdkRGBA) { gray, gray, gray, 1.0f },
                                 &GRAPHENE_RECT_INIT (x, 0.0f, width, height));
      gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (x, 0.0f, width, height));
    }

  node = gtk_snapshot_to_node (snapshot);
  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (grid), NULL));
  picture = gsk_renderer_render_texture (renderer, node, NULL);
  gsk_renderer_unrealize (renderer);
  g_assert_true (gdk_texture_save_to_png (picture, path));
  g_test_message ("%s", path);
}

/* Every shape in every color has that color in its middle, and an outline around it. */
static void
test_all (void)
{
  GtkWidget *grid = make_grid ();
  GtkWidget *window = show (grid);

  save_picture (grid);

  for (int shape = 1; shape < HC_PILL_N_SHAPES; shape++)
    for (int color = 1; color < HC_PILL_N_COLORS; color++)
      {
        g_autoptr (Image) image = take_image (get_cell (grid, shape, color));

        g_test_message ("%s %s", hc_pill_color_to_string ((HcPillColor) color),
                        hc_pill_shape_to_string ((HcPillShape) shape));
        g_assert_cmphex (get_pixel (image, CELL_WIDTH / 2, CELL_HEIGHT / 2), ==,
                         hc_pill_color_get_rgb ((HcPillColor) color));
        g_assert_cmpint (get_pixel (image, 0, 0), ==, -1);
      }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* No two shapes are alike: they have another outline in a box of the same size, or other proportions. */
static void
test_outlines (void)
{
  const graphene_rect_t box = GRAPHENE_RECT_INIT (0.0f, 0.0f, 100.0f, 100.0f);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_path_unref);

  for (int shape = 1; shape < HC_PILL_N_SHAPES; shape++)
    {
      GskPath *path = hc_pill_outline_new ((HcPillShape) shape, &box);
      graphene_rect_t bounds;

      g_test_message ("%s", hc_pill_shape_to_string ((HcPillShape) shape));
      g_assert_true (gsk_path_get_bounds (path, &bounds));
      graphene_rect_inset (&bounds, 1.0f, 1.0f);
      g_assert_true (graphene_rect_contains_rect (&GRAPHENE_RECT_INIT (-8.0f, -8.0f, 116.0f, 116.0f), &bounds));
      g_assert_true (gsk_path_in_fill (path, &GRAPHENE_POINT_INIT (50.0f, 50.0f), GSK_FILL_RULE_WINDING));
      g_ptr_array_add (paths, path);
    }

  for (int i = 1; i < HC_PILL_N_SHAPES; i++)
    for (int j = i + 1; j < HC_PILL_N_SHAPES; j++)
      {
        double ratio = hc_pill_outline_get_ratio ((HcPillShape) i) / hc_pill_outline_get_ratio ((HcPillShape) j);
        int n_differ = 0;

        for (int n = 0; n < 100 * 100; n++)
          {
            graphene_point_t point = GRAPHENE_POINT_INIT ((float) (n % 100) + 0.5f, (float) (n / 100) + 0.5f);

            if (gsk_path_in_fill (g_ptr_array_index (paths, i - 1), &point, GSK_FILL_RULE_WINDING) !=
                gsk_path_in_fill (g_ptr_array_index (paths, j - 1), &point, GSK_FILL_RULE_WINDING))
              n_differ++;
          }

        g_test_message ("%s and %s differ by %d", hc_pill_shape_to_string ((HcPillShape) i),
                        hc_pill_shape_to_string ((HcPillShape) j), n_differ);
        g_assert_true (n_differ > 300 || ratio < 0.8 || ratio > 1.25);
      }
}

/* By the middle of its upper edge: white is seen on white and black on black. */
static void
test_edges (void)
{
  for (int color = 1; color < HC_PILL_N_COLORS; color++)
    {
      g_autoptr (Image) image =
        draw (&(HcPillLook) { .shape = HC_PILL_SHAPE_SQUARE, .colors = { (HcPillColor) color } }, 100, 100);
      int edge = get_pixel (image, 1, 50) & 0xff;

      g_assert_cmpint (edge, >, 80);
      g_assert_cmpint (edge, <, 170);
    }
}

/* Lengths of the sides as they stand in the table: what is drawn is as wide and as high as that. */
static void
test_proportions (void)
{
  static const struct { HcPillShape shape; double ratio; } cases[] = {
    { HC_PILL_SHAPE_ROUND, 1.0 }, { HC_PILL_SHAPE_OVAL, 1.8 }, { HC_PILL_SHAPE_CAPSULE, 2.6 },
    { HC_PILL_SHAPE_TEAR, 0.72 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Image) image =
        draw (&(HcPillLook) { .shape = cases[i].shape, .colors = { HC_PILL_COLOR_RED } }, 130, 100);
      int width = 0, height = 0;

      for (int x = 0; x < image->width; x++)
        width += get_pixel (image, x, cases[i].shape == HC_PILL_SHAPE_TEAR ? 64 : 50) >= 0 ? 1 : 0;
      for (int y = 0; y < image->height; y++)
        height += get_pixel (image, 65, y) >= 0 ? 1 : 0;

      g_assert_cmpfloat (fabs ((double) width / height - cases[i].ratio), <, 0.06);
      g_assert_cmpfloat (hc_pill_outline_get_ratio (cases[i].shape), ==, cases[i].ratio);
    }
}

static void
test_two_colors (void)
{
  g_autoptr (Image) image = draw (&(HcPillLook) { .shape = HC_PILL_SHAPE_CAPSULE,
                                                  .colors = { HC_PILL_COLOR_WHITE, HC_PILL_COLOR_BLUE } }, 200, 80);
  g_autoptr (Image) same = draw (&(HcPillLook) { .shape = HC_PILL_SHAPE_CAPSULE,
                                                 .colors = { HC_PILL_COLOR_BLUE, HC_PILL_COLOR_BLUE } }, 200, 80);

  g_assert_cmphex (get_pixel (image, 50, 40), ==, 0xffffff);
  g_assert_cmphex (get_pixel (image, 150, 40), ==, 0x0000ff);
  /* The seam is neither. */
  g_assert_cmphex (get_pixel (image, 100, 40), !=, 0xffffff);
  g_assert_cmphex (get_pixel (image, 100, 40), !=, 0x0000ff);
  g_assert_cmphex (get_pixel (same, 50, 40), ==, 0x0000ff);
  g_assert_cmphex (get_pixel (same, 100, 40), ==, 0x0000ff);
}

static double
get_luminance (double red,
               double green,
               double blue)
{
  double channels[] = { red, green, blue };

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    channels[i] = channels[i] <= 0.04045 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4);

  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

/* As WCAG 2 counts it; 4.5 is what it asks of text. */
static void
test_ink (void)
{
  for (int color = 1; color < HC_PILL_N_COLORS; color++)
    {
      guint32 rgb = hc_pill_color_get_rgb ((HcPillColor) color);
      double base = get_luminance ((rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
      GdkRGBA ink;
      double other;

      hc_pill_painter_get_ink ((HcPillColor) color, &ink);
      other = get_luminance (ink.red, ink.green, ink.blue);
      g_test_message ("%s", hc_pill_color_to_string ((HcPillColor) color));
      g_assert_cmpfloat ((MAX (base, other) + 0.05) / (MIN (base, other) + 0.05), >=, 4.5);
    }
}

/* How many pixels of a box are darker than the pill itself: those of letters and lines. */
static int
count_dark (Image *image,
            int    x,
            int    y,
            int    width,
            int    height)
{
  int n = 0;

  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      if ((get_pixel (image, column, row) & 0xff) < 110)
        n++;

  return n;
}

/* The letters stand within the outline, and their number does not matter. */
static void
test_imprint (void)
{
  static const char *const imprints[] = { "C", "XELODA", "C;500", "ABCDEFGHIJKLMNOPQRSTUVWXYZ" };
  int empty;

  {
    g_autoptr (Image) image =
      draw (&(HcPillLook) { .shape = HC_PILL_SHAPE_OVAL, .colors = { HC_PILL_COLOR_WHITE } }, 180, 100);

    empty = count_drawn (image);
    g_assert_cmpint (count_dark (image, 25, 25, 130, 50), ==, 0);
  }

  for (guint i = 0; i < G_N_ELEMENTS (imprints); i++)
    {
      g_autoptr (Image) image = draw (&(HcPillLook) { .front = imprints[i], .shape = HC_PILL_SHAPE_OVAL,
                                                      .colors = { HC_PILL_COLOR_WHITE } }, 180, 100);

      g_assert_cmpint (count_dark (image, 20, 20, 140, 60), >, 30);
      g_assert_cmpint (count_drawn (image), ==, empty);
    }
}

/* Where each line runs, in a white pill without an imprint. */
static void
test_score (void)
{
  static const struct {
    HcPillShape shape;
    int         score;
    struct { int x, y; gboolean is_line; } points[4];
  } cases[] = {
    { HC_PILL_SHAPE_OVAL, 1, { { 90, 35, FALSE }, { 60, 40, FALSE }, { 120, 40, FALSE }, { 45, 50, FALSE } } },
    { HC_PILL_SHAPE_OVAL, 2, { { 90, 35, TRUE }, { 90, 65, TRUE }, { 120, 40, FALSE }, { 45, 50, FALSE } } },
    { HC_PILL_SHAPE_OVAL, 3, { { 90, 35, FALSE }, { 60, 40, TRUE }, { 119, 40, TRUE }, { 45, 50, FALSE } } },
    { HC_PILL_SHAPE_OVAL, 4, { { 90, 35, TRUE }, { 60, 40, FALSE }, { 46, 50, TRUE }, { 134, 50, TRUE } } },
    { HC_PILL_SHAPE_ROUND, 2, { { 90, 30, FALSE }, { 70, 50, TRUE }, { 110, 50, TRUE }, { 90, 70, FALSE } } },
    { HC_PILL_SHAPE_ROUND, 3, { { 90, 30, TRUE }, { 70, 50, FALSE }, { 110, 62, TRUE }, { 90, 70, FALSE } } },
    { HC_PILL_SHAPE_ROUND, 4, { { 90, 30, TRUE }, { 70, 50, TRUE }, { 110, 50, TRUE }, { 70, 70, FALSE } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Image) image = draw (&(HcPillLook) { .shape = cases[i].shape, .score = cases[i].score,
                                                      .colors = { HC_PILL_COLOR_WHITE } }, 180, 100);

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].points); j++)
        {
          int n = 0;

          g_test_message ("score %d, point %u", cases[i].score, j);
          for (int y = -2; y <= 2; y++)
            for (int x = -2; x <= 2; x++)
              if ((get_pixel (image, cases[i].points[j].x + x, cases[i].points[j].y + y) & 0xff) < 180)
                n++;
          g_assert_cmpint (n > 0, ==, cases[i].points[j].is_line);
        }
    }
}

/* Two sides beside each other, where there are two. */
static void
test_both_sides (void)
{
  static const struct { const char *back; gboolean is_double; } cases[] = { { "500", TRUE }, { NULL, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *drawing = make_drawing (&(HcPillLook) { .front = "XELODA", .back = cases[i].back,
                                                         .shape = HC_PILL_SHAPE_ROUND,
                                                         .colors = { HC_PILL_COLOR_WHITE } }, 212, 100);
      GtkWidget *window;
      g_autoptr (Image) image = NULL;

      hc_pill_drawing_set_both_sides (HC_PILL_DRAWING (drawing), TRUE);
      window = show (drawing);
      image = take_image (drawing);
      g_assert_cmpint (get_pixel (image, 106, 50) < 0, ==, cases[i].is_double);
      g_assert_cmpint (get_pixel (image, 20, 50) >= 0, ==, cases[i].is_double);
      g_assert_cmpint (get_pixel (image, 192, 50) >= 0, ==, cases[i].is_double);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* A pill of 10 mm takes as many pixels as 10 mm are on this monitor. */
static void
test_true_size (void)
{
  static const double calibrations[] = { 1.0, 1.5 };
  GtkWidget *drawing = make_drawing (&(HcPillLook) { .shape = HC_PILL_SHAPE_CAPSULE, .size = 10.0,
                                                     .colors = { HC_PILL_COLOR_RED } }, 200, 100);
  GtkWidget *window = show (drawing);
  GdkMonitor *monitor =
    gdk_display_get_monitor_at_surface (gtk_widget_get_display (window), gtk_native_get_surface (GTK_NATIVE (window)));
  GdkRectangle geometry;
  double scale;

  gdk_monitor_get_geometry (monitor, &geometry);
  scale = gdk_monitor_get_width_mm (monitor) > 0
    ? (double) geometry.width / gdk_monitor_get_width_mm (monitor) : 96.0 / 25.4;
  g_assert_cmpfloat_with_epsilon (hc_true_size_get_scale (drawing), scale, 0.001);

  for (guint i = 0; i < G_N_ELEMENTS (calibrations); i++)
    {
      g_autoptr (Image) image = NULL;
      int width = 0;

      hc_pill_drawing_set_scale (HC_PILL_DRAWING (drawing), HC_PILL_SCALE_TRUE, calibrations[i]);
      hc_ui_fixture_wait_frames (window, 3);
      image = take_image (drawing);
      for (int x = 0; x < image->width; x++)
        width += get_pixel (image, x, 50) >= 0 ? 1 : 0;
      g_assert_cmpfloat (fabs (width - 10.0 * scale * calibrations[i]), <, 2.5);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* All that is drawn is said. */
static void
test_words (void)
{
  static const struct {
    HcPillLook  look;
    const char *words;
  } cases[] = {
    { { "XELODA", "500", HC_PILL_SHAPE_OVAL, { HC_PILL_COLOR_WHITE, 0 }, 1, 0.0 },
      "A drawing: white oval pill, imprint XELODA on one side and 500 on the other, no score line" },
    { { "A;LGX 75mg", NULL, HC_PILL_SHAPE_CAPSULE, { HC_PILL_COLOR_BROWN, HC_PILL_COLOR_WHITE }, 0, 23.3 },
      "A drawing: brown and white capsule-shaped pill, imprint A LGX 75mg, score line not known, 23.3 mm long" },
    { { NULL, "7", HC_PILL_SHAPE_HEXAGON, { 0, 0 }, 2, 9.0 },
      "A drawing: six-sided pill of unknown color, imprint 7, a score line into halves, 9 mm long" },
    { { NULL, NULL, 0, { HC_PILL_COLOR_BLUE, HC_PILL_COLOR_BLUE }, 3, 0.0 },
      "A drawing: blue pill of unknown shape, no imprint, score lines into thirds" },
    { { NULL, NULL, 0, { 0, 0 }, 4, 0.0 },
      "A drawing: pill of unknown shape and color, no imprint, score lines into quarters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcPill) pill = make_pill (&cases[i].look);
      GtkWidget *drawing = g_object_ref_sink (hc_pill_drawing_new (pill));

      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (drawing)), ==, GTK_ACCESSIBLE_ROLE_IMG);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drawing), GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].words);
      g_assert_true (hc_pill_drawing_get_pill (HC_PILL_DRAWING (drawing)) == pill);
      g_object_unref (drawing);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/pill-drawing/all", test_all);
  g_test_add_func ("/pill-drawing/outlines", test_outlines);
  g_test_add_func ("/pill-drawing/edges", test_edges);
  g_test_add_func ("/pill-drawing/proportions", test_proportions);
  g_test_add_func ("/pill-drawing/two-colors", test_two_colors);
  g_test_add_func ("/pill-drawing/ink", test_ink);
  g_test_add_func ("/pill-drawing/imprint", test_imprint);
  g_test_add_func ("/pill-drawing/score", test_score);
  g_test_add_func ("/pill-drawing/both-sides", test_both_sides);
  g_test_add_func ("/pill-drawing/true-size", test_true_size);
  g_test_add_func ("/pill-drawing/words", test_words);

  return g_test_run ();
}
