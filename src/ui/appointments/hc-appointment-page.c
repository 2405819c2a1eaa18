/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-page.h"

#include <glib/gi18n.h>

#include "hc-agree-dialog.h"
#include "hc-appointment-copy.h"
#include "hc-appointment-dialog.h"
#include "hc-appointment-export.h"
#include "hc-appointment-operations.h"
#include "hc-appointment-unfinished.h"
#include "hc-appointment-words.h"
#include "hc-document-list.h"
#include "hc-file-saver.h"
#include "hc-letter-dialog.h"
#include "hc-request-dialog.h"
#include "hc-window.h"

/* So many characters of a text are shown; all of it is where it is written. */
#define MAX_SHOWN 5000

/**
 * HcAppointmentPage:
 *
 * An appointment: how it stands with it and how it came to that, when and where, what to ask and to bring, documents,
 * reminders. What can be done with it are the actions `appointment.*`.
 */
struct _HcAppointmentPage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcAppointment     *appointment;   /* NULL until one is shown */
  gulong             handler;

  GtkScrolledWindow *scroller;
  GtkLabel          *title_label;
  GtkLabel          *state_label;
  GtkLabel          *when_label;
  GtkLabel          *there_label;
  GtkLabel          *place_label;
  GtkWidget         *continue_row;
  GtkWidget         *confirm_row;
  GtkWidget         *move_row;
  GtkWidget         *cancel_row;
  GtkWidget         *done_row;
  GtkWidget         *missed_row;
  GtkWidget         *to_calendar_row;
  GtkLabel          *questions_label;
  GtkLabel          *notes_label;
  GtkLabel          *reminders_label;
  HcDocumentList    *documents;
  GtkWidget         *request_box;
  GtkLabel          *request_label;
  GtkWidget         *history_box;
  GtkListBox        *history_list;
};

G_DEFINE_FINAL_TYPE (HcAppointmentPage, hc_appointment_page, ADW_TYPE_NAVIGATION_PAGE)

static HcAppointmentStore *
get_store (HcAppointmentPage *self)
{
  return hc_profile_get_appointments (hc_context_get_profile (self->context));
}

static const HcAppointmentDetails *
get_details (HcAppointmentPage *self)
{
  return hc_appointment_get_details (self->appointment);
}

static GDateTime *
dup_now (HcAppointmentPage *self)
{
  return hc_clock_dup_time (hc_context_get_clock (self->context));
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  g_autofree char *shown = hc_appointment_words_shorten (text != NULL ? text : "", MAX_SHOWN);

  gtk_label_set_label (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), *shown != '\0');
}

/* A text with what it is called, below the ones before. */
static void
append (GString    *text,
        const char *format,
        const char *words)
{
  g_autoptr (GString) line = g_string_new (format);

  if (words == NULL || *words == '\0')
    return;

  g_string_replace (line, "%s", words, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->str);
}

static void
update_head (HcAppointmentPage *self,
             GDateTime         *now)
{
  const HcAppointmentDetails *details = get_details (self);
  g_autofree char *title = hc_appointment_words_title (details);
  g_autofree char *state = hc_appointment_words_state (details, now);
  g_autofree char *when = hc_appointment_words_when (details, now);
  g_autofree char *there = hc_appointment_words_when_there (details, now);
  g_autoptr (GString) place = g_string_new (NULL);

  append (place, "%s", *details->place != '\0' ? details->doctor : NULL);
  append (place, "%s", details->address);
  append (place, "%s", details->phone);
  append (place, "%s", details->email);
  append (place, "%s", details->web);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->title_label, title);
  set_text (self->state_label, state);
  set_text (self->when_label, when);
  set_text (self->there_label, there);
  set_text (self->place_label, place->str);
}

/* Nobody takes for saved what they only began to write. */
static void
say_unfinished (HcAppointmentPage  *self,
                GtkWidget          *row,
                HcAppointmentState  state)
{
  gboolean is_begun = hc_appointment_unfinished_has (get_details (self)->unfinished, state);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_begun ? _("Begun. What you wrote is kept.") : "");
}

static void
update_actions (HcAppointmentPage *self)
{
  const HcAppointmentDetails *details = get_details (self);
  gboolean is_draft = details->state == HC_APPOINTMENT_DRAFT;
  gboolean is_requested = details->state == HC_APPOINTMENT_REQUESTED;
  gboolean is_agreed = details->state == HC_APPOINTMENT_CONFIRMED || details->state == HC_APPOINTMENT_MOVED;

  gtk_widget_set_visible (self->continue_row, is_draft || is_requested);
  gtk_widget_set_visible (self->confirm_row, !is_agreed && details->state != HC_APPOINTMENT_DONE);
  gtk_widget_set_visible (self->move_row, is_agreed);
  gtk_widget_set_visible (self->cancel_row, is_requested || is_agreed);
  gtk_widget_set_visible (self->done_row, is_agreed || details->state == HC_APPOINTMENT_MISSED);
  gtk_widget_set_visible (self->missed_row, is_agreed || details->state == HC_APPOINTMENT_DONE);
  gtk_widget_set_visible (self->to_calendar_row, *details->begins != '\0');
  say_unfinished (self, self->confirm_row, HC_APPOINTMENT_CONFIRMED);
  say_unfinished (self, self->move_row, HC_APPOINTMENT_MOVED);
}

