/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-writer.h"

/* The columns but the number, as they stand in 003-recalls.sql. */
#define COLUMNS \
  "event, class, status, reported, initiated, classified, terminated, firm, place, distribution, quantity, " \
  "description, reason, codes, brands, generics, substances, ndcs, set_ids"

#define VALUES \
  ":event, :class, :status, :reported, :initiated, :classified, :terminated, :firm, :place, :distribution, " \
  ":quantity, :description, :reason, :codes, :brands, :generics, :substances, :ndcs, :set_ids"

/* What comes from an older collection does not take the place of what is there. */
#define PUT \
  "INSERT INTO recall (number, " COLUMNS ", updated) VALUES (:number, " VALUES ", :updated) " \
  "ON CONFLICT (number) DO UPDATE SET (" COLUMNS ", updated) = (" VALUES ", :updated) " \
  "WHERE :updated >= updated AND (" COLUMNS ") IS NOT (" VALUES ") " \
  "RETURNING 1"

struct _HcRecallWriter
{
  HcDatabase  *database;
  HcStatement *find;
  HcStatement *put;
};

/**
 * hc_recall_writer_new:
 * @database: sources.db, to be kept as long as the writer
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a writer
 */
HcRecallWriter *
hc_recall_writer_new (HcDatabase  *database,
                      GError     **error)
{
  g_autoptr (HcRecallWriter) self = g_new0 (HcRecallWriter, 1);

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);

  self->database = database;
  self->find = hc_database_prepare (database, "SELECT 1 FROM recall WHERE number = :number", error);
  if (self->find == NULL)
    return NULL;

  self->put = hc_database_prepare (database, PUT, error);
  if (self->put == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_recall_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
hc_recall_writer_free (HcRecallWriter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->find, hc_statement_free);
  g_clear_pointer (&self->put, hc_statement_free);
  g_free (self);
}

static void
bind_list (HcStatement *statement,
           const char  *parameter,
           GStrv        list)
{
  g_autofree char *lines = g_strjoinv ("\n", list);

  hc_statement_bind_text (statement, parameter, lines);
}

static void
bind (HcStatement *statement,
      HcRecall    *recall,
      const char  *updated)
{
  hc_statement_bind_text (statement, ":number", recall->number);
  hc_statement_bind_text (statement, ":event", recall->event);
  hc_statement_bind_int64 (statement, ":class", recall->class);
  hc_statement_bind_text (statement, ":status", hc_recall_status_to_string (recall->status));
  hc_statement_bind_text (statement, ":reported", recall->reported);
  hc_statement_bind_text (statement, ":initiated", recall->initiated);
  hc_statement_bind_text (statement, ":classified", recall->classified);
  hc_statement_bind_text (statement, ":terminated", recall->terminated);
  hc_statement_bind_text (statement, ":firm", recall->firm);
  hc_statement_bind_text (statement, ":place", recall->place);
  hc_statement_bind_text (statement, ":distribution", recall->distribution);
  hc_statement_bind_text (statement, ":quantity", recall->quantity);
  hc_statement_bind_text (statement, ":description", recall->description);
  hc_statement_bind_text (statement, ":reason", recall->reason);
  hc_statement_bind_text (statement, ":codes", recall->codes);
  bind_list (statement, ":brands", recall->brands);
  bind_list (statement, ":generics", recall->generics);
  bind_list (statement, ":substances", recall->substances);
  bind_list (statement, ":ndcs", recall->ndcs);
  bind_list (statement, ":set_ids", recall->set_ids);
  hc_statement_bind_text (statement, ":updated", updated);
}

/**
 * hc_recall_writer_put:
 * @self: a writer
 * @recall: a recall
 * @updated: the day of the collection that it comes from, `YYYY-MM-DD`; empty when it is not told
 * @outcome: (out): what became of it
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it could be written
 */
