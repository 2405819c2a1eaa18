/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINES_HOME (hc_medicines_home_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicinesHome, hc_medicines_home, HC, MEDICINES_HOME, AdwNavigationPage)

HcMedicinesHome *hc_medicines_home_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
