/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_FLAG_CARD (hc_flag_card_get_type ())

G_DECLARE_FINAL_TYPE (HcFlagCard, hc_flag_card, HC, FLAG_CARD, GtkBox)

GtkWidget *hc_flag_card_new     (HcDiaryDesk  *desk,
                                 HcRaisedFlag *raised) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_flag_card_dup_key (HcDiaryDesk  *desk,
                                 HcRaisedFlag *raised) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
