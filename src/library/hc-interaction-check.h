/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-interaction-book.h"

G_BEGIN_DECLS

#define HC_TYPE_CHECKED_ITEM (hc_checked_item_get_type ())

G_DECLARE_FINAL_TYPE (HcCheckedItem, hc_checked_item, HC, CHECKED_ITEM, GObject)

HcCheckedItem *hc_checked_item_new            (const char    *name,
                                               GPtrArray     *substances) G_GNUC_WARN_UNUSED_RESULT;
const char    *hc_checked_item_get_name       (HcCheckedItem *self);
GPtrArray     *hc_checked_item_get_substances (HcCheckedItem *self);
void           hc_checked_item_add_unknown    (HcCheckedItem *self,
                                               const char    *name);
GPtrArray     *hc_checked_item_get_unknown    (HcCheckedItem *self);

/**
 * HcFindingKind:
 * @HC_FINDING_INTERACTION: an entry or a rule of the library
 * @HC_FINDING_SAME_INGREDIENT: the same thing acts in both
 * @HC_FINDING_SAME_GROUP: both belong to a group of which one takes one
 */
typedef enum {
  HC_FINDING_INTERACTION,
  HC_FINDING_SAME_INGREDIENT,
  HC_FINDING_SAME_GROUP,
} HcFindingKind;

#define HC_TYPE_FINDING (hc_finding_get_type ())

G_DECLARE_FINAL_TYPE (HcFinding, hc_finding, HC, FINDING, GObject)

HcFindingKind             hc_finding_get_kind        (HcFinding  *self);
HcSeverity                hc_finding_get_severity    (HcFinding  *self);
HcCheckedItem            *hc_finding_get_item        (HcFinding  *self,
                                                      guint       place);
HcSubstance              *hc_finding_get_substance   (HcFinding  *self,
                                                      guint       place);
HcInteraction            *hc_finding_get_interaction (HcFinding  *self);
const HcInteractionGroup *hc_finding_get_group       (HcFinding  *self);
gboolean                  hc_finding_get_hours       (HcFinding  *self,
                                                      int        *before,
                                                      int        *after);

/**
 * HcInteractionCheck:
 * @findings: (element-type HcFinding): what was found, the worst first
 * @n_unknown: how many pairs there is no entry for; that does not make them safe
 * @unknown: (element-type HcCheckedItem): what no interaction speaks of at all, or not of all that acts in it
 */
typedef struct
{
  GPtrArray *findings;
  guint      n_unknown;
  GPtrArray *unknown;
} HcInteractionCheck;

HcInteractionCheck *hc_interaction_check_run      (HcInteractionBook  *book,
                                                   GPtrArray          *items) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionCheck *hc_interaction_check_run_with (HcInteractionBook  *book,
                                                   HcCheckedItem      *item,
                                                   GPtrArray          *others) G_GNUC_WARN_UNUSED_RESULT;
void                hc_interaction_check_free     (HcInteractionCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcInteractionCheck, hc_interaction_check_free)

G_END_DECLS
