/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-contact.h"

#include "hc-care-contact-private.h"
#include "hc-timestamp.h"

/**
 * HcCareContact:
 *
 * Somebody to call and to ask. It changes only when #HcCareContactStore has saved it, and then emits
 * `changed`. It keeps everything after it was removed, so that it can be saved again.
 */
struct _HcCareContact
{
  GObject               parent_instance;

  char                 *id;
  HcCareContactDetails  details; /* its strings are owned, none is NULL */
  GDateTime            *created; /* NULL until it was saved, as the next one */
  GDateTime            *changed;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcCareContact, hc_care_contact, G_TYPE_OBJECT)

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static HcCareContactDetails
copy_details (const HcCareContactDetails *details)
{
  return (HcCareContactDetails) {
    .person = dup_text (details->person),
    .name = dup_text (details->name),
    .role = dup_text (details->role),
    .phone = dup_text (details->phone),
    .email = dup_text (details->email),
    .note = dup_text (details->note),
  };
}

static void
clear_details (HcCareContactDetails *details)
{
  g_free ((char *) details->person);
  g_free ((char *) details->name);
  g_free ((char *) details->role);
  g_free ((char *) details->phone);
  g_free ((char *) details->email);
  g_free ((char *) details->note);
}

static void
hc_care_contact_finalize (GObject *object)
{
  HcCareContact *self = HC_CARE_CONTACT (object);

  g_free (self->id);
  clear_details (&self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_care_contact_parent_class)->finalize (object);
}

static void
hc_care_contact_class_init (HcCareContactClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_care_contact_finalize;

  /**
   * HcCareContact::changed:
   *
   * Something else of the contact was saved.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_CARE_CONTACT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_care_contact_init (HcCareContact *self)
{
  self->details = copy_details (&(HcCareContactDetails) { 0 });
}

/* Returns: (transfer full): a contact of which _hc_care_contact_set_saved() is to say the rest */
HcCareContact *
_hc_care_contact_new_with_id (const char *id)
{
  HcCareContact *self = g_object_new (HC_TYPE_CARE_CONTACT, NULL);

  self->id = g_strdup (id);

  return self;
}

/**
 * hc_care_contact_new:
 *
 * Returns: (transfer full): a contact that says nothing and is not saved yet, with an id of its own
 */
HcCareContact *
hc_care_contact_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_care_contact_new_with_id (id);
}

/* Takes over what the database holds now, or is to hold; the times may be %NULL then. */
void
_hc_care_contact_set_saved (HcCareContact              *self,
                            const HcCareContactDetails *details,
                            GDateTime                  *created,
                            GDateTime                  *changed)
{
  HcCareContactDetails old = self->details;

  g_assert (HC_IS_CARE_CONTACT (self));

  self->details = copy_details (details);
  clear_details (&old);
  hc_timestamp_set (&self->created, created);
  hc_timestamp_set (&self->changed, changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_care_contact_get_id:
 * @self: a contact
 *
 * Returns: its id, a random UUID
 */
const char *
hc_care_contact_get_id (HcCareContact *self)
{
  g_return_val_if_fail (HC_IS_CARE_CONTACT (self), NULL);

  return self->id;
}

/**
 * hc_care_contact_get_details:
 * @self: a contact
 *
 * Returns: (transfer none): what was written, as it was saved last; what was not is empty. Valid until the
 *   next change
 */
const HcCareContactDetails *
hc_care_contact_get_details (HcCareContact *self)
{
  g_return_val_if_fail (HC_IS_CARE_CONTACT (self), NULL);

  return &self->details;
}

/**
 * hc_care_contact_get_created:
 * @self: a contact
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_care_contact_get_created (HcCareContact *self)
{
  g_return_val_if_fail (HC_IS_CARE_CONTACT (self), NULL);

  return self->created;
}

/**
 * hc_care_contact_get_changed:
 * @self: a contact
 *
 * Returns: (nullable) (transfer none): when something of it was changed last; %NULL until it was saved
 */
GDateTime *
hc_care_contact_get_changed (HcCareContact *self)
{
  g_return_val_if_fail (HC_IS_CARE_CONTACT (self), NULL);

  return self->changed;
}
