/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_SETUP_DIALOG (hc_setup_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcSetupDialog, hc_setup_dialog, HC, SETUP_DIALOG, AdwDialog)

HcSetupDialog *hc_setup_dialog_new (HcProfile *profile,
                                    HcPerson  *person,
                                    gboolean   is_first) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
