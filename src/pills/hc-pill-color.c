/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-color.h"

/* Names and codes: NCI Thesaurus, SPL color terminology (codeSystem 2.16.840.1.113883.3.26.1.1). The
 * values are those with which the National Library of Medicine showed the colors in Pillbox. */
static const struct {
  const char *name;
  const char *code;
  guint32     rgb;
} colors[HC_PILL_N_COLORS] = {
  [HC_PILL_COLOR_UNKNOWN] = { "", "", 0xffffff },
  [HC_PILL_COLOR_BLACK] = { "black", "C48323", 0x000000 },
  [HC_PILL_COLOR_GRAY] = { "gray", "C48324", 0x808080 },
  [HC_PILL_COLOR_WHITE] = { "white", "C48325", 0xffffff },
  [HC_PILL_COLOR_RED] = { "red", "C48326", 0xff0000 },
  [HC_PILL_COLOR_PURPLE] = { "purple", "C48327", 0x800080 },
  [HC_PILL_COLOR_PINK] = { "pink", "C48328", 0xffc0cb },
  [HC_PILL_COLOR_GREEN] = { "green", "C48329", 0x008000 },
  [HC_PILL_COLOR_YELLOW] = { "yellow", "C48330", 0xffff00 },
  [HC_PILL_COLOR_ORANGE] = { "orange", "C48331", 0xffa500 },
  [HC_PILL_COLOR_BROWN] = { "brown", "C48332", 0x964b00 },
  [HC_PILL_COLOR_BLUE] = { "blue", "C48333", 0x0000ff },
  [HC_PILL_COLOR_TURQUOISE] = { "turquoise", "C48334", 0x30d5c8 },
};

/**
 * hc_pill_color_to_string:
 * @color: a color
 *
 * Returns: its name in databases, in links and in files of pills; empty when it is unknown
 */
const char *
hc_pill_color_to_string (HcPillColor color)
{
  g_return_val_if_fail (color < HC_PILL_N_COLORS, "");

  return colors[color].name;
}

/**
 * hc_pill_color_from_string:
 * @name: (nullable): a name
 *
 * Returns: the color of that name
 */
HcPillColor
hc_pill_color_from_string (const char *name)
{
  for (guint i = 0; i < HC_PILL_N_COLORS; i++)
    if (g_strcmp0 (colors[i].name, name) == 0)
      return (HcPillColor) i;

  return HC_PILL_COLOR_UNKNOWN;
}

/**
 * hc_pill_color_from_code:
 * @code: (nullable): a code of the NCI Thesaurus; names beside it differ between makers
 *
 * Returns: the color of that code
 */
HcPillColor
hc_pill_color_from_code (const char *code)
{
  for (guint i = 1; i < HC_PILL_N_COLORS; i++)
    if (g_strcmp0 (colors[i].code, code) == 0)
      return (HcPillColor) i;

  return HC_PILL_COLOR_UNKNOWN;
}

/**
 * hc_pill_color_get_rgb:
 * @color: a color
 *
 * Returns: how it is shown, `0xRRGGBB`; white when it is unknown
 */
guint32
hc_pill_color_get_rgb (HcPillColor color)
{
  g_return_val_if_fail (color < HC_PILL_N_COLORS, 0xffffff);

  return colors[color].rgb;
}
