/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-unit.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const char *names[HC_DOSE_N_UNITS] = {
  [HC_DOSE_UNIT_TABLET] = "tablet",
  [HC_DOSE_UNIT_CAPSULE] = "capsule",
  [HC_DOSE_UNIT_MILLILITER] = "milliliter",
  [HC_DOSE_UNIT_DROP] = "drop",
  [HC_DOSE_UNIT_PUFF] = "puff",
  [HC_DOSE_UNIT_PATCH] = "patch",
  [HC_DOSE_UNIT_INJECTION] = "injection",
  [HC_DOSE_UNIT_SACHET] = "sachet",
  [HC_DOSE_UNIT_SUPPOSITORY] = "suppository",
  [HC_DOSE_UNIT_SPOON] = "spoon",
  [HC_DOSE_UNIT_UNIT] = "unit",
  [HC_DOSE_UNIT_MILLIGRAM] = "milligram",
  [HC_DOSE_UNIT_OTHER] = "other",
};

/* Words of the dosage forms of the FDA's Structured Product Labeling, those that decide before others: an
 * "INJECTION, SOLUTION" is no solution to drink. What is put on or rinsed is counted in doses. */
static const struct {
  const char *beginning;
  HcDoseUnit  unit;
} forms[] = {
  { "INJECT", HC_DOSE_UNIT_INJECTION },
  { "IMPLANT", HC_DOSE_UNIT_OTHER },
  { "SUPPOSITOR", HC_DOSE_UNIT_SUPPOSITORY },
  { "TABLET", HC_DOSE_UNIT_TABLET },
  { "CAPLET", HC_DOSE_UNIT_TABLET },
  { "CAPSULE", HC_DOSE_UNIT_CAPSULE },
  { "PATCH", HC_DOSE_UNIT_PATCH },
  { "FOAM", HC_DOSE_UNIT_OTHER },
  { "ENEMA", HC_DOSE_UNIT_OTHER },
  { "IRRIGANT", HC_DOSE_UNIT_OTHER },
  { "RINSE", HC_DOSE_UNIT_OTHER },
  { "DROP", HC_DOSE_UNIT_DROP },
  { "AEROSOL", HC_DOSE_UNIT_PUFF },
  { "SPRAY", HC_DOSE_UNIT_PUFF },
  { "INHAL", HC_DOSE_UNIT_PUFF },
  { "METERED", HC_DOSE_UNIT_PUFF },
  { "GRANULE", HC_DOSE_UNIT_SACHET },
  { "SACHET", HC_DOSE_UNIT_SACHET },
  { "SOLUTION", HC_DOSE_UNIT_MILLILITER },
  { "SUSPENSION", HC_DOSE_UNIT_MILLILITER },
  { "SYRUP", HC_DOSE_UNIT_MILLILITER },
  { "ELIXIR", HC_DOSE_UNIT_MILLILITER },
  { "LIQUID", HC_DOSE_UNIT_MILLILITER },
  { "EMULSION", HC_DOSE_UNIT_MILLILITER },
  { "CONCENTRATE", HC_DOSE_UNIT_MILLILITER },
};

static const struct {
  double      value;
  double      tolerance; /* of what people write for it */
  const char *sign;
} fractions[] = {
  { 0.25, 0.0005, "¼" },
  { 1.0 / 3.0, 0.004, "⅓" },
  { 0.5, 0.0005, "½" },
  { 2.0 / 3.0, 0.004, "⅔" },
  { 0.75, 0.0005, "¾" },
};

/**
 * hc_dose_unit_to_string:
 * @unit: a unit
 *
 * Returns: its name in databases
 */
const char *
hc_dose_unit_to_string (HcDoseUnit unit)
{
  g_return_val_if_fail (unit < HC_DOSE_N_UNITS, names[HC_DOSE_UNIT_OTHER]);

  return names[unit];
}

/**
 * hc_dose_unit_from_string:
 * @name: (nullable): a name
 *
 * Returns: the unit of that name; %HC_DOSE_UNIT_OTHER when there is none
 */
