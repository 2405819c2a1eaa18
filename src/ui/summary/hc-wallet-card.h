/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-printout.h"
#include "hc-visit-summary.h"

G_BEGIN_DECLS

#define HC_TYPE_WALLET_CARD (hc_wallet_card_get_type ())

G_DECLARE_FINAL_TYPE (HcWalletCard, hc_wallet_card, HC, WALLET_CARD, HcPrintout)

HcWalletCard *hc_wallet_card_new (HcVisitSummary *summary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
