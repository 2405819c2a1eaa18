/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-request-dialog.h"

#include <glib/gi18n.h>

#include "hc-appointment-check.h"
#include "hc-appointment-copy.h"
#include "hc-appointment-fields.h"
#include "hc-appointment-words.h"
#include "hc-field.h"
#include "hc-letter-view.h"
#include "hc-request-proposal.h"
#include "hc-request-summary.h"
#include "hc-request-when.h"
#include "hc-request-where.h"
#include "hc-visit-hours.h"
#include "hc-window.h"

/* The screens in their order; the first three are the steps. */
static const char *const screens[] = { "where", "when", "about", "summary", "send" };

#define N_STEPS 3u

#define LINE GTK_INPUT_PURPOSE_FREE_FORM

static const HcAppointmentField request_fields[] = {
  { "reason", N_("What It Is About"), N_("In your own words."), TRUE, LINE },
  { "reach", N_("How to Reach You"), N_("A phone number or an address, and when you can be reached."), TRUE, LINE },
  { "insurance", N_("Insurance, If You Like"), NULL, TRUE, LINE },
  { "access", N_("What You Need to Get In and About"), N_("Such as a wheelchair, a lift, somebody who comes along."),
    TRUE, LINE },
  { "interpreter", N_("Interpreter for Which Language"), NULL, FALSE, LINE },
  { "bring", N_("What You Will Bring"), N_("Such as reports, pictures, the list of medicines."), TRUE, LINE },
};

static const HcAppointmentField referral_fields[] = {
  { "patient", N_("Name of the Patient"), NULL, FALSE, GTK_INPUT_PURPOSE_NAME },
  { "patient_born", N_("Born"), NULL, FALSE, LINE },
  { "patient_contact", N_("How to Reach the Patient"), NULL, TRUE, LINE },
  { "diagnosis", N_("Diagnosis and Stage"), NULL, TRUE, LINE },
  { "treatment", N_("Treatment So Far"), NULL, TRUE, LINE },
  { "reason", N_("Question to Them"), NULL, TRUE, LINE },
  { "urgency", N_("How Urgent It Is"), NULL, FALSE, LINE },
  { "referrer", N_("Who Refers"), N_("Your name and profession."), FALSE, GTK_INPUT_PURPOSE_NAME },
  { "referrer_practice", N_("From Which Practice"), NULL, FALSE, LINE },
  { "referrer_contact", N_("How to Reach You"), NULL, TRUE, LINE },
  { "insurance", N_("Insurance of the Patient"), NULL, TRUE, LINE },
  { "access", N_("What the Patient Needs to Get In and About"), NULL, TRUE, LINE },
  { "interpreter", N_("Interpreter for Which Language"), NULL, FALSE, LINE },
  { "bring", N_("What the Patient Will Bring"), NULL, TRUE, LINE },
};

/**
 * HcRequestDialog:
 *
 * Asks for an appointment, in three steps, and then says all of it. What is written is saved with every letter, as a
 * draft. Nothing is sent from here: the text is given to another program, or read on the telephone, and the person
 * says whether they have asked.
 */
struct _HcRequestDialog
{
  HcSavingDialog       parent_instance;

  HcContext           *context;
  HcCareDirectory     *directory;     /* NULL when it cannot be read */
  HcAppointmentEdit   *edit;
  gboolean             is_asked;      /* the person said that they have asked, and it is being saved */

  AdwWindowTitle      *title;
  GtkProgressBar      *progress;
  AdwBanner           *banner;
  AdwBanner           *draft_banner;
  HcAppointment       *draft;         /* one that was begun before, NULL: none */
  GtkStack            *stack;
  AdwBin              *where_bin;
  HcRequestWhere      *where;
  AdwBin              *when_bin;
  HcRequestWhen       *when;
  AdwBin              *about_bin;
  HcAppointmentFields *about;
  gboolean             is_referral;   /* what is asked for in the third step */
  HcRequestSummary    *summary;
  HcLetterView        *letter;
  GtkLabel            *sent_title;
  GtkWidget           *back_button;
  GtkLabel            *next_label;
  GtkWidget           *next_button;
};

G_DEFINE_FINAL_TYPE (HcRequestDialog, hc_request_dialog, HC_TYPE_SAVING_DIALOG)

