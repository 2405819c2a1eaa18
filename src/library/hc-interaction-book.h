/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-interaction.h"
#include "hc-library.h"
#include "hc-substance.h"

G_BEGIN_DECLS

/**
 * HcInteractionGroup:
 * @id: its id
 * @name: what its members are called together
 * @twice: (nullable): what to do when somebody takes two of them
 */
typedef struct
{
  char *id;
  char *name;
  char *twice;
} HcInteractionGroup;

#define HC_TYPE_INTERACTION_BOOK (hc_interaction_book_get_type ())

G_DECLARE_FINAL_TYPE (HcInteractionBook, hc_interaction_book, HC, INTERACTION_BOOK, GObject)

char                     *hc_interaction_book_fold           (const char         *name) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionBook        *hc_interaction_book_new            (HcLibrary          *library,
                                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel               *hc_interaction_book_get_substances (HcInteractionBook  *self);
HcSubstance              *hc_interaction_book_get_substance  (HcInteractionBook  *self,
                                                              const char         *id);
HcSubstance              *hc_interaction_book_find           (HcInteractionBook  *self,
                                                              const char         *name);
gboolean                  hc_interaction_book_is_member      (HcInteractionBook  *self,
                                                              HcSubstance        *substance,
                                                              const char         *group);
GPtrArray                *hc_interaction_book_list_pair      (HcInteractionBook  *self,
                                                              HcSubstance        *a,
                                                              HcSubstance        *b) G_GNUC_WARN_UNUSED_RESULT;
const HcInteractionGroup *hc_interaction_book_find_twice     (HcInteractionBook  *self,
                                                              HcSubstance        *a,
                                                              HcSubstance        *b);

G_END_DECLS
