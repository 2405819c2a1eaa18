/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-rows.h"

#include <math.h>

#include "hc-diary-entry-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/* The rows of the diary: what HcDiary does in the thread of the database. */

/* So many entries are in memory however old they are: a clock that was ahead while the profile opened does not
 * hide what was told today. */
#define N_RECENT "200"

static HcDiaryEntry *
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *person = hc_text_dup_valid (hc_statement_get_text (statement, "person"));
  g_autofree char *kind = hc_text_dup_valid (hc_statement_get_text (statement, "kind"));
  g_autofree char *text = hc_text_dup_valid (hc_statement_get_text (statement, "text"));
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcDiaryEntryDetails details;
  HcDiaryEntry *entry;

  if ((time = hc_timestamp_parse (hc_statement_get_text (statement, "time"), error)) == NULL ||
      (created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  /* Most entries are written once. */
  if (g_date_time_equal (created, changed))
    {
      g_date_time_unref (changed);
      changed = g_date_time_ref (created);
    }

  details = (HcDiaryEntryDetails) {
    .person = person,
    .kind = kind,
    .time = time,
    .has_value = !hc_statement_is_null (statement, "value"),
    .value = hc_statement_get_double (statement, "value"),
    .text = text,
    .is_covered = hc_statement_get_int64 (statement, "covered") != 0,
  };
  entry = _hc_diary_entry_new_with_id (hc_statement_get_text (statement, "id"), &details);
  _hc_diary_entry_set_times (entry, created, changed);

  return entry;
}

/**
 * hc_diary_rows_read:
 * @statement: a statement that gives all columns
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcDiaryEntry): all its rows
 */
GPtrArray *
hc_diary_rows_read (HcStatement  *statement,
                    GError      **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  HcStep step;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcDiaryEntry *entry = read_row (statement, error);

      if (entry == NULL)
        return NULL;

      g_ptr_array_add (entries, entry);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * hc_diary_rows_read_recent:
 * @database: a database
 * @from: the first time
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcDiaryEntry): the entries of all persons since @from, and
 *   the newest in any case, in no order
 */
GPtrArray *
hc_diary_rows_read_recent (HcDatabase  *database,
                           GDateTime   *from,
                           GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database,
                                   "SELECT * FROM diary_entry"
                                   " WHERE time >= min (:from, coalesce ((SELECT time FROM diary_entry"
                                   "                                       ORDER BY time DESC"
                                   "                                       LIMIT 1 OFFSET " N_RECENT " - 1), ''))",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_timestamp_bind (statement, ":from", from);

  return hc_diary_rows_read (statement, error);
}

/* What a transaction writes, and what the database holds then. */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *saved;
  GDateTime *now;
} Writing;

/* SQLite takes no number for NULL and stores what is infinite: neither is a value. */
static gboolean
check_value (const HcDiaryEntryDetails  *details,
             GError                    **error)
{
  if (!details->has_value || isfinite (details->value))
    return TRUE;

  g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT, "The value is no number");
  return FALSE;
}

static gboolean
write_entry (HcStatement   *statement,
             HcDiaryEntry  *entry,
             Writing       *writing,
             GError       **error)
{
  const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
  HcDiaryEntry *saved;

  if (!check_value (details, error))
    return FALSE;

  hc_statement_reset (statement);
  hc_statement_bind_text (statement, ":id", hc_diary_entry_get_id (entry));
  hc_timestamp_bind (statement, ":time", details->time);
  if (details->has_value)
    hc_statement_bind_double (statement, ":value", details->value);
  hc_statement_bind_int64 (statement, ":covered", details->is_covered);
  hc_timestamp_bind (statement, ":created", hc_diary_entry_get_created (entry));
  hc_timestamp_bind (statement, ":now", writing->now);

  if (!hc_text_bind (statement, ":person", details->person, error) ||
      !hc_text_bind (statement, ":kind", details->kind, error) ||
      !hc_text_bind (statement, ":text", details->text, error) ||
      hc_statement_step (statement, error) != HC_STEP_ROW ||
      (saved = read_row (statement, error)) == NULL)
    return FALSE;

  g_ptr_array_add (writing->saved, saved);

  return hc_statement_run (statement, error);
}

static gboolean
write_entries (HcDatabase  *database,
               gpointer     user_data,
               GError     **error)
{
  Writing *writing = user_data;
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database,
                                   "INSERT INTO diary_entry (id, person, kind, time, value, text, covered,"
                                   "                         created, changed)"
                                   " VALUES (:id, :person, :kind, :time, :value, :text, :covered,"
                                   "         coalesce (:created, :now), :now)"
                                   " ON CONFLICT (id) DO UPDATE SET"
                                   "   person = excluded.person, kind = excluded.kind, time = excluded.time,"
                                   "   value = excluded.value, text = excluded.text, covered = excluded.covered,"
                                   "   changed = excluded.changed"
                                   " RETURNING *",
                                   error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < writing->entries->len; i++)
    if (!write_entry (statement, g_ptr_array_index (writing->entries, i), writing, error))
      return FALSE;

  return TRUE;
}

/**
 * hc_diary_rows_write:
 * @database: a database
 * @entries: (element-type HcDiaryEntry): what is to be saved
 * @now: the time
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes all of the entries or none.
 *
 * Returns: (transfer full) (nullable) (element-type HcDiaryEntry): what the database holds then, in the order of
 *   @entries
 */
GPtrArray *
hc_diary_rows_write (HcDatabase  *database,
                     GPtrArray   *entries,
                     GDateTime   *now,
                     GError     **error)
{
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_object_unref);
  Writing writing = { .entries = entries, .saved = saved, .now = now };

  return hc_database_transaction (database, write_entries, &writing, error) ? g_steal_pointer (&saved) : NULL;
}

/**
 * hc_diary_rows_delete:
 * @database: a database
 * @id: the id of an entry; that there is none is no error
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
hc_diary_rows_delete (HcDatabase  *database,
                      const char  *id,
                      GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, "DELETE FROM diary_entry WHERE id = :id", error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":id", id);

  return hc_statement_run (statement, error);
}

/**
 * hc_diary_rows_uncover:
 * @database: a database
 * @id: the id of an entry
 * @now: the time
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Changes nothing else of the row: somebody may have saved it since it was read.
 *
 * Returns: (transfer full) (nullable): what the database holds then
 */
HcDiaryEntry *
hc_diary_rows_uncover (HcDatabase  *database,
                       const char  *id,
                       GDateTime   *now,
                       GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;
  g_autoptr (HcDiaryEntry) saved = NULL;
  HcStep step;

  statement = hc_database_prepare (database,
                                   "UPDATE diary_entry SET covered = 0, changed = :now WHERE id = :id RETURNING *",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":id", id);
  hc_timestamp_bind (statement, ":now", now);

  step = hc_statement_step (statement, error);
  if (step == HC_STEP_DONE)
    g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED, "There is no such entry");
  if (step != HC_STEP_ROW || (saved = read_row (statement, error)) == NULL)
    return NULL;

  /* The row is committed by the step that finds no further one. */
  return hc_statement_run (statement, error) ? g_steal_pointer (&saved) : NULL;
}
