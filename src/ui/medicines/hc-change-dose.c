/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-dialogs.h"

#include <glib/gi18n.h>

#include "hc-date-entry.h"
#include "hc-field.h"
#include "hc-medicine-days.h"
#include "hc-medicine-dialog.h"
#include "hc-medicine-operations.h"
#include "hc-schedule-editor.h"
#include "hc-wrapped-label.h"

/* How a medicine is taken from a day on: for the first time, otherwise than before, or again. */

typedef enum {
  BEGIN,
  CHANGE,
  RESTART,
} Mode;

typedef struct
{
  HcContext        *context;
  HcMedicine       *medicine;
  Mode              mode;

  HcField          *day_field;
  HcDateEntry      *day_entry;
  HcField          *strength_field;
  HcScheduleEditor *editor;
  HcField          *reason_field;
  GtkCheckButton   *correct_button; /* NULL where nothing can be corrected */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_object_unref (form->medicine);
  g_free (form);
}

static gboolean
is_correction (Form *form)
{
  return form->correct_button != NULL && gtk_check_button_get_active (form->correct_button);
}

static HcClock *
get_clock (Form *form)
{
  return hc_context_get_clock (form->context);
}

/* Writes what was entered into the history. */
static gboolean
write_course (Form        *form,
              HcCourse    *course,
              const char  *strength,
              HcSchedule  *schedule,
              GError     **error)
{
  const HcRegimen *last = hc_course_get_last (course);
  g_autofree char *reason = hc_field_dup_text (form->reason_field);
  g_autoptr (GDateTime) when = NULL;
  gboolean has_ended = form->mode == RESTART && last->until != NULL;
  GDate day;

  if (is_correction (form))
    {
      hc_course_correct (course, strength, schedule);
      return TRUE;
    }

  if (form->mode == BEGIN)
    {
      when = hc_medicine_days_dup_first (get_clock (form), schedule);
      return hc_course_begin (course, when, strength, schedule, error);
    }

  /* The day was read before. */
  hc_date_entry_read (form->day_entry, &day);
  when = hc_medicine_days_dup_begin (get_clock (form), &day, has_ended ? last->until : last->from);

  return has_ended ? hc_course_begin (course, when, strength, schedule, error)
                   : hc_course_change (course, when, strength, schedule, reason, error);
}

static gboolean
read_fields (Form        *form,
             HcSchedule **schedule)
{
  gboolean is_right = hc_field_check_name (form->strength_field);
  GDate day;

  hc_field_set_fault (form->reason_field, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (form->day_field)))
    is_right = hc_field_set_fault (form->day_field, hc_date_entry_read (form->day_entry, &day)) && is_right;

  *schedule = hc_schedule_editor_dup_schedule (form->editor, NULL);

  return *schedule != NULL && is_right;
}

