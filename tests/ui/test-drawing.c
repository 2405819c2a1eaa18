/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drawing-map.h"
#include "hc-drawing.h"
#include "hc-picture-view.h"
#include "hc-picture-zoom.h"
#include "hc-ui-fixture.h"
#include "picture-fixture.h"

/* How a picture becomes pixels, where its parts are, and which part of it a frame shows. */

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
} Shown;

static Shown
open_library (void)
{
  Shown shown = { .content = compiler_fixture_new () };
  g_autofree char *errors = NULL;

  pictures_add (shown.content);
  compiler_fixture_run (shown.content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  shown.fixture = hc_ui_fixture_new_for_content (shown.content);

  return shown;
}

static void
shown_clear (Shown *shown)
{
  hc_ui_fixture_free (shown->fixture);
  compiler_fixture_free (shown->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static HcPicture *
get_squares (Shown *shown)
{
  HcPicture *squares = hc_library_get_picture (hc_context_get_library (shown->fixture->context), "squares");

  g_assert_nonnull (squares);

  return squares;
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GdkTexture *
render (HcPicture      *picture,
        HcDrawingStyle  style,
        const char     *part)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  hc_drawing_render_async (picture, style, part, 800, 600, result_cb, &result);
  WAIT_FOR (result != NULL);
  texture = hc_drawing_render_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 800);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 600);

  return texture;
}

/* A pixel as 0xAARRGGBB. */
static guint32
get_pixel (GdkTexture *texture,
           int         x,
           int         y)
{
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guint32 *data = g_malloc (stride * (gsize) gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) data, stride);

  return data[y * gdk_texture_get_width (texture) + x];
}

static guint
get_brightness (guint32 pixel)
{
  return (((pixel >> 16) & 0xff) + ((pixel >> 8) & 0xff) + (pixel & 0xff)) / 3;
}

/* The same drawing in three sets of colors: the page, the left square and the spot. */
static void
test_styles (void)
{
  g_auto (Shown) shown = open_library ();
  guint32 pages[3], squares[3], spots[3];

  for (guint style = 0; style < 3; style++)
    {
      g_autoptr (GdkTexture) texture = render (get_squares (&shown), (HcDrawingStyle) style, NULL);

      pages[style] = get_pixel (texture, 50, 500);
      squares[style] = get_pixel (texture, 225, 225);
      spots[style] = get_pixel (texture, 600, 200);

      g_assert_cmphex (pages[style] >> 24, ==, 0xff);
      g_assert_cmphex (squares[style], !=, pages[style]);
      g_assert_cmphex (spots[style], !=, squares[style]);
      /* Above the spot there is the other square. */
      g_assert_cmphex (get_pixel (texture, 600, 120), !=, spots[style]);
    }

  g_assert_cmpuint (get_brightness (pages[HC_DRAWING_LIGHT]), >, 220);
  g_assert_cmpuint (get_brightness (pages[HC_DRAWING_DARK]), <, 80);
  g_assert_cmphex (squares[HC_DRAWING_LIGHT], !=, squares[HC_DRAWING_DARK]);
  g_assert_cmphex (squares[HC_DRAWING_LIGHT], !=, squares[HC_DRAWING_CONTRAST]);
  g_assert_cmphex (spots[HC_DRAWING_LIGHT], !=, spots[HC_DRAWING_DARK]);
}

/* A part by itself: the shape, a frame around it, and nothing else. */
static void
test_part (void)
{
  g_auto (Shown) shown = open_library ();
  g_autoptr (GdkTexture) whole = render (get_squares (&shown), HC_DRAWING_LIGHT, NULL);
  g_autoptr (GdkTexture) part = render (get_squares (&shown), HC_DRAWING_LIGHT, "left");

  g_assert_cmphex (get_pixel (part, 225, 225), ==, get_pixel (whole, 225, 225));
  g_assert_cmphex (get_pixel (part, 575, 300), ==, 0);
  g_assert_cmphex (get_pixel (part, 50, 500), ==, 0);

  /* The square ends at x = 100; its outline reaches two units further at the most. */
  g_assert_cmphex (get_pixel (part, 95, 225) >> 24, ==, 0xff);
  g_assert_cmpuint (get_brightness (get_pixel (part, 95, 225)), <, 120);
  g_assert_cmphex (get_pixel (part, 80, 225), ==, 0);
}

/* A part that the drawing does not have is an error, not a crash. */
static void
test_no_part (void)
{
  g_auto (Shown) shown = open_library ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_drawing_render_async (get_squares (&shown), HC_DRAWING_DARK, "nothing", 80, 60, result_cb, &result);
  WAIT_FOR (result != NULL);
  g_assert_null (hc_drawing_render_finish (result, &error));
  g_assert_nonnull (error);
}

