/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-operation.h"

G_BEGIN_DECLS

#define HC_TYPE_UNDO_STACK (hc_undo_stack_get_type ())

G_DECLARE_FINAL_TYPE (HcUndoStack, hc_undo_stack, HC, UNDO_STACK, GObject)

HcUndoStack *hc_undo_stack_new       (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hc_undo_stack_is_empty  (HcUndoStack *self);
void         hc_undo_stack_perform   (HcUndoStack *self,
                                      HcOperation *operation);
void         hc_undo_stack_undo      (HcUndoStack *self,
                                      HcOperation *operation);
void         hc_undo_stack_undo_last (HcUndoStack *self);

G_END_DECLS
