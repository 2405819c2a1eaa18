/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_BANK_CARD (hc_bank_card_get_type ())

G_DECLARE_FINAL_TYPE (HcBankCard, hc_bank_card, HC, BANK_CARD, GtkWidget)

G_END_DECLS
