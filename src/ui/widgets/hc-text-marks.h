/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-text-match.h"

G_BEGIN_DECLS

void     hc_text_marks_add_source (GtkWidget         *widget,
                                   HcBlock           *block);
void     hc_text_marks_show       (GtkWidget         *root,
                                   GArray            *matches,
                                   guint              current);
void     hc_text_marks_clear      (GtkWidget         *root);
gboolean hc_text_marks_locate     (GtkWidget         *root,
                                   const HcTextMatch *match,
                                   GtkWidget         *relative,
                                   graphene_rect_t   *bounds);

G_END_DECLS
