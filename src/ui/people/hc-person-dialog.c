/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person-dialog.h"

#include <glib/gi18n.h>

#include "hc-allergy-card.h"
#include "hc-cancer-group.h"
#include "hc-contact-group.h"
#include "hc-contact-page.h"
#include "hc-error-words.h"
#include "hc-field-note.h"
#include "hc-person-fields.h"
#include "hc-person-lines.h"
#include "hc-person-removal.h"
#include "hc-person-switcher.h"
#include "hc-text-wrap.h"
#include "hc-window.h"

#define GROUP_KEY "hc-group"
#define LINE_KEY "hc-line"
#define PLACE_KEY "hc-place"
#define OPERATION_KEY "hc-operation"

/**
 * HcPersonDialog:
 *
 * What is known of a person: who they are, the cancer, the treatment, allergies, usual foods, the last visit and the
 * care team. It is saved with every change; what cannot be saved stays, with the reason.
 */
struct _HcPersonDialog
{
  HcSavingDialog     parent_instance;

  HcContext         *context;    /* NULL until everything is filled in */
  HcPerson          *person;
  gboolean           is_adding;  /* somebody besides those who are there */
  guint              n_saving;
  gboolean           has_failed; /* the last save has failed */
  gboolean           has_fault;  /* a field has something that is not saved */
  char              *findings_words;
  HcContactPage     *contact_page;

  /* What was right last: it is saved while something else stands in the field. */
  char              *name;
  int                birth_year;
  char              *last_visit;

  AdwToastOverlay   *toasts;
  AdwNavigationView *navigation;
  AdwNavigationPage *main_page;
  AdwBanner         *banner;
  AdwComboRow       *who_row;
  AdwEntryRow       *name_row;
  GtkLabel          *name_note;
  AdwEntryRow       *birth_year_row;
  GtkLabel          *birth_year_note;
  HcCancerGroup     *cancer;
  GtkTextView       *treatment_view;
  GtkTextBuffer     *treatment_buffer;
  HcLineGroup       *allergies;
  GtkBox            *findings;
  HcLineGroup       *foods;
  AdwEntryRow       *visit_row;
  GtkMenuButton     *visit_button;
  GtkCalendar       *calendar;
  GtkLabel          *visit_note;
  HcContactGroup    *contacts;
  GtkWidget         *remove_group;
};

G_DEFINE_FINAL_TYPE (HcPersonDialog, hc_person_dialog, HC_TYPE_SAVING_DIALOG)

static gboolean
is_saved (HcPersonDialog *self)
{
  return hc_person_get_created (self->person) != NULL;
}

static void
update_state (HcPersonDialog *self)
{
  HcSaveState contact = self->contact_page != NULL ? hc_contact_page_get_state (self->contact_page)
                                                   : HC_SAVE_STATE_SAVED;
  HcSaveState state = HC_SAVE_STATE_SAVED;

  if (self->n_saving > 0 || contact == HC_SAVE_STATE_SAVING)
    state = HC_SAVE_STATE_SAVING;
  else if (self->has_failed || self->has_fault || contact == HC_SAVE_STATE_UNSAVED)
    state = HC_SAVE_STATE_UNSAVED;

  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
}

static void
update_title (HcPersonDialog *self)
{
  const char *title = _("About You");
  g_autofree char *about = NULL;

  if (self->is_adding)
    {
      title = _("Add a Person");
    }
  else if (adw_combo_row_get_selected (self->who_row) == 1)
    {
      /* Translators: %s is the name of a person. */
      about = g_strdup_printf (_("About %s"), self->name != NULL ? self->name : _("Someone You Care For"));
      title = about;
    }

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_navigation_page_set_title (self->main_page, title);
}

/* The medicines of somebody who is not there yet cannot have been told. */
static HcAllergyCheck *
check_allergies (HcPersonDialog *self)
{
  g_autofree char *text = hc_line_group_dup_text (self->allergies);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!is_saved (self) && self->is_adding)
    return NULL;

  return hc_medicine_check_run_allergies_for (hc_context_get_medicine_check (self->context),
                                              is_saved (self) ? hc_person_get_id (self->person) : NULL,
                                              (const char *const *) lines);
}