HcDoseUnit
hc_dose_unit_from_string (const char *name)
{
  for (guint i = 0; i < HC_DOSE_N_UNITS; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (HcDoseUnit) i;

  return HC_DOSE_UNIT_OTHER;
}

/**
 * hc_dose_unit_from_form:
 * @form: (nullable): a dosage form as on a label, `TABLET, FILM COATED`, in any case
 *
 * Returns: what is counted of that form
 */
HcDoseUnit
hc_dose_unit_from_form (const char *form)
{
  g_autofree char *upper = g_ascii_strup (form != NULL ? form : "", -1);
  g_auto (GStrv) words = g_strsplit_set (upper, " ,;/()-", -1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint j = 0; words[j] != NULL; j++)
      if (g_str_has_prefix (words[j], forms[i].beginning))
        return forms[i].unit;

  return HC_DOSE_UNIT_OTHER;
}

static const char *
find_fraction (double part)
{
  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    if (fabs (part - fractions[i].value) <= fractions[i].tolerance)
      return fractions[i].sign;

  return NULL;
}

/* What is counted has fractions; what is measured has decimals. */
static char *
dup_number (double     amount,
            HcDoseUnit unit)
{
  gboolean measured = unit == HC_DOSE_UNIT_MILLILITER || unit == HC_DOSE_UNIT_MILLIGRAM || unit == HC_DOSE_UNIT_UNIT;
  double whole = floor (amount);
  const char *fraction = measured ? NULL : find_fraction (amount - whole);

  if (fraction == NULL)
    return g_strdup_printf ("%.9g", amount);

  return whole > 0 ? g_strdup_printf ("%.9g%s", whole, fraction) : g_strdup (fraction);
}

/**
 * hc_dose_dup_words:
 * @amount: how much
 * @unit: of what
 *
 * Returns: (transfer full): it in words, `2 tablets`, `1½ tablets`, `2.5 mL`
 */
char *
hc_dose_dup_words (double     amount,
                   HcDoseUnit unit)
{
  g_autofree char *number = dup_number (amount, unit);
  /* Translators choose the form of the word by the next whole number: half a tablet is as one, one and a half are
   * as two. */
  gulong n = amount > 1 ? (gulong) ceil (MIN (amount, 1e9)) : 1;

  switch (unit)
    {
    case HC_DOSE_UNIT_TABLET:
      return g_strdup_printf (ngettext ("%s tablet", "%s tablets", n), number);

    case HC_DOSE_UNIT_CAPSULE:
      return g_strdup_printf (ngettext ("%s capsule", "%s capsules", n), number);

    case HC_DOSE_UNIT_MILLILITER:
      return g_strdup_printf (_("%s mL"), number);

    case HC_DOSE_UNIT_DROP:
      return g_strdup_printf (ngettext ("%s drop", "%s drops", n), number);

    case HC_DOSE_UNIT_PUFF:
      return g_strdup_printf (ngettext ("%s puff", "%s puffs", n), number);

    case HC_DOSE_UNIT_PATCH:
      return g_strdup_printf (ngettext ("%s patch", "%s patches", n), number);

    case HC_DOSE_UNIT_INJECTION:
      return g_strdup_printf (ngettext ("%s injection", "%s injections", n), number);

    case HC_DOSE_UNIT_SACHET:
      return g_strdup_printf (ngettext ("%s sachet", "%s sachets", n), number);

    case HC_DOSE_UNIT_SUPPOSITORY:
      return g_strdup_printf (ngettext ("%s suppository", "%s suppositories", n), number);

    case HC_DOSE_UNIT_SPOON:
      return g_strdup_printf (ngettext ("%s spoon", "%s spoons", n), number);

    case HC_DOSE_UNIT_UNIT:
      return g_strdup_printf (ngettext ("%s unit", "%s units", n), number);

    case HC_DOSE_UNIT_MILLIGRAM:
      return g_strdup_printf (_("%s mg"), number);

    case HC_DOSE_UNIT_OTHER:
    default:
      return g_strdup_printf (ngettext ("%s dose", "%s doses", n), number);
    }
}
