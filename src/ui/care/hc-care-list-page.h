/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwNavigationPage *hc_care_list_page_new         (const char   *title,
                                                  const char   *link,
                                                  GListModel   *listings) G_GNUC_WARN_UNUSED_RESULT;
AdwNavigationPage *hc_care_list_page_new_trouble (const char   *title,
                                                  const char   *link,
                                                  const char   *icon_name,
                                                  const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