static void
update_findings (HcPersonDialog *self)
{
  g_autoptr (HcAllergyCheck) check = check_allergies (self);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *card;

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    {
      g_autofree char *sentence = hc_allergy_finding_dup_words (g_ptr_array_index (check->findings, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", sentence);
    }

  if (!g_set_str (&self->findings_words, words->str))
    return;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, card);
  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    gtk_box_append (self->findings, hc_allergy_card_new (hc_context_get_library (self->context),
                                                         g_ptr_array_index (check->findings, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->findings), words->len > 0);
  if (words->len > 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words->str, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcPersonDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  /* Saves end in the order in which they began, and each one saves everything: the last one counts. */
  self->n_saving--;
  self->has_failed = !hc_person_store_save_finish (HC_PERSON_STORE (source), result, &error);

  if (self->context == NULL)
    return;

  if (self->has_failed)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), hc_error_to_words (error));

      adw_banner_set_title (self->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  else
    {
      if (self->is_adding)
        hc_current_person_choose (hc_context_get_person (self->context), hc_person_get_id (self->person));
      gtk_widget_set_visible (self->remove_group, TRUE);
    }

  adw_banner_set_revealed (self->banner, self->has_failed);
  update_state (self);
}

/* What was written while nobody was told of is that of the one who uses the program, and not of whoever is added. */
static void
save_user_first (HcPersonDialog *self)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (self->context));
  g_autoptr (HcPerson) user = NULL;

  if (!self->is_adding || self->n_saving > 0 || hc_person_store_get_first (people) != NULL)
    return;

  user = hc_person_new ();
  hc_person_store_save_async (people, user, &(HcPersonDetails) { .is_user = TRUE }, NULL, NULL);
}

static void
save (HcPersonDialog *self)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (self->context));
  g_autofree char *biomarkers = hc_cancer_group_dup_biomarkers (self->cancer);
  g_autofree char *allergies = hc_line_group_dup_text (self->allergies);
  g_autofree char *foods = hc_line_group_dup_text (self->foods);
  g_autofree char *treatment = NULL;
  HcPersonDetails details = {
    .is_user = adw_combo_row_get_selected (self->who_row) == 0,
    .name = self->name,
    .birth_year = self->birth_year,
    .site = hc_cancer_group_get_site (self->cancer),
    .stage = hc_cancer_group_get_stage (self->cancer),
    .biomarkers = biomarkers,
    .allergies = allergies,
    .foods = foods,
    .last_visit = self->last_visit,
    .treated = hc_person_get_details (self->person)->treated, /* told where checks are planned */
  };

  g_object_get (self->treatment_buffer, "text", &treatment, NULL);
  details.treatment = treatment;

  save_user_first (self);
  self->n_saving++;
  hc_person_store_save_async (people, self->person, &details, saved_cb, g_object_ref (self));
  update_state (self);
}

/* Returns what is wrong with a field, as it is shown below it. */
static gboolean
show_note (AdwEntryRow *row,
           GtkLabel    *note,
           const char  *fault,
           const char  *hint)
{
  if (fault != NULL)
    hc_field_note_show_fault (GTK_WIDGET (row), note, fault);
  else
    hc_field_note_show_hint (GTK_WIDGET (row), note, hint);

  return fault != NULL;
}

static void
read_fields (HcPersonDialog *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autofree char *name_fault = hc_person_fields_read_name (gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                                            &self->name);
  g_autofree char *year_fault =
    hc_person_fields_read_birth_year (gtk_editable_get_text (GTK_EDITABLE (self->birth_year_row)), now,
                                      &self->birth_year);
  g_autofree char *visit_fault = hc_person_fields_read_day (gtk_editable_get_text (GTK_EDITABLE (self->visit_row)),
                                                            now, &self->last_visit);
  g_autofree char *visit = self->last_visit != NULL ? hc_person_fields_dup_day_words (self->last_visit) : NULL;

  self->has_fault = show_note (self->name_row, self->name_note, name_fault, NULL);
  self->has_fault |= show_note (self->birth_year_row, self->birth_year_note, year_fault, NULL);
  self->has_fault |= show_note (self->visit_row, self->visit_note, visit_fault, visit);
}

