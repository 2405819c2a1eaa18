/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-batch.h"

#include "hc-sources-database.h"

/* So many trials are saved together: a commit takes longer than a trial. */
#define BATCH 200

struct _HcTrialBatch
{
  HcDatabase    *database;
  HcTrialStore  *store;
  HcTrialOrigin  origin;
  char          *seen;
  gboolean       is_open;
  HcTrialReport *unsaved; /* of the transaction that is open */
};

/**
 * hc_trial_batch_new:
 * @path: (type filename): sources.db, made when it is not there
 * @origin: where the trials come from
 * @seen: when they were read, see hc_trial_store_put()
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a batch for the thread that calls this
 */
HcTrialBatch *
hc_trial_batch_new (const char     *path,
                    HcTrialOrigin   origin,
                    const char     *seen,
                    GError        **error)
{
  g_autoptr (HcTrialBatch) self = g_new0 (HcTrialBatch, 1);

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (seen != NULL, NULL);

  self->origin = origin;
  self->seen = g_strdup (seen);
  self->unsaved = hc_trial_report_new ();
  self->database = hc_sources_database_open (path, error);
  self->store = self->database != NULL ? hc_trial_store_new (self->database, error) : NULL;

  return self->store != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hc_trial_batch_free:
 * @self: (transfer full) (nullable): a batch; what was not ended with hc_trial_batch_end() is not saved
 */
void
hc_trial_batch_free (HcTrialBatch *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->store, hc_trial_store_free);
  if (self->is_open)
    hc_database_execute (self->database, "ROLLBACK", NULL);
  g_clear_object (&self->database);
  hc_trial_report_free (self->unsaved);
  g_free (self->seen);
  g_free (self);
}

static void
forget (HcTrialBatch *self)
{
  hc_trial_report_free (self->unsaved);
  self->unsaved = hc_trial_report_new ();
  self->is_open = FALSE;
}

/**
 * hc_trial_batch_put:
 * @self: a batch
 * @trial: a trial
 * @report: counts the trials that are saved by this
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it was written; if not, neither were those before it that were not saved yet
 */
gboolean
hc_trial_batch_put (HcTrialBatch   *self,
                    const HcTrial  *trial,
                    HcTrialReport  *report,
                    GError        **error)
{
  HcTrialOutcome outcome;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  if (!self->is_open && !hc_database_execute (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->is_open = TRUE;

  if (!hc_trial_store_put (self->store, trial, self->origin, self->seen, &outcome, error))
    {
      /* Half a trial must not stay. What was complete is read again next time. */
      hc_database_execute (self->database, "ROLLBACK", NULL);
      forget (self);
      return FALSE;
    }

  hc_trial_report_count (self->unsaved, outcome);

  return hc_trial_report_get_n_read (self->unsaved) < BATCH || hc_trial_batch_end (self, report, error);
}

/**
 * hc_trial_batch_end:
 * @self: a batch
 * @report: counts the trials that are saved by this
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Saves what was put.
 *
 * Returns: whether it is on the disk
 */
gboolean
hc_trial_batch_end (HcTrialBatch   *self,
                    HcTrialReport  *report,
                    GError        **error)
{
  gboolean saved;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  if (!self->is_open)
    return TRUE;

  saved = hc_database_execute (self->database, "COMMIT", error);
  if (saved)
    hc_trial_report_add (report, self->unsaved);
  else
    hc_database_execute (self->database, "ROLLBACK", NULL);
  forget (self);

  return saved;
}

/**
 * hc_trial_batch_get_store:
 * @self: a batch
 *
 * Returns: (transfer none): what it writes to
 */
HcTrialStore *
hc_trial_batch_get_store (HcTrialBatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}
