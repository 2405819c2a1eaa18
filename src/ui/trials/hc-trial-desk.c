/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-desk.h"

#define SEX_KEY "trial-sex"
#define CITY_KEY "care-city"

/* So many trials of each group are kept, the nearest. */
#define MAX_MATCHES 2000

/**
 * HcTrialDesk:
 *
 * What the parts of Clinical Trials share: the trials, how they fit the person whose data is shown, what was told
 * for that besides what the dialog of a person asks, and which are compared. It emits `changed` when any of it is
 * another one, `matched` when the trials were compared with the person again.
 */
struct _HcTrialDesk
{
  GObject          parent_instance;

  HcContext       *context;
  HcTrialUpdate   *update;
  HcCareDirectory *directory; /* has the cities; NULL when the library cannot be read */

  char            *sex;       /* of the person that is shown; NULL: not told */
  HcCity          *city;      /* from which distances are told, of the directory; NULL: none */

  HcTrialMatcher  *matcher;   /* of the person that is shown; NULL: not needed yet */
  HcTrialMatches  *matches;   /* NULL: none yet */
  GError          *error;     /* why there are none */
  GCancellable    *matching;  /* NULL: nothing is under way */
  GPtrArray       *compared;  /* numbers of trials */
};

enum {
  CHANGED,
  MATCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcTrialDesk, hc_trial_desk, G_TYPE_OBJECT)

static const char *
get_person_id (HcTrialDesk *self)
{
  return hc_current_person_get_id (hc_context_get_person (self->context));
}

static void
changed (HcTrialDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_settings (HcTrialDesk *self)
{
  GSettings *settings = hc_context_get_settings (self->context);
  g_autoptr (GVariant) all = g_settings_get_value (settings, SEX_KEY);
  g_autofree char *label = g_settings_get_string (settings, CITY_KEY);
  const char *sex = NULL;

  g_variant_lookup (all, get_person_id (self), "&s", &sex);
  g_set_str (&self->sex, sex);
  self->city = self->directory != NULL ? hc_care_directory_get_city (self->directory, label) : NULL;
}

static void
write_sex (HcTrialDesk *self)
{
  GSettings *settings = hc_context_get_settings (self->context);
  g_autoptr (GVariant) all = g_settings_get_value (settings, SEX_KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id, *sex;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &sex))
    if (!g_str_equal (id, get_person_id (self)))
      g_variant_builder_add (&builder, "{ss}", id, sex);

  if (self->sex != NULL)
    g_variant_builder_add (&builder, "{ss}", get_person_id (self), self->sex);

  g_settings_set_value (settings, SEX_KEY, g_variant_builder_end (&builder));
}

static void
stop (HcTrialDesk *self)
{
  if (self->matching != NULL)
    g_cancellable_cancel (self->matching);
  g_clear_object (&self->matching);
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree GWeakRef *place = user_data;
  g_autoptr (HcTrialDesk) self = g_weak_ref_get (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialMatches) matches = hc_trial_matches_load_finish (result, &error);

  g_weak_ref_clear (place);

  /* Another comparison has taken the place of one that was ended. */
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->matching);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (matches != NULL)
    g_set_object (&self->matches, matches);
  g_signal_emit (self, signals[MATCHED], 0);
  changed (self);
}

/* Another person is shown, they changed, or another city was chosen. */
static void
person_changed_cb (HcTrialDesk *self)
{
  read_settings (self);
  hc_trial_desk_match (self);
}

static void
hc_trial_desk_dispose (GObject *object)
{
  HcTrialDesk *self = HC_TRIAL_DESK (object);

  stop (self);
  g_clear_object (&self->matches);
  g_clear_object (&self->update);
  g_clear_object (&self->directory);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_trial_desk_parent_class)->dispose (object);
}

static void
hc_trial_desk_finalize (GObject *object)
{
  HcTrialDesk *self = HC_TRIAL_DESK (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->matcher, hc_trial_matcher_free);
  g_free (self->sex);
  g_ptr_array_unref (self->compared);

  G_OBJECT_CLASS (hc_trial_desk_parent_class)->finalize (object);
}

