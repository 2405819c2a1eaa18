/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-bookmark.h"
#include "hc-note.h"

G_BEGIN_DECLS

#define HC_TYPE_NOTES_ROW (hc_notes_row_get_type ())

G_DECLARE_FINAL_TYPE (HcNotesRow, hc_notes_row, HC, NOTES_ROW, GtkWidget)

GtkWidget *hc_notes_row_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_notes_row_show_note     (HcNotesRow *self,
                                       HcNote     *note);
void       hc_notes_row_show_bookmark (HcNotesRow *self,
                                       HcBookmark *bookmark);

G_END_DECLS
