/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-search.h"

#include <glib/gi18n.h>

#include "hc-drug-hits.h"
#include "hc-drug-row.h"
#include "hc-label-item.h"
#include "hc-link.h"
#include "hc-list-heading.h"
#include "hc-medicine-proposal.h"
#include "hc-search-hit.h"

/**
 * HcMedicineSearch:
 *
 * Which medicine it is: found in the library or among the imported labels, or entered by hand.
 */
struct _HcMedicineSearch
{
  AdwBin          parent_instance;

  HcContext      *context;

  GtkEditable    *search_entry;
  GtkLabel       *correction_label;
  GtkLabel       *by_hand_label;
  GtkNoSelection *hits;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcMedicineSearch, hc_medicine_search, ADW_TYPE_BIN)

static char *
dup_typed (HcMedicineSearch *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
}

static void
choose (HcMedicineSearch *self,
        HcMedicine       *proposal)
{
  g_signal_emit (self, signals[CHOSEN], 0, proposal);
}

static void
by_hand_cb (HcMedicineSearch *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autoptr (HcMedicine) proposal = hc_medicine_new (&(HcMedicineDetails) {
    .name = typed,
    .unit = HC_DOSE_UNIT_OTHER,
  });

  choose (self, proposal);
}

static HcMedicine *
load_label (HcMedicineSearch *self,
            HcLabelItem      *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLabel) label = hc_label_catalog_load (hc_context_get_labels (self->context),
                                                     hc_label_item_get_details (item)->set_id, &error);

  if (label != NULL)
    return hc_medicine_proposal_from_label (label);

  g_warning ("A label cannot be read: %s", error->message);

  return hc_medicine_new (&(HcMedicineDetails) {
    .name = hc_label_item_get_details (item)->name,
    .unit = HC_DOSE_UNIT_OTHER,
  });
}

static HcMedicine *
load_hit (HcMedicineSearch *self,
          HcSearchHit      *hit)
{
  g_autoptr (HcLink) link = hc_link_parse (hc_search_hit_get_link (hit), NULL);
  HcDrug *drug = link != NULL && link->id != NULL
    ? hc_library_get_drug (hc_context_get_library (self->context), link->id) : NULL;
  g_autofree char *typed = dup_typed (self);

  return drug != NULL ? hc_medicine_proposal_from_drug (drug, typed) : NULL;
}

static void
hit_activated_cb (HcMedicineSearch *self,
                  guint             position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->hits), position);
  g_autoptr (HcMedicine) proposal = HC_IS_LABEL_ITEM (item) ? load_label (self, HC_LABEL_ITEM (item))
                                                            : load_hit (self, HC_SEARCH_HIT (item));

  if (proposal != NULL)
    choose (self, proposal);
}

static void
setup_cb (HcMedicineSearch *self,
          GtkListItem      *item)
{
  gtk_list_item_set_child (item, hc_drug_row_new (hc_context_get_library (self->context)));
}

static void
show_by_hand (HcMedicineSearch *self,
              const char       *typed)
{
  /* Translators: %s is what somebody typed as the name of a medicine. */
  g_autofree char *words = *typed != '\0' ? g_strdup_printf (_("Enter “%s” by Hand"), typed)
                                          : g_strdup (_("Enter It by Hand"));

  gtk_label_set_label (self->by_hand_label, words);
}

static void
search_changed_cb (HcMedicineSearch *self)
{
  g_autofree char *typed = dup_typed (self);
  gboolean has_failed = FALSE;
  g_autoptr (GListModel) hits = hc_drug_hits_find (self->context, typed, self->correction_label, &has_failed);

  show_by_hand (self, typed);
  gtk_no_selection_set_model (self->hits, hits);
  if (*typed != '\0')
    hc_drug_hits_announce (GTK_ACCESSIBLE (self), hits);
}

static void
search_activated_cb (HcMedicineSearch *self)
{
  g_autofree char *typed = dup_typed (self);

  /* The hits may still be those of the words before. */
  search_changed_cb (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0)
    hit_activated_cb (self, 0);
  else if (*typed != '\0')
    by_hand_cb (self);
}

static void
hc_medicine_search_dispose (GObject *object)
{
  HcMedicineSearch *self = HC_MEDICINE_SEARCH (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_MEDICINE_SEARCH);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_medicine_search_parent_class)->dispose (object);
}

static void
hc_medicine_search_class_init (HcMedicineSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_medicine_search_dispose;

  /**
   * HcMedicineSearch::chosen:
   * @proposal: what is known of the medicine that the person means; not saved
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, HC_TYPE_MEDICINE);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-medicine-search.ui");
  gtk_widget_class_bind_template_child (widget_class, HcMedicineSearch, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcMedicineSearch, correction_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicineSearch, by_hand_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicineSearch, hits);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_hand_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_drug_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_list_heading_setup_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "bind_heading_cb",
                                                G_CALLBACK (hc_drug_hits_bind_heading_cb));
}

static void
hc_medicine_search_init (HcMedicineSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_medicine_search_set_context:
 * @self: a search
 * @context: (nullable): the library and the imported labels; %NULL when it is not used any more
 */
void
hc_medicine_search_set_context (HcMedicineSearch *self,
                                HcContext        *context)
{
  g_return_if_fail (HC_IS_MEDICINE_SEARCH (self));
  g_return_if_fail (context == NULL || HC_IS_CONTEXT (context));

  g_set_object (&self->context, context);
}
