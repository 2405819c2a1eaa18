/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-store.h"

#include "hc-appointment-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcAppointmentStore:
 *
 * The appointments of all persons, drafts as well, a #GListModel of #HcAppointment, the newest first. It shows what
 * the disk holds. When one was changed the list says that it changed at its place.
 */
struct _HcAppointmentStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcAppointmentStore, hc_appointment_store, HC_TYPE_STORE)

static const char *const other_columns[] = {
  "state", "kind", "wishes", "reminders", "dismissed", "questions", "history", "sequence", NULL,
};

/* That a reminder was seen is saved by itself: the person may be writing on the appointment. */
static const char *
get_save_sql (gpointer item)
{
  return !_hc_appointment_is_only_dismissed (item) ? NULL :
         "UPDATE appointment SET changed = :now, dismissed = max (:dismissed, coalesce (dismissed, ''))"
         " WHERE id = :id RETURNING *";
}

static gboolean
bind_all (HcStatement  *statement,
          gpointer      item,
          GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_appointment_get_fields (&n_fields);
  const HcAppointmentDetails *details = hc_appointment_get_details (item);
  g_autofree char *wishes = hc_appointment_wishes_print (details->wishes);
  g_autofree char *reminders = hc_appointment_reminders_print (details->reminders);
  g_autofree char *questions = details->questions != NULL ? g_variant_print (details->questions, TRUE) : NULL;
  g_autofree char *history = details->history != NULL ? g_variant_print (details->history, TRUE) : NULL;

  hc_timestamp_bind (statement, ":created", hc_appointment_get_created (item));
  hc_timestamp_bind (statement, ":changed", hc_appointment_get_changed (item));
  hc_statement_bind_text (statement, ":state", hc_appointment_state_to_string (details->state));
  hc_statement_bind_text (statement, ":kind", hc_appointment_kind_to_string (details->kind));
  hc_statement_bind_text (statement, ":wishes", wishes);
  hc_statement_bind_text (statement, ":reminders", reminders);
  hc_statement_bind_int64 (statement, ":sequence", details->sequence);

  return hc_text_fields_bind (fields, n_fields, statement, details, error) &&
         hc_text_bind (statement, ":questions", questions != NULL ? questions : details->unread_questions, error) &&
         hc_text_bind (statement, ":history", history != NULL ? history : details->unread_history, error);
}

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  hc_statement_bind_text (statement, ":id", hc_appointment_get_id (item));
  hc_timestamp_bind (statement, ":dismissed", hc_appointment_get_details (item)->dismissed);

  return _hc_appointment_is_only_dismissed (item) || bind_all (statement, item, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_appointment_get_fields (&n_fields);
  g_autofree char *questions = hc_text_dup_valid (hc_statement_get_text (statement, "questions"));
  g_autofree char *history = hc_text_dup_valid (hc_statement_get_text (statement, "history"));
  g_autoptr (GDateTime) created = NULL, changed = NULL, dismissed = NULL;
  g_autoptr (GVariant) read_questions = NULL, read_history = NULL;
  HcAppointmentDetails details = { 0 };
  HcAppointment *appointment;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL ||
      (!hc_statement_is_null (statement, "dismissed") &&
       (dismissed = hc_timestamp_parse (hc_statement_get_text (statement, "dismissed"), error)) == NULL))
    return NULL;

  /* What cannot be read must not keep somebody from all that they wrote, nor may it be lost. */
  read_questions = hc_appointment_questions_parse (questions);
  read_history = hc_appointment_history_parse (history);

  hc_text_fields_read (fields, n_fields, statement, &details);
  hc_appointment_state_from_string (hc_statement_get_text (statement, "state"), &details.state);
  hc_appointment_kind_from_string (hc_statement_get_text (statement, "kind"), &details.kind);
  hc_appointment_wishes_parse (hc_statement_get_text (statement, "wishes"), details.wishes);
  hc_appointment_reminders_parse (hc_statement_get_text (statement, "reminders"), details.reminders);
  details.dismissed = dismissed;
  details.questions = read_questions;
  details.unread_questions = read_questions == NULL ? questions : NULL;
  details.history = read_history;
  details.unread_history = read_history == NULL ? history : NULL;
  details.sequence = (int) hc_statement_get_int64 (statement, "sequence");

  appointment = _hc_appointment_new_with_id (hc_statement_get_text (statement, "id"), &details, created, changed);
  hc_text_fields_clear (fields, n_fields, &details);

  return appointment;
}

