/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-listing-page.h"

G_BEGIN_DECLS

void hc_request_buttons_add (HcListingPage *page,
                             const char    *kind,
                             const char    *id);

G_END_DECLS
