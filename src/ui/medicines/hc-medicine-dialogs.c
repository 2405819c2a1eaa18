/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-dialogs.h"

#include <glib/gi18n.h>

#include "hc-amount-entry.h"
#include "hc-date-entry.h"
#include "hc-field.h"
#include "hc-medicine-days.h"
#include "hc-medicine-dialog.h"
#include "hc-medicine-operations.h"
#include "hc-pause-row.h"
#include "hc-wrapped-label.h"

/* The short dialogs about a medicine: it is stopped, paused, counted. */

typedef struct
{
  HcContext     *context;
  HcMedicine    *medicine;

  HcField       *day_field;
  HcDateEntry   *day_entry;
  HcField       *reason_field;
  HcPauseRow    *pause_row;
  HcField       *stock_field;
  HcAmountEntry *stock_entry;
  HcField       *refill_field;
  HcAmountEntry *refill_entry;
} Form;

static Form *
form_new (HcContext  *context,
          HcMedicine *medicine)
{
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->medicine = g_object_ref (medicine);

  return form;
}

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_object_unref (form->medicine);
  g_free (form);
}

static HcProfile *
get_profile (Form *form)
{
  return hc_context_get_profile (form->context);
}

static HcOperation *
create_change (Form                    *form,
               const HcMedicineDetails *details,
               const char              *format)
{
  g_autofree char *title = hc_medicine_dup_title (form->medicine);
  g_autoptr (GString) description = g_string_new (format);

  g_string_replace (description, "%s", title, 1);

  return hc_medicine_change_new (get_profile (form), form->medicine, details, description->str);
}

/* The name of the medicine goes before the fields. */
static HcMedicineDialog *
create_dialog (Form                   *form,
               const char             *title,
               const char             *button,
               HcMedicineDialogSubmit  submit)
{
  HcMedicineDialog *dialog = hc_medicine_dialog_new (title, button, submit, form, form_free);
  g_autofree char *name = hc_medicine_dup_title (form->medicine);

  hc_medicine_dialog_add (dialog, hc_wrapped_label_new (name, "heading"));

  return dialog;
}

static void
add_field (HcMedicineDialog *dialog,
           gpointer          field)
{
  g_signal_connect_swapped (hc_field_get_child (HC_FIELD (field)), "changed",
                            G_CALLBACK (hc_operation_dialog_changed), dialog);
  hc_medicine_dialog_add (dialog, GTK_WIDGET (field));
}

/* What has no schedule cannot be stopped or paused. */
static const HcRegimen *
get_regimen (GtkWidget  *parent,
             HcMedicine *medicine)
{
  const HcCourse *course = hc_medicine_get_details (medicine)->course;
  const HcRegimen *last = course != NULL ? hc_course_get_last (course) : NULL;

  if (last == NULL)
    gtk_widget_activate_action (parent, "win.show-toast", "s",
                                _("It is not known when this is taken. Set a schedule first, or remove the medicine."));

  return last;
}

static HcOperation *
submit_stop (HcMedicineDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  HcMedicineDetails details = *hc_medicine_get_details (form->medicine);
  g_autoptr (HcCourse) course = hc_course_copy (details.course);
  g_autoptr (GDateTime) when = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = hc_field_dup_text (form->reason_field);
  GDate day;

  hc_field_set_fault (form->reason_field, NULL);
  if (!hc_field_set_fault (form->day_field, hc_date_entry_read (form->day_entry, &day)))
    return NULL;

  when = hc_medicine_days_dup_begin (hc_context_get_clock (form->context), &day, hc_course_get_last (course)->from);
  if (!hc_course_stop (course, when, reason, &error))
    {
      gboolean is_long = error->code == HC_SCHEDULE_ERROR_TOO_MANY;

      hc_field_set_fault (is_long ? form->reason_field : form->day_field, error->message);
      return NULL;
    }

  details.course = course;

  /* Translators: %s is a medicine. */
  return create_change (form, &details, _("%s stopped"));
}

/**
 * hc_medicine_dialogs_stop:
 * @parent: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine that is taken
 *
 * Asks from when on and why a medicine is not taken any more. What was taken stays in its history.
 */
