/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-documents.h"
#include "hc-clock.h"
#include "hc-database-worker.h"

G_BEGIN_DECLS

HcAppointmentDocuments *_hc_appointment_documents_new (HcDatabaseWorker *worker,
                                                       HcClock          *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
