/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-medicine.h"

G_BEGIN_DECLS

GtkWidget *hc_medicine_past_new (HcMedicine *medicine,
                                 GDateTime  *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
