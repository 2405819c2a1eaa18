/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-documents.h"

#include "hc-appointment-document-rows.h"
#include "hc-appointment-documents-private.h"

/**
 * HcAppointmentDocuments:
 *
 * Files that were copied to appointments. They are in the database, so that each backup has them; no content is
 * kept in memory.
 */
struct _HcAppointmentDocuments
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAppointmentDocuments, hc_appointment_documents, G_TYPE_OBJECT)

/* What is to be done. */
typedef struct
{
  char                  *key;      /* the id of an appointment or of a document */
  HcAppointmentDocument *document; /* or NULL */
  GDateTime             *now;
} Job;

static void
hc_appointment_documents_finalize (GObject *object)
{
  HcAppointmentDocuments *self = HC_APPOINTMENT_DOCUMENTS (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_appointment_documents_parent_class)->finalize (object);
}

static void
hc_appointment_documents_class_init (HcAppointmentDocumentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_appointment_documents_finalize;

  /**
   * HcAppointmentDocuments::changed:
   * @self: the documents
   * @appointment: the id of an appointment
   *
   * The appointment has one document more or less.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_appointment_documents_init (HcAppointmentDocuments *self)
{
}

/* Returns: (transfer full): the documents in the database of @worker */
HcAppointmentDocuments *
_hc_appointment_documents_new (HcDatabaseWorker *worker,
                               HcClock          *clock)
{
  HcAppointmentDocuments *self = g_object_new (HC_TYPE_APPOINTMENT_DOCUMENTS, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->key);
  g_clear_pointer (&job->document, hc_appointment_document_unref);
  g_date_time_unref (job->now);
  g_free (job);
}

static void
start (HcAppointmentDocuments *self,
       GTask                  *task,
       const char             *key,
       HcAppointmentDocument  *document,
       HcDatabaseJob           work,
       GDestroyNotify          free_result,
       GAsyncReadyCallback     done)
{
  Job *job = g_new0 (Job, 1);

  job->key = g_strdup (key);
  job->document = document != NULL ? hc_appointment_document_ref (document) : NULL;
  job->now = hc_clock_dup_time (self->clock);
  hc_database_worker_run_async (self->worker, work, job, job_free, free_result, done, task);
}

static GTask *
make_task (HcAppointmentDocuments *self,
           GCancellable           *cancellable,
           gpointer                tag,
           GAsyncReadyCallback     callback,
           gpointer                user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What is on the disk is there, however late somebody changed their mind. */
  g_task_set_check_cancellable (task, FALSE);

  return task;
}

static HcDatabaseWorker *
get_worker (GTask *task)
{
  return HC_APPOINTMENT_DOCUMENTS (g_task_get_source_object (task))->worker;
}

static gpointer
list (HcDatabase  *database,
      gpointer     data,
      GError     **error)
{
  return hc_appointment_document_rows_list (database, ((const Job *) data)->key, error);
}

static gpointer
load (HcDatabase  *database,
      gpointer     data,
      GError     **error)
{
  return hc_appointment_document_rows_load (database, ((const Job *) data)->key, error);
}

static gpointer
save (HcDatabase  *database,
      gpointer     data,
      GError     **error)
{
  const Job *job = data;

  hc_appointment_document_rows_save (database, job->document, job->now, error);

  return NULL;
}

static gpointer
remove_document (HcDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  hc_appointment_document_rows_remove (database, ((const Job *) data)->key, error);

  return NULL;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *documents = hc_database_worker_run_finish (get_worker (task), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, documents, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hc_appointment_documents_list_async:
 * @self: the documents
 * @appointment: the id of an appointment
 * @callback: called when the list was read
 * @user_data: passed to @callback
 */
void
hc_appointment_documents_list_async (HcAppointmentDocuments *self,
                                     const char             *appointment,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data)
{
  g_return_if_fail (HC_IS_APPOINTMENT_DOCUMENTS (self));
  g_return_if_fail (appointment != NULL);

  start (self, make_task (self, NULL, hc_appointment_documents_list_async, callback, user_data), appointment, NULL,
         list, (GDestroyNotify) g_ptr_array_unref, listed_cb);
}

static gpointer
finish_pointer (HcAppointmentDocuments  *self,
                GAsyncResult            *result,
                gpointer                 tag,
                GError                 **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_appointment_documents_list_finish:
 * @self: the documents
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcAppointmentDocument): its documents without their content, the
 *   oldest first
 */
GPtrArray *
hc_appointment_documents_list_finish (HcAppointmentDocuments  *self,
                                      GAsyncResult            *result,
                                      GError                 **error)
{
  return finish_pointer (self, result, hc_appointment_documents_list_async, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HcAppointmentDocument *document = hc_database_worker_run_finish (get_worker (task), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, document, (GDestroyNotify) hc_appointment_document_unref);
}

/**
 * hc_appointment_documents_load_async:
 * @self: the documents
 * @id: the id of a document
 * @callback: called when it was read
 * @user_data: passed to @callback
 */
void
hc_appointment_documents_load_async (HcAppointmentDocuments *self,
                                     const char             *id,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data)
{
  g_return_if_fail (HC_IS_APPOINTMENT_DOCUMENTS (self));
  g_return_if_fail (id != NULL);

  start (self, make_task (self, NULL, hc_appointment_documents_load_async, callback, user_data), id, NULL,
         load, (GDestroyNotify) hc_appointment_document_unref, loaded_cb);
}

/**
 * hc_appointment_documents_load_finish:
 * @self: the documents
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, of them %HC_DATABASE_ERROR_DAMAGED when the bytes are not those
 *   that were copied, or %G_IO_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the document with its content
 */
HcAppointmentDocument *
hc_appointment_documents_load_finish (HcAppointmentDocuments  *self,
                                      GAsyncResult            *result,
                                      GError                 **error)
{
  return finish_pointer (self, result, hc_appointment_documents_load_async, error);
}

static void
tell (GTask *task)
{
  HcAppointmentDocument *document = g_task_get_task_data (task);

  g_signal_emit (g_task_get_source_object (task), signals[CHANGED], 0, document->appointment);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcAppointmentDocument *document = g_task_get_task_data (task);
  GError *error = NULL;

  hc_database_worker_run_finish (get_worker (task), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  tell (task);
  g_task_return_pointer (task, hc_appointment_document_ref (document), (GDestroyNotify) hc_appointment_document_unref);
}

typedef struct
{
  GFile *file;
  char  *appointment;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->file);
  g_free (reading->appointment);
  g_free (reading);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Reading *reading = task_data;
  GError *error = NULL;
  HcAppointmentDocument *document = hc_appointment_document_read (reading->file, reading->appointment, cancellable,
                                                                  &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) hc_appointment_document_unref);
  else
    g_task_return_error (task, error);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcAppointmentDocuments *self = HC_APPOINTMENT_DOCUMENTS (source);
  GError *error = NULL;
  HcAppointmentDocument *document = g_task_propagate_pointer (G_TASK (result), &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, document, (GDestroyNotify) hc_appointment_document_unref);
  start (self, g_steal_pointer (&task), document->id, document, save, NULL, added_cb);
}

/**
 * hc_appointment_documents_add_async:
 * @self: the documents
 * @appointment: the id of an appointment, which need not be saved yet
 * @file: a file, which is copied
 * @cancellable: (nullable): stops the reading; what is on the disk stays
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 */
void
hc_appointment_documents_add_async (HcAppointmentDocuments *self,
                                    const char             *appointment,
                                    GFile                  *file,
                                    GCancellable           *cancellable,
                                    GAsyncReadyCallback     callback,
                                    gpointer                user_data)
{
  GTask *task;
  g_autoptr (GTask) thread = NULL;
  Reading *reading;

  g_return_if_fail (HC_IS_APPOINTMENT_DOCUMENTS (self));
  g_return_if_fail (appointment != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = make_task (self, cancellable, hc_appointment_documents_add_async, callback, user_data);
  thread = g_task_new (self, cancellable, file_read_cb, task);
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (file);
  reading->appointment = g_strdup (appointment);
  g_task_set_task_data (thread, reading, reading_free);
  g_task_run_in_thread (thread, read_in_thread);
}

/**
 * hc_appointment_documents_add_finish:
 * @self: the documents
 * @result: what the callback was given
 * @error: return location for an error of hc_appointment_document_read(), a %HC_DATABASE_ERROR, or
 *   %G_IO_ERROR_NO_SPACE when all documents are larger than %HC_APPOINTMENT_DOCUMENTS_MAX_BYTES
 *
 * Returns: (transfer full) (nullable): the document that is on the disk
 */
HcAppointmentDocument *
hc_appointment_documents_add_finish (HcAppointmentDocuments  *self,
                                     GAsyncResult            *result,
                                     GError                 **error)
{
  return finish_pointer (self, result, hc_appointment_documents_add_async, error);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  hc_database_worker_run_finish (get_worker (task), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  tell (task);
  g_task_return_boolean (task, TRUE);
}

static void
start_change (HcAppointmentDocuments *self,
              HcAppointmentDocument  *document,
              HcDatabaseJob           work,
              gpointer                tag,
              GAsyncReadyCallback     callback,
              gpointer                user_data)
{
  GTask *task = make_task (self, NULL, tag, callback, user_data);

  g_task_set_task_data (task, hc_appointment_document_ref (document), (GDestroyNotify) hc_appointment_document_unref);
  start (self, task, document->id, document, work, NULL, changed_cb);
}

static gboolean
finish (HcAppointmentDocuments  *self,
        GAsyncResult            *result,
        gpointer                 tag,
        GError                 **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_appointment_documents_save_async:
 * @self: the documents
 * @document: a document with its content, as hc_appointment_documents_load_finish() gives it
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Brings a document back that was removed.
 */
void
hc_appointment_documents_save_async (HcAppointmentDocuments *self,
                                     HcAppointmentDocument  *document,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data)
{
  g_return_if_fail (HC_IS_APPOINTMENT_DOCUMENTS (self));
  g_return_if_fail (document != NULL && document->content != NULL);

  start_change (self, document, save, hc_appointment_documents_save_async, callback, user_data);
}

/**
 * hc_appointment_documents_save_finish:
 * @self: the documents
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR or %G_IO_ERROR_NO_SPACE
 *
 * Returns: whether it is on the disk
 */
gboolean
hc_appointment_documents_save_finish (HcAppointmentDocuments  *self,
                                      GAsyncResult            *result,
                                      GError                 **error)
{
  return finish (self, result, hc_appointment_documents_save_async, error);
}

/**
 * hc_appointment_documents_remove_async:
 * @self: the documents
 * @document: one of them
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a document. To undo it, load it before and save it again.
 */
void
hc_appointment_documents_remove_async (HcAppointmentDocuments *self,
                                       HcAppointmentDocument  *document,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data)
{
  g_return_if_fail (HC_IS_APPOINTMENT_DOCUMENTS (self));
  g_return_if_fail (document != NULL);

  start_change (self, document, remove_document, hc_appointment_documents_remove_async, callback, user_data);
}

/**
 * hc_appointment_documents_remove_finish:
 * @self: the documents
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
hc_appointment_documents_remove_finish (HcAppointmentDocuments  *self,
                                        GAsyncResult            *result,
                                        GError                 **error)
{
  return finish (self, result, hc_appointment_documents_remove_async, error);
}
