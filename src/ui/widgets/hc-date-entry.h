/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_DATE_ENTRY (hc_date_entry_get_type ())

G_DECLARE_FINAL_TYPE (HcDateEntry, hc_date_entry, HC, DATE_ENTRY, GtkBox)

GtkWidget  *hc_date_entry_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        hc_date_entry_set_date (HcDateEntry *self,
                                    const GDate *date);
const char *hc_date_entry_get_text (HcDateEntry *self);
void        hc_date_entry_set_text (HcDateEntry *self,
                                    const char  *text);
const char *hc_date_entry_read     (HcDateEntry *self,
                                    GDate       *date);

G_END_DECLS
