/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-operation.h"
#include "hc-profile.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_CONTACT_PAGE (hc_contact_page_get_type ())

G_DECLARE_FINAL_TYPE (HcContactPage, hc_contact_page, HC, CONTACT_PAGE, AdwNavigationPage)

HcContactPage *hc_contact_page_new       (HcCareContactStore *contacts,
                                          HcCareContact      *contact,
                                          const char         *person) G_GNUC_WARN_UNUSED_RESULT;
HcSaveState    hc_contact_page_get_state (HcContactPage      *self);

G_END_DECLS
