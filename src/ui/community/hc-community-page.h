/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_COMMUNITY_PAGE (hc_community_page_get_type ())

G_DECLARE_FINAL_TYPE (HcCommunityPage, hc_community_page, HC, COMMUNITY_PAGE, HcPage)

G_END_DECLS
