/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clinic-store.h"

#include "hc-clinic-private.h"
#include "hc-timestamp.h"

/**
 * HcClinicStore:
 *
 * The clinics and doctors of all persons, a #GListModel of #HcClinic, the newest first. It shows what the disk
 * holds. When one was changed the list says that it changed at its place.
 */
struct _HcClinicStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcClinicStore, hc_clinic_store, HC_TYPE_STORE)

static const char *const other_columns[] = { NULL };

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_clinic_get_fields (&n_fields);

  hc_statement_bind_text (statement, ":id", hc_clinic_get_id (item));
  hc_timestamp_bind (statement, ":created", hc_clinic_get_created (item));
  hc_timestamp_bind (statement, ":changed", hc_clinic_get_changed (item));

  return hc_text_fields_bind (fields, n_fields, statement, hc_clinic_get_details (item), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_clinic_get_fields (&n_fields);
  g_autoptr (GDateTime) created = NULL, changed = NULL;
  HcClinicDetails details = { 0 };
  HcClinic *clinic;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  hc_text_fields_read (fields, n_fields, statement, &details);
  clinic = _hc_clinic_new_with_id (hc_statement_get_text (statement, "id"), &details, created, changed);
  hc_text_fields_clear (fields, n_fields, &details);

  return clinic;
}

static const char *
get_key (gpointer item)
{
  return hc_clinic_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_clinic_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_clinic_set_saved (item, saved);
}

static void
hc_clinic_store_class_init (HcClinicStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);
  guint n_fields;
  const HcTextField *fields = _hc_clinic_get_fields (&n_fields);

  store_class->item_type = HC_TYPE_CLINIC;
  store_class->tells_changes = TRUE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM clinic ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM clinic WHERE id = :key";
  store_class->save_sql = hc_text_fields_dup_save (fields, n_fields, "clinic", other_columns);
}

static void
hc_clinic_store_init (HcClinicStore *self)
{
}

/**
 * hc_clinic_store_save_async:
 * @self: the clinics
 * @clinic: a clinic, new, saved or removed
 * @details: what it is to say from now on, copied; the name may not be empty
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a clinic. Only after that it says @details and is in the list. One that was removed comes back with the
 * dates that it had.
 */
void
hc_clinic_store_save_async (HcClinicStore         *self,
                            HcClinic              *clinic,
                            const HcClinicDetails *details,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  HcClinic *wanted;

  g_return_if_fail (HC_IS_CLINIC_STORE (self));
  g_return_if_fail (HC_IS_CLINIC (clinic));
  g_return_if_fail (details != NULL);

  wanted = _hc_clinic_new_with_id (hc_clinic_get_id (clinic), details, hc_clinic_get_created (clinic),
                                   hc_clinic_get_changed (clinic));

  hc_store_save_async (HC_STORE (self), clinic, wanted, callback, user_data);
}

/**
 * hc_clinic_store_save_finish:
 * @self: the clinics
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the clinic is as it was before
 */
gboolean
hc_clinic_store_save_finish (HcClinicStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_clinic_store_remove_async:
 * @self: the clinics
 * @clinic: one of them; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a clinic. To undo it, save @clinic again with the details that it has.
 */
void
hc_clinic_store_remove_async (HcClinicStore       *self,
                              HcClinic            *clinic,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (HC_IS_CLINIC (clinic));

  hc_store_remove_async (HC_STORE (self), clinic, callback, user_data);
}

/**
 * hc_clinic_store_remove_finish:
 * @self: the clinics
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the clinic is gone
 */
gboolean
hc_clinic_store_remove_finish (HcClinicStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}
