/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-subscription.h"

#include "hc-subscription-private.h"
#include "hc-timestamp.h"

/**
 * HcSubscription:
 *
 * A feed that the person reads. It changes only when #HcSubscriptionStore has saved it, and then emits
 * `changed`. It keeps everything after it was removed, so that it can be saved again.
 */
struct _HcSubscription
{
  GObject                parent_instance;

  char                  *id;
  HcSubscriptionDetails  details; /* its strings are owned, none is NULL */
  GDateTime             *created; /* NULL until it was saved, as the next one */
  GDateTime             *changed;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define FIELD(name) { #name, G_STRUCT_OFFSET (HcSubscriptionDetails, name) }

static const HcTextField fields[] = { FIELD (address), FIELD (title), FIELD (folder), FIELD (home) };

#undef FIELD

G_DEFINE_FINAL_TYPE (HcSubscription, hc_subscription, G_TYPE_OBJECT)

static void
hc_subscription_finalize (GObject *object)
{
  HcSubscription *self = HC_SUBSCRIPTION (object);

  g_free (self->id);
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_subscription_parent_class)->finalize (object);
}

static void
hc_subscription_class_init (HcSubscriptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_subscription_finalize;

  /**
   * HcSubscription::changed:
   *
   * Something else of the subscription was saved.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_SUBSCRIPTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_subscription_init (HcSubscription *self)
{
  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), &(HcSubscriptionDetails) { 0 }, &self->details);
}

/* Returns: (array length=n_fields): what HcSubscriptionDetails has */
const HcTextField *
_hc_subscription_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/* Returns: (transfer full): a subscription of which _hc_subscription_set_saved() is to say the rest */
HcSubscription *
_hc_subscription_new_with_id (const char *id)
{
  HcSubscription *self = g_object_new (HC_TYPE_SUBSCRIPTION, NULL);

  self->id = g_strdup (id);

  return self;
}

/**
 * hc_subscription_new:
 *
 * Returns: (transfer full): a subscription that says nothing and is not saved yet, with an id of its own
 */
HcSubscription *
hc_subscription_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_subscription_new_with_id (id);
}

/* Takes over what the database holds now, or is to hold; the times may be %NULL then. */
void
_hc_subscription_set_saved (HcSubscription              *self,
                            const HcSubscriptionDetails *details,
                            GDateTime                  *created,
                            GDateTime                  *changed)
{
  HcSubscriptionDetails old = self->details;

  g_assert (HC_IS_SUBSCRIPTION (self));

  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), details, &self->details);
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &old);
  hc_timestamp_set (&self->created, created);
  hc_timestamp_set (&self->changed, changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_subscription_get_id:
 * @self: a subscription
 *
 * Returns: its id, a random UUID
 */
const char *
hc_subscription_get_id (HcSubscription *self)
{
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (self), NULL);

  return self->id;
}

/**
 * hc_subscription_get_details:
 * @self: a subscription
 *
 * Returns: (transfer none): what was written, as it was saved last; what was not is empty. Valid until the
 *   next change
 */
const HcSubscriptionDetails *
hc_subscription_get_details (HcSubscription *self)
{
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (self), NULL);

  return &self->details;
}

/**
 * hc_subscription_get_created:
 * @self: a subscription
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_subscription_get_created (HcSubscription *self)
{
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (self), NULL);

  return self->created;
}

/**
 * hc_subscription_get_changed:
 * @self: a subscription
 *
 * Returns: (nullable) (transfer none): when something of it was changed last; %NULL until it was saved
 */
GDateTime *
hc_subscription_get_changed (HcSubscription *self)
{
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (self), NULL);

  return self->changed;
}
