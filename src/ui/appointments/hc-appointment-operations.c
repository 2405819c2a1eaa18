/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with appointments and undone again. */

#include "hc-appointment-operations.h"

#include <glib/gi18n.h>

#include "hc-appointment-copy.h"

/* A change of an appointment: what was told before it, and after. */
#define HC_TYPE_APPOINTMENT_CHANGE (hc_appointment_change_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentChange, hc_appointment_change, HC, APPOINTMENT_CHANGE, GObject)

struct _HcAppointmentChange
{
  GObject               parent_instance;

  HcAppointment        *appointment;
  HcAppointmentDetails *before;
  HcAppointmentDetails *after;
};

G_DEFINE_FINAL_TYPE (HcAppointmentChange, hc_appointment_change, G_TYPE_OBJECT)

static void
hc_appointment_change_finalize (GObject *object)
{
  HcAppointmentChange *self = HC_APPOINTMENT_CHANGE (object);

  g_clear_object (&self->appointment);
  g_clear_pointer (&self->before, hc_appointment_copy_free);
  g_clear_pointer (&self->after, hc_appointment_copy_free);

  G_OBJECT_CLASS (hc_appointment_change_parent_class)->finalize (object);
}

static void
hc_appointment_change_class_init (HcAppointmentChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_appointment_change_finalize;
}

static void
hc_appointment_change_init (HcAppointmentChange *self)
{
}

/* What was told of it meanwhile stays. */
static void
make_change (GObject                    *store,
             HcAppointment              *appointment,
             const HcAppointmentDetails *before,
             const HcAppointmentDetails *after,
             GAsyncReadyCallback         callback,
             gpointer                    user_data)
{
  g_autoptr (HcAppointmentCopy) details = NULL;

  details = hc_appointment_copy_new_changed (hc_appointment_get_details (appointment), before, after);
  hc_appointment_store_save_async (HC_APPOINTMENT_STORE (store), appointment, details, callback, user_data);
}

static void
change (GObject             *store,
        GObject             *item,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  HcAppointmentChange *self = HC_APPOINTMENT_CHANGE (item);

  make_change (store, self->appointment, self->before, self->after, callback, user_data);
}

static void
change_back (GObject             *store,
             GObject             *item,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  HcAppointmentChange *self = HC_APPOINTMENT_CHANGE (item);

  make_change (store, self->appointment, self->after, self->before, callback, user_data);
}

static gboolean
save_finish (GObject       *store,
             GAsyncResult  *result,
             GError       **error)
{
  return hc_appointment_store_save_finish (HC_APPOINTMENT_STORE (store), result, error);
}

/**
 * hc_appointment_change_new:
 * @appointments: where it is kept
 * @appointment: one of them
 * @details: what is to be told of it; copied
 * @description: what was done, once it is: "Appointment confirmed"
 *
 * Returns: (transfer full): the operation that changes the appointment. Undone, only what it has changed is told as
 *   it was before.
 */
HcOperation *
hc_appointment_change_new (HcAppointmentStore         *appointments,
                           HcAppointment              *appointment,
                           const HcAppointmentDetails *details,
                           const char                 *description)
{
  static const HcOperationFuncs funcs = { change, save_finish, change_back, save_finish };
  g_autoptr (HcAppointmentChange) self = g_object_new (HC_TYPE_APPOINTMENT_CHANGE, NULL);

  self->appointment = g_object_ref (appointment);
  self->before = hc_appointment_copy_new (hc_appointment_get_details (appointment));
  self->after = hc_appointment_copy_new (details);

  return hc_operation_new (description, G_OBJECT (appointments), G_OBJECT (self), &funcs);
}

static void
remove_appointment (GObject             *store,
                    GObject             *item,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  hc_appointment_store_remove_async (HC_APPOINTMENT_STORE (store), HC_APPOINTMENT (item), callback, user_data);
}

static gboolean
remove_finish (GObject       *store,
               GAsyncResult  *result,
               GError       **error)
{
  return hc_appointment_store_remove_finish (HC_APPOINTMENT_STORE (store), result, error);
}

