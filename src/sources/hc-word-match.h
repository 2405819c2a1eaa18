/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

/**
 * HcUnknownWord:
 * @HC_UNKNOWN_WORD_ENDS: nothing can be found
 * @HC_UNKNOWN_WORD_STAYS: it is looked for as it is
 *
 * What becomes of a word with which none of the known ones begins.
 */
typedef enum
{
  HC_UNKNOWN_WORD_ENDS,
  HC_UNKNOWN_WORD_STAYS,
} HcUnknownWord;

char *hc_word_match_make (HcDatabase     *database,
                          const char     *table,
                          GPtrArray      *words,
                          HcUnknownWord   unknown,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