static void
hc_trial_desk_class_init (HcTrialDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hc_trial_desk_dispose;
  object_class->finalize = hc_trial_desk_finalize;

  /**
   * HcTrialDesk::changed:
   *
   * Something of what is shown is another one: what is known, the trials, whether they are being compared.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcTrialDesk::matched:
   *
   * The trials were compared with the person.
   */
  signals[MATCHED] = g_signal_new ("matched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_trial_desk_init (HcTrialDesk *self)
{
  self->compared = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hc_trial_desk_new:
 * @context: what the pages share
 *
 * Returns: (transfer full): a desk; the trials are compared with the person at once
 */
HcTrialDesk *
hc_trial_desk_new (HcContext *context)
{
  HcTrialDesk *self;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_TRIAL_DESK, NULL);
  self->context = g_object_ref (context);
  self->update = hc_trial_update_new (context);
  self->directory = hc_care_directory_new (hc_context_get_library (context), &error);
  if (self->directory == NULL)
    g_warning ("No cities for distances: %s", error->message);
  g_signal_connect_object (hc_context_get_settings (context), "changed::" CITY_KEY, G_CALLBACK (person_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_trial_desk_get_catalog (self), "changed", G_CALLBACK (hc_trial_desk_match), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_saved_trials (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  person_changed_cb (self);

  return self;
}

/**
 * hc_trial_desk_get_context:
 * @self: a desk
 *
 * Returns: (transfer none): what the pages share
 */
HcContext *
hc_trial_desk_get_context (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->context;
}

/**
 * hc_trial_desk_get_catalog:
 * @self: a desk
 *
 * Returns: (transfer none): the trials that are here
 */
HcTrialCatalog *
hc_trial_desk_get_catalog (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return hc_context_get_trials (self->context);
}

/**
 * hc_trial_desk_get_update:
 * @self: a desk
 *
 * Returns: (transfer none): what fetches and imports trials
 */
HcTrialUpdate *
hc_trial_desk_get_update (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->update;
}

/**
 * hc_trial_desk_get_sex:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): `FEMALE` or `MALE`; %NULL when it was not told
 */
const char *
hc_trial_desk_get_sex (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->sex;
}

/**
 * hc_trial_desk_set_sex:
 * @self: a desk
 * @sex: (nullable): `FEMALE` or `MALE`; %NULL when it is not told
 *
 * Keeps it for the person whose data is shown, on this computer.
 */
void
hc_trial_desk_set_sex (HcTrialDesk *self,
                       const char  *sex)
{
  g_return_if_fail (HC_IS_TRIAL_DESK (self));

  if (!g_set_str (&self->sex, sex))
    return;

  write_sex (self);
  hc_trial_desk_match (self);
}

/**
 * hc_trial_desk_get_directory:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the cities to choose from; %NULL when the library cannot be read
 */
HcCareDirectory *
hc_trial_desk_get_directory (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->directory;
}

/**
 * hc_trial_desk_get_city:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the city from which distances are told, the same as in Find Care; %NULL when
 *   none was chosen
 */
HcCity *
hc_trial_desk_get_city (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->city;
}

/**
 * hc_trial_desk_fill_patient:
 * @self: a desk
 * @patient: (out caller-allocates): what is known of the person; it borrows, and is good until they change
 */
void
hc_trial_desk_fill_patient (HcTrialDesk    *self,
                            HcTrialPatient *patient)
{
  HcPerson *person;
  g_autoptr (GDateTime) now = NULL, local = NULL;

  g_return_if_fail (HC_IS_TRIAL_DESK (self));
  g_return_if_fail (patient != NULL);

  person = hc_current_person_get (hc_context_get_person (self->context));
  now = hc_clock_dup_time (hc_context_get_clock (self->context));
  local = g_date_time_to_local (now);
  *patient = (HcTrialPatient) {
    .sex = self->sex,
    .year = g_date_time_get_year (local),
  };

  if (self->city != NULL)
    {
      const HcCityDetails *city = hc_city_get_details (self->city);

      patient->has_place = TRUE;
      patient->latitude = city->latitude;
      patient->longitude = city->longitude;
    }

  if (person != NULL)
    {
      const HcPersonDetails *details = hc_person_get_details (person);

      patient->site = details->site;
      patient->stage = details->stage;
      patient->biomarkers = details->biomarkers;
      patient->treatment = details->treatment;
      patient->birth_year = details->birth_year;
    }
}

/**
 * hc_trial_desk_get_matches:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): how the trials fit, as of the last time that they were compared; %NULL
 *   before the first
 */
HcTrialMatches *
hc_trial_desk_get_matches (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->matches;
}

/**
 * hc_trial_desk_is_matching:
 * @self: a desk
 *
 * Returns: whether the trials are being compared with the person
 */
gboolean
hc_trial_desk_is_matching (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), FALSE);

  return self->matching != NULL;
}

/**
 * hc_trial_desk_get_error:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): why the trials could not be compared the last time
 */
const GError *
hc_trial_desk_get_error (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->error;
}

/**
 * hc_trial_desk_match:
 * @self: a desk
 *
 * Compares all trials with the person, in a thread. What was found before stays until it has ended.
 */
void
hc_trial_desk_match (HcTrialDesk *self)
{
  HcTrialPatient patient;
  GWeakRef *place;

  g_return_if_fail (HC_IS_TRIAL_DESK (self));

  stop (self);
  g_clear_pointer (&self->matcher, hc_trial_matcher_free);
  self->matching = g_cancellable_new ();
  hc_trial_desk_fill_patient (self, &patient);
  place = g_new0 (GWeakRef, 1);
  g_weak_ref_init (place, self);
  hc_trial_matches_load_async (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (hc_trial_desk_get_catalog (self))),
                               NULL, &patient, MAX_MATCHES, self->matching, matched_cb, place);
  changed (self);
}

/**
 * hc_trial_desk_match_trial:
 * @self: a desk
 * @trial: a trial
 * @is_listed: whether it was in the last list
 *
 * Returns: (transfer full): how it fits the person
 */
HcTrialMatch *
hc_trial_desk_match_trial (HcTrialDesk   *self,
                           const HcTrial *trial,
                           gboolean       is_listed)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);
  g_return_val_if_fail (trial != NULL, NULL);

  /* What it looks for is compiled once, and not for each row of a list. */
  if (self->matcher == NULL)
    {
      HcTrialPatient patient;

      hc_trial_desk_fill_patient (self, &patient);
      self->matcher = hc_trial_matcher_new (&patient);
    }

  return hc_trial_matcher_run (self->matcher, trial, is_listed);
}

