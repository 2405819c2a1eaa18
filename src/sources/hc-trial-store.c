/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-store.h"

#include <string.h>

#include "hc-label-words.h"
#include "hc-trial-json.h"
#include "hc-trial-rows.h"

/* Words that are known to be there are kept, up to so many. */
#define MAX_WORDS 200000

#define COLUMNS "nct, title, official_title, acronym, status, why_stopped, study_type, phases, conditions, " \
                "keywords, interventions, summary, eligibility, sex, gender_based, minimum_age, maximum_age, " \
                "age_groups, healthy, sponsor, enrollment, start_date, primary_completion_date, completion_date, " \
                "verified_date, updated, contacts"

#define PARAMETERS ":nct, :title, :official_title, :acronym, :status, :why_stopped, :study_type, :phases, " \
                   ":conditions, :keywords, :interventions, :summary, :eligibility, :sex, :gender_based, " \
                   ":minimum_age, :maximum_age, :age_groups, :healthy, :sponsor, :enrollment, :start_date, " \
                   ":primary_completion_date, :completion_date, :verified_date, :updated, :contacts"

enum {
  FIND,
  TOUCH,
  REPLACE,
  DELETE_SITES,
  INSERT_SITE,
  DELETE_NAMES,
  INSERT_NAMES,
  DELETE_TEXTS,
  INSERT_TEXTS,
  INSERT_WORD,
  N_STATEMENTS,
};

static const char *const sql[N_STATEMENTS] = {
  [FIND] = "SELECT id, digest, updated, origin, eligibility IS NOT NULL AS is_whole FROM trial WHERE nct = "
           ":nct",
  [TOUCH] = "UPDATE trial SET seen = :seen, origin = min (origin, :origin) WHERE nct = :nct",
  [REPLACE] = "INSERT INTO trial (origin, seen, digest, " COLUMNS ") VALUES (:origin, :seen, :digest, "
                                                                  "" PARAMETERS ")"
              " ON CONFLICT (nct) DO UPDATE SET (origin, seen, digest, " COLUMNS ") ="
              " (excluded.origin, excluded.seen, excluded.digest, " PARAMETERS ")"
              " RETURNING id",
  [DELETE_SITES] = "DELETE FROM trial_site WHERE trial = :trial",
  [INSERT_SITE] = "INSERT INTO trial_site VALUES (:trial, :position, :facility, :city, :state, :zip, "
                  ":country,"
                  " :status, :latitude, :longitude, :contacts)",
  [DELETE_NAMES] = "DELETE FROM trial_names WHERE rowid = :trial",
  [INSERT_NAMES] = "INSERT INTO trial_names (rowid, names) VALUES (:trial, :text)",
  [DELETE_TEXTS] = "DELETE FROM trial_texts WHERE rowid = :trial",
  [INSERT_TEXTS] = "INSERT INTO trial_texts (rowid, texts) VALUES (:trial, :text)",
  [INSERT_WORD] = "INSERT OR IGNORE INTO trial_word VALUES (:word)",
};

struct _HcTrialStore
{
  HcDatabase  *database;
  HcStatement *statements[N_STATEMENTS]; /* of hc_trial_store_put() */
  GHashTable  *words;                    /* of which it is known that they are there */
};

/**
 * hc_trial_time_print:
 * @time: a moment
 *
 * Returns: (transfer full): it as sources.db has it: in UTC, `2026-11-20T23:11:54Z`
 */
char *
hc_trial_time_print (GDateTime *time)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  utc = g_date_time_to_utc (time);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * hc_trial_store_new:
 * @database: sources.db
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a store, to be used by the thread of @database
 */
HcTrialStore *
hc_trial_store_new (HcDatabase  *database,
                    GError     **error)
{
  g_autoptr (HcTrialStore) self = g_new0 (HcTrialStore, 1);

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);

  self->database = g_object_ref (database);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_STATEMENTS; i++)
    if ((self->statements[i] = hc_database_prepare (database, sql[i], error)) == NULL)
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_trial_store_free:
 * @self: (transfer full) (nullable): a store
 */
