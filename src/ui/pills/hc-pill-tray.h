/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-pill.h"

G_BEGIN_DECLS

#define HC_PILL_TRAY_MAX 6

#define HC_TYPE_PILL_TRAY (hc_pill_tray_get_type ())

G_DECLARE_FINAL_TYPE (HcPillTray, hc_pill_tray, HC, PILL_TRAY, GtkBox)

void     hc_pill_tray_set_settings (HcPillTray *self,
                                    GSettings  *settings);
void     hc_pill_tray_set_mine     (HcPillTray *self,
                                    HcPill     *pill);
gboolean hc_pill_tray_add          (HcPillTray *self,
                                    HcPill     *pill);
gboolean hc_pill_tray_contains     (HcPillTray *self,
                                    HcPill     *pill);
guint    hc_pill_tray_count        (HcPillTray *self);

G_END_DECLS
