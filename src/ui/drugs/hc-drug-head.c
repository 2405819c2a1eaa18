/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-head.h"

#include <glib/gi18n.h>

#include "hc-add-medicine.h"
#include "hc-drug-review-dialog.h"
#include "hc-drug-words.h"
#include "hc-interaction-card.h"
#include "hc-link.h"
#include "hc-wrapped-label.h"

/* More labels of one medicine are not counted: a list of them is shown as far. */
#define MAX_LABELS 200

/**
 * HcDrugHead:
 *
 * What belongs to a medicine or to an imported label beside its text: its names, which stand above the text,
 * and behind the warnings that it begins with what to do with it, what is known of it together with the
 * medicines of the person, and what they think of it.
 */
struct _HcDrugHead
{
  AdwBin            parent_instance;

  HcContext        *context;
  HcDrug           *drug;  /* one of the two */
  HcLabel          *label;
  char             *link;
  char             *name;

  GtkLabel         *facts; /* stands elsewhere */
  AdwButtonContent *review_content;
  GtkWidget        *review_box;
  GtkLabel         *review_label;
  GtkWidget        *mine_box;
  GtkBox           *cards;
  GtkWidget        *more;
  AdwActionRow     *pills_row;
  AdwActionRow     *labels_row;
};

G_DEFINE_FINAL_TYPE (HcDrugHead, hc_drug_head, ADW_TYPE_BIN)

static void
append_fact (GString    *text,
             const char *title,
             const char *words)
{
  g_autofree char *line = NULL;

  if (words == NULL || *words == '\0')
    return;

  line = g_markup_printf_escaped ("%s<b>%s</b> %s", text->len > 0 ? "\n" : "", title, words);
  g_string_append (text, line);
}

static void
update_facts (HcDrugHead *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->drug != NULL)
    {
      g_autofree char *brands = g_strjoinv (", ", (char **) hc_drug_get_brands (self->drug));
      g_autofree char *classes = hc_drug_words_join (hc_drug_get_classes (self->drug));
      g_autofree char *forms = g_strjoinv (", ", (char **) hc_drug_get_forms (self->drug));

      append_fact (text, _("Kind:"), hc_drug_kind_to_words (hc_drug_get_kind (self->drug)));
      append_fact (text, _("Brand names:"), brands);
      append_fact (text, _("Class:"), classes);
      append_fact (text, _("Forms:"), forms);
    }
  else if (self->label != NULL && self->label->kind == HC_LABEL_ANIMAL)
    {
      append_fact (text, _("For animals:"), _("this label is not for people."));
    }

  gtk_label_set_markup (self->facts, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), text->len > 0);
}

/* One that the person takes already is not compared with itself. */
static gboolean
is_itself (HcFinding *finding)
{
  return hc_finding_get_kind (finding) == HC_FINDING_SAME_INGREDIENT &&
         g_str_equal (hc_checked_item_get_name (hc_finding_get_item (finding, 0)),
                      hc_checked_item_get_name (hc_finding_get_item (finding, 1)));
}

static void
update_mine (HcDrugHead *self)
{
  HcMedicineCheck *medicine_check = hc_context_get_medicine_check (self->context);
  g_autoptr (HcInteractionCheck) check = NULL;
  g_autoptr (HcCheckedItem) item = NULL;
  g_autofree char *actives = NULL;
  GtkWidget *card;
  guint n_shown = 0;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);

  if (self->link == NULL)
    return;

  actives = self->label != NULL ? hc_label_dup_actives (self->label) : NULL;
  item = hc_medicine_check_resolve (medicine_check, self->name, self->link, actives);
  check = hc_medicine_check_run_with (medicine_check, item);

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    {
      HcFinding *finding = g_ptr_array_index (check->findings, i);

      if (is_itself (finding))
        continue;

      gtk_box_append (self->cards, hc_interaction_card_new (hc_context_get_library (self->context), finding));
      n_shown++;
    }

  gtk_widget_set_visible (self->mine_box, n_shown > 0);
}

static void
update_review (HcDrugHead *self)
{
  HcDrugReviewStore *reviews = hc_profile_get_drug_reviews (hc_context_get_profile (self->context));
  HcDrugReview *review;
  g_autofree char *words = NULL;

  if (self->link == NULL)
    return;

  review = hc_drug_review_store_lookup (reviews, hc_drug_review_dialog_find_person (self->context, self->link),
                                        self->link);
  words = review != NULL ? hc_drug_review_dialog_dup_words (review) : NULL;

  gtk_widget_set_visible (self->review_box, words != NULL && *words != '\0');
  gtk_label_set_label (self->review_label, words != NULL ? words : "");
  adw_button_content_set_label (self->review_content, words != NULL && *words != '\0' ? _("Change Your _Review…")
                                                                                       : _("Write a _Review…"));
}

static GListModel *
list_labels (HcDrugHead *self)
{
  g_autoptr (GError) error = NULL;
  const char *names[] = { self->name, NULL };
  GListModel *labels;

  labels = hc_label_catalog_list_active (hc_context_get_labels (self->context), names, MAX_LABELS, &error);
  if (labels == NULL)
    g_warning ("The imported labels cannot be read: %s", error->message);

  return labels;
}

