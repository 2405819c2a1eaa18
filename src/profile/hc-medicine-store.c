/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-store.h"

#include "hc-medicine-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcMedicineStore:
 *
 * The medicines of all persons, a #GListModel of #HcMedicine, the newest first. It shows what the disk
 * holds. When one was changed the list says that it changed at its place.
 */
struct _HcMedicineStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcMedicineStore, hc_medicine_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  const HcMedicineDetails *details = hc_medicine_get_details (item);
  const char *unread = details->unread_course != NULL ? details->unread_course : "";
  g_autofree char *course = details->course != NULL ? hc_course_print (details->course) : g_strdup (unread);

  hc_statement_bind_text (statement, ":id", hc_medicine_get_id (item));
  hc_statement_bind_text (statement, ":person", details->person);
  hc_statement_bind_text (statement, ":shape", hc_pill_shape_to_string (details->look.shape));
  hc_statement_bind_text (statement, ":color", hc_pill_color_to_string (details->look.colors[0]));
  hc_statement_bind_text (statement, ":color2", hc_pill_color_to_string (details->look.colors[1]));
  hc_statement_bind_int64 (statement, ":score", details->look.score);
  hc_statement_bind_double (statement, ":size", details->look.size);
  hc_timestamp_bind (statement, ":created", hc_medicine_get_created (item));
  hc_statement_bind_text (statement, ":unit", hc_dose_unit_to_string (details->unit));
  hc_statement_bind_double (statement, ":refill_at", details->refill_at);
  hc_statement_bind_int64 (statement, ":reminds", !details->is_quiet);
  if (details->counted != NULL)
    {
      hc_statement_bind_double (statement, ":stock", details->stock);
      hc_timestamp_bind (statement, ":counted", details->counted);
    }

  return hc_text_bind (statement, ":link", details->link, error) &&
         hc_text_bind (statement, ":name", details->name, error) &&
         hc_text_bind (statement, ":strength", details->strength, error) &&
         hc_text_bind (statement, ":form", details->form, error) &&
         hc_text_bind (statement, ":actives", details->actives, error) &&
         hc_text_bind (statement, ":front", details->look.front, error) &&
         hc_text_bind (statement, ":back", details->look.back, error) &&
         hc_text_bind (statement, ":course", course, error) &&
         hc_text_bind (statement, ":reason", details->reason, error) &&
         hc_text_bind (statement, ":prescriber", details->prescriber, error) &&
         hc_text_bind (statement, ":notes", details->notes, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
  g_autofree char *name = hc_text_dup_valid (hc_statement_get_text (statement, "name"));
  g_autofree char *strength = hc_text_dup_valid (hc_statement_get_text (statement, "strength"));
  g_autofree char *form = hc_text_dup_valid (hc_statement_get_text (statement, "form"));
  g_autofree char *actives = hc_text_dup_valid (hc_statement_get_text (statement, "actives"));
  g_autofree char *front = hc_text_dup_valid (hc_statement_get_text (statement, "front"));
  g_autofree char *back = hc_text_dup_valid (hc_statement_get_text (statement, "back"));
  g_autofree char *reason = hc_text_dup_valid (hc_statement_get_text (statement, "reason"));
  g_autofree char *prescriber = hc_text_dup_valid (hc_statement_get_text (statement, "prescriber"));
  g_autofree char *notes = hc_text_dup_valid (hc_statement_get_text (statement, "notes"));
  g_autoptr (GDateTime) created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error);
  const char *unit = hc_statement_get_text (statement, "unit"); /* empty: it was added before there were units */
  g_autoptr (GDateTime) counted = NULL;
  g_autofree char *course_text = hc_text_dup_valid (hc_statement_get_text (statement, "course"));
  g_autoptr (HcCourse) course = NULL;

  if (created == NULL ||
      (!hc_statement_is_null (statement, "counted") &&
       (counted = hc_timestamp_parse (hc_statement_get_text (statement, "counted"), error)) == NULL))
    return NULL;

  /* A schedule that cannot be read must not keep somebody from all that they wrote. */
  if (*course_text != '\0')
    course = hc_course_parse (course_text, NULL);

  return _hc_medicine_new_with_id (hc_statement_get_text (statement, "id"), &(HcMedicineDetails) {
    .person = hc_statement_get_text (statement, "person"),
    .link = link,
    .name = name,
    .strength = strength,
    .form = form,
    .actives = actives,
    .look = {
      .front = front,
      .back = back,
      .shape = hc_pill_shape_from_string (hc_statement_get_text (statement, "shape")),
      .colors = {
        hc_pill_color_from_string (hc_statement_get_text (statement, "color")),
        hc_pill_color_from_string (hc_statement_get_text (statement, "color2")),
      },
      .score = (int) hc_statement_get_int64 (statement, "score"),
      .size = hc_statement_get_double (statement, "size"),
    },
    .unit = *unit != '\0' ? hc_dose_unit_from_string (unit) : hc_dose_unit_from_form (form),
    .course = course,
    .unread_course = course == NULL && *course_text != '\0' ? course_text : NULL,
    .reason = reason,
    .prescriber = prescriber,
    .notes = notes,
    .stock = hc_statement_get_double (statement, "stock"),
    .counted = counted,
    .refill_at = hc_statement_get_double (statement, "refill_at"),
    .is_quiet = hc_statement_get_int64 (statement, "reminds") == 0,
  }, created);
}

