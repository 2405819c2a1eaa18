/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-words.h"

#include <glib/gi18n.h>

#include "hc-pill-imprint.h"

/* As the label of a button, and before the word "pill". */
static const struct {
  const char *name;
  const char *attribute;
} shapes[HC_PILL_N_SHAPES] = {
  [HC_PILL_SHAPE_UNKNOWN] = { N_("Any Shape"), "" },
  [HC_PILL_SHAPE_BULLET] = { N_("Bullet"), N_("bullet-shaped") },
  [HC_PILL_SHAPE_CAPSULE] = { N_("Capsule"), N_("capsule-shaped") },
  [HC_PILL_SHAPE_CLOVER] = { N_("Clover"), N_("clover-shaped") },
  [HC_PILL_SHAPE_DIAMOND] = { N_("Diamond"), N_("diamond-shaped") },
  [HC_PILL_SHAPE_DOUBLE_CIRCLE] = { N_("Double Circle"), N_("double-circle") },
  [HC_PILL_SHAPE_FREEFORM] = { N_("Freeform"), N_("freeform") },
  [HC_PILL_SHAPE_GEAR] = { N_("Gear"), N_("gear-shaped") },
  [HC_PILL_SHAPE_HEPTAGON] = { N_("7 Sides"), N_("seven-sided") },
  [HC_PILL_SHAPE_HEXAGON] = { N_("6 Sides"), N_("six-sided") },
  [HC_PILL_SHAPE_OCTAGON] = { N_("8 Sides"), N_("eight-sided") },
  [HC_PILL_SHAPE_OVAL] = { N_("Oval"), N_("oval") },
  [HC_PILL_SHAPE_PENTAGON] = { N_("5 Sides"), N_("five-sided") },
  [HC_PILL_SHAPE_RECTANGLE] = { N_("Rectangle"), N_("rectangular") },
  [HC_PILL_SHAPE_ROUND] = { N_("Round"), N_("round") },
  [HC_PILL_SHAPE_SEMI_CIRCLE] = { N_("Half Circle"), N_("half-circle") },
  [HC_PILL_SHAPE_SQUARE] = { N_("Square"), N_("square") },
  [HC_PILL_SHAPE_TEAR] = { N_("Tear"), N_("tear-shaped") },
  [HC_PILL_SHAPE_TRAPEZOID] = { N_("Trapezoid"), N_("trapezoid") },
  [HC_PILL_SHAPE_TRIANGLE] = { N_("Triangle"), N_("triangular") },
};

static const struct {
  const char *name;
  const char *attribute;
} colors[HC_PILL_N_COLORS] = {
  [HC_PILL_COLOR_UNKNOWN] = { N_("Any Color"), "" },
  [HC_PILL_COLOR_BLACK] = { N_("Black"), N_("black") },
  [HC_PILL_COLOR_GRAY] = { N_("Gray"), N_("gray") },
  [HC_PILL_COLOR_WHITE] = { N_("White"), N_("white") },
  [HC_PILL_COLOR_RED] = { N_("Red"), N_("red") },
  [HC_PILL_COLOR_PURPLE] = { N_("Purple"), N_("purple") },
  [HC_PILL_COLOR_PINK] = { N_("Pink"), N_("pink") },
  [HC_PILL_COLOR_GREEN] = { N_("Green"), N_("green") },
  [HC_PILL_COLOR_YELLOW] = { N_("Yellow"), N_("yellow") },
  [HC_PILL_COLOR_ORANGE] = { N_("Orange"), N_("orange") },
  [HC_PILL_COLOR_BROWN] = { N_("Brown"), N_("brown") },
  [HC_PILL_COLOR_BLUE] = { N_("Blue"), N_("blue") },
  [HC_PILL_COLOR_TURQUOISE] = { N_("Turquoise"), N_("turquoise") },
};

/**
 * hc_pill_words_get_shape:
 * @shape: a shape
 *
 * Returns: its name for a button, translated; of the unknown one "Any Shape"
 */
