/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * HcCardSide:
 *
 * The text of one side of a small card: lines that must be there, and lists of which the end can be left out.
 */
typedef struct _HcCardSide HcCardSide;

HcCardSide *hc_card_side_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        hc_card_side_free     (HcCardSide  *self);
void        hc_card_side_add_text (HcCardSide  *self,
                                   const char  *lead,
                                   const char  *text);
void        hc_card_side_add_list (HcCardSide  *self,
                                   const char  *heading,
                                   GPtrArray   *items);
void        hc_card_side_draw     (HcCardSide  *self,
                                   cairo_t     *cairo,
                                   double       width,
                                   double       height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCardSide, hc_card_side_free)

G_END_DECLS
