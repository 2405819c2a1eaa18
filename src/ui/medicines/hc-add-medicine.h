/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

void hc_add_medicine_from_pill  (GtkWidget               *widget,
                                 HcContext               *context,
                                 HcPill                  *pill);
void hc_add_medicine_from_drug  (GtkWidget               *widget,
                                 HcContext               *context,
                                 HcDrug                  *drug);
void hc_add_medicine_from_label (GtkWidget               *widget,
                                 HcContext               *context,
                                 HcLabel                 *label);
void hc_remove_medicine         (GtkWidget               *widget,
                                 HcContext               *context,
                                 HcMedicine              *medicine);

G_END_DECLS
