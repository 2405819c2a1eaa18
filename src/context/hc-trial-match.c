/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-match.h"

#include "hc-trial-match-private.h"

/**
 * HcTrialMatch:
 *
 * How a trial fits a person, and why. It is no more than help to read: only the team of a trial decides.
 */
struct _HcTrialMatch
{
  GObject        parent_instance;

  char          *nct;
  char          *title;
  HcTrialStatus  status;
  char          *phases;
  GPtrArray     *fits;      /* of HcTrialReason */
  GPtrArray     *questions;
  GPtrArray     *misfits;
  double         distance;  /* -1: not known */
  char          *nearest;
};

G_DEFINE_FINAL_TYPE (HcTrialMatch, hc_trial_match, G_TYPE_OBJECT)

static void
reason_free (HcTrialReason *reason)
{
  g_free (reason->words);
  g_free (reason->quote);
  g_free (reason);
}

static void
hc_trial_match_finalize (GObject *object)
{
  HcTrialMatch *self = HC_TRIAL_MATCH (object);

  g_free (self->nct);
  g_free (self->title);
  g_free (self->phases);
  g_ptr_array_unref (self->fits);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->misfits);
  g_free (self->nearest);

  G_OBJECT_CLASS (hc_trial_match_parent_class)->finalize (object);
}

static void
hc_trial_match_class_init (HcTrialMatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_match_finalize;
}

static void
hc_trial_match_init (HcTrialMatch *self)
{
  self->fits = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);
  self->misfits = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);
  self->distance = -1;
}

/* Returns: (transfer full): a match of a trial without a reason yet */
HcTrialMatch *
_hc_trial_match_new (const HcTrial *trial)
{
  HcTrialMatch *self = g_object_new (HC_TYPE_TRIAL_MATCH, NULL);

  self->nct = g_strdup (trial->nct);
  self->title = g_strdup (trial->title);
  self->status = hc_trial_get_status (trial);
  self->phases = hc_trial_dup_phase_words (trial);

  return self;
}

/* Adds a reason; @words is taken over. */
void
_hc_trial_match_take (HcTrialMatch      *self,
                      HcTrialReasonKind  kind,
                      char              *words,
                      const char        *quote)
{
  HcTrialReason *reason = g_new0 (HcTrialReason, 1);

  reason->words = words;
  reason->quote = g_strdup (quote);
  g_ptr_array_add (kind == HC_TRIAL_REASON_FITS ? self->fits
                   : kind == HC_TRIAL_REASON_ASK ? self->questions : self->misfits, reason);
}

/* Says where the nearest site is; @nearest is taken over. */
void
_hc_trial_match_set_place (HcTrialMatch *self,
                           double        distance,
                           char         *nearest)
{
  g_free (self->nearest);
  self->nearest = nearest;
  self->distance = distance;
}

/**
 * hc_trial_match_get_nct:
 * @self: a match
 *
 * Returns: (transfer none): the number of the trial
 */
const char *
hc_trial_match_get_nct (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->nct;
}

/**
 * hc_trial_match_get_title:
 * @self: a match
 *
 * Returns: (transfer none): the title of the trial
 */
const char *
hc_trial_match_get_title (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->title;
}

/**
 * hc_trial_match_get_status:
 * @self: a match
 *
 * Returns: the status of the trial
 */
HcTrialStatus
hc_trial_match_get_status (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), HC_TRIAL_STATUS_NOT_TOLD);

  return self->status;
}

/**
 * hc_trial_match_get_phases:
 * @self: a match
 *
 * Returns: (transfer none) (nullable): the phases of the trial, in words
 */
const char *
hc_trial_match_get_phases (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->phases;
}

/**
 * hc_trial_match_get_fit:
 * @self: a match
 *
 * Returns: whether the trial may be for the person
 */
HcTrialFit
hc_trial_match_get_fit (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), HC_TRIAL_ASK);

  return self->misfits->len > 0 ? HC_TRIAL_DOES_NOT_FIT : self->questions->len > 0 ? HC_TRIAL_ASK
  : HC_TRIAL_MAY_FIT;
}

/**
 * hc_trial_match_get_fits:
 * @self: a match
 *
 * Returns: (transfer none) (element-type HcTrialReason): what speaks for the trial
 */
GPtrArray *
hc_trial_match_get_fits (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->fits;
}

/**
 * hc_trial_match_get_questions:
 * @self: a match
 *
 * Returns: (transfer none) (element-type HcTrialReason): what is to be asked
 */
GPtrArray *
hc_trial_match_get_questions (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->questions;
}

/**
 * hc_trial_match_get_misfits:
 * @self: a match
 *
 * Returns: (transfer none) (element-type HcTrialReason): what speaks clearly against the trial
 */
GPtrArray *
hc_trial_match_get_misfits (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->misfits;
}

/**
 * hc_trial_match_get_distance:
 * @self: a match
 *
 * Returns: how far the nearest site is, in kilometers; -1 when that is not known
 */
double
hc_trial_match_get_distance (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), -1);

  return self->distance;
}

/**
 * hc_trial_match_get_nearest:
 * @self: a match
 *
 * Returns: (transfer none) (nullable): the nearest site with its place; %NULL when it is not known
 */
const char *
hc_trial_match_get_nearest (HcTrialMatch *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_MATCH (self), NULL);

  return self->nearest;
}

/**
 * hc_trial_match_compare:
 * @self: a match
 * @other: another one
 *
 * Orders matches: those that fit better first, among these the nearest first, then those with more that
 * speaks for them, then the newest.
 *
 * Returns: less than 0 when @self comes first, more when @other does
 */
int
hc_trial_match_compare (HcTrialMatch *self,
                        HcTrialMatch *other)
{
  int fit = (int) hc_trial_match_get_fit (self) - (int) hc_trial_match_get_fit (other);

  if (fit != 0)
    return fit;

  if ((self->distance < 0) != (other->distance < 0))
    return self->distance < 0 ? 1 : -1;

  if (self->distance < other->distance || self->distance > other->distance)
    return self->distance < other->distance ? -1 : 1;

  if (self->fits->len != other->fits->len)
    return self->fits->len > other->fits->len ? -1 : 1;

  return g_strcmp0 (other->nct, self->nct);
}
