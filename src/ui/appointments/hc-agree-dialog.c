/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-agree-dialog.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hc-appointment-copy.h"
#include "hc-appointment-operations.h"
#include "hc-date-entry.h"
#include "hc-field.h"
#include "hc-schedule-words.h"
#include "hc-typed.h"
#include "hc-visit-reminders.h"
#include "hc-zone-choice.h"

/**
 * HcAgreeDialog:
 *
 * Notes what was agreed with a clinic: the day, the time and the place, and who said so.
 */
struct _HcAgreeDialog
{
  HcOperationDialog   parent_instance;

  HcContext          *context;
  HcAppointment      *appointment;
  HcAppointmentState  state;      /* what it becomes */
  gboolean            is_filling;

  AdwBanner          *banner;
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

static void
changed_cb (HcAgreeDialog *self)
{
  g_autofree char *begins = NULL, *ends = NULL;

  if (self->is_filling)
    return;

  read_fields (self, &begins, &ends);
  hc_operation_dialog_changed (HC_OPERATION_DIALOG (self));
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

  hc_appointment_copy_set_text (details, "begins", begins);
  hc_appointment_copy_set_text (details, "ends", ends);
  hc_appointment_copy_set_text (details, "zone", zone);
  hc_appointment_copy_set_text (details, "place", place);
  hc_appointment_copy_set_text (details, "doctor", doctor);
  hc_visit_reminders_set_usual (details->reminders);

  hc_appointment_copy_add_step (details, &(HcAppointmentStep) {
    .state = self->state,
    .time = g_date_time_to_unix_usec (now),
    .by = by,
    .note = note,
  });

  return details;
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (widget);
  HcAppointmentStore *store = hc_profile_get_appointments (hc_context_get_profile (self->context));
  g_autofree char *begins = NULL, *ends = NULL;
  g_autoptr (HcAppointmentCopy) details = NULL;
  g_autoptr (HcOperation) operation = NULL;

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  if (!read_fields (self, &begins, &ends))
    {
      hc_field_reveal_faults (widget);
      return;
    }

  details = make_details (self, begins, ends);
  operation = hc_appointment_change_new (store, self->appointment, details,
                                         self->state == HC_APPOINTMENT_MOVED ? _("Appointment moved")
                                                                             : _("Appointment confirmed"));
  hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
}

static void
hc_agree_dialog_set_busy (HcOperationDialog *dialog,
                          gboolean           is_busy)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (dialog);

  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.save", !is_busy);
}

static void
hc_agree_dialog_failed (HcOperationDialog *dialog,
                        const char        *words)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (dialog);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
hc_agree_dialog_dispose (GObject *object)
{
  HcAgreeDialog *self = HC_AGREE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_AGREE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->appointment);

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
}

static void
hc_agree_dialog_init (HcAgreeDialog *self)
{
  /* The template sets texts. */
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_entry (HcField    *field,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (hc_field_get_child (field)), text);
}

/* A time on the wall of the place, as details have it. */
static void
set_time (HcField    *field,
          const char *time)
{
  g_autoptr (GDateTime) wall = NULL;
  g_autofree char *seconds = *time != '\0' ? g_strconcat (time, ":00Z", NULL) : NULL;
  g_autofree char *words = NULL;

  wall = seconds != NULL ? g_date_time_new_from_iso8601 (seconds, NULL) : NULL;
  if (wall == NULL)
    return;

  words = hc_schedule_dup_minute (g_date_time_get_hour (wall) * 60 + g_date_time_get_minute (wall));
  set_entry (field, words);
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
      set_time (self->begin_field, details->begins);
      set_time (self->end_field, details->ends);
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
  set_entry (self->place_field, details->place);
  set_entry (self->doctor_field, details->doctor);
  hc_field_set_title (self->by_field, is_move ? _("Who Moved It") : _("Who Confirmed It"));
  adw_dialog_set_title (ADW_DIALOG (self), is_move ? _("Move to Another Time") : _("Confirm the Appointment"));

  self->zone_choice = hc_zone_choice_new (self->context, g_strcmp0 (details->zone, mine) == 0 ? "" : details->zone);
  zone_field = hc_field_new (_("The Times Are Those of This Clock"), self->zone_choice);
  adw_bin_set_child (self->zone_bin, zone_field);
  g_signal_connect_object (self->zone_choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
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
  fill (self);
  self->is_filling = FALSE;

  return ADW_DIALOG (self);
}
