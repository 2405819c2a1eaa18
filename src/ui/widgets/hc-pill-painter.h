/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-pill.h"

G_BEGIN_DECLS

/**
 * HcPillPart:
 * @look: what the pill looks like
 * @imprint: the imprint of the side that is drawn, parts with a semicolon between them
 * @has_score: whether the score line is on this side
 * @bounds: where it lies
 * @foreground: the color of text around the pill
 *
 * One side of a pill, to be painted.
 */
typedef struct
{
  const HcPillLook *look;
  const char       *imprint;
  gboolean          has_score;
  graphene_rect_t   bounds;
  GdkRGBA           foreground;
} HcPillPart;

void hc_pill_painter_paint   (const HcPillPart *part,
                              PangoContext     *context,
                              GtkSnapshot      *snapshot);
void hc_pill_painter_get_ink (HcPillColor       color,
                              GdkRGBA          *ink);

G_END_DECLS
