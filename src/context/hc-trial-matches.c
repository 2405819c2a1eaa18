/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-matches.h"

#include "hc-sources-database.h"
#include "hc-trial-store.h"

/**
 * HcTrialMatches:
 *
 * All trials that are there, compared with a person, in groups by how they fit, the nearest first.
 */
struct _HcTrialMatches
{
  GObject     parent_instance;

  GListStore *groups[HC_TRIAL_N_FITS];
  guint       counts[HC_TRIAL_N_FITS];
};

G_DEFINE_FINAL_TYPE (HcTrialMatches, hc_trial_matches, G_TYPE_OBJECT)

static void
hc_trial_matches_finalize (GObject *object)
{
  HcTrialMatches *self = HC_TRIAL_MATCHES (object);

  for (guint i = 0; i < HC_TRIAL_N_FITS; i++)
    g_object_unref (self->groups[i]);

  G_OBJECT_CLASS (hc_trial_matches_parent_class)->finalize (object);
}

static void
hc_trial_matches_class_init (HcTrialMatchesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_matches_finalize;
}

static void
hc_trial_matches_init (HcTrialMatches *self)
{
  for (guint i = 0; i < HC_TRIAL_N_FITS; i++)
    self->groups[i] = g_list_store_new (HC_TYPE_TRIAL_MATCH);
}

/* What the thread has. */
typedef struct
{
  char           *path;
  char          **ncts;    /* NULL: all trials */
  HcTrialMatcher *matcher;
  guint           limit;
  GCancellable   *cancellable;
  GPtrArray      *groups[HC_TRIAL_N_FITS];
  guint           counts[HC_TRIAL_N_FITS];
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_strfreev (job->ncts);
  hc_trial_matcher_free (job->matcher);
  for (guint i = 0; i < HC_TRIAL_N_FITS; i++)
    g_ptr_array_unref (job->groups[i]);
  g_free (job);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  return hc_trial_match_compare ((HcTrialMatch *) a, (HcTrialMatch *) b);
}

static void
shorten (GPtrArray *matches,
         guint      limit)
{
  g_ptr_array_sort_values (matches, compare_matches);
  if (matches->len > limit)
    g_ptr_array_set_size (matches, (int) limit);
}

static gboolean
take_trial_cb (const HcTrial *trial,
               gboolean       is_listed,
               gpointer       user_data)
{
  Job *job = user_data;
  HcTrialMatch *match = hc_trial_matcher_run (job->matcher, trial, is_listed);
  HcTrialFit fit = hc_trial_match_get_fit (match);

  job->counts[fit]++;
  g_ptr_array_add (job->groups[fit], match);

  /* Nobody looks at thousands, and the memory is to stay flat. */
  if (job->groups[fit]->len >= job->limit * 2 + 100)
    shorten (job->groups[fit], job->limit);

  return !g_cancellable_is_cancelled (job->cancellable);
}

/* Those that were named, or all. */
static gboolean
read_trials (HcTrialStore  *store,
             Job           *job,
             GError       **error)
{
  if (job->ncts == NULL)
    return hc_trial_store_for_each (store, take_trial_cb, job, error);

  for (guint i = 0; job->ncts[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;
      gboolean is_listed = FALSE;
      g_autoptr (HcTrial) trial = hc_trial_store_load (store, job->ncts[i], &is_listed, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }

      if (trial != NULL && !take_trial_cb (trial, is_listed, job))
        break;
    }

  return TRUE;
}

static void
load (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (HcDatabase) database = NULL;
  g_autoptr (HcTrialStore) store = NULL;
  g_autoptr (HcTrialMatches) matches = NULL;
  g_autoptr (GError) error = NULL;

  job->cancellable = cancellable;

  if (g_file_test (job->path, G_FILE_TEST_EXISTS))
    {
      database = hc_sources_database_open (job->path, &error);
      store = database != NULL ? hc_trial_store_new (database, &error) : NULL;
      if (store == NULL || !read_trials (store, job, &error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }

  if (g_task_return_error_if_cancelled (task))
    return;

  matches = g_object_new (HC_TYPE_TRIAL_MATCHES, NULL);
  for (guint i = 0; i < HC_TRIAL_N_FITS; i++)
    {
      shorten (job->groups[i], job->limit);
      matches->counts[i] = job->counts[i];
      g_list_store_splice (matches->groups[i], 0, 0, job->groups[i]->pdata, job->groups[i]->len);
    }

  g_task_return_pointer (task, g_steal_pointer (&matches), g_object_unref);
}

/**
 * hc_trial_matches_load_async:
 * @database_path: (type filename): sources.db, which need not be there
 * @ncts: (nullable): the numbers of trials, copied; those that are not there are passed over; %NULL for all trials
 * @patient: what is known of a person, copied
 * @limit: how many matches to keep in a group, the nearest; all are counted
 * @cancellable: (nullable): ends it
 * @callback: called when all trials were looked at
 * @user_data: for @callback
 *
 * Compares trials with a person, in a thread.
 */
void
hc_trial_matches_load_async (const char           *database_path,
                             const char *const    *ncts,
                             const HcTrialPatient *patient,
                             guint                 limit,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (database_path != NULL);
  g_return_if_fail (patient != NULL);
  g_return_if_fail (limit > 0 && limit <= G_MAXINT32 / 4);

  job = g_new0 (Job, 1);
  job->path = g_strdup (database_path);
  job->ncts = g_strdupv ((char **) ncts);
  job->matcher = hc_trial_matcher_new (patient);
  job->limit = limit;
  for (guint i = 0; i < HC_TRIAL_N_FITS; i++)
    job->groups[i] = g_ptr_array_new_with_free_func (g_object_unref);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_trial_matches_load_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, load);
}

/**
 * hc_trial_matches_load_finish:
 * @result: what the callback got
 * @error: return location for a %HC_DATABASE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the matches
 */
HcTrialMatches *
hc_trial_matches_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_trial_matches_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_trial_matches_get_group:
 * @self: matches
 * @fit: a group
 *
 * Returns: (transfer none): the #HcTrialMatch of that group, the nearest first
 */
GListModel *
hc_trial_matches_get_group (HcTrialMatches *self,
                            HcTrialFit      fit)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCHES (self), NULL);
  g_return_val_if_fail (fit < HC_TRIAL_N_FITS, NULL);

  return G_LIST_MODEL (self->groups[fit]);
}

/**
 * hc_trial_matches_count:
 * @self: matches
 * @fit: a group
 *
 * Returns: how many trials are in that group, those that are not in its list among them
 */
guint
hc_trial_matches_count (HcTrialMatches *self,
                        HcTrialFit      fit)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCHES (self), 0);
  g_return_val_if_fail (fit < HC_TRIAL_N_FITS, 0);

  return self->counts[fit];
}
