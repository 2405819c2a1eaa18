/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_RECALL_BANNER (hc_recall_banner_get_type ())

G_DECLARE_FINAL_TYPE (HcRecallBanner, hc_recall_banner, HC, RECALL_BANNER, AdwBin)

void hc_recall_banner_set_context (HcRecallBanner *self,
                                   HcContext      *context);

G_END_DECLS
