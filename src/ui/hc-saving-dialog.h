/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HcSaveState:
 * @HC_SAVE_STATE_SAVED: everything is on the disk
 * @HC_SAVE_STATE_SAVING: it is on its way there
 * @HC_SAVE_STATE_UNSAVED: it could not be brought there
 *
 * Where that is which a person has entered.
 */
typedef enum {
  HC_SAVE_STATE_SAVED,
  HC_SAVE_STATE_SAVING,
  HC_SAVE_STATE_UNSAVED,
} HcSaveState;

#define HC_TYPE_SAVING_DIALOG (hc_saving_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcSavingDialog, hc_saving_dialog, HC, SAVING_DIALOG, AdwDialog)

/**
 * HcSavingDialogClass:
 * @not_saved_title: what says as a title that it is not saved; the words of a class are marked with N_()
 * @finish_closing: closes the dialog, in which everything is saved, with hc_saving_dialog_finish()
 *
 * What is different between dialogs that save.
 */
struct _HcSavingDialogClass
{
  AdwDialogClass  parent_class;

  const char     *not_saved_title;

  void          (*finish_closing) (HcSavingDialog *self);
};

void hc_saving_dialog_set_state         (HcSavingDialog *self,
                                         HcSaveState     state);
void hc_saving_dialog_close             (HcSavingDialog *self);
void hc_saving_dialog_close_with_window (HcSavingDialog *self);
void hc_saving_dialog_finish            (HcSavingDialog *self);

G_END_DECLS