static void
changed_cb (HcPersonDialog *self)
{
  if (self->context == NULL)
    return;

  read_fields (self);
  update_title (self);
  save (self);
}

static void
allergies_changed_cb (HcPersonDialog *self)
{
  if (self->context == NULL)
    return;

  update_findings (self);
  changed_cb (self);
}

static void
restore_line_cb (AdwToast *toast)
{
  hc_line_group_insert (g_object_get_data (G_OBJECT (toast), GROUP_KEY),
                        GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), PLACE_KEY)),
                        g_object_get_data (G_OBJECT (toast), LINE_KEY));
}

static AdwToast *
show_undo (HcPersonDialog *self,
           const char     *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return toast;
}

static void
line_removed_cb (HcPersonDialog *self,
                 guint           place,
                 const char     *line,
                 HcLineGroup    *group)
{
  /* Translators: %s is an allergy, a food or a drink. */
  g_autofree char *words = g_strdup_printf (_("Removed: %s"), line);
  AdwToast *toast = show_undo (self, words);

  g_object_set_data_full (G_OBJECT (toast), GROUP_KEY, g_object_ref (group), g_object_unref);
  g_object_set_data_full (G_OBJECT (toast), LINE_KEY, g_strdup (line), g_free);
  g_object_set_data (G_OBJECT (toast), PLACE_KEY, GUINT_TO_POINTER (place));
  g_signal_connect (toast, "button-clicked", G_CALLBACK (restore_line_cb), NULL);
}

static void
restore_contact_cb (HcPersonDialog *self,
                    AdwToast       *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (HC_IS_WINDOW (root))
    hc_undo_stack_undo (hc_window_get_undo_stack (HC_WINDOW (root)),
                        g_object_get_data (G_OBJECT (toast), OPERATION_KEY));
}

static void
contact_removed_cb (HcPersonDialog *self,
                    HcOperation    *operation,
                    HcContactPage  *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwToast *toast;

  adw_navigation_view_pop (self->navigation);
  if (!HC_IS_WINDOW (root) || operation == NULL)
    return;

  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
  toast = show_undo (self, hc_operation_get_description (operation));
  g_object_set_data_full (G_OBJECT (toast), OPERATION_KEY, g_object_ref (operation), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore_contact_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever has a care team is there. */
static void
open_contact_cb (HcPersonDialog *self,
                 HcCareContact  *contact)
{
  HcCareContactStore *contacts = hc_profile_get_care_contacts (hc_context_get_profile (self->context));

  if (!is_saved (self))
    save (self);

  g_set_object (&self->contact_page, hc_contact_page_new (contacts, contact, hc_person_get_id (self->person)));
  g_signal_connect_object (self->contact_page, "changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contact_page, "removed", G_CALLBACK (contact_removed_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->contact_page));
}

/* The calendar begins with the day that was told, or today. */
static void
calendar_opened_cb (HcPersonDialog *self)
{
  g_autoptr (GDateTime) day = NULL;

  if (!gtk_menu_button_get_active (self->visit_button))
    return;

  day = self->last_visit != NULL ? hc_person_fields_parse_day (self->last_visit)
                                 : hc_clock_dup_time (hc_context_get_clock (self->context));
  g_signal_handlers_block_matched (self->calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_matched (self->calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
day_selected_cb (HcPersonDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->visit_row), text);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_PERSON_DIALOG (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcPersonDialog *self = HC_PERSON_DIALOG (widget);

  hc_person_removal_ask (self->context, self->person, ADW_DIALOG (self));
}

static void
hc_person_dialog_dispose (GObject *object)
{
  HcPersonDialog *self = HC_PERSON_DIALOG (object);

  g_clear_object (&self->contact_page);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_PERSON_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->person);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->last_visit, g_free);
  g_clear_pointer (&self->findings_words, g_free);

  G_OBJECT_CLASS (hc_person_dialog_parent_class)->dispose (object);
}

static void
hc_person_dialog_class_init (HcPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_person_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Not Everything Is Saved");

  g_type_ensure (HC_TYPE_CANCER_GROUP);
  g_type_ensure (HC_TYPE_CONTACT_GROUP);
  g_type_ensure (HC_TYPE_LINE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/people/hc-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, main_page);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, name_note);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, birth_year_row);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, birth_year_note);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, cancer);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, treatment_view);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, treatment_buffer);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, allergies);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, foods);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, visit_row);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, visit_button);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, visit_note);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, contacts);
  gtk_widget_class_bind_template_child (widget_class, HcPersonDialog, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, allergies_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);

  gtk_widget_class_install_action (widget_class, "person.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "person.remove", NULL, remove_action);
}