static const HcAppointmentDetails *
get_details (HcRequestDialog *self)
{
  return hc_appointment_edit_get_details (self->edit);
}

static guint
get_screen (HcRequestDialog *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    if (g_str_equal (screens[i], name))
      return i;

  g_return_val_if_reached (0);
}

static void
update_title (HcRequestDialog *self)
{
  HcSaveState state = hc_appointment_edit_get_state (self->edit);
  gboolean is_kept = hc_appointment_get_created (hc_appointment_edit_get_appointment (self->edit)) != NULL;
  const char *saved = state == HC_SAVE_STATE_SAVING ? _("Saving…") : state == HC_SAVE_STATE_UNSAVED ? _("Not Saved")
                                                    : is_kept ? _("Draft Saved") : _("Saved as You Write");
  const char *title = self->is_referral ? _("Refer a Patient") : _("Request an Appointment");
  guint screen = get_screen (self);
  g_autofree char *step = NULL, *subtitle = NULL;

  if (screen < N_STEPS)
    /* Translators: the number of a step, and how many there are. */
    step = g_strdup_printf (_("Step %u of %u"), screen + 1, N_STEPS);
  else
    step = g_strdup (screen == N_STEPS ? _("Summary") : _("Ask for It"));

  /* Translators: the step, and whether it is saved: "Step 1 of 3 · Draft Saved". */
  subtitle = g_strdup_printf (_("%s · %s"), step, saved);
  adw_window_title_set_subtitle (self->title, subtitle);
  adw_window_title_set_title (self->title, title);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (screen + 1.0) / (N_STEPS + 1.0)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, step, -1);
}

static void
update_buttons (HcRequestDialog *self)
{
  guint screen = get_screen (self);

  gtk_widget_set_visible (self->back_button, screen > 0);
  gtk_widget_set_visible (self->next_button, screen + 1 < G_N_ELEMENTS (screens));
  gtk_label_set_label (self->next_label, screen < N_STEPS ? _("_Next") : _("_Request Appointment"));
}

static GPtrArray *
list_problems (HcRequestDialog *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (HcVisitHours) hours = hc_visit_hours_new (self->context, self->directory, get_details (self));
  g_autofree char *words = hours != NULL ? hc_visit_hours_dup_words (hours, now) : NULL;
  const char *zone = get_details (self)->zone;

  hc_request_when_show_hours (self->when, words, *zone != '\0' ? zone : NULL);

  return hc_appointment_check (get_details (self), now, hours != NULL ? hc_visit_hours_is_open : NULL, hours);
}

static void
show_problems (HcRequestDialog *self)
{
  g_autoptr (GPtrArray) problems = list_problems (self);

  hc_request_where_show_problems (self->where, problems);
  hc_request_when_show_problems (self->when, problems);
  hc_appointment_fields_show_problems (self->about, problems);
}

/* A referral is asked for other things. */
static void
show_about (HcRequestDialog *self)
{
  gboolean is_referral = get_details (self)->kind == HC_APPOINTMENT_REFERRAL;

  if (self->about != NULL && is_referral == self->is_referral)
    return;

  self->is_referral = is_referral;
  self->about = HC_APPOINTMENT_FIELDS (is_referral
    ? hc_appointment_fields_new (self->edit, referral_fields, G_N_ELEMENTS (referral_fields))
    : hc_appointment_fields_new (self->edit, request_fields, G_N_ELEMENTS (request_fields)));
  adw_bin_set_child (self->about_bin, GTK_WIDGET (self->about));
}

static void
show_summary (HcRequestDialog *self)
{
  g_autoptr (GPtrArray) problems = list_problems (self);

  hc_request_summary_show (self->summary, self->context, get_details (self), problems);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.next",
                                 !hc_appointment_has_fault (problems) && hc_request_when_is_right (self->when));
}

/* Tab would go by where things stand, and on a screen that is shown for the first time they stand nowhere yet. */
static gboolean
focus_first_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    return gtk_widget_grab_focus (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && focus_first_entry (child))
      return TRUE;

  return FALSE;
}

