/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A document may have so many bytes, and all of them together: a backup can be brought in again up to
 * HC_BACKUP_MAX_LENGTH, and there are copies of each day. */
#define HC_APPOINTMENT_DOCUMENT_MAX_BYTES (50 * 1024 * 1024)
#define HC_APPOINTMENT_DOCUMENTS_MAX_BYTES (200 * 1024 * 1024)

/**
 * HcAppointmentDocument:
 * @id: its id, a random UUID
 * @appointment: the id of the appointment that it belongs to
 * @name: the name of the file that it was copied from, without folders, valid UTF-8
 * @type: its content type
 * @size: how many bytes it has
 * @sha256: their checksum, in hexadecimal
 * @changed: (nullable): when it was copied, %NULL before that
 * @content: (nullable): the bytes; %NULL in lists
 *
 * A file that was copied to an appointment. It does not change.
 */
typedef struct
{
  char      *id;
  char      *appointment;
  char      *name;
  char      *type;
  gsize      size;
  char      *sha256;
  GDateTime *changed;
  GBytes    *content;
} HcAppointmentDocument;

HcAppointmentDocument *hc_appointment_document_read  (GFile                  *file,
                                                      const char             *appointment,
                                                      GCancellable           *cancellable,
                                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
HcAppointmentDocument *hc_appointment_document_ref   (HcAppointmentDocument  *self) G_GNUC_WARN_UNUSED_RESULT;
void                   hc_appointment_document_unref (HcAppointmentDocument  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcAppointmentDocument, hc_appointment_document_unref)

G_END_DECLS
