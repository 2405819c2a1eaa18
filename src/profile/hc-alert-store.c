/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-store.h"

#include "hc-alert-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcAlertStore:
 *
 * The recalls and warnings that concern the medicines of all persons, a #GListModel of #HcAlert, the newest
 * first, at most one for a notice and a medicine. It shows what the disk holds. Those of a medicine that was
 * removed stay, because the removal may be undone; whoever shows the list leaves them out.
 */
struct _HcAlertStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcAlertStore, hc_alert_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  const HcAlertDetails *details = hc_alert_get_details (item);

  hc_statement_bind_text (statement, ":kind", hc_alert_kind_to_string (details->kind));
  hc_statement_bind_int64 (statement, ":severity", details->severity);
  hc_statement_bind_text (statement, ":state", hc_alert_state_to_string (hc_alert_get_state (item)));
  hc_statement_bind_int64 (statement, ":sets_state", _hc_alert_get_sets_state (item));
  hc_timestamp_bind (statement, ":created", hc_alert_get_created (item));

  return hc_text_bind (statement, ":notice", details->notice, error) &&
         hc_text_bind (statement, ":medicine", details->medicine, error) &&
         hc_text_bind (statement, ":title", details->title, error) &&
         hc_text_bind (statement, ":text", details->text, error) &&
         hc_text_bind (statement, ":reason", details->reason, error) &&
         hc_text_bind (statement, ":uri", details->uri, error) &&
         hc_text_bind (statement, ":source", details->source, error) &&
         hc_text_bind (statement, ":published", details->published, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *notice = hc_text_dup_valid (hc_statement_get_text (statement, "notice"));
  g_autofree char *title = hc_text_dup_valid (hc_statement_get_text (statement, "title"));
  g_autofree char *text = hc_text_dup_valid (hc_statement_get_text (statement, "text"));
  g_autofree char *reason = hc_text_dup_valid (hc_statement_get_text (statement, "reason"));
  g_autofree char *uri = hc_text_dup_valid (hc_statement_get_text (statement, "uri"));
  g_autofree char *source = hc_text_dup_valid (hc_statement_get_text (statement, "source"));
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcAlertState state = HC_ALERT_UNREAD;
  HcAlertDetails details = {
    .notice = notice,
    .medicine = hc_statement_get_text (statement, "medicine"),
    .severity = (int) hc_statement_get_int64 (statement, "severity"),
    .title = title,
    .text = text,
    .reason = reason,
    .uri = uri,
    .source = source,
    .published = hc_statement_get_text (statement, "published"),
  };
  HcAlert *alert;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  hc_alert_kind_from_string (hc_statement_get_text (statement, "kind"), &details.kind);
  hc_alert_state_from_string (hc_statement_get_text (statement, "state"), &state);

  alert = hc_alert_new (&details);
  _hc_alert_set_saved (alert, &details, state, created, changed);

  return alert;
}

