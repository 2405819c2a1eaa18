/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

void hc_feed_export_choose (HcContext *context,
                            GtkWidget *parent);
void hc_feed_export_save   (HcContext *context,
                            GtkWidget *parent,
                            GFile     *file);

G_END_DECLS
