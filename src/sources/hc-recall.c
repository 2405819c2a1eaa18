/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall.h"

static const char *const statuses[] = { "unknown", "ongoing", "completed", "terminated", "pending" };

/**
 * hc_recall_new:
 *
 * Returns: (transfer full): a recall that says nothing yet, with empty lists
 */
HcRecall *
hc_recall_new (void)
{
  HcRecall *self = g_new0 (HcRecall, 1);

  self->brands = g_new0 (char *, 1);
  self->generics = g_new0 (char *, 1);
  self->substances = g_new0 (char *, 1);
  self->ndcs = g_new0 (char *, 1);
  self->set_ids = g_new0 (char *, 1);

  return self;
}

/**
 * hc_recall_free:
 * @self: (transfer full) (nullable): a recall
 */
void
hc_recall_free (HcRecall *self)
{
  if (self == NULL)
    return;

  g_free (self->number);
  g_free (self->event);
  g_free (self->reported);
  g_free (self->initiated);
  g_free (self->classified);
  g_free (self->terminated);
  g_free (self->firm);
  g_free (self->place);
  g_free (self->distribution);
  g_free (self->quantity);
  g_free (self->description);
  g_free (self->reason);
  g_free (self->codes);
  g_strfreev (self->brands);
  g_strfreev (self->generics);
  g_strfreev (self->substances);
  g_strfreev (self->ndcs);
  g_strfreev (self->set_ids);
  g_free (self);
}

/**
 * hc_recall_status_to_string:
 * @status: how far a recall is
 *
 * Returns: (transfer none): its name in the database
 */
const char *
hc_recall_status_to_string (HcRecallStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), statuses[0]);

  return statuses[status];
}

/**
 * hc_recall_status_from_string:
 * @string: (nullable): a name in the database, or the word of the FDA
 *
 * The words have changed: the documents say `On-Going`, the records `Ongoing`.
 *
 * Returns: how far the recall is
 */
HcRecallStatus
hc_recall_status_from_string (const char *string)
{
  g_autofree char *folded = NULL;

  if (string == NULL)
    return HC_RECALL_STATUS_UNKNOWN;

  folded = g_strstrip (g_ascii_strdown (string, -1));
  if (g_str_equal (folded, "on-going"))
    return HC_RECALL_ONGOING;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (folded, statuses[i]))
      return (HcRecallStatus) i;

  return HC_RECALL_STATUS_UNKNOWN;
}
