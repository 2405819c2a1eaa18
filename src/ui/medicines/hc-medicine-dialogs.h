/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

void hc_medicine_dialogs_add         (GtkWidget               *parent,
                                      HcContext               *context,
                                      const HcMedicineDetails *proposal);
void hc_medicine_dialogs_edit        (GtkWidget               *parent,
                                      HcContext               *context,
                                      HcMedicine              *medicine);
void hc_medicine_dialogs_change_dose (GtkWidget               *parent,
                                      HcContext               *context,
                                      HcMedicine              *medicine);
void hc_medicine_dialogs_stop        (GtkWidget               *parent,
                                      HcContext               *context,
                                      HcMedicine              *medicine);
void hc_medicine_dialogs_restart     (GtkWidget               *parent,
                                      HcContext               *context,
                                      HcMedicine              *medicine);
void hc_medicine_dialogs_pause       (GtkWidget               *parent,
                                      HcContext               *context,
                                      HcMedicine              *medicine);
void hc_medicine_dialogs_count_stock (GtkWidget               *parent,
                                      HcContext               *context,
                                      HcMedicine              *medicine);

G_END_DECLS
