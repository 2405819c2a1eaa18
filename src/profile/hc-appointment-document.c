/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-file-reader.h"

#define MAX_NAME 255

/**
 * hc_appointment_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
HcAppointmentDocument *
hc_appointment_document_ref (HcAppointmentDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HcAppointmentDocument *self = data;

  g_free (self->id);
  g_free (self->appointment);
  g_free (self->name);
  g_free (self->type);
  g_free (self->sha256);
  g_clear_pointer (&self->changed, g_date_time_unref);
  g_clear_pointer (&self->content, g_bytes_unref);
}

/**
 * hc_appointment_document_unref:
 * @self: (transfer full): a document
 */
void
hc_appointment_document_unref (HcAppointmentDocument *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* The name as text, and not longer than a file may be named. */
static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_basename (base) : NULL;
  const char *end;

  if (name == NULL || *name == '\0')
    return g_strdup (_("Document"));

  for (char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || *p == '/')
      *p = '_';

  if (strlen (name) > MAX_NAME)
    {
      end = g_utf8_find_prev_char (name, name + MAX_NAME + 1);
      name[end != NULL ? end - name : 0] = '\0';
    }

  return g_steal_pointer (&name);
}

/**
 * hc_appointment_document_read:
 * @file: a file
 * @appointment: the id of an appointment
 * @cancellable: (nullable): stops the reading
 * @error: return location for a %G_IO_ERROR with words for the person: %G_IO_ERROR_MESSAGE_TOO_LARGE for more than
 *   %HC_APPOINTMENT_DOCUMENT_MAX_BYTES, %G_IO_ERROR_TOO_MANY_LINKS for a link that loops,
 *   %G_IO_ERROR_IS_DIRECTORY, %G_IO_ERROR_NOT_REGULAR_FILE for pipes and devices
 *
 * Reads a file whole. To be called in a thread.
 *
 * Returns: (transfer full) (nullable): a document with its content, which is not saved
 */
HcAppointmentDocument *
hc_appointment_document_read (GFile         *file,
                              const char    *appointment,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (GBytes) content = NULL;
  HcAppointmentDocument *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (appointment != NULL, NULL);

  content = hc_file_read_all (file, HC_APPOINTMENT_DOCUMENT_MAX_BYTES, cancellable, error);
  if (content == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (HcAppointmentDocument);
  self->id = g_uuid_string_random ();
  self->appointment = g_strdup (appointment);
  self->name = dup_name (file);
  self->type = g_content_type_guess (self->name, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL);
  self->size = g_bytes_get_size (content);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  self->content = g_steal_pointer (&content);

  return self;
}
