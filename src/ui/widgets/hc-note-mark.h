/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-note.h"

G_BEGIN_DECLS

GtkWidget *hc_note_mark_new  (HcNote *note) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_note_dup_words (HcNote *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
