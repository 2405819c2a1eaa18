/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-current-person.h"
#include "hc-red-flag-check.h"

G_BEGIN_DECLS

/* The kind of an entry that tells of an infusion; its text says of what. The library has no kinds of this id. */
#define HC_DIARY_INFUSION "infusion"
#define HC_DIARY_OXALIPLATIN "oxaliplatin"

#define HC_TYPE_DIARY_WATCH (hc_diary_watch_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryWatch, hc_diary_watch, HC, DIARY_WATCH, GObject)

HcDiaryWatch *hc_diary_watch_new               (HcDiaryBook          *book,
                                                HcProfile            *profile,
                                                HcCurrentPerson      *person,
                                                HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *hc_diary_watch_get_raised        (HcDiaryWatch         *self);
HcDiaryEntry *hc_diary_watch_get_entry         (HcDiaryWatch         *self,
                                                const HcDiaryReading *reading);
HcDiaryEntry *hc_diary_watch_get_infusion      (HcDiaryWatch         *self);
GDateTime    *hc_diary_watch_get_last_cold_day (HcDiaryWatch         *self);
const GError *hc_diary_watch_get_error         (HcDiaryWatch         *self);

G_END_DECLS