void
hc_trial_store_free (HcTrialStore *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_STATEMENTS; i++)
    g_clear_pointer (&self->statements[i], hc_statement_free);
  g_hash_table_unref (self->words);
  g_clear_object (&self->database);
  g_free (self);
}

static HcStatement *
begin (HcTrialStore *self,
       guint         number)
{
  hc_statement_reset (self->statements[number]);

  return self->statements[number];
}

/* What is there of the trial. */
typedef struct
{
  gint64   id;
  gboolean is_there;
  gboolean is_same;
  gboolean is_better; /* it is newer, or as new and says more */
} Present;

static gboolean
find_present (HcTrialStore   *self,
              const HcTrial  *trial,
              const char     *digest,
              Present        *present,
              GError        **error)
{
  HcStatement *find = begin (self, FIND);
  const char *updated;
  HcStep step;
  int order;

  hc_statement_bind_text (find, ":nct", trial->nct);
  step = hc_statement_step (find, error);
  if (step != HC_STEP_ROW)
    return step == HC_STEP_DONE;

  updated = hc_statement_get_text (find, "updated");
  /* A version without a date is none that the registry published after one with a date. */
  order = trial->updated == NULL ? updated != NULL : updated != NULL ? strcmp (updated, trial->updated) : 0;

  present->is_there = TRUE;
  present->id = hc_statement_get_int64 (find, "id");
  present->is_same = g_strcmp0 (hc_statement_get_text (find, "digest"), digest) == 0;
  /* A table does not have who can take part. */
  present->is_better = order > 0 ||
    (order == 0 && trial->eligibility == NULL && hc_statement_get_int64 (find, "is_whole") != 0);
  hc_statement_reset (find);

  return TRUE;
}

static gboolean
insert_words (HcTrialStore  *self,
              const char    *text,
              GError       **error)
{
  g_autoptr (GPtrArray) words = hc_label_words_split (text);

  if (g_hash_table_size (self->words) > MAX_WORDS)
    g_hash_table_remove_all (self->words);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      HcStatement *insert;

      if (g_hash_table_contains (self->words, word))
        continue;

      insert = begin (self, INSERT_WORD);
      hc_statement_bind_text (insert, ":word", word);
      if (!hc_statement_run (insert, error))
        return FALSE;

      g_hash_table_add (self->words, g_strdup (word));
    }

  return TRUE;
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s\n", part);
}

/* What a trial is called and about; a place once, however many sites are there. */
static char *
dup_names (const HcTrial *trial)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  append (names, trial->nct);
  append (names, trial->title);
  append (names, trial->official_title);
  append (names, trial->acronym);
  append (names, trial->sponsor);
  for (guint i = 0; i < trial->conditions->len; i++)
    append (names, g_ptr_array_index (trial->conditions, i));
  for (guint i = 0; i < trial->keywords->len; i++)
    append (names, g_ptr_array_index (trial->keywords, i));
  for (guint i = 0; i < trial->interventions->len; i++)
    append (names, ((HcTrialIntervention *) g_ptr_array_index (trial->interventions, i))->name);
  for (guint i = 0; i < trial->sites->len; i++)
    {
      HcTrialSite *site = g_ptr_array_index (trial->sites, i);
      char *const parts[] = { site->city, site->state, site->country, site->facility };

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (parts[j] != NULL && g_hash_table_add (places, parts[j]))
          append (names, parts[j]);
    }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

static gboolean
run_for_trial (HcTrialStore  *self,
               guint          number,
               gint64         id,
               const char    *text,
               GError       **error)
{
  HcStatement *statement = begin (self, number);

  hc_statement_bind_int64 (statement, ":trial", id);
  if (text != NULL)
    hc_statement_bind_text (statement, ":text", text);

  return hc_statement_run (statement, error);
}

