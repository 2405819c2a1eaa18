/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcSearchField:
 * @HC_SEARCH_FIELD_BODY: in the text
 * @HC_SEARCH_FIELD_SUMMARY: in the summary or a heading
 * @HC_SEARCH_FIELD_TITLE: in the title or another name
 * @HC_SEARCH_FIELD_START: at the beginning of the title or of another name
 *
 * The best place in which a term stands in a document.
 */
typedef enum {
  HC_SEARCH_FIELD_BODY,
  HC_SEARCH_FIELD_SUMMARY,
  HC_SEARCH_FIELD_TITLE,
  HC_SEARCH_FIELD_START,
} HcSearchField;

/**
 * HcSearchNearness:
 * @HC_SEARCH_NEARNESS_SAME: the word that was typed, in any form
 * @HC_SEARCH_NEARNESS_SYNONYM: what means the same
 * @HC_SEARCH_NEARNESS_FAR: a longer word than the one that was typed, or the words of a phrase apart
 *
 * How near to what was looked for something is that was found.
 */
typedef enum {
  HC_SEARCH_NEARNESS_SAME,
  HC_SEARCH_NEARNESS_SYNONYM,
  HC_SEARCH_NEARNESS_FAR,
} HcSearchNearness;

/* What a term says about a document is one byte, the greater the better: two bits for the field, six
 * for the weight. 0: it does not stand there. */
#define HC_SEARCH_MAX_WEIGHT 63
#define HC_SEARCH_VALUE(field, weight) ((guint8) ((guint) (field) << 6 | (guint) (weight)))
#define HC_SEARCH_VALUE_FIELD(value) ((HcSearchField) ((value) >> 6))
#define HC_SEARCH_VALUE_WEIGHT(value) ((value) & HC_SEARCH_MAX_WEIGHT)

HcSearchField hc_search_field_combine   (HcSearchField     a,
                                         HcSearchField     b);
guint8        hc_search_value_lower     (guint8            value,
                                         HcSearchNearness  nearness);
void          hc_search_postings_append (GByteArray       *postings,
                                         guint32           last,
                                         guint32           document,
                                         guint8            value);
gboolean      hc_search_postings_merge  (const guint8     *data,
                                         gsize             length,
                                         HcSearchNearness  nearness,
                                         guint8           *values,
                                         guint32           n_documents);

G_END_DECLS
