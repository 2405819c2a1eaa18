/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_NETWORK_DIALOG (hc_network_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkDialog, hc_network_dialog, HC, NETWORK_DIALOG, AdwDialog)

AdwDialog *hc_network_dialog_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
