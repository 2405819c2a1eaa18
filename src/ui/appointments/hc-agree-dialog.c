/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-agree-dialog.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hc-appointment-copy.h"
#include "hc-appointment-edit.h"
#include "hc-appointment-operations.h"
#include "hc-appointment-unfinished.h"
#include "hc-date-entry.h"
#include "hc-field.h"
#include "hc-schedule-words.h"
#include "hc-typed.h"
#include "hc-visit-reminders.h"
#include "hc-zone-choice.h"

/* What is asked for, by the names under which it is kept while it is unfinished. */
enum {
  DAY,
  BEGINS,
  ENDS,
  ZONE,
  PLACE,
  DOCTOR,
  BY,
  NOTE,
  N_TEXTS
};

static const char *const names[N_TEXTS] = { "day", "begins", "ends", "zone", "place", "doctor", "by", "note" };

/**
 * HcAgreeDialog:
 *
 * Notes what was agreed with a clinic: the day, the time and the place, and who said so. What is typed is kept with
 * every change, unfinished as it is, and is there when the dialog is opened again; it becomes true when the person
 * saves it.
 */
struct _HcAgreeDialog
{
  HcOperationDialog   parent_instance;

  HcContext          *context;
  HcAppointment      *appointment;
  HcAppointmentState  state;            /* what it becomes */
  HcAppointmentEdit  *edit;             /* keeps what is typed; NULL until everything is filled in */
  gboolean            is_filling;
  gboolean            is_waiting;       /* to be saved as soon as what was typed is kept */
  char               *failure;          /* why it could not be saved, in words; NULL when it could */
  char               *filled[N_TEXTS];  /* what stands there when nothing was typed */
  char               *aside[N_TEXTS];   /* what to go back to */
  gboolean            is_put_aside;     /* that is what was typed before */

  AdwWindowTitle     *title;
  AdwBanner          *banner;
  AdwBanner          *draft_banner;
  AdwBin             *zone_bin;
  GtkWidget          *zone_choice;  /* NULL until it is filled */
  HcField            *day_field;
  HcDateEntry        *day_entry;
  HcField            *begin_field;
  HcField            *end_field;
  HcField            *place_field;
  HcField            *doctor_field;
  HcField            *by_field;
  HcField            *note_field;
};

G_DEFINE_FINAL_TYPE (HcAgreeDialog, hc_agree_dialog, HC_TYPE_OPERATION_DIALOG)

/* The clock of the person is named as well, so that what was agreed stays that on a journey. */
static char *
dup_zone (HcAgreeDialog *self,
          GDateTime     *now)
{
  const char *chosen = hc_zone_choice_get_zone (self->zone_choice);
  const char *mine = g_time_zone_get_identifier (g_date_time_get_timezone (now));

  if (*chosen == '\0' && mine != NULL && *mine != '/' && strchr (mine, '/') != NULL)
    return g_strdup (mine);

  return g_strdup (chosen);
}

/* Returns: (transfer full): the time, in the zone of the place */
static GDateTime *
dup_now_there (HcAgreeDialog *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autofree char *name = dup_zone (self, now);
  const HcAppointmentDetails details = { .zone = name };
  g_autoptr (GTimeZone) zone = hc_appointment_dup_zone (&details, g_date_time_get_timezone (now));

  return g_date_time_to_timezone (now, zone);
}

/* What is over is no fault: it may be noted late. */
static const char *
read_day (HcAgreeDialog *self,
          GDate         *day)
{
  g_autoptr (GDateTime) now = dup_now_there (self);
  const char *fault = hc_date_entry_read (self->day_entry, day);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  hc_field_set_hint (self->day_field, fault == NULL && g_date_compare (day, &today) < 0
                                      ? _("This day is over. Is the date right?") : NULL);

  return fault;
}

static gboolean
read_time (HcField  *field,
           gboolean  may_be_empty,
           int      *minute)
{
  g_autofree char *text = hc_field_dup_text (field);

  *minute = -1;

  return hc_field_set_fault (field, may_be_empty && *text == '\0' ? NULL : hc_typed_read_time (text, minute));
}

static char *
print_time (const GDate *day,
            int          minute)
{
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_get_year (day), (int) g_date_get_month (day),
                          g_date_get_day (day), minute / 60, minute % 60);
}

