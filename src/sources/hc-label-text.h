/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label.h"

G_BEGIN_DECLS

/**
 * HcLabelText:
 *
 * Puts the text of a section together, line by line, from the elements of its narrative as they come.
 */
typedef struct _HcLabelText HcLabelText;

HcLabelText *hc_label_text_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         hc_label_text_free   (HcLabelText *self);
void         hc_label_text_open   (HcLabelText *self,
                                   const char  *element);
void         hc_label_text_close  (HcLabelText *self,
                                   const char  *element);
void         hc_label_text_append (HcLabelText *self,
                                   const char  *text,
                                   gsize        length);
char        *hc_label_text_take   (HcLabelText *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcLabelText, hc_label_text_free)

G_END_DECLS
