/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-database-worker.h"
#include "hc-dose-log.h"

G_BEGIN_DECLS

HcDoseLog        *_hc_dose_log_new         (HcDatabaseWorker  *worker,
                                            HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
HcDatabaseWorker *_hc_dose_log_get_worker  (HcDoseLog         *self);
HcDoseRecord     *_hc_dose_log_read_row    (HcStatement       *statement,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *_hc_dose_log_read_rows   (HcStatement       *statement,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *_hc_dose_log_read_recent (HcDatabase        *database,
                                            GDateTime         *now,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              _hc_dose_log_fill        (HcDoseLog         *self,
                                            GPtrArray         *records);

G_END_DECLS
