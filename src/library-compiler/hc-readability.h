/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdio.h>

#include "hc-article-draft.h"

G_BEGIN_DECLS

/**
 * HcReadability:
 * @words: how many words
 * @sentences: how many sentences
 * @syllables: how many syllables, by a rule of thumb for English
 *
 * What a measure of reading ease counts.
 */
typedef struct
{
  guint words;
  guint sentences;
  guint syllables;
} HcReadability;

void   hc_readability_count        (HcReadability       *self,
                                    const char          *text);
double hc_readability_get_grade    (const HcReadability *self);
void   hc_readability_print_report (GPtrArray           *articles,
                                    FILE                *file);

G_END_DECLS
