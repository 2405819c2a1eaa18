/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_DIALOG (hc_diary_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcDiaryDialog, hc_diary_dialog, HC, DIARY_DIALOG, HcSavingDialog)

/**
 * HcDiaryDialogClass:
 * @save_action: the action that saves; it cannot be done while something is on its way to the disk
 *
 * What is different between dialogs that write into the diary.
 */
struct _HcDiaryDialogClass
{
  HcSavingDialogClass  parent_class;

  const char          *save_action;
};

void     hc_diary_dialog_set_banner (HcDiaryDialog *self,
                                     AdwBanner     *banner);
void     hc_diary_dialog_touched    (HcDiaryDialog *self);
gboolean hc_diary_dialog_is_saving  (HcDiaryDialog *self);
void     hc_diary_dialog_begin      (HcDiaryDialog *self);
void     hc_diary_dialog_end        (HcDiaryDialog *self,
                                     const GError  *error);

G_END_DECLS
