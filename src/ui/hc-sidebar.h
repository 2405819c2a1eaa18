/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-badges.h"

G_BEGIN_DECLS

void  hc_sidebar_fill          (GtkListBox    *list);
void  hc_sidebar_select        (GtkListBox    *list,
                                GType          page_type);
GType hc_sidebar_find_page     (GtkListBox    *list,
                                const char    *place);
GType hc_sidebar_get_page_type (GtkListBoxRow *row);
void  hc_sidebar_show_badges   (GtkListBox    *list,
                                HcBadges      *badges);

G_END_DECLS
