/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-add-medicine.h"

#include "hc-dose-operations.h"
#include "hc-medicine-dialogs.h"
#include "hc-medicine-operations.h"
#include "hc-medicine-proposal.h"

/**
 * hc_add_medicine_from_pill:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @pill: a pill
 *
 * Asks what else there is to know of the medicine that a pill is, and adds it with what it looks like.
 */
void
hc_add_medicine_from_pill (GtkWidget *widget,
                           HcContext *context,
                           HcPill    *pill)
{
  g_autoptr (HcMedicine) proposal = NULL;

  g_return_if_fail (HC_IS_PILL (pill));

  proposal = hc_medicine_proposal_from_pill (pill);
  hc_medicine_dialogs_add (widget, context, hc_medicine_get_details (proposal));
}

/**
 * hc_add_medicine_from_drug:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @drug: a medicine of the library
 *
 * Asks what else there is to know of a medicine, and adds it.
 */
void
hc_add_medicine_from_drug (GtkWidget *widget,
                           HcContext *context,
                           HcDrug    *drug)
{
  g_autoptr (HcMedicine) proposal = NULL;

  g_return_if_fail (HC_IS_DRUG (drug));

  proposal = hc_medicine_proposal_from_drug (drug, NULL);
  hc_medicine_dialogs_add (widget, context, hc_medicine_get_details (proposal));
}

/**
 * hc_add_medicine_from_label:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @label: an imported label
 *
 * Asks what else there is to know of the first product of a label, and adds it with what acts in it.
 */
void
hc_add_medicine_from_label (GtkWidget *widget,
                            HcContext *context,
                            HcLabel   *label)
{
  g_autoptr (HcMedicine) proposal = NULL;

  g_return_if_fail (label != NULL && label->products->len > 0);

  proposal = hc_medicine_proposal_from_label (label);
  hc_medicine_dialogs_add (widget, context, hc_medicine_get_details (proposal));
}

/**
 * hc_remove_medicine:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine of the person
 *
 * Takes a medicine off the list. A toast says so and offers to undo it.
 */
void
hc_remove_medicine (GtkWidget  *widget,
                    HcContext  *context,
                    HcMedicine *medicine)
{
  g_autoptr (HcOperation) operation = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  operation = hc_medicine_removal_new (hc_context_get_profile (context), medicine);
  hc_dose_operation_perform (widget, operation);
}
