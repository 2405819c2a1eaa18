/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-desk.h"

G_BEGIN_DECLS

char       *hc_diary_words_dup_day     (GDateTime      *time,
                                        GDateTime      *now) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_diary_words_dup_clock   (GDateTime      *time) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_diary_words_dup_when    (GDateTime      *time,
                                        GDateTime      *now) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_diary_words_dup_covered (GDateTime      *time,
                                        GDateTime      *now) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_diary_words_dup_entry   (HcDiaryDesk    *desk,
                                        HcDiaryEntry   *entry) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_diary_words_for_group   (HcDiaryGroup    group);
const char *hc_diary_words_for_level   (HcRedFlagLevel  level);

G_END_DECLS
