/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person-store.h"

#include "hc-person-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcPersonStore:
 *
 * The people the program is about, a #GListModel of #HcPerson, the newest first. It shows what the
 * disk holds.
 */
struct _HcPersonStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcPersonStore, hc_person_store, HC_TYPE_STORE)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  const HcPersonDetails *details = hc_person_get_details (item);

  hc_statement_bind_text (statement, ":id", hc_person_get_id (item));
  hc_statement_bind_int64 (statement, ":is_user", details->is_user);
  hc_statement_bind_text (statement, ":site", details->site);
  hc_statement_bind_text (statement, ":stage", details->stage);
  hc_statement_bind_text (statement, ":biomarkers", or_empty (details->biomarkers));
  hc_statement_bind_text (statement, ":last_visit", details->last_visit);
  hc_statement_bind_text (statement, ":treated", details->treated);
  hc_timestamp_bind (statement, ":created", hc_person_get_created (item));

  if (details->birth_year != 0)
    hc_statement_bind_int64 (statement, ":birth_year", details->birth_year);

  return hc_text_bind (statement, ":name", details->name, error) &&
         hc_text_bind (statement, ":allergies", or_empty (details->allergies), error) &&
         hc_text_bind (statement, ":foods", or_empty (details->foods), error) &&
         hc_text_bind (statement, ":treatment", or_empty (details->treatment), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *name = hc_text_dup_valid (hc_statement_get_text (statement, "name"));
  g_autofree char *allergies = hc_text_dup_valid (hc_statement_get_text (statement, "allergies"));
  g_autofree char *foods = hc_text_dup_valid (hc_statement_get_text (statement, "foods"));
  g_autofree char *treatment = hc_text_dup_valid (hc_statement_get_text (statement, "treatment"));
  g_autoptr (GDateTime) created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error);
  const HcPersonDetails details = {
    .is_user = hc_statement_get_int64 (statement, "is_user") != 0,
    .name = name,
    .birth_year = (int) hc_statement_get_int64 (statement, "birth_year"),
    .site = hc_statement_get_text (statement, "site"),
    .stage = hc_statement_get_text (statement, "stage"),
    .biomarkers = hc_statement_get_text (statement, "biomarkers"),
    .allergies = allergies,
    .foods = foods,
    .treatment = treatment,
    .last_visit = hc_statement_get_text (statement, "last_visit"),
    .treated = hc_statement_get_text (statement, "treated"),
  };
  HcPerson *person;

  if (created == NULL)
    return NULL;

  person = _hc_person_new_with_id (hc_statement_get_text (statement, "id"));
  _hc_person_set_saved (person, &details, created);

  return person;
}

static const char *
get_key (gpointer item)
{
  return hc_person_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_person_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_person_set_saved (item, hc_person_get_details (saved), hc_person_get_created (saved));
}

static void
hc_person_store_class_init (HcPersonStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_PERSON;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM person ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM person WHERE id = :key";
  store_class->save_sql = "INSERT INTO person (id, is_user, name, birth_year, site, stage, biomarkers,"
                          "                    allergies, foods, treatment, last_visit, treated, created, changed)"
                          " VALUES (:id, :is_user, :name, :birth_year, :site, :stage, :biomarkers,"
                          "         :allergies, :foods, :treatment, :last_visit, :treated,"
                          "         coalesce (:created, :now), :now)"
                          " ON CONFLICT (id) DO UPDATE SET"
                          "   is_user = excluded.is_user, name = excluded.name,"
                          "   birth_year = excluded.birth_year, site = excluded.site,"
                          "   stage = excluded.stage, biomarkers = excluded.biomarkers,"
                          "   allergies = excluded.allergies, foods = excluded.foods,"
                          "   treatment = excluded.treatment, last_visit = excluded.last_visit,"
                          "   treated = excluded.treated,"
                          "   changed = excluded.changed"
                          " RETURNING *";
}

static void
hc_person_store_init (HcPersonStore *self)
{
}

/**
 * hc_person_store_save_async:
 * @self: a person store
 * @person: the person, new, saved or deleted
 * @details: what is to be known of the person from now on, copied
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a person. Only after that the person says @details and is in the list.
 */
void
hc_person_store_save_async (HcPersonStore          *self,
                            HcPerson               *person,
                            const HcPersonDetails  *details,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  HcPerson *wanted;

  g_return_if_fail (HC_IS_PERSON_STORE (self));
  g_return_if_fail (HC_IS_PERSON (person));
  g_return_if_fail (details != NULL);

  wanted = _hc_person_new_with_id (hc_person_get_id (person));
  _hc_person_set_saved (wanted, details, hc_person_get_created (person));

  hc_store_save_async (HC_STORE (self), person, wanted, callback, user_data);
}

/**
 * hc_person_store_save_finish:
 * @self: a person store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the person is as before
 */
gboolean
hc_person_store_save_finish (HcPersonStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_person_store_delete_async:
 * @self: a person store
 * @person: a person; one that was never saved is no error
 * @callback: (nullable): called when the person is gone, or could not be deleted
 * @user_data: passed to @callback
 *
 * Deletes a person. To undo it, save @person again with the details that it has.
 */
void
hc_person_store_delete_async (HcPersonStore       *self,
                              HcPerson            *person,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (HC_IS_PERSON (person));

  hc_store_remove_async (HC_STORE (self), person, callback, user_data);
}

/**
 * hc_person_store_delete_finish:
 * @self: a person store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the person is gone
 */
gboolean
hc_person_store_delete_finish (HcPersonStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}

/**
 * hc_person_store_get_first:
 * @self: a person store
 *
 * Returns: (nullable) (transfer none): the person who was saved first, the one the program is about
 *   as long as nobody else was chosen
 */
HcPerson *
hc_person_store_get_first (HcPersonStore *self)
{
  g_autoptr (HcPerson) person = NULL;
  guint n;

  g_return_val_if_fail (HC_IS_PERSON_STORE (self), NULL);

  /* The list keeps its reference. */
  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  person = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self), n - 1) : NULL;

  return person;
}