static void
update_more (HcDrugHead *self)
{
  g_autoptr (GListModel) labels = self->drug != NULL ? list_labels (self) : NULL;
  g_autoptr (GPtrArray) pills = self->drug != NULL
    ? hc_library_list_pills (hc_context_get_library (self->context), self->link, NULL) : NULL;
  guint n_labels = labels != NULL ? g_list_model_get_n_items (labels) : 0;
  guint n_pills = pills != NULL ? pills->len : 0;
  g_autofree char *labels_words = g_strdup_printf (ngettext ("%u imported label", "%u imported labels", n_labels),
                                                   n_labels);
  g_autofree char *pills_words = g_strdup_printf (ngettext ("%u pill, drawn", "%u pills, drawn", n_pills), n_pills);

  adw_action_row_set_subtitle (self->labels_row, labels_words);
  adw_action_row_set_subtitle (self->pills_row, pills_words);
  gtk_widget_set_visible (GTK_WIDGET (self->labels_row), n_labels > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->pills_row), n_pills > 0);
  gtk_widget_set_visible (self->more, n_labels + n_pills > 0);
}

static void
update (HcDrugHead *self)
{
  update_facts (self);
  update_review (self);
  update_mine (self);
  update_more (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcDrugHead *self = HC_DRUG_HEAD (widget);

  if (self->drug != NULL)
    hc_add_medicine_from_drug (widget, self->context, self->drug);
  else if (self->label != NULL)
    hc_add_medicine_from_label (widget, self->context, self->label);
}

static void
open_with (HcDrugHead *self,
           const char *place,
           const char *key,
           const char *value)
{
  g_autoptr (HcLink) link = hc_link_new (place, NULL, NULL);
  g_autofree char *target = NULL;

  g_hash_table_insert (link->query, g_strdup (key), g_strdup (value));
  target = hc_link_print (link);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", target);
}

static void
check_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  open_with (HC_DRUG_HEAD (widget), "interactions", "with", HC_DRUG_HEAD (widget)->link);
}

static void
show_labels_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  open_with (HC_DRUG_HEAD (widget), "drugs", "labels", HC_DRUG_HEAD (widget)->name);
}

static void
show_pills_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  open_with (HC_DRUG_HEAD (widget), "pills", "of", HC_DRUG_HEAD (widget)->link);
}

static void
review_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcDrugHead *self = HC_DRUG_HEAD (widget);
  const char *person = hc_drug_review_dialog_find_person (self->context, self->link);
  HcDrugReviewDialog *dialog = hc_drug_review_dialog_new (hc_context_get_profile (self->context), person, self->link,
                                                          self->name);

  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
hc_drug_head_dispose (GObject *object)
{
  HcDrugHead *self = HC_DRUG_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DRUG_HEAD);
  g_clear_object (&self->context);
  g_clear_object (&self->facts);
  g_clear_object (&self->drug);
  g_clear_pointer (&self->label, hc_label_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (hc_drug_head_parent_class)->dispose (object);
}

static void
hc_drug_head_class_init (HcDrugHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_drug_head_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/drugs/hc-drug-head.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, review_content);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, review_box);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, review_label);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, mine_box);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, cards);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, more);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, pills_row);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHead, labels_row);
  gtk_widget_class_install_action (widget_class, "drug.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "drug.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "drug.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "drug.show-labels", NULL, show_labels_action);
  gtk_widget_class_install_action (widget_class, "drug.show-pills", NULL, show_pills_action);
}

static void
hc_drug_head_init (HcDrugHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = GTK_LABEL (g_object_ref_sink (hc_wrapped_label_new (NULL, NULL)));
  gtk_label_set_selectable (self->facts, TRUE);
}

/**
 * hc_drug_head_new:
 * @context: the library and the profile
 *
 * Returns: (transfer floating): a head of nothing yet
 */
HcDrugHead *
hc_drug_head_new (HcContext *context)
{
  HcDrugHead *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_DRUG_HEAD, NULL);
  self->context = g_object_ref (context);
  profile = hc_context_get_profile (context);

  g_signal_connect_object (hc_context_get_medicine_check (context), "changed", G_CALLBACK (update_mine), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_labels (context), "changed", G_CALLBACK (update_more), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_drug_reviews (profile), "items-changed", G_CALLBACK (update_review), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update_review), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_drug_head_get_facts:
 * @self: a head
 *
 * Returns: (transfer none): the names, the class and the forms, to stand above the text
 */
GtkWidget *
hc_drug_head_get_facts (HcDrugHead *self)
{
  g_return_val_if_fail (HC_IS_DRUG_HEAD (self), NULL);

  return GTK_WIDGET (self->facts);
}

/**
 * hc_drug_head_show_drug:
 * @self: a head
 * @drug: a medicine of the library
 *
 * Shows what belongs to that medicine.
 */
void
hc_drug_head_show_drug (HcDrugHead *self,
                        HcDrug     *drug)
{
  g_return_if_fail (HC_IS_DRUG_HEAD (self));
  g_return_if_fail (HC_IS_DRUG (drug));

  g_set_object (&self->drug, drug);
  g_clear_pointer (&self->label, hc_label_free);
  g_free (self->link);
  self->link = hc_drug_dup_link (drug);
  g_set_str (&self->name, hc_drug_get_name (drug));
  update (self);
}

/**
 * hc_drug_head_show_label:
 * @self: a head
 * @label: (transfer full): an imported label
 *
 * Shows what belongs to that label.
 */
void
hc_drug_head_show_label (HcDrugHead *self,
                         HcLabel    *label)
{
  g_return_if_fail (HC_IS_DRUG_HEAD (self));
  g_return_if_fail (label != NULL);

  g_clear_object (&self->drug);
  g_clear_pointer (&self->label, hc_label_free);
  self->label = label;
  g_free (self->link);
  self->link = hc_label_dup_link (label->set_id);
  g_set_str (&self->name, hc_label_get_name (label));
  update (self);
}