static const char *
get_key (gpointer item)
{
  return hc_alert_get_key (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_alert_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_alert_set_saved (item, hc_alert_get_details (saved), hc_alert_get_state (saved),
                       hc_alert_get_created (saved), hc_alert_get_changed (saved));
}

static void
hc_alert_store_class_init (HcAlertStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_ALERT;
  store_class->tells_changes = TRUE;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM alert ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM alert WHERE medicine || '/' || notice = :key";

  /* A save is of one of two kinds: a notice, which is unread again when it became worse, or a state, which
   * leaves what the notice says as it is. Of a severity 1 is the worst and 0 none. */
  store_class->save_sql = "INSERT INTO alert (notice, medicine, kind, severity, title, text, reason, uri,"
                          "                   source, published, state, created, changed)"
                          " VALUES (:notice, :medicine, :kind, :severity, :title, :text, :reason, :uri,"
                          "         :source, :published, :state, coalesce (:created, :now), :now)"
                          " ON CONFLICT (notice, medicine) DO UPDATE SET"
                          "   changed = CASE"
                          "     WHEN :sets_state THEN iif (state = excluded.state, changed, :now)"
                          "     WHEN (kind, severity, title, text, reason, uri, source, published) IS"
                          "          (excluded.kind, excluded.severity, excluded.title, excluded.text,"
                          "           excluded.reason, excluded.uri, excluded.source, excluded.published)"
                          "     THEN changed ELSE :now END,"
                          "   state = CASE"
                          "     WHEN :sets_state THEN excluded.state"
                          "     WHEN excluded.severity > 0 AND (severity = 0 OR excluded.severity < severity)"
                          "     THEN 'unread' ELSE state END,"
                          "   kind = iif (:sets_state, kind, excluded.kind),"
                          "   severity = iif (:sets_state, severity, excluded.severity),"
                          "   title = iif (:sets_state, title, excluded.title),"
                          "   text = iif (:sets_state, text, excluded.text),"
                          "   reason = iif (:sets_state, reason, excluded.reason),"
                          "   uri = iif (:sets_state, uri, excluded.uri),"
                          "   source = iif (:sets_state, source, excluded.source),"
                          "   published = iif (:sets_state, published, excluded.published)"
                          " RETURNING *";
}

static void
hc_alert_store_init (HcAlertStore *self)
{
}

/**
 * hc_alert_store_add_async:
 * @self: the alerts
 * @details: what the notice says, copied; the day must be one of the calendar
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Adds a notice for a medicine, unread. Of one that is there already the newer words are taken, and its state
 * stays, also that of a dismissed one; but when its severity became worse it is unread again, whatever it was.
 */
void
hc_alert_store_add_async (HcAlertStore         *self,
                          const HcAlertDetails *details,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (HcAlert) alert = NULL;
  HcAlert *shown;

  g_return_if_fail (HC_IS_ALERT_STORE (self));
  g_return_if_fail (details != NULL);

  alert = hc_alert_new (details);

  /* Who holds the one that is shown is told that it says something else. */
  shown = hc_store_lookup (HC_STORE (self), hc_alert_get_key (alert));
  if (shown != NULL)
    g_set_object (&alert, shown);

  hc_store_save_async (HC_STORE (self), alert, hc_alert_new (details), callback, user_data);
}

/**
 * hc_alert_store_add_finish:
 * @self: the alerts
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk
 */
gboolean
hc_alert_store_add_finish (HcAlertStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_alert_store_set_state_async:
 * @self: the alerts
 * @alert: one of them
 * @state: the state that it is to have
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves that an alert was read or dismissed, or is to be read again. To undo it, set the state that it had.
 */
void
hc_alert_store_set_state_async (HcAlertStore        *self,
                                HcAlert             *alert,
                                HcAlertState         state,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  HcAlert *wanted;

  g_return_if_fail (HC_IS_ALERT_STORE (self));
  g_return_if_fail (HC_IS_ALERT (alert));

  wanted = hc_alert_new (hc_alert_get_details (alert));
  _hc_alert_set_saved (wanted, hc_alert_get_details (alert), state, hc_alert_get_created (alert), NULL);
  _hc_alert_set_sets_state (wanted, TRUE);

  hc_store_save_async (HC_STORE (self), alert, wanted, callback, user_data);
}

/**
 * hc_alert_store_set_state_finish:
 * @self: the alerts
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the alert is as it was before
 */
gboolean
hc_alert_store_set_state_finish (HcAlertStore  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_alert_store_lookup:
 * @self: the alerts
 * @notice: the id of a notice at its source
 * @medicine: the id of a medicine
 *
 * Returns: (transfer none) (nullable): what that notice says of that medicine
 */
HcAlert *
hc_alert_store_lookup (HcAlertStore *self,
                       const char   *notice,
                       const char   *medicine)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (HC_IS_ALERT_STORE (self), NULL);
  g_return_val_if_fail (notice != NULL, NULL);
  g_return_val_if_fail (medicine != NULL, NULL);

  key = _hc_alert_make_key (notice, medicine);

  return hc_store_lookup (HC_STORE (self), key);
}

/**
 * hc_alert_store_count_unread:
 * @self: the alerts
 * @medicines: (nullable) (array zero-terminated=1): the ids of the medicines to be looked at, those of a
 *   person for example; %NULL for all, also those that were removed
 *
 * Returns: how many alerts of these medicines are unread
 */
guint
hc_alert_store_count_unread (HcAlertStore      *self,
                             const char *const *medicines)
{
  guint n, n_unread = 0;

  g_return_val_if_fail (HC_IS_ALERT_STORE (self), 0);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcAlert) alert = g_list_model_get_item (G_LIST_MODEL (self), i);

      n_unread += hc_alert_get_state (alert) == HC_ALERT_UNREAD &&
                  (medicines == NULL || g_strv_contains (medicines, hc_alert_get_details (alert)->medicine));
    }

  return n_unread;
}
