/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person.h"

#include "hc-person-private.h"

/**
 * HcPerson:
 *
 * A person whose cancer the program is about. It changes only when #HcPersonStore has saved it, and
 * then emits `changed`.
 */
struct _HcPerson
{
  GObject          parent_instance;

  char            *id;
  HcPersonDetails  details; /* its strings are owned */
  GDateTime       *created; /* NULL until it was saved */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPerson, hc_person, G_TYPE_OBJECT)

static void
clear_details (HcPersonDetails *details)
{
  g_free ((char *) details->name);
  g_free ((char *) details->site);
  g_free ((char *) details->stage);
  g_free ((char *) details->biomarkers);
  g_free ((char *) details->allergies);
  g_free ((char *) details->foods);
  g_free ((char *) details->treatment);
  g_free ((char *) details->last_visit);
  g_free ((char *) details->treated);
}

static void
hc_person_finalize (GObject *object)
{
  HcPerson *self = HC_PERSON (object);

  g_free (self->id);
  clear_details (&self->details);
  g_clear_pointer (&self->created, g_date_time_unref);

  G_OBJECT_CLASS (hc_person_parent_class)->finalize (object);
}

static void
hc_person_class_init (HcPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_person_finalize;

  /**
   * HcPerson::changed:
   *
   * Something else was saved of the person.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_PERSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_person_init (HcPerson *self)
{
}

/* Returns: (transfer full): a person of whom _hc_person_set_saved() is to say the rest */
HcPerson *
_hc_person_new_with_id (const char *id)
{
  HcPerson *self = g_object_new (HC_TYPE_PERSON, NULL);

  self->id = g_strdup (id);

  return self;
}

/**
 * hc_person_new:
 *
 * Returns: (transfer full): a person of whom nothing is known and who is not saved yet
 */
HcPerson *
hc_person_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_person_new_with_id (id);
}

/* Takes over what the database holds now, or is to hold; the time may be %NULL then. */
void
_hc_person_set_saved (HcPerson              *self,
                      const HcPersonDetails *details,
                      GDateTime             *created)
{
  HcPersonDetails old = self->details;

  g_assert (HC_IS_PERSON (self));

  self->details = *details;
  self->details.name = g_strdup (details->name);
  self->details.site = g_strdup (details->site);
  self->details.stage = g_strdup (details->stage);
  self->details.biomarkers = g_strdup (details->biomarkers);
  self->details.allergies = g_strdup (details->allergies);
  self->details.foods = g_strdup (details->foods);
  self->details.treatment = g_strdup (details->treatment);
  self->details.last_visit = g_strdup (details->last_visit);
  self->details.treated = g_strdup (details->treated);
  clear_details (&old);

  if (created != NULL)
    g_date_time_ref (created);

  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_person_get_id:
 * @self: a person
 *
 * Returns: the id, a UUID
 */
const char *
hc_person_get_id (HcPerson *self)
{
  g_return_val_if_fail (HC_IS_PERSON (self), NULL);

  return self->id;
}

/**
 * hc_person_get_details:
 * @self: a person
 *
 * Returns: (transfer none): what was told, as it was saved last; valid until the next change
 */
const HcPersonDetails *
hc_person_get_details (HcPerson *self)
{
  g_return_val_if_fail (HC_IS_PERSON (self), NULL);

  return &self->details;
}

/**
 * hc_person_get_created:
 * @self: a person
 *
 * Returns: (nullable) (transfer none): when the person was saved first; %NULL until then
 */
GDateTime *
hc_person_get_created (HcPerson *self)
{
  g_return_val_if_fail (HC_IS_PERSON (self), NULL);

  return self->created;
}
