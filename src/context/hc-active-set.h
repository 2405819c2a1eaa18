/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-interaction-book.h"

G_BEGIN_DECLS

/**
 * HcActiveSet:
 *
 * What acts in something: substances of the library, and names that it does not know.
 */
typedef struct _HcActiveSet HcActiveSet;

HcActiveSet *hc_active_set_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void         hc_active_set_free          (HcActiveSet        *self);
void         hc_active_set_add_substance (HcActiveSet        *self,
                                          HcSubstance        *substance);
void         hc_active_set_add_product   (HcActiveSet        *self,
                                          HcInteractionBook  *book,
                                          const char         *name);
void         hc_active_set_add_parts     (HcActiveSet        *self,
                                          HcInteractionBook  *book,
                                          const char *const  *names);
void         hc_active_set_set_open      (HcActiveSet        *self);
gboolean     hc_active_set_is_complete   (HcActiveSet        *self);
gboolean     hc_active_set_is_exact      (HcActiveSet        *self);
gboolean     hc_active_set_equal         (HcActiveSet        *a,
                                          HcActiveSet        *b);
gboolean     hc_active_set_intersects    (HcActiveSet        *a,
                                          HcActiveSet        *b);
char        *hc_active_set_dup_shared    (HcActiveSet        *a,
                                          HcActiveSet        *b) G_GNUC_WARN_UNUSED_RESULT;
GStrv        hc_words_split              (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hc_words_contain            (const char *const  *words,
                                          const char *const  *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcActiveSet, hc_active_set_free)

G_END_DECLS
