/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-operations.h"

#include <glib/gi18n.h>

/* What is done to a medicine, with all that was told of it before and after. */

#define HC_TYPE_MEDICINE_CHANGE (hc_medicine_change_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineChange, hc_medicine_change, HC, MEDICINE_CHANGE, GObject)

struct _HcMedicineChange
{
  GObject           parent_instance;

  HcMedicinePhotos *photos;
  HcMedicine       *medicine;
  HcMedicine       *before;       /* what it said; NULL: it is not in the list */
  HcMedicine       *after;        /* likewise; both NULL: only the photo changes */
  gboolean          has_photo;    /* whether the photo changes, too */
  GBytes           *photo_before; /* NULL: none */
  GBytes           *photo_after;  /* likewise */
};

G_DEFINE_FINAL_TYPE (HcMedicineChange, hc_medicine_change, G_TYPE_OBJECT)

/* Where a change is to lead. */
typedef struct
{
  HcMedicineChange *change;
  gboolean          is_undo;
} Step;

static void
hc_medicine_change_finalize (GObject *object)
{
  HcMedicineChange *self = HC_MEDICINE_CHANGE (object);

  g_clear_object (&self->photos);
  g_clear_object (&self->medicine);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->photo_before, g_bytes_unref);
  g_clear_pointer (&self->photo_after, g_bytes_unref);

  G_OBJECT_CLASS (hc_medicine_change_parent_class)->finalize (object);
}

static void
hc_medicine_change_class_init (HcMedicineChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_medicine_change_finalize;
}

static void
hc_medicine_change_init (HcMedicineChange *self)
{
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->change);
  g_free (step);
}

static void
write_photo (HcMedicineChange    *self,
             GBytes              *photo,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  const char *id = hc_medicine_get_id (self->medicine);

  if (photo != NULL)
    hc_medicine_photos_save_async (self->photos, id, photo, callback, user_data);
  else
    hc_medicine_photos_remove_async (self->photos, id, callback, user_data);
}

static gboolean
write_photo_finish (HcMedicineChange  *self,
                    GBytes            *photo,
                    GAsyncResult      *result,
                    GError           **error)
{
  return photo != NULL ? hc_medicine_photos_save_finish (self->photos, result, error)
                       : hc_medicine_photos_remove_finish (self->photos, result, error);
}

