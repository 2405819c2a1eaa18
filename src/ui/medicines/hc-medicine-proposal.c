/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-proposal.h"

/* What is known of a medicine before somebody says that they take it. */

static const char *
find_name (const char *const *names,
           const char        *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      if (g_str_equal (name, folded))
        return names[i];
    }

  return NULL;
}

/**
 * hc_medicine_proposal_from_drug:
 * @drug: a medicine of the library
 * @typed: (nullable): what was typed to find it
 *
 * A brand name that was typed is kept: it stands on the box.
 *
 * Returns: (transfer full): a medicine that is not saved
 */
HcMedicine *
hc_medicine_proposal_from_drug (HcDrug     *drug,
                                const char *typed)
{
  g_autofree char *link = NULL, *stripped = NULL;
  const char *name = NULL;

  g_return_val_if_fail (HC_IS_DRUG (drug), NULL);

  link = hc_drug_dup_link (drug);
  stripped = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  if ((name = find_name (hc_drug_get_brands (drug), stripped)) == NULL &&
      (name = find_name (hc_drug_get_also (drug), stripped)) == NULL)
    name = hc_drug_get_name (drug);

  return hc_medicine_new (&(HcMedicineDetails) { .link = link, .name = name, .unit = HC_DOSE_UNIT_OTHER });
}

/**
 * hc_medicine_proposal_from_label:
 * @label: an imported label
 *
 * Returns: (transfer full): the first product of the label, with what acts in it, as a medicine that is not saved;
 *   of several products nobody knows the strength and the look of the one that is meant
 */
HcMedicine *
hc_medicine_proposal_from_label (HcLabel *label)
{
  g_autoptr (HcPill) pill = NULL;
  g_autofree char *link = NULL, *strength = NULL, *actives = NULL;
  HcLabelProduct *product;
  gboolean is_one;

  g_return_val_if_fail (label != NULL && label->products->len > 0, NULL);

  product = g_ptr_array_index (label->products, 0);
  is_one = label->products->len == 1;
  link = hc_label_dup_link (label->set_id);
  strength = is_one ? hc_label_product_dup_strength (product) : NULL;
  pill = hc_label_product_make_pill (product, label);
  actives = hc_label_dup_actives (label);

  return hc_medicine_new (&(HcMedicineDetails) {
    .link = link,
    .name = product->name,
    .strength = strength,
    .form = product->form,
    .actives = actives,
    .look = is_one ? *hc_pill_get_look (pill) : (HcPillLook) { 0 },
    .unit = hc_dose_unit_from_form (product->form),
  });
}

/**
 * hc_medicine_proposal_from_pill:
 * @pill: a pill
 *
 * Returns: (transfer full): the medicine that a pill is, with what it looks like; it is not saved
 */
HcMedicine *
hc_medicine_proposal_from_pill (HcPill *pill)
{
  const HcPillDetails *details;

  g_return_val_if_fail (HC_IS_PILL (pill), NULL);

  details = hc_pill_get_details (pill);

  return hc_medicine_new (&(HcMedicineDetails) {
    .link = *details->target != '\0' ? details->target : NULL,
    .name = details->name,
    .strength = details->strength,
    .form = details->form,
    .look = *hc_pill_get_look (pill),
    .unit = hc_dose_unit_from_form (details->form),
  });
}
