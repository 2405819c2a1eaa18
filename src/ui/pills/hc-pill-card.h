/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-pill.h"

G_BEGIN_DECLS

#define HC_TYPE_PILL_CARD (hc_pill_card_get_type ())

G_DECLARE_FINAL_TYPE (HcPillCard, hc_pill_card, HC, PILL_CARD, GtkBox)

GtkWidget *hc_pill_card_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_pill_card_show (HcPillCard *self,
                              HcPill     *pill,
                              guint       position);

G_END_DECLS