/* Returns: whether all can be meant; then the times are set */
static gboolean
read_fields (HcAgreeDialog  *self,
             char          **begins,
             char          **ends)
{
  GDate day;
  int from, until;
  gboolean is_right = hc_field_set_fault (self->day_field, read_day (self, &day));

  is_right &= read_time (self->begin_field, FALSE, &from);
  is_right &= read_time (self->end_field, TRUE, &until);
  if (is_right && until >= 0 && until <= from)
    is_right = hc_field_set_fault (self->end_field, _("The end is not after the beginning."));

  is_right &= hc_field_check_name (self->place_field);
  is_right &= hc_field_check_name (self->doctor_field);
  is_right &= hc_field_check_name (self->by_field);
  if (!is_right)
    return FALSE;

  *begins = print_time (&day, from);
  *ends = until >= 0 ? print_time (&day, until) : g_strdup ("");

  return TRUE;
}

/* Returns: (nullable): the entry of a text; NULL where there is another widget */
static GtkEditable *
get_entry (HcAgreeDialog *self,
           guint          which)
{
  HcField *const fields[N_TEXTS] = {
    [BEGINS] = self->begin_field, [ENDS] = self->end_field, [PLACE] = self->place_field,
    [DOCTOR] = self->doctor_field, [BY] = self->by_field, [NOTE] = self->note_field,
  };

  return fields[which] != NULL ? GTK_EDITABLE (hc_field_get_child (fields[which])) : NULL;
}

static const char *
get_text (HcAgreeDialog *self,
          guint          which)
{
  if (which == DAY)
    return hc_date_entry_get_text (self->day_entry);

  return which == ZONE ? hc_zone_choice_get_zone (self->zone_choice)
                       : gtk_editable_get_text (get_entry (self, which));
}

static void
set_text (HcAgreeDialog *self,
          guint          which,
          const char    *text)
{
  if (which == DAY)
    hc_date_entry_set_text (self->day_entry, text);
  else if (which == ZONE)
    hc_zone_choice_set_zone (self->zone_choice, text);
  else
    gtk_editable_set_text (get_entry (self, which), text);
}

/* Right or not: only what stands there by itself needs no keeping. */
static void
keep (HcAgreeDialog *self)
{
  g_autofree char *unfinished = g_strdup (hc_appointment_edit_get_details (self->edit)->unfinished);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = get_text (self, i);
      g_autofree char *before = g_steal_pointer (&unfinished);

      unfinished = hc_appointment_unfinished_set (before, self->state, names[i],
                                                  g_str_equal (text, self->filled[i]) ? NULL : text);
    }

  hc_appointment_edit_set_text (self->edit, "unfinished", unfinished);
}

static void
changed_cb (HcAgreeDialog *self)
{
  g_autofree char *begins = NULL, *ends = NULL;

  if (self->is_filling)
    return;

  read_fields (self, &begins, &ends);
  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    hc_operation_dialog_changed (HC_OPERATION_DIALOG (self));
  keep (self);
}

static void
update_draft_banner (HcAgreeDialog *self)
{
  adw_banner_set_title (self->draft_banner, self->is_put_aside ? _("What you wrote before is put aside.")
                                                               : _("What you wrote before is here."));
  adw_banner_set_button_label (self->draft_banner, self->is_put_aside ? _("_Bring It Back") : _("_Start Over"));
}

/* What stands there and what was put aside change places, so that no word is lost as long as the dialog is open. */
static void
start_over_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (widget);

  self->is_filling = TRUE;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = g_steal_pointer (&self->aside[i]);

      self->aside[i] = g_strdup (get_text (self, i));
      set_text (self, i, text);
    }
  self->is_filling = FALSE;

  self->is_put_aside = !self->is_put_aside;
  update_draft_banner (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_banner_get_title (self->draft_banner),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  changed_cb (self);
}

static HcAppointmentDetails *
make_details (HcAgreeDialog *self,
              const char    *begins,
              const char    *ends)
{
  HcAppointmentDetails *details = hc_appointment_copy_new (hc_appointment_get_details (self->appointment));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autofree char *place = hc_field_dup_text (self->place_field);
  g_autofree char *doctor = hc_field_dup_text (self->doctor_field);
  g_autofree char *by = hc_field_dup_text (self->by_field);
  g_autofree char *note = hc_field_dup_text (self->note_field);
  g_autofree char *zone = dup_zone (self, now);
  g_autofree char *unfinished = hc_appointment_unfinished_remove (details->unfinished, self->state);

  hc_appointment_copy_set_text (details, "begins", begins);
  hc_appointment_copy_set_text (details, "ends", ends);
  hc_appointment_copy_set_text (details, "zone", zone);
  hc_appointment_copy_set_text (details, "place", place);
  hc_appointment_copy_set_text (details, "doctor", doctor);
  hc_appointment_copy_set_text (details, "unfinished", unfinished);
  hc_visit_reminders_set_usual (details->reminders);

  hc_appointment_copy_add_step (details, &(HcAppointmentStep) {
    .state = self->state,
    .time = g_date_time_to_unix_usec (now),
    .by = by,
    .note = note,
  });

  return details;
}

