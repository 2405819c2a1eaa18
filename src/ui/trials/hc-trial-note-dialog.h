/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile.h"
#include "hc-writing-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_NOTE_DIALOG (hc_trial_note_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialNoteDialog, hc_trial_note_dialog, HC, TRIAL_NOTE_DIALOG, HcWritingDialog)

HcTrialNoteDialog *hc_trial_note_dialog_new (HcProfile    *profile,
                                             HcSavedTrial *trial) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
