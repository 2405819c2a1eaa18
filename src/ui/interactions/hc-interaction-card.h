/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-interaction-check.h"

G_BEGIN_DECLS

#define HC_TYPE_INTERACTION_CARD (hc_interaction_card_get_type ())

G_DECLARE_FINAL_TYPE (HcInteractionCard, hc_interaction_card, HC, INTERACTION_CARD, GtkBox)

GtkWidget *hc_interaction_card_new (HcLibrary *library,
                                    HcFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
