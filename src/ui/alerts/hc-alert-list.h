/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERT_LIST (hc_alert_list_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertList, hc_alert_list, HC, ALERT_LIST, GObject)

HcAlertList *hc_alert_list_new                (HcContext    *context) G_GNUC_WARN_UNUSED_RESULT;
GListModel  *hc_alert_list_get_model          (HcAlertList  *self);
void         hc_alert_list_set_with_dismissed (HcAlertList  *self,
                                               gboolean      with_dismissed);
guint        hc_alert_list_count              (HcAlertList  *self,
                                               HcAlertState  state);

G_END_DECLS