static HcOperation *
submit (HcMedicineDialog *dialog,
        gpointer          data)
{
  Form *form = data;
  HcMedicineDetails details = *hc_medicine_get_details (form->medicine);
  g_autoptr (HcCourse) course = details.course != NULL ? hc_course_copy (details.course) : hc_course_new ();
  g_autoptr (HcSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *strength = NULL, *title = NULL, *description = NULL;

  if (!read_fields (form, &schedule))
    {
      hc_schedule_editor_focus_fault (form->editor);
      return NULL;
    }

  strength = hc_field_dup_text (form->strength_field);
  if (!write_course (form, course, strength, schedule, &error))
    {
      gboolean is_date = error->code == HC_SCHEDULE_ERROR_BAD_DATES;

      hc_field_set_fault (is_date ? form->day_field : form->reason_field, error->message);
      return NULL;
    }

  details.strength = strength;
  details.course = course;
  title = hc_medicine_dup_title (form->medicine);
  /* Translators: %s is a medicine. */
  description = g_strdup_printf (form->mode == RESTART ? _("%s started again") : _("%s changed"), title);

  return hc_medicine_change_new (hc_context_get_profile (form->context), form->medicine, &details, description);
}

static void
correct_toggled_cb (Form *form)
{
  gtk_widget_set_visible (GTK_WIDGET (form->day_field), !is_correction (form));
  gtk_widget_set_visible (GTK_WIDGET (form->reason_field), !is_correction (form));
}

/* Whether the newest schedule is over by itself. */
static gboolean
is_over (const HcSchedule *schedule,
         const GDate      *today)
{
  return g_date_valid (&schedule->last) && g_date_compare (&schedule->last, today) < 0;
}

static void
fill_schedule (Form *form)
{
  const HcMedicineDetails *details = hc_medicine_get_details (form->medicine);
  const HcRegimen *last = details->course != NULL ? hc_course_get_last (details->course) : NULL;
  g_autoptr (HcSchedule) schedule = last != NULL ? hc_schedule_copy (last->schedule) : NULL;
  GDate today;

  /* What starts again has its first day anew, and no end that is over. */
  if (form->mode == RESTART && schedule != NULL)
    {
      hc_medicine_days_get_today (get_clock (form), &today);
      schedule->first = today;
      if (is_over (schedule, &today))
        g_date_clear (&schedule->last, 1);
      g_array_set_size (schedule->pauses, 0);
      if (schedule->kind == HC_SCHEDULE_EVERY_N_HOURS)
        {
          g_autoptr (GDateTime) now = hc_clock_dup_time (get_clock (form));

          schedule->anchor = g_date_time_to_unix (now);
        }
    }

  hc_schedule_editor_set_schedule (form->editor, schedule, details->unit);
}

static void
add (HcMedicineDialog *dialog,
     gpointer          widget,
     GObject          *source,
     const char       *signal)
{
  g_signal_connect_swapped (source, signal, G_CALLBACK (hc_operation_dialog_changed), dialog);
  hc_medicine_dialog_add (dialog, GTK_WIDGET (widget));
}

static void
add_fields (Form             *form,
            HcMedicineDialog *dialog)
{
  const HcMedicineDetails *details = hc_medicine_get_details (form->medicine);
  GDate today;

  hc_medicine_days_get_today (get_clock (form), &today);
  form->day_entry = HC_DATE_ENTRY (hc_date_entry_new ());
  hc_date_entry_set_date (form->day_entry, &today);
  form->day_field = HC_FIELD (hc_field_new (form->mode == RESTART ? _("Taken Again From") : _("It Changes On"),
                                            GTK_WIDGET (form->day_entry)));
  gtk_widget_set_visible (GTK_WIDGET (form->day_field), form->mode != BEGIN);
  add (dialog, form->day_field, G_OBJECT (form->day_entry), "changed");

  form->strength_field = HC_FIELD (hc_field_new_entry (_("Strength"), details->strength));
  hc_field_set_hint (form->strength_field, _("As on the box, such as 500 mg."));
  add (dialog, form->strength_field, G_OBJECT (hc_field_get_child (form->strength_field)), "changed");

  form->editor = HC_SCHEDULE_EDITOR (hc_schedule_editor_new (get_clock (form)));
  fill_schedule (form);
  add (dialog, form->editor, G_OBJECT (form->editor), "changed");

  form->reason_field = HC_FIELD (hc_field_new_entry (_("Why, If You Like"), NULL));
  gtk_widget_set_visible (GTK_WIDGET (form->reason_field), form->mode == CHANGE);
  add (dialog, form->reason_field, G_OBJECT (hc_field_get_child (form->reason_field)), "changed");

  if (form->mode != CHANGE)
    return;

  form->correct_button = GTK_CHECK_BUTTON (hc_wrapped_label_new_check (
    _("It was never taken as written: this corrects a typing error, and the history forgets it")));
  g_signal_connect_swapped (form->correct_button, "toggled", G_CALLBACK (correct_toggled_cb), form);
  add (dialog, form->correct_button, G_OBJECT (form->correct_button), "toggled");
}

static void
present (GtkWidget  *parent,
         HcContext  *context,
         HcMedicine *medicine,
         Mode        mode)
{
  static const char *const titles[] = { N_("When It Is Taken"), N_("Change the Dose"), N_("Start Again") };
  static const char *const buttons[] = { N_("_Save"), N_("_Change the Dose"), N_("_Start Again") };
  g_autofree char *name = hc_medicine_dup_title (medicine);
  Form *form = g_new0 (Form, 1);
  HcMedicineDialog *dialog;

  form->context = g_object_ref (context);
  form->medicine = g_object_ref (medicine);
  form->mode = mode;

  dialog = hc_medicine_dialog_new (_(titles[mode]), _(buttons[mode]), submit, form, form_free);
  hc_medicine_dialog_add (dialog, hc_wrapped_label_new (name, "heading"));
  if (mode == CHANGE)
    hc_medicine_dialog_add (dialog, hc_wrapped_label_new (
      _("How it was taken until then stays in the history."), NULL));
  add_fields (form, dialog);

  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static Mode
find_mode (HcContext  *context,
           HcMedicine *medicine)
{
  const HcCourse *course = hc_medicine_get_details (medicine)->course;
  const HcRegimen *last = course != NULL ? hc_course_get_last (course) : NULL;
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (context));

  if (last == NULL)
    return BEGIN;

  return last->until != NULL && g_date_time_compare (last->until, now) <= 0 ? RESTART : CHANGE;
}

/**
 * hc_medicine_dialogs_change_dose:
 * @parent: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine
 *
 * Asks how a medicine is taken from a day on. Of one whose schedule is not known it asks when it is taken, and one
 * that was stopped starts again.
 */
void
hc_medicine_dialogs_change_dose (GtkWidget  *parent,
                                 HcContext  *context,
                                 HcMedicine *medicine)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  present (parent, context, medicine, find_mode (context, medicine));
}

/**
 * hc_medicine_dialogs_restart:
 * @parent: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine that was stopped, or whose last day is over
 *
 * Asks from when on and how a medicine is taken again.
 */
void
hc_medicine_dialogs_restart (GtkWidget  *parent,
                             HcContext  *context,
                             HcMedicine *medicine)
{
  Mode mode;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  mode = find_mode (context, medicine);
  present (parent, context, medicine, mode == CHANGE ? RESTART : mode);
}
