/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-saved-trial-store.h"

#include "hc-saved-trial-private.h"
#include "hc-timestamp.h"

/**
 * HcSavedTrialStore:
 *
 * The clinical trials that were saved for all persons, a #GListModel of #HcSavedTrial, the newest first, at
 * most one for a person and a trial. It shows what the disk holds.
 */
struct _HcSavedTrialStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcSavedTrialStore, hc_saved_trial_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_saved_trial_get_fields (&n_fields);

  hc_timestamp_bind (statement, ":created", hc_saved_trial_get_created (item));
  hc_timestamp_bind (statement, ":changed", hc_saved_trial_get_changed (item));

  return hc_text_fields_bind (fields, n_fields, statement, hc_saved_trial_get_details (item), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  guint n_fields;
  const HcTextField *fields = _hc_saved_trial_get_fields (&n_fields);
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcSavedTrialDetails details = { 0 };
  HcSavedTrial *trial;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  hc_text_fields_read (fields, n_fields, statement, &details);
  trial = hc_saved_trial_new (&details);
  _hc_saved_trial_set_saved (trial, &details, created, changed);
  hc_text_fields_clear (fields, n_fields, &details);

  return trial;
}

static const char *
get_key (gpointer item)
{
  return hc_saved_trial_get_key (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_saved_trial_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_saved_trial_set_saved (item, hc_saved_trial_get_details (saved), hc_saved_trial_get_created (saved),
                             hc_saved_trial_get_changed (saved));
}

static void
hc_saved_trial_store_class_init (HcSavedTrialStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_SAVED_TRIAL;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM saved_trial ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM saved_trial WHERE person || '/' || nct = :key";
  store_class->save_sql = "INSERT INTO saved_trial"
                          " (person, nct, title, copy, version, note, questions, created, changed)"
                          " VALUES (:person, :nct, :title, :copy, :version, :note, :questions,"
                          "         coalesce (:created, :now), coalesce (:changed, :now))"
                          " ON CONFLICT (person, nct) DO UPDATE SET"
                          "   changed = iif ((title, copy, version, note, questions) IS"
                          "                  (excluded.title, excluded.copy, excluded.version, excluded.note,"
                          "                   excluded.questions), changed, :now),"
                          "   title = excluded.title, copy = excluded.copy, version = excluded.version,"
                          "   note = excluded.note, questions = excluded.questions"
                          " RETURNING *";
}

static void
hc_saved_trial_store_init (HcSavedTrialStore *self)
{
}

/**
 * hc_saved_trial_store_lookup:
 * @self: the saved trials
 * @person: (nullable): the id of a person; %NULL or empty: the first one
 * @nct: the number of a trial
 *
 * Returns: (transfer none) (nullable): the trial that was saved for them
 */
HcSavedTrial *
hc_saved_trial_store_lookup (HcSavedTrialStore *self,
                             const char        *person,
                             const char        *nct)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (HC_IS_SAVED_TRIAL_STORE (self), NULL);
  g_return_val_if_fail (nct != NULL, NULL);

  key = _hc_saved_trial_make_key (person, nct);

  return hc_store_lookup (HC_STORE (self), key);
}

/**
 * hc_saved_trial_store_save_async:
 * @self: the saved trials
 * @trial: a trial, new, saved or removed
 * @details: what it is to say from now on, copied; of the same person and number as @trial
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a trial, or another copy or note of it. Only after that it says @details and is in the list. One that
 * was removed comes back with the dates that it had.
 */
void
hc_saved_trial_store_save_async (HcSavedTrialStore         *self,
                                 HcSavedTrial              *trial,
                                 const HcSavedTrialDetails *details,
                                 GAsyncReadyCallback        callback,
                                 gpointer                   user_data)
{
  g_autoptr (HcSavedTrial) wanted = NULL;

  g_return_if_fail (HC_IS_SAVED_TRIAL_STORE (self));
  g_return_if_fail (HC_IS_SAVED_TRIAL (trial));
  g_return_if_fail (details != NULL && details->nct != NULL);

  wanted = hc_saved_trial_new (details);
  g_return_if_fail (g_str_equal (hc_saved_trial_get_key (wanted), hc_saved_trial_get_key (trial)));

  _hc_saved_trial_set_saved (wanted, details, hc_saved_trial_get_created (trial),
                             hc_saved_trial_get_changed (trial));
  hc_store_save_async (HC_STORE (self), trial, g_steal_pointer (&wanted), callback, user_data);
}

/**
 * hc_saved_trial_store_save_finish:
 * @self: the saved trials
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the trial is as it was before
 */
gboolean
hc_saved_trial_store_save_finish (HcSavedTrialStore  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_saved_trial_store_remove_async:
 * @self: the saved trials
 * @trial: one of them; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a trial. To undo it, save @trial again with the details that it has.
 */
void
hc_saved_trial_store_remove_async (HcSavedTrialStore   *self,
                                   HcSavedTrial        *trial,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (HC_IS_SAVED_TRIAL (trial));

  hc_store_remove_async (HC_STORE (self), trial, callback, user_data);
}

/**
 * hc_saved_trial_store_remove_finish:
 * @self: the saved trials
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the trial is gone
 */
gboolean
hc_saved_trial_store_remove_finish (HcSavedTrialStore  *self,
                                    GAsyncResult       *result,
                                    GError            **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}