static void
go_to (HcRequestDialog *self,
       guint            screen)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.next", TRUE);
  if (g_str_equal (screens[screen], "summary"))
    show_summary (self);
  else if (g_str_equal (screens[screen], "send"))
    hc_letter_view_show (self->letter, self->context, self->directory, get_details (self), HC_LETTER_REQUEST);

  gtk_stack_set_visible_child_name (self->stack, screens[screen]);
  update_title (self);
  update_buttons (self);
  if (!focus_first_entry (gtk_stack_get_visible_child (self->stack)))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_window_title_get_subtitle (self->title),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcRequestDialog *self = HC_REQUEST_DIALOG (widget);
  guint screen = get_screen (self);

  if (screen + 1 == G_N_ELEMENTS (screens) || hc_field_reveal_faults (gtk_stack_get_visible_child (self->stack)))
    return;

  go_to (self, screen + 1);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcRequestDialog *self = HC_REQUEST_DIALOG (widget);

  if (get_screen (self) > 0)
    go_to (self, get_screen (self) - 1);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hc_appointment_edit_save (HC_REQUEST_DIALOG (widget)->edit);
}

/* Only the person knows whether they have asked. */
static void
asked_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcRequestDialog *self = HC_REQUEST_DIALOG (widget);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));

  if (self->is_asked)
    return;

  self->is_asked = TRUE;
  hc_appointment_edit_add_step (self->edit, &(HcAppointmentStep) {
    .state = HC_APPOINTMENT_REQUESTED,
    .time = g_date_time_to_unix_usec (now),
  });
}

/* The draft is kept: it is what is saved. */
static void
later_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  hc_saving_dialog_close (HC_SAVING_DIALOG (widget));
}

/* Instead of what was just begun. */
static void
continue_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcRequestDialog *self = HC_REQUEST_DIALOG (widget);
  g_autoptr (GtkWidget) window = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  AdwDialog *dialog;

  if (self->draft == NULL)
    return;

  dialog = hc_request_dialog_new (self->context, self->draft);
  hc_saving_dialog_finish (HC_SAVING_DIALOG (self));
  adw_dialog_present (dialog, window);
}

/* Asks, where it can be seen. */
static void
handed_over_cb (HcRequestDialog *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->sent_title), GTK_TYPE_VIEWPORT);

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), gtk_widget_get_parent (GTK_WIDGET (self->sent_title)), NULL);
  gtk_label_set_label (self->sent_title, _("Did You Send It?"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Did you send it? Say so below."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
close_asked (HcRequestDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  hc_saving_dialog_close (HC_SAVING_DIALOG (self));
  if (HC_IS_WINDOW (root))
    hc_window_show_toast (HC_WINDOW (root), _("Noted as requested. When they answer, confirm it here."));
}

static void
changed_cb (HcRequestDialog *self)
{
  HcSaveState state = hc_appointment_edit_get_state (self->edit);
  const char *failure = hc_appointment_edit_get_failure (self->edit);

  if (failure != NULL)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), failure);

      if (!adw_banner_get_revealed (self->banner))
        gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      adw_banner_set_title (self->banner, words);
      self->is_asked = FALSE;
    }

  adw_banner_set_revealed (self->banner, failure != NULL);
  adw_banner_set_revealed (self->draft_banner, FALSE);
  show_about (self);
  show_problems (self);
  update_title (self);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
  if (self->is_asked && state == HC_SAVE_STATE_SAVED)
    close_asked (self);
}

static void
hc_request_dialog_dispose (GObject *object)
{
  HcRequestDialog *self = HC_REQUEST_DIALOG (object);

  /* Libadwaita 1.7 may keep a reference to what had the focus for good. */
  g_clear_pointer (&self->where, hc_request_where_let_go);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_REQUEST_DIALOG);
  g_clear_object (&self->edit);
  g_clear_object (&self->draft);
  g_clear_object (&self->directory);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_request_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, where_bin);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, when_bin);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, about_bin);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, letter);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, sent_title);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, next_label);
  gtk_widget_class_bind_template_child (widget_class, HcRequestDialog, next_button);
}

