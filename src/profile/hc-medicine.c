/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-private.h"
#include "hc-wall-clock.h"

/**
 * HcMedicine:
 *
 * A medicine that a person takes or took. It changes only when #HcMedicineStore has saved it, and then emits
 * `changed`. It keeps its date after it was removed, so that it can be added again as it was.
 */
struct _HcMedicine
{
  GObject            parent_instance;

  char              *id;
  HcMedicineDetails  details; /* what it points to is owned; texts that may be empty are not NULL */
  GDateTime         *created; /* NULL until it was added */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcMedicine, hc_medicine, G_TYPE_OBJECT)

static void
clear_details (HcMedicineDetails *details)
{
  g_free ((char *) details->person);
  g_free ((char *) details->link);
  g_free ((char *) details->name);
  g_free ((char *) details->strength);
  g_free ((char *) details->form);
  g_free ((char *) details->actives);
  g_free ((char *) details->look.front);
  g_free ((char *) details->look.back);
  g_clear_pointer (&details->course, hc_course_free);
  g_free ((char *) details->unread_course);
  g_free ((char *) details->reason);
  g_free ((char *) details->prescriber);
  g_free ((char *) details->notes);
  g_clear_pointer (&details->counted, g_date_time_unref);
}

static void
hc_medicine_finalize (GObject *object)
{
  HcMedicine *self = HC_MEDICINE (object);

  g_free (self->id);
  clear_details (&self->details);
  g_clear_pointer (&self->created, g_date_time_unref);

  G_OBJECT_CLASS (hc_medicine_parent_class)->finalize (object);
}

static void
hc_medicine_class_init (HcMedicineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_medicine_finalize;

  /**
   * HcMedicine::changed:
   *
   * Something else was saved of the medicine.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_MEDICINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
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

/* Makes a medicine as the database holds it, or is to hold it. */
HcMedicine *
_hc_medicine_new_with_id (const char              *id,
                          const HcMedicineDetails *details,
                          GDateTime               *created)
{
  HcMedicine *self = g_object_new (HC_TYPE_MEDICINE, NULL);

  self->id = g_strdup (id);
  _hc_medicine_set_saved (self, details, created);

  return self;
}

/* Takes over what the database holds now; the time may be %NULL. */
void
_hc_medicine_set_saved (HcMedicine              *self,
                        const HcMedicineDetails *details,
                        GDateTime               *created)
{
  HcMedicineDetails old = self->details;

  g_assert (HC_IS_MEDICINE (self));

  self->details = *details;
  self->details.person = dup_text (details->person);
  self->details.link = g_strdup (details->link);
  self->details.name = g_strdup (details->name);
  self->details.strength = dup_text (details->strength);
  self->details.form = dup_text (details->form);
  self->details.actives = dup_text (details->actives);
  self->details.look.front = dup_text (details->look.front);
  self->details.look.back = dup_text (details->look.back);
  self->details.course = details->course != NULL ? hc_course_copy (details->course) : NULL;
  self->details.unread_course = g_strdup (details->unread_course);
  self->details.reason = dup_text (details->reason);
  self->details.prescriber = dup_text (details->prescriber);
  self->details.notes = dup_text (details->notes);
  self->details.counted = details->counted != NULL ? g_date_time_ref (details->counted) : NULL;
  clear_details (&old);

  if (created != NULL)
    g_date_time_ref (created);

  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;

  g_signal_emit (self, signals[CHANGED], 0);
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
 * Returns: (transfer none): what is told of it, as it was saved last; valid until the next change
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
 * hc_medicine_is_taken:
 * @self: a medicine
 * @now: the time
 *
 * Returns: whether the person takes it: it was not stopped, and its last day is not over
 */
gboolean
hc_medicine_is_taken (HcMedicine *self,
                      GDateTime  *now)
{
  const HcCourse *course;
  const HcRegimen *last;
  GDate today;

  g_return_val_if_fail (HC_IS_MEDICINE (self), FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  course = self->details.course;
  last = course != NULL ? hc_course_get_last (course) : NULL;
  if (last == NULL)
    return TRUE;

  if (hc_course_is_stopped (course, now))
    return FALSE;

  hc_wall_clock_get_day (now, &today);

  return !g_date_valid (&last->schedule->last) || g_date_compare (&today, &last->schedule->last) <= 0;
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
