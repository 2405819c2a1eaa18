/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUG_LIST_PAGE (hc_drug_list_page_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugListPage, hc_drug_list_page, HC, DRUG_LIST_PAGE, AdwNavigationPage)

HcDrugListPage *hc_drug_list_page_new      (HcLibrary      *library) G_GNUC_WARN_UNUSED_RESULT;
void            hc_drug_list_page_show     (HcDrugListPage *self,
                                            const char     *link,
                                            const char     *title,
                                            GListModel     *drugs);
const char     *hc_drug_list_page_get_link (HcDrugListPage *self);

G_END_DECLS
