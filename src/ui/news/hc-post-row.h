/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-post.h"

G_BEGIN_DECLS

#define HC_TYPE_POST_ROW (hc_post_row_get_type ())

G_DECLARE_FINAL_TYPE (HcPostRow, hc_post_row, HC, POST_ROW, GtkWidget)

GtkWidget *hc_post_row_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_post_row_show (HcPostRow *self,
                             HcPost    *post);

G_END_DECLS
