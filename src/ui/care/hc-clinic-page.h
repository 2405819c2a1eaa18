/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-directory.h"
#include "hc-context.h"
#include "hc-listing-page.h"

G_BEGIN_DECLS

#define HC_TYPE_CLINIC_PAGE (hc_clinic_page_get_type ())

G_DECLARE_FINAL_TYPE (HcClinicPage, hc_clinic_page, HC, CLINIC_PAGE, HcListingPage)

HcClinicPage *hc_clinic_page_new (HcContext       *context,
                                  HcCareDirectory *directory,
                                  HcClinic        *clinic,
                                  const char      *link) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
