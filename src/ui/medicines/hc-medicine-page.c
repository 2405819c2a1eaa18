/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-page.h"

#include <glib/gi18n.h>

#include "hc-add-medicine.h"
#include "hc-allergy-card.h"
#include "hc-drug-review-dialog.h"
#include "hc-interaction-card.h"
#include "hc-medicine-dialogs.h"
#include "hc-medicine-history.h"
#include "hc-medicine-past.h"
#include "hc-medicine-photo.h"
#include "hc-medicine-words.h"
#include "hc-dose-words.h"
#include "hc-pill-drawing.h"
#include "hc-supply.h"

/**
 * HcMedicinePage:
 *
 * A medicine of the person: what it is, when it is taken, what was taken of it, how it was taken before, the photo
 * of its box, and what is known of it together with allergies and the other medicines. What can be done with it are
 * the actions `medicine.*`.
 */
struct _HcMedicinePage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcMedicine        *medicine; /* NULL until one is shown */
  gulong             changed_handler;

  GtkScrolledWindow *scroller;
  HcPillDrawing     *drawing;
  GtkLabel          *name_label;
  GtkLabel          *facts_label;
  GtkLabel          *schedule_label;
  GtkLabel          *next_label;
  GtkLabel          *supply_label;
  GtkBox            *allergies;
  AdwActionRow      *change_row;
  GtkWidget         *pause_row;
  GtkWidget         *stop_row;
  GtkWidget         *restart_row;
  GtkWidget         *interactions_box;
  GtkBox            *cards;
  HcMedicineHistory *history;
  GtkWidget         *past_box;
  AdwBin            *past_bin;
  HcMedicinePhoto   *photo;
  GtkWidget         *notes_box;
  GtkLabel          *notes_label;
  GtkWidget         *review_box;
  GtkLabel          *review_label;
  GtkWidget         *read_row;
  AdwActionRow      *review_row;
};

G_DEFINE_FINAL_TYPE (HcMedicinePage, hc_medicine_page, ADW_TYPE_NAVIGATION_PAGE)

static HcProfile *
get_profile (HcMedicinePage *self)
{
  return hc_context_get_profile (self->context);
}

static const HcMedicineDetails *
get_details (HcMedicinePage *self)
{
  return hc_medicine_get_details (self->medicine);
}

static GDateTime *
dup_now (HcMedicinePage *self)
{
  return hc_clock_dup_time (hc_context_get_clock (self->context));
}

/* What begins with nothing is hidden. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
append_line (GString    *text,
             const char *format,
             const char *words)
{
  g_autoptr (GString) line = g_string_new (format);

  if (*words == '\0')
    return;

  g_string_replace (line, "%s", words, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->str);
}

static void
update_head (HcMedicinePage *self)
{
  const HcMedicineDetails *details = get_details (self);
  g_autoptr (HcPill) pill = hc_medicine_make_pill (self->medicine);
  g_autofree char *title = hc_medicine_dup_title (self->medicine);
  g_autofree char *form = g_utf8_strdown (details->form, -1);
  g_autoptr (GString) facts = g_string_new (form);

  hc_pill_drawing_set_pill (self->drawing, pill);
  gtk_widget_set_visible (GTK_WIDGET (self->drawing), hc_pill_get_look (pill)->shape != HC_PILL_SHAPE_UNKNOWN);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->name_label, title);
  /* Translators: what a medicine is taken for. */
  append_line (facts, _("For: %s"), details->reason);
  /* Translators: %s is who prescribed a medicine. */
  append_line (facts, _("Prescribed by: %s"), details->prescriber);
  set_text (self->facts_label, facts->str);
  set_text (self->notes_label, details->notes);
  gtk_widget_set_visible (self->notes_box, *details->notes != '\0');
  gtk_widget_set_visible (self->read_row, details->link != NULL);
}

static void
supply_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HcMedicinePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) here = NULL;
  g_autofree char *words = NULL, *counted = NULL, *day = NULL, *text = NULL;
  const HcMedicineDetails *details;
  HcSupply supply;

  /* It may be another medicine, or one that was counted anew; both ask again. */
  if (!hc_supply_read_finish (HC_DOSE_LOG (source), result, &supply, &error) || self->medicine == NULL)
    return;

  details = get_details (self);
  if (details->counted == NULL)
    return;

  now = dup_now (self);
  here = g_date_time_to_timezone (details->counted, g_date_time_get_timezone (now));
  words = hc_supply_dup_words (&supply, details->unit);
  counted = hc_dose_dup_words (details->stock, details->unit);
  day = hc_dose_words_day (here);
  /* Translators: how much is left, how much was counted, and on which day. */
  text = g_strdup_printf (_("%s. Counted: %s on %s."), words, counted, day);
  set_text (self->supply_label, text);
  if (supply.is_low)
    gtk_widget_add_css_class (GTK_WIDGET (self->supply_label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->supply_label), "warning");
}

