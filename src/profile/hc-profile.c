/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile.h"

#include "hc-appointment-documents-private.h"
#include "hc-database-worker.h"
#include "hc-diary-private.h"
#include "hc-dose-log-private.h"
#include "hc-medicine-photos-private.h"
#include "hc-profile-files.h"
#include "hc-profile-opener.h"
#include "hc-profile-private.h"
#include "hc-profile-scripts.h"
#include "hc-read-posts-private.h"
#include "hc-reading-store-private.h"

/* The stores of which each keeps the rows of one kind. */
static GType (*const store_types[]) (void) = {
  hc_note_store_get_type,
  hc_bookmark_store_get_type,
  hc_person_store_get_type,
  hc_quiz_answer_store_get_type,
  hc_care_question_store_get_type,
  hc_medicine_store_get_type,
  hc_drug_review_store_get_type,
  hc_care_contact_store_get_type,
  hc_alert_store_get_type,
  hc_saved_trial_store_get_type,
  hc_subscription_store_get_type,
  hc_saved_post_store_get_type,
  hc_clinic_store_get_type,
  hc_appointment_store_get_type,
};

#define N_STORES G_N_ELEMENTS (store_types)

/**
 * HcProfile:
 *
 * The person's own data: a folder with one database and its backups. The stores are there from the
 * start and are filled when the database is open. All work with files is done in threads; the
 * methods are for the main thread.
 */
struct _HcProfile
{
  GObject           parent_instance;

  char             *folder;
  HcClock          *clock;
  HcDatabaseWorker *worker;

  HcStore          *stores[N_STORES];
  HcReadingStore   *reading;
  HcReadPosts      *read_posts;
  HcDoseLog        *dose_log;
  HcDiary          *diary;
  HcMedicinePhotos *medicine_photos;
  HcAppointmentDocuments *appointment_documents;

  HcProfileState    state;
  GError           *error;     /* set while the state is FAILED */
  gboolean          is_closed; /* by hc_profile_close() */

  int               lock;      /* of the folder, -1 for none; touched by the thread of the worker */
};