static void
restore_appointment (GObject             *store,
                     GObject             *item,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  hc_appointment_store_save_async (HC_APPOINTMENT_STORE (store), HC_APPOINTMENT (item),
                                   hc_appointment_get_details (HC_APPOINTMENT (item)), callback, user_data);
}

/**
 * hc_appointment_removal_new:
 * @appointments: where it is kept
 * @appointment: one of them
 *
 * Returns: (transfer full): the operation that removes the appointment
 */
HcOperation *
hc_appointment_removal_new (HcAppointmentStore *appointments,
                            HcAppointment      *appointment)
{
  static const HcOperationFuncs funcs = { remove_appointment, remove_finish, restore_appointment, save_finish };
  gboolean is_draft = hc_appointment_get_details (appointment)->state == HC_APPOINTMENT_DRAFT;

  return hc_operation_new (is_draft ? _("Draft removed") : _("Appointment removed"),
                           G_OBJECT (appointments), G_OBJECT (appointment), &funcs);
}

/* A document that is removed, and its content to bring it back. */
#define HC_TYPE_DOCUMENT_REMOVAL (hc_document_removal_get_type ())

G_DECLARE_FINAL_TYPE (HcDocumentRemoval, hc_document_removal, HC, DOCUMENT_REMOVAL, GObject)

struct _HcDocumentRemoval
{
  GObject                parent_instance;

  HcAppointmentDocument *document;
};

G_DEFINE_FINAL_TYPE (HcDocumentRemoval, hc_document_removal, G_TYPE_OBJECT)

static void
hc_document_removal_finalize (GObject *object)
{
  g_clear_pointer (&HC_DOCUMENT_REMOVAL (object)->document, hc_appointment_document_unref);

  G_OBJECT_CLASS (hc_document_removal_parent_class)->finalize (object);
}

static void
hc_document_removal_class_init (HcDocumentRemovalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_document_removal_finalize;
}

static void
hc_document_removal_init (HcDocumentRemoval *self)
{
}

static void
document_removed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hc_appointment_documents_remove_finish (HC_APPOINTMENT_DOCUMENTS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
document_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDocumentRemoval *self = g_task_get_task_data (task);
  GError *error = NULL;
  HcAppointmentDocument *document;

  document = hc_appointment_documents_load_finish (HC_APPOINTMENT_DOCUMENTS (source), result, &error);
  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_pointer (&self->document, hc_appointment_document_unref);
  self->document = document;
  hc_appointment_documents_remove_async (HC_APPOINTMENT_DOCUMENTS (source), document, document_removed_cb,
                                         g_steal_pointer (&task));
}

/* Its content is loaded first: without it there is no way back. */
static void
remove_document (GObject             *store,
                 GObject             *item,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  HcDocumentRemoval *self = HC_DOCUMENT_REMOVAL (item);
  GTask *task = g_task_new (store, NULL, callback, user_data);

  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  hc_appointment_documents_load_async (HC_APPOINTMENT_DOCUMENTS (store), self->document->id, document_loaded_cb, task);
}

static gboolean
remove_document_finish (GObject       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
restore_document (GObject             *store,
                  GObject             *item,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  hc_appointment_documents_save_async (HC_APPOINTMENT_DOCUMENTS (store), HC_DOCUMENT_REMOVAL (item)->document,
                                       callback, user_data);
}

static gboolean
restore_document_finish (GObject       *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  return hc_appointment_documents_save_finish (HC_APPOINTMENT_DOCUMENTS (store), result, error);
}

/**
 * hc_document_removal_new:
 * @documents: where it is kept
 * @document: one of them, with or without its content
 *
 * Returns: (transfer full): the operation that removes the document
 */
HcOperation *
hc_document_removal_new (HcAppointmentDocuments *documents,
                         HcAppointmentDocument  *document)
{
  static const HcOperationFuncs funcs = { remove_document, remove_document_finish,
                                          restore_document, restore_document_finish };
  g_autoptr (HcDocumentRemoval) self = g_object_new (HC_TYPE_DOCUMENT_REMOVAL, NULL);
  /* Translators: %s is the name of a file. */
  g_autofree char *description = g_strdup_printf (_("%s removed"), document->name);

  self->document = hc_appointment_document_ref (document);

  return hc_operation_new (description, G_OBJECT (documents), G_OBJECT (self), &funcs);
}
