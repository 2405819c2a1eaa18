/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-allergy-book.h"
#include "hc-interaction-check.h"

G_BEGIN_DECLS

/**
 * HcAllergyMatch:
 * @HC_ALLERGY_SAME: it is what the allergy is to
 * @HC_ALLERGY_MEMBER: it belongs to the group that the allergy is to
 * @HC_ALLERGY_RELATED: it belongs to a group with what the allergy is to, and a source says that this matters
 */
typedef enum {
  HC_ALLERGY_SAME,
  HC_ALLERGY_MEMBER,
  HC_ALLERGY_RELATED,
} HcAllergyMatch;

/**
 * HcAllergyFinding:
 * @allergy: the allergy, as the person wrote it
 * @match: how the two belong together
 * @item: (nullable): what is taken; %NULL for an ingredient of a label
 * @name: what acts in it and is meant, or the ingredient
 * @group: (nullable): the group, when it is not the same; it belongs to the book of allergies
 */
typedef struct
{
  char                 *allergy;
  HcAllergyMatch        match;
  HcCheckedItem        *item;
  char                 *name;
  const HcAllergyGroup *group;
} HcAllergyFinding;

char       *hc_allergy_finding_dup_words  (const HcAllergyFinding *self) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_allergy_finding_get_action (void);

/**
 * HcToldAllergy:
 * @words: an allergy, as the person wrote it
 * @read_as: (nullable): what of that is known, names with commas between them; %NULL: nothing, so that it could
 *   only be compared with names, and is to be called not checked
 */
typedef struct
{
  char *words;
  char *read_as;
} HcToldAllergy;

/**
 * HcAllergyCheck:
 * @findings: (element-type HcAllergyFinding): what was found, in the order of the allergies
 * @told: (element-type HcToldAllergy): the allergies, as they were understood
 */
typedef struct
{
  GPtrArray *findings;
  GPtrArray *told;
} HcAllergyCheck;

HcAllergyCheck *hc_allergy_check_run             (HcAllergyBook      *book,
                                                  const char *const  *allergies,
                                                  GPtrArray          *items) G_GNUC_WARN_UNUSED_RESULT;
HcAllergyCheck *hc_allergy_check_run_ingredients (HcAllergyBook      *book,
                                                  const char *const  *allergies,
                                                  const char *const  *ingredients) G_GNUC_WARN_UNUSED_RESULT;
void            hc_allergy_check_free            (HcAllergyCheck     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcAllergyCheck, hc_allergy_check_free)

G_END_DECLS