enum {
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (HcProfileState, hc_profile_state,
                    G_DEFINE_ENUM_VALUE (HC_PROFILE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (HC_PROFILE_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (HC_PROFILE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (HC_PROFILE_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (HcProfile, hc_profile, G_TYPE_OBJECT)

static void
hc_profile_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, HC_PROFILE (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* The stores may live longer than the profile and keep the worker alive. */
static void
let_go_of_files (HcProfile *self)
{
  hc_database_worker_stop (self->worker);
  hc_profile_files_unlock (&self->lock);
}

static void
hc_profile_finalize (GObject *object)
{
  HcProfile *self = HC_PROFILE (object);

  let_go_of_files (self);

  for (guint i = 0; i < N_STORES; i++)
    g_clear_object (&self->stores[i]);

  g_clear_object (&self->reading);
  g_clear_object (&self->read_posts);
  g_clear_object (&self->dose_log);
  g_clear_object (&self->diary);
  g_clear_object (&self->medicine_photos);
  g_clear_object (&self->appointment_documents);
  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_clear_error (&self->error);
  g_free (self->folder);

  G_OBJECT_CLASS (hc_profile_parent_class)->finalize (object);
}

static void
hc_profile_class_init (HcProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_profile_get_property;
  object_class->finalize = hc_profile_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL,
                                              HC_TYPE_PROFILE_STATE, HC_PROFILE_CLOSED,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The linker leaves out of a static library what nobody calls, a constructor too. */
  hc_profile_scripts_register_resource ();
}

static void
hc_profile_init (HcProfile *self)
{
  self->lock = -1;
}

/**
 * hc_profile_new:
 * @folder: (type filename): the folder of the profile; it need not exist
 * @clock: the clock for the times of notes and backups
 *
 * Returns: (transfer full): a profile that is not open yet
 */
HcProfile *
hc_profile_new (const char *folder,
                HcClock    *clock)
{
  HcProfile *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_PROFILE, NULL);
  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  self->worker = hc_database_worker_new ("profile");

  for (guint i = 0; i < N_STORES; i++)
    self->stores[i] = hc_store_new (store_types[i] (), self->worker, clock);

  self->reading = _hc_reading_store_new (self->worker, clock);
  self->read_posts = _hc_read_posts_new (self->worker, clock);
  self->dose_log = _hc_dose_log_new (self->worker, clock);
  self->diary = _hc_diary_new (self->worker, clock);
  self->medicine_photos = _hc_medicine_photos_new (self->worker, clock);
  self->appointment_documents = _hc_appointment_documents_new (self->worker, clock);

  return self;
}

/**
 * hc_profile_get_folder:
 * @self: a profile
 *
 * Returns: (type filename): its folder
 */
const char *
hc_profile_get_folder (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->folder;
}

/**
 * hc_profile_get_state:
 * @self: a profile
 *
 * Returns: whether it is open
 */
HcProfileState
hc_profile_get_state (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), HC_PROFILE_CLOSED);

  return self->state;
}

/**
 * hc_profile_get_error:
 * @self: a profile
 *
 * Returns: (nullable) (transfer none): why it could not be opened, a %HC_DATABASE_ERROR, while the
 *   state is %HC_PROFILE_FAILED
 */
const GError *
hc_profile_get_error (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->error;
}

/* Each store has a type of its own. */
HcStore *
_hc_profile_get_store (HcProfile *self,
                       GType      type)
{
  for (guint i = 0; i < N_STORES; i++)
    if (G_OBJECT_TYPE (self->stores[i]) == type)
      return self->stores[i];

  g_return_val_if_reached (NULL);
}

/**
 * hc_profile_get_reading:
 * @self: a profile
 *
 * Returns: (transfer none): the reading places, the same object at all times
 */
HcReadingStore *
hc_profile_get_reading (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->reading;
}

/**
 * hc_profile_get_read_posts:
 * @self: a profile
 *
 * Returns: (transfer none): what was read of feeds, the same object at all times
 */
HcReadPosts *
hc_profile_get_read_posts (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->read_posts;
}

/**
 * hc_profile_get_dose_log:
 * @self: a profile
 *
 * Returns: (transfer none): what was done with doses, the same object at all times
 */
HcDoseLog *
hc_profile_get_dose_log (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->dose_log;
}

/**
 * hc_profile_get_diary:
 * @self: a profile
 *
 * Returns: (transfer none): the diary, the same object at all times
 */
HcDiary *
hc_profile_get_diary (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->diary;
}

/**
 * hc_profile_get_medicine_photos:
 * @self: a profile
 *
 * Returns: (transfer none): the photos of the boxes of medicines, the same object at all times
 */
HcMedicinePhotos *
hc_profile_get_medicine_photos (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->medicine_photos;
}

/**
 * hc_profile_get_appointment_documents:
 * @self: a profile
 *
 * Returns: (transfer none): the documents of the appointments, the same object at all times
 */
HcAppointmentDocuments *
hc_profile_get_appointment_documents (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return self->appointment_documents;
}

static void
set_state (HcProfile      *self,
           HcProfileState  state,
           const GError   *error)
{
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* One opening. It belongs to the task in the main thread, which keeps the profile alive; the thread
 * of the worker writes the contents into it before the main thread looks. */
typedef struct
{
  HcProfile         *profile;
  HcProfileOpenFunc  func;
  gpointer           data;
  GDestroyNotify     free_data;
  GDateTime         *now;

  GPtrArray         *items[N_STORES];
  GPtrArray         *places;
  GHashTable        *read_posts;
  GPtrArray         *doses;   /* the recent ones */
  GPtrArray         *entries; /* of the diary, the recent ones */
} Opening;

static void
opening_free (Opening *opening)
{
  if (opening->free_data != NULL)
    opening->free_data (opening->data);

  g_clear_pointer (&opening->now, g_date_time_unref);
  g_clear_pointer (&opening->places, g_ptr_array_unref);
  g_clear_pointer (&opening->read_posts, g_hash_table_unref);
  g_clear_pointer (&opening->doses, g_ptr_array_unref);
  g_clear_pointer (&opening->entries, g_ptr_array_unref);

  for (guint i = 0; i < N_STORES; i++)
    g_clear_pointer (&opening->items[i], g_ptr_array_unref);

  g_free (opening);
}

static gboolean
read_content (Opening     *opening,
              HcDatabase  *database,
              GError     **error)
{
  for (guint i = 0; i < N_STORES; i++)
    if ((opening->items[i] = hc_store_read_all (opening->profile->stores[i], database, error)) == NULL)
      return FALSE;

  return (opening->places = _hc_reading_store_read_all (database, error)) != NULL &&
         (opening->read_posts = _hc_read_posts_read_all (database, error)) != NULL &&
         (opening->doses = _hc_dose_log_read_recent (database, opening->now, error)) != NULL &&
         (opening->entries = _hc_diary_read_recent (database, opening->now, error)) != NULL;
}

/* Called in any thread, while somebody else keeps the profile.
 *
 * Returns: whether the stores could show what is in @database */
gboolean
_hc_profile_can_read (HcProfile   *self,
                      HcDatabase  *database,
                      GError     **error)
{
  Opening *opening = g_new0 (Opening, 1);
  gboolean readable;

  opening->profile = self;
  opening->now = hc_clock_dup_time (self->clock);
  readable = read_content (opening, database, error);
  opening_free (opening);

  return readable;
}

static HcDatabase *
open_and_read (gpointer   data,
               GError   **error)
{
  Opening *opening = data;
  HcProfile *self = opening->profile;
  g_autoptr (HcDatabase) database = NULL;

  database = opening->func (self->folder, opening->now, &self->lock, opening->data, error);
  if (database == NULL || !read_content (opening, database, error))
    return NULL;

  /* Only what could be read to the end takes the place of an older copy. */
  hc_profile_opener_make_daily_backup (self->folder, database, opening->now);

  return g_steal_pointer (&database);
}

static void
return_closed (GTask *task)
{
  g_task_return_new_error_literal (task, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED,
                                   "The profile was closed");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcProfile *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean opened = hc_database_worker_open_finish (self->worker, result, &error);

  /* It was open for the saves that waited for it, and is not any more. */
  if (self->is_closed)
    {
      return_closed (task);
      return;
    }

  for (guint i = 0; i < N_STORES; i++)
    hc_store_fill (self->stores[i], opened ? opening->items[i] : NULL);

  _hc_reading_store_fill (self->reading, opened ? opening->places : NULL);
  _hc_read_posts_fill (self->read_posts, opened ? opening->read_posts : NULL);
  _hc_dose_log_fill (self->dose_log, opened ? opening->doses : NULL);
  _hc_diary_fill (self->diary, opened ? opening->entries : NULL);
  set_state (self, opened ? HC_PROFILE_READY : HC_PROFILE_FAILED, error);

  if (opened)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Opens the profile with a function of one's own, in the thread of the worker. @data is freed with the
 * task; the stores are filled and the state is set before that returns. */
void
_hc_profile_open_with_async (HcProfile           *self,
                             HcProfileOpenFunc    func,
                             gpointer             data,
                             GDestroyNotify       free_data,
                             gpointer             tag,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->profile = self;
  opening->func = func;
  opening->data = data;
  opening->free_data = free_data;
  opening->now = hc_clock_dup_time (self->clock);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_set_source_tag (task, tag);

  if (self->is_closed)
    {
      return_closed (task);
      return;
    }

  if (self->state == HC_PROFILE_OPENING)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                                       "The profile is being opened already");
      return;
    }

  set_state (self, HC_PROFILE_OPENING, NULL);
  hc_database_worker_open_async (self->worker, open_and_read, opening, NULL, opened_cb,
                                 g_steal_pointer (&task));
}

gboolean
_hc_profile_open_with_finish (HcProfile     *self,
                              GAsyncResult  *result,
                              gpointer       tag,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Returns: the worker whose database this is */
HcDatabaseWorker *
_hc_profile_get_worker (HcProfile *self)
{
  return self->worker;
}

/* Returns: the clock for all times */
HcClock *
_hc_profile_get_clock (HcProfile *self)
{
  return self->clock;
}

static HcDatabase *
open_present (const char  *folder,
              GDateTime   *now,
              int         *lock,
              gpointer     data,
              GError     **error)
{
  return hc_profile_opener_open (folder, HC_PROFILE_OPENING_PRESENT, NULL, now, lock, error);
}

/**
 * hc_profile_open_async:
 * @self: a profile that is not being opened
 * @callback: (nullable): called when it is %HC_PROFILE_READY or %HC_PROFILE_FAILED
 * @user_data: passed to @callback
 *
 * Opens the profile, once more where it failed or is open. What is saved in the meantime waits for
 * the file to be open. After hc_profile_close() it fails with %HC_DATABASE_ERROR_CLOSED.
 */
void
hc_profile_open_async (HcProfile           *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (HC_IS_PROFILE (self));

  _hc_profile_open_with_async (self, open_present, NULL, NULL, hc_profile_open_async, callback, user_data);
}

/**
 * hc_profile_open_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, or %G_IO_ERROR_PENDING when it was being opened
 *
 * Returns: whether the profile is open; if not, its file has not changed
 */
gboolean
hc_profile_open_finish (HcProfile     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return _hc_profile_open_with_finish (self, result, hc_profile_open_async, error);
}

/**
 * hc_profile_close:
 * @self: a profile in any state
 *
 * Closes the profile for good: waits until all that was handed over is done, closes the file and
 * lets other processes have the folder. The state is %HC_PROFILE_CLOSED from then on. The answers to
 * what was saved before still come and still change the stores, which keep what they show. What is
 * saved or opened afterwards fails with %HC_DATABASE_ERROR_CLOSED, and so does an opening that was
 * under way. To open the folder again, make another profile. A second call does nothing.
 */
void
hc_profile_close (HcProfile *self)
{
  g_return_if_fail (HC_IS_PROFILE (self));

  let_go_of_files (self);
  self->is_closed = TRUE;
  set_state (self, HC_PROFILE_CLOSED, NULL);
}
