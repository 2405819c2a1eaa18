/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-interaction-book.h"

G_BEGIN_DECLS

/**
 * HcAllergyGroup:
 * @id: its id
 * @name: what its members are called together
 * @note: (nullable): why one member stands for the others; %NULL: it does not
 * @members: (element-type HcSubstance): what belongs to it; some are known for their allergies only
 *
 * What people say that they are allergic to, when it is more than one substance.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *note;
  GPtrArray *members;
} HcAllergyGroup;

#define HC_TYPE_ALLERGY_BOOK (hc_allergy_book_get_type ())

G_DECLARE_FINAL_TYPE (HcAllergyBook, hc_allergy_book, HC, ALLERGY_BOOK, GObject)

HcAllergyBook     *hc_allergy_book_new              (HcLibrary             *library,
                                                     HcInteractionBook     *interactions,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionBook *hc_allergy_book_get_interactions (HcAllergyBook         *self);
GPtrArray         *hc_allergy_book_get_groups       (HcAllergyBook         *self);
GPtrArray         *hc_allergy_book_find             (HcAllergyBook         *self,
                                                     const char            *name);
HcSubstance       *hc_allergy_book_find_substance   (HcAllergyBook         *self,
                                                     const char            *name);
GPtrArray         *hc_allergy_group_load_sources    (const HcAllergyGroup  *self,
                                                     HcLibrary             *library,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
