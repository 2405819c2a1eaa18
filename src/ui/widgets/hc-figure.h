/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-block.h"

G_BEGIN_DECLS

GtkWidget *hc_figure_new        (HcBlock   *block) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hc_figure_button_new (HcPicture *picture) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
