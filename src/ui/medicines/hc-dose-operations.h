/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_mark_doses_new   (HcDoseLog   *log,
                                  GPtrArray   *records,
                                  const char  *description) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_unmark_dose_new  (HcDoseLog   *log,
                                  const char  *medicine,
                                  const char  *key,
                                  const char  *description) G_GNUC_WARN_UNUSED_RESULT;
void         hc_dose_operation_perform (GtkWidget   *widget,
                                        HcOperation *operation);

G_END_DECLS
