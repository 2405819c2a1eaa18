/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-database-worker.h"
#include "hc-diary.h"

G_BEGIN_DECLS

HcDiary          *_hc_diary_new         (HcDatabaseWorker  *worker,
                                         HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
HcDatabaseWorker *_hc_diary_get_worker  (HcDiary           *self);
GPtrArray        *_hc_diary_read_recent (HcDatabase        *database,
                                         GDateTime         *now,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              _hc_diary_fill        (HcDiary           *self,
                                         GPtrArray         *entries);

G_END_DECLS
