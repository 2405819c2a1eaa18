/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HC_TYPE_CALIBRATION_DIALOG (hc_calibration_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcCalibrationDialog, hc_calibration_dialog, HC, CALIBRATION_DIALOG, AdwDialog)

AdwDialog *hc_calibration_dialog_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
