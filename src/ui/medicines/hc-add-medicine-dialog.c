/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-add-medicine-dialog.h"

#include <glib/gi18n.h>

#include "hc-amount-entry.h"
#include "hc-field.h"
#include "hc-medicine-days.h"
#include "hc-medicine-dialogs.h"
#include "hc-medicine-form.h"
#include "hc-medicine-operations.h"
#include "hc-medicine-review.h"
#include "hc-medicine-search.h"
#include "hc-photo-field.h"
#include "hc-schedule-editor.h"

/* The screens in their order. */
static const char *const screens[] = { "search", "kind", "reason", "schedule", "stock", "review" };

/**
 * HcAddMedicineDialog:
 *
 * Adds a medicine, one question a screen: which it is, what exactly, what it is for, when it is taken, how much is
 * there. The last screen says all of it, and what is known of it together with what is taken already. Back keeps
 * what was entered.
 */
struct _HcAddMedicineDialog
{
  HcOperationDialog  parent_instance;

  HcContext         *context;
  HcMedicine        *medicine;      /* what was told so far, without a schedule; NULL before the first screen */
  gboolean           has_schedule;  /* the person wants to tell when it is taken */
  gboolean           is_filling;

  AdwNavigationView *navigation;
  HcMedicineSearch  *search;
  HcMedicineForm    *form;
  HcField           *reason_field;
  HcField           *prescriber_field;
  AdwBin            *editor_bin;
  HcScheduleEditor  *editor;
  HcField           *stock_field;
  HcAmountEntry     *stock_entry;
  HcField           *refill_field;
  HcAmountEntry     *refill_entry;
  HcPhotoField      *photo_field;
  HcMedicineReview  *review;
  AdwBanner         *banner;
};

enum {
  PROP_0,
  PROP_MEDICINE_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcAddMedicineDialog, hc_add_medicine_dialog, HC_TYPE_OPERATION_DIALOG)

static const char *
get_screen (HcAddMedicineDialog *self)
{
  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->navigation));
}

static GtkWidget *
get_page (HcAddMedicineDialog *self)
{
  return GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation));
}

static void
changed_cb (HcAddMedicineDialog *self)
{
  if (!self->is_filling)
    hc_operation_dialog_changed (HC_OPERATION_DIALOG (self));
}

static void
set_medicine (HcAddMedicineDialog *self,
              HcMedicine          *medicine)
{
  HcDoseUnit unit = hc_medicine_get_details (medicine)->unit;

  g_set_object (&self->medicine, medicine);
  hc_schedule_editor_set_unit (self->editor, unit);
  hc_amount_entry_set_unit (self->stock_entry, unit);
  hc_amount_entry_set_unit (self->refill_entry, unit);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEDICINE_TITLE]);
}

static void
propose (HcAddMedicineDialog *self,
         HcMedicine          *proposal)
{
  self->is_filling = TRUE;
  hc_medicine_form_set_proposal (self->form, self->context, proposal);
  set_medicine (self, proposal);
  self->is_filling = FALSE;
}

static void
chosen_cb (HcAddMedicineDialog *self,
           HcMedicine          *proposal)
{
  propose (self, proposal);
  changed_cb (self);
  adw_navigation_view_push_by_tag (self->navigation, "kind");
}

static gboolean
read_kind (HcAddMedicineDialog *self)
{
  g_autoptr (HcMedicine) medicine = hc_medicine_form_dup_medicine (self->form);

  if (medicine != NULL)
    set_medicine (self, medicine);

  return medicine != NULL;
}

static gboolean
read_reason (HcAddMedicineDialog *self)
{
  gboolean is_right = hc_field_check_name (self->reason_field);

  return hc_field_check_name (self->prescriber_field) && is_right;
}

static gboolean
read_amount (HcField       *field,
             HcAmountEntry *entry,
             double        *amount)
{
  *amount = 0;

  return hc_field_set_fault (field, hc_amount_entry_is_empty (entry) ? NULL
                                                                     : hc_amount_entry_read_stock (entry, amount));
}

/* A picture that is still being read would be left out. */
static gboolean
read_stock (HcAddMedicineDialog *self)
{
  double stock, refill_at;
  gboolean is_right = read_amount (self->stock_field, self->stock_entry, &stock);

  return read_amount (self->refill_field, self->refill_entry, &refill_at) && is_right
         && !hc_photo_field_is_busy (self->photo_field);
}

