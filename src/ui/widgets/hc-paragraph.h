/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-note.h"

G_BEGIN_DECLS

#define HC_TYPE_PARAGRAPH (hc_paragraph_get_type ())

G_DECLARE_FINAL_TYPE (HcParagraph, hc_paragraph, HC, PARAGRAPH, GtkWidget)

GtkWidget  *hc_paragraph_new        (const char  *markup,
                                     const char  *anchor) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_paragraph_get_anchor (HcParagraph *self);
char       *hc_paragraph_dup_quote  (HcParagraph *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_paragraph_is_selected (HcParagraph *self);
void        hc_paragraph_add_note   (HcParagraph *self,
                                     HcNote      *note);
void        hc_paragraph_clear_notes (HcParagraph *self);
gboolean    hc_paragraph_follow_link (GtkWidget   *widget,
                                      const char  *uri,
                                      const char  *anchor);
void        hc_paragraph_set_marks   (HcParagraph *self,
                                      PangoAttrList *marks);
HcNote     *hc_paragraph_get_selected_highlight (HcParagraph *self);

G_END_DECLS