/* What is on its way to the disk goes first, so that undoing this brings back all that was typed. */
static void
save (HcAgreeDialog *self)
{
  HcAppointmentStore *store = hc_profile_get_appointments (hc_context_get_profile (self->context));
  g_autofree char *begins = NULL, *ends = NULL;
  g_autoptr (HcAppointmentCopy) details = NULL;
  g_autoptr (HcOperation) operation = NULL;

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  if (!read_fields (self, &begins, &ends))
    {
      hc_field_reveal_faults (GTK_WIDGET (self));
      return;
    }

  self->is_waiting = hc_appointment_edit_get_state (self->edit) == HC_SAVE_STATE_SAVING;
  if (self->is_waiting)
    return;

  details = make_details (self, begins, ends);
  operation = hc_appointment_change_new (store, self->appointment, details,
                                         self->state == HC_APPOINTMENT_MOVED ? _("Appointment moved")
                                                                             : _("Appointment confirmed"));
  hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_AGREE_DIALOG (widget));
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (widget);

  if (self->failure != NULL)
    save (self);
  else
    hc_appointment_edit_save (self->edit);
}

static void
show_failure (HcAgreeDialog *self)
{
  const char *failure = hc_appointment_edit_get_failure (self->edit);
  g_autofree char *words = g_strdup (self->failure);

  if (words == NULL && failure != NULL)
    /* Translators: %s says why, as a sentence. */
    words = g_strdup_printf (_("Not saved. %s"), failure);

  if (words != NULL)
    {
      if (self->failure == NULL && !adw_banner_get_revealed (self->banner))
        gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      adw_banner_set_title (self->banner, words);
    }

  adw_banner_set_revealed (self->banner, words != NULL);
}

/* Something was typed, or was kept, or could not be. */
static void
kept_cb (HcAgreeDialog *self)
{
  HcSaveState state = hc_appointment_edit_get_state (self->edit);
  const char *unfinished = hc_appointment_edit_get_details (self->edit)->unfinished;
  gboolean is_begun = hc_appointment_unfinished_has (unfinished, self->state);

  adw_window_title_set_subtitle (self->title, state == HC_SAVE_STATE_SAVING ? _("Saving…")
                                              : state == HC_SAVE_STATE_UNSAVED ? _("Not Saved")
                                              : is_begun ? _("Draft Saved") : "");
  show_failure (self);

  if (self->is_waiting && state != HC_SAVE_STATE_SAVING)
    {
      self->is_waiting = FALSE;
      save (self);
    }
  if (!hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
}

/* Nothing else is written of the appointment while it changes. */
static void
hc_agree_dialog_set_busy (HcOperationDialog *dialog,
                          gboolean           is_busy)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (dialog);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.save", !is_busy);
  if (is_busy)
    {
      g_clear_pointer (&self->failure, g_free);
      hc_appointment_edit_freeze (self->edit);
      show_failure (self);
    }
  else
    {
      hc_appointment_edit_thaw (self->edit);
      kept_cb (self);
    }
}

static void
hc_agree_dialog_failed (HcOperationDialog *dialog,
                        const char        *words)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (dialog);

  g_set_str (&self->failure, words);
  show_failure (self);
}

static void
hc_agree_dialog_dispose (GObject *object)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_AGREE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->appointment);
  g_clear_object (&self->edit);
  g_clear_pointer (&self->failure, g_free);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_clear_pointer (&self->filled[i], g_free);
      g_clear_pointer (&self->aside[i], g_free);
    }

  G_OBJECT_CLASS (hc_agree_dialog_parent_class)->dispose (object);
}

static void
hc_agree_dialog_class_init (HcAgreeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_agree_dialog_dispose;
  HC_OPERATION_DIALOG_CLASS (klass)->set_busy = hc_agree_dialog_set_busy;
  HC_OPERATION_DIALOG_CLASS (klass)->failed = hc_agree_dialog_failed;

  g_type_ensure (HC_TYPE_FIELD);
  g_type_ensure (HC_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-agree-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, zone_bin);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, day_field);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, begin_field);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, end_field);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, place_field);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, doctor_field);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, by_field);
  gtk_widget_class_bind_template_child (widget_class, HcAgreeDialog, note_field);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "agree.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "agree.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "agree.start-over", NULL, start_over_action);
}

