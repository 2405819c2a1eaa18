/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-directory.h"
#include "hc-context.h"
#include "hc-listing-page.h"

G_BEGIN_DECLS

HcListingPage *hc_group_page_new (HcContext      *context,
                                  HcSupportGroup *group,
                                  HcCareGuide    *safety) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
