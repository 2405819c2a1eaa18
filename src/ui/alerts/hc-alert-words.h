/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert.h"
#include "hc-medicine-store.h"

G_BEGIN_DECLS

guint       hc_alert_words_get_rank      (HcAlert         *alert);
const char *hc_alert_words_get_kind      (HcAlert         *alert);
const char *hc_alert_words_get_icon_name (HcAlert         *alert);
const char *hc_alert_words_get_css_class (HcAlert         *alert);
const char *hc_alert_words_get_meaning   (HcAlert         *alert);
const char *hc_alert_words_get_advice    (HcAlert         *alert);
char       *hc_alert_words_dup_authority (HcAlert         *alert) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_alert_words_dup_medicine  (HcAlert         *alert,
                                          HcMedicineStore *medicines) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_alert_words_dup_origin    (HcAlert         *alert) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
