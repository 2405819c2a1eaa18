/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-photos.h"

#include "hc-medicine-photos-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcMedicinePhotos:
 *
 * Photos of the boxes of medicines, at most one of each. None is kept in memory.
 */
struct _HcMedicinePhotos
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

G_DEFINE_FINAL_TYPE (HcMedicinePhotos, hc_medicine_photos, G_TYPE_OBJECT)

/* What is to be done with the photo of a medicine. */
typedef struct
{
  char      *medicine;
  GBytes    *jpeg; /* NULL where none is saved */
  GDateTime *now;
} Job;

static void
hc_medicine_photos_finalize (GObject *object)
{
  HcMedicinePhotos *self = HC_MEDICINE_PHOTOS (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_medicine_photos_parent_class)->finalize (object);
}

static void
hc_medicine_photos_class_init (HcMedicinePhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_medicine_photos_finalize;

  /**
   * HcMedicinePhotos::changed:
   * @self: the photos
   * @medicine: the id of a medicine
   *
   * The disk holds another photo of the medicine, or none any more.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_medicine_photos_init (HcMedicinePhotos *self)
{
}

/* Returns: (transfer full): the photos in the database of @worker */
HcMedicinePhotos *
_hc_medicine_photos_new (HcDatabaseWorker *worker,
                         HcClock          *clock)
{
  HcMedicinePhotos *self = g_object_new (HC_TYPE_MEDICINE_PHOTOS, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

static Job *
job_new (HcMedicinePhotos *self,
         const char       *medicine,
         GBytes           *jpeg)
{
  Job *job = g_new0 (Job, 1);

  job->medicine = g_strdup (medicine);
  job->jpeg = jpeg != NULL ? g_bytes_ref (jpeg) : NULL;
  job->now = hc_clock_dup_time (self->clock);

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->medicine);
  g_clear_pointer (&job->jpeg, g_bytes_unref);
  g_date_time_unref (job->now);
  g_free (job);
}

/* Work on a photo. The id of the medicine goes with the task, for the signal. */
static void
start (HcMedicinePhotos    *self,
       const char          *medicine,
       GBytes              *jpeg,
       HcDatabaseJob        work,
       GAsyncReadyCallback  done,
       gpointer             tag,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_strdup (medicine), g_free);
  hc_database_worker_run_async (self->worker, work, job_new (self, medicine, jpeg), job_free,
                                (GDestroyNotify) g_bytes_unref, done, task);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcMedicinePhotos *self = g_task_get_source_object (task);
  GError *error = NULL;
  GBytes *jpeg = hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, jpeg, (GDestroyNotify) g_bytes_unref);
}

static gpointer
load (HcDatabase  *database,
      gpointer     data,
      GError     **error)
{
  const Job *job = data;
  g_autoptr (HcStatement) statement = NULL;
  const guint8 *bytes;
  gsize length;

  statement = hc_database_prepare (database, "SELECT image FROM medicine_photo WHERE medicine = :medicine", error);
  if (statement == NULL || !hc_text_bind (statement, ":medicine", job->medicine, error) ||
      hc_statement_step (statement, error) != HC_STEP_ROW)
    return NULL;

  bytes = hc_statement_get_bytes (statement, "image", &length);

  return g_bytes_new (bytes, length);
}

/**
 * hc_medicine_photos_load_async:
 * @self: the photos
 * @medicine: the id of a medicine
 * @callback: called when it was read
 * @user_data: passed to @callback
 */
void
hc_medicine_photos_load_async (HcMedicinePhotos    *self,
                               const char          *medicine,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (HC_IS_MEDICINE_PHOTOS (self));
  g_return_if_fail (medicine != NULL);

  start (self, medicine, NULL, load, loaded_cb, hc_medicine_photos_load_async, callback, user_data);
}

/**
 * hc_medicine_photos_load_finish:
 * @self: the photos
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the photo as a JPEG file; %NULL without an error when there is none
 */