/* A calendar that has the appointment takes another time or place only when the number is higher, see RFC 5545,
 * 3.8.7.4. */
static gboolean
is_other_event (const HcAppointmentDetails *a,
                const HcAppointmentDetails *b)
{
  gboolean was_cancelled = a->state == HC_APPOINTMENT_CANCELLED;

  return *a->begins != '\0' &&
         (!g_str_equal (a->begins, b->begins) || !g_str_equal (a->ends, b->ends) || !g_str_equal (a->zone, b->zone) ||
          !g_str_equal (a->place, b->place) || !g_str_equal (a->address, b->address) ||
          was_cancelled != (b->state == HC_APPOINTMENT_CANCELLED));
}

static const char *
get_key (gpointer item)
{
  return hc_appointment_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_appointment_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_appointment_set_saved (item, saved);
}

static void
hc_appointment_store_class_init (HcAppointmentStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);
  guint n_fields;
  const HcTextField *fields = _hc_appointment_get_fields (&n_fields);

  store_class->item_type = HC_TYPE_APPOINTMENT;
  store_class->tells_changes = TRUE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->get_save_sql = get_save_sql;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM appointment ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM appointment WHERE id = :key";
  store_class->save_sql = hc_text_fields_dup_save (fields, n_fields, "appointment", other_columns);
}

static void
hc_appointment_store_init (HcAppointmentStore *self)
{
}

/**
 * hc_appointment_store_save_async:
 * @self: the appointments
 * @appointment: an appointment, new, saved or removed
 * @details: what it is to say from now on, copied; a draft may say nothing
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves an appointment, a draft with every change. Only after that it says @details and is in the list. When its
 * time or place is another one than before, @sequence counts up. One that was removed comes back with the dates
 * that it had.
 */
void
hc_appointment_store_save_async (HcAppointmentStore         *self,
                                 HcAppointment              *appointment,
                                 const HcAppointmentDetails *details,
                                 GAsyncReadyCallback         callback,
                                 gpointer                    user_data)
{
  HcAppointment *wanted;

  g_return_if_fail (HC_IS_APPOINTMENT_STORE (self));
  g_return_if_fail (HC_IS_APPOINTMENT (appointment));
  g_return_if_fail (details != NULL);

  wanted = _hc_appointment_new_with_id (hc_appointment_get_id (appointment), details,
                                        hc_appointment_get_created (appointment),
                                        hc_appointment_get_changed (appointment));
  if (is_other_event (hc_appointment_get_details (appointment), hc_appointment_get_details (wanted)))
    _hc_appointment_count_up (wanted, appointment);

  hc_store_save_async (HC_STORE (self), appointment, wanted, callback, user_data);
}

/**
 * hc_appointment_store_save_finish:
 * @self: the appointments
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the appointment is as it was before
 */
gboolean
hc_appointment_store_save_finish (HcAppointmentStore  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_appointment_store_dismiss_async:
 * @self: the appointments
 * @appointment: one of them; that it was removed meanwhile is no error
 * @time: reminders whose time was up to then were seen
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves that reminders were seen, and nothing else: what is being saved of the appointment at the same time stays.
 */
void
hc_appointment_store_dismiss_async (HcAppointmentStore  *self,
                                    HcAppointment       *appointment,
                                    GDateTime           *time,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (HC_IS_APPOINTMENT_STORE (self));
  g_return_if_fail (HC_IS_APPOINTMENT (appointment));
  g_return_if_fail (time != NULL);

  hc_store_save_async (HC_STORE (self), appointment, _hc_appointment_new_dismissed (appointment, time), callback,
                       user_data);
}

/**
 * hc_appointment_store_dismiss_finish:
 * @self: the appointments
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the appointment is as it was before
 */
gboolean
hc_appointment_store_dismiss_finish (HcAppointmentStore  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_appointment_store_remove_async:
 * @self: the appointments
 * @appointment: one of them; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes an appointment. To undo it, save @appointment again with the details that it has. Its documents stay:
 * whoever removes it for good removes them as well.
 */
void
hc_appointment_store_remove_async (HcAppointmentStore  *self,
                                   HcAppointment       *appointment,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (HC_IS_APPOINTMENT (appointment));

  hc_store_remove_async (HC_STORE (self), appointment, callback, user_data);
}

/**
 * hc_appointment_store_remove_finish:
 * @self: the appointments
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the appointment is gone
 */
gboolean
hc_appointment_store_remove_finish (HcAppointmentStore  *self,
                                    GAsyncResult        *result,
                                    GError             **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}
