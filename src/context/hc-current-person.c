/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-current-person.h"

#define KEY "current-person"
#define FIRST_KEY "first-person"

/**
 * HcCurrentPerson:
 *
 * The person whose data is shown. It is remembered in the settings, so that the program begins with the person
 * it was left with; as long as nobody was chosen, or who was chosen is gone, it is the first person of the
 * profile. It emits `changed` when it is somebody else, and when something else is told of them.
 */
struct _HcCurrentPerson
{
  GObject        parent_instance;

  HcProfile     *profile;
  GSettings     *settings;
  HcPerson      *person;         /* NULL: nobody was told of */
  gulong         changed_handler; /* of that person */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcCurrentPerson, hc_current_person, G_TYPE_OBJECT)

static void
let_go_of_person (HcCurrentPerson *self)
{
  g_clear_signal_handler (&self->changed_handler, self->person);
  g_clear_object (&self->person);
}

static void
hc_current_person_finalize (GObject *object)
{
  HcCurrentPerson *self = HC_CURRENT_PERSON (object);

  let_go_of_person (self);
  g_clear_object (&self->profile);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hc_current_person_parent_class)->finalize (object);
}

static void
hc_current_person_class_init (HcCurrentPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_current_person_finalize;

  /**
   * HcCurrentPerson::changed:
   *
   * It is somebody else, or something else is told of them.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_current_person_init (HcCurrentPerson *self)
{
}

static void
person_changed_cb (HcCurrentPerson *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
update (HcCurrentPerson *self)
{
  HcPersonStore *people = hc_profile_get_people (self->profile);
  g_autofree char *id = g_settings_get_string (self->settings, KEY);
  HcPerson *person = hc_store_lookup (HC_STORE (people), id);

  /* With nobody left the program begins as new: what is written then belongs to the next one. */
  if (hc_profile_get_state (self->profile) == HC_PROFILE_READY && hc_person_store_get_first (people) == NULL)
    g_settings_reset (self->settings, FIRST_KEY);

  if (person == NULL)
    person = hc_person_store_get_first (people);

  if (person == self->person)
    return;

  let_go_of_person (self);
  if (person != NULL)
    {
      self->person = g_object_ref (person);
      self->changed_handler = g_signal_connect_swapped (person, "changed", G_CALLBACK (person_changed_cb), self);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_current_person_new:
 * @profile: the profile with the people
 * @settings: the preferences, which remember who was chosen
 *
 * Returns: (transfer full): the current person
 */
HcCurrentPerson *
hc_current_person_new (HcProfile *profile,
                       GSettings *settings)
{
  HcCurrentPerson *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HC_TYPE_CURRENT_PERSON, NULL);
  self->profile = g_object_ref (profile);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (hc_profile_get_people (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_current_person_get:
 * @self: the current person
 *
 * Returns: (transfer none) (nullable): the person, %NULL when nobody was told of
 */
HcPerson *
hc_current_person_get (HcCurrentPerson *self)
{
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (self), NULL);

  return self->person;
}

/**
 * hc_current_person_get_id:
 * @self: the current person
 *
 * Returns: (transfer none): the id to save with what belongs to the person, empty when nobody was told of
 */
const char *
hc_current_person_get_id (HcCurrentPerson *self)
{
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (self), "");

  return self->person != NULL ? hc_person_get_id (self->person) : "";
}

/**
 * hc_current_person_get_first:
 * @self: the current person
 *
 * Returns: (transfer none) (nullable): the person to whom belongs what has no owner: it was written before
 *   anybody was told of; %NULL when nobody was told of, or they were removed
 */
HcPerson *
hc_current_person_get_first (HcCurrentPerson *self)
{
  HcPersonStore *people;
  g_autofree char *id = NULL;

  g_return_val_if_fail (HC_IS_CURRENT_PERSON (self), NULL);

  people = hc_profile_get_people (self->profile);
  id = g_settings_get_string (self->settings, FIRST_KEY);

  return *id != '\0' ? hc_store_lookup (HC_STORE (people), id) : hc_person_store_get_first (people);
}

/**
 * hc_current_person_expect_removal:
 * @self: the current person
 * @person: a person who is about to be removed, by an operation that can be undone
 *
 * Keeps what has no owner from becoming that of the next person: it comes back with @person when the removal is
 * undone.
 */
void
hc_current_person_expect_removal (HcCurrentPerson *self,
                                  HcPerson        *person)
{
  g_return_if_fail (HC_IS_CURRENT_PERSON (self));
  g_return_if_fail (HC_IS_PERSON (person));

  if (person == hc_current_person_get_first (self))
    g_settings_set_string (self->settings, FIRST_KEY, hc_person_get_id (person));
}

/**
 * hc_current_person_is_first:
 * @self: the current person
 *
 * Returns: whether what has no owner is theirs: it was written before anybody was told of
 */
gboolean
hc_current_person_is_first (HcCurrentPerson *self)
{
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (self), FALSE);

  return self->person == NULL || self->person == hc_current_person_get_first (self);
}

/**
 * hc_current_person_owns:
 * @self: the current person
 * @person_id: the owner of something, empty for none
 *
 * Returns: whether it is to be shown as the person's own
 */
gboolean
hc_current_person_owns (HcCurrentPerson *self,
                        const char      *person_id)
{
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (self), FALSE);
  g_return_val_if_fail (person_id != NULL, FALSE);

  if (*person_id == '\0')
    return hc_current_person_is_first (self);

  /* What somebody owned who was removed does not become that of nobody in particular. */
  return self->person != NULL && g_str_equal (person_id, hc_person_get_id (self->person));
}

/**
 * hc_current_person_find_owner:
 * @self: the current person
 * @person_id: the owner of something, empty for none
 *
 * Returns: (transfer none) (nullable): the id of the person of the profile to whom it belongs, whoever is shown;
 *   empty when nobody was told of, %NULL when it belonged to somebody who was removed
 */
const char *
hc_current_person_find_owner (HcCurrentPerson *self,
                              const char      *person_id)
{
  HcPersonStore *people;
  HcPerson *person;

  g_return_val_if_fail (HC_IS_CURRENT_PERSON (self), NULL);
  g_return_val_if_fail (person_id != NULL, NULL);

  people = hc_profile_get_people (self->profile);
  person = *person_id != '\0' ? hc_store_lookup (HC_STORE (people), person_id) : hc_current_person_get_first (self);
  if (person != NULL)
    return hc_person_get_id (person);

  return *person_id == '\0' && g_list_model_get_n_items (G_LIST_MODEL (people)) == 0 ? "" : NULL;
}

/**
 * hc_current_person_choose:
 * @self: the current person
 * @person_id: the id of a person of the profile
 *
 * Shows the data of this person from now on.
 */
void
hc_current_person_choose (HcCurrentPerson *self,
                          const char      *person_id)
{
  g_return_if_fail (HC_IS_CURRENT_PERSON (self));
  g_return_if_fail (person_id != NULL);

  g_settings_set_string (self->settings, KEY, person_id);
}
