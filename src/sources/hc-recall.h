/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcRecallStatus:
 * @HC_RECALL_STATUS_UNKNOWN: not told, or in a word that is not known here
 * @HC_RECALL_ONGOING: it goes on
 * @HC_RECALL_COMPLETED: the firm has taken back all that it could
 * @HC_RECALL_TERMINATED: the FDA has found that all reasonable efforts were made
 * @HC_RECALL_PENDING: it is a recall, and is being classified
 *
 * How far a recall is.
 */
typedef enum {
  HC_RECALL_STATUS_UNKNOWN,
  HC_RECALL_ONGOING,
  HC_RECALL_COMPLETED,
  HC_RECALL_TERMINATED,
  HC_RECALL_PENDING,
} HcRecallStatus;

/**
 * HcRecall:
 * @number: its number, `D-0115-2026`; what tells it from all others
 * @event: (nullable): the number of the event, which may have several recalls
 * @class: its class, 1 is the worst, 3 the least; 0: none yet
 * @status: how far it is
 * @reported: (nullable): the day on which it was published, `YYYY-MM-DD`, as all days here
 * @initiated: (nullable): the day on which the firm began
 * @classified: (nullable): the day on which it got its class
 * @terminated: (nullable): the day on which it was over
 * @firm: (nullable): who recalls
 * @place: (nullable): where the firm is
 * @distribution: (nullable): where the product was sold
 * @quantity: (nullable): how much of it
 * @description: what is recalled
 * @reason: (nullable): why
 * @codes: (nullable): lots, and when they expire
 * @brands: the brand names that the FDA knows of it; this and the following may be empty
 * @generics: the generic names
 * @substances: what acts in it
 * @ndcs: the National Drug Codes of products and packages
 * @set_ids: the set ids of its labels
 *
 * A recall of a medicine. All text is UTF-8 and nothing but text; nothing else of it is known to be sound.
 */
typedef struct
{
  char           *number;
  char           *event;
  int             class;
  HcRecallStatus  status;
  char           *reported;
  char           *initiated;
  char           *classified;
  char           *terminated;
  char           *firm;
  char           *place;
  char           *distribution;
  char           *quantity;
  char           *description;
  char           *reason;
  char           *codes;
  GStrv           brands;
  GStrv           generics;
  GStrv           substances;
  GStrv           ndcs;
  GStrv           set_ids;
} HcRecall;

HcRecall       *hc_recall_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void            hc_recall_free               (HcRecall       *self);
const char     *hc_recall_status_to_string   (HcRecallStatus  status);
HcRecallStatus  hc_recall_status_from_string (const char     *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRecall, hc_recall_free)

G_END_DECLS