/* The history of the medicine begins with the schedule that was entered. */
static HcCourse *
create_course (HcAddMedicineDialog *self)
{
  g_autoptr (HcSchedule) schedule = self->has_schedule ? hc_schedule_editor_dup_schedule (self->editor, NULL) : NULL;
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (GDateTime) from = NULL;

  if (schedule == NULL)
    return NULL;

  course = hc_course_new ();
  from = hc_medicine_days_dup_first (hc_context_get_clock (self->context), schedule);

  return hc_course_begin (course, from, hc_medicine_get_details (self->medicine)->strength, schedule, NULL)
           ? g_steal_pointer (&course) : NULL;
}

/* All that was entered. */
static HcMedicine *
create_medicine (HcAddMedicineDialog *self)
{
  HcMedicineDetails details = *hc_medicine_get_details (self->medicine);
  g_autoptr (HcCourse) course = create_course (self);
  g_autofree char *reason = hc_field_dup_text (self->reason_field);
  g_autofree char *prescriber = hc_field_dup_text (self->prescriber_field);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));

  details.person = hc_current_person_get_id (hc_context_get_person (self->context));
  details.course = course;
  details.reason = reason;
  details.prescriber = prescriber;
  read_amount (self->stock_field, self->stock_entry, &details.stock);
  read_amount (self->refill_field, self->refill_entry, &details.refill_at);
  details.counted = hc_amount_entry_is_empty (self->stock_entry) ? NULL : now;

  return hc_medicine_new (&details);
}

static void
show_review (HcAddMedicineDialog *self)
{
  g_autoptr (HcMedicine) medicine = create_medicine (self);

  hc_medicine_review_show (self->review, self->context, medicine,
                           hc_photo_field_get_photo (self->photo_field) != NULL);
}

static void
add_medicine (HcAddMedicineDialog *self)
{
  g_autoptr (HcMedicine) medicine = create_medicine (self);
  g_autoptr (HcOperation) operation = hc_medicine_addition_new (hc_context_get_profile (self->context), medicine,
                                                                hc_photo_field_get_photo (self->photo_field));

  hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
}

static void
push_after (HcAddMedicineDialog *self,
            const char          *screen)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (screens); i++)
    if (g_str_equal (screens[i], screen))
      {
        if (g_str_equal (screens[i + 1], "review"))
          show_review (self);
        adw_navigation_view_push_by_tag (self->navigation, screens[i + 1]);
        return;
      }
}

static gboolean
read_schedule (HcAddMedicineDialog *self)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_editor_dup_schedule (self->editor, NULL);

  self->has_schedule = schedule != NULL;
  if (schedule == NULL)
    hc_schedule_editor_focus_fault (self->editor);

  return schedule != NULL;
}

static gboolean
read_screen (HcAddMedicineDialog *self,
             const char          *screen)
{
  if (g_str_equal (screen, "kind"))
    return read_kind (self);
  if (g_str_equal (screen, "reason"))
    return read_reason (self);
  if (g_str_equal (screen, "schedule"))
    return read_schedule (self);
  if (g_str_equal (screen, "stock"))
    return read_stock (self);

  return FALSE;
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcAddMedicineDialog *self = HC_ADD_MEDICINE_DIALOG (widget);
  const char *screen = get_screen (self);

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)) || g_str_equal (screen, "search"))
    return;

  if (g_str_equal (screen, "review"))
    add_medicine (self);
  else if (read_screen (self, screen))
    push_after (self, screen);
  else
    hc_field_reveal_faults (get_page (self));
}

/* What was entered so far stays in the editor, in case the person comes back. */
static void
skip_schedule_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HcAddMedicineDialog *self = HC_ADD_MEDICINE_DIALOG (widget);

  self->has_schedule = FALSE;
  push_after (self, "schedule");
}

static void
identify_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));

  /* The dialog may be gone now. */
  hc_saving_dialog_close (HC_SAVING_DIALOG (widget));
  gtk_widget_activate_action (window, "win.open-link", "s", "health-center:pills");
}

static void
hc_add_medicine_dialog_set_busy (HcOperationDialog *dialog,
                                 gboolean           is_busy)
{
  HcAddMedicineDialog *self = HC_ADD_MEDICINE_DIALOG (dialog);

  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "add-medicine.next", !is_busy);
}