void
hc_medicine_dialogs_stop (GtkWidget  *parent,
                          HcContext  *context,
                          HcMedicine *medicine)
{
  HcMedicineDialog *dialog;
  Form *form;
  GDate today;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  if (get_regimen (parent, medicine) == NULL)
    return;

  form = form_new (context, medicine);
  dialog = create_dialog (form, _("Stop a Medicine"), _("_Stop This Medicine"), submit_stop);
  hc_medicine_dialog_add (dialog, hc_wrapped_label_new (
    _("Talk with your care team before you stop what was prescribed. What was taken until then stays in the history."),
    NULL));

  hc_medicine_days_get_today (hc_context_get_clock (context), &today);
  form->day_entry = HC_DATE_ENTRY (hc_date_entry_new ());
  hc_date_entry_set_date (form->day_entry, &today);
  form->day_field = HC_FIELD (hc_field_new (_("Not Taken Any More From"), GTK_WIDGET (form->day_entry)));
  add_field (dialog, form->day_field);
  form->reason_field = HC_FIELD (hc_field_new_entry (_("Why, If You Like"), NULL));
  add_field (dialog, form->reason_field);

  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static HcOperation *
submit_pause (HcMedicineDialog *dialog,
              gpointer          data)
{
  Form *form = data;
  HcMedicineDetails details = *hc_medicine_get_details (form->medicine);
  g_autoptr (HcCourse) course = hc_course_copy (details.course);
  const HcRegimen *last = hc_course_get_last (course);
  g_autoptr (HcSchedule) schedule = hc_schedule_copy (last->schedule);
  g_autofree char *strength = g_strdup (last->strength);
  g_autoptr (GError) error = NULL;

  if (!hc_pause_row_read (form->pause_row, schedule->pauses))
    return NULL;

  if (!hc_schedule_check (schedule, &error))
    {
      hc_pause_row_set_fault (form->pause_row, error->message);
      return NULL;
    }

  hc_course_correct (course, strength, schedule);
  details.course = course;

  /* Translators: %s is a medicine. */
  return create_change (form, &details, _("%s paused"));
}

/**
 * hc_medicine_dialogs_pause:
 * @parent: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine that is taken
 *
 * Asks for the days on which a medicine is not taken, and whether a cycle waits meanwhile.
 */
void
hc_medicine_dialogs_pause (GtkWidget  *parent,
                           HcContext  *context,
                           HcMedicine *medicine)
{
  HcMedicineDialog *dialog;
  HcSchedulePause pause = { 0 };
  Form *form;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  if (get_regimen (parent, medicine) == NULL)
    return;

  form = form_new (context, medicine);
  dialog = create_dialog (form, _("Pause a Medicine"), _("_Pause This Medicine"), submit_pause);
  hc_medicine_dialog_add (dialog, hc_wrapped_label_new (
    _("If nobody knows yet when it goes on, stop the medicine instead. You can start it again."), NULL));

  hc_medicine_days_get_today (hc_context_get_clock (context), &pause.first);
  form->pause_row = HC_PAUSE_ROW (hc_pause_row_new (&pause));
  hc_pause_row_set_removable (form->pause_row, FALSE);
  g_signal_connect_swapped (form->pause_row, "changed", G_CALLBACK (hc_operation_dialog_changed), dialog);
  hc_medicine_dialog_add (dialog, GTK_WIDGET (form->pause_row));

  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static HcOperation *
submit_stock (HcMedicineDialog *dialog,
              gpointer          data)
{
  Form *form = data;
  HcMedicineDetails details = *hc_medicine_get_details (form->medicine);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (form->context));
  gboolean is_right;

  is_right = hc_field_set_fault (form->stock_field, hc_amount_entry_read_stock (form->stock_entry, &details.stock));
  details.refill_at = 0;
  is_right = hc_field_set_fault (form->refill_field, hc_amount_entry_is_empty (form->refill_entry)
                                   ? NULL
                                   : hc_amount_entry_read_stock (form->refill_entry, &details.refill_at)) && is_right;
  if (!is_right)
    return NULL;

  details.counted = now;

  /* Translators: %s is a medicine. */
  return create_change (form, &details, _("%s counted"));
}

/**
 * hc_medicine_dialogs_count_stock:
 * @parent: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine
 *
 * Asks how much of a medicine is there, and when to warn that it runs out.
 */
void
hc_medicine_dialogs_count_stock (GtkWidget  *parent,
                                 HcContext  *context,
                                 HcMedicine *medicine)
{
  HcMedicineDialog *dialog;
  const HcMedicineDetails *details;
  Form *form;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  details = hc_medicine_get_details (medicine);
  form = form_new (context, medicine);
  dialog = create_dialog (form, _("Count What Is There"), _("_Save"), submit_stock);

  form->stock_entry = HC_AMOUNT_ENTRY (hc_amount_entry_new ());
  hc_amount_entry_set_unit (form->stock_entry, details->unit);
  form->stock_field = HC_FIELD (hc_field_new (_("How Many Are There Now"), GTK_WIDGET (form->stock_entry)));
  add_field (dialog, form->stock_field);

  form->refill_entry = HC_AMOUNT_ENTRY (hc_amount_entry_new ());
  hc_amount_entry_set_unit (form->refill_entry, details->unit);
  hc_amount_entry_set_amount (form->refill_entry, details->refill_at);
  form->refill_field = HC_FIELD (hc_field_new (_("Warn When So Many Are Left"), GTK_WIDGET (form->refill_entry)));
  hc_field_set_hint (form->refill_field, _("Leave it empty for no warning."));
  add_field (dialog, form->refill_field);

  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
