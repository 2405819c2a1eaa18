/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcPillColor:
 * @HC_PILL_COLOR_UNKNOWN: not told, or none
 *
 * The colors of the FDA's Structured Product Labeling, in the order of their codes in the NCI Thesaurus,
 * C48323 to C48334.
 */
typedef enum {
  HC_PILL_COLOR_UNKNOWN,
  HC_PILL_COLOR_BLACK,
  HC_PILL_COLOR_GRAY,
  HC_PILL_COLOR_WHITE,
  HC_PILL_COLOR_RED,
  HC_PILL_COLOR_PURPLE,
  HC_PILL_COLOR_PINK,
  HC_PILL_COLOR_GREEN,
  HC_PILL_COLOR_YELLOW,
  HC_PILL_COLOR_ORANGE,
  HC_PILL_COLOR_BROWN,
  HC_PILL_COLOR_BLUE,
  HC_PILL_COLOR_TURQUOISE,
} HcPillColor;

#define HC_PILL_N_COLORS (HC_PILL_COLOR_TURQUOISE + 1)

const char  *hc_pill_color_to_string   (HcPillColor  color);
HcPillColor  hc_pill_color_from_string (const char  *name);
HcPillColor  hc_pill_color_from_code   (const char  *code);
guint32      hc_pill_color_get_rgb     (HcPillColor  color);

G_END_DECLS
