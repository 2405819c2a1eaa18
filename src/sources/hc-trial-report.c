/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-report.h"

/* More are counted and not listed: nobody reads them, and the memory is to stay flat. */
#define MAX_LISTED 500

static void
problem_free (HcTrialProblem *problem)
{
  g_free (problem->file);
  g_free (problem->detail);
  g_free (problem);
}

/**
 * hc_trial_report_new:
 *
 * Returns: (transfer full): a report of nothing yet
 */
HcTrialReport *
hc_trial_report_new (void)
{
  HcTrialReport *self = g_new0 (HcTrialReport, 1);

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);

  return self;
}

/**
 * hc_trial_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
hc_trial_report_free (HcTrialReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * hc_trial_report_add_problem:
 * @self: a report
 * @file: the name of what was not read
 * @error: why, a %HC_TRIAL_ERROR or another one for what could not be saved
 */
void
hc_trial_report_add_problem (HcTrialReport *self,
                             const char    *file,
                             const GError  *error)
{
  HcTrialProblem *problem;

  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL);
  g_return_if_fail (error != NULL);

  if (self->n_problems++ >= MAX_LISTED)
    return;

  problem = g_new0 (HcTrialProblem, 1);
  problem->file = g_utf8_make_valid (file, -1);
  problem->code = error->domain == HC_TRIAL_ERROR ? (HcTrialError) error->code : HC_TRIAL_ERROR_NOT_SAVED;
  problem->detail = g_utf8_make_valid (error->message, -1);
  g_ptr_array_add (self->problems, problem);
}

/**
 * hc_trial_report_count:
 * @self: a report
 * @outcome: what became of a trial
 */
void
hc_trial_report_count (HcTrialReport  *self,
                       HcTrialOutcome  outcome)
{
  g_return_if_fail (self != NULL);

  if (outcome == HC_TRIAL_ADDED)
    self->n_added++;
  else if (outcome == HC_TRIAL_UPDATED)
    self->n_updated++;
  else
    self->n_unchanged++;
}

/**
 * hc_trial_report_add:
 * @self: a report
 * @other: one of trials that were read after those of @self
 *
 * Adds the trials and problems of @other.
 */
void
hc_trial_report_add (HcTrialReport       *self,
                     const HcTrialReport *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  self->n_added += other->n_added;
  self->n_updated += other->n_updated;
  self->n_unchanged += other->n_unchanged;

  for (guint i = 0; i < other->problems->len; i++)
    {
      HcTrialProblem *problem = g_ptr_array_index (other->problems, i);
      g_autoptr (GError) error = g_error_new_literal (HC_TRIAL_ERROR, (int) problem->code, problem->detail);

      hc_trial_report_add_problem (self, problem->file, error);
    }
  self->n_problems += other->n_problems - other->problems->len;
}

/**
 * hc_trial_report_get_n_read:
 * @self: a report
 *
 * Returns: how many trials were read
 */
guint
hc_trial_report_get_n_read (const HcTrialReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_added + self->n_updated + self->n_unchanged;
}