static void
hc_request_dialog_class_init (HcRequestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_request_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Not Everything Is Saved");

  g_type_ensure (HC_TYPE_LETTER_VIEW);
  g_type_ensure (HC_TYPE_REQUEST_SUMMARY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-request-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, handed_over_cb);

  gtk_widget_class_install_action (widget_class, "request.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "request.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "request.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "request.continue", NULL, continue_action);
  gtk_widget_class_install_action (widget_class, "request.asked", NULL, asked_action);
  gtk_widget_class_install_action (widget_class, "request.later", NULL, later_action);
}

static void
hc_request_dialog_init (HcRequestDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Takes @directory. */
static AdwDialog *
make (HcContext         *context,
      HcCareDirectory   *directory,
      HcAppointmentEdit *edit)
{
  HcRequestDialog *self = g_object_new (HC_TYPE_REQUEST_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->directory = directory;
  self->edit = g_object_ref (edit);
  self->where = HC_REQUEST_WHERE (hc_request_where_new (context, directory, edit));
  adw_bin_set_child (self->where_bin, GTK_WIDGET (self->where));
  self->when = HC_REQUEST_WHEN (hc_request_when_new (edit));
  adw_bin_set_child (self->when_bin, GTK_WIDGET (self->when));
  show_about (self);

  g_signal_connect_object (edit, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_problems (self);
  update_title (self);
  update_buttons (self);

  return ADW_DIALOG (self);
}

static HcCareDirectory *
load_directory (HcContext *context)
{
  g_autoptr (GError) error = NULL;
  HcCareDirectory *directory = hc_care_directory_new (hc_context_get_library (context), &error);

  if (directory == NULL)
    g_warning ("The centers cannot be read: %s", error->message);

  return directory;
}

/**
 * hc_request_dialog_new:
 * @context: the profile, the library and the clock
 * @appointment: a draft, or a request
 *
 * Returns: (transfer floating): a dialog that goes on with it, for an #HcWindow
 */
AdwDialog *
hc_request_dialog_new (HcContext     *context,
                       HcAppointment *appointment)
{
  g_autoptr (HcAppointmentEdit) edit = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);

  edit = hc_appointment_edit_new (hc_profile_get_appointments (hc_context_get_profile (context)), appointment);

  return make (context, load_directory (context), edit);
}

/* Takes @directory. */
static AdwDialog *
make_proposal (HcContext                  *context,
               HcCareDirectory            *directory,
               const HcAppointmentDetails *details)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autoptr (HcAppointmentEdit) edit = NULL;

  edit = hc_appointment_edit_new (hc_profile_get_appointments (hc_context_get_profile (context)), appointment);
  hc_appointment_edit_propose (edit, details);

  return make (context, directory, edit);
}

/**
 * hc_request_dialog_new_like:
 * @context: the profile, the library and the clock
 * @appointment: an appointment
 *
 * Returns: (transfer floating): a dialog that asks for another one of its kind at the same place
 */
AdwDialog *
hc_request_dialog_new_like (HcContext     *context,
                            HcAppointment *appointment)
{
  g_autoptr (HcAppointmentCopy) details = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);

  details = hc_request_proposal_new_like (appointment);

  return make_proposal (context, load_directory (context), details);
}

static void
offer_draft (HcRequestDialog *self)
{
  g_autofree char *title = NULL, *words = NULL;

  self->draft = hc_request_proposal_find_draft (self->context);
  if (self->draft == NULL)
    return;

  title = hc_appointment_words_title (hc_appointment_get_details (self->draft));
  /* Translators: %s is what was asked for, "First visit: City Clinic". */
  words = g_strdup_printf (_("There is a draft. %s"), title);
  adw_banner_set_title (self->draft_banner, words);
  adw_banner_set_revealed (self->draft_banner, TRUE);
}

/**
 * hc_request_dialog_new_for_link:
 * @context: the profile, the library and the clock
 * @link: with what is known already, see hc_request_proposal_new_for_link()
 *
 * Returns: (transfer floating): a dialog that asks for an appointment
 */
AdwDialog *
hc_request_dialog_new_for_link (HcContext *context,
                                HcLink    *link)
{
  g_autoptr (HcAppointmentCopy) details = NULL;
  HcCareDirectory *directory;
  AdwDialog *dialog;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  directory = load_directory (context);
  details = hc_request_proposal_new_for_link (context, directory, link);
  dialog = make_proposal (context, directory, details);
  offer_draft (HC_REQUEST_DIALOG (dialog));

  return dialog;
}
