/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

void hc_diary_remove_entry  (GtkWidget    *widget,
                             HcDiaryDesk  *desk,
                             HcDiaryEntry *entry);
void hc_diary_present_cover (GtkWidget    *parent,
                             HcDiaryDesk  *desk,
                             HcDiaryEntry *entry);
void hc_diary_show_entry    (GtkWidget    *parent,
                             HcDiaryDesk  *desk,
                             HcDiaryEntry *entry);

G_END_DECLS
