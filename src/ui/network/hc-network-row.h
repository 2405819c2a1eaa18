/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-network-entry.h"

G_BEGIN_DECLS

#define HC_TYPE_NETWORK_ROW (hc_network_row_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkRow, hc_network_row, HC, NETWORK_ROW, GtkWidget)

GtkWidget *hc_network_row_new       (void);
void       hc_network_row_show      (HcNetworkRow   *self,
                                     HcNetworkEntry *entry);
char      *hc_network_row_dup_words (HcNetworkEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