static void
hc_add_medicine_dialog_failed (HcOperationDialog *dialog,
                               const char        *words)
{
  HcAddMedicineDialog *self = HC_ADD_MEDICINE_DIALOG (dialog);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
hc_add_medicine_dialog_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  HcAddMedicineDialog *self = HC_ADD_MEDICINE_DIALOG (object);

  switch (prop_id)
    {
    case PROP_MEDICINE_TITLE:
      g_value_take_string (value, self->medicine != NULL ? hc_medicine_dup_title (self->medicine) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_add_medicine_dialog_dispose (GObject *object)
{
  HcAddMedicineDialog *self = HC_ADD_MEDICINE_DIALOG (object);

  /* Libadwaita 1.7 may keep a reference to the page that had the focus for good; the search lets go of the profile
   * all the same. */
  if (self->search != NULL)
    hc_medicine_search_set_context (self->search, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ADD_MEDICINE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->medicine);

  G_OBJECT_CLASS (hc_add_medicine_dialog_parent_class)->dispose (object);
}

static void
hc_add_medicine_dialog_class_init (HcAddMedicineDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_add_medicine_dialog_dispose;
  object_class->get_property = hc_add_medicine_dialog_get_property;
  HC_OPERATION_DIALOG_CLASS (klass)->set_busy = hc_add_medicine_dialog_set_busy;
  HC_OPERATION_DIALOG_CLASS (klass)->failed = hc_add_medicine_dialog_failed;

  g_type_ensure (HC_TYPE_AMOUNT_ENTRY);
  g_type_ensure (HC_TYPE_FIELD);
  g_type_ensure (HC_TYPE_MEDICINE_FORM);
  g_type_ensure (HC_TYPE_MEDICINE_REVIEW);
  g_type_ensure (HC_TYPE_MEDICINE_SEARCH);
  g_type_ensure (HC_TYPE_PHOTO_FIELD);

  /**
   * HcAddMedicineDialog:medicine-title:
   *
   * The name of the medicine, as it is known so far.
   */
  properties[PROP_MEDICINE_TITLE] = g_param_spec_string ("medicine-title", NULL, NULL, NULL,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-add-medicine-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, search);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, reason_field);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, prescriber_field);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, stock_field);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, stock_entry);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, refill_field);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, refill_entry);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, photo_field);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, review);
  gtk_widget_class_bind_template_child (widget_class, HcAddMedicineDialog, banner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "add-medicine.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "add-medicine.skip-schedule", NULL, skip_schedule_action);
  gtk_widget_class_install_action (widget_class, "add-medicine.identify", NULL, identify_action);
}

static void
hc_add_medicine_dialog_init (HcAddMedicineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first screen that the proposal does not answer; those before it can be gone back to. */
static void
begin_at_first_question (HcAddMedicineDialog *self)
{
  const HcMedicineDetails *details = hc_medicine_get_details (self->medicine);

  if (*details->strength != '\0' && *details->form != '\0')
    adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "kind", "reason" }, 2);
  else
    adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "kind" }, 1);
}

static AdwDialog *
dialog_new (HcContext  *context,
            HcMedicine *proposal)
{
  HcAddMedicineDialog *self = g_object_new (HC_TYPE_ADD_MEDICINE_DIALOG, NULL);

  self->context = g_object_ref (context);
  hc_medicine_search_set_context (self->search, context);
  self->editor = HC_SCHEDULE_EDITOR (hc_schedule_editor_new (hc_context_get_clock (context)));
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->editor_bin, GTK_WIDGET (self->editor));

  if (proposal != NULL)
    {
      propose (self, proposal);
      begin_at_first_question (self);
    }

  return ADW_DIALOG (self);
}

/**
 * hc_medicine_dialogs_add:
 * @parent: where it was asked for, in a window
 * @context: the profile, the library and the clock
 * @proposal: (nullable): what is known of the medicine already; %NULL: it is asked which one it is
 *
 * Adds a medicine to those of the person whose data is shown.
 */
void
hc_medicine_dialogs_add (GtkWidget               *parent,
                         HcContext               *context,
                         const HcMedicineDetails *proposal)
{
  g_autoptr (HcMedicine) medicine = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));

  medicine = proposal != NULL ? hc_medicine_new (proposal) : NULL;
  adw_dialog_present (dialog_new (context, medicine), parent);
}
