/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

void hc_diary_recent_fill     (GtkListBox    *list,
                               HcDiaryDesk   *desk,
                               GListModel    *entries,
                               guint          n_rows,
                               gboolean       shows_names);
void hc_diary_recent_activate (GtkListBox    *list,
                               GtkListBoxRow *row,
                               HcDiaryDesk   *desk);

G_END_DECLS