static void
update_questions (HcAppointmentPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *question, *answer;

  for (guint i = 0; hc_appointment_questions_get (get_details (self)->questions, i, &question, &answer); i++)
    {
      g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1, question);
      if (*answer != '\0')
        g_string_append_printf (text, "\n%s", answer);
    }

  set_text (self->questions_label, text->str);
}

static void
update_notes (HcAppointmentPage *self)
{
  const HcAppointmentDetails *details = get_details (self);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) reminders = g_string_new (NULL);

  append (notes, _("Bring: %s"), details->bring);
  append (notes, _("Travel: %s"), details->travel);
  append (notes, "%s", details->notes);
  set_text (self->notes_label, notes->str);

  for (guint i = 0; i < HC_APPOINTMENT_N_REMINDERS && details->reminders[i] > 0; i++)
    {
      g_autofree char *words = hc_appointment_words_reminder (details->reminders[i]);

      append (reminders, "%s", words);
    }
  set_text (self->reminders_label, reminders->str);
}

static void
update_request (HcAppointmentPage *self)
{
  const HcAppointmentDetails *details = get_details (self);
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, _("Reason: %s"), details->reason);
  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    if (g_date_valid (&details->wishes[i].day))
      {
        g_autofree char *words = hc_appointment_wish_dup_words (&details->wishes[i]);

        append (text, _("Wished for: %s"), words);
      }
  append (text, _("Patient: %s"), details->patient);
  append (text, _("Diagnosis: %s"), details->diagnosis);
  append (text, _("Insurance: %s"), details->insurance);
  append (text, _("Needed to get in and about: %s"), details->access);
  append (text, _("Interpreter: %s"), details->interpreter);

  set_text (self->request_label, text->str);
  gtk_widget_set_visible (self->request_box, text->len > 0);
}

/* The newest first. */
static void
update_history (HcAppointmentPage *self,
                GDateTime         *now)
{
  GVariant *history = get_details (self)->history;
  gsize n = history != NULL ? g_variant_n_children (history) : 0;
  HcAppointmentStep step;

  gtk_list_box_remove_all (self->history_list);
  for (gsize i = n; i > 0; i--)
    if (hc_appointment_history_get (history, (guint) i - 1, &step))
      {
        g_autofree char *all = hc_appointment_words_step (&step, now);
        g_autofree char *words = hc_appointment_words_shorten (all, MAX_SHOWN);

        gtk_list_box_append (self->history_list, g_object_new (ADW_TYPE_ACTION_ROW,
                                                               "use-markup", FALSE,
                                                               "title", hc_appointment_state_to_words (step.state),
                                                               "subtitle", words,
                                                               NULL));
      }

  gtk_widget_set_visible (self->history_box, n > 0);
}

static void
update (HcAppointmentPage *self)
{
  g_autoptr (GDateTime) now = NULL;

  if (self->appointment == NULL)
    return;

  now = dup_now (self);
  update_head (self, now);
  update_actions (self);
  update_questions (self);
  update_notes (self);
  update_request (self);
  update_history (self, now);
  hc_document_list_show (self->documents, self->context, hc_appointment_get_id (self->appointment));
}

static void
let_go (HcAppointmentPage *self)
{
  g_clear_signal_handler (&self->handler, self->appointment);
  g_clear_object (&self->appointment);
}

/* What is not there any more, or belongs to somebody who is not shown any more, is not shown either. */
static void
check_there (HcAppointmentPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (self->appointment == NULL ||
      (hc_store_lookup (HC_STORE (get_store (self)), hc_appointment_get_id (self->appointment)) == self->appointment &&
       hc_current_person_owns (hc_context_get_person (self->context), get_details (self)->person)))
    return;

  if (navigation != NULL &&
      adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation)) == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
  let_go (self);
}

static void
perform (HcAppointmentPage *self,
         HcOperation       *operation)
{
  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))), operation);
}

/* What took place, or did not, needs nobody else's word. */
static void
note_state (HcAppointmentPage  *self,
            HcAppointmentState  state,
            const char         *description)
{
  g_autoptr (HcAppointmentCopy) details = hc_appointment_copy_new (get_details (self));
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (HcOperation) operation = NULL;

  hc_appointment_copy_add_step (details, &(HcAppointmentStep) {
    .state = state,
    .time = g_date_time_to_unix_usec (now),
  });
  operation = hc_appointment_change_new (get_store (self), self->appointment, details, description);
  perform (self, operation);
}

