/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert.h"

G_BEGIN_DECLS

/**
 * HcNotice:
 * @id: its id at its source
 * @kind: what kind of notice it is
 * @severity: the class of a recall, 1 is the worst, 3 the least; 0: none told
 * @title: its title
 * @text: (nullable): what it says, plain text
 * @uri: (nullable): where it is published
 * @source: (nullable): who published it
 * @published: the day on which it was published, `YYYY-MM-DD`
 * @ndcs: (nullable): the National Drug Codes of products or packages, as they are published
 * @names: (nullable): the brand and the generic names; a generic name may name several things that act
 *   together, with `and`, a comma or a slash between them
 * @actives: (nullable): the names of what acts in it; of a warning each may be a matter of its own, of a
 *   recall and a shortage they are all in one product
 * @lots: (nullable): the numbers of the lots that are concerned
 *
 * A recall, a warning or a shortage, as it was fetched: nothing of it is known to be sound.
 */
typedef struct
{
  char        *id;
  HcAlertKind  kind;
  int          severity;
  char        *title;
  char        *text;
  char        *uri;
  char        *source;
  char        *published;
  GStrv        ndcs;
  GStrv        names;
  GStrv        actives;
  GStrv        lots;
} HcNotice;

HcNotice *hc_notice_new  (HcAlertKind  kind) G_GNUC_WARN_UNUSED_RESULT;
void      hc_notice_free (HcNotice    *self);
char     *hc_ndc_fold    (const char  *ndc) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcNotice, hc_notice_free)

G_END_DECLS
