/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-document.h"
#include "hc-database.h"

G_BEGIN_DECLS

/* What HcAppointmentDocuments does in the thread of the database. */

GPtrArray             *hc_appointment_document_rows_list   (HcDatabase             *database,
                                                            const char             *appointment,
                                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
HcAppointmentDocument *hc_appointment_document_rows_load   (HcDatabase             *database,
                                                            const char             *id,
                                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean               hc_appointment_document_rows_save   (HcDatabase             *database,
                                                            HcAppointmentDocument  *document,
                                                            GDateTime              *now,
                                                            GError                **error);
gboolean               hc_appointment_document_rows_remove (HcDatabase             *database,
                                                            const char             *id,
                                                            GError                **error);
gboolean               hc_appointment_document_rows_prune  (HcDatabase             *database,
                                                            GError                **error);

G_END_DECLS
