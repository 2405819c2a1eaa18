/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-matcher-private.h"

#include <glib/gi18n.h>

/* What the fields of a trial say: status, ages, sex. */

static void
check_status (HcTrialMatcher *self,
              HcTrialRun     *run,
              gboolean        is_listed)
{
  HcTrialStatus status = hc_trial_get_status (run->trial);
  const char *words = hc_trial_status_to_words (status);

  switch (status)
    {
    case HC_TRIAL_RECRUITING:
      if (is_listed)
        _hc_trial_run_add (run, HC_TRIAL_REASON_FITS, _("The trial takes new people."), NULL);
      else
        _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                           _("The trial was recruiting, but it was not in the last list of recruiting "
                                         "trials. Does it still take people?"), NULL);
      break;

    case HC_TRIAL_NOT_YET_RECRUITING:
      _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, _("The trial has not begun to take people. When will it?"),
                         NULL);
      break;

    case HC_TRIAL_ENROLLING_BY_INVITATION:
      _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, _("The trial invites people itself. Can you be invited?"),
                         NULL);
      break;

    case HC_TRIAL_SUSPENDED:
    case HC_TRIAL_TEMPORARILY_NOT_AVAILABLE:
      _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, _("The trial has stopped for a time. Will it go on?"),
                         NULL);
      break;

    case HC_TRIAL_AVAILABLE:
      _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                         _("This is no trial: the treatment can be had outside of one. Can you have it?"),
                         NULL);
      break;

    case HC_TRIAL_ACTIVE_NOT_RECRUITING:
    case HC_TRIAL_COMPLETED:
    case HC_TRIAL_TERMINATED:
    case HC_TRIAL_WITHDRAWN:
    case HC_TRIAL_NO_LONGER_AVAILABLE:
    case HC_TRIAL_APPROVED_FOR_MARKETING:
      /* Translators: %s is the status of a trial, "Completed" for example. */
      _hc_trial_run_take (run, HC_TRIAL_REASON_MISFIT,
                          g_strdup_printf (_("The trial takes no new people: %s."), words), NULL);
      break;

    case HC_TRIAL_STATUS_NOT_TOLD:
    case HC_TRIAL_WITHHELD:
    case HC_TRIAL_UNKNOWN:
    default:
      _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                         _("It is not known whether the trial takes people. Does it?"), NULL);
    }
}

/* Of the year of birth alone, somebody may be one year younger than the years say. */
static void
check_age (HcTrialMatcher *self,
           HcTrialRun     *run)
{
  const HcTrial *trial = run->trial;
  double minimum = 0, maximum = 1000;
  gboolean has_minimum = hc_trial_age_parse (trial->minimum_age, &minimum);
  gboolean has_maximum = hc_trial_age_parse (trial->maximum_age, &maximum);
  int oldest = self->patient.year - self->patient.birth_year, youngest = oldest - 1;
  g_autofree char *range = NULL;

  /* A table has groups only: children to 17, adults to 64, older adults. */
  if (!has_minimum && !has_maximum && trial->age_groups->len > 0)
    {
      gboolean child = g_ptr_array_find_with_equal_func (trial->age_groups, "CHILD", g_str_equal, NULL);
      gboolean adult = g_ptr_array_find_with_equal_func (trial->age_groups, "ADULT", g_str_equal, NULL);
      gboolean older = g_ptr_array_find_with_equal_func (trial->age_groups, "OLDER_ADULT", g_str_equal, NULL);

      has_minimum = !child && (adult || older);
      has_maximum = !older && (adult || child);
      minimum = child ? 0 : adult ? 18 : 65;
      maximum = older ? 1000 : adult ? 64 : 17;
    }

  if (!has_minimum && !has_maximum)
    return;

  if (has_minimum && has_maximum)
    /* Translators: ages, from the one to the other. */
    range = g_strdup_printf (_("%.4g to %.4g years"), minimum, maximum);
  else if (has_minimum)
    range = g_strdup_printf (_("%.4g years and older"), minimum);
  else
    range = g_strdup_printf (_("up to %.4g years"), maximum);

  if (self->patient.birth_year <= 0)
    /* Translators: %s is a range of ages, "18 years and older" for example. */
    _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
                        g_strdup_printf (_("The trial is for people of %s. Is that your age?"), range), NULL);
  else if (oldest < minimum || youngest >= maximum + 1)
    _hc_trial_run_take (run, HC_TRIAL_REASON_MISFIT, g_strdup_printf (_("The trial is for people of %s."),
                                                                      range), NULL);
  else if (youngest < minimum || oldest >= maximum + 1)
    _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
                        g_strdup_printf (_("The trial is for people of %s. Is that your age?"), range), NULL);
  else
    _hc_trial_run_take (run, HC_TRIAL_REASON_FITS,
                        g_strdup_printf (_("Your age fits: the trial is for people of %s."), range), NULL);
}

static void
check_sex (HcTrialMatcher *self,
           HcTrialRun     *run)
{
  const char *sex = run->trial->sex;
  gboolean is_female = g_strcmp0 (sex, "FEMALE") == 0;

  if (!is_female && g_strcmp0 (sex, "MALE") != 0)
    return;

  if (self->patient.sex == NULL || *self->patient.sex == '\0' ||
      (run->trial->gender_based && !g_str_equal (sex, self->patient.sex)))
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, is_female ? _("The trial is for women. Are you meant?")
                                             : _("The trial is for men. Are you meant?"), NULL);
  else if (!g_str_equal (sex, self->patient.sex))
    _hc_trial_run_add (run, HC_TRIAL_REASON_MISFIT, is_female ? _("The trial is for women only.")
                       : _("The trial is for men only."), NULL);
}

/* Compares the fields of a trial with the person. */
void
_hc_trial_run_check_fields (HcTrialMatcher *self,
                            HcTrialRun     *run,
                            gboolean        is_listed)
{
  check_status (self, run, is_listed);
  check_age (self, run);
  check_sex (self, run);
}
