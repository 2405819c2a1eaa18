/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-appointment-document.h"

G_BEGIN_DECLS

#define HC_TYPE_DOCUMENT_OPENER (hc_document_opener_get_type ())

G_DECLARE_FINAL_TYPE (HcDocumentOpener, hc_document_opener, HC, DOCUMENT_OPENER, GObject)

HcDocumentOpener *hc_document_opener_new  (void) G_GNUC_WARN_UNUSED_RESULT;
GFile            *hc_document_opener_copy (HcDocumentOpener       *self,
                                           HcAppointmentDocument  *document,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
