/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-document-rows.h"

#include <glib/gi18n.h>

#include "hc-text.h"
#include "hc-timestamp.h"

static HcAppointmentDocument *
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autoptr (GDateTime) changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error);
  HcAppointmentDocument *document;

  if (changed == NULL)
    return NULL;

  document = g_atomic_rc_box_new0 (HcAppointmentDocument);
  document->id = hc_text_dup_valid (hc_statement_get_text (statement, "id"));
  document->appointment = hc_text_dup_valid (hc_statement_get_text (statement, "appointment"));
  document->name = hc_text_dup_valid (hc_statement_get_text (statement, "name"));
  document->type = hc_text_dup_valid (hc_statement_get_text (statement, "type"));
  document->size = (gsize) hc_statement_get_int64 (statement, "size");
  document->sha256 = hc_text_dup_valid (hc_statement_get_text (statement, "sha256"));
  document->changed = g_steal_pointer (&changed);

  return document;
}

/**
 * hc_appointment_document_rows_list:
 * @database: the database of a profile
 * @appointment: the id of an appointment
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcAppointmentDocument): its documents without their content, the
 *   oldest first
 */
GPtrArray *
hc_appointment_document_rows_list (HcDatabase  *database,
                                   const char  *appointment,
                                   GError     **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_appointment_document_unref);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  statement = hc_database_prepare (database,
                                   "SELECT id, appointment, name, type, size, sha256, changed"
                                   " FROM appointment_document WHERE appointment = :key ORDER BY changed, rowid",
                                   error);
  if (statement == NULL || !hc_text_bind (statement, ":key", appointment, error))
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcAppointmentDocument *document = read_row (statement, error);

      if (document == NULL)
        return NULL;

      g_ptr_array_add (documents, document);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&documents) : NULL;
}

/**
 * hc_appointment_document_rows_load:
 * @database: the database of a profile
 * @id: the id of a document
 * @error: return location for a %HC_DATABASE_ERROR or %G_IO_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the document with its content, whose checksum is right
 */
HcAppointmentDocument *
hc_appointment_document_rows_load (HcDatabase  *database,
                                   const char  *id,
                                   GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (HcAppointmentDocument) document = NULL;
  g_autofree char *sha256 = NULL;
  const guint8 *bytes;
  gsize length;

  statement = hc_database_prepare (database, "SELECT * FROM appointment_document WHERE id = :key", error);
  if (statement == NULL || !hc_text_bind (statement, ":key", id, error))
    return NULL;

  switch (hc_statement_step (statement, error))
    {
    case HC_STEP_ROW:
      break;
    case HC_STEP_DONE:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The document is not there any more"));
      return NULL;
    case HC_STEP_ERROR:
    default:
      return NULL;
    }

  document = read_row (statement, error);
  if (document == NULL)
    return NULL;

  bytes = hc_statement_get_bytes (statement, "content", &length);
  document->content = g_bytes_new (bytes, length);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->content);

  if (g_strcmp0 (sha256, document->sha256) != 0)
    {
      g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED, _("The document is damaged"));
      return NULL;
    }

  return g_steal_pointer (&document);
}

/* The limit is for all together, and is looked at where nobody else writes. */
static gboolean
check_room (HcDatabase                   *database,
            const HcAppointmentDocument  *document,
            GError                      **error)
{
  g_autoptr (HcStatement) statement = NULL;
  g_autofree char *limit = NULL;

  statement = hc_database_prepare (database,
                                   "SELECT coalesce (sum (size), 0) AS n FROM appointment_document WHERE id != :id",
                                   error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":id", document->id);
  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return FALSE;

  if ((guint64) hc_statement_get_int64 (statement, "n") + document->size <= HC_APPOINTMENT_DOCUMENTS_MAX_BYTES)
    return TRUE;

  limit = g_format_size_full (HC_APPOINTMENT_DOCUMENTS_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, as 200 MiB. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               _("All documents together may not be larger than %s. Remove some that you do not need any more"), limit);

  return FALSE;
}

/**
 * hc_appointment_document_rows_save:
 * @database: the database of a profile
 * @document: a document with its content
 * @now: the time
 * @error: return location for a %HC_DATABASE_ERROR or %G_IO_ERROR_NO_SPACE
 *
 * Returns: whether it is there
 */
gboolean
hc_appointment_document_rows_save (HcDatabase             *database,
                                   HcAppointmentDocument  *document,
                                   GDateTime              *now,
                                   GError                **error)
{
  g_autoptr (HcStatement) statement = NULL;
  const guint8 *bytes;
  gsize length;

  if (!check_room (database, document, error))
    return FALSE;

  statement = hc_database_prepare (database,
                                   "INSERT INTO appointment_document"
                                   " (id, appointment, name, type, size, sha256, changed, content)"
                                   " VALUES (:id, :appointment, :name, :type, :size, :sha256,"
                                   "         coalesce (:changed, :now), :content)"
                                   " ON CONFLICT (id) DO NOTHING",
                                   error);
  if (statement == NULL)
    return FALSE;

  bytes = g_bytes_get_data (document->content, &length);
  hc_statement_bind_text (statement, ":id", document->id);
  hc_statement_bind_text (statement, ":type", document->type);
  hc_statement_bind_text (statement, ":sha256", document->sha256);
  hc_statement_bind_int64 (statement, ":size", (gint64) document->size);
  hc_statement_bind_bytes (statement, ":content", length > 0 ? bytes : (const guint8 *) "", length);
  hc_timestamp_bind (statement, ":changed", document->changed);
  hc_timestamp_bind (statement, ":now", now);

  return hc_text_bind (statement, ":appointment", document->appointment, error) &&
         hc_text_bind (statement, ":name", document->name, error) &&
         hc_statement_run (statement, error);
}

/**
 * hc_appointment_document_rows_remove:
 * @database: the database of a profile
 * @id: the id of a document
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
hc_appointment_document_rows_remove (HcDatabase  *database,
                                     const char  *id,
                                     GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, "DELETE FROM appointment_document WHERE id = :key", error);

  return statement != NULL && hc_text_bind (statement, ":key", id, error) && hc_statement_run (statement, error);
}

/**
 * hc_appointment_document_rows_prune:
 * @database: the database of a profile
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Removes the documents of appointments that were removed. While the program runs they stay, so that an appointment
 * that comes back has them.
 *
 * Returns: whether they are gone
 */
gboolean
hc_appointment_document_rows_prune (HcDatabase  *database,
                                    GError     **error)
{
  return hc_database_execute (database, "DELETE FROM appointment_document"
                              "  WHERE appointment NOT IN (SELECT id FROM appointment)", error);
}
