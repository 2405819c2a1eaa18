/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-postings.h"

/* The documents of a term in their order. Each one is the distance from the one before (from 0 for the
 * first one of a piece) in groups of seven bits, the lowest ones first, with the high bit set in all
 * but the last; then a byte that says how much the term says about it. A term that stands in every
 * document has two bytes a document, which the processor goes through faster than an index could skip
 * any of them. */

/**
 * hc_search_value_lower:
 * @value: what a term says about a document
 * @nearness: how near the term is to what was looked for
 *
 * Returns: what it says then; something in any case, if @value is something
 */
guint8
hc_search_value_lower (guint8           value,
                       HcSearchNearness nearness)
{
  HcSearchField field = HC_SEARCH_VALUE_FIELD (value);

  if (value == 0 || nearness == HC_SEARCH_NEARNESS_SAME)
    return value;

  if (field == HC_SEARCH_FIELD_START || (field > HC_SEARCH_FIELD_BODY && nearness == HC_SEARCH_NEARNESS_FAR))
    field--;

  return HC_SEARCH_VALUE (field, MAX (HC_SEARCH_VALUE_WEIGHT (value) /
                                      (nearness == HC_SEARCH_NEARNESS_FAR ? 4 : 2), 1));
}

/**
 * hc_search_field_combine:
 * @a: where a word stands in a document
 * @b: where one of those after it stands
 *
 * Returns: where both stand; that a word begins a title counts for the first one only
 */
HcSearchField
hc_search_field_combine (HcSearchField a,
                         HcSearchField b)
{
  if (b == HC_SEARCH_FIELD_START)
    b = HC_SEARCH_FIELD_TITLE;

  return a == HC_SEARCH_FIELD_START && b == HC_SEARCH_FIELD_TITLE ? a : MIN (a, b);
}

/**
 * hc_search_postings_append:
 * @postings: a list that is being made
 * @last: the last document in it, 0 when it is empty
 * @document: a document, greater than @last
 * @value: what the term says about it, not 0
 */
void
hc_search_postings_append (GByteArray *postings,
                           guint32     last,
                           guint32     document,
                           guint8      value)
{
  guint8 bytes[6];
  guint n = 0;

  g_return_if_fail (postings != NULL);
  g_return_if_fail (document > last);
  g_return_if_fail (value != 0);

  for (guint32 distance = document - last; ; distance >>= 7)
    {
      bytes[n++] = (guint8) ((distance & 0x7f) | (distance > 0x7f ? 0x80 : 0));
      if (distance <= 0x7f)
        break;
    }

  bytes[n++] = value;
  g_byte_array_append (postings, bytes, n);
}

/**
 * hc_search_postings_merge:
 * @data: (array length=length) (nullable): a list, or what a damaged file has in its place
 * @length: its length
 * @nearness: how near its term is to what was looked for
 * @values: (array length=n_documents): by the number of the document: the greatest value until now
 * @n_documents: one more than the highest number
 *
 * Puts a list together with others.
 *
 * Returns: whether the list was sound
 */
gboolean
hc_search_postings_merge (const guint8     *data,
                          gsize             length,
                          HcSearchNearness  nearness,
                          guint8           *values,
                          guint32           n_documents)
{
  const guint8 *end = data + length;
  guint32 document = 0;
  guint8 as[256];

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (values != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (as); i++)
    as[i] = hc_search_value_lower ((guint8) i, nearness);

  while (data < end)
    {
      guint32 distance = *data & 0x7f;

      for (guint shift = 7; (*data++ & 0x80) != 0; shift += 7)
        {
          if (data == end || shift > 28)
            return FALSE;
          distance |= (guint32) (*data & 0x7f) << shift;
        }

      if (data == end || distance == 0 || distance >= n_documents - document)
        return FALSE;

      document += distance;
      if (as[*data] > values[document])
        values[document] = as[*data];
      data++;
    }

  return TRUE;
}