static void
save_calendar (HcAppointmentPage *self)
{
  g_autoptr (GPtrArray) appointments = g_ptr_array_new ();
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_ptr_array_add (appointments, self->appointment);
  text = hc_appointment_export_print (appointments, now, HC_CALENDAR_NAMED | HC_CALENDAR_ALARMS);
  bytes = g_bytes_new_take (text, strlen (text));
  /* Translators: the name of a file for calendars. */
  hc_file_saver_choose (GTK_WIDGET (self), _("Add to Calendar"), _("Appointment.ics"), bytes);
}

static void
remove_appointment (HcAppointmentPage *self)
{
  g_autoptr (HcOperation) operation = hc_appointment_removal_new (get_store (self), self->appointment);

  perform (self, operation);
}

static void
do_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  HcAppointmentPage *self = HC_APPOINTMENT_PAGE (widget);
  const char *name = action + strlen ("appointment.");
  AdwDialog *dialog = NULL;

  if (self->appointment == NULL)
    return;

  if (g_str_equal (name, "continue"))
    dialog = hc_request_dialog_new (self->context, self->appointment);
  else if (g_str_equal (name, "again"))
    dialog = hc_request_dialog_new_like (self->context, self->appointment);
  else if (g_str_equal (name, "confirm"))
    dialog = hc_agree_dialog_new (self->context, self->appointment, HC_APPOINTMENT_CONFIRMED);
  else if (g_str_equal (name, "move"))
    dialog = hc_letter_dialog_new (self->context, self->appointment, HC_LETTER_MOVE);
  else if (g_str_equal (name, "cancel"))
    dialog = hc_letter_dialog_new (self->context, self->appointment, HC_LETTER_CANCEL);
  else if (g_str_equal (name, "done"))
    note_state (self, HC_APPOINTMENT_DONE, _("Appointment done"));
  else if (g_str_equal (name, "missed"))
    note_state (self, HC_APPOINTMENT_MISSED, _("Appointment missed"));
  else if (g_str_equal (name, "to-calendar"))
    save_calendar (self);
  else if (g_str_equal (name, "remove"))
    remove_appointment (self);

  if (dialog != NULL)
    adw_dialog_present (dialog, widget);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  static const char *const names[] = { "place", "notes", "questions", "reminders" };
  HcAppointmentPage *self = HC_APPOINTMENT_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->appointment != NULL && g_str_equal (names[i], g_variant_get_string (parameter, NULL)))
      adw_dialog_present (hc_appointment_dialog_new (self->context, self->appointment, (HcAppointmentPart) i), widget);
}

static void
hc_appointment_page_map (GtkWidget *widget)
{
  /* What is over now may have been to come when it was shown last. */
  update (HC_APPOINTMENT_PAGE (widget));

  GTK_WIDGET_CLASS (hc_appointment_page_parent_class)->map (widget);
}

static void
hc_appointment_page_dispose (GObject *object)
{
  HcAppointmentPage *self = HC_APPOINTMENT_PAGE (object);

  if (self->appointment != NULL)
    let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_APPOINTMENT_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_appointment_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, when_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, there_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, continue_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, confirm_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, move_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, cancel_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, done_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, missed_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, to_calendar_row);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, questions_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, reminders_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, documents);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, request_box);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, request_label);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, history_box);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentPage, history_list);
}

static void
hc_appointment_page_class_init (HcAppointmentPageClass *klass)
{
  static const char *const actions[] = {
    "appointment.continue", "appointment.again", "appointment.confirm", "appointment.move", "appointment.cancel",
    "appointment.done", "appointment.missed", "appointment.to-calendar", "appointment.remove",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_appointment_page_dispose;
  widget_class->map = hc_appointment_page_map;

  g_type_ensure (HC_TYPE_DOCUMENT_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-appointment-page.ui");
  bind_children (widget_class);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, do_action);
  gtk_widget_class_install_action (widget_class, "appointment.edit", "s", edit_action);
}

static void
hc_appointment_page_init (HcAppointmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_appointment_page_new:
 * @context: the profile, the library and the clock
 *
 * Returns: (transfer floating): a page that shows no appointment yet
 */
HcAppointmentPage *
hc_appointment_page_new (HcContext *context)
{
  HcAppointmentPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_APPOINTMENT_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (get_store (self), "items-changed", G_CALLBACK (check_there), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (check_there), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_appointment_page_show:
 * @self: a page
 * @appointment: an appointment of the person whose data is shown
 *
 * Shows that appointment, and follows its changes. When it is removed the page goes.
 */
void
hc_appointment_page_show (HcAppointmentPage *self,
                          HcAppointment     *appointment)
{
  g_return_if_fail (HC_IS_APPOINTMENT_PAGE (self));
  g_return_if_fail (HC_IS_APPOINTMENT (appointment));

  if (appointment != self->appointment)
    {
      let_go (self);
      self->appointment = g_object_ref (appointment);
      self->handler = g_signal_connect_swapped (appointment, "changed", G_CALLBACK (update), self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
    }

  update (self);
}

/**
 * hc_appointment_page_get_appointment:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the appointment that is shown
 */
HcAppointment *
hc_appointment_page_get_appointment (HcAppointmentPage *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT_PAGE (self), NULL);

  return self->appointment;
}
