/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUG_ROW (hc_drug_row_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugRow, hc_drug_row, HC, DRUG_ROW, GtkBox)

GtkWidget *hc_drug_row_new      (HcLibrary                *library) G_GNUC_WARN_UNUSED_RESULT;
void       hc_drug_row_bind_cb  (GtkSignalListItemFactory *factory,
                                 GtkListItem              *item);
char      *hc_drug_row_dup_link (gpointer                  item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
