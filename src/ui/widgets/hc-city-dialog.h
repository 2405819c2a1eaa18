/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-care-directory.h"

G_BEGIN_DECLS

#define HC_TYPE_CITY_DIALOG (hc_city_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcCityDialog, hc_city_dialog, HC, CITY_DIALOG, AdwDialog)

AdwDialog *hc_city_dialog_new (HcCareDirectory *directory,
                               GSettings       *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
