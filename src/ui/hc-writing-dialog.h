/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-operation.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_WRITING_DIALOG (hc_writing_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcWritingDialog, hc_writing_dialog, HC, WRITING_DIALOG, HcSavingDialog)

/**
 * HcWritingDialogClass:
 * @field_label: what the field is called; the words of a class are marked with N_()
 * @not_saved: a sentence that says that it is not saved
 * @get_saved_text: the text on the disk, %NULL while there is none
 * @dup_fault: (nullable): what is wrong with a text that is therefore not saved, %NULL for nothing
 * @save_async: saves a text
 * @save_finish: whether it was saved
 * @create_deletion: (transfer full): the operation that deletes what is saved
 *
 * What is written, and where it goes.
 */
struct _HcWritingDialogClass
{
  HcSavingDialogClass  parent_class;

  const char          *field_label;
  const char          *not_saved;

  const char          *(*get_saved_text)  (HcWritingDialog      *self);
  char                *(*dup_fault)       (HcWritingDialog      *self,
                                           const char           *text);
  void                 (*save_async)      (HcWritingDialog      *self,
                                           const char           *text,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
  gboolean             (*save_finish)     (HcWritingDialog      *self,
                                           GAsyncResult         *result,
                                           GError              **error);
  HcOperation         *(*create_deletion) (HcWritingDialog      *self);
};

void hc_writing_dialog_begin (HcWritingDialog *self,
                              const char      *about,
                              const char      *quote,
                              const char      *proposal);

G_END_DECLS
