/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_IMPORT_PAGE (hc_import_page_get_type ())

G_DECLARE_FINAL_TYPE (HcImportPage, hc_import_page, HC, IMPORT_PAGE, AdwNavigationPage)

HcImportPage *hc_import_page_new   (HcContext          *context) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hc_import_page_start (HcImportPage       *self,
                                    const char *const  *paths);

G_END_DECLS