static void
hc_agree_dialog_init (HcAgreeDialog *self)
{
  /* The template sets texts. */
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A time on the wall of the place, as details have it. */
static void
set_time (HcAgreeDialog *self,
          guint          which,
          const char    *time)
{
  g_autoptr (GDateTime) wall = NULL;
  g_autofree char *seconds = *time != '\0' ? g_strconcat (time, ":00Z", NULL) : NULL;
  g_autofree char *words = NULL;

  wall = seconds != NULL ? g_date_time_new_from_iso8601 (seconds, NULL) : NULL;
  if (wall == NULL)
    return;

  words = hc_schedule_dup_minute (g_date_time_get_hour (wall) * 60 + g_date_time_get_minute (wall));
  set_text (self, which, words);
}

/* Of a request the first wish is the likeliest. */
static void
fill_day (HcAgreeDialog              *self,
          const HcAppointmentDetails *details)
{
  GDate day;
  int year, month, number;

  if (sscanf (details->begins, "%4d-%2d-%2dT", &year, &month, &number) == 3 &&
      g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    {
      g_date_set_dmy (&day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
      hc_date_entry_set_date (self->day_entry, &day);
      set_time (self, BEGINS, details->begins);
      set_time (self, ENDS, details->ends);
    }
  else if (g_date_valid (&details->wishes[0].day))
    {
      hc_date_entry_set_date (self->day_entry, &details->wishes[0].day);
    }
}

static void
fill (HcAgreeDialog *self)
{
  const HcAppointmentDetails *details = hc_appointment_get_details (self->appointment);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  gboolean is_move = self->state == HC_APPOINTMENT_MOVED;
  const char *mine = g_time_zone_get_identifier (g_date_time_get_timezone (now));
  GtkWidget *zone_field;

  fill_day (self, details);
  set_text (self, PLACE, details->place);
  set_text (self, DOCTOR, details->doctor);
  hc_field_set_title (self->by_field, is_move ? _("Who Moved It") : _("Who Confirmed It"));
  adw_dialog_set_title (ADW_DIALOG (self), is_move ? _("Move to Another Time") : _("Confirm the Appointment"));

  self->zone_choice = hc_zone_choice_new (self->context, g_strcmp0 (details->zone, mine) == 0 ? "" : details->zone);
  zone_field = hc_field_new (_("The Times Are Those of This Clock"), self->zone_choice);
  adw_bin_set_child (self->zone_bin, zone_field);
  g_signal_connect_object (self->zone_choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* What was typed before takes the place of what stands there by itself. */
static void
bring_back (HcAgreeDialog *self)
{
  const char *unfinished = hc_appointment_edit_get_details (self->edit)->unfinished;
  g_autofree char *begins = NULL, *ends = NULL;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = hc_appointment_unfinished_dup_text (unfinished, self->state, names[i]);

      self->filled[i] = g_strdup (get_text (self, i));
      self->aside[i] = g_strdup (self->filled[i]);
      if (text != NULL)
        set_text (self, i, text);
    }

  if (!hc_appointment_unfinished_has (unfinished, self->state))
    return;

  update_draft_banner (self);
  adw_banner_set_revealed (self->draft_banner, TRUE);
  read_fields (self, &begins, &ends);
}

/**
 * hc_agree_dialog_new:
 * @context: the profile and the clock
 * @appointment: an appointment
 * @state: what it becomes: %HC_APPOINTMENT_CONFIRMED or %HC_APPOINTMENT_MOVED
 *
 * Returns: (transfer floating): a dialog that notes what was agreed
 */
AdwDialog *
hc_agree_dialog_new (HcContext          *context,
                     HcAppointment      *appointment,
                     HcAppointmentState  state)
{
  HcAgreeDialog *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);
  g_return_val_if_fail (state == HC_APPOINTMENT_CONFIRMED || state == HC_APPOINTMENT_MOVED, NULL);

  self = g_object_new (HC_TYPE_AGREE_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->appointment = g_object_ref (appointment);
  self->state = state;
  self->edit = hc_appointment_edit_new (hc_profile_get_appointments (hc_context_get_profile (context)), appointment);
  fill (self);
  bring_back (self);
  self->is_filling = FALSE;
  g_signal_connect_object (self->edit, "changed", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  kept_cb (self);

  return ADW_DIALOG (self);
}
