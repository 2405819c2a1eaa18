/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-entry.h"

G_BEGIN_DECLS

HcDiaryEntry *_hc_diary_entry_new_with_id (const char                *id,
                                           const HcDiaryEntryDetails *details) G_GNUC_WARN_UNUSED_RESULT;
void          _hc_diary_entry_set_times   (HcDiaryEntry              *self,
                                           GDateTime                 *created,
                                           GDateTime                 *changed);
void          _hc_diary_entry_take_over   (HcDiaryEntry              *self,
                                           HcDiaryEntry              *saved);

G_END_DECLS
