/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_DIALOG (hc_medicine_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineDialog, hc_medicine_dialog, HC, MEDICINE_DIALOG, HcOperationDialog)

/**
 * HcMedicineDialogSubmit:
 * @self: a dialog
 * @form: what was given to hc_medicine_dialog_new()
 *
 * Looks at what was entered, and tells the fields what is wrong.
 *
 * Returns: (transfer full) (nullable): the operation that saves it, %NULL when something is wrong
 */
typedef HcOperation *(*HcMedicineDialogSubmit) (HcMedicineDialog *self,
                                                gpointer          form);

HcMedicineDialog *hc_medicine_dialog_new     (const char             *title,
                                              const char             *button,
                                              HcMedicineDialogSubmit  submit,
                                              gpointer                form,
                                              GDestroyNotify          free_form) G_GNUC_WARN_UNUSED_RESULT;
void              hc_medicine_dialog_add     (HcMedicineDialog       *self,
                                              GtkWidget              *child);

G_END_DECLS
