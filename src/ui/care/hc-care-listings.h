/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-contact.h"
#include "hc-care-directory.h"
#include "hc-clinic.h"
#include "hc-listing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

HcListing *hc_care_listing_new_clinic   (HcClinic           *clinic,
                                         const char         *section) G_GNUC_WARN_UNUSED_RESULT;
HcListing *hc_care_listing_new_contact  (HcCareContact      *contact,
                                         const char         *section) G_GNUC_WARN_UNUSED_RESULT;
HcListing *hc_care_listing_new_helpline (HcHelpline         *helpline,
                                         const char         *section) G_GNUC_WARN_UNUSED_RESULT;
HcListing *hc_care_listing_new_guide    (HcCareGuide        *guide,
                                         const char         *place,
                                         const char         *section) G_GNUC_WARN_UNUSED_RESULT;
HcListing *hc_care_listing_new_center   (HcCareCenter       *center,
                                         HcCareDirectory    *directory,
                                         HcCity             *from,
                                         const char         *section) G_GNUC_WARN_UNUSED_RESULT;
void       hc_care_listings_add_guides  (GListStore         *listings,
                                         HcCareDirectory    *directory,
                                         const char *const  *ids);
void       hc_care_listings_add_links   (GListStore         *listings,
                                         HcLibrary          *library,
                                         const char *const  *links,
                                         const char         *section);

G_END_DECLS
