/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-contact-store.h"

#include "hc-care-contact-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcCareContactStore:
 *
 * Whom to call and to ask, for all persons, a #GListModel of #HcCareContact, the newest first. It shows
 * what the disk holds.
 */
struct _HcCareContactStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcCareContactStore, hc_care_contact_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  const HcCareContactDetails *details = hc_care_contact_get_details (item);

  hc_statement_bind_text (statement, ":id", hc_care_contact_get_id (item));
  hc_timestamp_bind (statement, ":created", hc_care_contact_get_created (item));
  hc_timestamp_bind (statement, ":changed", hc_care_contact_get_changed (item));

  return hc_text_bind (statement, ":person", details->person, error) &&
         hc_text_bind (statement, ":name", details->name, error) &&
         hc_text_bind (statement, ":role", details->role, error) &&
         hc_text_bind (statement, ":phone", details->phone, error) &&
         hc_text_bind (statement, ":email", details->email, error) &&
         hc_text_bind (statement, ":note", details->note, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *person = hc_text_dup_valid (hc_statement_get_text (statement, "person"));
  g_autofree char *name = hc_text_dup_valid (hc_statement_get_text (statement, "name"));
  g_autofree char *role = hc_text_dup_valid (hc_statement_get_text (statement, "role"));
  g_autofree char *phone = hc_text_dup_valid (hc_statement_get_text (statement, "phone"));
  g_autofree char *email = hc_text_dup_valid (hc_statement_get_text (statement, "email"));
  g_autofree char *note = hc_text_dup_valid (hc_statement_get_text (statement, "note"));
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcCareContact *contact;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  contact = _hc_care_contact_new_with_id (hc_statement_get_text (statement, "id"));
  _hc_care_contact_set_saved (contact, &(HcCareContactDetails) {
    .person = person,
    .name = name,
    .role = role,
    .phone = phone,
    .email = email,
    .note = note,
  }, created, changed);

  return contact;
}

static const char *
get_key (gpointer item)
{
  return hc_care_contact_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_care_contact_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_care_contact_set_saved (item, hc_care_contact_get_details (saved), hc_care_contact_get_created (saved),
                              hc_care_contact_get_changed (saved));
}

static void
hc_care_contact_store_class_init (HcCareContactStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_CARE_CONTACT;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM care_contact ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM care_contact WHERE id = :key";
  store_class->save_sql = "INSERT INTO care_contact"
                          " (id, person, name, role, phone, email, note, created, changed)"
                          " VALUES (:id, :person, :name, :role, :phone, :email, :note,"
                          "         coalesce (:created, :now), coalesce (:changed, :now))"
                          " ON CONFLICT (id) DO UPDATE SET"
                          "   changed = iif ((person, name, role, phone, email, note) IS"
                          "                  (excluded.person, excluded.name, excluded.role, excluded.phone,"
                          "                   excluded.email, excluded.note), changed, :now),"
                          "   person = excluded.person, name = excluded.name, role = excluded.role,"
                          "   phone = excluded.phone, email = excluded.email, note = excluded.note"
                          " RETURNING *";
}

static void
hc_care_contact_store_init (HcCareContactStore *self)
{
}

/**
 * hc_care_contact_store_save_async:
 * @self: the contacts
 * @contact: a contact, new, saved or removed
 * @details: what it is to say from now on, copied; the name may not be empty
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a contact. Only after that it says @details and is in the list. One that was removed comes back with
 * the dates that it had.
 */
void
hc_care_contact_store_save_async (HcCareContactStore         *self,
                                  HcCareContact              *contact,
                                  const HcCareContactDetails *details,
                                  GAsyncReadyCallback         callback,
                                  gpointer                    user_data)
{
  HcCareContact *wanted;

  g_return_if_fail (HC_IS_CARE_CONTACT_STORE (self));
  g_return_if_fail (HC_IS_CARE_CONTACT (contact));
  g_return_if_fail (details != NULL);

  wanted = _hc_care_contact_new_with_id (hc_care_contact_get_id (contact));
  _hc_care_contact_set_saved (wanted, details, hc_care_contact_get_created (contact),
                              hc_care_contact_get_changed (contact));

  hc_store_save_async (HC_STORE (self), contact, wanted, callback, user_data);
}

/**
 * hc_care_contact_store_save_finish:
 * @self: the contacts
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the contact is as it was before
 */
gboolean
hc_care_contact_store_save_finish (HcCareContactStore  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_care_contact_store_remove_async:
 * @self: the contacts
 * @contact: one of them; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a contact. To undo it, save @contact again with the details that it has.
 */
void
hc_care_contact_store_remove_async (HcCareContactStore  *self,
                                    HcCareContact       *contact,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (HC_IS_CARE_CONTACT (contact));

  hc_store_remove_async (HC_STORE (self), contact, callback, user_data);
}

/**
 * hc_care_contact_store_remove_finish:
 * @self: the contacts
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the contact is gone
 */
gboolean
hc_care_contact_store_remove_finish (HcCareContactStore  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}
