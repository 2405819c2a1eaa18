/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-check.h"

#include <string.h>

#include "hc-link.h"

/**
 * HcMedicineCheck:
 *
 * Joins what the library knows of interactions and the medicines of the person. It says ::changed when there
 * are other medicines than before.
 */
struct _HcMedicineCheck
{
  GObject            parent_instance;

  HcLibrary         *library;
  HcProfile         *profile;
  HcCurrentPerson   *person;
  HcClock           *clock;
  HcInteractionBook *book; /* NULL until it is needed, or when it cannot be read */
  HcAllergyBook     *allergies; /* likewise */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcMedicineCheck, hc_medicine_check, G_TYPE_OBJECT)

static void
hc_medicine_check_finalize (GObject *object)
{
  HcMedicineCheck *self = HC_MEDICINE_CHECK (object);

  g_clear_object (&self->library);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);
  g_clear_object (&self->allergies);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (hc_medicine_check_parent_class)->finalize (object);
}

static void
hc_medicine_check_class_init (HcMedicineCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_medicine_check_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_medicine_check_init (HcMedicineCheck *self)
{
}

static void
medicines_changed_cb (HcMedicineCheck *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_medicine_check_new:
 * @library: the library
 * @profile: the profile
 * @person: whose medicines are checked
 * @clock: tells which of them are taken now
 *
 * Returns: (transfer full): a check
 */
HcMedicineCheck *
hc_medicine_check_new (HcLibrary       *library,
                       HcProfile       *profile,
                       HcCurrentPerson *person,
                       HcClock         *clock)
{
  HcMedicineCheck *self;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_MEDICINE_CHECK, NULL);
  self->library = g_object_ref (library);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed",
                           G_CALLBACK (medicines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (medicines_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_medicine_check_get_book:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what the library knows of interactions, %NULL when it cannot be read
 */
HcInteractionBook *
hc_medicine_check_get_book (HcMedicineCheck *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);

  if (self->book == NULL && (self->book = hc_interaction_book_new (self->library, &error)) == NULL)
    g_warning ("The interactions cannot be read: %s", error->message);

  return self->book;
}

/**
 * hc_medicine_check_get_allergy_book:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what the library knows of allergies, %NULL when it cannot be read
 */
HcAllergyBook *
hc_medicine_check_get_allergy_book (HcMedicineCheck *self)
{
  g_autoptr (GError) error = NULL;
  HcInteractionBook *book;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);

  book = hc_medicine_check_get_book (self);
  if (self->allergies == NULL && book != NULL &&
      (self->allergies = hc_allergy_book_new (self->library, book, &error)) == NULL)
    g_warning ("The allergies cannot be read: %s", error->message);

  return self->allergies;
}

static gboolean
add_substance (GPtrArray   *substances,
               HcSubstance *substance)
{
  if (substance == NULL)
    return FALSE;

  if (!g_ptr_array_find (substances, substance, NULL))
    g_ptr_array_add (substances, g_object_ref (substance));

  return TRUE;
}

/* No name of a substance is longer, in bytes. */
#define MAX_NAME 200

/* Finds a salt by the name of what acts in it: "oxycodone hydrochloride" is oxycodone. */
static HcSubstance *
find_active (HcInteractionBook *book,
             const char        *name)
{
  g_autofree char *shortened = g_strndup (name, MAX_NAME);
  HcSubstance *substance;
  char *blank;

  while ((substance = hc_interaction_book_find (book, shortened)) == NULL &&
         (blank = strrchr (shortened, ' ')) != NULL)
    *blank = '\0';

  return substance;
}

/**
 * hc_medicine_check_resolve:
 * @self: a check
 * @name: what somebody calls a medicine, a supplement or a food
 * @link: (nullable): what there is to read about it
 * @actives: (nullable): the names of what acts in it, one a line
 *
 * Finds out what acts in something: the text that its link leads to says it, or the names of what acts in
 * it, or its own name.
 *
 * Returns: (transfer full): an item to be checked; one without substances when nothing is known of it
 */
HcCheckedItem *
hc_medicine_check_resolve (HcMedicineCheck *self,
                           const char      *name,
                           const char      *link,
                           const char      *actives)
{
  g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcLink) parsed = link != NULL ? hc_link_parse (link, NULL) : NULL;
  g_auto (GStrv) names = g_strsplit (actives != NULL ? actives : "", "\n", -1);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  HcInteractionBook *book;
  HcCheckedItem *item;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  book = hc_medicine_check_get_book (self);

  if (book != NULL && parsed != NULL && g_str_equal (parsed->place, "drug") && parsed->id != NULL)
    add_substance (substances, hc_interaction_book_get_substance (book, parsed->id));

  for (guint i = 0; book != NULL && names[i] != NULL; i++)
    if (*names[i] != '\0' && !add_substance (substances, find_active (book, names[i])))
      g_ptr_array_add (unknown, names[i]);

  if (book != NULL && substances->len == 0)
    add_substance (substances, hc_interaction_book_find (book, name));

  item = hc_checked_item_new (name, substances);

  /* Of something of which nothing is known at all its own name is told. */
  for (guint i = 0; substances->len > 0 && i < unknown->len; i++)
    hc_checked_item_add_unknown (item, g_ptr_array_index (unknown, i));

  return item;
}

/* Whether what has an owner is that of a person; %NULL is the one whose data is shown. */
static gboolean
is_of (HcMedicineCheck *self,
       const char      *owner,
       const char      *person)
{
  HcPerson *first;

  if (person == NULL)
    return hc_current_person_owns (self->person, owner);

  if (*owner != '\0')
    return g_str_equal (owner, person);

  first = hc_current_person_get_first (self->person);

  return first != NULL && g_str_equal (person, hc_person_get_id (first));
}

static void
add_foods (HcMedicineCheck *self,
           GPtrArray       *items,
           const char      *person_id)
{
  HcPerson *person = person_id != NULL ? hc_store_lookup (HC_STORE (hc_profile_get_people (self->profile)), person_id)
                                       : hc_current_person_get (self->person);
  const char *lines = person != NULL ? hc_person_get_details (person)->foods : NULL;
  g_auto (GStrv) foods = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; foods[i] != NULL; i++)
    if (*g_strstrip (foods[i]) != '\0')
      g_ptr_array_add (items, hc_medicine_check_resolve (self, foods[i], NULL, NULL));
}

