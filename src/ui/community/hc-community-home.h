/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-care-directory.h"

G_BEGIN_DECLS

/**
 * HC_COMMUNITY_SAFETY_GUIDE:
 *
 * The id of the guide on joining a group safely.
 */
#define HC_COMMUNITY_SAFETY_GUIDE "joining-safely"

#define HC_TYPE_COMMUNITY_HOME (hc_community_home_get_type ())

G_DECLARE_FINAL_TYPE (HcCommunityHome, hc_community_home, HC, COMMUNITY_HOME, AdwNavigationPage)

HcCommunityHome *hc_community_home_new          (HcLibrary       *library,
                                                 HcCareDirectory *directory,
                                                 const char      *link) G_GNUC_WARN_UNUSED_RESULT;
void             hc_community_home_focus_search (HcCommunityHome *self);

G_END_DECLS
