/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-add-medicine.h"

#include <glib/gi18n.h>

#include "hc-operation.h"
#include "hc-window.h"

static void
add (GObject             *store,
     GObject             *item,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  hc_medicine_store_save_async (HC_MEDICINE_STORE (store), HC_MEDICINE (item), NULL, callback, user_data);
}

static gboolean
add_finish (GObject       *store,
            GAsyncResult  *result,
            GError       **error)
{
  return hc_medicine_store_save_finish (HC_MEDICINE_STORE (store), result, error);
}

static void
take_away (GObject             *store,
           GObject             *item,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  hc_medicine_store_remove_async (HC_MEDICINE_STORE (store), HC_MEDICINE (item), callback, user_data);
}

static gboolean
take_away_finish (GObject       *store,
                  GAsyncResult  *result,
                  GError       **error)
{
  return hc_medicine_store_remove_finish (HC_MEDICINE_STORE (store), result, error);
}

/* Done at once, told by a toast, and to be undone. */
static void
perform (GtkWidget              *widget,
         HcContext              *context,
         HcMedicine             *medicine,
         const char             *description,
         const HcOperationFuncs *funcs)
{
  HcMedicineStore *store = hc_profile_get_medicines (hc_context_get_profile (context));
  g_autoptr (HcOperation) operation = hc_operation_new (description, G_OBJECT (store), G_OBJECT (medicine), funcs);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (HC_IS_WINDOW (root))
    hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

/**
 * hc_add_medicine:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @details: what is added; the person is that of the profile
 *
 * Adds a medicine to those of the person. A toast says so and offers to undo it.
 */
void
hc_add_medicine (GtkWidget               *widget,
                 HcContext               *context,
                 const HcMedicineDetails *details)
{
  static const HcOperationFuncs funcs = { add, add_finish, take_away, take_away_finish };
  g_autoptr (HcMedicine) medicine = NULL;
  g_autofree char *title = NULL, *description = NULL;
  HcMedicineDetails mine;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (details != NULL);

  mine = *details;
  mine.person = hc_current_person_get_id (hc_context_get_person (context));
  medicine = hc_medicine_new (&mine);
  title = hc_medicine_dup_title (medicine);
  /* Translators: %s is a medicine. */
  description = g_strdup_printf (_("%s added to My Medicines"), title);

  perform (widget, context, medicine, description, &funcs);
}

/**
 * hc_add_medicine_from_pill:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @pill: a pill
 *
 * Adds the medicine that a pill is, with what it looks like.
 */
void
hc_add_medicine_from_pill (GtkWidget *widget,
                           HcContext *context,
                           HcPill    *pill)
{
  const HcPillDetails *details;

  g_return_if_fail (HC_IS_PILL (pill));

  details = hc_pill_get_details (pill);
  hc_add_medicine (widget, context, &(HcMedicineDetails) {
    .link = *details->target != '\0' ? details->target : NULL,
    .name = details->name,
    .strength = details->strength,
    .form = details->form,
    .look = *hc_pill_get_look (pill),
  });
}

/**
 * hc_add_medicine_from_drug:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @drug: a medicine of the library
 *
 * Adds a medicine; its strength and its form are not known.
 */
void
hc_add_medicine_from_drug (GtkWidget *widget,
                           HcContext *context,
                           HcDrug    *drug)
{
  g_autofree char *link = NULL;

  g_return_if_fail (HC_IS_DRUG (drug));

  link = hc_drug_dup_link (drug);
  hc_add_medicine (widget, context, &(HcMedicineDetails) { .link = link, .name = hc_drug_get_name (drug) });
}

/**
 * hc_add_medicine_from_label:
 * @widget: where it was asked for, in a window
 * @context: the profile
 * @label: an imported label
 *
 * Adds the first product of a label, with what acts in it.
 */
void
hc_add_medicine_from_label (GtkWidget *widget,
                            HcContext *context,
                            HcLabel   *label)
{
  g_autoptr (HcPill) pill = NULL;
  g_autofree char *link = NULL, *strength = NULL, *actives = NULL;
  HcLabelProduct *product;

  g_return_if_fail (label != NULL && label->products->len > 0);

  product = g_ptr_array_index (label->products, 0);
  link = hc_label_dup_link (label->set_id);
  strength = label->products->len == 1 ? hc_label_product_dup_strength (product) : NULL;
  pill = hc_label_product_make_pill (product, label);
  actives = hc_label_dup_actives (label);

  hc_add_medicine (widget, context, &(HcMedicineDetails) {
    .link = link,
    .name = product->name,
    .strength = strength,
    .form = product->form,
    .actives = actives,
    /* Which one of several it is nobody knows. */
    .look = label->products->len == 1 ? *hc_pill_get_look (pill) : (HcPillLook) { 0 },
  });
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
  static const HcOperationFuncs funcs = { take_away, take_away_finish, add, add_finish };
  g_autofree char *title = NULL, *description = NULL;

  g_return_if_fail (HC_IS_MEDICINE (medicine));

  title = hc_medicine_dup_title (medicine);
  /* Translators: %s is a medicine. */
  description = g_strdup_printf (_("%s removed"), title);

  perform (widget, context, medicine, description, &funcs);
}