const char *
hc_pill_words_get_shape (HcPillShape shape)
{
  g_return_val_if_fail (shape < HC_PILL_N_SHAPES, "");

  return _(shapes[shape].name);
}

/**
 * hc_pill_words_get_color:
 * @color: a color
 *
 * Returns: its name for a button, translated; of the unknown one "Any Color"
 */
const char *
hc_pill_words_get_color (HcPillColor color)
{
  g_return_val_if_fail (color < HC_PILL_N_COLORS, "");

  return _(colors[color].name);
}

/**
 * hc_pill_words_get_score:
 * @score: into how many parts a pill can be broken, 1 to 4; 0 when it is not known
 *
 * Returns: the lines that it has for that, translated, in the middle of a sentence
 */
const char *
hc_pill_words_get_score (int score)
{
  switch (score)
    {
    case 1:
      return _("no score line");
    case 2:
      return _("a score line into halves");
    case 3:
      return _("score lines into thirds");
    case 4:
      return _("score lines into quarters");
    default:
      return _("score line not known");
    }
}

static char *
describe_color (const HcPillLook *look)
{
  if (look->colors[1] != HC_PILL_COLOR_UNKNOWN && look->colors[1] != look->colors[0])
    /* Translators: two colors of a pill: "white and blue". */
    return g_strdup_printf (_("%s and %s"), _(colors[look->colors[0]].attribute), _(colors[look->colors[1]].attribute));

  return g_strdup (_(colors[look->colors[0]].attribute));
}

static char *
describe_body (const HcPillLook *look)
{
  gboolean has_color = look->colors[0] != HC_PILL_COLOR_UNKNOWN;
  gboolean has_shape = look->shape != HC_PILL_SHAPE_UNKNOWN;
  g_autofree char *color = has_color ? describe_color (look) : NULL;

  if (has_color && has_shape)
    /* Translators: a color, or two, and a shape: "white oval pill", "white and blue capsule-shaped pill". */
    return g_strdup_printf (_("%s %s pill"), color, _(shapes[look->shape].attribute));

  if (has_color)
    /* Translators: %s is a color, or two. */
    return g_strdup_printf (_("%s pill of unknown shape"), color);

  if (has_shape)
    /* Translators: %s is a shape: "round". */
    return g_strdup_printf (_("%s pill of unknown color"), _(shapes[look->shape].attribute));

  return g_strdup (_("pill of unknown shape and color"));
}

static char *
describe_imprint (const HcPillLook *look)
{
  g_autofree char *front = hc_pill_imprint_show (look->front);
  g_autofree char *back = hc_pill_imprint_show (look->back);

  if (*front != '\0' && *back != '\0')
    /* Translators: what is printed on a pill. */
    return g_strdup_printf (_("imprint %s on one side and %s on the other"), front, back);

  /* What there is of it may stand on both sides: makers do not always tell. */
  if (*front != '\0' || *back != '\0')
    /* Translators: what is printed on a pill. */
    return g_strdup_printf (_("imprint %s"), *front != '\0' ? front : back);

  return g_strdup (_("no imprint"));
}

/**
 * hc_pill_words_describe:
 * @pill: a pill
 *
 * Returns: (transfer full): all that its drawing shows, in words
 */
char *
hc_pill_words_describe (HcPill *pill)
{
  const HcPillLook *look;
  g_autofree char *body = NULL;
  g_autofree char *imprint = NULL;
  g_autofree char *size = NULL;

  g_return_val_if_fail (HC_IS_PILL (pill), NULL);

  look = hc_pill_get_look (pill);
  body = describe_body (look);
  imprint = describe_imprint (look);

  if (look->size <= 0.0)
    /* Translators: a pill in words: color and shape, imprint, score line. */
    return g_strdup_printf (_("A drawing: %s, %s, %s"), body, imprint, hc_pill_words_get_score (look->score));

  size = g_strdup_printf ("%.3g", look->size);
  /* Translators: a pill in words: color and shape, imprint, score line, and its longest side in millimeters. */
  return g_strdup_printf (_("A drawing: %s, %s, %s, %s mm long"), body, imprint,
                          hc_pill_words_get_score (look->score), size);
}
