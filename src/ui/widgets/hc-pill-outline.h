/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-pill-shape.h"

G_BEGIN_DECLS

double   hc_pill_outline_get_ratio (HcPillShape            shape);
void     hc_pill_outline_get_room  (HcPillShape            shape,
                                    const graphene_rect_t *bounds,
                                    graphene_rect_t       *room);
GskPath *hc_pill_outline_new       (HcPillShape            shape,
                                    const graphene_rect_t *bounds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