/**
 * hc_trial_desk_find_saved:
 * @self: a desk
 * @nct: the number of a trial
 *
 * Returns: (transfer none) (nullable): what the person whose data is shown has saved of it
 */
HcSavedTrial *
hc_trial_desk_find_saved (HcTrialDesk *self,
                          const char  *nct)
{
  GListModel *saved;
  HcCurrentPerson *person;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);
  g_return_val_if_fail (nct != NULL, NULL);

  /* What was saved before anybody was told of belongs to the first person, too. */
  saved = G_LIST_MODEL (hc_profile_get_saved_trials (hc_context_get_profile (self->context)));
  person = hc_context_get_person (self->context);
  for (guint i = 0; i < g_list_model_get_n_items (saved); i++)
    {
      g_autoptr (HcSavedTrial) trial = g_list_model_get_item (saved, i);
      const HcSavedTrialDetails *details = hc_saved_trial_get_details (trial);

      if (g_str_equal (details->nct, nct) && hc_current_person_owns (person, details->person))
        return trial; /* the store keeps it */
    }

  return NULL;
}

/**
 * hc_trial_desk_get_compared:
 * @self: a desk
 *
 * Returns: (transfer none) (element-type utf8): the numbers of the trials that are to be compared
 */
GPtrArray *
hc_trial_desk_get_compared (HcTrialDesk *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), NULL);

  return self->compared;
}

/**
 * hc_trial_desk_compares:
 * @self: a desk
 * @nct: the number of a trial
 *
 * Returns: whether it is to be compared
 */
gboolean
hc_trial_desk_compares (HcTrialDesk *self,
                        const char  *nct)
{
  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), FALSE);

  return g_ptr_array_find_with_equal_func (self->compared, nct, g_str_equal, NULL);
}

/**
 * hc_trial_desk_set_compared:
 * @self: a desk
 * @nct: the number of a trial
 * @is_compared: whether it is to be compared
 *
 * Returns: %FALSE when there are too many already
 */
gboolean
hc_trial_desk_set_compared (HcTrialDesk *self,
                            const char  *nct,
                            gboolean     is_compared)
{
  guint index;
  gboolean is_there;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (self), FALSE);
  g_return_val_if_fail (nct != NULL, FALSE);

  is_there = g_ptr_array_find_with_equal_func (self->compared, nct, g_str_equal, &index);
  if (is_there == is_compared)
    return TRUE;

  if (is_compared && self->compared->len == HC_TRIAL_MAX_COMPARED)
    return FALSE;

  if (is_compared)
    g_ptr_array_add (self->compared, g_strdup (nct));
  else
    g_ptr_array_remove_index (self->compared, index);
  changed (self);

  return TRUE;
}
