/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-person.h"

G_BEGIN_DECLS

/**
 * HcPersonWord:
 * @word: what is kept in #HcPersonDetails
 * @title: what a person is told, not translated yet
 *
 * Something that may be known of a cancer.
 */
typedef struct
{
  const char *word;
  const char *title;
} HcPersonWord;

const HcPersonWord *hc_person_words_get_stages     (void);
const HcPersonWord *hc_person_words_get_biomarkers (void);
char               *hc_person_dup_diagnosis        (const HcPersonDetails *details) G_GNUC_WARN_UNUSED_RESULT;
char               *hc_person_dup_biomarkers       (const HcPersonDetails *details) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