gboolean
hc_recall_writer_put (HcRecallWriter   *self,
                      HcRecall         *recall,
                      const char       *updated,
                      HcRecallOutcome  *outcome,
                      GError          **error)
{
  HcStep known, written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (recall != NULL && updated != NULL && outcome != NULL, FALSE);

  hc_statement_bind_text (self->find, ":number", recall->number);
  known = hc_statement_step (self->find, error);
  hc_statement_reset (self->find);
  if (known == HC_STEP_ERROR)
    return FALSE;

  bind (self->put, recall, updated);
  written = hc_statement_step (self->put, error);
  hc_statement_reset (self->put);
  if (written == HC_STEP_ERROR)
    return FALSE;

  if (written == HC_STEP_DONE)
    *outcome = HC_RECALL_UNCHANGED;
  else
    *outcome = known == HC_STEP_ROW ? HC_RECALL_UPDATED : HC_RECALL_ADDED;

  return TRUE;
}

/**
 * hc_recall_writer_set_fresh:
 * @self: a writer
 * @time: when all recalls had come
 * @updated: the day that the collection names; empty when it is not told
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Notes how fresh the recalls are. A collection that is older than the one before changes nothing.
 *
 * Returns: whether it could be written
 */
gboolean
hc_recall_writer_set_fresh (HcRecallWriter  *self,
                            GDateTime       *time,
                            const char      *updated,
                            GError         **error)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (time != NULL && updated != NULL, FALSE);

  statement = hc_database_prepare (self->database,
                                   "INSERT INTO recall_state (id, fetched, updated) VALUES (1, :fetched, :updated) "
                                   "ON CONFLICT (id) DO UPDATE SET fetched = :fetched, "
                                   "updated = max (updated, :updated) "
                                   "WHERE :updated = '' OR :updated >= updated", error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_int64 (statement, ":fetched", g_date_time_to_unix (time));
  hc_statement_bind_text (statement, ":updated", updated);

  return hc_statement_run (statement, error);
}

static void
set_list (GStrv       *place,
          HcStatement *statement,
          const char  *column)
{
  g_strfreev (*place);
  *place = g_strsplit (hc_statement_get_text (statement, column), "\n", -1);
}

/**
 * hc_recall_writer_read:
 * @statement: a statement that is at a row with all columns of recalls
 *
 * Returns: (transfer full): the recall
 */
HcRecall *
hc_recall_writer_read (HcStatement *statement)
{
  HcRecall *recall;

  g_return_val_if_fail (statement != NULL, NULL);

  recall = hc_recall_new ();
  recall->number = g_strdup (hc_statement_get_text (statement, "number"));
  recall->event = g_strdup (hc_statement_get_text (statement, "event"));
  recall->class = (int) CLAMP (hc_statement_get_int64 (statement, "class"), 0, 3);
  recall->status = hc_recall_status_from_string (hc_statement_get_text (statement, "status"));
  recall->reported = g_strdup (hc_statement_get_text (statement, "reported"));
  recall->initiated = g_strdup (hc_statement_get_text (statement, "initiated"));
  recall->classified = g_strdup (hc_statement_get_text (statement, "classified"));
  recall->terminated = g_strdup (hc_statement_get_text (statement, "terminated"));
  recall->firm = g_strdup (hc_statement_get_text (statement, "firm"));
  recall->place = g_strdup (hc_statement_get_text (statement, "place"));
  recall->distribution = g_strdup (hc_statement_get_text (statement, "distribution"));
  recall->quantity = g_strdup (hc_statement_get_text (statement, "quantity"));
  recall->description = g_strdup (hc_statement_get_text (statement, "description"));
  recall->reason = g_strdup (hc_statement_get_text (statement, "reason"));
  recall->codes = g_strdup (hc_statement_get_text (statement, "codes"));
  set_list (&recall->brands, statement, "brands");
  set_list (&recall->generics, statement, "generics");
  set_list (&recall->substances, statement, "substances");
  set_list (&recall->ndcs, statement, "ndcs");
  set_list (&recall->set_ids, statement, "set_ids");

  return recall;
}
