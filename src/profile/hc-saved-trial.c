/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-saved-trial.h"

#include "hc-saved-trial-private.h"
#include "hc-timestamp.h"

/**
 * HcSavedTrial:
 *
 * A clinical trial that somebody saved, with a whole copy of it. It changes only when #HcSavedTrialStore has
 * saved it, and then emits `changed`. It keeps everything after it was removed, so that it can be saved
 * again.
 */
struct _HcSavedTrial
{
  GObject              parent_instance;

  char                *key;
  HcSavedTrialDetails  details; /* its strings are owned, none is NULL */
  GDateTime           *created; /* NULL until it was saved, as the next one */
  GDateTime           *changed;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define FIELD(name) { #name, G_STRUCT_OFFSET (HcSavedTrialDetails, name) }

static const HcTextField fields[] = {
  FIELD (person), FIELD (nct), FIELD (title), FIELD (copy), FIELD (version), FIELD (note), FIELD (questions),
};

#undef FIELD

G_DEFINE_FINAL_TYPE (HcSavedTrial, hc_saved_trial, G_TYPE_OBJECT)

static void
hc_saved_trial_finalize (GObject *object)
{
  HcSavedTrial *self = HC_SAVED_TRIAL (object);

  g_free (self->key);
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_saved_trial_parent_class)->finalize (object);
}

static void
hc_saved_trial_class_init (HcSavedTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_saved_trial_finalize;

  /**
   * HcSavedTrial::changed:
   *
   * Something else of the trial was saved.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_SAVED_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_saved_trial_init (HcSavedTrial *self)
{
}

/* Returns: (array length=n_fields): what HcSavedTrialDetails has */
const HcTextField *
_hc_saved_trial_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/* Returns: (transfer full): what tells the trial of a person from all others; the SQL of the store makes the
 * same */
char *
_hc_saved_trial_make_key (const char *person,
                          const char *nct)
{
  return g_strconcat (person != NULL ? person : "", "/", nct, NULL);
}

/**
 * hc_saved_trial_new:
 * @details: what is to be saved, copied
 *
 * Returns: (transfer full): a trial that is not saved yet
 */
HcSavedTrial *
hc_saved_trial_new (const HcSavedTrialDetails *details)
{
  HcSavedTrial *self;

  g_return_val_if_fail (details != NULL && details->nct != NULL, NULL);

  self = g_object_new (HC_TYPE_SAVED_TRIAL, NULL);
  self->key = _hc_saved_trial_make_key (details->person, details->nct);
  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), details, &self->details);

  return self;
}

/* Takes over what the database holds now, or is to hold; the times may be %NULL then. */
void
_hc_saved_trial_set_saved (HcSavedTrial              *self,
                           const HcSavedTrialDetails *details,
                           GDateTime                 *created,
                           GDateTime                 *changed)
{
  HcSavedTrialDetails old = self->details;

  g_assert (HC_IS_SAVED_TRIAL (self));

  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), details, &self->details);
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &old);

  hc_timestamp_set (&self->created, created);
  hc_timestamp_set (&self->changed, changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_saved_trial_get_key:
 * @self: a saved trial
 *
 * Returns: (transfer none): what tells it from all others in the store
 */
const char *
hc_saved_trial_get_key (HcSavedTrial *self)
{
  g_return_val_if_fail (HC_IS_SAVED_TRIAL (self), NULL);

  return self->key;
}

/**
 * hc_saved_trial_get_details:
 * @self: a saved trial
 *
 * Returns: (transfer none): what was saved last; valid until the next change
 */
const HcSavedTrialDetails *
hc_saved_trial_get_details (HcSavedTrial *self)
{
  g_return_val_if_fail (HC_IS_SAVED_TRIAL (self), NULL);

  return &self->details;
}

/**
 * hc_saved_trial_get_created:
 * @self: a saved trial
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_saved_trial_get_created (HcSavedTrial *self)
{
  g_return_val_if_fail (HC_IS_SAVED_TRIAL (self), NULL);

  return self->created;
}

/**
 * hc_saved_trial_get_changed:
 * @self: a saved trial
 *
 * Returns: (nullable) (transfer none): when something else was last saved of it; %NULL until it was saved
 */
GDateTime *
hc_saved_trial_get_changed (HcSavedTrial *self)
{
  g_return_val_if_fail (HC_IS_SAVED_TRIAL (self), NULL);

  return self->changed;
}