static void
hc_person_dialog_init (HcPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_text_wrap_set_up (self->treatment_view);
  g_signal_connect_object (self->visit_button, "notify::active", G_CALLBACK (calendar_opened_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (HcPersonDialog        *self,
      const HcPersonDetails *details)
{
  g_autofree char *year = details->birth_year > 0 ? g_strdup_printf ("%d", details->birth_year) : NULL;

  adw_combo_row_set_selected (self->who_row, details->is_user ? 0 : 1);
  set_text (self->name_row, details->name);
  set_text (self->birth_year_row, year);
  set_text (self->visit_row, details->last_visit);
  hc_cancer_group_show (self->cancer, details);
  gtk_text_buffer_begin_irreversible_action (self->treatment_buffer);
  gtk_text_buffer_set_text (self->treatment_buffer, details->treatment != NULL ? details->treatment : "", -1);
  gtk_text_buffer_end_irreversible_action (self->treatment_buffer);
  hc_line_group_set_text (self->allergies, details->allergies);
  hc_line_group_set_text (self->foods, details->foods);
}

static HcPersonDialog *
make (HcContext *context,
      HcPerson  *person,
      gboolean   is_adding)
{
  HcPersonDialog *self = g_object_new (HC_TYPE_PERSON_DIALOG, NULL);
  gboolean is_nobody = person == NULL && !is_adding;
  HcPersonDetails details = { .is_user = is_nobody };

  self->person = person != NULL ? g_object_ref (person) : hc_person_new ();
  self->is_adding = is_adding;
  hc_person_lines_set_up_allergies (self->allergies, context);
  hc_person_lines_set_up_foods (self->foods, context);
  if (person != NULL)
    details = *hc_person_get_details (person);
  fill (self, &details);

  self->context = g_object_ref (context);
  hc_contact_group_show (self->contacts, context, hc_person_get_id (self->person),
                         is_nobody || self->person == hc_current_person_get_first (hc_context_get_person (context)));
  gtk_widget_set_visible (self->remove_group, is_saved (self));
  read_fields (self);
  update_title (self);
  update_findings (self);
  update_state (self);
  if (is_adding)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name_row));

  return self;
}

/**
 * hc_person_dialog_new:
 * @context: where it is kept, and what is known of medicines
 * @person: (nullable): a person, %NULL for the first one as long as nobody was told of
 *
 * Returns: (transfer floating): a dialog about the person, for an #HcWindow
 */
HcPersonDialog *
hc_person_dialog_new (HcContext *context,
                      HcPerson  *person)
{
  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (person == NULL || HC_IS_PERSON (person), NULL);

  return make (context, person, FALSE);
}

/**
 * hc_person_dialog_new_add:
 * @context: where it is kept, and what is known of medicines
 *
 * Returns: (transfer floating): a dialog about somebody else, whose data is shown as soon as something was told
 *   of them, for an #HcWindow
 */
HcPersonDialog *
hc_person_dialog_new_add (HcContext *context)
{
  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  return make (context, NULL, TRUE);
}

/**
 * hc_person_dialog_open_contact:
 * @self: a dialog about somebody
 * @contact: somebody of their care team, or a new one
 *
 * Shows that contact, as if its row had been pressed.
 */
void
hc_person_dialog_open_contact (HcPersonDialog *self,
                               HcCareContact  *contact)
{
  g_return_if_fail (HC_IS_PERSON_DIALOG (self));
  g_return_if_fail (HC_IS_CARE_CONTACT (contact));

  open_contact_cb (self, contact);
}
