/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-number.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a result: laboratories print more of them than are shown. */
#define MAX_LAB_DECIMALS 4
/* No number of the diary has more digits before the decimals; they fit into a double. */
#define MAX_DIGITS 9

static guint
get_max_decimals (const HcDiaryKindDetails *details,
                  gboolean                  in_other)
{
  if (details->input != HC_DIARY_INPUT_NUMBER)
    return 0;

  /* A temperature of 37.96 would be shown as the 38.0 that it is not. */
  if (details->group != HC_DIARY_GROUP_LAB)
    return (guint) (in_other ? details->other_digits : details->digits);

  return MAX_LAB_DECIMALS;
}

/* Returns the length of the digits that @text begins with. */
static gsize
span_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Removes the sign that @text begins with. Returns whether it says less than nothing. */
static gboolean
skip_sign (char **text)
{
  const char *const signs[] = { "-", "\xe2\x88\x92" /* a minus in print */ };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*text, signs[i]))
      {
        *text += strlen (signs[i]);
        return TRUE;
      }

  if (**text == '+')
    (*text)++;

  return FALSE;
}

/**
 * hc_diary_number_parse:
 * @kind: a kind of entry that is a number
 * @text: what somebody wrote, in whatever way they write numbers
 * @in_other: whether it is in the other unit of the kind
 * @value: (out): the number in the unit of the kind; only set when it is fine
 *
 * Reads a number, with a point or a comma before the decimals. What could be meant in two ways is refused.
 *
 * Returns: what is wrong with it
 */
HcDiaryNumberFault
hc_diary_number_parse (HcDiaryKind *kind,
                       const char  *text,
                       gboolean     in_other,
                       double      *value)
{
  const HcDiaryKindDetails *details;
  g_autofree char *copy = NULL, *number = NULL;
  char *whole, *decimals;
  gsize n_whole, n_decimals = 0;
  gboolean is_negative;
  double read;

  g_return_val_if_fail (HC_IS_DIARY_KIND (kind), HC_DIARY_NUMBER_NONE);
  g_return_val_if_fail (text != NULL, HC_DIARY_NUMBER_NONE);
  g_return_val_if_fail (value != NULL, HC_DIARY_NUMBER_NONE);

  details = hc_diary_kind_get_details (kind);
  in_other = in_other && details->other_unit != NULL;
  copy = whole = g_strstrip (g_strdup (text));
  if (*whole == '\0')
    return HC_DIARY_NUMBER_EMPTY;

  is_negative = skip_sign (&whole);
  n_whole = span_digits (whole);
  decimals = whole + n_whole;
  if (*decimals == '.' || *decimals == ',')
    {
      *decimals = '.';
      n_decimals = span_digits (decimals + 1);
      decimals += 1 + n_decimals;
      if (n_decimals == 0)
        return HC_DIARY_NUMBER_NONE;
    }
  if (n_whole == 0 || *decimals != '\0')
    return HC_DIARY_NUMBER_NONE;
  if (n_whole > MAX_DIGITS)
    return HC_DIARY_NUMBER_LIMITS;
  if (n_decimals == 3 && *whole != '0' && n_whole <= 3)
    return HC_DIARY_NUMBER_THOUSANDS;
  if (n_decimals > get_max_decimals (details, in_other))
    return HC_DIARY_NUMBER_DECIMALS;

  read = g_ascii_strtod (whole, NULL);
  if (is_negative)
    read = -read;
  if (in_other)
    read = hc_diary_kind_from_other (kind, read);
  if (!hc_diary_kind_accepts (kind, read))
    return HC_DIARY_NUMBER_LIMITS;

  /* There is no -0 in a diary. */
  *value = read + 0.0;

  return HC_DIARY_NUMBER_FINE;
}

/**
 * hc_diary_number_dup_words:
 * @kind: a kind of entry that is a number
 * @fault: what is wrong with what was written
 * @in_other: whether it is in the other unit of the kind
 *
 * Returns: (transfer full) (nullable): the same in a sentence that says what to write; %NULL when nothing is wrong
 */
char *
hc_diary_number_dup_words (HcDiaryKind        *kind,
                           HcDiaryNumberFault  fault,
                           gboolean            in_other)
{
  const HcDiaryKindDetails *details;
  g_autofree char *low = NULL, *high = NULL;
  guint n_decimals;

  g_return_val_if_fail (HC_IS_DIARY_KIND (kind), NULL);

  details = hc_diary_kind_get_details (kind);

  switch (fault)
    {
    case HC_DIARY_NUMBER_FINE:
      return NULL;

    case HC_DIARY_NUMBER_THOUSANDS:
      return g_strdup (_("These could be thousands or decimals. "
                         "Write 1500 without a sign between, or fewer decimals: 1.5."));

    case HC_DIARY_NUMBER_DECIMALS:
      n_decimals = get_max_decimals (details, in_other && details->other_unit != NULL);
      if (n_decimals == 0)
        return g_strdup (_("Write a whole number, without decimals."));
      return g_strdup_printf (g_dngettext (NULL, "Write it with one decimal at most.",
                                           "Write it with %u decimals at most.", n_decimals), n_decimals);

    case HC_DIARY_NUMBER_EMPTY:
    case HC_DIARY_NUMBER_NONE:
    case HC_DIARY_NUMBER_LIMITS:
    default:
      low = hc_diary_kind_format (kind, details->minimum, in_other);
      high = hc_diary_kind_format (kind, details->maximum, in_other);
      /* Translators: the least and the greatest number that can be written, “30.0 °C” and “45.0 °C”. */
      return g_strdup_printf (_("Write a number from %s to %s."), low, high);
    }
}
