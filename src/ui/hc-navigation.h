/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hc_navigation_bring_up          (AdwNavigationView  *view,
                                      AdwNavigationPage  *page);
void hc_navigation_begin_at_top      (GtkScrolledWindow  *scroller);
void hc_navigation_begin_page_at_top (AdwPreferencesPage *page);
void hc_navigation_arrow_leads_to    (GtkWidget          *entry,
                                      GtkWidget          *target);

G_END_DECLS
