/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_COLD_CARD (hc_cold_card_get_type ())

G_DECLARE_FINAL_TYPE (HcColdCard, hc_cold_card, HC, COLD_CARD, GtkBox)

GtkWidget *hc_cold_card_new (HcDiaryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
