/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_RECALL_PAGE (hc_recall_page_get_type ())

G_DECLARE_FINAL_TYPE (HcRecallPage, hc_recall_page, HC, RECALL_PAGE, AdwNavigationPage)

HcRecallPage *hc_recall_page_new    (HcContext    *context);
void          hc_recall_page_import (HcRecallPage *self,
                                     GFile        *file);

G_END_DECLS