/* The numbers are those of the parts in squares.txt: left, spot, right. */
static void
test_map (void)
{
  static const struct {
    double x, y, reach;
    int    part;
  } cases[] = {
    { 225, 225, 0, 0 }, { 101, 101, 0, 0 }, { 600, 200, 0, 1 }, { 600, 120, 0, 2 }, { 500, 300, 0, 2 },
    { 400, 225, 0, -1 }, { 50, 500, 0, -1 }, { 370, 225, 30, 0 }, { 430, 225, 30, 2 }, { 400, 225, 30, -1 },
    { 635, 200, 10, 2 },
    { 390, 225, 80, 0 }, { 410, 225, 80, 2 }, { -100, -100, 50, -1 }, { 10000, 225, 50, -1 },
  };
  g_auto (Shown) shown = open_library ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HcDrawingMap) map = NULL;
  g_autoptr (GError) error = NULL;

  hc_drawing_map_make_async (get_squares (&shown), result_cb, &result);
  WAIT_FOR (result != NULL);
  map = hc_drawing_map_make_finish (result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (hc_drawing_map_find (map, cases[i].x / 800.0, cases[i].y / 600.0, cases[i].reach / 800.0),
                       ==, cases[i].part);
    }
}

static void
assert_box (const HcPictureZoom *zoom,
            double               x,
            double               y,
            double               width,
            double               height)
{
  double left, top, w, h;

  hc_picture_zoom_get_box (zoom, &left, &top, &w, &h);
  g_assert_cmpfloat_with_epsilon (left, x, 0.01);
  g_assert_cmpfloat_with_epsilon (top, y, 0.01);
  g_assert_cmpfloat_with_epsilon (w, width, 0.01);
  g_assert_cmpfloat_with_epsilon (h, height, 0.01);
}

/* A picture of 4:3 in a frame of 400 by 600 px. */
static void
test_zoom (void)
{
  HcPictureZoom zoom = { 0 };

  hc_picture_zoom_reset (&zoom, 0.75);
  hc_picture_zoom_resize (&zoom, 400, 600);
  assert_box (&zoom, 0, 150, 400, 300);
  g_assert_false (hc_picture_zoom_pan (&zoom, 100, 100));
  assert_box (&zoom, 0, 150, 400, 300);

  /* What is under the pointer stays there: the upper left corner of the picture. */
  g_assert_true (hc_picture_zoom_zoom (&zoom, 2.0, 0, 150));
  assert_box (&zoom, 0, 0, 800, 600);
  g_assert_true (hc_picture_zoom_pan (&zoom, 150, 0));
  assert_box (&zoom, -150, 0, 800, 600);

  /* No further than its right edge, and not at all up and down, where all of it is seen. */
  g_assert_true (hc_picture_zoom_pan (&zoom, 1000, 1000));
  assert_box (&zoom, -400, 0, 800, 600);
  g_assert_false (hc_picture_zoom_pan (&zoom, 1, 0));

  /* The limits. */
  g_assert_true (hc_picture_zoom_zoom (&zoom, 100.0, 200, 300));
  g_assert_cmpfloat (zoom.zoom, ==, 4.0);
  g_assert_false (hc_picture_zoom_zoom (&zoom, 5.0, 200, 300));
  g_assert_true (hc_picture_zoom_zoom (&zoom, 0.1, 200, 300));
  g_assert_cmpfloat (zoom.zoom, ==, 1.0);
  assert_box (&zoom, 0, 150, 400, 300);

  /* Another frame keeps the middle. */
  g_assert_true (hc_picture_zoom_zoom (&zoom, 4.0, 200, 300));
  hc_picture_zoom_resize (&zoom, 800, 600);
  g_assert_cmpfloat_with_epsilon (zoom.center_x, 0.5, 0.001);
  g_assert_cmpfloat_with_epsilon (zoom.center_y, 0.5, 0.001);
  assert_box (&zoom, -1200, -900, 3200, 2400);
}

/* What a widget shows, as pixels. */
static GdkTexture *
take_picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkTexture *texture;

  hc_ui_fixture_wait_frames (widget, 3);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (widget), NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                              (float) gtk_widget_get_height (widget)));
  gsk_renderer_unrealize (renderer);

  return texture;
}

