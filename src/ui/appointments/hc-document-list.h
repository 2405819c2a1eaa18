/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_DOCUMENT_LIST (hc_document_list_get_type ())

G_DECLARE_FINAL_TYPE (HcDocumentList, hc_document_list, HC, DOCUMENT_LIST, GtkBox)

void hc_document_list_show (HcDocumentList *self,
                            HcContext      *context,
                            const char     *appointment);
void hc_document_list_add  (HcDocumentList *self,
                            GFile          *file);

G_END_DECLS