static gboolean
write_search (HcTrialStore   *self,
              const HcTrial  *trial,
              gint64          id,
              gboolean        is_there,
              GError        **error)
{
  g_autofree char *names = dup_names (trial);
  g_autofree char *texts = g_strconcat (trial->summary != NULL ? trial->summary : "", "\n",
                                        trial->eligibility, NULL);

  if (is_there &&
      (!run_for_trial (self, DELETE_NAMES, id, NULL, error) ||
       !run_for_trial (self, DELETE_TEXTS, id, NULL, error)))
    return FALSE;

  return run_for_trial (self, INSERT_NAMES, id, names, error) &&
         run_for_trial (self, INSERT_TEXTS, id, texts, error) &&
         insert_words (self, names, error);
}

static gboolean
write_sites (HcTrialStore   *self,
             const HcTrial  *trial,
             gint64          id,
             GError        **error)
{
  if (!run_for_trial (self, DELETE_SITES, id, NULL, error))
    return FALSE;

  for (guint i = 0; i < trial->sites->len; i++)
    {
      HcStatement *insert = begin (self, INSERT_SITE);

      hc_statement_bind_int64 (insert, ":trial", id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_trial_rows_bind_site (insert, g_ptr_array_index (trial->sites, i));
      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_trial_store_put:
 * @self: a store, in a transaction that is rolled back when this fails
 * @trial: a trial with a number and a title
 * @origin: where it was read
 * @seen: when, as UTC, `2026-11-20T23:11:54Z`
 * @outcome: (out): what became of it
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Keeps one version of each trial: the newest that the registry published, and of two as new the one that
 * says more.
 *
 * Returns: whether it could be written
 */
gboolean
hc_trial_store_put (HcTrialStore    *self,
                    const HcTrial   *trial,
                    HcTrialOrigin    origin,
                    const char      *seen,
                    HcTrialOutcome  *outcome,
                    GError         **error)
{
  g_autofree char *json = NULL, *digest = NULL;
  Present present = { 0 };
  HcStatement *statement;
  gint64 id;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (trial != NULL && trial->nct != NULL && trial->title != NULL, FALSE);
  g_return_val_if_fail (seen != NULL && outcome != NULL, FALSE);

  json = hc_trial_json_print (trial);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  if (!find_present (self, trial, digest, &present, error))
    return FALSE;

  *outcome = !present.is_there ? HC_TRIAL_ADDED
             : present.is_same || present.is_better ? HC_TRIAL_UNCHANGED : HC_TRIAL_UPDATED;

  statement = begin (self, *outcome == HC_TRIAL_UNCHANGED ? TOUCH : REPLACE);
  hc_statement_bind_text (statement, ":seen", seen);
  hc_statement_bind_int64 (statement, ":origin", origin);

  if (*outcome == HC_TRIAL_UNCHANGED)
    {
      hc_statement_bind_text (statement, ":nct", trial->nct);
      return hc_statement_run (statement, error);
    }

  hc_statement_bind_text (statement, ":digest", digest);
  hc_trial_rows_bind (statement, trial);
  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return FALSE;

  id = hc_statement_get_int64 (statement, "id");
  hc_statement_reset (statement);

  return write_sites (self, trial, id, error) && write_search (self, trial, id, present.is_there, error);
}

/**
 * hc_trial_store_end_fetch:
 * @self: a store
 * @began: when a fetch of the whole list began, as UTC; its trials have that as the time at which they were
 *   seen
 * @ended: when it ended
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Notes that the list of the registry was fetched to its end: a trial that was in an earlier list and not in
 * this one is no longer listed. It stays, because somebody may look for it.
 *
 * Returns: whether that is on the disk
 */
gboolean
hc_trial_store_end_fetch (HcTrialStore  *self,
                          const char    *began,
                          const char    *ended,
                          GError       **error)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  statement = hc_database_prepare (self->database,
                                   "INSERT OR REPLACE INTO trial_fetch VALUES (1, :began, :ended)",
                                   error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":began", began);
  hc_statement_bind_text (statement, ":ended", ended);

  return hc_statement_run (statement, error);
}

/* Goes through two queries in the same order: trials, and the sites of these. */
static gboolean
read_sites (HcStatement  *sites,
            HcStep       *step,
            gint64        id,
            HcTrial      *trial,
            GError      **error)
{
  while (*step == HC_STEP_ROW && hc_statement_get_int64 (sites, "trial") < id)
    *step = hc_statement_step (sites, error);

  while (*step == HC_STEP_ROW && hc_statement_get_int64 (sites, "trial") == id)
    {
      hc_trial_rows_read_site (sites, trial);
      *step = hc_statement_step (sites, error);
    }

  return *step != HC_STEP_ERROR;
}

/**
 * hc_trial_store_load:
 * @self: a store
 * @nct: the number of a trial
 * @is_listed: (out) (optional): whether it was in the last list, see hc_trial_store_end_fetch()
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the trial; %NULL without @error when there is none
 */
HcTrial *
hc_trial_store_load (HcTrialStore  *self,
                     const char    *nct,
                     gboolean      *is_listed,
                     GError       **error)
{
  g_autoptr (HcStatement) find = NULL, sites = NULL;
  g_autoptr (HcTrial) trial = NULL;
  HcStep step;
  gint64 id;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (nct != NULL, NULL);

  find = hc_database_prepare (self->database,
                              "SELECT *, " HC_TRIAL_STORE_IS_LISTED " AS is_listed FROM trial WHERE nct = :nct", error);
  sites = find == NULL ? NULL : hc_database_prepare (self->database,
                                                     "SELECT * FROM trial_site WHERE trial = :id "
                                                     "ORDER BY position", error);
  if (sites == NULL)
    return NULL;

  hc_statement_bind_text (find, ":nct", nct);
  if (hc_statement_step (find, error) != HC_STEP_ROW)
    return NULL;

  trial = hc_trial_rows_read (find);
  id = hc_statement_get_int64 (find, "id");
  if (is_listed != NULL)
    *is_listed = hc_statement_get_int64 (find, "is_listed") != 0;

  hc_statement_bind_int64 (sites, ":id", id);
  step = hc_statement_step (sites, error);
  if (!read_sites (sites, &step, id, trial, error))
    return NULL;

  return g_steal_pointer (&trial);
}

/**
 * hc_trial_store_for_each:
 * @self: a store
 * @func: (scope call): takes the trials
 * @user_data: for @func
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Goes through all trials. There is never more than one in memory; it takes seconds where there are very
 * many.
 *
 * Returns: whether all could be read, or @func did not want more
 */
gboolean
hc_trial_store_for_each (HcTrialStore  *self,
                         HcTrialFunc    func,
                         gpointer       user_data,
                         GError       **error)
{
  g_autoptr (HcStatement) trials = NULL, sites = NULL;
  HcStep step, site_step;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  trials = hc_database_prepare (self->database,
                                "SELECT *, " HC_TRIAL_STORE_IS_LISTED " AS is_listed FROM trial ORDER BY id", error);
  sites = trials == NULL ? NULL : hc_database_prepare (self->database, "SELECT * FROM trial_site "
                                                       "ORDER BY trial, position", error);
  if (sites == NULL)
    return FALSE;

  site_step = hc_statement_step (sites, error);
  if (site_step == HC_STEP_ERROR)
    return FALSE;

  while ((step = hc_statement_step (trials, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcTrial) trial = hc_trial_rows_read (trials);

      if (!read_sites (sites, &site_step, hc_statement_get_int64 (trials, "id"), trial, error))
        return FALSE;

      if (!func (trial, hc_statement_get_int64 (trials, "is_listed") != 0, user_data))
        return TRUE;
    }

  return step == HC_STEP_DONE;
}
