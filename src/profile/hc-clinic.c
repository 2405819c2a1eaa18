/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clinic.h"

#include "hc-clinic-private.h"
#include "hc-timestamp.h"

/**
 * HcClinic:
 *
 * A clinic or a doctor of the person's own. It changes only when #HcClinicStore has saved it, and then emits
 * `changed`. It keeps its dates after it was removed, so that it can be added again as it was.
 */
struct _HcClinic
{
  GObject          parent_instance;

  char            *id;
  HcClinicDetails  details; /* owned, and nothing of it is NULL */
  GDateTime       *created; /* NULL until it was added */
  GDateTime       *changed;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define FIELD(name) { #name, G_STRUCT_OFFSET (HcClinicDetails, name) }

static const HcTextField fields[] = {
  FIELD (person), FIELD (name), FIELD (doctor), FIELD (role), FIELD (address), FIELD (phone), FIELD (email),
  FIELD (web), FIELD (hours), FIELD (zone), FIELD (notes), FIELD (center),
};

#undef FIELD

G_DEFINE_FINAL_TYPE (HcClinic, hc_clinic, G_TYPE_OBJECT)

static void
hc_clinic_finalize (GObject *object)
{
  HcClinic *self = HC_CLINIC (object);

  g_free (self->id);
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_clinic_parent_class)->finalize (object);
}

static void
hc_clinic_class_init (HcClinicClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_clinic_finalize;

  /**
   * HcClinic::changed:
   *
   * Something else was saved of the clinic.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_CLINIC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_clinic_init (HcClinic *self)
{
}

/* Returns: (array length=n_fields): what HcClinicDetails has */
const HcTextField *
_hc_clinic_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/* Makes a clinic as the database holds it, or is to hold it. */
HcClinic *
_hc_clinic_new_with_id (const char            *id,
                        const HcClinicDetails *details,
                        GDateTime             *created,
                        GDateTime             *changed)
{
  HcClinic *self = g_object_new (HC_TYPE_CLINIC, NULL);

  self->id = g_strdup (id);
  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), details, &self->details);
  hc_timestamp_set (&self->created, created);
  hc_timestamp_set (&self->changed, changed);

  return self;
}

/* Makes @self say what was read back. */
void
_hc_clinic_set_saved (HcClinic *self,
                      HcClinic *saved)
{
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &self->details);
  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), &saved->details, &self->details);
  hc_timestamp_set (&self->created, saved->created);
  hc_timestamp_set (&self->changed, saved->changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_clinic_new:
 *
 * Returns: (transfer full): a clinic that is not saved and says nothing yet
 */
HcClinic *
hc_clinic_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_clinic_new_with_id (id, &(HcClinicDetails) { 0 }, NULL, NULL);
}

/**
 * hc_clinic_get_id:
 * @self: a clinic
 *
 * Returns: (transfer none): its id, a random UUID
 */
const char *
hc_clinic_get_id (HcClinic *self)
{
  g_return_val_if_fail (HC_IS_CLINIC (self), NULL);

  return self->id;
}

/**
 * hc_clinic_get_details:
 * @self: a clinic
 *
 * Returns: (transfer none): what is told of it, as it was saved last; valid until the next change
 */
const HcClinicDetails *
hc_clinic_get_details (HcClinic *self)
{
  g_return_val_if_fail (HC_IS_CLINIC (self), NULL);

  return &self->details;
}

/**
 * hc_clinic_get_created:
 * @self: a clinic
 *
 * Returns: (transfer none) (nullable): when it was added, %NULL before that
 */
GDateTime *
hc_clinic_get_created (HcClinic *self)
{
  g_return_val_if_fail (HC_IS_CLINIC (self), NULL);

  return self->created;
}

/**
 * hc_clinic_get_changed:
 * @self: a clinic
 *
 * Returns: (transfer none) (nullable): when something else was told of it, %NULL before it was added
 */
GDateTime *
hc_clinic_get_changed (HcClinic *self)
{
  g_return_val_if_fail (HC_IS_CLINIC (self), NULL);

  return self->changed;
}
