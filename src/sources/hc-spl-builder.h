/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label-error.h"
#include "hc-label.h"

G_BEGIN_DECLS

/**
 * HcSplBuilder:
 *
 * Makes a label of the elements of a document of Structured Product Labeling: knows what they mean, and
 * nothing of XML. Codes decide, not the names beside them: these differ from file to file.
 */
typedef struct _HcSplBuilder HcSplBuilder;

HcSplBuilder *hc_spl_builder_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void          hc_spl_builder_free   (HcSplBuilder  *self);
void          hc_spl_builder_open   (HcSplBuilder  *self,
                                     const char    *element,
                                     const char   **attributes,
                                     int            n_attributes);
void          hc_spl_builder_close  (HcSplBuilder  *self);
void          hc_spl_builder_append (HcSplBuilder  *self,
                                     const char    *text,
                                     gsize          length);
HcLabel      *hc_spl_builder_finish (HcSplBuilder  *self,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSplBuilder, hc_spl_builder_free)

G_END_DECLS