static GBytes *
get_photo (const Step *step)
{
  return step->is_undo ? step->change->photo_before : step->change->photo_after;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Step *step = g_task_get_task_data (task);
  HcMedicineChange *self = step->change;
  HcMedicineStore *store = HC_MEDICINE_STORE (source);
  gboolean is_removal = (step->is_undo ? self->before : self->after) == NULL;
  GError *error = NULL;

  if (is_removal ? hc_medicine_store_remove_finish (store, result, &error)
                 : hc_medicine_store_save_finish (store, result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* All or nothing. */
  if (self->has_photo)
    write_photo (self, step->is_undo ? self->photo_after : self->photo_before, NULL, NULL);
  g_task_return_error (task, error);
}

static void
write_details (GTask *task)
{
  const Step *step = g_task_get_task_data (task);
  HcMedicineChange *self = step->change;
  HcMedicineStore *store = g_task_get_source_object (task);
  HcMedicine *wanted = step->is_undo ? self->before : self->after;

  if (wanted != NULL)
    {
      hc_medicine_store_save_async (store, self->medicine, hc_medicine_get_details (wanted), written_cb, task);
    }
  else if (self->before != NULL || self->after != NULL)
    {
      hc_medicine_store_remove_async (store, self->medicine, written_cb, task);
    }
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static void
photo_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask *task = user_data;
  const Step *step = g_task_get_task_data (task);
  GError *error = NULL;

  if (write_photo_finish (step->change, get_photo (step), result, &error))
    {
      write_details (task);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

/* The photo that there is comes back when the change is undone. */
static void
photo_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  const Step *step = g_task_get_task_data (task);
  HcMedicineChange *self = step->change;
  GError *error = NULL;

  g_clear_pointer (&self->photo_before, g_bytes_unref);
  self->photo_before = hc_medicine_photos_load_finish (self->photos, result, &error);
  if (error == NULL)
    {
      write_photo (self, self->photo_after, photo_written_cb, task);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
start (GObject             *store,
       GObject             *item,
       gboolean             is_undo,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  HcMedicineChange *self = HC_MEDICINE_CHANGE (item);
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Step *step = g_new0 (Step, 1);

  step->change = g_object_ref (self);
  step->is_undo = is_undo;
  g_task_set_task_data (task, step, step_free);

  if (!self->has_photo)
    write_details (task);
  else if (is_undo)
    write_photo (self, self->photo_before, photo_written_cb, task);
  else
    hc_medicine_photos_load_async (self->photos, hc_medicine_get_id (self->medicine), photo_loaded_cb, task);
}

static void
execute (GObject             *store,
         GObject             *item,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  start (store, item, FALSE, callback, user_data);
}

static void
undo (GObject             *store,
      GObject             *item,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  start (store, item, TRUE, callback, user_data);
}

static gboolean
finish (GObject       *store,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static HcMedicineChange *
change_new (HcProfile               *profile,
            HcMedicine              *medicine,
            const HcMedicineDetails *before,
            const HcMedicineDetails *after)
{
  HcMedicineChange *self = g_object_new (HC_TYPE_MEDICINE_CHANGE, NULL);

  self->photos = g_object_ref (hc_profile_get_medicine_photos (profile));
  self->medicine = g_object_ref (medicine);
  self->before = before != NULL ? hc_medicine_new (before) : NULL;
  self->after = after != NULL ? hc_medicine_new (after) : NULL;

  return self;
}

static void
set_photo (HcMedicineChange *self,
           GBytes           *photo)
{
  self->has_photo = TRUE;
  self->photo_after = photo != NULL ? g_bytes_ref (photo) : NULL;
}

static HcOperation *
operation_new (HcProfile        *profile,
               HcMedicineChange *change,
               const char       *description)
{
  static const HcOperationFuncs funcs = { execute, finish, undo, finish };

  return hc_operation_new (description, G_OBJECT (hc_profile_get_medicines (profile)), G_OBJECT (change), &funcs);
}

/**
 * hc_medicine_addition_new:
 * @profile: the profile
 * @medicine: a medicine that is not in its list
 * @photo: (nullable): a photo of its box
 *
 * Returns: (transfer full): the operation that adds the medicine
 */
HcOperation *
hc_medicine_addition_new (HcProfile  *profile,
                          HcMedicine *medicine,
                          GBytes     *photo)
{
  g_autoptr (HcMedicineChange) change = change_new (profile, medicine, NULL, hc_medicine_get_details (medicine));
  g_autofree char *title = hc_medicine_dup_title (medicine);
  /* Translators: %s is a medicine. */
  g_autofree char *description = g_strdup_printf (_("%s added to My Medicines"), title);

  if (photo != NULL)
    set_photo (change, photo);

  return operation_new (profile, change, description);
}

/**
 * hc_medicine_removal_new:
 * @profile: the profile
 * @medicine: a medicine of its list
 *
 * Returns: (transfer full): the operation that removes the medicine
 */
HcOperation *
hc_medicine_removal_new (HcProfile  *profile,
                         HcMedicine *medicine)
{
  g_autoptr (HcMedicineChange) change = change_new (profile, medicine, hc_medicine_get_details (medicine), NULL);
  g_autofree char *title = hc_medicine_dup_title (medicine);
  /* Translators: %s is a medicine. */
  g_autofree char *description = g_strdup_printf (_("%s removed"), title);

  return operation_new (profile, change, description);
}

/**
 * hc_medicine_change_new:
 * @profile: the profile
 * @medicine: a medicine of its list
 * @details: what is to be told of it from now on, all of it; copied
 * @description: what was done, once it is: "Ondansetron stopped"
 *
 * Returns: (transfer full): the operation that changes the medicine; undone, all is told again that was told before
 */
HcOperation *
hc_medicine_change_new (HcProfile               *profile,
                        HcMedicine              *medicine,
                        const HcMedicineDetails *details,
                        const char              *description)
{
  g_autoptr (HcMedicineChange) change = change_new (profile, medicine, hc_medicine_get_details (medicine), details);

  return operation_new (profile, change, description);
}

/**
 * hc_medicine_change_new_with_photo:
 * @profile: the profile
 * @medicine: a medicine of its list
 * @details: what is to be told of it from now on, all of it; copied
 * @photo: (nullable): the photo of its box from now on; %NULL: none
 * @description: what was done, once it is
 *
 * Returns: (transfer full): the operation that changes the medicine and its photo, both or none
 */
HcOperation *
hc_medicine_change_new_with_photo (HcProfile               *profile,
                                   HcMedicine              *medicine,
                                   const HcMedicineDetails *details,
                                   GBytes                  *photo,
                                   const char              *description)
{
  g_autoptr (HcMedicineChange) change = change_new (profile, medicine, hc_medicine_get_details (medicine), details);

  set_photo (change, photo);

  return operation_new (profile, change, description);
}

/**
 * hc_medicine_photo_change_new:
 * @profile: the profile
 * @medicine: a medicine of its list
 * @photo: (nullable): the photo of its box from now on; %NULL: none
 *
 * Returns: (transfer full): the operation that changes the photo and nothing else
 */
HcOperation *
hc_medicine_photo_change_new (HcProfile  *profile,
                              HcMedicine *medicine,
                              GBytes     *photo)
{
  g_autoptr (HcMedicineChange) change = change_new (profile, medicine, NULL, NULL);
  g_autofree char *title = hc_medicine_dup_title (medicine);
  g_autofree char *description = NULL;

  /* Translators: %s is a medicine. */
  description = g_strdup_printf (photo != NULL ? _("Photo of %s saved") : _("Photo of %s removed"), title);
  set_photo (change, photo);

  return operation_new (profile, change, description);
}
