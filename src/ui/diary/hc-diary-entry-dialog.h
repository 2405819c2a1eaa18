/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-desk.h"
#include "hc-diary-dialog.h"

G_BEGIN_DECLS

/* What a note may have at most. */
#define HC_DIARY_MAX_NOTE 4000

#define HC_TYPE_DIARY_ENTRY_DIALOG (hc_diary_entry_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryEntryDialog, hc_diary_entry_dialog, HC, DIARY_ENTRY_DIALOG, HcDiaryDialog)

HcDiaryEntryDialog *hc_diary_entry_dialog_new (HcDiaryDesk  *desk,
                                               HcDiaryKind  *kind,
                                               HcDiaryEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