/* The widget follows the style of the desktop, and frames what is chosen. */
static void
test_view (void)
{
  g_auto (Shown) shown = open_library ();
  HcPicture *squares = get_squares (&shown);
  GtkWidget *view = hc_picture_view_new (squares);
  GtkWidget *window = gtk_window_new ();
  gpointer left = view;
  g_autoptr (GdkTexture) light = NULL, dark = NULL, chosen = NULL, again = NULL;

  g_object_add_weak_pointer (G_OBJECT (view), &left);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Two Squares");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "On the left there is a square. On the right there is another square of the "
                                       "same size, with a spot.");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_set_size_request (view, 400, -1);
  gtk_widget_set_halign (view, GTK_ALIGN_START);
  gtk_widget_set_valign (view, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_width (view) > 0 && hc_picture_view_is_drawn (HC_PICTURE_VIEW (view)));

  /* It keeps the proportions of the drawing. */
  g_assert_cmpint (gtk_widget_get_height (view), ==, gtk_widget_get_width (view) * 600 / 800);

  light = take_picture (view);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  WAIT_FOR (hc_picture_view_is_drawn (HC_PICTURE_VIEW (view)));
  dark = take_picture (view);

  for (int y = 40; y < gtk_widget_get_height (view) - 20; y += 40)
    g_assert_cmphex (get_pixel (light, gtk_widget_get_width (view) * 28 / 100, y), !=,
                     get_pixel (dark, gtk_widget_get_width (view) * 28 / 100, y));

  hc_picture_view_set_part (HC_PICTURE_VIEW (view), "left");
  WAIT_FOR (hc_picture_view_is_drawn (HC_PICTURE_VIEW (view)));
  chosen = take_picture (view);
  /* Just beside the left edge of the left square. */
  g_assert_cmphex (get_pixel (chosen, gtk_widget_get_width (view) * 95 / 800, gtk_widget_get_height (view) * 3 / 8), !=,
                   get_pixel (dark, gtk_widget_get_width (view) * 95 / 800, gtk_widget_get_height (view) * 3 / 8));

  hc_picture_view_set_part (HC_PICTURE_VIEW (view), NULL);
  WAIT_FOR (hc_picture_view_is_drawn (HC_PICTURE_VIEW (view)));
  again = take_picture (view);
  g_assert_cmphex (get_pixel (again, gtk_widget_get_width (view) * 95 / 800, gtk_widget_get_height (view) * 3 / 8), ==,
                   get_pixel (dark, gtk_widget_get_width (view) * 95 / 800, gtk_widget_get_height (view) * 3 / 8));

  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (left == NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* Each class of the palette has its color in each style. */
static void
test_sheets (void)
{
  static const char *const sheets[] = { "light.css", "dark.css", "contrast.css" };
  static const char *const palette[] = {
    "page", "tissue", "tissue-shade", "lumen", "wall-1", "wall-2", "wall-3", "wall-4", "fat", "tumor",
    "tumor-shade", "polyp", "node", "node-cancer", "liver", "lung", "bladder", "bone", "vessel-artery",
    "vessel-vein", "skin", "skin-shade", "instrument", "instrument-shade", "fluid", "beam", "cut", "outline",
    "leader", "label", "label-small", "heading", "accent", "muted", "arrow", "edge", "edge-thick",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strconcat ("/io/github/health_center/HealthCenter/illustrations/", sheets[i], NULL);
      g_autoptr (GBytes) sheet = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert_nonnull (sheet);

      for (guint j = 0; j < G_N_ELEMENTS (palette); j++)
        {
          g_autofree char *pattern = g_strdup_printf ("\\.%s\\s*[,{]", palette[j]);

          g_test_message ("%s: %s", sheets[i], palette[j]);
          /* A resource ends in a zero byte. */
          g_assert_true (g_regex_match_simple (pattern, g_bytes_get_data (sheet, NULL),
                                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
        }
    }
}

static gboolean
has_part (HcDrawingMap *map,
          int           part)
{
  for (double y = 0.001; y < 1.0; y += 0.004)
    for (double x = 0.001; x < 1.0; x += 0.003)
      if (hc_drawing_map_find (map, x, y, 0.0) == part)
        return TRUE;

  return FALSE;
}

/* What is shipped is drawn in all styles, and each of its parts can be pointed at. */
static void
test_shipped (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GListModel *pictures = hc_library_get_pictures (hc_context_get_library (fixture->context));

  g_assert_cmpuint (g_list_model_get_n_items (pictures), >=, 12);

  for (guint i = 0; i < g_list_model_get_n_items (pictures); i++)
    {
      g_autoptr (HcPicture) picture = g_list_model_get_item (pictures, i);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (HcDrawingMap) map = NULL;

      g_test_message ("%s", hc_picture_get_id (picture));
      for (guint style = 0; style < 3; style++)
        g_object_unref (render (picture, (HcDrawingStyle) style, NULL));

      hc_drawing_map_make_async (picture, result_cb, &result);
      WAIT_FOR (result != NULL);
      map = hc_drawing_map_make_finish (result, NULL);
      g_assert_nonnull (map);

      for (guint part = 0; part < hc_picture_get_parts (picture)->len; part++)
        g_assert_true (has_part (map, (int) part));
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/drawing/styles", test_styles);
  g_test_add_func ("/drawing/part", test_part);
  g_test_add_func ("/drawing/no-part", test_no_part);
  g_test_add_func ("/drawing/map", test_map);
  g_test_add_func ("/drawing/zoom", test_zoom);
  g_test_add_func ("/drawing/view", test_view);
  g_test_add_func ("/drawing/sheets", test_sheets);
  g_test_add_func ("/drawing/shipped", test_shipped);

  return g_test_run ();
}
