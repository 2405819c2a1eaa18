/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-care-directory.h"
#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_HOME (hc_care_home_get_type ())

G_DECLARE_FINAL_TYPE (HcCareHome, hc_care_home, HC, CARE_HOME, AdwNavigationPage)

HcCareHome *hc_care_home_new          (HcContext       *context,
                                       HcCareDirectory *directory,
                                       const char      *link) G_GNUC_WARN_UNUSED_RESULT;
void        hc_care_home_focus_search (HcCareHome      *self);

G_END_DECLS
