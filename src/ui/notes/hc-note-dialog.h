/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile.h"
#include "hc-writing-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_NOTE_DIALOG (hc_note_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcNoteDialog, hc_note_dialog, HC, NOTE_DIALOG, HcWritingDialog)

HcNoteDialog *hc_note_dialog_new (HcProfile *profile,
                                  HcNote    *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
