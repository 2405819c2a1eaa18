/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_PAGE (hc_medicine_page_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicinePage, hc_medicine_page, HC, MEDICINE_PAGE, AdwNavigationPage)

HcMedicinePage *hc_medicine_page_new          (HcContext      *context) G_GNUC_WARN_UNUSED_RESULT;
void            hc_medicine_page_show         (HcMedicinePage *self,
                                               HcMedicine     *medicine);
HcMedicine     *hc_medicine_page_get_medicine (HcMedicinePage *self);

G_END_DECLS
