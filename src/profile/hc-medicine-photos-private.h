/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-database-worker.h"
#include "hc-medicine-photos.h"

G_BEGIN_DECLS

HcMedicinePhotos *_hc_medicine_photos_new (HcDatabaseWorker *worker,
                                           HcClock          *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
