/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcTrialStatus:
 * @HC_TRIAL_STATUS_NOT_TOLD: none is told, or one of which the program does not know what it means
 * @HC_TRIAL_RECRUITING: it takes new people
 * @HC_TRIAL_NOT_YET_RECRUITING: it will take people
 * @HC_TRIAL_ENROLLING_BY_INVITATION: it takes people who were asked by it
 * @HC_TRIAL_ACTIVE_NOT_RECRUITING: it goes on with those who are in it
 * @HC_TRIAL_SUSPENDED: it stopped for a time
 * @HC_TRIAL_COMPLETED: it has ended as planned
 * @HC_TRIAL_TERMINATED: it was ended early
 * @HC_TRIAL_WITHDRAWN: it was given up before anybody was in it
 * @HC_TRIAL_AVAILABLE: a treatment is available outside of a trial (expanded access)
 * @HC_TRIAL_NO_LONGER_AVAILABLE: it was available
 * @HC_TRIAL_TEMPORARILY_NOT_AVAILABLE: it is not available for a time
 * @HC_TRIAL_APPROVED_FOR_MARKETING: it can be prescribed now
 * @HC_TRIAL_WITHHELD: the sponsor does not tell
 * @HC_TRIAL_UNKNOWN: nobody has confirmed the status for two years
 *
 * The words of Status in the registry's OpenAPI description (2.0.0).
 */
typedef enum {
  HC_TRIAL_STATUS_NOT_TOLD,
  HC_TRIAL_RECRUITING,
  HC_TRIAL_NOT_YET_RECRUITING,
  HC_TRIAL_ENROLLING_BY_INVITATION,
  HC_TRIAL_ACTIVE_NOT_RECRUITING,
  HC_TRIAL_SUSPENDED,
  HC_TRIAL_COMPLETED,
  HC_TRIAL_TERMINATED,
  HC_TRIAL_WITHDRAWN,
  HC_TRIAL_AVAILABLE,
  HC_TRIAL_NO_LONGER_AVAILABLE,
  HC_TRIAL_TEMPORARILY_NOT_AVAILABLE,
  HC_TRIAL_APPROVED_FOR_MARKETING,
  HC_TRIAL_WITHHELD,
  HC_TRIAL_UNKNOWN,
} HcTrialStatus;

HcTrialStatus  hc_trial_status_from_string (const char    *word);
const char    *hc_trial_status_to_words    (HcTrialStatus  status);

/**
 * HcTrialContact:
 * @name: (nullable): a name, which may be that of an office
 * @role: (nullable): the registry's word, `CONTACT` or `PRINCIPAL_INVESTIGATOR` for example
 * @phone: (nullable): a telephone number
 * @extension: (nullable): what is dialed after it
 * @email: (nullable): an address
 *
 * Whom to ask about a trial.
 */
typedef struct
{
  char *name;
  char *role;
  char *phone;
  char *extension;
  char *email;
} HcTrialContact;

/**
 * HcTrialSite:
 * @facility: (nullable): the name of the hospital
 * @city: (nullable): where it is
 * @state: (nullable): where it is
 * @zip: (nullable): where it is
 * @country: (nullable): where it is
 * @status: (nullable): the registry's word, see hc_trial_status_from_string()
 * @has_point: whether the two that follow are known
 * @latitude: in degrees, north is positive
 * @longitude: in degrees, east is positive
 * @contacts: (element-type HcTrialContact): whom to ask there
 *
 * A place where a trial takes place.
 */
typedef struct
{
  char      *facility;
  char      *city;
  char      *state;
  char      *zip;
  char      *country;
  char      *status;
  gboolean   has_point;
  double     latitude;
  double     longitude;
  GPtrArray *contacts;
} HcTrialSite;

/**
 * HcTrialIntervention:
 * @type: (nullable): the registry's word, `DRUG` for example
 * @name: what is done or given
 * @description: (nullable): more about it
 */
typedef struct
{
  char *type;
  char *name;
  char *description;
} HcTrialIntervention;

/**
 * HcTrial:
 * @nct: its number in the registry, `NCT` and eight digits
 * @title: its short title
 * @official_title: (nullable): its long one
 * @acronym: (nullable): its short name
 * @status: (nullable): the registry's word
 * @why_stopped: (nullable): why it was ended
 * @study_type: (nullable): `INTERVENTIONAL`, `OBSERVATIONAL` or `EXPANDED_ACCESS`
 * @phases: (element-type utf8): the registry's words, `PHASE1` for example
 * @conditions: (element-type utf8): what it is about
 * @keywords: (element-type utf8): more of that
 * @interventions: (element-type HcTrialIntervention): what is tested
 * @summary: (nullable): what it is about, in Markdown
 * @eligibility: (nullable): who can take part, in Markdown
 * @sex: (nullable): `ALL`, `FEMALE` or `MALE`
 * @gender_based: whether it goes by how people see themselves
 * @minimum_age: (nullable): `18 Years` for example
 * @maximum_age: (nullable): `75 Years` for example
 * @age_groups: (element-type utf8): `CHILD`, `ADULT`, `OLDER_ADULT`
 * @healthy: (nullable): `yes` or `no`: whether healthy people are taken
 * @sponsor: (nullable): who is responsible
 * @enrollment: how many people are planned or were in it; -1: not told
 * @start_date: (nullable): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @primary_completion_date: (nullable): when the main result is or was expected
 * @completion_date: (nullable): when it ends or ended
 * @verified_date: (nullable): when somebody last confirmed what it says
 * @updated: (nullable): when the registry published its last version
 * @contacts: (element-type HcTrialContact): whom to ask
 * @sites: (element-type HcTrialSite): where it takes place
 *
 * A clinical trial of ClinicalTrials.gov. Words of the registry are kept as they are, so that what the
 * program does not know is not lost. All text is valid UTF-8.
 */
typedef struct
{
  char      *nct;
  char      *title;
  char      *official_title;
  char      *acronym;
  char      *status;
  char      *why_stopped;
  char      *study_type;
  GPtrArray *phases;
  GPtrArray *conditions;
  GPtrArray *keywords;
  GPtrArray *interventions;
  char      *summary;
  char      *eligibility;
  char      *sex;
  gboolean   gender_based;
  char      *minimum_age;
  char      *maximum_age;
  GPtrArray *age_groups;
  char      *healthy;
  char      *sponsor;
  gint64     enrollment;
  char      *start_date;
  char      *primary_completion_date;
  char      *completion_date;
  char      *verified_date;
  char      *updated;
  GPtrArray *contacts;
  GPtrArray *sites;
} HcTrial;

HcTrial             *hc_trial_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void                 hc_trial_free             (HcTrial           *self);
HcTrialContact      *hc_trial_add_contact      (GPtrArray         *contacts);
HcTrialSite         *hc_trial_add_site         (HcTrial           *self);
HcTrialIntervention *hc_trial_add_intervention (HcTrial           *self);
HcTrialStatus        hc_trial_get_status       (const HcTrial     *self);
char                *hc_trial_dup_uri          (const char        *nct) G_GNUC_WARN_UNUSED_RESULT;
char                *hc_trial_dup_phase_words  (const HcTrial     *self) G_GNUC_WARN_UNUSED_RESULT;
char                *hc_trial_site_dup_place   (const HcTrialSite *site) G_GNUC_WARN_UNUSED_RESULT;
gboolean             hc_trial_nct_is_valid     (const char        *nct);
char                *hc_trial_clean_text       (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean             hc_trial_age_parse        (const char        *text,
                                                double            *years);
gboolean             hc_trial_date_is_valid    (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrial, hc_trial_free)

G_END_DECLS
