/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-batch.h"

#include "hc-appointment-copy.h"

/**
 * HcAppointmentBatch:
 *
 * Several appointments that are saved together: all of them, or none. Undone, the new ones go, and of the
 * others only what was changed is told as it was before.
 */
struct _HcAppointmentBatch
{
  GObject    parent_instance;

  GPtrArray *changes;   /* of Change */
};

G_DEFINE_FINAL_TYPE (HcAppointmentBatch, hc_appointment_batch, G_TYPE_OBJECT)

typedef struct
{
  HcAppointment        *appointment;
  gboolean              is_new;
  HcAppointmentDetails *before;
  HcAppointmentDetails *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->appointment);
  hc_appointment_copy_free (change->before);
  hc_appointment_copy_free (change->after);
  g_free (change);
}

static void
hc_appointment_batch_finalize (GObject *object)
{
  g_ptr_array_unref (HC_APPOINTMENT_BATCH (object)->changes);

  G_OBJECT_CLASS (hc_appointment_batch_parent_class)->finalize (object);
}

static void
hc_appointment_batch_class_init (HcAppointmentBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_appointment_batch_finalize;
}

static void
hc_appointment_batch_init (HcAppointmentBatch *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

/**
 * hc_appointment_batch_new:
 *
 * Returns: (transfer full): a batch without appointments
 */
HcAppointmentBatch *
hc_appointment_batch_new (void)
{
  return g_object_new (HC_TYPE_APPOINTMENT_BATCH, NULL);
}

/**
 * hc_appointment_batch_add:
 * @self: a batch
 * @appointment: an appointment, saved or new
 * @details: what is to be told of it; copied
 */
void
hc_appointment_batch_add (HcAppointmentBatch         *self,
                          HcAppointment              *appointment,
                          const HcAppointmentDetails *details)
{
  Change *change;

  g_return_if_fail (HC_IS_APPOINTMENT_BATCH (self));
  g_return_if_fail (HC_IS_APPOINTMENT (appointment));
  g_return_if_fail (details != NULL);

  change = g_new0 (Change, 1);
  change->appointment = g_object_ref (appointment);
  change->is_new = hc_appointment_get_created (appointment) == NULL;
  change->before = hc_appointment_copy_new (hc_appointment_get_details (appointment));
  change->after = hc_appointment_copy_new (details);
  g_ptr_array_add (self->changes, change);
}

/**
 * hc_appointment_batch_get_n:
 * @self: a batch
 *
 * Returns: how many appointments it has
 */
guint
hc_appointment_batch_get_n (HcAppointmentBatch *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT_BATCH (self), 0);

  return self->changes->len;
}

/* A way through the changes, forward or back. */
typedef struct
{
  HcAppointmentBatch *batch;
  guint               n_done;
  gboolean            is_back;
  GError             *failure;  /* why it went back */
} Walk;

static void
walk_free (gpointer data)
{
  Walk *walk = data;

  g_object_unref (walk->batch);
  g_clear_error (&walk->failure);
  g_free (walk);
}

/* The one that comes next on the way. */
static const Change *
get_change (Walk *walk)
{
  return g_ptr_array_index (walk->batch->changes, walk->is_back ? walk->n_done - 1 : walk->n_done);
}

static void step (GTask *task);

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Walk *walk = g_task_get_task_data (task);
  const Change *change = get_change (walk);
  g_autoptr (GError) error = NULL;
  gboolean was_done;

  was_done = walk->is_back && change->is_new
             ? hc_appointment_store_remove_finish (HC_APPOINTMENT_STORE (source), result, &error)
             : hc_appointment_store_save_finish (HC_APPOINTMENT_STORE (source), result, &error);

  if (!was_done && !walk->is_back)
    {
      walk->failure = g_steal_pointer (&error);
      walk->is_back = TRUE;
    }
  else if (!was_done && walk->failure == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  else
    {
      walk->n_done = walk->is_back ? walk->n_done - 1 : walk->n_done + 1;
    }

  step (g_steal_pointer (&task));
}

/* Takes @task. What was told of an appointment meanwhile stays. */
static void
step (GTask *task)
{
  HcAppointmentStore *store = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (HcAppointmentCopy) details = NULL;
  const Change *change;

  if (walk->n_done == (walk->is_back ? 0 : walk->batch->changes->len))
    {
      if (walk->failure != NULL)
        g_task_return_error (task, g_steal_pointer (&walk->failure));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  change = get_change (walk);
  if (walk->is_back && change->is_new)
    {
      hc_appointment_store_remove_async (store, change->appointment, stepped_cb, task);
      return;
    }

  details = hc_appointment_copy_new_changed (hc_appointment_get_details (change->appointment),
                                             walk->is_back ? change->after : change->before,
                                             walk->is_back ? change->before : change->after);
  hc_appointment_store_save_async (store, change->appointment, details, stepped_cb, task);
}

static void
start (GObject             *store,
       GObject             *item,
       gboolean             is_back,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  Walk *walk = g_new0 (Walk, 1);
  GTask *task = g_task_new (store, NULL, callback, user_data);

  walk->batch = HC_APPOINTMENT_BATCH (g_object_ref (item));
  walk->is_back = is_back;
  walk->n_done = is_back ? walk->batch->changes->len : 0;
  g_task_set_task_data (task, walk, walk_free);
  step (task);
}

static void
save_all (GObject             *store,
          GObject             *item,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  start (store, item, FALSE, callback, user_data);
}

static void
take_all_back (GObject             *store,
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

/**
 * hc_appointment_batch_make_operation:
 * @self: a batch
 * @appointments: where they are kept
 * @description: what was done, once it is: "3 appointments taken"
 *
 * Returns: (transfer full): the operation that saves all of them
 */
HcOperation *
hc_appointment_batch_make_operation (HcAppointmentBatch *self,
                                     HcAppointmentStore *appointments,
                                     const char         *description)
{
  static const HcOperationFuncs funcs = { save_all, finish, take_all_back, finish };

  g_return_val_if_fail (HC_IS_APPOINTMENT_BATCH (self), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT_STORE (appointments), NULL);
  g_return_val_if_fail (description != NULL, NULL);

  return hc_operation_new (description, G_OBJECT (appointments), G_OBJECT (self), &funcs);
}
