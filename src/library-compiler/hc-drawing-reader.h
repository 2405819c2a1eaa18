/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-fault-list.h"

G_BEGIN_DECLS

/**
 * HcDrawingDraft:
 * @width: the width of its view box
 * @height: the height of its view box
 * @parts: (element-type utf8 int): the names of the elements `part-NAME`, and their lines
 *
 * A drawing that keeps to the rules.
 */
typedef struct
{
  int         width;
  int         height;
  GHashTable *parts;
} HcDrawingDraft;

HcDrawingDraft *hc_drawing_reader_read (const char     *file,
                                        const char     *text,
                                        HcFaultList    *faults) G_GNUC_WARN_UNUSED_RESULT;
void            hc_drawing_draft_free  (HcDrawingDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcDrawingDraft, hc_drawing_draft_free)

G_END_DECLS
