/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-color.h"
#include "hc-pill-shape.h"

/* The codes of the NCI Thesaurus as the FDA's lists for Structured Product Labeling have them, and the values
 * with which the NLM's Pillbox showed the colors. */

static const struct {
  HcPillShape  shape;
  const char  *code;
  const char  *name;
} shapes[] = {
  { HC_PILL_SHAPE_BULLET, "C48335", "bullet" },
  { HC_PILL_SHAPE_CAPSULE, "C48336", "capsule" },
  { HC_PILL_SHAPE_CLOVER, "C48337", "clover" },
  { HC_PILL_SHAPE_DIAMOND, "C48338", "diamond" },
  { HC_PILL_SHAPE_DOUBLE_CIRCLE, "C48339", "double-circle" },
  { HC_PILL_SHAPE_FREEFORM, "C48340", "freeform" },
  { HC_PILL_SHAPE_GEAR, "C48341", "gear" },
  { HC_PILL_SHAPE_HEPTAGON, "C48342", "heptagon" },
  { HC_PILL_SHAPE_HEXAGON, "C48343", "hexagon" },
  { HC_PILL_SHAPE_OCTAGON, "C48344", "octagon" },
  { HC_PILL_SHAPE_OVAL, "C48345", "oval" },
  { HC_PILL_SHAPE_PENTAGON, "C48346", "pentagon" },
  { HC_PILL_SHAPE_RECTANGLE, "C48347", "rectangle" },
  { HC_PILL_SHAPE_ROUND, "C48348", "round" },
  { HC_PILL_SHAPE_SEMI_CIRCLE, "C48349", "semi-circle" },
  { HC_PILL_SHAPE_SQUARE, "C48350", "square" },
  { HC_PILL_SHAPE_TEAR, "C48351", "tear" },
  { HC_PILL_SHAPE_TRAPEZOID, "C48352", "trapezoid" },
  { HC_PILL_SHAPE_TRIANGLE, "C48353", "triangle" },
};

static const struct {
  HcPillColor  color;
  const char  *code;
  const char  *name;
  guint32      rgb;
} colors[] = {
  { HC_PILL_COLOR_BLACK, "C48323", "black", 0x000000 },
  { HC_PILL_COLOR_GRAY, "C48324", "gray", 0x808080 },
  { HC_PILL_COLOR_WHITE, "C48325", "white", 0xffffff },
  { HC_PILL_COLOR_RED, "C48326", "red", 0xff0000 },
  { HC_PILL_COLOR_PURPLE, "C48327", "purple", 0x800080 },
  { HC_PILL_COLOR_PINK, "C48328", "pink", 0xffc0cb },
  { HC_PILL_COLOR_GREEN, "C48329", "green", 0x008000 },
  { HC_PILL_COLOR_YELLOW, "C48330", "yellow", 0xffff00 },
  { HC_PILL_COLOR_ORANGE, "C48331", "orange", 0xffa500 },
  { HC_PILL_COLOR_BROWN, "C48332", "brown", 0x964b00 },
  { HC_PILL_COLOR_BLUE, "C48333", "blue", 0x0000ff },
  { HC_PILL_COLOR_TURQUOISE, "C48334", "turquoise", 0x30d5c8 },
};

static void
test_shapes (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (shapes), ==, HC_PILL_N_SHAPES - 1);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_assert_cmpint (hc_pill_shape_from_code (shapes[i].code), ==, shapes[i].shape);
      g_assert_cmpint (hc_pill_shape_from_string (shapes[i].name), ==, shapes[i].shape);
      g_assert_cmpstr (hc_pill_shape_to_string (shapes[i].shape), ==, shapes[i].name);
    }
}

static void
test_colors (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (colors), ==, HC_PILL_N_COLORS - 1);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_assert_cmpint (hc_pill_color_from_code (colors[i].code), ==, colors[i].color);
      g_assert_cmpint (hc_pill_color_from_string (colors[i].name), ==, colors[i].color);
      g_assert_cmpstr (hc_pill_color_to_string (colors[i].color), ==, colors[i].name);
      g_assert_cmphex (hc_pill_color_get_rgb (colors[i].color), ==, colors[i].rgb);
    }
}

/* A code of a color is none of a shape, and what is no code is neither. */
static void
test_unknown (void)
{
  static const char *const others[] = { NULL, "", " ", "C48354", "C48322", "c48336", "C4833", "C483360", "ROUND" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_cmpint (hc_pill_shape_from_code (others[i]), ==, HC_PILL_SHAPE_UNKNOWN);
      g_assert_cmpint (hc_pill_shape_from_string (others[i]), ==, HC_PILL_SHAPE_UNKNOWN);
      g_assert_cmpint (hc_pill_color_from_code (others[i]), ==, HC_PILL_COLOR_UNKNOWN);
      g_assert_cmpint (hc_pill_color_from_string (others[i]), ==, HC_PILL_COLOR_UNKNOWN);
    }

  g_assert_cmpint (hc_pill_shape_from_code ("C48325"), ==, HC_PILL_SHAPE_UNKNOWN);
  g_assert_cmpint (hc_pill_color_from_code ("C48348"), ==, HC_PILL_COLOR_UNKNOWN);
  g_assert_cmpstr (hc_pill_shape_to_string (HC_PILL_SHAPE_UNKNOWN), ==, "");
  g_assert_cmpstr (hc_pill_color_to_string (HC_PILL_COLOR_UNKNOWN), ==, "");
  g_assert_cmphex (hc_pill_color_get_rgb (HC_PILL_COLOR_UNKNOWN), ==, 0xffffff);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pill-names/shapes", test_shapes);
  g_test_add_func ("/pill-names/colors", test_colors);
  g_test_add_func ("/pill-names/unknown", test_unknown);

  return g_test_run ();
}
