/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_TEXT_SIZE (hc_text_size_get_type ())

G_DECLARE_FINAL_TYPE (HcTextSize, hc_text_size, HC, TEXT_SIZE, GObject)

HcTextSize *hc_text_size_new         (GSettings  *settings,
                                      GdkDisplay *display) G_GNUC_WARN_UNUSED_RESULT;
void        hc_text_size_add_actions (HcTextSize *self,
                                      GActionMap *map);

G_END_DECLS
