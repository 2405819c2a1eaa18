/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-news.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_FEED_IMPORT (hc_feed_import_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedImport, hc_feed_import, HC, FEED_IMPORT, HcSavingDialog)

void hc_feed_import_choose (HcNews    *news,
                            GtkWidget *parent);
void hc_feed_import_open   (HcNews    *news,
                            GtkWidget *parent,
                            GFile     *file);

G_END_DECLS
