/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert.h"

#include "hc-alert-private.h"
#include "hc-timestamp.h"

static const char *const kind_names[] = { "recall", "warning", "shortage" };
static const char *const state_names[] = { "unread", "read", "dismissed" };

/**
 * HcAlert:
 *
 * A notice that concerns a medicine, and whether it was seen. It changes only when #HcAlertStore has saved
 * it, and then emits `changed`.
 */
struct _HcAlert
{
  GObject         parent_instance;

  char           *key;
  HcAlertDetails  details;    /* its strings are owned, none is NULL */
  HcAlertState    state;
  GDateTime      *created;    /* NULL until it was saved, as the next one */
  GDateTime      *changed;

  gboolean        sets_state; /* of one that is on its way to the database */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAlert, hc_alert, G_TYPE_OBJECT)

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *name,
           guint             *place)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_alert_kind_to_string:
 * @kind: a kind of alert
 *
 * Returns: its name in the database
 */
const char *
hc_alert_kind_to_string (HcAlertKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * hc_alert_kind_from_string:
 * @string: (nullable): a name
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is such a kind; if not, @kind stays as it is
 */
gboolean
hc_alert_kind_from_string (const char  *string,
                           HcAlertKind *kind)
{
  guint place;

  if (!find_name (kind_names, G_N_ELEMENTS (kind_names), string, &place))
    return FALSE;

  *kind = (HcAlertKind) place;

  return TRUE;
}

/**
 * hc_alert_state_to_string:
 * @state: a state
 *
 * Returns: its name in the database
 */
const char *
hc_alert_state_to_string (HcAlertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

/**
 * hc_alert_state_from_string:
 * @string: (nullable): a name
 * @state: (out): the state of that name
 *
 * Returns: whether there is such a state; if not, @state stays as it is
 */
gboolean
hc_alert_state_from_string (const char   *string,
                            HcAlertState *state)
{
  guint place;

  if (!find_name (state_names, G_N_ELEMENTS (state_names), string, &place))
    return FALSE;

  *state = (HcAlertState) place;

  return TRUE;
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static HcAlertDetails
copy_details (const HcAlertDetails *details)
{
  return (HcAlertDetails) {
    .notice = dup_text (details->notice),
    .medicine = dup_text (details->medicine),
    .kind = details->kind,
    .severity = details->severity,
    .title = dup_text (details->title),
    .text = dup_text (details->text),
    .reason = dup_text (details->reason),
    .uri = dup_text (details->uri),
    .source = dup_text (details->source),
    .published = dup_text (details->published),
  };
}

static void
clear_details (HcAlertDetails *details)
{
  g_free ((char *) details->notice);
  g_free ((char *) details->medicine);
  g_free ((char *) details->title);
  g_free ((char *) details->text);
  g_free ((char *) details->reason);
  g_free ((char *) details->uri);
  g_free ((char *) details->source);
  g_free ((char *) details->published);
}

static void
hc_alert_finalize (GObject *object)
{
  HcAlert *self = HC_ALERT (object);

  g_free (self->key);
  clear_details (&self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_alert_parent_class)->finalize (object);
}

static void
hc_alert_class_init (HcAlertClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_alert_finalize;

  /**
   * HcAlert::changed:
   *
   * Another state or another text was saved.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_ALERT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_alert_init (HcAlert *self)
{
}

/* All ids of medicines have the same length, so that no two pairs have the same key. */
char *
_hc_alert_make_key (const char *notice,
                    const char *medicine)
{
  return g_strconcat (medicine, "/", notice, NULL);
}

/**
 * hc_alert_new:
 * @details: what it says
 *
 * Returns: (transfer full): an alert that is unread and not saved
 */
HcAlert *
hc_alert_new (const HcAlertDetails *details)
{
  HcAlert *self;

  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_ALERT, NULL);
  self->details = copy_details (details);
  self->key = _hc_alert_make_key (self->details.notice, self->details.medicine);

  return self;
}

/* Takes over what the database holds now, or is to hold; the times may be %NULL then. The notice and the
 * medicine stay the same. */
void
_hc_alert_set_saved (HcAlert              *self,
                     const HcAlertDetails *details,
                     HcAlertState          state,
                     GDateTime            *created,
                     GDateTime            *changed)
{
  HcAlertDetails old = self->details;

  g_assert (HC_IS_ALERT (self));

  self->details = copy_details (details);
  clear_details (&old);
  self->state = state;
  hc_timestamp_set (&self->created, created);
  hc_timestamp_set (&self->changed, changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whether a save sets the state, and nothing else, of a row that is there already. */
gboolean
_hc_alert_get_sets_state (HcAlert *self)
{
  return self->sets_state;
}

void
_hc_alert_set_sets_state (HcAlert  *self,
                          gboolean  sets_state)
{
  self->sets_state = sets_state;
}

/**
 * hc_alert_get_key:
 * @self: an alert
 *
 * Returns: (transfer none): what tells it from all others: the medicine and the notice
 */
const char *
hc_alert_get_key (HcAlert *self)
{
  g_return_val_if_fail (HC_IS_ALERT (self), NULL);

  return self->key;
}

/**
 * hc_alert_get_details:
 * @self: an alert
 *
 * Returns: (transfer none): what it says; what was not told is empty. Valid until the next change
 */
const HcAlertDetails *
hc_alert_get_details (HcAlert *self)
{
  g_return_val_if_fail (HC_IS_ALERT (self), NULL);

  return &self->details;
}

/**
 * hc_alert_get_state:
 * @self: an alert
 *
 * Returns: whether somebody has seen it
 */
HcAlertState
hc_alert_get_state (HcAlert *self)
{
  g_return_val_if_fail (HC_IS_ALERT (self), HC_ALERT_UNREAD);

  return self->state;
}

/**
 * hc_alert_get_created:
 * @self: an alert
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_alert_get_created (HcAlert *self)
{
  g_return_val_if_fail (HC_IS_ALERT (self), NULL);

  return self->created;
}

/**
 * hc_alert_get_changed:
 * @self: an alert
 *
 * Returns: (nullable) (transfer none): when its state or what it says changed last; %NULL until it was saved
 */
GDateTime *
hc_alert_get_changed (HcAlert *self)
{
  g_return_val_if_fail (HC_IS_ALERT (self), NULL);

  return self->changed;
}
