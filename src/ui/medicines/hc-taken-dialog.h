/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-clock.h"

G_BEGIN_DECLS

#define HC_TYPE_TAKEN_DIALOG (hc_taken_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcTakenDialog, hc_taken_dialog, HC, TAKEN_DIALOG, AdwDialog)

AdwDialog *hc_taken_dialog_new (HcClock    *clock,
                                const char *name,
                                GDateTime  *proposed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