static void
update_plan (HcMedicinePage *self)
{
  const HcMedicineDetails *details = get_details (self);
  g_autoptr (GDateTime) now = dup_now (self);
  g_autofree char *schedule = hc_medicine_words_schedule (self->medicine, now);
  g_autofree char *next = hc_medicine_words_next (self->medicine, now);
  gboolean is_told = details->course != NULL && hc_course_get_last (details->course) != NULL;
  gboolean is_stopped = is_told && !hc_medicine_is_taken (self->medicine, now);

  set_text (self->schedule_label, schedule);
  set_text (self->next_label, next);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->change_row),
                                 is_told ? _("Change Dose…") : _("Tell When It Is Taken…"));
  gtk_widget_set_visible (GTK_WIDGET (self->change_row), !is_stopped);
  gtk_widget_set_visible (self->pause_row, is_told && !is_stopped);
  gtk_widget_set_visible (self->stop_row, is_told && !is_stopped);
  gtk_widget_set_visible (self->restart_row, is_stopped);

  set_text (self->supply_label, NULL);
  if (details->counted != NULL && !is_stopped)
    hc_supply_read_async (hc_profile_get_dose_log (get_profile (self)), self->medicine, now, supply_read_cb,
                          g_object_ref (self));
}

/* Returns: (transfer full): what else is taken, without the medicine itself; the other ones of the same name stay */
static GPtrArray *
list_others (HcMedicinePage *self,
             GDateTime      *now)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (get_profile (self)));
  HcCurrentPerson *person = hc_context_get_person (self->context);
  GPtrArray *items = hc_medicine_check_dup_items (hc_context_get_medicine_check (self->context));
  guint n = g_list_model_get_n_items (medicines);
  guint place = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (!hc_current_person_owns (person, hc_medicine_get_details (medicine)->person) ||
          !hc_medicine_is_taken (medicine, now))
        continue;

      if (medicine == self->medicine)
        {
          g_ptr_array_remove_index (items, place);
          break;
        }
      place++;
    }

  return items;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* What was stopped is no less dangerous to somebody who is allergic to it: they may begin again. */
static void
update_allergies (HcMedicinePage *self,
                  HcCheckedItem  *item)
{
  g_autoptr (HcAllergyCheck) check = NULL;

  check = hc_medicine_check_run_allergies (hc_context_get_medicine_check (self->context), item);
  clear (self->allergies);
  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    gtk_box_append (self->allergies, hc_allergy_card_new (hc_context_get_library (self->context),
                                                          g_ptr_array_index (check->findings, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->allergies), check != NULL && check->findings->len > 0);
}

static void
update_interactions (HcMedicinePage *self,
                     HcCheckedItem  *item)
{
  HcInteractionBook *book = hc_medicine_check_get_book (hc_context_get_medicine_check (self->context));
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (HcInteractionCheck) check = NULL;

  clear (self->cards);
  if (book != NULL && hc_medicine_is_taken (self->medicine, now))
    {
      others = list_others (self, now);
      check = hc_interaction_check_run_with (book, item, others);
    }

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    gtk_box_append (self->cards, hc_interaction_card_new (hc_context_get_library (self->context),
                                                          g_ptr_array_index (check->findings, i)));

  gtk_widget_set_visible (self->interactions_box, check != NULL && check->findings->len > 0);
}

static void
update_findings (HcMedicinePage *self)
{
  const HcMedicineDetails *details;
  g_autoptr (HcCheckedItem) item = NULL;

  if (self->medicine == NULL)
    return;

  details = get_details (self);
  item = hc_medicine_check_resolve (hc_context_get_medicine_check (self->context), details->name, details->link,
                                    details->actives);
  update_allergies (self, item);
  update_interactions (self, item);
}

static const char *
find_reviewer (HcMedicinePage *self)
{
  return hc_drug_review_dialog_find_person (self->context, get_details (self)->link);
}

static void
update_review (HcMedicinePage *self)
{
  HcDrugReviewStore *reviews = hc_profile_get_drug_reviews (get_profile (self));
  HcDrugReview *review = NULL;
  g_autofree char *words = NULL;

  if (self->medicine == NULL)
    return;

  if (get_details (self)->link != NULL)
    review = hc_drug_review_store_lookup (reviews, find_reviewer (self), get_details (self)->link);
  if (review != NULL)
    words = hc_drug_review_dialog_dup_words (review);

  set_text (self->review_label, words);
  gtk_widget_set_visible (self->review_box, words != NULL && *words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->review_row), get_details (self)->link != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->review_row),
                                 words != NULL && *words != '\0' ? _("Change the Review…") : _("Write a Review…"));
}

static void
update_past (HcMedicinePage *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  GtkWidget *list = hc_medicine_past_new (self->medicine, now);

  adw_bin_set_child (self->past_bin, list);
  gtk_widget_set_visible (self->past_box, list != NULL);
}

static void
update (HcMedicinePage *self)
{
  if (self->medicine == NULL)
    return;

  update_head (self);
  update_plan (self);
  update_findings (self);
  update_past (self);
  update_review (self);
  hc_medicine_history_show (self->history, self->context, self->medicine);
  hc_medicine_photo_show (self->photo, self->context, self->medicine);
}

