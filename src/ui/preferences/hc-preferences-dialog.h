/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-background.h"
#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_PREFERENCES_DIALOG (hc_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcPreferencesDialog, hc_preferences_dialog, HC, PREFERENCES_DIALOG, AdwDialog)

AdwDialog *hc_preferences_dialog_new (HcContext    *context,
                                      HcBackground *background) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
