/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-alert-words.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERT_ROW (hc_alert_row_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertRow, hc_alert_row, HC, ALERT_ROW, GtkWidget)

GtkWidget *hc_alert_row_new       (HcMedicineStore *medicines);
void       hc_alert_row_show      (HcAlertRow      *self,
                                   HcAlert         *alert);
char      *hc_alert_row_dup_words (HcAlertRow      *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