/* After a dose was taken or has become due. */
static void
doses_changed_cb (HcMedicinePage *self)
{
  if (self->medicine != NULL)
    update_plan (self);
}

static void
let_go (HcMedicinePage *self)
{
  g_clear_signal_handler (&self->changed_handler, self->medicine);
  g_clear_object (&self->medicine);
}

/* What is not there any more, or belongs to somebody who is not shown any more, is not shown either. */
static void
check_there (HcMedicinePage *self)
{
  HcMedicineStore *medicines = hc_profile_get_medicines (get_profile (self));
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (self->medicine == NULL ||
      (hc_store_lookup (HC_STORE (medicines), hc_medicine_get_id (self->medicine)) == self->medicine &&
       hc_current_person_owns (hc_context_get_person (self->context), get_details (self)->person)))
    return;

  if (navigation != NULL &&
      adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation)) == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
  let_go (self);
}

typedef void (*Present) (GtkWidget  *parent,
                         HcContext  *context,
                         HcMedicine *medicine);

static void
do_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  static const struct { const char *action; Present present; } actions[] = {
    { "medicine.change-dose", hc_medicine_dialogs_change_dose },
    { "medicine.pause", hc_medicine_dialogs_pause },
    { "medicine.stop", hc_medicine_dialogs_stop },
    { "medicine.restart", hc_medicine_dialogs_restart },
    { "medicine.edit", hc_medicine_dialogs_edit },
    { "medicine.count-stock", hc_medicine_dialogs_count_stock },
    { "medicine.remove", hc_remove_medicine },
  };
  HcMedicinePage *self = HC_MEDICINE_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (self->medicine != NULL && g_str_equal (action, actions[i].action))
      actions[i].present (widget, self->context, self->medicine);
}

static void
read_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcMedicinePage *self = HC_MEDICINE_PAGE (widget);

  if (self->medicine != NULL && get_details (self)->link != NULL)
    gtk_widget_activate_action (widget, "win.open-link", "s", get_details (self)->link);
}

static void
review_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcMedicinePage *self = HC_MEDICINE_PAGE (widget);

  if (self->medicine != NULL && get_details (self)->link != NULL)
    adw_dialog_present (ADW_DIALOG (hc_drug_review_dialog_new (get_profile (self), find_reviewer (self),
                                                               get_details (self)->link, get_details (self)->name)),
                        widget);
}

static void
hc_medicine_page_dispose (GObject *object)
{
  HcMedicinePage *self = HC_MEDICINE_PAGE (object);

  if (self->medicine != NULL)
    let_go (self);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_MEDICINE_PAGE);

  G_OBJECT_CLASS (hc_medicine_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, drawing);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, schedule_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, next_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, supply_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, allergies);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, change_row);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, pause_row);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, stop_row);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, restart_row);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, interactions_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, cards);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, history);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, past_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, past_bin);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, photo);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, notes_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, review_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, review_label);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, read_row);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinePage, review_row);
}

static void
hc_medicine_page_class_init (HcMedicinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_medicine_page_dispose;

  g_type_ensure (HC_TYPE_PILL_DRAWING);
  g_type_ensure (HC_TYPE_MEDICINE_HISTORY);
  g_type_ensure (HC_TYPE_MEDICINE_PHOTO);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-medicine-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "medicine.change-dose", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.pause", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.stop", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.restart", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.edit", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.count-stock", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.remove", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "medicine.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "medicine.review", NULL, review_action);
}

static void
hc_medicine_page_init (HcMedicinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_pill_drawing_set_both_sides (self->drawing, TRUE);
}

/**
 * hc_medicine_page_new:
 * @context: the profile, and what is known of medicines
 *
 * Returns: (transfer floating): a page that shows no medicine yet
 */
HcMedicinePage *
hc_medicine_page_new (HcContext *context)
{
  HcMedicinePage *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_MEDICINE_PAGE, NULL);
  self->context = g_object_ref (context);
  profile = hc_context_get_profile (context);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (check_there), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (check_there), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_medicine_check (context), "changed", G_CALLBACK (update_findings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_drug_reviews (profile), "items-changed", G_CALLBACK (update_review), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_dose_log (profile), "changed", G_CALLBACK (doses_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_day_plan (context), "items-changed", G_CALLBACK (doses_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_medicine_page_show:
 * @self: a page
 * @medicine: a medicine of the person whose data is shown
 *
 * Shows that medicine, and follows its changes. When it is removed the page goes.
 */
void
hc_medicine_page_show (HcMedicinePage *self,
                       HcMedicine     *medicine)
{
  g_return_if_fail (HC_IS_MEDICINE_PAGE (self));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  if (medicine != self->medicine)
    {
      let_go (self);
      self->medicine = g_object_ref (medicine);
      self->changed_handler = g_signal_connect_swapped (medicine, "changed", G_CALLBACK (update), self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
    }

  update (self);
}

/**
 * hc_medicine_page_get_medicine:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the medicine that is shown
 */
HcMedicine *
hc_medicine_page_get_medicine (HcMedicinePage *self)
{
  g_return_val_if_fail (HC_IS_MEDICINE_PAGE (self), NULL);

  return self->medicine;
}
