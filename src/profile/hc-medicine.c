/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-private.h"

/**
 * HcMedicine:
 *
 * A medicine that a person takes. It keeps its date after it was removed, so that it can be added again as
 * it was.
 */
struct _HcMedicine
{
  GObject            parent_instance;

  char              *id;
  HcMedicineDetails  details; /* its strings are owned; what may be empty is not NULL */
  GDateTime         *created; /* NULL until it was added */
};

G_DEFINE_FINAL_TYPE (HcMedicine, hc_medicine, G_TYPE_OBJECT)

static void
hc_medicine_finalize (GObject *object)
{
  HcMedicine *self = HC_MEDICINE (object);

  g_free (self->id);
  g_free ((char *) self->details.person);
  g_free ((char *) self->details.link);
  g_free ((char *) self->details.name);
  g_free ((char *) self->details.strength);
  g_free ((char *) self->details.form);
  g_free ((char *) self->details.actives);
  g_free ((char *) self->details.look.front);
  g_free ((char *) self->details.look.back);
  g_clear_pointer (&self->created, g_date_time_unref);

  G_OBJECT_CLASS (hc_medicine_parent_class)->finalize (object);
}

static void
hc_medicine_class_init (HcMedicineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_medicine_finalize;
}

static void
hc_medicine_init (HcMedicine *self)
{
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * hc_medicine_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a medicine that is not saved
 */
HcMedicine *
hc_medicine_new (const HcMedicineDetails *details)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (details != NULL && details->name != NULL, NULL);

  return _hc_medicine_new_with_id (id, details, NULL);
}

/* Makes a medicine as the database holds it. */
HcMedicine *
_hc_medicine_new_with_id (const char              *id,
                          const HcMedicineDetails *details,
                          GDateTime               *created)
{
  HcMedicine *self = g_object_new (HC_TYPE_MEDICINE, NULL);

  self->id = g_strdup (id);
  self->details = *details;
  self->details.person = dup_text (details->person);
  self->details.link = g_strdup (details->link);
  self->details.name = g_strdup (details->name);
  self->details.strength = dup_text (details->strength);
  self->details.form = dup_text (details->form);
  self->details.actives = dup_text (details->actives);
  self->details.look.front = dup_text (details->look.front);
  self->details.look.back = dup_text (details->look.back);
  _hc_medicine_set_created (self, created);

  return self;
}

/* Takes over what the database holds now, or %NULL. */
void
_hc_medicine_set_created (HcMedicine *self,
                          GDateTime  *created)
{
  g_assert (HC_IS_MEDICINE (self));

  if (created != NULL)
    g_date_time_ref (created);

  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;
}

/**
 * hc_medicine_get_id:
 * @self: a medicine
 *
 * Returns: (transfer none): its id, a random UUID
 */
const char *
hc_medicine_get_id (HcMedicine *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE (self), NULL);

  return self->id;
}

/**
 * hc_medicine_get_details:
 * @self: a medicine
 *
 * Returns: (transfer none): what is told of it; only the link may be %NULL
 */
const HcMedicineDetails *
hc_medicine_get_details (HcMedicine *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE (self), NULL);

  return &self->details;
}

/**
 * hc_medicine_get_created:
 * @self: a medicine
 *
 * Returns: (transfer none) (nullable): when it was added, %NULL before that
 */
GDateTime *
hc_medicine_get_created (HcMedicine *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE (self), NULL);

  return self->created;
}

/**
 * hc_medicine_dup_title:
 * @self: a medicine
 *
 * Returns: (transfer full): its name and its strength
 */
char *
hc_medicine_dup_title (HcMedicine *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE (self), NULL);

  return *self->details.strength != '\0' ? g_strdup_printf ("%s %s", self->details.name, self->details.strength)
                                         : g_strdup (self->details.name);
}

/**
 * hc_medicine_make_pill:
 * @self: a medicine
 *
 * Returns: (transfer full): the medicine as a pill, to be drawn
 */
HcPill *
hc_medicine_make_pill (HcMedicine *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE (self), NULL);

  return hc_pill_new (&self->details.look, &(HcPillDetails) {
    .target = self->details.link,
    .name = self->details.name,
    .strength = self->details.strength,
    .form = self->details.form,
  });
}
