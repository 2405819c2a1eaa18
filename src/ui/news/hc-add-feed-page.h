/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_ADD_FEED_PAGE (hc_add_feed_page_get_type ())

G_DECLARE_FINAL_TYPE (HcAddFeedPage, hc_add_feed_page, HC, ADD_FEED_PAGE, AdwNavigationPage)

HcAddFeedPage *hc_add_feed_page_new (HcContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
