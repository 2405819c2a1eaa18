/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hc_list_heading_setup_cb (GtkSignalListItemFactory *factory,
                               GtkListHeader            *header);
void hc_list_heading_set      (GtkListHeader            *header,
                               const char               *title);

G_END_DECLS