static const char *
get_key (gpointer item)
{
  return hc_medicine_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_medicine_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_medicine_set_saved (item, hc_medicine_get_details (saved), hc_medicine_get_created (saved));
}

static void
hc_medicine_store_class_init (HcMedicineStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_MEDICINE;
  store_class->tells_changes = TRUE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM medicine ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM medicine WHERE id = :key";

  store_class->save_sql = "INSERT INTO medicine (id, person, link, name, strength, form, actives, front, back,"
                          "                      shape, color, color2, score, size, unit, course, reason,"
                          "                      prescriber, notes, stock, counted, refill_at, reminds,"
                          "                      created, changed)"
                          " VALUES (:id, :person, :link, :name, :strength, :form, :actives, :front, :back,"
                          "         :shape, :color, :color2, :score, :size, :unit, :course, :reason,"
                          "         :prescriber, :notes, :stock, :counted, :refill_at, :reminds,"
                          "         coalesce (:created, :now), :now)"
                          " ON CONFLICT (id) DO UPDATE SET"
                          "   person = excluded.person, link = excluded.link, name = excluded.name,"
                          "   strength = excluded.strength, form = excluded.form, actives = excluded.actives,"
                          "   front = excluded.front, back = excluded.back, shape = excluded.shape,"
                          "   color = excluded.color, color2 = excluded.color2, score = excluded.score,"
                          "   size = excluded.size, unit = excluded.unit, course = excluded.course,"
                          "   reason = excluded.reason, prescriber = excluded.prescriber,"
                          "   notes = excluded.notes, stock = excluded.stock, counted = excluded.counted,"
                          "   refill_at = excluded.refill_at, reminds = excluded.reminds,"
                          "   changed = excluded.changed"
                          " RETURNING *";
}

static void
hc_medicine_store_init (HcMedicineStore *self)
{
}

/**
 * hc_medicine_store_save_async:
 * @self: the medicines
 * @medicine: a medicine, new, saved or removed
 * @details: (nullable): what is to be told of it from now on, copied; %NULL: what is told of it
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a medicine. Only after that it says @details and is in the list. One that was removed comes back with
 * the date that it had.
 */
void
hc_medicine_store_save_async (HcMedicineStore         *self,
                              HcMedicine              *medicine,
                              const HcMedicineDetails *details,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  HcMedicine *wanted;

  g_return_if_fail (HC_IS_MEDICINE_STORE (self));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  wanted = _hc_medicine_new_with_id (hc_medicine_get_id (medicine),
                                     details != NULL ? details : hc_medicine_get_details (medicine),
                                     hc_medicine_get_created (medicine));

  hc_store_save_async (HC_STORE (self), medicine, wanted, callback, user_data);
}

/**
 * hc_medicine_store_save_finish:
 * @self: the medicines
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, it is as it was before
 */
gboolean
hc_medicine_store_save_finish (HcMedicineStore  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_medicine_store_remove_async:
 * @self: the medicines
 * @medicine: one of them
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a medicine. To undo it, save @medicine again.
 */
void
hc_medicine_store_remove_async (HcMedicineStore     *self,
                                HcMedicine          *medicine,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  hc_store_remove_async (HC_STORE (self), medicine, callback, user_data);
}

/**
 * hc_medicine_store_remove_finish:
 * @self: the medicines
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
hc_medicine_store_remove_finish (HcMedicineStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}
