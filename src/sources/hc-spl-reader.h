/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label-error.h"
#include "hc-label.h"

G_BEGIN_DECLS

/**
 * HcSplReader:
 *
 * Reads one document of the FDA's Structured Product Labeling as it comes, piece by piece.
 */
typedef struct _HcSplReader HcSplReader;

HcSplReader *hc_spl_reader_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         hc_spl_reader_free   (HcSplReader  *self);
gboolean     hc_spl_reader_feed   (HcSplReader  *self,
                                   const char   *data,
                                   gsize         length,
                                   GError      **error);
HcLabel     *hc_spl_reader_finish (HcSplReader  *self,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSplReader, hc_spl_reader_free)

G_END_DECLS
