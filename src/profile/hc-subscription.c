/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-subscription.h"

#include "hc-subscription-private.h"

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

G_DEFINE_FINAL_TYPE (HcSubscription, hc_subscription, G_TYPE_OBJECT)

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static HcSubscriptionDetails
copy_details (const HcSubscriptionDetails *details)
{
  return (HcSubscriptionDetails) {
    .address = dup_text (details->address),
    .title = dup_text (details->title),
    .folder = dup_text (details->folder),
    .home = dup_text (details->home),
  };
}

static void
clear_details (HcSubscriptionDetails *details)
{
  g_free ((char *) details->address);
  g_free ((char *) details->title);
  g_free ((char *) details->folder);
  g_free ((char *) details->home);
}

static void
hc_subscription_finalize (GObject *object)
{
  HcSubscription *self = HC_SUBSCRIPTION (object);

  g_free (self->id);
  clear_details (&self->details);
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
  self->details = copy_details (&(HcSubscriptionDetails) { 0 });
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

static void
set_time (GDateTime **field,
          GDateTime  *time)
{
  if (time != NULL)
    g_date_time_ref (time);

  g_clear_pointer (field, g_date_time_unref);
  *field = time;
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

  self->details = copy_details (details);
  clear_details (&old);
  set_time (&self->created, created);
  set_time (&self->changed, changed);

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
