/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-review-store.h"

#include "hc-drug-review-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcDrugReviewStore:
 *
 * What persons think of medicines, a #GListModel of #HcDrugReview, at most one for a person and a medicine.
 * It shows what the disk holds.
 */
struct _HcDrugReviewStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcDrugReviewStore, hc_drug_review_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  const HcDrugReviewDetails *details = hc_drug_review_get_details (item);

  hc_statement_bind_text (statement, ":person", details->person);
  hc_statement_bind_int64 (statement, ":effect", details->effect);
  hc_statement_bind_int64 (statement, ":ease", details->ease);
  hc_statement_bind_int64 (statement, ":satisfaction", details->satisfaction);

  return hc_text_bind (statement, ":link", details->link, error) &&
         hc_text_bind (statement, ":comment", details->comment, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
  g_autofree char *comment = hc_text_dup_valid (hc_statement_get_text (statement, "comment"));
  g_autoptr (GDateTime) changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error);
  HcDrugReview *review;

  if (changed == NULL)
    return NULL;

  review = hc_drug_review_new (&(HcDrugReviewDetails) {
    .person = hc_statement_get_text (statement, "person"),
    .link = link,
    .effect = (int) hc_statement_get_int64 (statement, "effect"),
    .ease = (int) hc_statement_get_int64 (statement, "ease"),
    .satisfaction = (int) hc_statement_get_int64 (statement, "satisfaction"),
    .comment = comment,
  });
  _hc_drug_review_set_changed (review, changed);

  return review;
}

static const char *
get_key (gpointer item)
{
  return hc_drug_review_get_key (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_drug_review_get_changed (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_drug_review_set_changed (item, hc_drug_review_get_changed (saved));
}

static void
hc_drug_review_store_class_init (HcDrugReviewStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_DRUG_REVIEW;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM drug_review ORDER BY changed DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM drug_review WHERE person || '/' || link = :key";
  store_class->save_sql = "INSERT INTO drug_review (person, link, effect, ease, satisfaction, comment, changed)"
                          " VALUES (:person, :link, :effect, :ease, :satisfaction, :comment, :now)"
                          " ON CONFLICT (person, link) DO UPDATE SET"
                          "   effect = excluded.effect, ease = excluded.ease,"
                          "   satisfaction = excluded.satisfaction, comment = excluded.comment,"
                          "   changed = excluded.changed"
                          " RETURNING *";
}

static void
hc_drug_review_store_init (HcDrugReviewStore *self)
{
}

/**
 * hc_drug_review_store_save_async:
 * @self: the reviews
 * @review: a review that is not saved yet
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a review, which takes the place of an earlier one.
 */
void
hc_drug_review_store_save_async (HcDrugReviewStore   *self,
                                 HcDrugReview        *review,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (HC_IS_DRUG_REVIEW_STORE (self));
  g_return_if_fail (HC_IS_DRUG_REVIEW (review));

  hc_store_save_async (HC_STORE (self), review, hc_drug_review_new (hc_drug_review_get_details (review)),
                       callback, user_data);
}

/**
 * hc_drug_review_store_save_finish:
 * @self: the reviews
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the review is on the disk
 */
gboolean
hc_drug_review_store_save_finish (HcDrugReviewStore  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_drug_review_store_remove_async:
 * @self: the reviews
 * @review: one of them
 * @callback: (nullable): called when it is gone, or could not be removed
 * @user_data: passed to @callback
 *
 * Removes a review. To undo it, save @review again.
 */
void
hc_drug_review_store_remove_async (HcDrugReviewStore   *self,
                                   HcDrugReview        *review,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (HC_IS_DRUG_REVIEW (review));

  hc_store_remove_async (HC_STORE (self), review, callback, user_data);
}

/**
 * hc_drug_review_store_remove_finish:
 * @self: the reviews
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the review is gone
 */
gboolean
hc_drug_review_store_remove_finish (HcDrugReviewStore  *self,
                                    GAsyncResult       *result,
                                    GError            **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}

/**
 * hc_drug_review_store_lookup:
 * @self: the reviews
 * @person: the id of a person, empty when nobody was told of
 * @link: a medicine
 *
 * Returns: (transfer none) (nullable): what that person thinks of it
 */
HcDrugReview *
hc_drug_review_store_lookup (HcDrugReviewStore *self,
                             const char        *person,
                             const char        *link)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (HC_IS_DRUG_REVIEW_STORE (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);

  key = g_strconcat (person, "/", link, NULL);

  return hc_store_lookup (HC_STORE (self), key);
}
