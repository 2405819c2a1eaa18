/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcPillShape:
 * @HC_PILL_SHAPE_UNKNOWN: not told
 *
 * The shapes of the FDA's Structured Product Labeling, in the order of their codes in the NCI Thesaurus,
 * C48335 to C48353.
 */
typedef enum {
  HC_PILL_SHAPE_UNKNOWN,
  HC_PILL_SHAPE_BULLET,
  HC_PILL_SHAPE_CAPSULE,
  HC_PILL_SHAPE_CLOVER,
  HC_PILL_SHAPE_DIAMOND,
  HC_PILL_SHAPE_DOUBLE_CIRCLE,
  HC_PILL_SHAPE_FREEFORM,
  HC_PILL_SHAPE_GEAR,
  HC_PILL_SHAPE_HEPTAGON,
  HC_PILL_SHAPE_HEXAGON,
  HC_PILL_SHAPE_OCTAGON,
  HC_PILL_SHAPE_OVAL,
  HC_PILL_SHAPE_PENTAGON,
  HC_PILL_SHAPE_RECTANGLE,
  HC_PILL_SHAPE_ROUND,
  HC_PILL_SHAPE_SEMI_CIRCLE,
  HC_PILL_SHAPE_SQUARE,
  HC_PILL_SHAPE_TEAR,
  HC_PILL_SHAPE_TRAPEZOID,
  HC_PILL_SHAPE_TRIANGLE,
} HcPillShape;

#define HC_PILL_N_SHAPES (HC_PILL_SHAPE_TRIANGLE + 1)

const char  *hc_pill_shape_to_string   (HcPillShape  shape);
HcPillShape  hc_pill_shape_from_string (const char  *name);
HcPillShape  hc_pill_shape_from_code   (const char  *code);

G_END_DECLS