/* @person: (nullable): the id of a person, NULL for the one whose data is shown */
static GPtrArray *
dup_items_for (HcMedicineCheck *self,
               const char      *person)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *medicines;
  g_autoptr (GDateTime) now = NULL;
  guint n;

  medicines = G_LIST_MODEL (hc_profile_get_medicines (self->profile));
  now = hc_clock_dup_time (self->clock);
  n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);
      const HcMedicineDetails *details = hc_medicine_get_details (medicine);

      if (is_of (self, details->person, person) && hc_medicine_is_taken (medicine, now))
        g_ptr_array_add (items, hc_medicine_check_resolve (self, details->name, details->link, details->actives));
    }

  add_foods (self, items, person);

  return g_steal_pointer (&items);
}

/**
 * hc_medicine_check_dup_items:
 * @self: a check
 *
 * Returns: (transfer full) (element-type HcCheckedItem): what the person takes whose data is shown, in the order in
 *   which it is listed, and then what they usually eat and drink
 */
GPtrArray *
hc_medicine_check_dup_items (HcMedicineCheck *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);

  return dup_items_for (self, NULL);
}

/**
 * hc_medicine_check_run_for:
 * @self: a check
 * @person: (nullable): the id of a person, %NULL for the one whose data is shown
 *
 * Returns: (transfer full) (nullable): what is known of the medicines of the person taken together; %NULL
 *   when the library cannot be read
 */
HcInteractionCheck *
hc_medicine_check_run_for (HcMedicineCheck *self,
                           const char      *person)
{
  g_autoptr (GPtrArray) items = NULL;
  HcInteractionBook *book;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);

  items = dup_items_for (self, person);
  book = hc_medicine_check_get_book (self);

  return book != NULL ? hc_interaction_check_run (book, items) : NULL;
}

/**
 * hc_medicine_check_run:
 * @self: a check
 *
 * Returns: (transfer full) (nullable): what is known of what the person takes whose data is shown, see
 *   hc_medicine_check_run_for()
 */
HcInteractionCheck *
hc_medicine_check_run (HcMedicineCheck *self)
{
  return hc_medicine_check_run_for (self, NULL);
}

/**
 * hc_medicine_check_run_with_for:
 * @self: a check
 * @person: (nullable): the id of a person, %NULL for the one whose data is shown
 * @item: something else
 *
 * Returns: (transfer full) (nullable): what is known of @item together with each medicine of the person,
 *   leaving out what is known of these among themselves, see hc_interaction_check_run_with()
 */
