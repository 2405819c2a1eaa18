/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-shape.h"

/* Names and codes: NCI Thesaurus, SPL shape terminology (codeSystem 2.16.840.1.113883.3.26.1.1). */
static const struct {
  const char *name;
  const char *code;
} shapes[HC_PILL_N_SHAPES] = {
  [HC_PILL_SHAPE_UNKNOWN] = { "", "" },
  [HC_PILL_SHAPE_BULLET] = { "bullet", "C48335" },
  [HC_PILL_SHAPE_CAPSULE] = { "capsule", "C48336" },
  [HC_PILL_SHAPE_CLOVER] = { "clover", "C48337" },
  [HC_PILL_SHAPE_DIAMOND] = { "diamond", "C48338" },
  [HC_PILL_SHAPE_DOUBLE_CIRCLE] = { "double-circle", "C48339" },
  [HC_PILL_SHAPE_FREEFORM] = { "freeform", "C48340" },
  [HC_PILL_SHAPE_GEAR] = { "gear", "C48341" },
  [HC_PILL_SHAPE_HEPTAGON] = { "heptagon", "C48342" },
  [HC_PILL_SHAPE_HEXAGON] = { "hexagon", "C48343" },
  [HC_PILL_SHAPE_OCTAGON] = { "octagon", "C48344" },
  [HC_PILL_SHAPE_OVAL] = { "oval", "C48345" },
  [HC_PILL_SHAPE_PENTAGON] = { "pentagon", "C48346" },
  [HC_PILL_SHAPE_RECTANGLE] = { "rectangle", "C48347" },
  [HC_PILL_SHAPE_ROUND] = { "round", "C48348" },
  [HC_PILL_SHAPE_SEMI_CIRCLE] = { "semi-circle", "C48349" },
  [HC_PILL_SHAPE_SQUARE] = { "square", "C48350" },
  [HC_PILL_SHAPE_TEAR] = { "tear", "C48351" },
  [HC_PILL_SHAPE_TRAPEZOID] = { "trapezoid", "C48352" },
  [HC_PILL_SHAPE_TRIANGLE] = { "triangle", "C48353" },
};

/**
 * hc_pill_shape_to_string:
 * @shape: a shape
 *
 * Returns: its name in databases, in links and in files of pills; empty when it is unknown
 */
const char *
hc_pill_shape_to_string (HcPillShape shape)
{
  g_return_val_if_fail (shape < HC_PILL_N_SHAPES, "");

  return shapes[shape].name;
}

/**
 * hc_pill_shape_from_string:
 * @name: (nullable): a name
 *
 * Returns: the shape of that name
 */
HcPillShape
hc_pill_shape_from_string (const char *name)
{
  for (guint i = 0; i < HC_PILL_N_SHAPES; i++)
    if (g_strcmp0 (shapes[i].name, name) == 0)
      return (HcPillShape) i;

  return HC_PILL_SHAPE_UNKNOWN;
}

/**
 * hc_pill_shape_from_code:
 * @code: (nullable): a code of the NCI Thesaurus; names beside it differ between makers
 *
 * Returns: the shape of that code
 */
HcPillShape
hc_pill_shape_from_code (const char *code)
{
  for (guint i = 1; i < HC_PILL_N_SHAPES; i++)
    if (g_strcmp0 (shapes[i].code, code) == 0)
      return (HcPillShape) i;

  return HC_PILL_SHAPE_UNKNOWN;
}
