/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

/**
 * HcSeverity:
 * @HC_SEVERITY_MAJOR: not to be taken together, or somebody must act before the next dose
 * @HC_SEVERITY_MODERATE: to be watched, spaced or adjusted
 * @HC_SEVERITY_MINOR: small, or known in theory only
 *
 * How much an interaction matters. The grades are those of Health Center, after what the sources of each
 * say; the worst one comes first.
 */
typedef enum {
  HC_SEVERITY_MAJOR,
  HC_SEVERITY_MODERATE,
  HC_SEVERITY_MINOR,
} HcSeverity;

HcSeverity hc_severity_from_string (const char *name);

#define HC_TYPE_INTERACTION (hc_interaction_get_type ())

G_DECLARE_FINAL_TYPE (HcInteraction, hc_interaction, HC, INTERACTION, GObject)

/**
 * HcInteractionDetails:
 * @id: its number in the library, 0 for what is no entry of it
 * @severity: how much it matters
 * @effect: what can happen
 * @action: what to do
 * @why: (nullable): why it happens
 * @a: the id of the first substance, or that of the first group of a rule
 * @b: likewise, of the second one
 * @timing: (nullable): how far the two are to be kept apart
 * @hours: the same in hours, the longer way; 0 when nothing is said
 * @hours_before: how many hours before @b at least @a is to be taken, 0 when nothing is said
 * @hours_after: likewise, how many hours after @b
 * @is_rule: whether it holds for groups
 * @confirmed: whether its source was read
 */
typedef struct
{
  gint64      id;
  HcSeverity  severity;
  const char *effect;
  const char *action;
  const char *why;
  const char *a;
  const char *b;
  const char *timing;
  int         hours;
  int         hours_before;
  int         hours_after;
  gboolean    is_rule;
  gboolean    confirmed;
} HcInteractionDetails;

HcInteraction              *hc_interaction_new         (const HcInteractionDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcInteractionDetails *hc_interaction_get_details (HcInteraction              *self);
GPtrArray                  *hc_interaction_load_sources (HcInteraction             *self,
                                                         HcLibrary                 *library,
                                                         GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
int                         hc_interaction_compare     (gconstpointer               a,
                                                        gconstpointer               b);

G_END_DECLS