HcInteractionCheck *
hc_medicine_check_run_with_for (HcMedicineCheck *self,
                                const char      *person,
                                HcCheckedItem   *item)
{
  g_autoptr (GPtrArray) items = NULL;
  HcInteractionBook *book;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);
  g_return_val_if_fail (HC_IS_CHECKED_ITEM (item), NULL);

  items = dup_items_for (self, person);
  book = hc_medicine_check_get_book (self);

  return book != NULL ? hc_interaction_check_run_with (book, item, items) : NULL;
}

/**
 * hc_medicine_check_run_with:
 * @self: a check
 * @item: something else
 *
 * Returns: (transfer full) (nullable): what is known of @item together with the medicines of the first person,
 *   see hc_medicine_check_run_with_for()
 */
HcInteractionCheck *
hc_medicine_check_run_with (HcMedicineCheck *self,
                            HcCheckedItem   *item)
{
  return hc_medicine_check_run_with_for (self, NULL, item);
}

/**
 * hc_medicine_check_run_allergies_for:
 * @self: a check
 * @person: (nullable): the id of a person, %NULL for the one whose data is shown
 * @allergies: (array zero-terminated=1): the allergies of the person, as they wrote them
 *
 * Returns: (transfer full) (nullable): which medicines of the person these forbid, %NULL when the library cannot
 *   be read
 */
HcAllergyCheck *
hc_medicine_check_run_allergies_for (HcMedicineCheck   *self,
                                     const char        *person,
                                     const char *const *allergies)
{
  g_autoptr (GPtrArray) items = NULL;
  HcAllergyBook *book;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);
  g_return_val_if_fail (allergies != NULL, NULL);

  items = dup_items_for (self, person);
  book = hc_medicine_check_get_allergy_book (self);

  return book != NULL ? hc_allergy_check_run (book, allergies, items) : NULL;
}

/**
 * hc_medicine_check_run_allergies:
 * @self: a check
 * @item: (nullable): something else, %NULL for all medicines of the person
 *
 * Looks at the allergies that the person whose data is shown was told to have.
 *
 * Returns: (transfer full) (nullable): which of them forbid @item, or which medicines; %NULL when nobody was told of,
 *   or the library cannot be read
 */
HcAllergyCheck *
hc_medicine_check_run_allergies (HcMedicineCheck *self,
                                 HcCheckedItem   *item)
{
  g_auto (GStrv) allergies = NULL;
  g_autoptr (GPtrArray) items = NULL;
  HcAllergyBook *book;
  HcPerson *person;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);
  g_return_val_if_fail (item == NULL || HC_IS_CHECKED_ITEM (item), NULL);

  person = hc_current_person_get (self->person);
  if (person == NULL || hc_person_get_details (person)->allergies == NULL)
    return NULL;

  allergies = g_strsplit (hc_person_get_details (person)->allergies, "\n", -1);
  if (item == NULL)
    return hc_medicine_check_run_allergies_for (self, NULL, (const char *const *) allergies);

  items = g_ptr_array_new ();
  g_ptr_array_add (items, item);
  book = hc_medicine_check_get_allergy_book (self);

  return book != NULL ? hc_allergy_check_run (book, (const char *const *) allergies, items) : NULL;
}

/**
 * hc_medicine_check_list_foods:
 * @self: a check
 *
 * Returns: (transfer full) (element-type HcSubstance): what the library knows of foods and drinks, by their
 *   names; none when it cannot be read
 */
GPtrArray *
hc_medicine_check_list_foods (HcMedicineCheck *self)
{
  g_autoptr (GPtrArray) foods = g_ptr_array_new_with_free_func (g_object_unref);
  HcInteractionBook *book;
  GListModel *substances;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (self), NULL);

  book = hc_medicine_check_get_book (self);
  substances = book != NULL ? hc_interaction_book_get_substances (book) : NULL;

  for (guint i = 0; substances != NULL && i < g_list_model_get_n_items (substances); i++)
    {
      g_autoptr (HcSubstance) substance = g_list_model_get_item (substances, i);

      if (hc_substance_get_kind (substance) == HC_SUBSTANCE_FOOD)
        g_ptr_array_add (foods, g_steal_pointer (&substance));
    }

  return g_steal_pointer (&foods);
}