GBytes *
hc_medicine_photos_load_finish (HcMedicinePhotos  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_medicine_photos_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcMedicinePhotos *self = g_task_get_source_object (task);
  GError *error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_emit (self, signals[CHANGED], 0, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/* The first bytes of a JPEG file; what else the file holds is up to whoever made it. */
static gboolean
check_jpeg (GBytes  *jpeg,
            GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (jpeg, &length);

  if (length > 3 && length <= HC_MEDICINE_PHOTOS_MAX_BYTES && bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff)
    return TRUE;

  g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT,
                       "The photo is no JPEG file, or too large");
  return FALSE;
}

static gpointer
save (HcDatabase  *database,
      gpointer     data,
      GError     **error)
{
  const Job *job = data;
  g_autoptr (HcStatement) statement = NULL;
  const guint8 *bytes;
  gsize length;

  if (!check_jpeg (job->jpeg, error))
    return NULL;

  statement = hc_database_prepare (database,
                                   "INSERT INTO medicine_photo (medicine, image, changed)"
                                   " VALUES (:medicine, :image, :now)"
                                   " ON CONFLICT (medicine) DO UPDATE SET"
                                   "   image = excluded.image, changed = excluded.changed",
                                   error);
  if (statement == NULL)
    return NULL;

  bytes = g_bytes_get_data (job->jpeg, &length);
  hc_statement_bind_bytes (statement, ":image", bytes, length);
  hc_timestamp_bind (statement, ":now", job->now);
  if (hc_text_bind (statement, ":medicine", job->medicine, error))
    hc_statement_run (statement, error);

  return NULL;
}

/**
 * hc_medicine_photos_save_async:
 * @self: the photos
 * @medicine: the id of a medicine, which need not be saved yet
 * @jpeg: a JPEG file of %HC_MEDICINE_PHOTOS_MAX_BYTES at most
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a photo in place of the one that there was.
 */
void
hc_medicine_photos_save_async (HcMedicinePhotos    *self,
                               const char          *medicine,
                               GBytes              *jpeg,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (HC_IS_MEDICINE_PHOTOS (self));
  g_return_if_fail (medicine != NULL);
  g_return_if_fail (jpeg != NULL);

  start (self, medicine, jpeg, save, changed_cb, hc_medicine_photos_save_async, callback, user_data);
}

static gboolean
finish (HcMedicinePhotos  *self,
        GAsyncResult      *result,
        gpointer           tag,
        GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_medicine_photos_save_finish:
 * @self: the photos
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, of them %HC_DATABASE_ERROR_CONSTRAINT for what is no JPEG
 *   file or too large
 *
 * Returns: whether it is on the disk; if not, the photo that there was still is
 */
gboolean
hc_medicine_photos_save_finish (HcMedicinePhotos  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return finish (self, result, hc_medicine_photos_save_async, error);
}

static gpointer
remove_photo (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Job *job = data;
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, "DELETE FROM medicine_photo WHERE medicine = :medicine", error);
  if (statement != NULL && hc_text_bind (statement, ":medicine", job->medicine, error))
    hc_statement_run (statement, error);

  return NULL;
}

/**
 * hc_medicine_photos_remove_async:
 * @self: the photos
 * @medicine: the id of a medicine
 * @callback: (nullable): called when there is none any more, or it could not be removed
 * @user_data: passed to @callback
 *
 * Removes the photo of a medicine, if there is one. To undo it, load it before and save it again.
 */
void
hc_medicine_photos_remove_async (HcMedicinePhotos    *self,
                                 const char          *medicine,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (HC_IS_MEDICINE_PHOTOS (self));
  g_return_if_fail (medicine != NULL);

  start (self, medicine, NULL, remove_photo, changed_cb, hc_medicine_photos_remove_async, callback, user_data);
}

/**
 * hc_medicine_photos_remove_finish:
 * @self: the photos
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether there is none any more
 */
gboolean
hc_medicine_photos_remove_finish (HcMedicinePhotos  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return finish (self, result, hc_medicine_photos_remove_async, error);
}
