/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

GtkWidget  *hc_zone_choice_new      (HcContext  *context,
                                     const char *zone) G_GNUC_WARN_UNUSED_RESULT;
void        hc_zone_choice_set_zone (GtkWidget  *choice,
                                     const char *zone);
const char *hc_zone_choice_get_zone (GtkWidget  *choice);

G_END_DECLS
