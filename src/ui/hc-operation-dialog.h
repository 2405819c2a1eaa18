/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-operation.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_OPERATION_DIALOG (hc_operation_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcOperationDialog, hc_operation_dialog, HC, OPERATION_DIALOG, HcSavingDialog)

/**
 * HcOperationDialogClass:
 * @set_busy: called when the work begins, and when it has ended and the dialog stays
 * @failed: called with a sentence that says that it is not saved and why
 *
 * What is different between dialogs that do something at their end.
 */
struct _HcOperationDialogClass
{
  HcSavingDialogClass parent_class;

  void (*set_busy) (HcOperationDialog *self,
                    gboolean           is_busy);
  void (*failed)   (HcOperationDialog *self,
                    const char        *words);
};

void     hc_operation_dialog_perform (HcOperationDialog *self,
                                      HcOperation       *operation);
void     hc_operation_dialog_changed (HcOperationDialog *self);
gboolean hc_operation_dialog_is_busy (HcOperationDialog *self);

G_END_DECLS
