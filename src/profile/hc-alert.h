/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcAlertKind:
 * @HC_ALERT_RECALL: a product is called back
 * @HC_ALERT_WARNING: something was found out about a medicine
 * @HC_ALERT_SHORTAGE: there is too little of a medicine
 */
typedef enum {
  HC_ALERT_RECALL,
  HC_ALERT_WARNING,
  HC_ALERT_SHORTAGE,
} HcAlertKind;

const char *hc_alert_kind_to_string   (HcAlertKind  kind);
gboolean    hc_alert_kind_from_string (const char  *string,
                                       HcAlertKind *kind);

/**
 * HcAlertState:
 * @HC_ALERT_UNREAD: nobody has seen it
 * @HC_ALERT_READ: somebody has
 * @HC_ALERT_DISMISSED: somebody has put it away
 */
typedef enum {
  HC_ALERT_UNREAD,
  HC_ALERT_READ,
  HC_ALERT_DISMISSED,
} HcAlertState;

const char *hc_alert_state_to_string   (HcAlertState  state);
gboolean    hc_alert_state_from_string (const char   *string,
                                        HcAlertState *state);

/**
 * HcAlertDetails:
 * @notice: the id of the notice at its source
 * @medicine: the id of the medicine that it concerns
 * @kind: what kind of notice it is
 * @severity: the class of a recall, 1 is the worst, 3 the least; 0: none told
 * @title: its title
 * @text: (nullable): what it says, plain text
 * @reason: (nullable): why it was thought to concern the medicine, in words for the person
 * @uri: (nullable): where it is published
 * @source: (nullable): who published it
 * @published: the day on which it was published, `YYYY-MM-DD`
 *
 * A recall or a warning that concerns a medicine, copied from what was fetched.
 */
typedef struct
{
  const char  *notice;
  const char  *medicine;
  HcAlertKind  kind;
  int          severity;
  const char  *title;
  const char  *text;
  const char  *reason;
  const char  *uri;
  const char  *source;
  const char  *published;
} HcAlertDetails;

#define HC_TYPE_ALERT (hc_alert_get_type ())

G_DECLARE_FINAL_TYPE (HcAlert, hc_alert, HC, ALERT, GObject)

HcAlert              *hc_alert_new         (const HcAlertDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char           *hc_alert_get_key     (HcAlert              *self);
const HcAlertDetails *hc_alert_get_details (HcAlert              *self);
HcAlertState          hc_alert_get_state   (HcAlert              *self);
GDateTime            *hc_alert_get_created (HcAlert              *self);
GDateTime            *hc_alert_get_changed (HcAlert              *self);

G_END_DECLS
